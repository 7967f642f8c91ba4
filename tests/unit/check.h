/* A thin layer over cmocka: exact comparisons that print what they saw. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define check(condition) \
	do { \
		if (!(condition)) \
			fail_msg("%s", #condition); \
	} while (0)

#define check_int(actual, expected) \
	do { \
		int64_t actual_ = (int64_t)(actual), expected_ = (int64_t)(expected); \
		if (actual_ != expected_) \
			fail_msg("%s: %" PRId64 ", expected %" PRId64, #actual, actual_, expected_); \
	} while (0)

/* NULL is a value of its own. */
#define check_text(actual, expected) \
	do { \
		const char *actual_ = (actual), *expected_ = (expected); \
		if ((!actual_ != !expected_) || (actual_ && strcmp(actual_, expected_) != 0)) \
			fail_msg("%s: «%s», expected «%s»", #actual, actual_ ? actual_ : "(null)", \
				expected_ ? expected_ : "(null)"); \
	} while (0)
#endif

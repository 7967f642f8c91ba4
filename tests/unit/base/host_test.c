#include "base/host.h"
#include "unit/check.h"
#include <stdlib.h>

static int64_t
moment(void *self)
{
	return *(int64_t *)self;
}

static void
ever_same(void *self, uint8_t *bytes, size_t length)
{
	(void)self;
	for (size_t i = 0; i < length; i++)
		bytes[i] = (uint8_t)(i + 30);
}

static void
a_timestamp_is_utc_to_the_millisecond(void **state)
{
	char text[TIMESTAMP_SIZE];
	(void)state;
	host_timestamp(0, text);
	check_text(text, "1970-01-01T00:00:00.000Z");
	host_timestamp(INT64_C(1732219895123), text);
	check_text(text, "2024-11-21T20:11:35.123Z");
}

/* The time of the example of https://github.com/ulid/spec. */
static void
a_ulid_begins_with_its_time(void **state)
{
	int64_t now = INT64_C(1469918176385);
	struct host host = { .now = moment, .random = ever_same, .self = &now };
	char ulid[ULID_SIZE];
	(void)state;
	host_ulid(&host, ulid);
	check_text(ulid, "01ARYZ6S41YZ0123456789ABCD");
}

static void
a_later_ulid_sorts_behind(void **state)
{
	int64_t now = INT64_C(1732219895123);
	struct host host = { .now = moment, .random = ever_same, .self = &now };
	char first[ULID_SIZE], second[ULID_SIZE];
	(void)state;
	host_ulid(&host, first);
	now++;
	host_ulid(&host, second);
	check(strcmp(first, second) < 0);
}

static void
the_environment_freezes_the_clock(void **state)
{
	struct host host = host_machine();
	(void)state;
	setenv("TZ", "UTC", 1);
	setenv("THIDUA_NOW", "1732219895123", 1);
	check_int(host.now(host.self), INT64_C(1732219895123));
	check_int(host.today(host.self), 20241121);
	unsetenv("THIDUA_NOW");
	check(host.now(host.self) > INT64_C(1732219895123));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_timestamp_is_utc_to_the_millisecond),
		cmocka_unit_test(a_ulid_begins_with_its_time),
		cmocka_unit_test(a_later_ulid_sorts_behind),
		cmocka_unit_test(the_environment_freezes_the_clock),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

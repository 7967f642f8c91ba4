/* What the programs of this folder share. */
#ifndef TESTS_TORTURE_TORTURE_H
#define TESTS_TORTURE_TORTURE_H
#include "unit/app/book.h"

/* A child has no test to fail: it says why and leaves with 1. */
#define DEMAND(condition, err) \
	do { \
		if (!(condition)) { \
			fprintf(stderr, "%s:%d: %s: %s\n", __FILE__, __LINE__, #condition, \
				(err)->text ? (err)->text : ""); \
			_exit(1); \
		} \
	} while (0)

int64_t milliseconds(void);
/* 0 … below - 1 */
unsigned random_below(unsigned below);
/* Opens FOLDER/so.db in a child, for a person of that login. */
struct store *child_opens(const struct folder *folder, const char *login);
/* Puts a new person of that name as a change of its own. */
bool put_person(struct store *store, const char *name, struct err *err);
/* An argument that is a number from least on; ends the program with 2 and the usage when it is none. */
long number_of(int argc, char **argv, int index, long least, const char *usage);
#endif

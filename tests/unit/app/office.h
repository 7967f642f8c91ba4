/* A cluster with two members and two roles, in which rules are tried. */
#ifndef TESTS_APP_OFFICE_H
#define TESTS_APP_OFFICE_H
#include "book.h"

struct office {
	struct store *store;
	int64_t owner, a, b, cluster, leader, deputy;
};
struct office open_office(void **state);
/* Puts the record, expects the refusal at the field (-1: none), releases it. */
void refuse_put(struct office *o, struct record record, enum err_kind kind, int field, const char *words);
/* Puts the record and releases it: one notice has the words; there is none. */
void check_notice(struct office *o, struct record record, const char *words);
void check_no_notice(struct office *o, struct record record);
struct record new_phase(int64_t subject, const char *name, const char *from, const char *to, int64_t parent);
#endif

/* What wide screens say of the members beside their names: level and who heads them. */
#ifndef APP_MEMBER_HEADS_H
#define APP_MEMBER_HEADS_H
#include "app/members.h"

struct member_head {
	char *level; /* "Tỉnh"; "" not known */
	char *chair; /* the person at the head in the year; "" not known */
};
/* One for each member, in their order; released by member_heads_release. */
bool member_heads_read(
	struct member_head **out, const struct members *members, struct store *store, int year, struct err *err);
void member_heads_release(struct member_head *heads, size_t count);
#endif

#include "app/members.h"
#include "app/namesakes.h"
#include "app/questions_read.h"
#include "app/year.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/roles.h"
#include "text/date.h"
#include <stdlib.h>
#include <string.h>

static void
member_release(struct member *member)
{
	free(member->name);
	free(member->brief);
	free(member->full_name);
	free(member->from);
	free(member->to);
	free(member->successor_name);
	free(member->succession_date);
	free(member->decision);
	free(member->roles);
}

void
cluster_head_release(struct cluster_head *head)
{
	free(head->name);
	free(head->full_name);
	free(head->owner_name);
	*head = (struct cluster_head){ 0 };
}

void
members_release(struct members *members)
{
	for (size_t i = 0; i < members->count; i++)
		member_release(&members->rows[i]);
	free(members->rows);
	cluster_head_release(&members->cluster);
	*members = (struct members){ 0 };
}

const char *
brief_name(const char *name)
{
	static const char *const kinds[] = { "LĐLĐ tỉnh ", "LĐLĐ thành phố ", "LĐLĐ TP. ", "LĐLĐ TP ", "LĐLĐ thị xã ",
		"LĐLĐ TX ", "LĐLĐ huyện ", "LĐLĐ quận " };
	for (size_t i = 0; i < ARRAY_COUNT(kinds); i++)
		if (text_starts(name, kinds[i]) && name[strlen(kinds[i])])
			return name + strlen(kinds[i]);
	return name;
}

bool
cluster_head_read(struct cluster_head *head, struct store *store, int64_t cluster, const char *day, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, CLUSTER_HEAD, err, ARG_INTEGER(cluster), ARG_TEXT(day)))
		return false;
	if (rows_next(rows, err)) {
		*head = (struct cluster_head){
			.id = cluster,
			.name = mem_copy_text(rows_text(rows, 0)),
			.full_name = mem_copy_text(rows_text(rows, 1)),
			.owner_name = mem_copy_text(rows_text(rows, 2)),
			.block = rows_integer(rows, 3) == CLUSTER_KIND_BLOCK,
		};
	} else if (err->kind == ERR_NONE) {
		err_set(err, ERR_NOT_FOUND, SAY("Sổ không còn cụm này.", "The book has no such cluster any more."),
			NULL);
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
read_roles(struct member *member, struct store *store, int64_t cluster, bool block, int year, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, ROLES_OF_UNIT, err, ARG_INTEGER(cluster), ARG_INTEGER(member->unit), ARG_INTEGER(year)))
		return false;
	struct str roles = { 0 };
	while (rows_next(rows, err)) {
		str_add_text(&roles, roles.length ? ", " : "");
		struct role_facts role = {
			.label = rows_text(rows, 0), .label_block = rows_text(rows, 1), .label_en = rows_text(rows, 3)
		};
		str_add_text(&roles, role_label(&role, block));
		str_add_byte(&roles, ' ');
		str_add_integer(&roles, rows_integer(rows, 2));
	}
	rows_close(rows);
	member->roles = str_take(&roles);
	return err->kind == ERR_NONE;
}

/* A successor that carries on the name of the place is told from its predecessor of that name. */
static char *
successor_label(const char *name)
{
	struct str label = { 0 };
	str_add_text(&label, brief_name(name));
	str_add_text(&label, say(SAY(" (mới)", " (new)")));
	return str_take(&label);
}

static void
take_member(struct member *member, const struct rows *rows)
{
	*member = (struct member){
		.unit = rows_integer(rows, 0),
		.membership = rows_integer(rows, 1),
		.name = mem_copy_text(rows_text(rows, 2)),
		.brief = mem_copy_text(brief_name(rows_text(rows, 2))),
		.full_name = mem_copy_text(rows_text(rows, 3)),
		.from = mem_copy_text(rows_text(rows, 4)),
		.to = mem_copy_text(rows_text(rows, 5)),
		.certain = rows_integer(rows, 6) != 0,
		.successor = rows_integer(rows, 7),
		.successor_name = rows_integer(rows, 7) ? successor_label(rows_text(rows, 8)) : NULL,
		.succession_date = mem_copy_text(rows_text(rows, 9)),
		.decision = mem_copy_text(rows_text(rows, 10)),
	};
}

static bool
read_rows(struct members *out, struct store *store, int64_t cluster, int year, const struct year_bounds *bounds,
	struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, MEMBERS, err, ARG_INTEGER(cluster), ARG_TEXT(bounds->first_day),
		    ARG_TEXT(bounds->last_day), ARG_INTEGER(year), ARG_INTEGER(bounds->least),
		    ARG_INTEGER(bounds->greatest), ARG_INTEGER(ENTITY_MEMBERSHIP)))
		return false;
	size_t capacity = 0;
	while (rows_next(rows, err)) {
		if (out->count && out->rows[out->count - 1].unit == rows_integer(rows, 0))
			continue;
		ARRAY_RESERVE(out->rows, out->count, capacity);
		take_member(&out->rows[out->count++], rows);
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
read_published(struct members *out, struct store *store, int64_t cluster, int year, struct err *err)
{
	int64_t published;
	if (!rows_one_integer(&published, -1, store, &read_questions[READ_CLUSTER_PUBLISHED_IN],
		    (struct value[]){ ARG_INTEGER(cluster), ARG_INTEGER(year) }, 2, err))
		return false;
	out->published = (int)published;
	return true;
}

static bool
tell_apart(struct members *members, struct store *store, const char *day, struct err *err)
{
	char ***names = mem_new(members->count, sizeof *names);
	int64_t *units = mem_new(members->count, sizeof *units);
	for (size_t i = 0; i < members->count; i++) {
		names[i] = &members->rows[i].name;
		units[i] = members->rows[i].unit;
	}
	bool done = namesakes_mark(names, units, members->count, store, day, err);
	for (size_t i = 0; done && i < members->count; i++) {
		struct member *member = &members->rows[i];
		free(member->brief);
		member->brief = mem_copy_text(brief_name(member->name));
	}
	free(names);
	free(units);
	return done;
}

bool
members_read(struct members *out, struct store *store, int64_t cluster, int year, struct err *err)
{
	*out = (struct members){ .published = -1 };
	struct year_bounds bounds = year_bounds(year);
	if (!store_read_begin(store, err))
		return false;
	bool done = cluster_head_read(&out->cluster, store, cluster, bounds.last_day, err) &&
		read_rows(out, store, cluster, year, &bounds, err) && tell_apart(out, store, bounds.last_day, err) &&
		read_published(out, store, cluster, year, err);
	for (size_t i = 0; done && i < out->count; i++)
		done = read_roles(&out->rows[i], store, cluster, out->cluster.block, year, err);
	store_read_end(store);
	if (!done)
		members_release(out);
	return done;
}

/* Leader and deputy of the next year, as the book suggests: one form, both roles, saved in one change. */
#include "app/role_matrix.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/date.h"
#include "ui/view/record_form.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What rows of the book the form is filled from. */
struct closing {
	int64_t meeting, document;
	char date[11];
	enum choice_number how;
	bool has_how;
};

#define MEETINGS_MOST 400
/* The last meeting of the cluster that closed the year, and what it cites. */
static bool
look_at_meeting(struct closing *closing, struct store *store, int64_t meeting, int year, struct err *err)
{
	struct record record = { 0 };

	if (!record_read(&record, store, ENTITY_MEETING, meeting, err))
		return false;
	period closes = record_integer(&record, MEETING_CLOSES, 0);
	char first[11], last[11];
	date_bounds(record_text(&record, MEETING_DATE), first, last);
	if (closes && period_first_year(closes) <= year && period_last_year(closes) >= year &&
		period_last_month(closes) >= 12 && (!closing->meeting || strcmp(first, closing->date) > 0)) {
		closing->meeting = meeting;
		memcpy(closing->date, first, sizeof closing->date);
	}
	record_release(&record);
	return true;
}

/* suy tôn or bầu, when a conclusion of the meeting says so. */
static bool
look_at_items(struct closing *closing, struct store *store, struct err *err)
{
	struct sheaf sheaf;

	if (!sheaf_read(&sheaf, store, ENTITY_MEETING, closing->meeting, err))
		return false;
	for (size_t i = 0; sheaf.list_count > 1 && i < sheaf.lists[1].count; i++) {
		int64_t kind = record_integer(&sheaf.lists[1].records[i], MEETING_ITEM_KIND, -1);
		if (kind != MEETING_ITEM_KIND_ACCLAMATION && kind != MEETING_ITEM_KIND_ELECTION)
			continue;
		closing->has_how = true;
		closing->how = kind == MEETING_ITEM_KIND_ACCLAMATION ? TERM_HOW_ACCLAIMED : TERM_HOW_ELECTED;
	}
	sheaf_release(&sheaf);
	return true;
}

static bool
find_closing(struct closing *closing, struct store *store, int64_t cluster, int year, struct err *err)
{
	struct reference *references = mem_new(MEETINGS_MOST, sizeof *references);
	size_t count;
	bool good = record_references(references, MEETINGS_MOST, &count, store, ENTITY_CLUSTER, cluster, err);

	for (size_t i = 0; good && i < count; i++)
		if (references[i].entity == ENTITY_MEETING && references[i].field == MEETING_CLUSTER)
			good = look_at_meeting(closing, store, references[i].id, year, err);
	free(references);
	return good &&
		(!closing->meeting ||
			(look_at_items(closing, store, err) &&
				cited_document(&closing->document, store, ENTITY_MEETING, closing->meeting, err)));
}

/* How the roles are given where the cluster has a rule and the meeting says nothing. */
static bool
how_of_cluster(struct closing *closing, struct store *store, int64_t cluster, struct err *err)
{
	struct record record = { 0 };

	if (closing->has_how || !closing->meeting)
		return true;
	if (!record_read(&record, store, ENTITY_CLUSTER, cluster, err))
		return false;
	switch (record_integer(&record, CLUSTER_ROTATION, CLUSTER_ROTATION_UNKNOWN)) {
	case CLUSTER_ROTATION_ELECTION:
		closing->how = TERM_HOW_ELECTED;
		closing->has_how = true;
		break;
	case CLUSTER_ROTATION_ACCLAMATION:
		closing->how = TERM_HOW_ACCLAIMED;
		closing->has_how = true;
		break;
	case CLUSTER_ROTATION_TURNS:
		closing->how = TERM_HOW_IN_TURN;
		closing->has_how = true;
		break;
	default:
		break;
	}
	record_release(&record);
	return true;
}

static void
fill_term(struct record *term, int64_t cluster, int year, const struct closing *closing, int64_t role, int64_t unit)
{
	record_set_integer(term, TERM_CLUSTER, cluster);
	record_set_integer(term, TERM_WORK_YEAR, year + 1);
	record_set_integer(term, TERM_YEAR_BASIS, TERM_YEAR_BASIS_STATED);
	record_set_integer(term, TERM_ROLE, role);
	if (unit)
		record_set_integer(term, TERM_UNIT, unit);
	if (closing->has_how)
		record_set_integer(term, TERM_HOW, closing->how);
	if (closing->meeting)
		record_set_integer(term, TERM_MEETING, closing->meeting);
}

/* Which suggestion leads and which follows; -1: none. */
static void
pick(int picked[2], const struct role_matrix *matrix)
{
	picked[0] = picked[1] = -1;
	for (size_t i = 0; i < matrix->suggestion_count; i++) {
		int n = matrix->suggestions[i].leads ? 0 : 1;
		if (picked[n] < 0)
			picked[n] = (int)i;
	}
}

bool
suggestion_fill(struct record_form *form, int64_t cluster, int year, struct err *err)
{
	struct store *store = form->session->store;
	struct role_matrix matrix;
	struct closing closing = { 0 };
	int picked[2];

	if (!role_matrix_read(&matrix, store, cluster, year - 3, year, err))
		return false;
	pick(picked, &matrix);
	bool good = true;
	if (!matrix.suggestion_count)
		good = err_set(err, ERR_NOT_FOUND,
			SAY("Không có gợi ý cho năm sau. {1}", "There is no suggestion for the next year. {1}"),
			matrix.remark ? matrix.remark : "", NULL);
	good = good && find_closing(&closing, store, cluster, year, err) &&
		how_of_cluster(&closing, store, cluster, err);
	for (int n = 0, at = 0; good && n < 2; n++) {
		if (picked[n] < 0)
			continue;
		form->sheaves[at] = sheaf_new(ENTITY_TERM);
		fill_term(&form->sheaves[at].record, cluster, year, &closing, matrix.suggestions[picked[n]].role,
			matrix.suggestions[picked[n]].unit);
		form->sheaf_count = ++at;
	}
	form->pair = form->sheaf_count == 2;
	form->source = closing.document;
	role_matrix_release(&matrix);
	return good;
}

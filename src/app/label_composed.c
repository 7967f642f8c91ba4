/* Names of the records that have no name of their own: "cụm trưởng 2024 · LĐLĐ tỉnh Vĩnh Phúc". */
#include "app/naming.h"
#include "app/questions_edit.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "model/period.h"
#include "text/case.h"
#include "text/date.h"
#include <stdio.h>
#include <stdlib.h>

static void
add_place(struct str *out, const char *separator)
{
	if (out->length > 0)
		str_add_text(out, separator);
}

static void
add_year(struct str *out, const struct record *record, int field)
{
	if (record_has(record, field))
		str_add_integer(out, record_integer(record, field, 0));
}

/* A whole year is its number; other periods are written out. */
static void
add_period(struct str *out, const struct naming *how, period p)
{
	enum language language = say_language();

	if (!period_is_span_row(p) && period_is_whole_year(p)) {
		str_add_integer(out, period_first_year(p));
		return;
	}
	if (how->files)
		say_choose(LANGUAGE_VI);
	struct str shown = { 0 };
	period_show(p, &shown);
	text_lower(out, str_text(&shown));
	str_release(&shown);
	say_choose(language);
}

static void
add_choice(struct str *out, const struct naming *how, const struct record *record, int field)
{
	const struct choice *choice =
		choice_numbered(record->entity->fields[field].choices, record_integer(record, field, -1));

	if (choice)
		str_add_text(out, naming_say(how, choice->label));
}

static void
add_date(struct str *out, const struct record *record, int field)
{
	if (record_has(record, field))
		date_show(out, record_text(record, field));
}

/* The same naming for the last day of a year or period that the record speaks of. */
static struct naming
on_last_day(const struct naming *how, period p, char day[11])
{
	struct naming then = *how;

	if (!how->day && p && !period_is_span_row(p)) {
		period_last_day(p, day);
		then.day = day;
	}
	then.form = how->form == LABEL_FULL ? LABEL_FULL : LABEL_SHORT;
	return then;
}

static period
year_of(const struct record *record, int field)
{
	return record_has(record, field) ? period_year((int)record_integer(record, field, 0)) : 0;
}

/* "A · B" of two references. */
static bool
name_two(struct str *out, const struct naming *how, const struct record *record, int a, int b, struct err *err)
{
	if (!name_reference(out, how, record, a, err))
		return false;
	if (record_has(record, a) && record_has(record, b))
		str_add_text(out, " · ");
	return name_reference(out, how, record, b, err);
}

static bool
name_role_of(struct str *out, const struct naming *how, const struct record *term, struct err *err)
{
	struct record role = { 0 };
	int64_t kind;

	if (!rows_one_integer(&kind, 0, how->store, EDIT_ASK(CLUSTER_KIND),
		    &ARG_INTEGER(record_integer(term, TERM_CLUSTER, 0)), 1, err) ||
		!record_read(&role, how->store, ENTITY_ROLE, record_integer(term, TERM_ROLE, 0), err))
		return false;
	if (!how->files && say_language() == LANGUAGE_EN && record_has(&role, ROLE_LABEL_EN))
		text_lower(out, record_text(&role, ROLE_LABEL_EN));
	else
		text_lower(out, record_text(&role, kind == CLUSTER_KIND_BLOCK ? ROLE_LABEL_BLOCK : ROLE_LABEL));
	record_release(&role);
	return true;
}

static bool
name_term(struct str *out, const struct naming *how, const struct record *record, struct err *err)
{
	char day[11];
	struct naming then = on_last_day(how, year_of(record, TERM_WORK_YEAR), day);

	if (!name_role_of(out, how, record, err))
		return false;
	if (record_has(record, TERM_WORK_YEAR)) {
		str_add_byte(out, ' ');
		add_year(out, record, TERM_WORK_YEAR);
	} else {
		str_add_text(out, naming_say(how, SAY(" (chưa rõ năm)", " (year unknown)")));
	}
	str_add_text(out, " · ");
	return name_reference(out, &then, record, record_has(record, TERM_UNIT) ? TERM_UNIT : TERM_PERSON, err);
}

static bool
name_figure(struct str *out, const struct naming *how, const struct record *record, struct err *err)
{
	char day[11];
	period p = record_integer(record, FIGURE_PERIOD, 0);
	struct naming then = on_last_day(how, p, day);

	if (!name_reference(out, how, record, FIGURE_METRIC, err))
		return false;
	if (record_integer(record, FIGURE_KIND, 0) != FIGURE_KIND_RESULT) {
		str_add_text(out, " (");
		struct str kind = { 0 };
		add_choice(&kind, how, record, FIGURE_KIND);
		text_lower(out, str_text(&kind));
		str_release(&kind);
		str_add_text(out, ")");
	}
	str_add_byte(out, ' ');
	add_period(out, how, p);
	str_add_text(out, naming_say(how, SAY(" của ", " of ")));
	return name_reference(out, &then, record, FIGURE_SUBJECT, err);
}

static bool
name_succession(struct str *out, const struct naming *how, const struct record *record, struct err *err)
{
	if (!name_reference(out, how, record, SUCCESSION_PREDECESSOR, err))
		return false;
	str_add_text(out, " → ");
	if (record_has(record, SUCCESSION_SUCCESSOR)) {
		if (!name_reference(out, how, record, SUCCESSION_SUCCESSOR, err))
			return false;
	} else {
		add_choice(out, how, record, SUCCESSION_KIND);
	}
	str_add_text(out, ", ");
	add_date(out, record, SUCCESSION_DATE);
	return true;
}

static void
add_days(struct str *out, const struct naming *how, const struct record *record, int from, int to)
{
	if (record_has(record, from)) {
		str_add_text(out, naming_say(how, SAY("từ ", "from ")));
		add_date(out, record, from);
		str_add_byte(out, ' ');
	}
	str_add_text(out, naming_say(how, SAY("đến ", "to ")));
	add_date(out, record, to);
}

static void
add_kinds(struct str *out, const struct naming *how, const struct record *record, int field)
{
	const struct choices choices = record->entity->fields[field].choices;
	int64_t set = record_integer(record, field, 0);
	bool first = true;

	for (size_t i = 0; i < choices.count; i++) {
		if (!(set & (INT64_C(1) << choices.items[i].number)))
			continue;
		str_add_text(out, first ? "" : ", ");
		struct str label = { 0 };
		str_add_text(&label, naming_say(how, choices.items[i].label));
		if (first)
			str_add_text(out, str_text(&label));
		else
			text_lower(out, str_text(&label));
		str_release(&label);
		first = false;
	}
}

static bool
name_meeting(struct str *out, const struct naming *how, const struct record *record, struct err *err)
{
	if (record_has(record, MEETING_TITLE)) {
		str_add_text(out, record_text(record, MEETING_TITLE));
		return true;
	}
	add_kinds(out, how, record, MEETING_KINDS);
	if (record_has(record, MEETING_DATE)) {
		str_add_byte(out, ' ');
		add_date(out, record, MEETING_DATE);
	}
	str_add_text(out, " · ");
	return name_reference(
		out, how, record, record_has(record, MEETING_CLUSTER) ? MEETING_CLUSTER : MEETING_ORGANISER, err);
}

static bool
name_nomination(struct str *out, const struct naming *how, const struct record *record, struct err *err)
{
	char day[11];
	struct naming then = on_last_day(how, year_of(record, NOMINATION_WORK_YEAR), day);

	if (!record_has(record, NOMINATION_AWARD))
		str_add_text(out, naming_say(how, SAY("Khen thưởng", "Award")));
	else if (!name_reference(out, how, record, NOMINATION_AWARD, err))
		return false;
	str_add_byte(out, ' ');
	add_year(out, record, NOMINATION_WORK_YEAR);
	str_add_text(out, " · ");
	if (record_has(record, NOMINATION_UNIT))
		return name_reference(out, &then, record, NOMINATION_UNIT, err);
	if (record_has(record, NOMINATION_PERSON))
		return name_reference(out, &then, record, NOMINATION_PERSON, err);
	add_year(out, record, NOMINATION_COUNT);
	str_add_text(out, naming_say(how, SAY(" chưa nêu tên", " not named")));
	return true;
}

/* "Giao ước 2024 · Cụm 3": a word, a period or year, a reference. */
static bool
name_of_period(struct str *out, const struct naming *how, const struct record *record, struct words what, period p,
	int of, struct err *err)
{
	char day[11];
	struct naming then = on_last_day(how, p, day);

	str_add_text(out, naming_say(how, what));
	str_add_byte(out, ' ');
	if (p)
		add_period(out, how, p);
	str_add_text(out, " · ");
	return name_reference(out, &then, record, of, err);
}

static bool
name_participant(struct str *out, const struct naming *how, const struct record *record, struct err *err)
{
	if (record_has(record, PARTICIPANT_PERSON))
		return name_reference(out, how, record, PARTICIPANT_PERSON, err);
	if (record_has(record, PARTICIPANT_TITLES)) {
		str_add_text(out, record_text(record, PARTICIPANT_TITLES));
		return true;
	}
	return name_reference(out, how, record, PARTICIPANT_UNIT, err);
}

static bool
name_text(struct str *out, const struct record *record, int field)
{
	str_add_text(out, record_has(record, field) ? record_text(record, field) : "…");
	return true;
}

static bool
name_post(struct str *out, const struct naming *how, const struct record *record, struct err *err)
{
	if (!name_reference(out, how, record, POST_PERSON, err))
		return false;
	str_add_text(out, ", ");
	str_add_text(out, record_text(record, POST_TITLE));
	str_add_text(out, " · ");
	return name_reference(out, how, record, POST_UNIT, err);
}

static bool
name_round(struct str *out, const struct naming *how, const struct record *record, struct err *err)
{
	if (record_has(record, ROUND_TITLE))
		return name_text(out, record, ROUND_TITLE);
	if (!name_of_period(out, how, record, SAY("Đợt báo cáo", "Round"), record_integer(record, ROUND_PERIOD, 0),
		    ROUND_CLUSTER, err))
		return false;
	if (record_integer(record, ROUND_ORDINAL, 1) > 1) {
		str_add_text(out, naming_say(how, SAY(", lần ", ", no. ")));
		add_year(out, record, ROUND_ORDINAL);
	}
	return true;
}

static bool
name_step(struct str *out, const struct naming *how, const struct record *record)
{
	add_choice(out, how, record, NOMINATION_STEP_STATE);
	if (record_has(record, NOMINATION_STEP_DATE)) {
		add_place(out, " ");
		add_date(out, record, NOMINATION_STEP_DATE);
	}
	return true;
}

bool
name_composed(struct str *out, const struct naming *how, const struct record *r, struct err *err)
{
	switch (r->entity->id) {
	case ENTITY_TERM:
		return name_term(out, how, r, err);
	case ENTITY_FIGURE:
		return name_figure(out, how, r, err);
	case ENTITY_SUCCESSION:
		return name_succession(out, how, r, err);
	case ENTITY_MEETING:
		return name_meeting(out, how, r, err);
	case ENTITY_NOMINATION:
		return name_nomination(out, how, r, err);
	case ENTITY_PARTICIPANT:
		return name_participant(out, how, r, err);
	case ENTITY_POST:
		return name_post(out, how, r, err);
	case ENTITY_ROUND:
		return name_round(out, how, r, err);
	case ENTITY_NOMINATION_STEP:
		return name_step(out, how, r);
	case ENTITY_MEMBERSHIP:
		return name_two(out, how, r, MEMBERSHIP_UNIT, MEMBERSHIP_CLUSTER, err);
	case ENTITY_CLUSTER_METRIC:
		return name_two(out, how, r, CLUSTER_METRIC_METRIC, CLUSTER_METRIC_CLUSTER, err);
	case ENTITY_SUCCESSION_SHARE:
		return name_two(out, how, r, SUCCESSION_SHARE_METRIC, SUCCESSION_SHARE_SUCCESSION, err);
	case ENTITY_BREAK_METRIC:
		return name_two(out, how, r, BREAK_METRIC_METRIC, BREAK_METRIC_BREAK, err);
	case ENTITY_SUBMISSION:
		return name_two(out, how, r, SUBMISSION_UNIT, SUBMISSION_ROUND, err);
	case ENTITY_CITATION:
		return name_reference(out, how, r, CITATION_DOCUMENT, err);
	case ENTITY_COVENANT_PARTY:
		return name_reference(out, how, r, COVENANT_PARTY_UNIT, err);
	case ENTITY_COVENANT:
		return name_of_period(out, how, r, SAY("Giao ước", "Covenant"), record_integer(r, COVENANT_PERIOD, 0),
			COVENANT_CLUSTER, err);
	case ENTITY_CLUSTER_YEAR:
		return name_of_period(
			out, how, r, SAY("Năm", "Year"), year_of(r, CLUSTER_YEAR_WORK_YEAR), CLUSTER_YEAR_CLUSTER, err);
	case ENTITY_APPRAISAL:
		return name_of_period(out, how, r, SAY("Bình xét", "Appraisal"), year_of(r, APPRAISAL_WORK_YEAR),
			APPRAISAL_UNIT, err);
	case ENTITY_SPAN:
		add_days(out, how, r, SPAN_FIRST_DAY, SPAN_LAST_DAY);
		return true;
	case ENTITY_BREAK:
		return name_text(out, r, BREAK_REASON);
	case ENTITY_ALIAS:
		return name_text(out, r, ALIAS_TEXT);
	case ENTITY_PERSON:
		return name_text(out, r, PERSON_NAME);
	case ENTITY_DOCUMENT:
		return name_text(out, r, DOCUMENT_TITLE);
	case ENTITY_COVENANT_ITEM:
		return name_text(out, r, COVENANT_ITEM_TEXT);
	case ENTITY_MEETING_ITEM:
		return name_text(out, r, MEETING_ITEM_TEXT);
	case ENTITY_ACCOUNT:
		return name_text(out, r, ACCOUNT_NAME);
	case ENTITY_BOOK:
		return name_text(out, r, BOOK_TITLE);
	default:
		return name_text(out, r, r->entity->name_field >= 0 ? r->entity->name_field : 0);
	}
}

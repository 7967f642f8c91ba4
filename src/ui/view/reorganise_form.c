/* The fields of a merger or a division: who comes before and after, from which day, by which decision. */
#include "ui/view/reorganise_form.h"
#include "app/edit.h"
#include "app/label.h"
#include "app/provinces.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/match.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>

static const struct form_column before_columns[] = { { .head = WORDS("Đơn vị", "Unit"), .kind = FORM_CHOICE } };
static const struct form_column after_columns[] = {
	{ .head = WORDS("Tên đầy đủ", "Full name"), .kind = FORM_TEXT, .composes = true },
};
const struct form_field reorganise_fields[PLACE_COUNT] = {
	[PLACE_KIND] = { .label = WORDS("Cách", "Kind"), .kind = FORM_CHOICE, .width = 24 },
	[PLACE_BEFORE] = { .label = WORDS("Đ.vị trước", "Before"),
		.kind = FORM_TABLE,
		.rows = 6,
		.columns = before_columns,
		.column_count = 1,
		.counted = WORDS("đơn vị", "units") },
	[PLACE_NAME] = { .label = WORDS("Tên mới", "New name"), .kind = FORM_CHOICE, .composes = true },
	[PLACE_SHORT] = { .label = WORDS("Tên gọn", "Short name"),
		.kind = FORM_TEXT,
		.width = 48,
		.composes = true,
		.limit = 48 },
	[PLACE_INTO] = { .label = WORDS("Vào đơn vị", "Into"), .kind = FORM_CHOICE, .width = 49 },
	[PLACE_AFTER] = { .label = WORDS("Đ.vị sau", "After"),
		.kind = FORM_TABLE,
		.rows = 5,
		.columns = after_columns,
		.column_count = 1,
		.counted = WORDS("đơn vị", "units") },
	[PLACE_DAY] = { .label = WORDS("Từ ngày", "From day"), .kind = FORM_TEXT, .width = 12, .replaces = true },
	[PLACE_DOCUMENT] = { .label = WORDS("Quyết định", "Decision"), .kind = FORM_CHOICE, .width = 49 },
};
static const enum choice_number kinds[] = { SUCCESSION_KIND_MERGER, SUCCESSION_KIND_ABSORPTION,
	SUCCESSION_KIND_DIVISION, SUCCESSION_KIND_SPLIT_OFF, SUCCESSION_KIND_REPLACEMENT, SUCCESSION_KIND_END };

/* ---- names, read once after each deed ---- */

static char *
names_of(struct reorganise *of, const int64_t *ids, size_t count, enum entity_id entity)
{
	struct str text = { 0 };

	for (size_t i = 0; i < count; i++) {
		if (i)
			str_add_byte(&text, '\n');
		if (ids[i])
			view_label(&text, of->session->store, entity, ids[i]);
	}
	return str_take(&text);
}

void
reorganise_keep(struct reorganise *of)
{
	free(of->shown.before);
	free(of->shown.into);
	free(of->shown.document);
	of->shown = (struct texts){ names_of(of, of->before, of->before_count, ENTITY_UNIT),
		names_of(of, &of->into, 1, ENTITY_UNIT), names_of(of, &of->document, 1, ENTITY_DOCUMENT) };
}

/* Appends the n-th line. */
static void
add_line(struct str *out, const char *lines, size_t n)
{
	while (lines && n-- > 0) {
		const char *next = strchr(lines, '\n');
		lines = next ? next + 1 : NULL;
	}
	if (lines)
		str_add(out, lines, strcspn(lines, "\n"));
}

static struct words
kind_words(enum choice_number kind)
{
	const struct choice *choice =
		choice_numbered(entity_of(ENTITY_SUCCESSION)->fields[SUCCESSION_KIND].choices, kind);

	return choice ? choice->label : SAY("", "");
}

bool
reorganise_one_new(const struct reorganise *of)
{
	return of->kind == SUCCESSION_KIND_MERGER || of->kind == SUCCESSION_KIND_REPLACEMENT;
}

/* ---- what the form asks ---- */

static void
get(const void *self, struct form_at at, struct str *out)
{
	const struct reorganise *of = self;

	switch (at.field) {
	case PLACE_KIND:
		str_add_text(out, say(kind_words(of->kind)));
		break;
	case PLACE_BEFORE:
		add_line(out, of->shown.before, at.row);
		break;
	case PLACE_NAME:
		str_add_text(out, of->name ? of->name : "");
		break;
	case PLACE_SHORT:
		str_add_text(out, of->short_name ? of->short_name : "");
		break;
	case PLACE_INTO:
		str_add_text(out, of->shown.into ? of->shown.into : "");
		break;
	case PLACE_AFTER:
		if (at.row < of->after_count && of->after[at.row].name)
			str_add_text(out, of->after[at.row].name);
		break;
	case PLACE_DAY:
		date_show(out, str_text(&of->day));
		break;
	default:
		str_add_text(out, of->shown.document ? of->shown.document : "");
	}
}

static bool
find(int64_t *id, struct reorganise *of, enum entity_id entity, const char *text, struct err *err)
{
	enum entity_id found;

	*id = 0;
	return !*text || find_one(&found, id, of->session->store, entity, false, text, NULL, err);
}

static void
set_text(char **to, const char *text)
{
	free(*to);
	*to = *text ? mem_copy_text(text) : NULL;
}

static bool
set_day(struct reorganise *of, const char *text, struct err *err)
{
	struct str stored = { 0 };

	if (!date_read(&stored, text, of->session->year, err))
		return false;
	str_release(&of->day);
	of->day = stored;
	return true;
}

static bool
set_kind(struct reorganise *of, const char *text, struct err *err)
{
	const struct choice *choice =
		choice_worded(entity_of(ENTITY_SUCCESSION)->fields[SUCCESSION_KIND].choices, text);

	for (size_t i = 0; choice && i < ARRAY_COUNT(kinds); i++)
		if ((int)kinds[i] == choice->number) {
			of->kind = kinds[i];
			return true;
		}
	return err_set(err, ERR_INVALID,
		SAY("Không có cách “{1}”; F4 để chọn.", "There is no kind “{1}”; F4 to choose."), text, NULL);
}

static bool
set(void *self, struct form_at at, const char *text, struct err *err)
{
	struct reorganise *of = self;
	int64_t id = 0;
	bool good = true;

	switch (at.field) {
	case PLACE_KIND:
		good = set_kind(of, text, err);
		break;
	case PLACE_BEFORE:
		good = find(&id, of, ENTITY_UNIT, text, err);
		if (good && at.row < of->before_count)
			of->before[at.row] = id;
		break;
	case PLACE_NAME:
		set_text(&of->name, text);
		if (!of->short_name)
			set_text(&of->short_name, text);
		break;
	case PLACE_SHORT:
		set_text(&of->short_name, text);
		break;
	case PLACE_INTO:
		good = find(&id, of, ENTITY_UNIT, text, err);
		of->into = good ? id : of->into;
		break;
	case PLACE_AFTER:
		if (at.row < of->after_count)
			set_text(&of->after[at.row].name, text);
		break;
	case PLACE_DAY:
		good = set_day(of, text, err);
		break;
	default:
		good = find(&id, of, ENTITY_DOCUMENT, text, err);
		of->document = good ? id : of->document;
	}
	reorganise_keep(of);
	return good;
}

#define CANDIDATES 60
static bool
offer_records(struct reorganise *of, enum entity_id entity, const char *query, struct choice_items *out, size_t *all,
	struct err *err)
{
	struct candidate *found = mem_new(CANDIDATES, sizeof *found);
	size_t count = 0;
	char day[11];

	date_from_ymd(day, of->session->year * 10000 + 1231);
	bool good = find_candidates(found, CANDIDATES, &count, all, of->session->store, entity, false, query, day, err);
	for (size_t i = 0; good && i < count; i++)
		choice_items_add(out, found[i].id, found[i].label, found[i].detail);
	candidates_release(found, good ? count : 0);
	free(found);
	return good;
}

static bool
begins_with(const char *name, const char *query)
{
	struct str folded = { 0 }, begin = { 0 };

	text_bare(&folded, name);
	text_bare(&begin, query);
	bool begins = begin.length <= folded.length && memcmp(str_text(&folded), str_text(&begin), begin.length) == 0;
	str_release(&folded);
	str_release(&begin);
	return begins;
}

/* "Ninh Bình, hợp nhất 2025" · "Hà Nam, Nam Định, Ninh Bình"; its id is negative. */
static void
add_merger(struct choice_items *out, const struct province_merger *merger, size_t n)
{
	struct str before = { 0 };
	char *name = say_format(SAY("{1}, hợp nhất 2025", "{1}, merged in 2025"), merger->name, NULL);

	for (size_t i = 0; i < merger->before_count; i++)
		str_add_format(&before, "%s%s", i ? ", " : "", merger->before[i]);
	choice_items_add(out, -(int64_t)(n + 1), name, str_text(&before));
	free(name);
	str_release(&before);
}

/* The mergers of 2025 by the name of the new province: those that begin with what is typed come first. */
static bool
offer_mergers(const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct province_list list;

	if (!province_list_read(&list, err))
		return false;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < list.count; i++)
			if (begins_with(list.items[i].name, query) == (pass == 0) &&
				text_match(query, list.items[i].name, NULL, 0, NULL) != MATCH_NONE)
				add_merger(out, &list.items[i], i);
	*all += list.count;
	province_list_release(&list);
	return true;
}

/* Typing names a unit; F4 offers whole rows of the list first. */
static bool
offer_before(struct reorganise *of, struct form_at at, const char *query, struct choice_items *out, size_t *all,
	struct err *err)
{
	size_t mergers = 0;

	if (at.row == 0 && of->before_count <= 1 && of->form.asked && !offer_mergers(query, out, &mergers, err))
		return false;
	if (!offer_records(of, ENTITY_UNIT, query, out, all, err))
		return false;
	*all += mergers;
	return true;
}

/* The full names of those before: one of them often goes on. */
static bool
offer_names(struct reorganise *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	for (size_t i = 0; i < of->before_count; i++) {
		struct str full = { 0 };
		bool good = !of->before[i] ||
			label_add(&full, of->session->store, ENTITY_UNIT, of->before[i], LABEL_FULL, NULL, err);
		++*all;
		if (good && full.length && text_match(query, str_text(&full), NULL, 0, NULL) != MATCH_NONE)
			choice_items_add(out, of->before[i], str_text(&full), NULL);
		str_release(&full);
		if (!good)
			return false;
	}
	return true;
}

static bool
choices(void *self, struct form_at at, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct reorganise *of = self;

	*all = 0;
	switch (at.field) {
	case PLACE_KIND:
		*all = ARRAY_COUNT(kinds);
		for (size_t i = 0; i < ARRAY_COUNT(kinds); i++)
			if (text_match(query, say(kind_words(kinds[i])), NULL, 0, NULL) != MATCH_NONE)
				choice_items_add(out, kinds[i], say(kind_words(kinds[i])), NULL);
		return true;
	case PLACE_BEFORE:
		return offer_before(of, at, query, out, all, err);
	case PLACE_INTO:
		return offer_records(of, ENTITY_UNIT, query, out, all, err);
	case PLACE_DOCUMENT:
		return offer_records(of, ENTITY_DOCUMENT, query, out, all, err);
	case PLACE_NAME:
		return offer_names(of, query, out, all, err) && out->count > 0;
	default:
		return false;
	}
}

static const char *
choices_title(const void *self, struct form_at at)
{
	switch (at.field) {
	case PLACE_BEFORE:
		if (((const struct reorganise *)self)->form.asked && at.row == 0)
			return say(SAY("Hợp nhất năm 2025, hoặc đơn vị", "The mergers of 2025, or a unit"));
		return say(SAY("Chọn đơn vị", "Choose a unit"));
	case PLACE_INTO:
		return say(SAY("Chọn đơn vị", "Choose a unit"));
	case PLACE_DOCUMENT:
		return say(SAY("Chọn văn bản", "Choose a document"));
	case PLACE_NAME:
		return say(SAY("Tên của đơn vị trước", "Names of those before"));
	default:
		return NULL;
	}
}

/* Without the mark that tells two namesakes apart, which is no part of the name. */
static void
take_name(struct reorganise *of, int64_t unit, struct err *err)
{
	struct record phase = { 0 };
	struct sheaf sheaf;

	if (!sheaf_read(&sheaf, of->session->store, ENTITY_UNIT, unit, err))
		return;
	if (sheaf.lists[0].count) {
		phase = sheaf.lists[0].records[sheaf.lists[0].count - 1];
		set_text(&of->name, record_text(&phase, PHASE_NAME));
		set_text(&of->short_name, record_text(&phase, PHASE_SHORT));
	}
	sheaf_release(&sheaf);
}

static bool
refuse_recorded(struct reorganise *of, const struct province_units *units, struct err *err)
{
	struct str name = { 0 };

	view_label(&name, of->session->store, ENTITY_UNIT, units->successor);
	err_set(err, ERR_NOT_ALLOWED,
		SAY("Sổ đã ghi lần hợp nhất này: {1}. Ctrl+K để mở đơn vị ấy.",
			"The book has this merger already: {1}. Ctrl+K opens that unit."),
		str_text(&name), NULL);
	str_release(&name);
	return false;
}

/* The whole row: those before, the name, the day, the decision. */
static bool
take_merger(struct reorganise *of, size_t n, struct err *err)
{
	struct province_list list;
	struct province_units units;

	if (!province_list_read(&list, err))
		return false;
	bool good = n < list.count &&
		province_units_find(
			&units, of->session->store, &list.items[n], of->before_count ? of->before[0] : 0, err);
	if (good && units.successor)
		good = refuse_recorded(of, &units, err);
	while (good && of->before_count < units.before_count)
		good = reorganise_insert(of, PLACE_BEFORE, of->before_count, err);
	if (good) {
		memcpy(of->before, units.before, units.before_count * sizeof *of->before);
		of->kind = SUCCESSION_KIND_MERGER;
		of->document = units.document;
		str_clear(&of->day);
		str_add_text(&of->day, list.items[n].day);
		take_name(of, units.named, err);
	}
	province_list_release(&list);
	return good;
}

static bool
choose(void *self, struct form_at at, const struct choice_item *item, struct err *err)
{
	struct reorganise *of = self;

	if (!item)
		return true;
	switch (at.field) {
	case PLACE_KIND:
		of->kind = (enum choice_number)item->id;
		break;
	case PLACE_BEFORE:
		if (item->id < 0 && !take_merger(of, (size_t)(-item->id - 1), err))
			return false;
		if (item->id > 0 && at.row < of->before_count)
			of->before[at.row] = item->id;
		break;
	case PLACE_INTO:
		of->into = item->id;
		break;
	case PLACE_NAME:
		take_name(of, item->id, err);
		break;
	default:
		of->document = item->id;
	}
	reorganise_keep(of);
	return err->kind == ERR_NONE;
}

/* ---- rows ---- */

static size_t
rows(const void *self, int field)
{
	const struct reorganise *of = self;

	return field == PLACE_BEFORE ? of->before_count : field == PLACE_AFTER ? of->after_count : 0;
}

bool
reorganise_insert(void *self, int field, size_t row, struct err *err)
{
	struct reorganise *of = self;

	(void)err;
	if (field == PLACE_BEFORE) {
		ARRAY_RESERVE(of->before, of->before_count, of->before_capacity);
		memmove(of->before + row + 1, of->before + row, (of->before_count - row) * sizeof *of->before);
		of->before[row] = 0;
		of->before_count++;
	} else {
		ARRAY_RESERVE(of->after, of->after_count, of->after_capacity);
		memmove(of->after + row + 1, of->after + row, (of->after_count - row) * sizeof *of->after);
		of->after[row] = (struct name_row){ NULL };
		of->after_count++;
	}
	reorganise_keep(of);
	return true;
}

bool
reorganise_take_out(void *self, int field, size_t row, struct err *err)
{
	struct reorganise *of = self;

	(void)err;
	if (row >= rows(of, field))
		return false;
	if (field == PLACE_BEFORE) {
		of->before_count--;
		memmove(of->before + row, of->before + row + 1, (of->before_count - row) * sizeof *of->before);
	} else {
		free(of->after[row].name);
		of->after_count--;
		memmove(of->after + row, of->after + row + 1, (of->after_count - row) * sizeof *of->after);
	}
	reorganise_keep(of);
	return true;
}

bool
reorganise_shown(const void *self, int field)
{
	const struct reorganise *of = self;

	switch (field) {
	case PLACE_NAME:
	case PLACE_SHORT:
		return reorganise_one_new(of);
	case PLACE_INTO:
		return of->kind == SUCCESSION_KIND_ABSORPTION;
	case PLACE_AFTER:
		return of->kind == SUCCESSION_KIND_DIVISION || of->kind == SUCCESSION_KIND_SPLIT_OFF;
	default:
		return true;
	}
}

const struct form_ops reorganise_form_ops = { .get = get,
	.set = set,
	.choices = choices,
	.choices_title = choices_title,
	.choose = choose,
	.rows = rows,
	.insert = reorganise_insert,
	.remove = reorganise_take_out,
	.save = reorganise_save,
	.shown = reorganise_shown };

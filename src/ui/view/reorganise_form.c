/* The fields of a merger or a division: who comes before and after, from which day, by which decision. */
#include "ui/view/reorganise_form.h"
#include "app/edit.h"
#include "app/label.h"
#include "app/reorganise.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/date.h"
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
	[PLACE_CLUSTERS] = { .label = WORDS("Vào cụm", "Clusters"), .kind = FORM_CHOICE },
};

/* ---- what follows from what is typed ---- */

const char *
reorganise_day(const struct reorganise *of, char day[11])
{
	if (date_is_full(str_text(&of->day)))
		return str_text(&of->day);
	date_from_ymd(day, of->session->year * 10000 + 1231);
	return day;
}

bool
reorganise_founds(const struct reorganise *of)
{
	return reorganise_one_new(of) || reorganise_shown(of, PLACE_AFTER);
}

size_t
reorganise_named(const struct reorganise *of)
{
	size_t named = 0;

	for (size_t i = 0; i < of->before_count; i++)
		named += of->before[i] != 0;
	return named;
}

/* Those that all of the units before are in: the new one most likely goes on in them.  Where they were in different ones nobody
 * but the person knows. */
static void
follow_clusters(struct reorganise *of)
{
	struct reorganised_cluster *clusters = NULL;
	size_t count = 0, named = reorganise_named(of);
	char day[11];
	struct err err = { 0 };

	if (of->own_clusters)
		return;
	of->clusters.count = 0;
	if (reorganise_founds(of))
		reorganised_clusters(&clusters, &count, of->session->store, of->before, of->before_count,
			reorganise_day(of, day), &err);
	for (size_t i = 0; i < count; i++)
		if (clusters[i].members == named)
			ids_add(&of->clusters, clusters[i].cluster);
	free(clusters);
	err_release(&err);
}

static void
set_text(char **to, const char *text)
{
	free(*to);
	*to = *text ? mem_copy_text(text) : NULL;
}

/* The last name of a unit; false: it has none. */
static bool
read_names(char **full, char **short_name, struct reorganise *of, int64_t unit, struct err *err)
{
	struct sheaf sheaf;

	*full = *short_name = NULL;
	if (!sheaf_read(&sheaf, of->session->store, ENTITY_UNIT, unit, err))
		return false;
	if (sheaf.lists[0].count) {
		const struct record *phase = &sheaf.lists[0].records[sheaf.lists[0].count - 1];
		*full = mem_copy_text(record_text(phase, PHASE_NAME));
		*short_name = mem_copy_text(record_text(phase, PHASE_SHORT));
	}
	sheaf_release(&sheaf);
	return *full != NULL;
}

void
reorganise_follow_name(struct reorganise *of)
{
	char *found = NULL;

	if (of->own_short)
		return;
	for (size_t i = 0; of->name && !found && i < of->before_count; i++) {
		char *full, *short_name;
		struct err err = { 0 };
		if (of->before[i] && read_names(&full, &short_name, of, of->before[i], &err))
			found = reorganised_short_name(of->name, full, short_name);
		else
			full = short_name = NULL;
		free(full);
		free(short_name);
		err_release(&err);
	}
	set_text(&of->short_name, found ? found : of->name ? of->name : "");
	free(found);
}

/* Without the mark that tells two namesakes apart, which is no part of the name. */
void
reorganise_take_name(struct reorganise *of, int64_t unit, struct err *err)
{
	char *full, *short_name;

	if (!read_names(&full, &short_name, of, unit, err))
		return;
	set_text(&of->name, full);
	if (!of->own_short)
		set_text(&of->short_name, short_name);
	free(full);
	free(short_name);
}

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
	follow_clusters(of);
	free(of->shown.before);
	free(of->shown.into);
	free(of->shown.document);
	free(of->shown.clusters);
	of->shown = (struct texts){ names_of(of, of->before, of->before_count, ENTITY_UNIT),
		names_of(of, &of->into, 1, ENTITY_UNIT), names_of(of, &of->document, 1, ENTITY_DOCUMENT),
		names_of(of, of->clusters.items, of->clusters.count, ENTITY_CLUSTER) };
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

/* All lines beside each other. */
static void
add_joined(struct str *out, const char *lines)
{
	for (const char *at = lines ? lines : ""; *at; at++)
		if (*at == '\n')
			str_add_text(out, "; ");
		else
			str_add_byte(out, *at);
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
		str_add_text(out, say(reorganise_kind_words(of->kind)));
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
	case PLACE_CLUSTERS:
		add_joined(out, of->shown.clusters);
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

	for (size_t i = 0; choice && i < reorganise_kind_count; i++)
		if ((int)reorganise_kinds[i] == choice->number) {
			of->kind = reorganise_kinds[i];
			return true;
		}
	return err_set(err, ERR_INVALID,
		SAY("Không có cách “{1}”; F4 để chọn.", "There is no kind “{1}”; F4 to choose."), text, NULL);
}

/* "Cụm số 3; Cụm 10 tỉnh": names may hold commas.  None of them is taken unless all are known. */
static bool
set_clusters(struct reorganise *of, const char *text, struct err *err)
{
	char *copy = mem_copy_text(text), *rest = copy;
	struct ids clusters = { 0 };
	bool good = true;

	while (good && rest) {
		char *end = strchr(rest, ';'), *next = end ? end + 1 : NULL;
		int64_t id = 0;
		if (end)
			*end = '\0';
		rest += strspn(rest, " ");
		good = find(&id, of, ENTITY_CLUSTER, rest, err);
		if (good && id)
			ids_add(&clusters, id);
		rest = next;
	}
	free(copy);
	if (good) {
		ids_release(&of->clusters);
		of->clusters = clusters;
		of->own_clusters = true;
	} else {
		ids_release(&clusters);
	}
	return good;
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
		reorganise_follow_name(of);
		break;
	case PLACE_SHORT:
		set_text(&of->short_name, text);
		of->own_short = *text != '\0';
		reorganise_follow_name(of);
		break;
	case PLACE_CLUSTERS:
		good = set_clusters(of, text, err);
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
	case PLACE_CLUSTERS:
		return reorganise_founds(of);
	case PLACE_AFTER:
		return of->kind == SUCCESSION_KIND_DIVISION || of->kind == SUCCESSION_KIND_SPLIT_OFF;
	default:
		return true;
	}
}

const struct form_ops reorganise_form_ops = { .get = get,
	.set = set,
	.choices = reorganise_choices,
	.several = reorganise_several,
	.add_label = reorganise_add_label,
	.choices_title = reorganise_choices_title,
	.choose = reorganise_choose,
	.add_new = reorganise_add_new,
	.rows = rows,
	.insert = reorganise_insert,
	.remove = reorganise_take_out,
	.save = reorganise_save,
	.shown = reorganise_shown };

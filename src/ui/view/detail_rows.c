/* What is told of a record: what says it, its texts and note, where it is used. */
#include "app/edit.h"
#include "app/label.h"
#include "app/past.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/width.h"
#include "ui/view/detail.h"
#include "ui/view/view_text.h"
#include <stdlib.h>

static void
add_row(struct detail *detail, enum detail_kind kind, char *text, int64_t id)
{
	ARRAY_RESERVE(detail->rows, detail->count, detail->capacity);
	detail->rows[detail->count++] = (struct detail_row){ .kind = kind, .text = text, .id = id };
}

void
detail_add_head(struct detail *detail, struct words words)
{
	add_row(detail, DETAIL_HEAD, mem_copy_text(say(words)), 0);
}

struct wrapping {
	struct detail *detail;
	const struct detail_row *of; /* a line of that; NULL: a text */
	int lines, all;              /* of it: already there, and altogether */
};
static void
add_wrapped(void *to, const char *bytes, size_t length)
{
	struct wrapping *wrapping = to;
	struct str text = { 0 };

	str_add_text(&text, "  ");
	str_add(&text, bytes, length);
	add_row(wrapping->detail, DETAIL_TEXT, str_take(&text), 0);
}

#define LINES_MOST 3 /* of a row in a pane; row 22 has all of it */
static void
add_line(void *to, const char *bytes, size_t length)
{
	struct wrapping *wrapping = to;
	struct detail *detail = wrapping->detail;
	struct str text = { 0 };

	if (wrapping->lines == LINES_MOST)
		return;
	str_add_text(&text, wrapping->lines++ ? "    " : "");
	str_add(&text, bytes, length);
	if (wrapping->lines == LINES_MOST && wrapping->all > LINES_MOST)
		str_add_text(&text, "…");
	add_row(detail, wrapping->of->kind, str_take(&text), wrapping->of->id);
	detail->rows[detail->count - 1].entity = wrapping->of->entity;
	detail->rows[detail->count - 1].whole = mem_copy_text(wrapping->of->whole);
}

void
detail_add_long(struct detail *detail, struct detail_row row)
{
	if (!detail->pane || text_width(row.text) <= detail->columns) {
		add_row(detail, row.kind, row.text, row.id);
		detail->rows[detail->count - 1].entity = row.entity;
		return;
	}
	row.whole = row.text;
	struct wrapping wrapping = { detail, &row, 0, text_wrap_lines(row.text, detail->columns - 2) };
	text_wrap(row.text, detail->columns - 2, add_line, &wrapping);
	free(row.whole);
}

/* Of a document what it says is listed, of everything else what says it. */
static bool
cites(const struct detail *detail)
{
	return detail->entity == ENTITY_DOCUMENT;
}

/* "≠ Bài hội nghị tổng kết 2024 · Số: “trên 344 tỷ đồng” (suy ra)" */
static char *
source_text(struct detail *detail, struct store *store, const struct record *citation)
{
	struct str text = { 0 };
	int64_t agrees = record_integer(citation, CITATION_AGREES, CITATION_AGREES_AGREES);
	const char *field = record_text(citation, CITATION_FIELD), *quote = record_text(citation, CITATION_QUOTE);
	int index = *field ? entity_field(entity_of(detail->entity), field) : -1;

	str_add_text(&text, agrees == CITATION_AGREES_DIFFERS ? "≠ " : agrees == CITATION_AGREES_ADDS ? "+ " : "  ");
	if (cites(detail))
		view_label(&text, store, (enum entity_id)record_integer(citation, CITATION_ENTITY, ENTITY_NONE),
			record_integer(citation, CITATION_RECORD, 0));
	else
		view_label(&text, store, ENTITY_DOCUMENT, record_integer(citation, CITATION_DOCUMENT, 0));
	if (index >= 0 && !cites(detail)) {
		str_add_text(&text, " · ");
		str_add_text(&text, say(entity_of(detail->entity)->fields[index].label));
	}
	if (*quote) {
		str_add_text(&text, ": “");
		str_add_text(&text, quote);
		str_add_text(&text, "”");
	}
	if (record_integer(citation, CITATION_BASIS, CITATION_BASIS_STATED) == CITATION_BASIS_INFERRED)
		str_add_text(&text, say(SAY(" (suy ra)", " (inferred)")));
	return str_take(&text);
}

#define SOURCES_MOST 64
static bool
read_sources(struct detail *detail, struct store *store, struct err *err)
{
	struct reference *references = mem_new(SOURCES_MOST, sizeof *references);
	size_t count, shown = 0;
	bool good = record_references(references, SOURCES_MOST, &count, store, detail->entity, detail->record, err);

	detail_add_head(detail,
		cites(detail) ? SAY("Được dẫn làm nguồn của", "Cited as the source of") : SAY("Nguồn", "Sources"));
	for (size_t i = 0; good && i < count; i++) {
		struct record citation = { 0 };
		if (references[i].entity != ENTITY_CITATION ||
			(references[i].field == CITATION_DOCUMENT) != cites(detail))
			continue;
		good = record_read(&citation, store, ENTITY_CITATION, references[i].id, err);
		if (good)
			detail_add_long(detail,
				(struct detail_row){ .kind = DETAIL_SOURCE,
					.text = source_text(detail, store, &citation),
					.id = references[i].id });
		record_release(&citation);
		shown++;
	}
	if (good && !shown)
		add_row(detail, DETAIL_TEXT,
			mem_copy_text(say(cites(detail) ? SAY("  … chưa dẫn ở đâu", "  … nothing cites it")
							: SAY("  … sổ chưa ghi nguồn", "  … no source in the book"))),
			0);
	free(references);
	return good;
}

static int
note_field(const struct entity *entity)
{
	for (int i = 0; i < entity->field_count; i++)
		if (entity->fields[i].type == FIELD_LINES)
			return i;
	return -1;
}

/* What was written down in words beside the value: «62 công đoàn cơ sở», what a figure covers, a reason. */
static void
add_texts(struct detail *detail, const struct record *record)
{
	struct wrapping wrapping = { detail, NULL, 0, 0 };

	for (int i = 0; i < record->entity->field_count; i++) {
		const struct field *field = &record->entity->fields[i];
		if (field->type != FIELD_TEXT || i == record->entity->name_field || !record_has(record, i))
			continue;
		detail_add_head(detail, field->label);
		text_wrap(record_text(record, i), detail->columns, add_wrapped, &wrapping);
	}
}

static bool
read_note(struct detail *detail, struct store *store, struct err *err)
{
	struct record record = { 0 };
	struct wrapping wrapping = { detail, NULL, 0, 0 };
	int field = note_field(entity_of(detail->entity));

	if (!record_read(&record, store, detail->entity, detail->record, err))
		return false;
	add_texts(detail, &record);
	if (field >= 0 && record_has(&record, field)) {
		detail_add_head(detail, SAY("Ghi chú", "Note"));
		text_wrap(record_text(&record, field), detail->columns, add_wrapped, &wrapping);
	}
	record_release(&record);
	return true;
}

/* Of a part whose it is: a person is at a meeting, a metric in a covenant. */
static bool
add_owner(
	struct str *text, const struct detail *detail, struct store *store, const struct reference *of, struct err *err)
{
	const struct entity *entity = entity_of(of->entity);
	struct record part = { 0 };

	if (entity->owner_field < 0 || entity->owner == detail->entity)
		return true;
	bool good = record_read(&part, store, of->entity, of->id, err);
	if (good && record_has(&part, entity->owner_field)) {
		str_add_text(text, " · ");
		view_label(text, store, entity->owner, record_integer(&part, entity->owner_field, 0));
	}
	record_release(&part);
	return good;
}

#define REFERENCES_MOST 24
/* What speaks of the record: posts of a person, terms of a unit, figures of a metric … */
static bool
read_references(struct detail *detail, struct store *store, struct err *err)
{
	struct reference *references = mem_new(SOURCES_MOST + REFERENCES_MOST, sizeof *references);
	size_t count, shown = 0;
	bool good = record_references(
		references, SOURCES_MOST + REFERENCES_MOST, &count, store, detail->entity, detail->record, err);

	for (size_t i = 0; good && i < count && shown < REFERENCES_MOST; i++) {
		struct str text = { 0 };
		if (references[i].entity == ENTITY_CITATION)
			continue;
		if (!shown++)
			detail_add_head(detail, SAY("Có trong", "Used in"));
		str_add_format(&text, "  %s · ", say(entity_of(references[i].entity)->one));
		good = label_add(&text, store, references[i].entity, references[i].id, LABEL_SHORT, NULL, err) &&
			add_owner(&text, detail, store, &references[i], err);
		detail_add_long(detail,
			(struct detail_row){ .kind = DETAIL_REFERENCE,
				.text = str_take(&text),
				.id = references[i].id,
				.entity = references[i].entity });
	}
	if (good && shown == REFERENCES_MOST)
		add_row(detail, DETAIL_TEXT, mem_copy_text("  …"), 0);
	free(references);
	return good;
}

bool
detail_read(struct detail *detail, struct store *store, struct err *err)
{
	return read_sources(detail, store, err) && read_note(detail, store, err) &&
		detail_read_changes(detail, store, err) && read_references(detail, store, err);
}

/* Files out, and the columns of all files. */
#include "app/reports.h"
#include "base/mem.h"
#include "listing.h"

static bool
pass_on(void *to, const char *bytes, size_t length, struct err *err)
{
	struct deed *deed = to;
	return output_add(&deed->out, bytes, length, err);
}

bool
run_export(struct deed *deed, struct err *err)
{
	enum entity_id entity;
	struct report report = { 0 };
	if (!kind_named(&entity, deed, deed->arguments->words[0], err))
		return false;
	if (deed->format == FORMAT_XLSX)
		return report_kind(&report, deed->store, entity, err) && put_report(deed, &report, err);
	return export_kind(deed->store, entity, deed->format, deed->style, pass_on, deed, err);
}

/* ---- the columns of the files -------------------------------------------------------------------------------------- */

const char *
field_type_word(enum field_type type)
{
	static const char *const words[] = {
		[FIELD_UID] = "uid",
		[FIELD_TEXT] = "text",
		[FIELD_LINES] = "lines",
		[FIELD_CODE] = "code",
		[FIELD_INTEGER] = "integer",
		[FIELD_BOOL] = "bool",
		[FIELD_YEAR] = "year",
		[FIELD_DATE] = "date",
		[FIELD_PERIOD] = "period",
		[FIELD_CHOICE] = "choice",
		[FIELD_SET] = "set",
		[FIELD_REFERENCE] = "reference",
		[FIELD_SUBJECT] = "subject",
		[FIELD_ENTITY] = "kind",
		[FIELD_ANY] = "record",
		[FIELD_AMOUNT] = "amount",
		[FIELD_HUNDREDTHS] = "hundredths",
	};
	return words[type];
}

void
field_values_add(struct str *out, const struct field *field)
{
	for (size_t i = 0; i < field->choices.count; i++) {
		str_add_text(out, i ? "; " : "");
		str_add_text(out, field->choices.items[i].word);
	}
	if (field->type == FIELD_REFERENCE)
		str_add_text(out, entity_of(field->target)->table);
	if (field->type == FIELD_SUBJECT)
		str_add_text(out, "unit; cluster");
	if (field->type == FIELD_BOOL)
		str_add_text(out, "có; không");
	if (field->type == FIELD_INTEGER && (field->min || field->max)) {
		str_add_integer(out, field->min);
		str_add_text(out, "–");
		str_add_integer(out, field->max);
	}
}

enum { KIND, COLUMN, TYPE, REQUIRED_, VALUES, LABEL };
static const struct column field_columns[] = {
	[KIND] = { "kind", WORDS("Loại", "Kind"), SHOWN_ALWAYS, false },
	[COLUMN] = { "column", WORDS("Cột", "Column"), SHOWN_ALWAYS, false },
	[TYPE] = { "type", WORDS("Kiểu", "Type"), SHOWN_ALWAYS, false },
	[REQUIRED_] = { "required", WORDS("Cần", "Needed"), SHOWN_ALWAYS, false },
	[VALUES] = { "values", WORDS("Giá trị", "Values"), SHOWN_IN_FILES, false },
	[LABEL] = { "label", WORDS("Nghĩa", "Meaning"), SHOWN_ALWAYS, false },
};

static size_t
count_fields(enum entity_id first, enum entity_id last)
{
	size_t count = 0;
	for (int id = (int)first; id <= (int)last; id++)
		for (int i = 0; i < entity_of((enum entity_id)id)->field_count; i++)
			count += !FIELD_IS_DERIVED(&entity_of((enum entity_id)id)->fields[i]);
	return count;
}

static size_t
list_fields(struct listing *listing, size_t row, const struct entity *entity)
{
	for (int i = 0; i < entity->field_count; i++) {
		const struct field *field = &entity->fields[i];
		struct str values = { 0 };
		if (FIELD_IS_DERIVED(field))
			continue;
		field_values_add(&values, field);
		listing_text(listing, row, KIND, entity->table);
		listing_text(listing, row, COLUMN, field->code);
		listing_text(listing, row, TYPE, field_type_word(field->type));
		listing_text(listing, row, REQUIRED_, field->flags & FIELD_REQUIRED ? "!" : "");
		listing_text(listing, row, VALUES, str_text(&values));
		listing_text(listing, row, LABEL, say(field->label));
		str_release(&values);
		row++;
	}
	return row;
}

bool
run_fields(struct deed *deed, struct err *err)
{
	enum entity_id first = (enum entity_id)(ENTITY_NONE + 1), last = (enum entity_id)(ENTITY_END - 1);
	if (deed->arguments->count && !kind_named(&first, deed, deed->arguments->words[0], err))
		return false;
	if (deed->arguments->count)
		last = first;
	struct listing listing =
		listing_new(deed, count_fields(first, last), field_columns, ARRAY_COUNT(field_columns));
	size_t row = 0;
	for (int id = (int)first; id <= (int)last; id++)
		row = list_fields(&listing, row, entity_of((enum entity_id)id));
	return listing_put(deed, &listing, err);
}

/* Files in and out. */
#include "app/reports.h"
#include "base/file.h"
#include "base/mem.h"
#include "listing.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FILE_MOST ((size_t)1 << 30)

struct reading {
	const char *file;
	size_t faults;
	int percent;
	bool terminal;
};

static const char *
without(const char *text, const char *place)
{
	return text_starts(text, place) ? text + strlen(place) : text;
}

/* The fault without file, line and letter, which stand before it in the form that other programs read. */
static const char *
without_place(const struct reading *reading, const struct err *fault)
{
	struct str place = { 0 };
	const char *slash = strrchr(reading->file, '/');
	const char *rest = fault->text ? fault->text : "";
	str_add_text(&place, slash ? slash + 1 : reading->file);
	const char *behind = without(rest, str_text(&place));
	str_clear(&place);
	str_add_format(&place, "%s%ld", say(SAY(", dòng ", ", line ")), fault->line);
	behind = without(behind, str_text(&place));
	rest = text_starts(behind, ", ") || text_starts(behind, ": ") ? behind + 2 : rest;
	str_clear(&place);
	str_add_format(&place,
		say_language() == LANGUAGE_EN ? "Line %ld, letter %ld: " : "Dòng %ld, chữ thứ %ld: ", fault->line,
		fault->column);
	rest = without(rest, str_text(&place));
	str_release(&place);
	return rest;
}

/* FILE:LINE:COLUMN: reason; a fault of a whole line has no column. */
static void
tell_fault(void *to, const struct err *fault)
{
	struct reading *reading = to;
	struct str line = { 0 };
	reading->faults++;
	str_add_format(&line, "%s:%ld:", reading->file, fault->line);
	if (fault->column > 0)
		str_add_format(&line, "%ld:", fault->column);
	str_add_byte(&line, ' ');
	str_add_text(&line, without_place(reading, fault));
	cli_complain(str_text(&line));
	str_release(&line);
}

static bool
tell_progress(void *to, size_t done, size_t all)
{
	struct reading *reading = to;
	int percent = all ? (int)(done / (all / 100 + 1)) : 0;
	if (!reading->terminal || percent < reading->percent + 10)
		return true;
	reading->percent = percent - percent % 10;
	struct str number = { 0 };
	str_add_integer(&number, reading->percent);
	char *sentence = say_format(SAY("{1}: {2} %", "{1}: {2} %"), reading->file, str_text(&number), NULL);
	cli_complain(sentence);
	free(sentence);
	str_release(&number);
	return true;
}

static bool
say_result(struct deed *deed, const struct import_result *result, struct err *err)
{
	const size_t numbers[] = { result->read, result->added, result->changed, result->same };
	struct str texts[4] = { 0 };
	for (size_t i = 0; i < 4; i++)
		str_add_integer(&texts[i], (int64_t)numbers[i]);
	bool done = output_say(&deed->out, err,
		SAY("Đã đọc {1} dòng: thêm {2}, sửa {3}, không đổi {4}.",
			"Read {1} rows: {2} added, {3} changed, {4} unchanged."),
		str_text(&texts[0]), str_text(&texts[1]), str_text(&texts[2]), str_text(&texts[3]), NULL);
	for (size_t i = 0; i < 4; i++)
		str_release(&texts[i]);
	return done;
}

static bool
put_result(struct deed *deed, const struct import_result *result, struct err *err)
{
	static const struct column columns[] = {
		{ "read", WORDS("Đã đọc", "Read"), SHOWN_ALWAYS, true },
		{ "added", WORDS("Thêm", "Added"), SHOWN_ALWAYS, true },
		{ "changed", WORDS("Sửa", "Changed"), SHOWN_ALWAYS, true },
		{ "unchanged", WORDS("Không đổi", "Unchanged"), SHOWN_ALWAYS, true },
	};
	if (deed->format == FORMAT_TABLE)
		return say_result(deed, result, err);
	struct listing listing = listing_new(deed, 1, columns, ARRAY_COUNT(columns));
	listing_integer(&listing, 0, 0, (int64_t)result->read);
	listing_integer(&listing, 0, 1, (int64_t)result->added);
	listing_integer(&listing, 0, 2, (int64_t)result->changed);
	listing_integer(&listing, 0, 3, (int64_t)result->same);
	return listing_put(deed, &listing, err);
}

static bool
refuse_encoding(struct deed *deed, const char *named, struct err *err)
{
	struct str words = { 0 };
	for (int n = 0; n < CHARSET_COUNT; n++)
		str_add_format(&words, "%s%s", n ? ", " : "", charset_word((enum charset)n));
	misuse(deed, err,
		SAY("Không có bảng mã “{1}”. Các bảng mã: {2}.", "There is no encoding “{1}”. The encodings: {2}."),
		named, str_text(&words), NULL);
	str_release(&words);
	return false;
}

/* A guess is told, since it may be wrong. */
static void
guess_encoding(enum charset *encoding, const struct str *bytes)
{
	if (!charset_guess(encoding, str_text(bytes), bytes->length) || *encoding == CHARSET_UTF8)
		return;
	char *sentence =
		say_format(SAY("Nhận ra bảng mã {1}; nếu chữ sai, hãy nêu bảng mã bằng --encoding.",
				   "The encoding looks like {1}; if letters come out wrong, name it with --encoding."),
			say(charset_name(*encoding)), NULL);
	cli_complain(sentence);
	free(sentence);
}

bool
run_import(struct deed *deed, struct err *err)
{
	enum entity_id entity;
	struct reading reading = { .file = deed->arguments->words[1], .terminal = isatty(STDERR_FILENO) == 1 };
	struct import_result result = { 0 };
	struct str bytes = { 0 };
	enum charset encoding;
	const char *named = deed->arguments->values[OPTION_ENCODING];
	struct import_wish wish = { .encoding = &encoding, .title_case = deed->arguments->values[OPTION_TITLE_CASE] };
	if (!kind_named(&entity, deed, deed->arguments->words[0], err))
		return false;
	if (named && !charset_named(&encoding, named))
		return refuse_encoding(deed, named, err);
	bool done = file_read(&bytes, reading.file, FILE_MOST, err);
	if (done && !named)
		guess_encoding(&encoding, &bytes);
	done = done &&
		import_kind(&result, deed->store, entity, reading.file, str_text(&bytes), bytes.length, &wish,
			tell_fault, tell_progress, &reading, err);
	str_release(&bytes);
	if (!done && !reading.faults && err->line > 0)
		tell_fault(&reading, err);
	if (!done && reading.faults)
		err_set(err, err->kind,
			SAY("Chưa nhập gì từ {1}; hãy sửa những chỗ trên rồi nhập lại.",
				"Nothing of {1} was stored; please put the above right and import again."),
			reading.file, NULL);
	return done && put_result(deed, &result, err);
}

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

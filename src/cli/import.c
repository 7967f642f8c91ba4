/* Files in: what was recognised, the faults each at its place, and what became of the rows. */
#include "app/import_look.h"
#include "base/file.h"
#include "base/mem.h"
#include "listing.h"
#include "text/case.h"
#include "text/width.h"
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
	const char *rest = fault->text ? fault->text : "";
	str_add_text(&place, file_base_name(reading->file));
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

/* FILE:LINE:COLUMN: reason; what is about a whole line has no column. */
static void
tell_line(const struct reading *reading, const char *begin, const struct err *told)
{
	struct str line = { 0 };
	str_add_format(&line, "%s:%ld:", reading->file, told->line);
	if (told->column > 0)
		str_add_format(&line, "%ld:", told->column);
	str_add_format(&line, " %s", begin);
	str_add_text(&line, without_place(reading, told));
	cli_complain(str_text(&line));
	str_release(&line);
}

static void
tell_fault(void *to, const struct err *fault)
{
	struct reading *reading = to;
	reading->faults++;
	tell_line(reading, "", fault);
}

/* Not a fault: it is stored, or would be. */
static void
tell_doubt(void *to, const struct err *doubt)
{
	tell_line(to, say(SAY("cần xem lại: ", "to look at: ")), doubt);
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

/* ---- what became of it ---- */

static bool
say_result(struct deed *deed, const struct import_result *result, bool trial, struct err *err)
{
	const size_t numbers[] = { result->read, result->added, result->changed, result->same };
	struct str texts[4] = { 0 };
	for (size_t i = 0; i < 4; i++)
		str_add_integer(&texts[i], (int64_t)numbers[i]);
	bool done = output_say(&deed->out, err,
		trial ? SAY("Nếu nhập: {1} dòng, thêm {2}, sửa {3}, không đổi {4}.  Chưa ghi gì.",
				"An import would read {1} rows, add {2}, change {3}, leave {4} as they are.  Nothing was stored.")
		      : SAY("Đã đọc {1} dòng: thêm {2}, sửa {3}, không đổi {4}.",
				"Read {1} rows: {2} added, {3} changed, {4} unchanged."),
		str_text(&texts[0]), str_text(&texts[1]), str_text(&texts[2]), str_text(&texts[3]), NULL);
	for (size_t i = 0; i < 4; i++)
		str_release(&texts[i]);
	return done;
}

static bool
put_result(struct deed *deed, const struct import_result *result, bool trial, struct err *err)
{
	static const struct column columns[] = {
		{ "read", WORDS("Đã đọc", "Read"), SHOWN_ALWAYS, true },
		{ "added", WORDS("Thêm", "Added"), SHOWN_ALWAYS, true },
		{ "changed", WORDS("Sửa", "Changed"), SHOWN_ALWAYS, true },
		{ "unchanged", WORDS("Không đổi", "Unchanged"), SHOWN_ALWAYS, true },
	};
	if (deed->format == FORMAT_TABLE)
		return say_result(deed, result, trial, err);
	struct listing listing = listing_new(deed, 1, columns, ARRAY_COUNT(columns));
	listing_integer(&listing, 0, 0, (int64_t)result->read);
	listing_integer(&listing, 0, 1, (int64_t)result->added);
	listing_integer(&listing, 0, 2, (int64_t)result->changed);
	listing_integer(&listing, 0, 3, (int64_t)result->same);
	return listing_put(deed, &listing, err);
}

static void
tell_doubtful(const struct import_result *result, bool stored)
{
	struct str number = { 0 };
	str_add_integer(&number, (int64_t)result->doubtful);
	char *sentence = say_format(stored ? SAY("Cần xem lại {1} số trên; đã ghi như tệp viết.",
						     "To look at: {1}, above; stored as the file has them.")
					   : SAY("Cần xem lại {1} số trên; nếu đúng thì cứ nhập.",
						     "To look at: {1}, above; import them if they are right."),
		str_text(&number), NULL);
	if (result->doubtful)
		cli_complain(sentence);
	free(sentence);
	str_release(&number);
}

static bool
refuse_result(
	const struct deed *deed, const struct reading *reading, const struct import_result *result, struct err *err)
{
	if (err->kind == ERR_NOT_ALLOWED && !given(deed, OPTION_LARGE) && result->read > IMPORT_MOST)
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("{1} có hơn 250.000 bản ghi: trong lúc nhập, người khác không ghi được vào sổ.  Vẫn nhập thì thêm --large.",
				"{1} has more than 250,000 records: nobody else can write into the book meanwhile.  Add --large to import it all the same."),
			reading->file, NULL);
	if (result->faulty && given(deed, OPTION_DRY_RUN)) {
		struct str faulty = { 0 };
		str_add_integer(&faulty, (int64_t)result->faulty);
		err_set(err, err->kind,
			SAY("{1} dòng của {2} có lỗi; còn lỗi thì không nhập được gì.  Chưa ghi gì.",
				"{1} rows of {2} have faults; nothing can be imported before they are put right.  Nothing was stored."),
			str_text(&faulty), reading->file, NULL);
		str_release(&faulty);
		return false;
	}
	if (reading->faults)
		err_set(err, err->kind,
			SAY("Chưa nhập gì từ {1}; hãy sửa những chỗ trên rồi nhập lại.",
				"Nothing of {1} was stored; please put the above right and import again."),
			reading->file, NULL);
	return false;
}

/* ---- what was recognised ---- */

/* A guess is told, since it may be wrong. */
static void
tell_guess(const struct str *bytes, const struct import_wish *wish)
{
	struct import_look look;
	struct str said = { 0 }, doubt = { 0 };
	struct err ended = { 0 }; /* told by the import, with its place */
	import_look(&look, str_text(bytes), bytes->length, wish, NULL, NULL, &ended);
	import_say_encoding(&said, &look);
	import_say_doubt(&doubt, &look);
	char *sentence = say_format(
		SAY("Nhận ra {1}.  Nếu chữ sai, hãy nêu bảng mã bằng --encoding; --dry-run để xem trước.",
			"Recognised {1}.  If letters come out wrong, name another with --encoding; --dry-run shows them first."),
		str_text(&said), NULL);
	if (look.encoding != CHARSET_UTF8)
		cli_complain(sentence);
	if (doubt.length)
		cli_complain(str_text(&doubt));
	free(sentence);
	str_release(&said);
	str_release(&doubt);
	import_look_release(&look);
	err_release(&ended);
}

#define CELL_MOST 32
/* Cells of a long text would push the others out of sight. */
static void
cut_cells(struct sheet *sheet)
{
	for (size_t n = 0; n < sheet->row_count * sheet->column_count; n++) {
		struct cell *cell = &sheet->cells[n];
		if (!cell->text || text_width(cell->text) <= CELL_MOST)
			continue;
		struct str cut = { 0 };
		text_cut(&cut, cell->text, CELL_MOST);
		free(cell->text);
		cell->text = str_take(&cut);
	}
}

static bool
put_line(struct deed *deed, const char *begin, const struct str *said, struct err *err)
{
	struct str line = { 0 };
	if (*begin)
		str_add_format(&line, "%s %s.", begin, str_text(said));
	else
		str_add_text(&line, str_text(said));
	bool done = !said->length || output_say(&deed->out, err, SAY("{1}", "{1}"), str_text(&line), NULL);
	str_release(&line);
	return done;
}

/* What was recognised and from what, and the first rows as they would be read. */
static bool
put_look(struct deed *deed, struct import_look *look, struct err *err)
{
	struct str encoding = { 0 }, said = { 0 }, separator = { 0 }, doubt = { 0 }, table = { 0 };
	import_say_encoding(&encoding, look);
	import_say_separator(&said, look);
	text_first_upper(&separator, str_text(&said));
	str_add_byte(&separator, '.');
	import_say_doubt(&doubt, look);
	bool done = put_line(deed, say(SAY("Bảng mã", "Encoding")), &encoding, err);
	if (look->sheet.column_count) {
		cut_cells(&look->sheet);
		sheet_write_table(&look->sheet, &table);
		done = done && put_line(deed, "", &separator, err) &&
			output_add(&deed->out, str_text(&table), table.length, err);
	}
	done = done && put_line(deed, "", &doubt, err) && output_flush(&deed->out, err);
	str_release(&encoding);
	str_release(&said);
	str_release(&separator);
	str_release(&doubt);
	str_release(&table);
	return done;
}

static bool
preview(struct deed *deed, const struct str *bytes, const struct import_wish *wish, struct err *err)
{
	struct import_look look;
	struct err ended = { 0 }; /* the trial tells it, with its place */
	import_look(&look, str_text(bytes), bytes->length, wish, NULL, NULL, &ended);
	bool done = deed->format != FORMAT_TABLE || put_look(deed, &look, err);
	import_look_release(&look);
	err_release(&ended);
	return done;
}

/* ---- the command ---- */

static bool
read_encoding(struct import_wish *wish, enum charset *encoding, struct deed *deed, struct err *err)
{
	const char *named = given(deed, OPTION_ENCODING);
	struct str words = { 0 };
	if (!named)
		return true;
	wish->encoding = encoding;
	if (charset_named(encoding, named))
		return true;
	for (int n = 0; n < CHARSET_COUNT; n++)
		str_add_format(&words, "%s%s", n ? ", " : "", charset_word((enum charset)n));
	misuse(deed, err,
		SAY("Không có bảng mã “{1}”. Các bảng mã: {2}.", "There is no encoding “{1}”. The encodings: {2}."),
		named, str_text(&words), NULL);
	str_release(&words);
	return false;
}

static bool
read_separator(struct import_wish *wish, struct deed *deed, struct err *err)
{
	const char *named = given(deed, OPTION_SEPARATOR);
	if (!named)
		return true;
	bool sign = *named && !named[1] && strchr(",;|\t", *named);
	if (!sign && !text_equal(named, "tab"))
		return misuse(deed, err,
			SAY("Dấu ngăn “{1}” không dùng được; hãy viết “,” “;” “|” hoặc tab.",
				"“{1}” cannot part cells; write “,” “;” “|” or tab."),
			named, NULL);
	wish->separator = sign ? *named : '\t';
	return true;
}

bool
run_import(struct deed *deed, struct err *err)
{
	enum entity_id entity;
	struct reading reading = { .file = deed->arguments->words[1], .terminal = isatty(STDERR_FILENO) == 1 };
	struct import_result result = { 0 };
	struct str bytes = { 0 };
	enum charset encoding;
	struct import_wish wish = { .title_case = given(deed, OPTION_TITLE_CASE),
		.most = given(deed, OPTION_LARGE) ? 0 : IMPORT_MOST,
		.trial = given(deed, OPTION_DRY_RUN) != NULL,
		.doubt = tell_doubt };
	if (!kind_named(&entity, deed, deed->arguments->words[0], err) || !read_encoding(&wish, &encoding, deed, err) ||
		!read_separator(&wish, deed, err))
		return false;
	bool done = file_read(&bytes, reading.file, FILE_MOST, err);
	if (done && wish.trial)
		done = preview(deed, &bytes, &wish, err);
	else if (done && !wish.encoding)
		tell_guess(&bytes, &wish);
	done = done &&
		import_kind(&result, deed->store, entity, reading.file, str_text(&bytes), bytes.length, &wish,
			tell_fault, tell_progress, &reading, err);
	str_release(&bytes);
	if (!done && !reading.faults && err->line > 0)
		tell_fault(&reading, err);
	tell_doubtful(&result, done && !wish.trial);
	if (!done)
		return refuse_result(deed, &reading, &result, err);
	return put_result(deed, &result, wish.trial, err);
}

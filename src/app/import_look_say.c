/* What was recognised in a file, and from what, in words. */
#include "app/import_look.h"
#include "text/width.h"
#include <stdlib.h>

#define ROW_MOST 60 /* columns of a row that another encoding would make; its begin is enough to judge by */

static void
add_formed(struct str *out, char *text)
{
	str_add_text(out, text);
	free(text);
}

static void
add_counted(struct str *out, const struct import_look *look)
{
	struct str syllables = { 0 }, words = { 0 };

	str_add_integer(&syllables, (int64_t)look->finding.syllables);
	str_add_integer(&words, (int64_t)look->finding.words);
	add_formed(out,
		say_format(
			SAY("{1}/{2} từ có dấu đọc ra là tiếng Việt", "{1} of {2} words with marks read as Vietnamese"),
			str_text(&syllables), str_text(&words), NULL));
	str_release(&syllables);
	str_release(&words);
}

static void
add_sign(struct str *out, const struct import_look *look)
{
	switch (look->finding.sign) {
	case CHARSET_BY_ASCII:
		str_add_text(out, say(SAY("cả tệp không có chữ nào có dấu", "no letter of the file has a mark")));
		break;
	case CHARSET_BY_MARK:
		str_add_text(out, say(SAY("tệp mở đầu bằng dấu BOM", "the file begins with its byte order mark")));
		break;
	case CHARSET_BY_ZEROS:
		str_add_text(out, say(SAY("cứ hai byte có một byte 0", "every second byte is 0")));
		break;
	case CHARSET_BY_FORM:
		str_add_text(out, say(SAY("mọi byte đúng dạng", "all bytes are well-formed")));
		if (look->finding.words)
			str_add_text(out, ", ");
		if (look->finding.words)
			add_counted(out, look);
		break;
	case CHARSET_BY_SYLLABLES:
		add_counted(out, look);
		break;
	case CHARSET_UNSURE:
		str_add_text(
			out, say(SAY("không bảng mã nào đọc ra tiếng Việt", "no encoding makes Vietnamese of it")));
		break;
	}
}

void
import_say_encoding(struct str *out, const struct import_look *look)
{
	bool chosen = look->encoding != look->finding.charset;

	if (look->finding.sign == CHARSET_UNSURE && !chosen) {
		str_add_text(out, say(SAY("chưa nhận ra: ", "not recognised: ")));
		add_sign(out, look);
		return;
	}
	str_add_text(out, say(charset_name(look->encoding)));
	if (!chosen) {
		str_add_text(out, ": ");
		add_sign(out, look);
	} else if (look->finding.sign == CHARSET_UNSURE) {
		str_add_text(out, say(SAY(", do bạn chọn", ", your choice")));
	} else {
		add_formed(out,
			say_format(SAY(", do bạn chọn; tự nhận thì là {1}", ", your choice; it looks like {1}"),
				say(charset_name(look->finding.charset)), NULL));
	}
}

void
import_name_separator(struct str *out, char separator)
{
	switch (separator) {
	case ',':
		str_add_text(out, say(SAY("phẩy “,”", "comma “,”")));
		break;
	case ';':
		str_add_text(out, say(SAY("chấm phẩy “;”", "semicolon “;”")));
		break;
	case '\t':
		str_add_text(out, say(SAY("tab", "tab")));
		break;
	case '|':
		str_add_text(out, say(SAY("gạch đứng “|”", "bar “|”")));
		break;
	default:
		str_add_byte(out, separator);
	}
}

void
import_say_separator(struct str *out, const struct import_look *look)
{
	struct str name = { 0 }, columns = { 0 };

	import_name_separator(&name, look->separator);
	str_add_integer(&columns, (int64_t)look->sheet.column_count);
	add_formed(out,
		say_format(look->separator_named ? SAY("dấu ngăn {1} (dòng sep= của tệp), {2} cột",
							   "separator {1} (a line sep= of the file), {2} columns")
						 : SAY("dấu ngăn {1}, {2} cột", "separator {1}, {2} columns"),
			str_text(&name), str_text(&columns), NULL));
	str_release(&name);
	str_release(&columns);
}

void
import_say_doubt(struct str *out, const struct import_look *look)
{
	struct str others = { 0 }, line = { 0 }, row = { 0 };

	if (look->encoding != look->finding.charset || !look->finding.other_count)
		return;
	for (size_t i = 0; i < look->finding.other_count; i++) {
		str_add_text(&others, i ? ", " : "");
		str_add_text(&others, say(charset_name(look->finding.others[i])));
	}
	add_formed(out, say_format(SAY("Cũng có thể là {1}.", "It may also be {1}."), str_text(&others), NULL));
	if (look->other_row) {
		str_add_integer(&line, look->other_line);
		text_cut(&row, look->other_row, ROW_MOST);
		str_add_byte(out, ' ');
		add_formed(out,
			say_format(SAY("Theo {1} thì dòng {2} là: {3}", "In {1} line {2} reads: {3}"),
				say(charset_name(look->finding.others[0])), str_text(&line), str_text(&row), NULL));
	}
	str_release(&others);
	str_release(&line);
	str_release(&row);
}

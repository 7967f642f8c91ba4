/* The fields of the page that reads in a file, and the values that they offer. */
#include "base/mem.h"
#include "text/fold.h"
#include "text/match.h"
#include "ui/view/import_page.h"
#include <stdlib.h>
#include <string.h>

#define FOUND -1 /* id of the choice that leaves it to the program */

const struct form_field import_fields[IMPORT_PLACES] = {
	[IMPORT_FILE] = { .label = WORDS("Tệp", "File"), .kind = FORM_TEXT, .replaces = true },
	[IMPORT_ENCODING] = { .label = WORDS("Bảng mã", "Encoding"), .kind = FORM_CHOICE, .width = 20 },
	[IMPORT_SEPARATOR] = { .label = WORDS("Ngăn", "Sep."),
		.full = WORDS("Dấu ngăn", "Separator"),
		.kind = FORM_CHOICE,
		.gap = 2,
		.width = 12 },
	[IMPORT_KIND] = { .label = WORDS("Loại", "Kind"), .kind = FORM_CHOICE, .width = 18 },
	[IMPORT_CAPITALS] = { .label = WORDS("Viết hoa", "Capitals"), .kind = FORM_CHOICE, .gap = 2, .width = 12 },
};

/* ---- what is chosen ---- */

/* The kind that the heads tell, else the one meant, when it can have them. */
static enum entity_id
kind_found(const struct import_page *page)
{
	if (page->stage < IMPORT_LOOKED)
		return page->meant;
	enum entity_id told = import_kind_of(&page->look, page->path);
	bool may = page->meant && import_columns_known(&page->look, page->meant) == page->look.sheet.column_count;
	return told ? told : may ? page->meant : ENTITY_NONE;
}

enum entity_id
import_kind_here(const struct import_page *page)
{
	return page->kind_chosen ? page->kind : kind_found(page);
}

struct import_wish
import_wish_here(const struct import_page *page)
{
	return (struct import_wish){ .encoding = page->encoding_chosen ? &page->encoding : NULL,
		.separator = page->separator,
		.title_case = page->capitals.length ? str_text(&page->capitals) : NULL };
}

static void
add_found(struct str *out)
{
	str_add_text(out, say(SAY("tự nhận: ", "found: ")));
}

static void
show_encoding(const struct import_page *page, bool chosen, struct str *out)
{
	if (chosen) {
		str_add_text(out, say(charset_name(page->encoding)));
		return;
	}
	add_found(out);
	if (page->stage < IMPORT_LOOKED)
		str_add_text(out, "…");
	else if (page->look.finding.sign == CHARSET_UNSURE)
		str_add_text(out, say(SAY("chưa rõ", "not sure")));
	else
		str_add_text(out, say(charset_name(page->look.finding.charset)));
}

static void
show_separator(const struct import_page *page, char chosen, struct str *out)
{
	if (chosen) {
		import_name_separator(out, chosen);
		return;
	}
	add_found(out);
	if (page->stage < IMPORT_LOOKED || page->separator || !page->look.separator)
		str_add_text(out, "…");
	else if (page->look.separator == '\t')
		import_name_separator(out, '\t');
	else
		str_add_byte(out, page->look.separator);
}

static void
show_kind(const struct import_page *page, bool chosen, struct str *out)
{
	enum entity_id kind = chosen ? page->kind : kind_found(page);

	if (!chosen)
		add_found(out);
	if (kind)
		str_add_text(out, say(entity_of(kind)->many));
	else
		str_add_text(out, page->stage < IMPORT_LOOKED ? "…" : say(SAY("chưa rõ", "not sure")));
}

static void
get(const void *of, struct form_at at, struct str *out)
{
	const struct import_page *page = of;

	switch (at.field) {
	case IMPORT_FILE:
		if (page->path)
			import_show_path(page->path, out);
		break;
	case IMPORT_ENCODING:
		show_encoding(page, page->encoding_chosen, out);
		break;
	case IMPORT_SEPARATOR:
		show_separator(page, page->separator, out);
		break;
	case IMPORT_KIND:
		show_kind(page, page->kind_chosen, out);
		break;
	default:
		str_add_text(out, page->capitals.length ? str_text(&page->capitals) : say(SAY("không", "none")));
	}
}

/* ---- the lists ---- */

bool
import_fits(const char *text, const char *query)
{
	struct str bare = { 0 }, typed = { 0 };

	if (text_match(query, text, NULL, 0, NULL) != MATCH_NONE)
		return true;
	text_bare(&bare, text);
	text_bare(&typed, query);
	bool within = strstr(str_text(&bare), str_text(&typed)) != NULL;
	str_release(&bare);
	str_release(&typed);
	return within;
}

static void
offer(struct choice_items *out, size_t *all, const char *query, int64_t id, const char *text, const char *detail,
	bool marked)
{
	++*all;
	if (import_fits(text, query) || (detail && import_fits(detail, query)))
		choice_items_add(out, id, text, detail)->marked = marked;
}

static void
offer_encodings(const struct import_page *page, const char *query, struct choice_items *out, size_t *all)
{
	struct str found = { 0 };

	show_encoding(page, false, &found);
	offer(out, all, query, FOUND, str_text(&found), NULL, !page->encoding_chosen);
	for (int n = 0; n < CHARSET_COUNT; n++) {
		size_t words = 0, syllables = 0;
		struct str detail = { 0 };
		bool chosen = page->encoding_chosen && page->encoding == (enum charset)n;
		bool sensible = page->bytes.length &&
			charset_count(&words, &syllables, (enum charset)n, str_text(&page->bytes), page->bytes.length);
		if (sensible)
			str_add_format(&detail, "%zu/%zu %s", syllables, words,
				say(SAY("từ là tiếng Việt", "words are Vietnamese")));
		offer(out, all, query, n, say(charset_name((enum charset)n)), str_text(&detail), chosen);
		str_release(&detail);
	}
	str_release(&found);
}

static void
offer_separators(const struct import_page *page, const char *query, struct choice_items *out, size_t *all)
{
	struct str text = { 0 };

	show_separator(page, 0, &text);
	offer(out, all, query, FOUND, str_text(&text), NULL, !page->separator);
	for (const char *sign = ",;\t|"; *sign; sign++) {
		str_clear(&text);
		import_name_separator(&text, *sign);
		offer(out, all, query, *sign, str_text(&text), NULL, page->separator == *sign);
	}
	str_release(&text);
}

/* Those that have all columns of the file first, then the others in the order in which they refer to each other. */
static void
offer_kinds(const struct import_page *page, const char *query, struct choice_items *out, size_t *all)
{
	size_t count, columns = page->stage >= IMPORT_LOOKED ? page->look.sheet.column_count : 0;
	const enum entity_id *order = exchange_order(&count);
	struct str found = { 0 };

	show_kind(page, false, &found);
	offer(out, all, query, FOUND, str_text(&found), NULL, !page->kind_chosen);
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < count; i++) {
			size_t known = columns ? import_columns_known(&page->look, order[i]) : 0;
			bool whole = columns && known == columns;
			struct str detail = { 0 };
			if (whole != (round == 0))
				continue;
			str_add_text(&detail, entity_of(order[i])->table);
			if (columns)
				str_add_format(&detail, " · %zu/%zu %s", known, columns, say(SAY("cột", "columns")));
			offer(out, all, query, order[i], say(entity_of(order[i])->many), str_text(&detail),
				page->kind_chosen && page->kind == order[i]);
			str_release(&detail);
		}
	str_release(&found);
}

static bool
offer_capitals(
	const struct import_page *page, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	enum entity_id kind = import_kind_here(page);
	const struct sheet *sheet = &page->look.sheet;

	for (size_t i = 0; kind && page->stage >= IMPORT_LOOKED && i < sheet->column_count; i++)
		if (import_column_is_text(kind, sheet->columns[i].text))
			offer(out, all, query, (int64_t)i, sheet->columns[i].text, NULL,
				import_head_is_listed(str_text(&page->capitals), sheet->columns[i].text));
	return *all ||
		err_set(err, ERR_INVALID,
			kind ? SAY("Tệp không có cột tên, cột chữ nào để viết hoa đầu từ.",
				       "The file has no column of names or text to write with capitals.")
			     : SAY("Chọn loại bản ghi trước.", "Choose the kind of record first."),
			NULL);
}

static bool
choices(void *of, struct form_at at, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct import_page *page = of;

	*all = 0;
	switch (at.field) {
	case IMPORT_FILE:
		return import_offer_files(page, query, out, all, err);
	case IMPORT_ENCODING:
		offer_encodings(page, query, out, all);
		return true;
	case IMPORT_SEPARATOR:
		offer_separators(page, query, out, all);
		return true;
	case IMPORT_KIND:
		offer_kinds(page, query, out, all);
		return true;
	default:
		return offer_capitals(page, query, out, all, err);
	}
}

static void
note(const void *of, struct form_at at, const struct choice_item *item, struct str *out)
{
	(void)item;
	if (at.field == IMPORT_FILE)
		import_note_files(of, out);
}

static const char *
choices_title(const void *of, struct form_at at)
{
	(void)of;
	switch (at.field) {
	case IMPORT_FILE:
		return say(SAY("Tệp và thư mục", "Files and folders"));
	case IMPORT_ENCODING:
		return say(SAY("Bảng mã", "Encoding"));
	case IMPORT_SEPARATOR:
		return say(SAY("Dấu ngăn các ô", "What parts the cells"));
	case IMPORT_KIND:
		return say(SAY("Loại bản ghi", "Kind of record"));
	default:
		return say(SAY("Cột viết hoa đầu từ", "Columns with capitals"));
	}
}

static bool
several(const void *of, struct form_at at)
{
	(void)of;
	return at.field == IMPORT_CAPITALS;
}

/* ---- taking ---- */

void
import_choose_capitals(struct import_page *page, const char *head, bool marked)
{
	struct str list = { 0 };
	const struct sheet *sheet = &page->look.sheet;

	for (size_t i = 0; i < sheet->column_count; i++) {
		const char *other = sheet->columns[i].text;
		bool wanted = head && strcmp(other, head) == 0
			? marked
			: import_head_is_listed(str_text(&page->capitals), other);
		if (!wanted || !import_column_is_text(import_kind_here(page), other))
			continue;
		str_add_text(&list, list.length ? "," : "");
		str_add_text(&list, other);
	}
	str_release(&page->capitals);
	page->capitals = list;
}

static void
take(struct import_page *page, int field, const struct choice_item *item)
{
	switch (field) {
	case IMPORT_ENCODING:
		page->encoding_chosen = item->id != FOUND;
		if (page->encoding_chosen)
			page->encoding = (enum charset)item->id;
		break;
	case IMPORT_SEPARATOR:
		page->separator = item->id == FOUND ? 0 : (char)item->id;
		break;
	case IMPORT_KIND:
		page->kind_chosen = item->id != FOUND;
		if (page->kind_chosen)
			page->kind = (enum entity_id)item->id;
		break;
	default:
		import_choose_capitals(page, item->text, item->marked);
	}
	import_look_again(page);
}

static bool
choose(void *of, struct form_at at, const struct choice_item *item, struct err *err)
{
	struct import_page *page = of;

	if (at.field == IMPORT_FILE)
		return import_choose_file(page, item, err);
	if (item)
		take(page, at.field, item);
	return true;
}

/* What was typed into a choice and names one value of it. */
static bool
set_choice(struct import_page *page, struct form_at at, const char *text, struct err *err)
{
	struct choice_items items = { 0 };
	size_t all;

	if (at.field == IMPORT_CAPITALS && (!*text || import_fits(say(SAY("không", "none")), text))) {
		str_clear(&page->capitals);
		import_look_again(page);
		return true;
	}
	bool good = choices(page, at, text, &items, &all, err);
	if (good && items.count == 1) {
		items.items[0].marked = true;
		take(page, at.field, &items.items[0]);
	} else if (good) {
		good = err_set(err, ERR_INVALID,
			SAY("Không có giá trị nào tên “{1}”; F4 để chọn.", "There is no value “{1}”; F4 to choose."),
			text, NULL);
	}
	choice_items_release(&items);
	return good;
}

static bool
set(void *of, struct form_at at, const char *text, struct err *err)
{
	struct import_page *page = of;

	if (at.field != IMPORT_FILE)
		return set_choice(page, at, text, err);
	if (!*text) {
		import_forget_file(page);
		return true;
	}
	bool good = import_go_to(page, text, err);
	if (good && page->enters)
		good = err_set(err, ERR_INVALID,
			SAY("{1} là một thư mục; F4 xem trong ấy.", "{1} is a folder; F4 looks into it."), text, NULL);
	page->enters = false;
	return good;
}

static bool
save(void *of, struct err *err)
{
	return import_store(of, err);
}

const struct form_ops import_form_ops = { .get = get,
	.set = set,
	.choices = choices,
	.several = several,
	.choices_title = choices_title,
	.choice_note = note,
	.choose = choose,
	.save = save };

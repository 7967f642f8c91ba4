#include "ui/vietnamese.h"
#include "base/mem.h"
#include "text/clean.h"
#include "text/width.h"
#include "ui/list.h"
#include "ui/ui.h"
#include <stdlib.h>
#include <string.h>

#define LEFT_WIDTH 17  /* columns of what a row is about */
#define BOX_COLUMN 10  /* where the box to type in begins */
#define METHOD_PLACE 8 /* columns that the name of the input method takes at the right of the box */

struct vietnamese_row {
	char *text;
	bool head;
};
struct vietnamese {
	struct view view;
	struct list list;
	struct vietnamese_row *rows;
	size_t count, capacity;
	struct line line;
	int box_row;
	unsigned char backspace; /* what the rows say of it */
	enum input_method method;
};

static struct vietnamese *
page_of(const struct view *view)
{
	return (struct vietnamese *)view;
}

/* ---- rows ---- */

static void
add_row(struct vietnamese *page, const char *text, bool head)
{
	ARRAY_RESERVE(page->rows, page->count, page->capacity);
	page->rows[page->count++] = (struct vietnamese_row){ mem_copy_text(text), head };
}

static void
add_head(struct vietnamese *page, struct words words)
{
	add_row(page, say(words), true);
}

static void
add_pair(struct vietnamese *page, const char *left, const char *right)
{
	struct str text = { 0 };
	int blanks = LEFT_WIDTH - text_width(left);
	str_add_text(&text, left);
	for (blanks = blanks < 2 ? 2 : blanks; blanks; blanks--)
		str_add_byte(&text, ' ');
	str_add_text(&text, right);
	add_row(page, str_text(&text), false);
	str_release(&text);
}

static const char *
answer_words(const struct terminal_facts *facts, bool plain)
{
	switch (facts->answer) {
	case TERMINAL_UTF8:
		return say(plain
				? SAY("hiểu, nhưng máy này không có locale UTF-8 nào: hiện không dấu",
					  "understood, but this machine has no UTF-8 locale: shown without marks")
				: SAY("đầu cuối hiểu (đã thử lúc mở)", "the terminal understands it (tried at start)"));
	case TERMINAL_EIGHT_BIT:
		return say(SAY("đầu cuối không hiểu: hiện không dấu, sổ vẫn đủ dấu",
			"not understood: shown without marks, the book keeps them"));
	default:
		return say(plain ? SAY("không thử được; hiện không dấu theo locale hoặc --utf8",
					   "not tried; shown without marks, by the locale or --utf8")
				 : SAY("không thử được; tin theo locale hoặc --utf8",
					   "not tried; by the locale or --utf8"));
	}
}

static const char *
method_words(enum input_method method)
{
	return method == METHOD_TELEX ? say(SAY("Telex, Ctrl+\\ đổi", "Telex, Ctrl+\\ changes"))
		: method == METHOD_VNI
		? say(SAY("VNI, Ctrl+\\ đổi", "VNI, Ctrl+\\ changes"))
		: say(SAY("tắt; máy không có bộ gõ thì Ctrl+\\ bật Telex, VNI", "off; Ctrl+\\ turns on Telex, VNI"));
}

static void
add_facts(struct vietnamese *page)
{
	struct terminal_facts facts = ui_terminal(page->view.ui);
	struct str window = { 0 }, colours = { 0 };
	page->backspace = facts.backspace;
	page->method = ui_method(page->view.ui);
	add_head(page, SAY("Đầu cuối này", "This terminal"));
	add_pair(page, "UTF-8", answer_words(&facts, ui_plain(page->view.ui)));
	add_pair(page, "Backspace",
		facts.backspace == 0x7f ? say(SAY("gửi 0x7F", "sends 0x7F"))
			: facts.backspace == 8
			? say(SAY("gửi 0x08", "sends 0x08"))
			: say(SAY("chưa bấm; 0x7F và 0x08 đều dùng được", "not pressed yet; 0x7F and 0x08 both work")));
	str_add_integer(&colours, facts.colours);
	char *colour = facts.colour
		? say_format(SAY("có ({1})", "yes ({1})"), str_text(&colours), NULL)
		: mem_copy_text(say(SAY("không; mọi điều đều có hình riêng", "no; everything has a shape of its own")));
	add_pair(page, say(SAY("Màu", "Colours")), colour);
	str_add_format(&window, "%d×%d · TERM=%s", facts.columns, facts.rows, facts.name);
	add_pair(page, say(SAY("Cửa sổ", "Window")), str_text(&window));
	if (facts.wide_signs)
		add_pair(page, "►",
			say(SAY("rộng hai cột (thiết lập CJK): dấu hiệu vẽ bằng ASCII",
				"two columns wide (CJK settings): signs are drawn in ASCII")));
	add_pair(page, say(SAY("Bộ gõ của sổ", "Typing method")), method_words(page->method));
	free(colour);
	str_release(&window);
	str_release(&colours);
}

static void
add_letters(struct vietnamese *page)
{
	static const char *const rows[] = { "a à ả ã á ạ   ă ằ ẳ ẵ ắ ặ   â ầ ẩ ẫ ấ ậ",
		"A À Ả Ã Á Ạ   Ă Ằ Ẳ Ẵ Ắ Ặ   Â Ầ Ẩ Ẫ Ấ Ậ", "e è ẻ ẽ é ẹ   ê ề ể ễ ế ệ   i ì ỉ ĩ í ị   đ",
		"E È Ẻ Ẽ É Ẹ   Ê Ề Ể Ễ Ế Ệ   I Ì Ỉ Ĩ Í Ị   Đ", "o ò ỏ õ ó ọ   ô ồ ổ ỗ ố ộ   ơ ờ ở ỡ ớ ợ",
		"O Ò Ỏ Õ Ó Ọ   Ô Ồ Ổ Ỗ Ố Ộ   Ơ Ờ Ở Ỡ Ớ Ợ", "u ù ủ ũ ú ụ   ư ừ ử ữ ứ ự   y ỳ ỷ ỹ ý ỵ",
		"U Ù Ủ Ũ Ú Ụ   Ư Ừ Ử Ữ Ứ Ự   Y Ỳ Ỷ Ỹ Ý Ỵ",
		"► ▲ ▼ ◄ √ × ≠ ¦ † • … – − · › “ ” « » ± ← → ↑ ↓ ─ │ ┌ ┐ └ ┘ ┬ █ ▒" };
	add_head(page,
		SAY("134 chữ có dấu, và dấu hiệu của màn hình: thấy ô vuông thì đổi phông",
			"The 134 marked letters and the signs: boxes mean another font is needed"));
	for (size_t n = 0; n < ARRAY_COUNT(rows); n++)
		add_row(page, rows[n], false);
	add_pair(page, say(SAY("Phông đủ chữ", "Complete fonts")),
		"Noto Sans Mono, JetBrains Mono, Consolas, Courier New");
	add_pair(page, say(SAY("Phông thiếu chữ", "Incomplete")), "DejaVu Sans Mono, Liberation Mono, Hack, Terminus");
}

static void
add_settings(struct vietnamese *page)
{
	add_head(page, SAY("Đặt đầu cuối thế nào", "How to set up a terminal"));
	add_pair(page, "PuTTY", "Window > Translation > Remote character set: UTF-8");
	add_pair(page, "",
		say(SAY("Window > Appearance > Font: Consolas; các mục khác để mặc định",
			"Window > Appearance > Font: Consolas; the rest as it is")));
	add_pair(page, "tmux", "tmux -u · set -s escape-time 20");
	add_pair(page, "screen", "export LANG=C.UTF-8; screen -U");
	add_pair(page, "xterm", "uxterm -fa 'Noto Sans Mono' -fs 12");
	add_pair(page, say(SAY("Linux không X", "Linux console")),
		"/etc/default/console-setup: CODESET=\"Vietnamese\"; setupcon");
	add_pair(page, "UniKey, EVKey",
		say(SAY("bảng mã Unicode dựng sẵn hay tổ hợp đều được", "code table Unicode, composed or not")));
}

static void
fill(struct vietnamese *page)
{
	for (size_t n = 0; n < page->count; n++)
		free(page->rows[n].text);
	page->count = 0;
	add_facts(page);
	add_letters(page);
	add_settings(page);
	list_set_count(&page->list, page->count, SIZE_MAX);
}

/* ---- the list ---- */

static void
cell(const void *of, size_t row, int column, struct str *out)
{
	(void)column;
	str_add_text(out, ((const struct vietnamese *)of)->rows[row].text);
}

static enum list_row
kind(const void *of, size_t row)
{
	return ((const struct vietnamese *)of)->rows[row].head ? LIST_HEAD : LIST_ROW;
}

static const struct list_ops rows_ops = { .cell = cell, .kind = kind };
static const struct list_column columns[] = { { .width = 0 } };

/* ---- the view ---- */

static bool
open(struct view *view, const void *place, struct err *err)
{
	struct vietnamese *page = page_of(view);
	(void)place;
	(void)err;
	page->list = (struct list){
		.ops = &rows_ops, .of = page, .columns = columns, .column_count = 1, .no_heads = true, .no_marks = true
	};
	page->line.composer = ui_composer(view->ui);
	fill(page);
	return true;
}

static void
close_page(struct view *view)
{
	struct vietnamese *page = page_of(view);
	for (size_t n = 0; n < page->count; n++)
		free(page->rows[n].text);
	free(page->rows);
	line_release(&page->line);
	list_release(&page->list);
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_FILTER;
}

static void
arrange(struct view *view, const struct layout *layout)
{
	struct vietnamese *page = page_of(view);
	struct area area = layout->body;
	struct terminal_facts facts = ui_terminal(view->ui);
	if (layout->detail >= 0)
		area.rows++; /* there is no detail here */
	page->box_row = layout->state;
	if (facts.backspace != page->backspace || ui_method(view->ui) != page->method)
		fill(page);
	list_place(&page->list, area, layout->state);
}

/* How the last letter came: "ế" as one code point or as a letter and its mark. */
static void
add_received(const struct vietnamese *page, struct str *out)
{
	const char *text = line_text(&page->line);
	struct str clean = { 0 };
	text_nfc(&clean, text, page->line.text.length);
	bool composed = text_equal(str_text(&clean), text);
	bool vietnamese = false;
	for (const char *at = text; *at; at++)
		vietnamese = vietnamese || (unsigned char)*at >= 0x80;
	if (!composed)
		str_add_text(out,
			say(SAY("Chữ đến ở dạng tổ hợp (dấu rời); sổ ghi dựng sẵn.",
				"The letters come with separate marks; the book keeps them composed.")));
	else if (vietnamese)
		str_add_text(out, say(SAY("Chữ đến ở dạng dựng sẵn.", "The letters come composed.")));
	else
		str_add_text(out,
			say(SAY("Chưa có chữ có dấu nào. Thử: tiếng Việt, Đắk Lắk, Quảng Ngãi.",
				"No marked letter yet. Try: tiếng Việt, Đắk Lắk, Quảng Ngãi.")));
	str_release(&clean);
}

static void
frame(const struct view *view, struct frame *frame)
{
	str_add_text(&frame->title, say(SAY("Trợ giúp › Tiếng Việt", "Help › Vietnamese")));
	str_add_text(&frame->place, say(SAY("Tiếng Việt", "Vietnamese")));
	add_received(page_of(view), &frame->note);
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct vietnamese *page = page_of(view);
	draw_text(draw, page->box_row, 1, BOX_COLUMN - 1, ROLE_TEXT, say(SAY("Thử gõ: ", "Try here: ")));
	list_draw(&page->list, draw, true);
	draw_text(draw, page->box_row, BOX_COLUMN + 1, 1, ROLE_TEXT, "[");
	draw_text(draw, page->box_row, draw->columns - METHOD_PLACE, 1, ROLE_TEXT, "]");
	line_draw(&page->line, draw, page->box_row, BOX_COLUMN + 2, draw->columns - METHOD_PLACE - BOX_COLUMN - 2,
		ROLE_EDIT, true);
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct vietnamese *page = page_of(view);
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
		return list_act(&page->list, action, err);
	case ACTION_BACK:
		if (line_is_empty(&page->line))
			return VIEW_CLOSE;
		line_set(&page->line, "");
		return VIEW_DONE;
	case ACTION_CHOOSE:
		return VIEW_CLOSE;
	default:
		return line_act(&page->line, action) ? VIEW_DONE : VIEW_PASS;
	}
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct vietnamese *page = page_of(view);
	if (pasted)
		line_paste(&page->line, utf8, length, err);
	else
		line_type(&page->line, utf8, length);
	return VIEW_DONE;
}

static bool
allows(const struct view *view, enum action_id action)
{
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_PAGE_BACK:
	case ACTION_PAGE_ON:
		return list_allows(&page_of(view)->list, action);
	case ACTION_BACK:
	case ACTION_TYPE:
	case ACTION_METHOD:
		return true;
	default:
		return actions[action].group == GROUP_TEXT;
	}
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint hints[] = {
		HINT("a–z", TYPE, "Thử gõ", "Type"),
		HINT("Ctrl+\\", METHOD, "Kiểu gõ", "Method"),
		HINT("↑↓", DOWN, "Dòng", "Row"),
		HINT("PgDn", PAGE_ON, "Trang sau", "Next page"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Đóng", "Close"),
	};
	(void)view;
	*count = ARRAY_COUNT(hints);
	return hints;
}

const struct view_ops vietnamese_ops = {
	.name = "vietnamese",
	.size = sizeof(struct vietnamese),
	.context = context,
	.open = open,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.hints = hints,
	.close = close_page,
};

bool
vietnamese_open(struct ui *ui, struct err *err)
{
	return ui_open(ui, &vietnamese_ops, NULL, err);
}

/* Views, keys and what is said, through the loop but without a terminal. */
#include "check.h"
#include "harness.h"
#include "text/match.h"
#include "ui/choices.h"
#include "ui/dialog.h"
#include "ui/ui.h"

#define DOWN "\033[B"
#define RIGHT "\033[C"
#define F1 "\033OP"
#define F2 "\033OQ"
#define F6 "\033[17~"
#define F9 "\033[20~"
#define ESC "\033"

/* A page that writes down what it is told. */
struct page {
	struct view view;
	enum context context;
	struct str log;
	bool unsaved, refuses;
	int loads, tab;
};
static struct page *last;
static int closed_pages;
static struct ui ui;
static struct canvas canvas;

static bool
page_open(struct view *view, const void *place, struct err *err)
{
	struct page *page = (struct page *)view;
	page->context = place ? *(const enum context *)place : IN_LIST;
	last = page;
	return page->context != IN_ANY || err_set(err, ERR_NOT_FOUND, SAY("Không có.", "None."), NULL);
}

static bool
page_load(struct view *view, struct err *err)
{
	(void)err;
	((struct page *)view)->loads++;
	return true;
}

static enum context
page_context(const struct view *view)
{
	return ((const struct page *)view)->context;
}

static void
page_frame(const struct view *view, struct frame *frame)
{
	static const struct tab tabs[] = { { WORDS("Chung", "Main"), WORDS(NULL, NULL) },
		{ WORDS("Khen", "Awards"), WORDS("Khen thưởng", "All awards") } };
	str_add_text(&frame->title, "Cụm số 3");
	str_add_text(&frame->period, "Cả năm 2024");
	str_add_text(&frame->detail, "chi tiết");
	str_add_text(&frame->note, "lời nhắc");
	frame->tabs = tabs;
	frame->tab_count = 2;
	frame->tab = ((const struct page *)view)->tab;
}

static enum outcome
page_act(struct view *view, enum action_id action, struct err *err)
{
	struct page *page = (struct page *)view;
	if (action == ACTION_BACK || action == ACTION_PERIOD || action == ACTION_TURN || action == ACTION_EXPORT ||
		actions[action].group == GROUP_PROGRAM || action == ACTION_TABS)
		return VIEW_PASS;
	str_add_format(&page->log, "<%s>", actions[action].name);
	if (action == ACTION_SAVE && page->context == IN_CELL) {
		if (page->refuses) {
			err_set(err, ERR_INVALID, SAY("Không hiểu số này.", "Not understood."), NULL);
			return VIEW_DONE;
		}
		page->context = IN_GRID;
	}
	if (action == ACTION_DELETE)
		return VIEW_CLOSE;
	return VIEW_DONE;
}

static enum outcome
page_text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct page *page = (struct page *)view;
	(void)err;
	if (pasted)
		str_add_text(&page->log, "{");
	str_add(&page->log, utf8, length);
	return page->context == IN_CHART ? VIEW_PASS : VIEW_DONE;
}

static bool
page_allows(const struct view *view, enum action_id action)
{
	(void)view;
	return action != ACTION_PERIOD && action != ACTION_TURN && action != ACTION_EXPORT;
}

static struct words
page_label(const struct view *view, enum action_id action)
{
	(void)view;
	return action == ACTION_ADD ? SAY("Thêm cụm", "Add cluster") : SAY(NULL, NULL);
}

static bool
page_tab(struct view *view, int tab, struct err *err)
{
	(void)err;
	((struct page *)view)->tab = tab;
	return true;
}

static void
page_answer(struct view *view, const struct view *closed)
{
	struct page *page = (struct page *)view;
	if (dialog_is(closed))
		str_add_format(&page->log, "(%d:%d)", closed->tag, dialog_answer(closed));
	else if (choices_is(closed))
		str_add_format(&page->log, "(%d:%s|%s)", choices_end(closed),
			choices_taken(closed) ? choices_taken(closed)->text : "", choices_query(closed));
	else
		str_add_format(&page->log, "(%s)", closed->ops->name);
}

static bool
page_unsaved(const struct view *view)
{
	return ((const struct page *)view)->unsaved;
}

static void
page_close(struct view *view)
{
	str_release(&((struct page *)view)->log);
	closed_pages++;
}

static const struct view_ops page_ops = { .name = "page",
	.size = sizeof(struct page),
	.context = page_context,
	.open = page_open,
	.load = page_load,
	.frame = page_frame,
	.act = page_act,
	.text = page_text,
	.allows = page_allows,
	.label = page_label,
	.tab = page_tab,
	.answer = page_answer,
	.unsaved = page_unsaved,
	.close = page_close };
static const struct view_ops home_ops = { .name = "home",
	.size = sizeof(struct page),
	.home = true,
	.context = page_context,
	.open = page_open,
	.load = page_load,
	.frame = page_frame,
	.act = page_act,
	.text = page_text,
	.allows = page_allows,
	.answer = page_answer,
	.unsaved = page_unsaved,
	.close = page_close };

static struct page *
open_page(const struct view_ops *ops, enum context context)
{
	struct err err = { 0 };
	check(ui_open(&ui, ops, &context, &err));
	return last;
}

static int
setup(void **state)
{
	(void)state;
	harness_init(&ui, 24, 80);
	closed_pages = 0;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	harness_release(&ui);
	return 0;
}

static void
check_message(const char *expected)
{
	check_text(str_text(&ui.message), expected);
}

static void
keys_become_actions_and_characters_text(void **state)
{
	(void)state;
	struct page *page = open_page(&home_ops, IN_LIST);
	harness_send(&ui, F2 "\r" DOWN "a4[Đ ");
	check_text(str_text(&page->log), "<EDIT><ENTER><DOWN>a4[Đ<MARK>");
}

static void
in_a_text_box_every_character_is_text(void **state)
{
	static const enum context boxes[] = { IN_FILTER, IN_CELL, IN_FIELD, IN_CHOICE_FIELD, IN_FORM_ROWS,
		IN_TEXT_AREA };
	(void)state;
	for (size_t n = 0; n < sizeof boxes / sizeof *boxes; n++) {
		struct page *page = open_page(&home_ops, boxes[n]);
		harness_send(&ui, "Đắk dd w[]4->?/ \b\177");
		check_text(str_text(&page->log), "Đắk dd w[]4->?/ <ERASE><ERASE>");
	}
}

static void
escape_and_digits_do_not_become_a_function_key_in_a_cell(void **state)
{
	(void)state;
	struct page *page = open_page(&home_ops, IN_CELL);
	harness_send(&ui, ESC "35");
	check_text(str_text(&page->log), "35");
	struct page *list = open_page(&page_ops, IN_LIST);
	harness_send(&ui, ESC "25");
	check_text(str_text(&list->log), "<EDIT>5");
}

static void
a_key_without_use_says_so(void **state)
{
	(void)state;
	open_page(&home_ops, IN_LIST);
	harness_send(&ui, "\022");
	check_message("Ctrl+R không dùng ở đây.");
	harness_send(&ui, "\033OR");
	check_message("F3 không dùng ở đây.");
	harness_send(&ui, "\033[23~");
	check_message("F11 không dùng ở đây.");
	harness_send(&ui, "\003");
	check_message("Bôi đen bằng chuột để chép; Ctrl+Q để thoát.");
	harness_send(&ui, "\033[99~");
	check_message("Không biết phím này (ESC [ 9 9 ~); không làm gì.");
	harness_send(&ui, "\377");
	check_message("Chữ vừa nhận không phải UTF-8 nên không ghi.");
	harness_send(&ui, DOWN);
	check_message("");
}

static void
characters_in_a_chart_say_so(void **state)
{
	(void)state;
	open_page(&home_ops, IN_CHART);
	harness_send(&ui, "a");
	check_message("Ở đây không gõ chữ được; F9 mở menu.");
}

static void
a_command_commits_the_cell_first(void **state)
{
	(void)state;
	struct page *page = open_page(&home_ops, IN_CELL);
	harness_send(&ui, F2);
	check_text(str_text(&page->log), "<SAVE><EDIT>");
	page->context = IN_CELL;
	page->refuses = true;
	harness_send(&ui, F2);
	check_text(str_text(&page->log), "<SAVE><EDIT><SAVE>");
	check_message("Không hiểu số này.");
	check(ui.fault);
}

static void
a_command_is_refused_in_a_form_with_changes(void **state)
{
	(void)state;
	struct page *page = open_page(&home_ops, IN_FIELD);
	page->unsaved = true;
	harness_send(&ui, F2);
	check_text(str_text(&page->log), "");
	check_message("Lưu hoặc bỏ phiếu trước.");
	harness_send(&ui, "\033OS");
	check_text(str_text(&page->log), "<CHOOSE>");
	page->unsaved = false;
	harness_send(&ui, F2);
	check_text(str_text(&page->log), "<CHOOSE><EDIT>");
}

static void
escape_goes_one_screen_back_and_never_quits(void **state)
{
	(void)state;
	struct page *home = open_page(&home_ops, IN_LIST);
	open_page(&page_ops, IN_LIST);
	harness_send(&ui, ESC);
	check(ui_top(&ui) == &home->view);
	check_text(str_text(&home->log), "(page)");
	harness_send(&ui, ESC);
	check(!ui.ended);
	check_message("Esc không thoát chương trình. F10 hoặc Ctrl+Q để thoát.");
	harness_send(&ui, "\021");
	check(ui.ended);
}

static void
quitting_asks_when_something_is_not_saved(void **state)
{
	(void)state;
	open_page(&home_ops, IN_LIST)->unsaved = true;
	open_page(&page_ops, IN_LIST);
	harness_send(&ui, "\033[21~");
	check(!ui.ended);
	check(dialog_is(ui_top(&ui)));
	harness_send(&ui, "\r"); /* the safe answer is preset */
	check(!ui.ended);
	harness_send(&ui, "\021");
	harness_send(&ui, "2");
	check(ui.ended);
}

static void
a_dialog_is_answered_with_digits_arrows_or_escape(void **state)
{
	static const struct {
		const char *keys, *answer;
	} walks[] = { { "1", "(7:0)" }, { "3", "(7:2)" }, { RIGHT "\r", "(7:2)" }, { ESC, "(7:2)" },
		{ "\033[D\r", "(7:0)" }, { "9x\t\t\r", "(7:0)" } };
	(void)state;
	for (size_t n = 0; n < sizeof walks / sizeof *walks; n++) {
		struct err err = { 0 };
		struct page *page = open_page(&home_ops, IN_LIST);
		struct dialog_setup dialog = { .title = "Hỏi",
			.text = "Một câu hỏi",
			.answers = { "Lưu", "Bỏ", "Sửa tiếp" },
			.safe = 2,
			.preset = 1 };
		check(dialog_open(&ui, &dialog, 7, &err));
		harness_send(&ui, walks[n].keys);
		check_text(str_text(&page->log), walks[n].answer);
	}
}

static void
a_dialog_is_drawn_with_its_preset_answer(void **state)
{
	struct err err = { 0 };
	struct dialog_setup dialog = {
		.title = "Phiếu chưa lưu", .text = "Một câu hỏi", .answers = { "Lưu", "Bỏ", "Sửa tiếp" }
	};
	(void)state;
	open_page(&home_ops, IN_LIST);
	check(dialog_open(&ui, &dialog, 7, &err));
	harness_draw(&ui, &canvas);
	check_text(
		canvas_row(&canvas, 9), "    ┌─ Phiếu chưa lưu ─────────────────────────────────────────────────────┐");
	check_text(canvas_row(&canvas, 10),
		"    │ Một câu hỏi                                                          │");
	check_text(canvas_row(&canvas, 12),
		"    │  [1 Lưu]   2 Bỏ   3 Sửa tiếp                                         │");
	check_text(canvas_row(&canvas, 23), " 1 2 3 Trả lời  ←→ Chọn  Enter Trả lời  Esc Thôi");
	check_int(canvas.draw.cursor_row, 12);
	check_int(canvas.draw.cursor_column, 8);
}

static void
the_tab_bar_takes_a_digit_or_arrows(void **state)
{
	(void)state;
	struct page *page = open_page(&page_ops, IN_LIST);
	harness_send(&ui, F6 "2");
	check_int(page->tab, 1);
	check(!ui.in_tabs);
	harness_send(&ui, F6 RIGHT "\r");
	check_int(page->tab, 0);
	harness_send(&ui, F6 F6 "\r");
	check_int(page->tab, 1);
	harness_send(&ui, F6 "9");
	check(ui.in_tabs);
	check_message("Gõ số của ngăn, từ 1 đến 2, hoặc Esc để về.");
	harness_send(&ui, ESC);
	check(!ui.in_tabs);
	check_int(page->tab, 1);
	harness_send(&ui, F6 "\033[200~1\033[201~");
	check_int(page->tab, 1);
	check(ui.in_tabs);
	harness_send(&ui, ESC);
	open_page(&home_ops, IN_LIST);
	harness_send(&ui, F6);
	check_message("F6 không dùng ở đây.");
}

static void
the_frame_stands_in_its_rows(void **state)
{
	(void)state;
	open_page(&page_ops, IN_LIST);
	harness_draw(&ui, &canvas);
	check_text(canvas_row(&canvas, 0),
		" Cụm số 3                                                     Cả năm 2024 · hoa");
	check_text(canvas_row(&canvas, 1), "[1 Chung] 2 Khen");
	check_text(canvas_row(&canvas, 21), " chi tiết");
	check_text(canvas_row(&canvas, 22), " lời nhắc");
	check_text(canvas_row(&canvas, 23), " Enter Mở  a–z Lọc  F2 Sửa  F7 Thêm  F8 Xóa  F6 Ngăn  F9 Menu  Esc Lùi");
	check_int(canvas.roles[0][40], ROLE_TITLE);
	ui.layout = layout_of(36, 120);
	harness_draw(&ui, &canvas);
	check_text(canvas_row(&canvas, 1), "[1 Chung] 2 Khen thưởng");
	ui.layout = layout_of(15, 60);
	harness_draw(&ui, &canvas);
	check_text(canvas_row(&canvas, 1), " [1 Chung] 2");
	check_text(canvas_row(&canvas, 12), "");
	check_text(canvas_row(&canvas, 13), " lời nhắc");
	check_text(canvas_row(&canvas, 14), " Enter Mở  a–z Lọc  F2 Sửa  F7 Thêm  F8 Xóa  F9 Menu");
}

static void
a_window_too_small_says_so_and_only_quits(void **state)
{
	(void)state;
	struct page *page = open_page(&page_ops, IN_LIST);
	ui.layout = layout_of(8, 40);
	harness_draw(&ui, &canvas);
	check_text(canvas_row(&canvas, 0), "Cửa sổ 40×8 nhỏ quá: cần 60×15.");
	check_text(canvas_row(&canvas, 1), "Phóng to ra là dùng tiếp; chữ đang gõ");
	check_text(canvas_row(&canvas, 2), "vẫn còn. Ctrl+Q để thoát.");
	check_int(canvas.draw.cursor_row, 2);
	check_int(canvas.draw.cursor_column, 25);
	harness_send(&ui, F2 "a");
	check_text(str_text(&page->log), "");
	harness_send(&ui, "\021");
	check(ui.ended);
}

static void
a_fault_that_lists_something_a_line_each_is_one_sentence(void **state)
{
	(void)state;
	struct err err = { 0 };
	err_set(&err, ERR_AMBIGUOUS, SAY("Có nhiều người:{1}", "More than one person:{1}"), "\n  a An\n  b An", NULL);
	ui_fault(&ui, &err);
	check_text(str_text(&ui.message), "Có nhiều người: a An; b An");
}

static void
a_fault_is_marked_and_a_long_one_takes_two_rows(void **state)
{
	struct err err = { 0 };
	(void)state;
	open_page(&page_ops, IN_LIST);
	err_set(&err, ERR_INVALID, SAY("Sai.", "Wrong."), NULL);
	ui_fault(&ui, &err);
	harness_draw(&ui, &canvas);
	check_text(canvas_row(&canvas, 22), "!Sai.");
	check_int(canvas.roles[22][1], ROLE_FAULT);
	ui_say(&ui, SAY("Câu này dài hơn một dòng của màn hình rộng tám mươi cột nên chiếm cả dòng hai mươi hai.", "x"),
		NULL);
	harness_draw(&ui, &canvas);
	check_text(canvas_row(&canvas, 21),
		" Câu này dài hơn một dòng của màn hình rộng tám mươi cột nên chiếm cả dòng hai");
	check_text(canvas_row(&canvas, 22), " mươi hai.");
}

static void
a_menu_character_runs_at_once(void **state)
{
	(void)state;
	struct page *page = open_page(&page_ops, IN_LIST);
	harness_send(&ui, "\0072");
	check_text(str_text(&page->log), "(menu)<EDIT>");
	harness_send(&ui,
		"\007"
		"ư");
	check_text(str_text(&page->log), "(menu)<EDIT>(menu)<UNDO>");
	harness_send(&ui, F9 DOWN "\r");
	check_text(str_text(&page->log), "(menu)<EDIT>(menu)<UNDO>(menu)<EDIT>");
	check(ui_top(&ui) == &page->view);
}

static void
backspace_and_unknown_characters_do_nothing_in_the_menu(void **state)
{
	(void)state;
	struct page *page = open_page(&page_ops, IN_LIST);
	harness_send(&ui, "\007\177\bz");
	check_message("Menu không có phím “z”.");
	harness_send(&ui, "i");
	check_message("Xuất, in không dùng ở đây.");
	check(ui_top(&ui) != &page->view);
	harness_send(&ui, ESC);
	check_text(str_text(&page->log), "(menu)");
}

static void
every_row_of_the_menu_works_with_ctrl_g_and_its_character(void **state)
{
	(void)state;
	struct page *page = open_page(&page_ops, IN_GRID);
	for (int id = 1; id < ACTION_COUNT; id++) {
		char keys[3] = { 7, actions[id].menu, 0 }, expected[64];
		bool own = actions[id].group == GROUP_PROGRAM || id == ACTION_TABS;
		if (!actions[id].menu || own || !page_allows(&page->view, (enum action_id)id))
			continue;
		if (id == ACTION_DELETE)
			continue;
		str_clear(&page->log);
		harness_send(&ui, keys);
		snprintf(expected, sizeof expected, "(menu)<%s>", actions[id].name);
		check_text(str_text(&page->log), expected);
	}
}

static void
the_menu_stands_at_its_place(void **state)
{
	(void)state;
	open_page(&page_ops, IN_GRID);
	harness_send(&ui, F9);
	harness_draw(&ui, &canvas);
	check_text(
		canvas_row(&canvas, 6), "    ┌─ Menu · Chung ───────────────────────────────────────────────────────┐");
	check_text(
		canvas_row(&canvas, 7), "    │►1 Giúp                 F1         c Chép ô trên      Ctrl+D          │");
	check_text(
		canvas_row(&canvas, 9), "    │                                   g Gỡ giá trị       Delete          │");
	check_text(canvas_row(&canvas, 12),
		"    │ 6 Ngăn 1–2             F6         y Làm lại          Ctrl+Y          │");
	check_text(canvas_row(&canvas, 13),
		"    │ 7 Thêm cụm             F7         n Năm sau          Ctrl+N          │");
	check_text(canvas_row(&canvas, 20),
		"    │ - + Trang trước, sau  PgUp PgDn   < > Đầu, cuối     Home End         │");
	check_text(canvas_row(&canvas, 21),
		"    └──────────────────────────────────────────────────────────────────────┘");
	check_text(canvas_row(&canvas, 23), " 0–9 a–z Chạy  ↑↓ ←→ Đi  Enter Chạy  Esc Đóng");
	check_int(canvas.draw.cursor_row, 7);
	check_int(canvas.draw.cursor_column, 6);
}

static void
help_lists_the_keys_that_work_and_runs_them(void **state)
{
	(void)state;
	struct page *page = open_page(&page_ops, IN_GRID);
	harness_send(&ui, F1);
	harness_draw(&ui, &canvas);
	check_text(canvas_row(&canvas, 0),
		" Trợ giúp › Chung                                                           hoa");
	check_text(canvas_row(&canvas, 3), " Trong lưới số liệu, khi chọn ô (chưa gõ)");
	check_text(canvas_row(&canvas, 4), "►gõ chữ số, chữ, - > < ~       nhập giá trị mới cho ô");
	check_int(canvas.draw.cursor_row, 2);
	check_int(canvas.draw.cursor_column, 5);
	harness_send(&ui, "gia tri dang");
	harness_send(&ui, "\r");
	check_text(str_text(&page->log), "(help)<EDIT>");
}

static void
help_shows_the_134_letters(void **state)
{
	(void)state;
	open_page(&page_ops, IN_LIST);
	harness_send(&ui, "?\033OS");
	harness_draw(&ui, &canvas);
	bool small = false, capital = false;
	for (int row = 3; row < 22; row++) {
		small = small || strcmp(canvas_row(&canvas, row), " a à ả ã á ạ   ă ằ ẳ ẵ ắ ặ   â ầ ẩ ẫ ấ ậ") == 0;
		capital = capital || strcmp(canvas_row(&canvas, row), " U Ù Ủ Ũ Ú Ụ   Ư Ừ Ử Ữ Ứ Ự   Y Ỳ Ỷ Ỹ Ý Ỵ") == 0;
	}
	check(small);
	check(capital);
	harness_send(&ui, ESC);
	check_text(ui_top(&ui)->ops->name, "help");
}

static bool
fill(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	static const char *const people[] = { "Trần Thị Thanh Hà", "Trịnh Thị Thoa", "Nguyễn Hải Long" };
	(void)of;
	(void)err;
	*all = 3;
	for (int n = 0; n < 3; n++)
		if (text_match(query, people[n], NULL, 0, NULL) != MATCH_NONE)
			choice_items_add(out, n, people[n], "chức vụ");
	return true;
}

static void
a_list_of_values_filters_takes_and_keeps_what_is_typed(void **state)
{
	static const struct {
		const char *keys, *answer;
	} walks[] = { { "thi th\r", "(1:Trần Thị Thanh Hà|thi th)" },
		{ "thi th" DOWN "\r", "(1:Trịnh Thị Thoa|thi th)" }, { "abc" ESC, "(0:|abc)" },
		{ "Lê\033[18~", "(3:|Lê)" }, { "Lê\r", "(3:|Lê)" }, { "thi th\t", "(1:Trần Thị Thanh Hà|thi th)" },
		{ "thi th" DOWN DOWN "\r", "(3:|thi th)" },
		{ "thi th" DOWN DOWN "\033[A"
		  "\r",
			"(1:Trịnh Thị Thoa|thi th)" } };
	(void)state;
	for (size_t n = 0; n < sizeof walks / sizeof *walks; n++) {
		struct err err = { 0 };
		struct page *page = open_page(&home_ops, IN_LIST);
		struct choices_setup setup = {
			.title = "Chọn người", .row = 12, .column = 13, .fill = fill, .add = "Thêm người mới tên"
		};
		check(choices_open(&ui, &setup, 1, &err));
		harness_send(&ui, walks[n].keys);
		check_text(str_text(&page->log), walks[n].answer);
	}
}

static void
without_a_row_that_adds_enter_keeps_what_no_value_matches_where_a_field_wants_it(void **state)
{
	(void)state;
	for (int keeps = 0; keeps < 2; keeps++) {
		struct err err = { 0 };
		struct page *page = open_page(&home_ops, IN_LIST);
		struct choices_setup setup = { .title = "Chọn người", .row = 12, .fill = fill, .keeps = keeps };
		check(choices_open(&ui, &setup, 1, &err));
		harness_send(&ui, "zz\r");
		check_text(str_text(&page->log), keeps ? "(2:|zz)" : "");
		check_text(
			str_text(&ui.message), keeps ? "" : "Không có giá trị nào khớp; sửa chữ lọc, hoặc Esc đóng.");
	}
}

static void
a_value_typed_in_full_comes_first(void **state)
{
	static const char *const values[] = { "chỉ đạo, dự", "ủy quyền dự", "Dự", "đứ", "dự" };
	struct choice_items items = { 0 };
	struct str order = { 0 };
	(void)state;
	for (int n = 0; n < 5; n++)
		choice_items_add(&items, n, values[n], NULL);
	choice_items_rank(&items, "du");
	for (size_t n = 0; n < items.count; n++)
		str_add_format(&order, "%d ", (int)items.items[n].id);
	check_text(str_text(&order), "2 3 4 0 1 ");
	choice_items_rank(&items, "");
	check_int(items.items[0].id, 2);
	choice_items_release(&items);
	str_release(&order);
}

static void
a_list_of_values_stands_under_its_field(void **state)
{
	struct err err = { 0 };
	struct choices_setup setup = { .title = "Chọn người",
		.row = 12,
		.column = 13,
		.fill = fill,
		.query = "tha",
		.add = "Thêm người mới tên" };
	(void)state;
	open_page(&home_ops, IN_LIST);
	check(choices_open(&ui, &setup, 1, &err));
	harness_draw(&ui, &canvas);
	check_text(canvas_row(&canvas, 13), "             ┌─ Chọn người · 1/3 ─────────────────────────────┐");
	check_text(canvas_row(&canvas, 14), "             │ tha                                            │");
	check_text(canvas_row(&canvas, 15), "             │ ─────────────────────────────────────────────  │");
	check_text(canvas_row(&canvas, 16), "             │►Trần Thị Thanh Hà      chức vụ                 │");
	check_text(canvas_row(&canvas, 19), "             │ + Thêm người mới tên “tha”                     │");
	check_text(canvas_row(&canvas, 20), "             └────────────────────────────────────────────────┘");
	check_int(canvas.draw.cursor_row, 14);
	check_int(canvas.draw.cursor_column, 18);
}

static void
switches_of_a_view_are_taken_by_their_digit(void **state)
{
	struct err err = { 0 };
	struct choices_setup setup = { .title = "Cách so", .row = -1, .runs = true, .fill = fill };
	(void)state;
	struct page *page = open_page(&home_ops, IN_LIST);
	check(choices_open(&ui, &setup, 1, &err));
	harness_send(&ui, "x");
	harness_send(&ui, "2");
	check_text(str_text(&page->log), "(1:Trịnh Thị Thoa|)");
}

static void
views_read_again_before_the_next_draw(void **state)
{
	(void)state;
	struct page *home = open_page(&home_ops, IN_LIST), *page = open_page(&page_ops, IN_LIST);
	ui_reload(&ui);
	ui_settle(&ui);
	check_int(page->loads, 2);
	check_int(home->loads, 1); /* not seen: when it is */
	harness_send(&ui, ESC);
	check_int(home->loads, 2);
}

static void
jumping_leaves_only_home_unless_text_would_be_lost(void **state)
{
	struct err err = { 0 };
	enum context context = IN_LIST;
	(void)state;
	struct page *home = open_page(&home_ops, IN_LIST), *page = open_page(&page_ops, IN_LIST);
	check(ui_go(&ui, &page_ops, &context, &err));
	ui_settle(&ui);
	check(ui_top(&ui)->below == &home->view);
	check_int(closed_pages, 1);
	page = last;
	page->unsaved = true;
	check(ui_go(&ui, &page_ops, &context, &err));
	ui_settle(&ui);
	check(ui_top(&ui)->below == &page->view);
	check_int(closed_pages, 1);
}

static void
a_view_that_cannot_open_changes_nothing(void **state)
{
	struct err err = { 0 };
	enum context context = IN_ANY;
	(void)state;
	struct page *home = open_page(&home_ops, IN_LIST);
	check(!ui_open(&ui, &page_ops, &context, &err));
	check_int(err.kind, ERR_NOT_FOUND);
	check(ui_top(&ui) == &home->view);
	err_release(&err);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(keys_become_actions_and_characters_text),
		TEST(in_a_text_box_every_character_is_text),
		TEST(escape_and_digits_do_not_become_a_function_key_in_a_cell),
		TEST(a_key_without_use_says_so),
		TEST(characters_in_a_chart_say_so),
		TEST(a_command_commits_the_cell_first),
		TEST(a_command_is_refused_in_a_form_with_changes),
		TEST(escape_goes_one_screen_back_and_never_quits),
		TEST(quitting_asks_when_something_is_not_saved),
		TEST(a_dialog_is_answered_with_digits_arrows_or_escape),
		TEST(a_dialog_is_drawn_with_its_preset_answer),
		TEST(the_tab_bar_takes_a_digit_or_arrows),
		TEST(the_frame_stands_in_its_rows),
		TEST(a_window_too_small_says_so_and_only_quits),
		TEST(a_fault_that_lists_something_a_line_each_is_one_sentence),
		TEST(a_fault_is_marked_and_a_long_one_takes_two_rows),
		TEST(a_menu_character_runs_at_once),
		TEST(backspace_and_unknown_characters_do_nothing_in_the_menu),
		TEST(every_row_of_the_menu_works_with_ctrl_g_and_its_character),
		TEST(the_menu_stands_at_its_place),
		TEST(help_lists_the_keys_that_work_and_runs_them),
		TEST(help_shows_the_134_letters),
		TEST(a_list_of_values_filters_takes_and_keeps_what_is_typed),
		TEST(without_a_row_that_adds_enter_keeps_what_no_value_matches_where_a_field_wants_it),
		TEST(a_value_typed_in_full_comes_first),
		TEST(a_list_of_values_stands_under_its_field),
		TEST(switches_of_a_view_are_taken_by_their_digit),
		TEST(views_read_again_before_the_next_draw),
		TEST(jumping_leaves_only_home_unless_text_would_be_lost),
		TEST(a_view_that_cannot_open_changes_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Forms, laid out as "Form: meeting" of screens.md. */
#include "base/mem.h"
#include "check.h"
#include "harness.h"
#include "ui/form.h"
#include <stdlib.h>

#define DOWN "\033[B"
#define UP "\033[A"
#define ESC "\033"
enum { KIND, YEAR, PART, DAY, HALF, PLACE, CHAIR, PEOPLE, CONCLUSIONS, SOURCE, NOTE, FIELDS };
#define ROWS 12

static const struct form_column people_columns[] = {
	{ WORDS("Họ tên", "Name"), 23, FORM_CHOICE, true, 0, false },
	{ WORDS("Chức vụ, đơn vị", "Title"), 28, FORM_TEXT, true, 0, false },
	{ WORDS("Tư cách", "Capacity"), 0, FORM_TEXT, false, 0, false },
};
static const struct form_column conclusion_columns[] = { { WORDS("", ""), 0, FORM_TEXT, true, 0, false } };
static const struct form_field fields[FIELDS] = {
	{ .label = WORDS("Loại", "Kind"),
		.note = WORDS("chọn: gõ chữ hoặc F4", "type or F4"),
		.kind = FORM_CHOICE,
		.width = 25 },
	{ .label = WORDS("Về năm", "Year"), .kind = FORM_TEXT, .width = 4, .limit = 4 },
	{ .label = WORDS("Phần năm", "Part"), .kind = FORM_TEXT, .width = 10, .gap = 3 },
	{ .label = WORDS("Ngày", "Day"), .kind = FORM_TEXT, .width = 10 },
	{ .label = WORDS("Buổi", "Half"), .kind = FORM_TEXT, .width = 7, .gap = 2 },
	{ .label = WORDS("Nơi họp", "Place"), .kind = FORM_TEXT, .width = 49 },
	{ .label = WORDS("Chủ trì", "Chair"), .kind = FORM_SHOWN, .width = 49 },
	{ .label = WORDS("Thành phần", "People"),
		.kind = FORM_TABLE,
		.rows = 6,
		.columns = people_columns,
		.column_count = 3,
		.counted = WORDS("người", "people") },
	{ .label = WORDS("Kết luận", "Conclusions"),
		.kind = FORM_TABLE,
		.rows = 4,
		.columns = conclusion_columns,
		.column_count = 1,
		.numbered = true,
		.counted = WORDS("kết luận", "conclusions") },
	{ .label = WORDS("Nguồn", "Source"), .kind = FORM_TEXT, .width = 49 },
	{ .label = WORDS("Ghi chú", "Note"), .kind = FORM_AREA, .rows = 2 },
};

static struct ui ui;
static struct canvas canvas;
static struct form_page {
	struct view view;
	struct form form;
} * page;
static char *values[FIELDS], *people[ROWS][3], *conclusions[ROWS][1];
static size_t people_count, conclusion_count;
static int saves;
static bool closed;
static char opened[32];

static char **
value_at(struct form_at at)
{
	if (at.field == PEOPLE)
		return &people[at.row][at.column];
	return at.field == CONCLUSIONS ? &conclusions[at.row][at.column] : &values[at.field];
}

static void
get(const void *of, struct form_at at, struct str *out)
{
	(void)of;
	if (*value_at(at))
		str_add_text(out, *value_at(at));
}

static void
put(struct form_at at, const char *text)
{
	free(*value_at(at));
	*value_at(at) = mem_copy_text(text);
}

static bool
set(void *of, struct form_at at, const char *text, struct err *err)
{
	(void)of;
	if (at.field == YEAR && strlen(text) != 4)
		return err_set(err, ERR_INVALID, SAY("Năm gồm bốn chữ số.", "A year has four digits."), NULL);
	put(at, text);
	return true;
}

static bool
choices(void *of, struct form_at at, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	(void)of;
	(void)err;
	if (at.field != KIND && at.field != PEOPLE)
		return false;
	*all = 2;
	if (text_equal(query, "xyz"))
		return true;
	choice_items_add(out, 1, at.field == KIND ? "Sơ kết" : "Trần Thị Thanh Hà", NULL);
	choice_items_add(out, 2, at.field == KIND ? "Tổng kết" : "Trịnh Thị Thoa", NULL);
	return true;
}

static bool
choose(void *of, struct form_at at, const struct choice_item *item, struct err *err)
{
	if (at.field == PEOPLE)
		put((struct form_at){ PEOPLE, at.row, 1 }, "Chủ tịch");
	return set(of, at, item->text, err);
}

static size_t
rows(const void *of, int field)
{
	(void)of;
	return field == PEOPLE ? people_count : conclusion_count;
}

static bool
insert(void *of, int field, size_t row, struct err *err)
{
	(void)of;
	(void)err;
	if (field == PEOPLE) {
		memmove(people[row + 1], people[row], (people_count - row) * sizeof people[0]);
		memset(people[row], 0, sizeof people[row]);
		people_count++;
	} else {
		memmove(conclusions[row + 1], conclusions[row], (conclusion_count - row) * sizeof conclusions[0]);
		memset(conclusions[row], 0, sizeof conclusions[row]);
		conclusion_count++;
	}
	return true;
}

static bool
take_out(void *of, int field, size_t row, struct err *err)
{
	(void)of;
	(void)err;
	check_int(field, PEOPLE);
	for (int column = 0; column < 3; column++)
		free(people[row][column]);
	people_count--;
	memmove(people[row], people[row + 1], (people_count - row) * sizeof people[0]);
	memset(people[people_count], 0, sizeof people[0]);
	return true;
}

/* Of the texts of the simple fields. */
static void *
copy(const void *of)
{
	char **copied = mem_new(FIELDS, sizeof *copied);
	(void)of;
	for (int n = 0; n < FIELDS; n++)
		copied[n] = mem_copy_text(values[n]);
	return copied;
}

static void
swap(void *of, void *with)
{
	char **copied = with;
	(void)of;
	for (int n = 0; n < FIELDS; n++) {
		char *held = values[n];
		values[n] = copied[n];
		copied[n] = held;
	}
}

static void
release_copy(void *with)
{
	char **copied = with;
	for (int n = 0; n < FIELDS; n++)
		free(copied[n]);
	free(copied);
}

static bool
repeat(void *of, struct form_at at, struct err *err)
{
	return set(of, at, "lần trước", err);
}

static bool
open_referred(void *of, struct form_at at, struct err *err)
{
	(void)of;
	(void)err;
	snprintf(opened, sizeof opened, "%d", at.field);
	return true;
}

static bool
save(void *of, struct err *err)
{
	(void)of;
	saves++;
	if (!values[PLACE])
		return err_set_field(err, PLACE, SAY("Thiếu nơi họp.", "The place is missing."), NULL);
	return true;
}

static const struct form_ops ops = { .get = get,
	.set = set,
	.choices = choices,
	.choose = choose,
	.rows = rows,
	.insert = insert,
	.remove = take_out,
	.copy = copy,
	.swap = swap,
	.release_copy = release_copy,
	.repeat = repeat,
	.open = open_referred,
	.save = save };

/* ---- a view around it ---- */

static bool
page_open(struct view *view, const void *place, struct err *err)
{
	(void)place;
	(void)err;
	page = (struct form_page *)view;
	page->form = (struct form){ .fields = fields, .field_count = FIELDS, .ops = &ops, .ui = &ui };
	form_begin(&page->form);
	return true;
}

static enum context
page_context(const struct view *view)
{
	return form_context(&((const struct form_page *)view)->form);
}

static void
page_arrange(struct view *view, const struct layout *layout)
{
	form_place(&((struct form_page *)view)->form,
		(struct area){ layout->state, 0, layout->body.rows + 1, layout->columns });
}

static void
page_draw(const struct view *view, struct draw *draw)
{
	form_draw(&((const struct form_page *)view)->form, draw);
}

static enum outcome
page_act(struct view *view, enum action_id action, struct err *err)
{
	return form_act(&((struct form_page *)view)->form, action, err);
}

static enum outcome
page_text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	return form_text(&((struct form_page *)view)->form, utf8, length, pasted, err);
}

static bool
page_allows(const struct view *view, enum action_id action)
{
	return form_allows(&((const struct form_page *)view)->form, action);
}

static void
page_answer(struct view *view, const struct view *answered)
{
	struct err err = { 0 };
	enum outcome outcome;
	if (form_answer(&((struct form_page *)view)->form, answered, &outcome, &err) && outcome == VIEW_CLOSE)
		ui_close(view);
	ui_fault(&ui, &err);
}

static bool
page_unsaved(const struct view *view)
{
	return form_unsaved(&((const struct form_page *)view)->form);
}

static void
page_close(struct view *view)
{
	form_release(&((struct form_page *)view)->form);
	closed = true;
}

static const struct view_ops page_ops = { .name = "form",
	.size = sizeof(struct form_page),
	.context = page_context,
	.open = page_open,
	.arrange = page_arrange,
	.draw = page_draw,
	.act = page_act,
	.text = page_text,
	.allows = page_allows,
	.answer = page_answer,
	.unsaved = page_unsaved,
	.close = page_close };

static enum context
below_context(const struct view *view)
{
	(void)view;
	return IN_LIST;
}

static const struct view_ops below_ops = { .name = "below", .size = sizeof(struct view), .context = below_context };

static int
setup(void **state)
{
	static const char *const names[4] = { "Đinh Thị Lụa", "Trần Thị Thanh Hà", "Trịnh Thị Thoa",
		"Nguyễn Hải Long" };
	static const char *const titles[4] = { "Phó Bí thư TT Tỉnh ủy", "Trưởng Ban QHLĐ, Tổng LĐLĐ",
		"Chủ tịch LĐLĐ Vĩnh Phúc", "Chủ tịch LĐLĐ Hà Nam" };
	struct err err = { 0 };
	(void)state;
	harness_init(&ui, 24, 80);
	put((struct form_at){ KIND, 0, 0 }, "Tổng kết");
	put((struct form_at){ YEAR, 0, 0 }, "2024");
	put((struct form_at){ PART, 0, 0 }, "Cả năm");
	put((struct form_at){ DAY, 0, 0 }, "07/12/2024");
	put((struct form_at){ HALF, 0, 0 }, "sáng");
	for (size_t n = 0; n < 4; n++) {
		put((struct form_at){ PEOPLE, n, 0 }, names[n]);
		put((struct form_at){ PEOPLE, n, 1 }, titles[n]);
	}
	people_count = 4;
	put((struct form_at){ CONCLUSIONS, 0, 0 }, "Ký giao ước thi đua năm 2025");
	conclusion_count = 1;
	saves = 0;
	closed = false;
	check(ui_open(&ui, &below_ops, NULL, &err));
	check(ui_open(&ui, &page_ops, NULL, &err));
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	harness_release(&ui);
	for (int n = 0; n < FIELDS; n++)
		free(values[n]);
	for (int n = 0; n < ROWS; n++) {
		for (int column = 0; column < 3; column++)
			free(people[n][column]);
		free(conclusions[n][0]);
	}
	memset(values, 0, sizeof values);
	memset(people, 0, sizeof people);
	memset(conclusions, 0, sizeof conclusions);
	return 0;
}

static void
check_at(int field, size_t row, int column)
{
	check_int(page->form.at.field, field);
	check_int(page->form.at.row, row);
	check_int(page->form.at.column, column);
}

static void
a_form_stands_as_drawn(void **state)
{
	static const char *const drawn[] = {
		" Loại        [Tổng kết                 ]   chọn: gõ chữ hoặc F4",
		" Về năm      [2024]   Phần năm [Cả năm    ]",
		" Ngày        [07/12/2024]  Buổi [sáng   ]",
		" Nơi họp     [                                                 ]",
		" Chủ trì",
		" Thành phần  ┌ Họ tên ────────────── Chức vụ, đơn vị ─────────── Tư cách ────┐",
		"             │Đinh Thị Lụa           Phó Bí thư TT Tỉnh ủy                   │",
		"             │Trần Thị Thanh Hà      Trưởng Ban QHLĐ, Tổng LĐLĐ              │",
		"             │Trịnh Thị Thoa         Chủ tịch LĐLĐ Vĩnh Phúc                 │",
		"             │Nguyễn Hải Long        Chủ tịch LĐLĐ Hà Nam                    │",
		"            ►│                                                               │",
		"             └────────────────────────────────────────────── 4 người ────────┘",
		" Kết luận    ┌───────────────────────────────────────────────────────────────┐",
		"             │1 Ký giao ước thi đua năm 2025                                 │",
		"             └────────────────────────────────────────────── 1 kết luận ─────┘",
		" Nguồn       [                                                 ]",
	};
	(void)state;
	form_focus(&page->form, (struct form_at){ PEOPLE, 4, 0 });
	harness_draw(&ui, &canvas);
	for (size_t n = 0; n < sizeof drawn / sizeof *drawn; n++)
		check_text(canvas_row(&canvas, 2 + (int)n), drawn[n]);
	check_int(canvas.draw.cursor_row, 12);
	check_int(canvas.draw.cursor_column, 14);
}

static void
enter_tab_and_down_go_to_the_next_stop_and_back(void **state)
{
	(void)state;
	check_at(KIND, 0, 0);
	harness_send(&ui, "\r");
	check_at(YEAR, 0, 0);
	harness_send(&ui, "\t" DOWN "\r\r");
	check_at(PLACE, 0, 0);
	harness_send(&ui, "\r"); /* what is only shown is no stop; a list begins at its empty row */
	check_at(PEOPLE, 4, 0);
	harness_send(&ui, "\033[Z");
	check_at(PEOPLE, 3, 2);
	form_focus(&page->form, (struct form_at){ .field = PLACE });
	harness_send(&ui, UP "\033[Z");
	check_at(DAY, 0, 0);
}

static void
typing_is_handed_over_on_leaving_the_field(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ .field = PLACE });
	harness_send(&ui, "Phủ Lý");
	check(values[PLACE] == NULL);
	check(form_unsaved(&page->form));
	harness_send(&ui, "\r");
	check_text(values[PLACE], "Phủ Lý");
}

static void
a_refused_value_stays_with_the_cursor_on_it(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ .field = YEAR });
	harness_send(&ui, "\177\177\r");
	check_at(YEAR, 0, 0);
	check_text(str_text(&ui.message), "Năm gồm bốn chữ số.");
	harness_draw(&ui, &canvas);
	check(text_starts(canvas_row(&canvas, 3), "!Về năm     ►[20  ]"));
	harness_send(&ui, "25\r");
	check_text(values[YEAR], "2025");
	check_at(PART, 0, 0);
	harness_send(&ui, UP "x");
	check_text(str_text(&ui.message), "Ô này chứa nhiều nhất 4 cột chữ.");
}

static void
a_character_in_a_choice_field_opens_its_list(void **state)
{
	(void)state;
	harness_send(&ui, "t");
	check(choices_is(ui_top(&ui)));
	harness_send(&ui, DOWN "\r");
	check_text(values[KIND], "Tổng kết");
	check_at(YEAR, 0, 0);
	harness_send(&ui, UP);
	harness_send(&ui, "\033OS\r");
	check_text(values[KIND], "Sơ kết");
}

static void
what_no_value_matches_is_kept_by_enter_and_taken_at_once(void **state)
{
	(void)state;
	harness_send(&ui, "xyz\r");
	check(!choices_is(ui_top(&ui)));
	check_text(values[KIND], "xyz");
	check_at(YEAR, 0, 0);
}

static void
tab_in_a_list_of_values_goes_on_to_the_next_column(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ PEOPLE, .row = people_count });
	size_t before = people_count;
	harness_send(&ui, "Tr\t");
	check_int((int)people_count, (int)before + 1);
	check_text(people[before][0], "Trần Thị Thanh Hà");
	check_at(PEOPLE, before, 1);
}

static void
closing_the_list_keeps_what_was_typed(void **state)
{
	(void)state;
	harness_send(&ui, "abc" ESC);
	check_at(KIND, 0, 0);
	check_text(line_text(&page->form.line), "abc");
	harness_send(&ui, "\r");
	check_text(values[KIND], "abc");
}

static void
what_is_half_typed_is_the_filter_of_its_list(void **state)
{
	(void)state;
	harness_send(&ui, "abc" ESC "\033OS");
	check(choices_is(ui_top(&ui)));
	check_text(choices_query(ui_top(&ui)), "abc");
	check_text(line_text(&page->form.line), "abc");
}

static void
a_known_name_fills_its_row(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ PEOPLE, 4, 0 });
	harness_send(&ui, "th\r");
	check_int(people_count, 5);
	check_text(people[4][0], "Trần Thị Thanh Hà");
	check_text(people[4][1], "Chủ tịch");
	check_at(PEOPLE, 4, 0);
	harness_send(&ui, "\r");
	check_at(PEOPLE, 5, 0);
	harness_send(&ui, "\r");
	check_at(CONCLUSIONS, 1, 0);
}

static void
rows_are_typed_one_after_the_other(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ CONCLUSIONS, 1, 0 });
	harness_send(&ui, "Hai\rBa\r\r");
	check_int(conclusion_count, 3);
	check_text(conclusions[1][0], "Hai");
	check_text(conclusions[2][0], "Ba");
	check_at(SOURCE, 0, 0);
}

static void
tab_walks_the_columns_of_a_row(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ PEOPLE, 0, 0 });
	harness_send(&ui, "\t\t");
	check_at(PEOPLE, 0, 2);
	harness_send(&ui, "khách\t");
	check_text(people[0][2], "khách");
	check_at(PEOPLE, 1, 0);
}

static void
rows_are_put_in_and_taken_out(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ PEOPLE, 1, 0 });
	harness_send(&ui, "\033[18~");
	check_int(people_count, 5);
	check_at(PEOPLE, 1, 0);
	check_text(line_text(&page->form.line), "");
	harness_send(&ui, "\033[19~");
	check_int(people_count, 4);
	check_text(line_text(&page->form.line), "Trần Thị Thanh Hà");
}

static void
undo_takes_back_typing_then_the_changes_of_the_form_and_never_the_book(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ .field = PLACE });
	harness_send(&ui, "Huế\r");
	check_text(values[PLACE], "Huế");
	form_focus(&page->form, (struct form_at){ .field = SOURCE });
	harness_send(&ui, "\004abc\032");
	check_text(line_text(&page->form.line), "lần trước");
	harness_send(&ui, "\032");
	check(!values[SOURCE]);
	check_int(page->form.at.field, SOURCE);
	check_text(str_text(&ui.message), "Hoàn tác trong phiếu: Nguồn.");
	harness_send(&ui, "\032");
	check(!values[PLACE]);
	check_int(page->form.at.field, PLACE);
	check(!form_unsaved(&page->form));
	harness_send(&ui, "\032");
	check_text(str_text(&ui.message), "Trong phiếu không còn gì để hoàn tác.");
	harness_send(&ui, "\031\031");
	check_text(values[PLACE], "Huế");
	check_text(values[SOURCE], "lần trước");
	check(form_unsaved(&page->form));
	check_text(str_text(&ui.message), "Làm lại trong phiếu: Nguồn.");
	harness_send(&ui, "\031");
	check_text(str_text(&ui.message), "Trong phiếu không có gì để làm lại.");
}

static void
a_refused_change_leaves_nothing_to_undo(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ .field = YEAR });
	char *before = mem_copy_text(values[YEAR]);
	harness_send(&ui, "\02520\r");
	check_int(page->form.at.field, YEAR);
	check_text(values[YEAR], before);
	harness_send(&ui, "\0252031\r");
	check_text(values[YEAR], "2031");
	harness_send(&ui, "\032");
	check_text(values[YEAR], before);
	free(before);
	harness_send(&ui, "\032");
	check_text(str_text(&ui.message), "Trong phiếu không còn gì để hoàn tác.");
}

static void
ctrl_d_repeats_and_f5_opens(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ .field = SOURCE });
	harness_send(&ui, "\004");
	check_text(values[SOURCE], "lần trước");
	check(form_unsaved(&page->form));
	form_focus(&page->form, (struct form_at){ PEOPLE, 1, 0 });
	harness_send(&ui, "\033[15~");
	check_text(opened, "7");
}

static void
a_note_has_lines_and_arrows_leave_it(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ .field = NOTE });
	harness_send(&ui, "một\rhai");
	check_text(line_text(&page->form.line), "một\nhai");
	harness_send(&ui, UP);
	check_at(NOTE, 0, 0);
	harness_send(&ui, UP);
	check_at(SOURCE, 0, 0);
	check_text(values[NOTE], "một\nhai");
	harness_send(&ui, DOWN "\t");
	check_int(page->form.at.field, FIELDS);
}

static void
saving_with_a_fault_puts_the_cursor_onto_it(void **state)
{
	(void)state;
	harness_send(&ui, "\023");
	check_int(saves, 1);
	check(!closed);
	check_at(PLACE, 0, 0);
	check_text(str_text(&ui.message), "Thiếu nơi họp.");
	harness_send(&ui, "Phủ Lý\023");
	check_int(saves, 2);
	check(closed);
	check_text(ui_top(&ui)->ops->name, "below");
}

static void
the_buttons_stand_at_the_end(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ .field = NOTE });
	harness_send(&ui, "\t");
	check_int(form_context(&page->form), IN_BUTTONS);
	harness_draw(&ui, &canvas);
	check_text(canvas_row(&canvas, 20), "            ►[ Lưu ]  [ Bỏ ]");
	harness_send(&ui, "a");
	check_text(str_text(&ui.message), "Ở đây không gõ chữ được; F9 mở menu.");
	harness_send(&ui, "\033[C\r");
	check(closed);
}

static void
leaving_a_changed_form_asks(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ .field = PLACE });
	harness_send(&ui, "x" ESC);
	check(!closed);
	harness_send(&ui, "3");
	check(!closed);
	check_text(line_text(&page->form.line), "x");
	harness_send(&ui, ESC "1");
	check_text(values[PLACE], "x");
	check(closed);
}

static void
leaving_may_drop_what_was_typed(void **state)
{
	(void)state;
	form_focus(&page->form, (struct form_at){ .field = PLACE });
	harness_send(&ui, "x" ESC);
	harness_send(&ui, "2");
	check(closed);
	check(values[PLACE] == NULL);
}

static void
an_unchanged_form_is_left_at_once(void **state)
{
	(void)state;
	harness_send(&ui, "\r\r" ESC);
	check(closed);
}

static void
a_form_scrolls_on_a_small_screen(void **state)
{
	(void)state;
	ui.layout = layout_of(15, 60);
	form_focus(&page->form, (struct form_at){ .field = SOURCE });
	harness_draw(&ui, &canvas);
	check(canvas.draw.cursor_row >= 2 && canvas.draw.cursor_row <= 12);
	check(text_starts(canvas_row(&canvas, canvas.draw.cursor_row), " Nguồn      ►["));
	harness_send(&ui, "\033[5~\033[5~");
	check_at(KIND, 0, 0);
	harness_send(&ui, "\033[6~\033[6~");
	check(page->form.at.field >= SOURCE);
}

static void
a_wide_screen_has_short_fields_in_two_columns(void **state)
{
	(void)state;
	ui.layout = layout_of(36, 120);
	form_focus(&page->form, (struct form_at){ .field = PLACE });
	harness_draw(&ui, &canvas);
	check_text(canvas_row(&canvas, 2), " Loại        [Tổng kết                 ]   chọn: gõ chữ hoặc F4");
	check_text(canvas_row(&canvas, 3),
		" Về năm      [2024]   Phần năm [Cả năm    ]                 Ngày        [07/12/2024]  Buổi [sáng   ]");
	check_text(canvas_row(&canvas, 4), " Nơi họp    ►[                                                 ]");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_form_stands_as_drawn),
		TEST(enter_tab_and_down_go_to_the_next_stop_and_back),
		TEST(typing_is_handed_over_on_leaving_the_field),
		TEST(a_refused_value_stays_with_the_cursor_on_it),
		TEST(a_character_in_a_choice_field_opens_its_list),
		TEST(what_no_value_matches_is_kept_by_enter_and_taken_at_once),
		TEST(tab_in_a_list_of_values_goes_on_to_the_next_column),
		TEST(closing_the_list_keeps_what_was_typed),
		TEST(what_is_half_typed_is_the_filter_of_its_list),
		TEST(a_known_name_fills_its_row),
		TEST(rows_are_typed_one_after_the_other),
		TEST(tab_walks_the_columns_of_a_row),
		TEST(rows_are_put_in_and_taken_out),
		TEST(undo_takes_back_typing_then_the_changes_of_the_form_and_never_the_book),
		TEST(a_refused_change_leaves_nothing_to_undo),
		TEST(ctrl_d_repeats_and_f5_opens),
		TEST(a_note_has_lines_and_arrows_leave_it),
		TEST(saving_with_a_fault_puts_the_cursor_onto_it),
		TEST(the_buttons_stand_at_the_end),
		TEST(leaving_a_changed_form_asks),
		TEST(leaving_may_drop_what_was_typed),
		TEST(an_unchanged_form_is_left_at_once),
		TEST(a_form_scrolls_on_a_small_screen),
		TEST(a_wide_screen_has_short_fields_in_two_columns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

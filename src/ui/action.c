#include "ui/action.h"
#include "base/mem.h"
#include "text/fold.h"

const struct action actions[ACTION_COUNT] = { { "NONE", GROUP_MOVE, 0, true, WORDS("", ""), WORDS("", "") },
#define A(id, group, menu, typing, label, help) { #id, group, menu, typing, label, help },
	ACTIONS(A)
#undef A
};

bool
context_is_typing(enum context context)
{
	switch (context) {
	case IN_FILTER:
	case IN_CELL:
	case IN_FIELD:
	case IN_CHOICE_FIELD:
	case IN_FORM_ROWS:
	case IN_TEXT_AREA:
	case IN_CHOICES:
	case IN_PALETTE:
	case IN_HELP:
		return true;
	default:
		return false;
	}
}

struct words
context_words(enum context context)
{
	static const struct words words[CONTEXT_COUNT] = {
		[IN_ANY] = WORDS("Ở mọi nơi", "Everywhere"),
		[IN_LIST] = WORDS("Trong danh sách", "In a list"),
		[IN_TREE] = WORDS("Trong cây", "In a tree"),
		[IN_FILTER] = WORDS("Trong ô lọc", "In the filter"),
		[IN_TABS] = WORDS("Trên hàng ngăn", "On the tab bar"),
		[IN_GRID] = WORDS(
			"Trong lưới số liệu, khi chọn ô (chưa gõ)", "In the figures, a cell selected (nothing typed)"),
		[IN_CELL] = WORDS("Trong lưới số liệu, khi đang gõ", "In the figures, while typing"),
		[IN_FIELD] = WORDS("Trong ô của phiếu", "In a field of a form"),
		[IN_CHOICE_FIELD] = WORDS("Trong ô chọn của phiếu", "In a choice field of a form"),
		[IN_FORM_ROWS] = WORDS("Trong các dòng của phiếu", "In the rows of a form"),
		[IN_TEXT_AREA] = WORDS("Trong ô ghi chú", "In a note"),
		[IN_BUTTONS] = WORDS("Ở nút Lưu, Bỏ", "On Save, Drop"),
		[IN_CHOICES] = WORDS("Trong bảng chọn", "In a list of values"),
		[IN_PALETTE] = WORDS("Trong ô tìm mọi thứ", "In the palette"),
		[IN_DIALOG] = WORDS("Trong câu hỏi", "In a question"),
		[IN_MENU] = WORDS("Trong menu", "In the menu"),
		[IN_MATRIX] = WORDS("Trong bảng vai trò", "In the table of roles"),
		[IN_COMPARISON] = WORDS("Trong bảng so sánh", "In the comparison"),
		[IN_CHART] = WORDS("Trong biểu đồ", "In the chart"),
		[IN_HELP] = WORDS("Trong trợ giúp", "In the help"),
	};
	return words[context];
}

/* ---- keys ---- */

/* Where nothing can be typed into (rule 4): Space marks, / opens the empty filter, ? is F1. */
#define READING(context) \
	{ context, ' ', ACTION_MARK }, { context, '/', ACTION_FILTER }, \
	{ \
		context, '?', ACTION_HELP \
	}
/* Every text box (3.3). */
#define TYPING(context) \
	{ context, K_HOME, ACTION_LINE_FIRST }, { context, K_END, ACTION_LINE_LAST }, \
		{ context, K_DELETE, ACTION_ERASE_NEXT }, { context, K_BACKSPACE, ACTION_ERASE }, \
		{ context, K_CTRL('W'), ACTION_ERASE_WORD }, { context, K_CTRL('U'), ACTION_ERASE_ALL }, \
		{ context, K_CTRL_LEFT, ACTION_WORD_LEFT }, { context, K_CTRL_RIGHT, ACTION_WORD_RIGHT }, \
		{ context, K_SHIFT_LEFT, ACTION_SELECT_LEFT }, { context, K_SHIFT_RIGHT, ACTION_SELECT_RIGHT }, \
		{ context, K_SHIFT_HOME, ACTION_SELECT_FIRST }, \
	{ \
		context, K_SHIFT_END, ACTION_SELECT_LAST \
	}

const struct binding bindings[] = {
	{ IN_ANY, K_F1, ACTION_HELP },
	{ IN_ANY, K_F2, ACTION_EDIT },
	{ IN_ANY, K_F3, ACTION_PERIOD },
	{ IN_ANY, K_F4, ACTION_CHOOSE },
	{ IN_ANY, K_F5, ACTION_DETAIL },
	{ IN_ANY, K_F6, ACTION_TABS },
	{ IN_ANY, K_F7, ACTION_ADD },
	{ IN_ANY, K_F8, ACTION_DELETE },
	{ IN_ANY, K_F9, ACTION_MENU },
	{ IN_ANY, K_CTRL('G'), ACTION_MENU },
	{ IN_ANY, K_F10, ACTION_QUIT },
	{ IN_ANY, K_CTRL('Q'), ACTION_QUIT },
	{ IN_ANY, K_CTRL('K'), ACTION_FIND },
	{ IN_ANY, K_CTRL('F'), ACTION_FILTER },
	{ IN_ANY, K_CTRL('P'), ACTION_YEAR_BACK },
	{ IN_ANY, K_CTRL('N'), ACTION_YEAR_ON },
	{ IN_ANY, K_CTRL('Z'), ACTION_UNDO },
	{ IN_ANY, K_CTRL('Y'), ACTION_REDO },
	{ IN_ANY, K_CTRL('S'), ACTION_SAVE },
	{ IN_ANY, K_CTRL('D'), ACTION_COPY },
	{ IN_ANY, K_CTRL('R'), ACTION_TURN },
	{ IN_ANY, K_DELETE, ACTION_REMOVE },
	{ IN_ANY, K_CTRL('T'), ACTION_MARK },
	{ IN_ANY, K_METHOD, ACTION_METHOD },
	{ IN_ANY, K_CTRL('L'), ACTION_REDRAW },
	{ IN_ANY, K_HOME, ACTION_FIRST },
	{ IN_ANY, K_END, ACTION_LAST },
	{ IN_ANY, K_PAGE_UP, ACTION_PAGE_BACK },
	{ IN_ANY, K_PAGE_DOWN, ACTION_PAGE_ON },
	{ IN_ANY, K_ESCAPE, ACTION_BACK },
	{ IN_ANY, K_ENTER, ACTION_ENTER },
	{ IN_ANY, K_TAB, ACTION_NEXT_STOP },
	{ IN_ANY, K_SHIFT_TAB, ACTION_PREVIOUS_STOP },
	{ IN_ANY, K_UP, ACTION_UP },
	{ IN_ANY, K_DOWN, ACTION_DOWN },
	{ IN_ANY, K_LEFT, ACTION_LEFT },
	{ IN_ANY, K_RIGHT, ACTION_RIGHT },
	/* From a list with a filter back into the filter. */
	{ IN_LIST, K_BACKSPACE, ACTION_ERASE },
	{ IN_TREE, K_BACKSPACE, ACTION_ERASE },
	{ IN_MATRIX, K_BACKSPACE, ACTION_ERASE },
	{ IN_COMPARISON, K_BACKSPACE, ACTION_ERASE },
	READING(IN_LIST),
	READING(IN_TREE),
	READING(IN_MATRIX),
	READING(IN_COMPARISON),
	{ IN_TABS, '?', ACTION_HELP },
	{ IN_CHART, '?', ACTION_HELP },
	{ IN_DIALOG, '?', ACTION_HELP },
	{ IN_BUTTONS, '?', ACTION_HELP },
	{ IN_GRID, ' ', ACTION_MARK },
	{ IN_GRID, K_SHIFT_UP, ACTION_SELECT_UP },
	{ IN_GRID, K_SHIFT_DOWN, ACTION_SELECT_DOWN },
	{ IN_GRID, K_SHIFT_LEFT, ACTION_SELECT_LEFT },
	{ IN_GRID, K_SHIFT_RIGHT, ACTION_SELECT_RIGHT },
	TYPING(IN_FILTER),
	TYPING(IN_CELL),
	TYPING(IN_FIELD),
	{ IN_FIELD, K_CTRL('E'), ACTION_TITLE },
	TYPING(IN_CHOICE_FIELD),
	TYPING(IN_FORM_ROWS),
	{ IN_FORM_ROWS, K_CTRL('E'), ACTION_TITLE },
	TYPING(IN_TEXT_AREA),
	{ IN_TEXT_AREA, K_SHIFT_UP, ACTION_SELECT_UP },
	{ IN_TEXT_AREA, K_SHIFT_DOWN, ACTION_SELECT_DOWN },
	TYPING(IN_CHOICES),
	TYPING(IN_PALETTE),
	TYPING(IN_HELP),
};
const size_t binding_count = ARRAY_COUNT(bindings);

static enum action_id
bound(enum context context, int key)
{
	for (size_t n = 0; n < binding_count; n++)
		if (bindings[n].context == context && bindings[n].key == key)
			return bindings[n].action;
	return ACTION_NONE;
}

enum action_id
action_of(enum context context, int key)
{
	enum action_id own = bound(context, key);
	return own ? own : bound(IN_ANY, key);
}

/* ? and / stand beside F1 and Ctrl+F. */
static bool
is_second_way(int key)
{
	return key == '?' || key == '/';
}

int
action_key(enum context context, enum action_id action)
{
	for (size_t n = 0; n < binding_count; n++)
		if (bindings[n].action == action && bindings[n].context == context && !is_second_way(bindings[n].key))
			return bindings[n].key;
	for (size_t n = 0; n < binding_count; n++)
		if (bindings[n].action == action && bindings[n].context == IN_ANY &&
			action_of(context, bindings[n].key) == action)
			return bindings[n].key;
	return K_NONE;
}

/* Of the context first, then those that work everywhere. */
static void
add_bound(struct str *out, enum context context, enum action_id action)
{
	for (int pass = 0; pass < 2; pass++)
		for (size_t n = 0; n < binding_count; n++) {
			const struct binding *binding = &bindings[n];
			bool here = binding->context == (pass ? IN_ANY : context) && (!pass || context != IN_ANY);
			if (!here || binding->action != action || action_of(context, binding->key) != action)
				continue;
			if (out->length)
				str_add_text(out, " · ");
			str_add_text(out, key_shown(binding->key));
		}
}

void
action_keys(struct str *out, enum context context, enum action_id action)
{
	if (action == ACTION_TYPE)
		str_add_text(out,
			context == IN_GRID ? say(SAY("gõ chữ số, chữ, - > < ~", "digits, letters, - > < ~"))
				: context == IN_TABS || context == IN_DIALOG ? "1–9"
									     : "a–z");
	else
		add_bound(out, context, action);
	if (actions[action].menu) {
		if (!out->length)
			str_add_format(out, "Ctrl+G %c", actions[action].menu);
		else if (actions[action].group != GROUP_MOVE)
			str_add_format(out, " · Ctrl+G %c", actions[action].menu);
	}
}

static enum action_id
in_menu(char character)
{
	for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++)
		if (actions[id].menu == character)
			return (enum action_id)id;
	return ACTION_NONE;
}

enum action_id
action_of_menu(const char *utf8)
{
	enum action_id found = ACTION_NONE;
	if (*utf8 && !utf8[1] && !(found = in_menu(*utf8))) {
		char small = *utf8 >= 'A' && *utf8 <= 'Z' ? (char)(*utf8 | 0x20) : 0;
		return small ? in_menu(small) : ACTION_NONE;
	}
	if (found || !*utf8)
		return found;
	struct str bare = { 0 };
	text_bare(&bare, utf8);
	if (bare.length == 1)
		found = in_menu(bare.bytes[0]);
	str_release(&bare);
	return found;
}

/* Where the help of an action is not the common one. */
static const struct {
	enum context context;
	enum action_id action;
	struct words help;
} own_help[] = {
	{ IN_GRID, ACTION_TYPE, WORDS("nhập giá trị mới cho ô", "enter a new value for the cell") },
	{ IN_GRID, ACTION_ENTER,
		WORDS("xuống; sau khi Tab: đầu hàng dưới", "down; after Tab: the next row, where the run began") },
	{ IN_GRID, ACTION_NEXT_STOP, WORDS("sang phải (hết hàng: hàng sau)", "right (at the end: the next row)") },
	{ IN_GRID, ACTION_EDIT, WORDS("sửa giá trị đang có", "edit the present value") },
	{ IN_GRID, ACTION_REMOVE,
		WORDS("bỏ số liệu (hoàn tác được); cũng gõ - rồi Enter",
			"no figure (can be undone); also - and Enter") },
	{ IN_GRID, ACTION_MARK, WORDS("chọn khối; Space nữa hoặc Esc: thôi", "a block; Space again or Esc ends it") },
	{ IN_GRID, ACTION_COPY,
		WORDS("chép ô trên; có khối: chép xuống cả khối", "copy from above; a block: down through it") },
	{ IN_GRID, ACTION_DETAIL,
		WORDS("nguồn, lời ghi, ai sửa, số các năm", "source, note, who changed it, other years") },
	{ IN_GRID, ACTION_CHOOSE,
		WORDS("nguồn ghi kèm; TH, KH, %; cột; trạng thái",
			"source to go with it; actual, plan, %; columns; status") },
	{ IN_CELL, ACTION_ENTER, WORDS("ghi, xuống ô dưới", "store, go down") },
	{ IN_CELL, ACTION_NEXT_STOP, WORDS("ghi, sang phải", "store, go right") },
	{ IN_CELL, ACTION_SAVE, WORDS("ghi, đứng yên", "store, stay") },
	{ IN_CELL, ACTION_BACK, WORDS("trả lại giá trị cũ", "the old value back") },
	{ IN_CELL, ACTION_CHOOSE, WORDS("trạng thái: chưa có, không giao", "status: not there yet, not assigned") },
	{ IN_FIELD, ACTION_ENTER, WORDS("xong, sang ô sau", "done, the next field") },
	{ IN_FIELD, ACTION_SAVE, WORDS("lưu phiếu và đóng", "save the form and close it") },
	{ IN_CHOICE_FIELD, ACTION_BACK,
		WORDS("thôi; hỏi nếu có chữ chưa lưu", "leave; asks when something is not saved") },
	{ IN_FORM_ROWS, ACTION_BACK,
		WORDS("thôi; hỏi nếu có chữ chưa lưu", "leave; asks when something is not saved") },
	{ IN_CHOICE_FIELD, ACTION_SAVE, WORDS("lưu phiếu và đóng", "save the form and close it") },
	{ IN_FORM_ROWS, ACTION_SAVE, WORDS("lưu phiếu và đóng", "save the form and close it") },
	{ IN_TEXT_AREA, ACTION_SAVE, WORDS("lưu phiếu và đóng", "save the form and close it") },
	{ IN_BUTTONS, ACTION_SAVE, WORDS("lưu phiếu và đóng", "save the form and close it") },
	{ IN_FIELD, ACTION_BACK, WORDS("thôi; hỏi nếu có chữ chưa lưu", "leave; asks when something is not saved") },
	{ IN_FIELD, ACTION_COPY, WORDS("lặp giá trị của bản ghi trước", "the value of the last record") },
	{ IN_FIELD, ACTION_DETAIL, WORDS("mở bản ghi được nhắc đến", "open the record referred to") },
	{ IN_CHOICE_FIELD, ACTION_ENTER,
		WORDS("giữ giá trị đang hiện, sang ô sau", "keep the value shown, the next field") },
	{ IN_CHOICE_FIELD, ACTION_TYPE, WORDS("mở bảng chọn với chữ vừa gõ", "open the list with what is typed") },
	{ IN_CHOICE_FIELD, ACTION_COPY, WORDS("lặp giá trị của bản ghi trước", "the value of the last record") },
	{ IN_FORM_ROWS, ACTION_ENTER,
		WORDS("sang dòng sau; ở dòng trống: sang ô sau của phiếu",
			"the next row; on an empty one: the next field") },
	{ IN_FORM_ROWS, ACTION_NEXT_STOP, WORDS("sang cột sau", "the next column") },
	{ IN_FORM_ROWS, ACTION_ADD, WORDS("chèn một dòng ở trên", "a row above") },
	{ IN_FORM_ROWS, ACTION_DELETE,
		WORDS("bỏ dòng này; Ctrl+Z lấy lại", "takes the row out; Ctrl+Z brings it back") },
	{ IN_FORM_ROWS, ACTION_COPY,
		WORDS("ở bảng trống: các dòng của bản ghi trước", "on an empty list: the rows of the last record") },
	{ IN_TEXT_AREA, ACTION_ENTER, WORDS("xuống dòng", "a new line") },
	{ IN_TEXT_AREA, ACTION_NEXT_STOP, WORDS("sang ô sau", "the next field") },
	{ IN_LIST, ACTION_ENTER, WORDS("mở", "open") },
	{ IN_LIST, ACTION_TYPE, WORDS("lọc danh sách", "filter the list") },
	{ IN_LIST, ACTION_NEXT_STOP, WORDS("sang phần sau của màn hình", "the next part of the screen") },
	{ IN_LIST, ACTION_LEFT, WORDS("cuộn ngang", "scroll sideways") },
	{ IN_TREE, ACTION_RIGHT, WORDS("mở nhánh", "open the branch") },
	{ IN_TREE, ACTION_LEFT, WORDS("khép nhánh, về cấp trên", "close the branch, go to its parent") },
	{ IN_TREE, ACTION_TYPE, WORDS("lọc cây, hiện cả cấp trên", "filter, with the parents of matches") },
	{ IN_FILTER, ACTION_TYPE,
		WORDS("thêm chữ lọc; gõ không dấu cũng được", "go on typing; marks may be left out") },
	{ IN_FILTER, ACTION_BACK, WORDS("xóa lọc, Esc nữa mới lùi", "clear, again to leave") },
	{ IN_FILTER, ACTION_NEXT_STOP, WORDS("vào danh sách, giữ lọc", "into the list, the filter stays") },
	{ IN_MATRIX, ACTION_ENTER,
		WORDS("gợi ý: mở phiếu điền sẵn; ô có vai trò: mở", "a suggestion: filled form; a role: open") },
	{ IN_MATRIX, ACTION_EDIT, WORDS("ghi vai trò", "give a role") },
	{ IN_MATRIX, ACTION_DELETE, WORDS("kết thúc hoặc gỡ vai trò", "end or take away the role") },
	{ IN_COMPARISON, ACTION_ENTER,
		WORDS("ô: các số liệu đứng sau; tên: biểu đồ", "a cell: its figures; a name: the chart") },
	{ IN_COMPARISON, ACTION_CHOOSE,
		WORDS("cách so: đơn vị, ranh giới, cả cụm hay một đơn vị", "units, boundary, cluster or one unit") },
	{ IN_CHART, ACTION_CHOOSE, WORDS("chỉ tiêu, đơn vị", "metric, unit") },
	{ IN_TABS, ACTION_ENTER, WORDS("sang ngăn đang chọn", "go to the chosen tab") },
	{ IN_TABS, ACTION_TYPE, WORDS("số: sang ngăn ấy ngay", "a digit: go to that tab at once") },
	{ IN_HELP, ACTION_CHOOSE,
		WORDS("tiếng Việt trên đầu cuối này: 134 chữ, chỗ gõ thử, cách đặt",
			"Vietnamese here: letters, a box to type in, settings") },
};

struct words
action_help(enum context context, enum action_id action)
{
	for (size_t n = 0; n < ARRAY_COUNT(own_help); n++)
		if (own_help[n].context == context && own_help[n].action == action)
			return own_help[n].help;
	return actions[action].help;
}

/* Where an action goes by another name than the common one. */
static const struct {
	enum context context;
	enum action_id action;
	struct words label;
} own_labels[] = {
	{ IN_FIELD, ACTION_COPY, WORDS("Lặp lại giá trị", "Repeat the value") },
	{ IN_CHOICE_FIELD, ACTION_COPY, WORDS("Lặp lại giá trị", "Repeat the value") },
	{ IN_FORM_ROWS, ACTION_COPY, WORDS("Lặp lại giá trị", "Repeat the value") },
	{ IN_TEXT_AREA, ACTION_COPY, WORDS("Lặp lại giá trị", "Repeat the value") },
	{ IN_FORM_ROWS, ACTION_ADD, WORDS("Chèn dòng", "Insert a row") },
	{ IN_FORM_ROWS, ACTION_DELETE, WORDS("Bỏ dòng", "Drop the row") },
	{ IN_FIELD, ACTION_DETAIL, WORDS("Mở bản ghi ấy", "Open that record") },
	{ IN_CHOICE_FIELD, ACTION_DETAIL, WORDS("Mở bản ghi ấy", "Open that record") },
	{ IN_FORM_ROWS, ACTION_DETAIL, WORDS("Mở bản ghi ấy", "Open that record") },
};

struct words
action_label(enum context context, enum action_id action)
{
	for (size_t n = 0; n < ARRAY_COUNT(own_labels); n++)
		if (own_labels[n].context == context && own_labels[n].action == action)
			return own_labels[n].label;
	return actions[action].label;
}

struct words
key_explanation(int key)
{
	switch (key) {
	case K_CTRL('C'):
		return SAY(
			"Bôi đen bằng chuột để chép; Ctrl+Q để thoát.", "Select with the mouse to copy; Ctrl+Q quits.");
	case K_CTRL('V'):
		return SAY("Dán: Shift+Insert, chuột phải hoặc Ctrl+Shift+V.",
			"Paste: Shift+Insert, right mouse button or Ctrl+Shift+V.");
	case K_CTRL('X'):
		return SAY("Không có lệnh cắt; Delete gỡ giá trị.", "There is no cutting; Delete removes the value.");
	default:
		return SAY(NULL, NULL);
	}
}

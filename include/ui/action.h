/* What can be done, and with which key.  One list of actions gives the enum, the menu, the help screen, the hint line
 * and the manual; one table of keys says what works where (screens.md section 3). */
#ifndef UI_ACTION_H
#define UI_ACTION_H
#include "base/say.h"
#include "ui/key.h"

enum action_group {
	GROUP_RECORD, /* changes the book */
	GROUP_GO,     /* shows something else */
	GROUP_VIEW,   /* shows the same in another way */
	GROUP_PROGRAM,
	GROUP_MOVE, /* moves: no menu character needed, arrows, Enter, Tab and Esc are on every keyboard */
	GROUP_TEXT  /* editing of text: helps only, every one can be done with arrows and Backspace */
};

/* name, group, menu character (0: none), works while typing (the ✎ of screens.md 3.1), label in menus, help.
 * Menu characters are digits, b c g h i k l m n p q t u v y and < > - + = * only: none is a modifier of Telex. */
#define ACTIONS(A) \
	A(HELP, GROUP_PROGRAM, '1', true, WORDS("Giúp", "Help"), \
		WORDS("các phím của màn hình này", "the keys of this screen")) \
	A(EDIT, GROUP_RECORD, '2', false, WORDS("Sửa", "Edit"), \
		WORDS("sửa ô tại chỗ; mở phiếu của dòng", "edit the cell in place; the form of the row")) \
	A(PERIOD, GROUP_GO, '3', false, WORDS("Kỳ: năm, phần năm", "Period: year, part"), \
		WORDS("chọn năm và phần của năm", "choose the year and the part of it")) \
	A(CHOOSE, GROUP_VIEW, '4', true, WORDS("Chọn", "Choose"), \
		WORDS("các giá trị cho ô này; các cách xem của màn hình", \
			"the values for this field; the switches of this view")) \
	A(DETAIL, GROUP_GO, '5', true, WORDS("Chi tiết, nguồn", "Detail, source"), \
		WORDS("nguồn, lời ghi, ai đã sửa, của thứ dưới con trỏ", \
			"source, note, who changed what, of the thing under the cursor")) \
	A(TABS, GROUP_GO, '6', false, WORDS("Ngăn", "Tabs"), \
		WORDS("sang hàng ngăn; rồi gõ số, hoặc ←→ và Enter", "to the tab bar; then a digit, or ←→ and Enter")) \
	A(ADD, GROUP_RECORD, '7', true, WORDS("Thêm", "Add"), \
		WORDS("thêm bản ghi, dòng, cột", "a new record, row, column")) \
	A(DELETE, GROUP_RECORD, '8', true, WORDS("Xóa (hỏi lại)", "Delete (asks)"), \
		WORDS("xóa, bao giờ cũng hỏi lại", "delete; always asks")) \
	A(MENU, GROUP_PROGRAM, 0, true, WORDS("Menu", "Menu"), \
		WORDS("mọi lệnh của màn hình này, mỗi lệnh một chữ", \
			"every command of this screen, one character each")) \
	A(QUIT, GROUP_PROGRAM, '0', true, WORDS("Thoát", "Quit"), \
		WORDS("thoát; chỉ hỏi khi còn chữ chưa lưu", "quit; asks only when something typed is not saved")) \
	A(FIND, GROUP_GO, 'k', true, WORDS("Tìm mọi thứ", "Find anything"), \
		WORDS("tìm bản ghi, màn hình, lệnh", "find records, screens, commands")) \
	A(FILTER, GROUP_VIEW, 't', false, WORDS("Lọc", "Filter"), \
		WORDS("chỉ giữ những dòng khớp; gõ chữ là lọc ngay", \
			"keep only the rows that match; typing filters at once")) \
	A(YEAR_BACK, GROUP_GO, 'p', false, WORDS("Năm trước", "Year before"), \
		WORDS("về năm trước", "go to the year before")) \
	A(YEAR_ON, GROUP_GO, 'n', false, WORDS("Năm sau", "Year after"), \
		WORDS("sang năm sau", "go to the year after")) \
	A(UNDO, GROUP_RECORD, 'u', true, WORDS("Hoàn tác", "Undo"), \
		WORDS("bỏ việc vừa làm; khi đang gõ: bỏ chữ vừa gõ", \
			"take back the last deed; in a text box the last typing")) \
	A(REDO, GROUP_RECORD, 'y', true, WORDS("Làm lại", "Redo"), \
		WORDS("làm lại việc vừa bỏ", "do again what was taken back")) \
	A(SAVE, GROUP_RECORD, 'l', true, WORDS("Lưu", "Save"), WORDS("ghi và đứng yên", "save and stay")) \
	A(COPY, GROUP_RECORD, 'c', true, WORDS("Chép ô trên", "Copy above"), \
		WORDS("chép ô trên; trong phiếu: lặp giá trị của bản ghi trước", \
			"the cell above; in a form the value of the last record")) \
	A(TURN, GROUP_VIEW, 'b', false, WORDS("Xoay hàng, cột", "Turn rows, columns"), \
		WORDS("xoay hàng và cột, vẫn ở ô ấy", "turn rows and columns, on the same cell")) \
	A(REMOVE, GROUP_RECORD, 'g', false, WORDS("Gỡ giá trị", "Remove value"), \
		WORDS("bỏ số liệu của ô, hoàn tác được", "take the value out; can be undone")) \
	A(MARK, GROUP_VIEW, 'm', true, WORDS("Đánh dấu", "Mark"), \
		WORDS("đánh dấu dòng; trong lưới: chọn khối", "mark the row; in the grid: a block")) \
	A(METHOD, GROUP_PROGRAM, 'v', true, WORDS("Kiểu gõ", "Input method"), \
		WORDS("bộ gõ có sẵn: tắt, Telex, VNI", "the built-in input method: off, Telex, VNI")) \
	A(SETTINGS, GROUP_PROGRAM, '*', true, WORDS("Tùy chọn", "Options"), \
		WORDS("kiểu gõ, chỗ đặt dấu (hòa hay hoà), chuột", "input method, where tones stand, the mouse")) \
	A(HISTORY, GROUP_GO, 'h', false, WORDS("Nhật ký", "History"), \
		WORDS("ai đã sửa gì, lúc nào", "who changed what, and when")) \
	A(EXPORT, GROUP_GO, 'i', false, WORDS("Xuất, in", "Export, print"), \
		WORDS("ghi bảng này ra Excel, CSV, giấy A4", "write this table to Excel, CSV, A4 paper")) \
	A(IMPORT, GROUP_RECORD, '=', false, WORDS("Nhập từ tệp bảng tính", "Import a table"), \
		WORDS("nhập tệp CSV, TSV; xem trước rồi mới ghi", \
			"read in a CSV or TSV file, shown before it is stored")) \
	A(REDRAW, GROUP_PROGRAM, 'q', true, WORDS("Vẽ lại", "Redraw"), \
		WORDS("vẽ lại màn hình và đọc lại sổ", "draw the screen again and read the book again")) \
	A(FIRST, GROUP_MOVE, '<', false, WORDS("Đầu", "First"), WORDS("về đầu", "to the first")) \
	A(LAST, GROUP_MOVE, '>', false, WORDS("Cuối", "Last"), WORDS("về cuối", "to the last")) \
	A(PAGE_BACK, GROUP_MOVE, '-', true, WORDS("Trang trước", "Page before"), \
		WORDS("trang trước", "the page before")) \
	A(PAGE_ON, GROUP_MOVE, '+', true, WORDS("Trang sau", "Page after"), WORDS("trang sau", "the page after")) \
	A(BACK, GROUP_MOVE, 0, true, WORDS("Lùi", "Back"), \
		WORDS("lùi một bước; không bao giờ thoát hay mất chữ", \
			"one step back; never quits, never loses text")) \
	A(ENTER, GROUP_MOVE, 0, true, WORDS("Mở", "Open"), \
		WORDS("mở; khi nhập: xong và đi tiếp", "open; when entering: done, next")) \
	A(NEXT_STOP, GROUP_MOVE, 0, true, WORDS("Chỗ sau", "Next place"), \
		WORDS("sang chỗ sau, cột sau", "the next place, the next column")) \
	A(PREVIOUS_STOP, GROUP_MOVE, 0, true, WORDS("Chỗ trước", "Place before"), \
		WORDS("về chỗ trước, cột trước", "the place before, the column before")) \
	A(UP, GROUP_MOVE, 0, true, WORDS("Lên", "Up"), WORDS("lên", "up")) \
	A(DOWN, GROUP_MOVE, 0, true, WORDS("Xuống", "Down"), WORDS("xuống", "down")) \
	A(LEFT, GROUP_MOVE, 0, true, WORDS("Sang trái", "Left"), WORDS("sang trái", "left")) \
	A(RIGHT, GROUP_MOVE, 0, true, WORDS("Sang phải", "Right"), WORDS("sang phải", "right")) \
	A(TYPE, GROUP_MOVE, 0, true, WORDS("Gõ", "Type"), WORDS("gõ chữ", "type")) \
	A(SELECT_UP, GROUP_TEXT, 0, true, WORDS("Chọn lên", "Select up"), WORDS("chọn khối lên", "select upwards")) \
	A(SELECT_DOWN, GROUP_TEXT, 0, true, WORDS("Chọn xuống", "Select down"), \
		WORDS("chọn khối xuống", "select downwards")) \
	A(SELECT_LEFT, GROUP_TEXT, 0, true, WORDS("Chọn sang trái", "Select left"), \
		WORDS("chọn sang trái", "select to the left")) \
	A(SELECT_RIGHT, GROUP_TEXT, 0, true, WORDS("Chọn sang phải", "Select right"), \
		WORDS("chọn sang phải", "select to the right")) \
	A(SELECT_FIRST, GROUP_TEXT, 0, true, WORDS("Chọn về đầu", "Select to the begin"), \
		WORDS("chọn đến đầu dòng", "select to the begin of the line")) \
	A(SELECT_LAST, GROUP_TEXT, 0, true, WORDS("Chọn đến cuối", "Select to the end"), \
		WORDS("chọn đến cuối dòng", "select to the end of the line")) \
	A(WORD_LEFT, GROUP_TEXT, 0, true, WORDS("Về từ trước", "Word left"), \
		WORDS("về đầu từ", "to the begin of the word")) \
	A(WORD_RIGHT, GROUP_TEXT, 0, true, WORDS("Sang từ sau", "Word right"), \
		WORDS("sang từ sau", "to the next word")) \
	A(LINE_FIRST, GROUP_TEXT, 0, true, WORDS("Đầu dòng", "Line begin"), \
		WORDS("về đầu dòng chữ", "to the begin of the line")) \
	A(LINE_LAST, GROUP_TEXT, 0, true, WORDS("Cuối dòng", "Line end"), \
		WORDS("đến cuối dòng chữ", "to the end of the line")) \
	A(ERASE, GROUP_TEXT, 0, true, WORDS("Xóa lùi", "Erase"), \
		WORDS("xóa lùi một ký tự", "erase the character before")) \
	A(ERASE_NEXT, GROUP_TEXT, 0, true, WORDS("Xóa chữ sau", "Erase next"), \
		WORDS("xóa cả chữ dưới con trỏ", "erase the letter under the cursor")) \
	A(ERASE_WORD, GROUP_TEXT, 0, true, WORDS("Xóa từ", "Erase word"), \
		WORDS("xóa lùi một từ", "erase the word before")) \
	A(ERASE_ALL, GROUP_TEXT, 0, true, WORDS("Gõ lại", "Type again"), \
		WORDS("xóa hết chữ đã gõ", "erase all that was typed")) \
	A(TITLE, GROUP_TEXT, 0, true, WORDS("Viết hoa đầu từ", "Capitals of names"), \
		WORDS("viết hoa chữ đầu mỗi từ như tên riêng", "a capital for each word, as in names"))

enum action_id {
	ACTION_NONE,
#define A(id, group, menu, typing, label, help) ACTION_##id,
	ACTIONS(A)
#undef A
		ACTION_COUNT
};
struct action {
	const char *name; /* "YEAR_BACK": for tests and the manual */
	enum action_group group;
	char menu;   /* after Ctrl+G; 0: none */
	bool typing; /* its key works while typing too */
	struct words label, help;
};
/* Indexed by enum action_id; [ACTION_NONE] is empty. */
extern const struct action actions[ACTION_COUNT];

/* Where the cursor is: which keys work now. */
enum context {
	IN_ANY,  /* only in the table: everywhere */
	IN_LIST, /* lists, history, pages with places to go to */
	IN_TREE,
	IN_FILTER, /* the filter box of a list, a tree, a grid … is open and has the cursor */
	IN_TABS,
	IN_GRID,  /* cells are selected, nothing is typed yet */
	IN_CELL,  /* a cell is being edited */
	IN_FIELD, /* one line of a form */
	IN_CHOICE_FIELD,
	IN_FORM_ROWS, /* rows in a form: people, conclusions */
	IN_TEXT_AREA,
	IN_BUTTONS, /* [ Lưu ] [ Bỏ ] at the end of a form */
	IN_CHOICES, /* list of values over a field, with its filter */
	IN_PALETTE,
	IN_DIALOG,
	IN_MENU,
	IN_MATRIX,
	IN_COMPARISON,
	IN_CHART,
	IN_HELP,
	CONTEXT_COUNT
};
/* The cursor is in a text box: ESC and a digit are two keys, printable characters are text and nothing else. */
bool context_is_typing(enum context context);
/* "Trong danh sách": heads a part of the help screen. */
struct words context_words(enum context context);

/* One key in one place.  No key stands twice in a context, IN_ANY included, unless the context's own replaces that of
 * IN_ANY. */
struct binding {
	enum context context;
	int key;
	enum action_id action;
};
extern const struct binding bindings[];
extern const size_t binding_count;

/* What the key does there: the context's own binding, else that of IN_ANY; ACTION_NONE when it has none.  A printable
 * character that is text there gives ACTION_NONE.  Whether an action without `typing` may run while something is
 * being typed is the caller's to decide (ui.c does; screens.md rule 9). */
enum action_id action_of(enum context context, int key);
/* The key that a menu or help row shows for the action in that context; K_NONE when it has none. */
int action_key(enum context context, enum action_id action);
/* All ways to the action in that context, as the help and the manual show them: "F9 · Ctrl+G", "F2 · Ctrl+G 2"; into an
 * empty string. */
void action_keys(struct str *out, enum context context, enum action_id action);
/* The action of a character of the menu, ACTION_NONE when it is none.  Letters are compared without diacritics and
 * case, so that a composing input method cannot run something else: utf8 is one code point. */
enum action_id action_of_menu(const char *utf8);
/* The help of the action in that context: its own words where they differ, else those of the action. */
struct words action_help(enum context context, enum action_id action);
/* The same for its name in the menu. */
struct words action_label(enum context context, enum action_id action);

/* Keys that hands know and that only explain themselves here (Ctrl+C, Ctrl+V, Ctrl+X): the sentence; both halves NULL
 * for any other key. */
struct words key_explanation(int key);

/* A piece of row 24: «keys label».  Two blanks stand between two of them. */
struct hint {
	const char *keys;      /* "F2", "Ctrl+P/N", "↑↓", "a–z" */
	const char *keys_en;   /* where a word is in it: "Enter or 1"; NULL: the same in both languages */
	enum action_id action; /* shown only where the view allows it; ACTION_TYPE for typing */
	struct words label;
};
/* As an initialiser: HINT("F2", EDIT, "Sửa", "Edit"). */
#define HINT(keys_, action_, vi_, en_) \
	{ \
		.keys = (keys_), .action = ACTION_##action_, .label = WORDS(vi_, en_) \
	}
#define HINT_EITHER(keys_, keys_en_, action_, vi_, en_) \
	{ \
		.keys = (keys_), .keys_en = (keys_en_), .action = ACTION_##action_, .label = WORDS(vi_, en_) \
	}
#define HINT_LIMIT 8
/* In the language of the screen. */
const char *hint_keys(const struct hint *hint);
/* The context's own hints, in order, at most HINT_LIMIT; a view may have its own instead (view_ops.hints). */
const struct hint *context_hints(enum context context, size_t *count);
#endif

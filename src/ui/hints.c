/* Row 24 of each context, its own keys first (screens.md section 5). */
#include "base/mem.h"
#include "ui/action.h"

static const struct hint list_hints[] = {
	HINT("Enter", ENTER, "Mở", "Open"),
	HINT("a–z", TYPE, "Lọc", "Filter"),
	HINT("F2", EDIT, "Sửa", "Edit"),
	HINT("F7", ADD, "Thêm", "Add"),
	HINT("F8", DELETE, "Xóa", "Delete"),
	HINT("F6", TABS, "Ngăn", "Tabs"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Lùi", "Back"),
};
static const struct hint tree_hints[] = {
	HINT("Enter", ENTER, "Mở", "Open"),
	HINT("→←", RIGHT, "Nhánh", "Branch"),
	HINT("a–z", TYPE, "Lọc", "Filter"),
	HINT("F2", EDIT, "Sửa", "Edit"),
	HINT("F7", ADD, "Thêm", "Add"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Lùi", "Back"),
};
static const struct hint filter_hints[] = {
	HINT("Enter", ENTER, "Mở", "Open"),
	HINT("↓↑", DOWN, "Chọn dòng", "Row"),
	HINT("Tab", NEXT_STOP, "Vào danh sách", "Into the list"),
	HINT("Esc", BACK, "Bỏ lọc", "Clear"),
	HINT("Ctrl+U", ERASE_ALL, "Gõ lại", "Retype"),
	HINT("F1", HELP, "Giúp", "Help"),
};
static const struct hint tab_hints[] = {
	HINT("1–9", TYPE, "Sang ngăn", "Go to tab"),
	HINT("←→", RIGHT, "Chọn", "Choose"),
	HINT("Enter", ENTER, "Sang", "Go"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Về", "Back"),
};
static const struct hint grid_hints[] = {
	HINT("0–9", TYPE, "Nhập", "Type"),
	HINT("Enter", ENTER, "Xuống", "Down"),
	HINT("F2", EDIT, "Sửa", "Edit"),
	HINT("Space", MARK, "Khối", "Block"),
	HINT("Ctrl+D", COPY, "Chép trên", "Copy above"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Lùi", "Back"),
};
static const struct hint cell_hints[] = {
	HINT("Enter", ENTER, "Ghi, xuống", "Store, down"),
	HINT("Tab", NEXT_STOP, "Ghi, phải", "Store, right"),
	HINT("Ctrl+S", SAVE, "Ghi, đứng", "Store, stay"),
	HINT("Ctrl+U", ERASE_ALL, "Xóa chữ", "Erase"),
	HINT("Esc", BACK, "Số cũ", "Old value"),
};
static const struct hint field_hints[] = {
	HINT("Enter", ENTER, "Tiếp", "Next"),
	HINT("F4", CHOOSE, "Chọn", "Choose"),
	HINT("Ctrl+D", COPY, "Lặp lại", "Repeat"),
	HINT("Ctrl+S", SAVE, "Lưu", "Save"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Thôi", "Leave"),
};
static const struct hint choice_field_hints[] = {
	HINT("Enter", ENTER, "Tiếp", "Next"),
	HINT("a–z", TYPE, "Chọn", "Choose"),
	HINT("F4", CHOOSE, "Bảng", "List"),
	HINT("Ctrl+D", COPY, "Lặp lại", "Repeat"),
	HINT("Ctrl+S", SAVE, "Lưu", "Save"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Thôi", "Leave"),
};
static const struct hint rows_hints[] = {
	HINT("Enter", ENTER, "Tiếp", "Next"),
	HINT("F4", CHOOSE, "Chọn", "Choose"),
	HINT("F8", DELETE, "Bỏ dòng", "Drop row"),
	HINT("Ctrl+D", COPY, "Lặp lại", "Repeat"),
	HINT("Ctrl+S", SAVE, "Lưu", "Save"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Thôi", "Leave"),
};
static const struct hint area_hints[] = {
	HINT("Enter", ENTER, "Xuống dòng", "New line"),
	HINT("Tab", NEXT_STOP, "Ô sau", "Next field"),
	HINT("Ctrl+S", SAVE, "Lưu", "Save"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Thôi", "Leave"),
};
static const struct hint button_hints[] = {
	HINT("Enter", ENTER, "Chọn", "Choose"),
	HINT("↑", UP, "Ô trước", "Field before"),
	HINT("←→", RIGHT, "Lưu, Bỏ", "Save, Drop"),
	HINT("Ctrl+S", SAVE, "Lưu", "Save"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Thôi", "Leave"),
};
static const struct hint choices_hints[] = {
	HINT("Enter", ENTER, "Lấy", "Take"),
	HINT("↓↑", DOWN, "Chọn", "Choose"),
	HINT("a–z", TYPE, "Lọc", "Filter"),
	HINT("Ctrl+T", MARK, "Đánh dấu", "Mark"),
	HINT("F7", ADD, "Thêm", "New"),
	HINT("Esc", BACK, "Đóng, giữ chữ đã gõ", "Close, keep what is typed"),
};
static const struct hint palette_hints[] = {
	HINT("Enter", ENTER, "Mở", "Open"),
	HINT("↓↑", DOWN, "Chọn", "Choose"),
	HINT("Ctrl+U", ERASE_ALL, "Gõ lại", "Retype"),
	HINT("Esc", BACK, "Đóng", "Close"),
};
static const struct hint dialog_hints[] = {
	HINT("1–4", TYPE, "Trả lời", "Answer"),
	HINT("←→", RIGHT, "Chọn", "Choose"),
	HINT("Enter", ENTER, "Trả lời", "Answer"),
	HINT("Esc", BACK, "Thôi", "Leave"),
};
static const struct hint menu_hints[] = {
	HINT("0–9 a–z", TYPE, "Chạy", "Run"),
	HINT("↑↓ ←→", DOWN, "Đi", "Move"),
	HINT("Enter", ENTER, "Chạy", "Run"),
	HINT("Esc", BACK, "Đóng", "Close"),
};
static const struct hint matrix_hints[] = {
	HINT("Enter", ENTER, "Mở", "Open"),
	HINT("F2", EDIT, "Ghi vai trò", "Give a role"),
	HINT("F5", DETAIL, "Nguồn", "Source"),
	HINT("Ctrl+P/N", YEAR_BACK, "Năm ±", "Year ±"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Lùi", "Back"),
};
static const struct hint comparison_hints[] = {
	HINT("Enter", ENTER, "Mở ô", "Open cell"),
	HINT("F4", CHOOSE, "Cách so", "How"),
	HINT("F3", PERIOD, "Năm", "Year"),
	HINT("Ctrl+P/N", YEAR_BACK, "Năm ±", "Year ±"),
	HINT("a–z", TYPE, "Lọc", "Filter"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Lùi", "Back"),
};
static const struct hint chart_hints[] = {
	HINT("↑↓", DOWN, "Năm", "Year"),
	HINT("Enter", ENTER, "Mở ô", "Open cell"),
	HINT("F4", CHOOSE, "Chỉ tiêu, đơn vị", "Metric, unit"),
	HINT("F3", PERIOD, "Chọn năm", "Years"),
	HINT("F6", TABS, "Ngăn", "Tabs"),
	HINT("F1", HELP, "Giúp", "Help"),
	HINT("Esc", BACK, "Lùi", "Back"),
};
static const struct hint help_hints[] = {
	HINT("a–z", TYPE, "Lọc", "Filter"),
	HINT("Enter", ENTER, "Chạy lệnh", "Run"),
	HINT("F4", CHOOSE, "Tiếng Việt", "Vietnamese"),
	HINT("PgDn", PAGE_ON, "Trang sau", "Next page"),
	HINT("F9", MENU, "Menu", "Menu"),
	HINT("Esc", BACK, "Đóng", "Close"),
};

const struct hint *
context_hints(enum context context, size_t *count)
{
	static const struct {
		const struct hint *hints;
		size_t count;
	} of[CONTEXT_COUNT] = {
#define OF(hints) { hints, ARRAY_COUNT(hints) }
		[IN_ANY] = OF(list_hints),
		[IN_LIST] = OF(list_hints),
		[IN_TREE] = OF(tree_hints),
		[IN_FILTER] = OF(filter_hints),
		[IN_TABS] = OF(tab_hints),
		[IN_GRID] = OF(grid_hints),
		[IN_CELL] = OF(cell_hints),
		[IN_FIELD] = OF(field_hints),
		[IN_CHOICE_FIELD] = OF(choice_field_hints),
		[IN_FORM_ROWS] = OF(rows_hints),
		[IN_TEXT_AREA] = OF(area_hints),
		[IN_BUTTONS] = OF(button_hints),
		[IN_CHOICES] = OF(choices_hints),
		[IN_PALETTE] = OF(palette_hints),
		[IN_DIALOG] = OF(dialog_hints),
		[IN_MENU] = OF(menu_hints),
		[IN_MATRIX] = OF(matrix_hints),
		[IN_COMPARISON] = OF(comparison_hints),
		[IN_CHART] = OF(chart_hints),
		[IN_HELP] = OF(help_hints),
#undef OF
	};
	*count = of[context].count;
	return of[context].hints;
}

const char *
hint_keys(const struct hint *hint)
{
	return hint->keys_en && say_language() == LANGUAGE_EN ? hint->keys_en : hint->keys;
}

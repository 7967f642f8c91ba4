/* Nhập tệp: a file is chosen, looked at, and read in as one change. */
#include "base/mem.h"
#include "ui/view/import_page.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- beginning and end ---- */

static bool
refuse(const struct session *session, struct err *err)
{
	if (session->served)
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Qua SSH không xem được tệp của máy này; từ máy mình: ssh MÁY import LOẠI - <TỆP",
				"Files of this machine are not shown over SSH; from your own: ssh HOST import KIND - <FILE"),
			NULL);
	return err_set(err, ERR_READ_ONLY,
		SAY("Sổ đang mở chỉ để xem; không nhập được.",
			"The book is open for reading only; nothing can be imported."),
		NULL);
}

static bool
begin(struct view *view, const void *where, struct err *err)
{
	struct import_page *page = (struct import_page *)view;
	char *here = realpath(".", NULL);

	page->session = session_of(view);
	page->meant = *(const enum entity_id *)where;
	page->folder = mem_copy_text(here ? here : "/");
	free(here);
	if (page->session->served || !session_writable(page->session))
		return refuse(page->session, err);
	page->form = (struct form){ .fields = import_fields,
		.field_count = IMPORT_PLACES,
		.ops = &import_form_ops,
		.of = page,
		.ui = view->ui,
		.composer = ui_composer(view->ui),
		.saves = SAY("Nhập", "Import") };
	form_begin(&page->form);
	return true;
}

static void
done(struct view *view)
{
	struct import_page *page = (struct import_page *)view;

	form_release(&page->form);
	import_forget_file(page);
	import_pane_release(&page->pane);
	file_list_release(&page->files);
	str_release(&page->capitals);
	free(page->folder);
	free(page->unreadable);
}

/* The book or the file may be another: both are looked at again. */
static bool
load(struct view *view, struct err *err)
{
	struct import_page *page = (struct import_page *)view;

	if (import_file_changed(page))
		return import_read_file(page, page->path, err);
	import_try_again(page);
	return true;
}

/* ---- the look ---- */

static enum context
context(const struct view *view)
{
	return form_context(&((const struct import_page *)view)->form);
}

static void
arrange(struct view *view, const struct layout *layout)
{
	struct import_page *page = (struct import_page *)view;
	int end = layout->detail >= 0 ? layout->detail : layout->end, rows = end - layout->state;
	struct area area = { .row = layout->state, .rows = rows, .columns = layout->columns };

	form_place(&page->form, area);
	int fields = form_rows(&page->form);
	area.rows = fields < rows ? fields : rows;
	form_place(&page->form, area);
	area.row += area.rows;
	area.rows = rows - area.rows;
	import_pane_place(page, area);
}

static void
add_note(const struct import_page *page, struct str *out)
{
	switch (page->form.at.field) {
	case IMPORT_FILE:
		str_add_text(out,
			say(SAY("Gõ đường dẫn (~ là thư mục nhà), hoặc F4 để chọn.",
				"Type a path (~ is the home), or F4 to choose.")));
		break;
	case IMPORT_CAPITALS:
		str_add_text(out,
			say(SAY("Cột toàn chữ hoa hay phông .VnTimeH: viết hoa đầu từ.",
				"Columns in capitals or .VnTimeH get those of names.")));
		break;
	case IMPORT_PLACES:
	case IMPORT_PLACES + 1:
		str_add_text(out,
			say(SAY("Một lần nhập là một thay đổi; Ctrl+Z lấy lại tất cả.",
				"An import is one change; Ctrl+Z takes all of it back.")));
		break;
	default:
		str_add_text(out,
			say(SAY("Chữ ở dưới sai thì chọn lại ở đây; chưa ghi gì.",
				"Choose another when what is below is wrong; nothing is stored yet.")));
	}
}

static void
frame(const struct view *view, struct frame *frame)
{
	str_add_text(&frame->title, say(SAY("Nhập tệp", "Import a file")));
	add_note((const struct import_page *)view, &frame->note);
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct import_page *page = (const struct import_page *)view;

	import_pane_draw(page, draw);
	form_draw(&page->form, draw);
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint file[] = {
		HINT("Enter", ENTER, "Tiếp", "Next"),
		HINT("F4", CHOOSE, "Chọn tệp", "Choose a file"),
		HINT("Ctrl+S", SAVE, "Nhập", "Import"),
		HINT("PgDn", PAGE_ON, "Xem tiếp", "More"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Thôi", "Leave"),
	};
	static const struct hint choice[] = {
		HINT("Enter", ENTER, "Tiếp", "Next"),
		HINT("a–z", TYPE, "Chọn", "Choose"),
		HINT("F4", CHOOSE, "Bảng", "List"),
		HINT("Ctrl+S", SAVE, "Nhập", "Import"),
		HINT("PgDn", PAGE_ON, "Xem tiếp", "More"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Thôi", "Leave"),
	};
	static const struct hint buttons[] = {
		HINT("Enter", ENTER, "Làm", "Do it"),
		HINT("←→", RIGHT, "Chọn", "Choose"),
		HINT("↑", UP, "Về các ô", "To the fields"),
		HINT("PgDn", PAGE_ON, "Xem tiếp", "More"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Thôi", "Leave"),
	};
	switch (context(view)) {
	case IN_FIELD:
		*count = ARRAY_COUNT(file);
		return file;
	case IN_CHOICE_FIELD:
		*count = ARRAY_COUNT(choice);
		return choice;
	default:
		*count = ARRAY_COUNT(buttons);
		return buttons;
	}
}

static struct words
label(const struct view *view, enum action_id action)
{
	(void)view;
	return action == ACTION_SAVE ? SAY("Nhập vào sổ", "Import") : SAY(NULL, NULL);
}

static struct words
help(const struct view *view, enum action_id action)
{
	switch (action) {
	case ACTION_SAVE:
		return SAY("nhập cả tệp vào sổ: một thay đổi, hoàn tác được",
			"import all of the file: one change, can be undone");
	case ACTION_CHOOSE:
		return ((const struct import_page *)view)->form.at.field == IMPORT_FILE
			? SAY("tệp và thư mục, mới nhất trước", "files and folders, newest first")
			: SAY("các giá trị cho ô này", "the values for this field");
	case ACTION_PAGE_ON:
		return SAY("xem tiếp phần ở dưới: năm dòng đầu, lỗi", "on in the part below: rows, faults");
	case ACTION_PAGE_BACK:
		return SAY("về phần trên", "back in the part below");
	case ACTION_BACK:
		return SAY("thôi, không nhập gì", "leave, nothing is imported");
	default:
		return SAY(NULL, NULL);
	}
}

/* ---- acting ---- */

/* Where what was read in can be seen; the page is closed anyhow. */
static enum outcome
leave(struct import_page *page, struct err *err)
{
	enum entity_id kind = import_kind_here(page);
	struct records_place place = { kind };
	bool there = kind == page->meant || (kind == ENTITY_CLUSTER && page->view.below->ops == &home_ops);
	bool listed = entity_of(kind)->owner_field < 0 && kind != ENTITY_SPAN && kind != ENTITY_BOOK;
	struct ui *ui = page->view.ui;

	if (there || !listed)
		return VIEW_CLOSE;
	const struct view_ops *ops = kind == ENTITY_UNIT ? units_kept(page->session)
		: kind == ENTITY_CLUSTER                 ? &home_ops
							 : &records_ops;
	return ui_replace(ui, ops, ops == &records_ops ? &place : NULL, err) ? VIEW_DONE : VIEW_CLOSE;
}

/* Nothing of the book is half changed here: only a path that is being typed is given back first. */
static enum outcome
go_back(struct import_page *page)
{
	char *typed = page->form.line.touched ? form_half_typed(&page->form) : NULL;

	if (!typed)
		return VIEW_CLOSE;
	free(typed);
	page->form.fault = 0;
	form_refresh(&page->form);
	ui_say(page->view.ui, SAY("Chữ vừa gõ đã bỏ; Esc nữa thì lùi.", "What was typed is gone; Esc again goes back."),
		NULL);
	return VIEW_DONE;
}

static bool
on_drop(const struct import_page *page)
{
	return page->form.at.field > IMPORT_PLACES;
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct import_page *page = (struct import_page *)view;

	switch (action) {
	case ACTION_PAGE_ON:
	case ACTION_PAGE_BACK:
		import_pane_scroll(page, action == ACTION_PAGE_ON ? 1 : -1);
		return VIEW_DONE;
	case ACTION_BACK:
		return go_back(page);
	case ACTION_ENTER:
		if (on_drop(page))
			return VIEW_CLOSE;
		break;
	default:
		break;
	}
	enum outcome outcome = form_act(&page->form, action, err);
	return outcome == VIEW_CLOSE && page->form.saved ? leave(page, err) : outcome;
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	return form_text(&((struct import_page *)view)->form, utf8, length, pasted, err);
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct import_page *page = (const struct import_page *)view;

	switch (action) {
	case ACTION_CHOOSE:
		return page->form.at.field < IMPORT_PLACES;
	case ACTION_PAGE_ON:
		return page->pane.top + (size_t)page->pane.area.rows <= page->pane.count;
	case ACTION_PAGE_BACK:
		return page->pane.top > 0;
	default:
		return form_allows(&page->form, action);
	}
}

static void
answered(struct view *view, const struct view *closed)
{
	struct import_page *page = (struct import_page *)view;
	struct err err = { 0 };
	enum outcome outcome = VIEW_DONE;

	page->enters = false;
	form_answer(&page->form, closed, &outcome, &err);
	if (page->enters) {
		page->enters = false;
		form_focus(&page->form, (struct form_at){ .field = IMPORT_FILE });
		form_act(&page->form, ACTION_CHOOSE, &err);
	}
	if (err.kind != ERR_NONE)
		ui_fault(view->ui, &err);
	err_release(&err);
}

static const struct view_ops import_ops = {
	.name = "import",
	.size = sizeof(struct import_page),
	.context = context,
	.open = begin,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.label = label,
	.help = help,
	.hints = hints,
	.answer = answered,
	.work = import_work,
	.close = done,
};

bool
import_open(struct ui *ui, enum entity_id kind, struct err *err)
{
	return ui_open(ui, &import_ops, &kind, err);
}

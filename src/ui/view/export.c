/* Menu i: the table of this screen, all of its rows, into a workbook, CSV or A4 text; or the screen as it is drawn. */
#include "app/reports.h"
#include "base/file.h"
#include "base/mem.h"
#include "file_list.h"
#include "text/fold.h"
#include "text/match.h"
#include "ui/form.h"
#include "ui/view/view_text.h"
#include "ui/view/views.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum place { PLACE_FORMAT, PLACE_NAME, PLACE_FOLDER, PLACE_COUNT };
enum format { FORMAT_WORKBOOK, FORMAT_EXCEL_CSV, FORMAT_PAPER, FORMAT_SCREEN, FORMATS };
static const struct {
	struct words words;
	enum report_format written; /* not of the screen */
	const char *suffix;
} formats[FORMATS] = {
	[FORMAT_WORKBOOK] = { WORDS("Bảng tính Excel (.xlsx)", "Excel workbook (.xlsx)"), REPORT_XLSX, ".xlsx" },
	[FORMAT_EXCEL_CSV] = { WORDS("CSV cho Excel (.csv)", "CSV for Excel (.csv)"), REPORT_CSV, ".csv" },
	[FORMAT_PAPER] = { WORDS("Văn bản in giấy A4 (.txt)", "Text for A4 paper (.txt)"), REPORT_TEXT, ".txt" },
	[FORMAT_SCREEN] = { WORDS("Màn hình này (.txt)", "This screen (.txt)"), REPORT_TEXT, ".txt" },
};
#define NAMES_MOST 99

struct export
{
	struct view view;
	struct form form;
	struct view *of; /* the screen below, as it was when this was opened: nothing can change it meanwhile */
	enum format format;
	struct str stem;   /* of the name, as it was proposed */
	bool named;        /* by the person: another format keeps the name */
	struct str name;   /* of the file, with its suffix */
	struct str folder; /* as typed: ~ is the home */
	struct str screen; /* as it was drawn */
};

static const struct form_field fields[PLACE_COUNT] = {
	[PLACE_FORMAT] = { .label = WORDS("Dạng", "Format"), .kind = FORM_CHOICE, .width = 32 },
	[PLACE_NAME] = { .label = WORDS("Tên tệp", "File"), .kind = FORM_TEXT, .width = 40, .required = true },
	[PLACE_FOLDER] = { .label = WORDS("Thư mục", "Folder"), .kind = FORM_TEXT, .width = 40, .required = true },
};

/* ---- where the file goes -------------------------------------------------------------------------------------------- */

/* The path of a name in the folder; "." is the one from which the program was started.  Where that is gone, the system says so of
 * the folder as it was typed. */
static void
add_path(struct str *out, const struct export *of, const char *name)
{
	char *here = realpath(".", NULL);
	if (here)
		path_resolve(out, here, str_text(&of->folder));
	else
		str_add_text(out, str_text(&of->folder));
	free(here);
	if (!out->length || out->bytes[out->length - 1] != '/')
		str_add_byte(out, '/');
	str_add_text(out, name);
}

static void
propose_folder(struct str *out)
{
	char *here = realpath(".", NULL);
	view_path(out, here ? here : ".");
	free(here);
}

/* "so-lieu-2024.txt" without what stands behind the last dot, if that is one of ours. */
static size_t
stem_length(const char *name)
{
	for (size_t i = 0; i < FORMATS; i++) {
		size_t length = strlen(name), suffix = strlen(formats[i].suffix);
		if (length > suffix && strcmp(name + length - suffix, formats[i].suffix) == 0)
			return length - suffix;
	}
	return strlen(name);
}

/* The name with a number behind it while a file of that name is there: none is written over. */
static bool
free_name(struct str *out, const struct export *of, const char *name, struct err *err)
{
	size_t stem = stem_length(name);
	for (int n = 1; n <= NAMES_MOST; n++) {
		struct str path = { 0 };
		str_clear(out);
		str_add(out, name, stem);
		if (n > 1)
			str_add_format(out, "-%d", n);
		str_add_text(out, formats[of->format].suffix);
		add_path(&path, of, str_text(out));
		bool there = access(str_text(&path), F_OK) == 0;
		str_release(&path);
		if (!there)
			return true;
	}
	return err_set(err, ERR_STORAGE,
		SAY("Thư mục này đã đầy các tệp “{1}”; xóa bớt rồi xuất lại.",
			"This folder is full of files like “{1}”; remove some first."),
		str_text(out), NULL);
}

/* "thidua-so-lieu-2024": the place and the year. */
static void
propose_stem(struct str *out, const struct view *screen, int year)
{
	struct str place = { 0 }, bare = { 0 };
	ui_place(screen, &place);
	text_bare(&bare, str_text(&place));
	for (size_t i = 0; i < bare.length; i++) {
		char byte = bare.bytes[i];
		if (!(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9'))
			bare.bytes[i] = '-';
	}
	str_add_format(out, "thidua-%s-%d", str_text(&bare), year);
	str_release(&place);
	str_release(&bare);
}

/* ---- the fields ------------------------------------------------------------------------------------------------------- */

static void
get(const void *self, struct form_at at, struct str *out)
{
	const struct export *of = self;
	switch ((enum place)at.field) {
	case PLACE_FORMAT:
		str_add_text(out, say(formats[of->format].words));
		break;
	case PLACE_NAME:
		str_add_text(out, str_text(&of->name));
		break;
	default:
		str_add_text(out, str_text(&of->folder));
	}
}

static bool
has_table(const struct export *of)
{
	return of->of->ops->report && (!of->of->ops->has_report || of->of->ops->has_report(of->of));
}

/* Another format takes its own suffix. */
static bool
set_format(struct export *of, enum format format, struct err *err)
{
	struct str name = { 0 };
	of->format = format;
	bool found = free_name(&name, of, str_text(of->named ? &of->name : &of->stem), err);
	if (found) {
		str_clear(&of->name);
		str_add_text(&of->name, str_text(&name));
	}
	str_release(&name);
	return found;
}

static bool
set_name(struct export *of, const char *text, struct err *err)
{
	if (strchr(text, '/') || !*text || *text == '.')
		return err_set(err, ERR_INVALID,
			SAY("“{1}”: tên tệp không có dấu / và không bắt đầu bằng dấu chấm; thư mục ghi ở ô dưới.",
				"“{1}”: the name of a file has no / and does not begin with a dot; the folder has its own field."),
			text, NULL);
	of->named = of->named || !text_equal(text, str_text(&of->name));
	str_clear(&of->name);
	str_add(&of->name, text, stem_length(text));
	str_add_text(&of->name, formats[of->format].suffix);
	return true;
}

static bool
set(void *self, struct form_at at, const char *text, struct err *err)
{
	struct export *of = self;
	if (at.field == PLACE_NAME)
		return set_name(of, text, err);
	if (at.field == PLACE_FOLDER) {
		str_clear(&of->folder);
		str_add_text(&of->folder, *text ? text : ".");
		return true;
	}
	for (size_t i = has_table(of) ? 0 : FORMAT_SCREEN; i < FORMATS; i++)
		if (text_match(text, say(formats[i].words), NULL, 0, NULL) != MATCH_NONE)
			return set_format(of, (enum format)i, err);
	return err_set(err, ERR_INVALID,
		SAY("Không có dạng “{1}”; F4 liệt kê các dạng.", "There is no format “{1}”; F4 lists them."), text,
		NULL);
}

/* Their digits, in the second column, find them too. */
static bool
choices(void *self, struct form_at at, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	const struct export *of = self;
	(void)err;
	*all = 0;
	for (size_t i = has_table(of) ? 0 : FORMAT_SCREEN; at.field == PLACE_FORMAT && i < FORMATS; i++) {
		const char digit[] = { (char)('1' + i), '\0' };
		++*all;
		if (text_equal(query, digit) || text_match(query, say(formats[i].words), NULL, 0, NULL) != MATCH_NONE)
			choice_items_add(out, (int64_t)i, say(formats[i].words), digit);
	}
	return at.field == PLACE_FORMAT;
}

static bool
choose(void *self, struct form_at at, const struct choice_item *item, struct err *err)
{
	(void)at;
	return !item || set_format(self, (enum format)item->id, err);
}

/* ---- writing ------------------------------------------------------------------------------------------------------------ */

static bool
make(struct str *out, struct export *of, struct err *err)
{
	struct report report = { 0 };
	if (of->format == FORMAT_SCREEN) {
		str_add(out, str_text(&of->screen), of->screen.length);
		return true;
	}
	bool done = of->of->ops->report(of->of, &report, err) &&
		report_write(&report, formats[of->format].written, out, err);
	report_release(&report);
	return done;
}

/* Told by the name that the person gave it, before anything is made for it. */
static bool
check_folder(const struct export *of, struct err *err)
{
	struct str path = { 0 };
	add_path(&path, of, "");
	bool writable = access(str_text(&path), W_OK | X_OK) == 0;
	if (!writable)
		err_set(err, ERR_STORAGE, SAY("Không ghi được vào {1}: {2}.", "Cannot write into {1}: {2}."),
			str_text(&of->folder), err_system(errno), NULL);
	str_release(&path);
	return writable;
}

static bool
save(void *self, struct err *err)
{
	struct export *of = self;
	struct str bytes = { 0 }, name = { 0 }, path = { 0 }, shown = { 0 };
	bool done = check_folder(of, err) && free_name(&name, of, str_text(&of->name), err) && make(&bytes, of, err);
	if (done) {
		add_path(&path, of, str_text(&name));
		done = file_replace(str_text(&path), str_text(&bytes), bytes.length, err);
	}
	if (done) {
		view_path(&shown, str_text(&path));
		ui_say(of->view.ui,
			of->format == FORMAT_SCREEN
				? SAY("Đã ghi màn hình này vào {1}", "This screen was written to {1}")
				: SAY("Đã ghi vào {1}", "Written to {1}"),
			str_text(&shown), NULL);
	} else if (!err->field) {
		err->field = 1 + PLACE_FOLDER;
	}
	str_release(&bytes);
	str_release(&name);
	str_release(&path);
	str_release(&shown);
	return done;
}
static const struct form_ops form_ops = { .get = get, .set = set, .choices = choices, .choose = choose, .save = save };

/* ---- the view ------------------------------------------------------------------------------------------------------------- */

static struct export *
export_of(const struct view *view)
{
	return (struct export *)view;
}

static bool
begin(struct view *view, const void *where, struct err *err)
{
	struct export *of = export_of(view);
	struct ui *ui = view->ui;
	(void)where;
	if (session_of(view)->served)
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Qua SSH không ghi tệp vào máy này; từ máy mình: ssh MÁY report GÌ … >TỆP",
				"No file is written to this machine over SSH; from your own: ssh HOST report WHAT … >FILE"),
			NULL);
	of->of = ui_screen(ui);
	ui_print(ui, &of->screen);
	of->format = has_table(of) ? FORMAT_WORKBOOK : FORMAT_SCREEN;
	propose_folder(&of->folder);
	propose_stem(&of->stem, of->of, session_of(view)->year);
	if (!free_name(&of->name, of, str_text(&of->stem), err))
		return false;
	of->form = (struct form){ .fields = fields,
		.field_count = PLACE_COUNT,
		.ops = &form_ops,
		.of = of,
		.ui = ui,
		.composer = ui_composer(ui) };
	form_begin(&of->form);
	return true;
}

static void
done(struct view *view)
{
	struct export *of = export_of(view);
	form_release(&of->form);
	str_release(&of->stem);
	str_release(&of->name);
	str_release(&of->folder);
	str_release(&of->screen);
}

static enum context
context(const struct view *view)
{
	return form_context(&export_of(view)->form);
}

static void
arrange(struct view *view, const struct layout *layout)
{
	int end = layout->detail >= 0 ? layout->detail : layout->end;
	form_place(&export_of(view)->form,
		(struct area){ .row = layout->state, .rows = end - layout->state, .columns = layout->columns });
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct export *of = export_of(view);
	struct str place = { 0 };
	ui_place(of->of, &place);
	str_add_format(&frame->title, "%s › %s", say(SAY("Xuất, in", "Export, print")), str_text(&place));
	str_add_text(&frame->place, say(SAY("Xuất, in", "Export, print")));
	str_add_text(&frame->note,
		of->format == FORMAT_SCREEN ? say(SAY("Mọi dòng của màn hình này. Ctrl+S ghi tệp.",
						      "All rows of this screen. Ctrl+S writes the file."))
					    : say(SAY("Mọi dòng, mọi cột, tên đầy đủ. Ctrl+S ghi tệp.",
						      "All rows and columns, full names. Ctrl+S writes the file.")));
	str_release(&place);
}

static void
draw(const struct view *view, struct draw *draw)
{
	form_draw(&export_of(view)->form, draw);
}

/* Nothing of it is worth a question. */
static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct export *of = export_of(view);
	bool drops = action == ACTION_BACK || (action == ACTION_ENTER && of->form.at.field > PLACE_COUNT);
	return drops ? VIEW_CLOSE : form_act(&of->form, action, err);
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	return form_text(&export_of(view)->form, utf8, length, pasted, err);
}

static bool
allows(const struct view *view, enum action_id action)
{
	return form_allows(&export_of(view)->form, action);
}

static void
answered(struct view *view, const struct view *closed)
{
	struct err err = { 0 };
	enum outcome outcome = VIEW_DONE;
	if (form_answer(&export_of(view)->form, closed, &outcome, &err) && outcome == VIEW_CLOSE)
		ui_close(view);
	ui_fault(view->ui, &err);
}

static const struct view_ops export_ops = {
	.name = "export",
	.size = sizeof(struct export),
	.context = context,
	.open = begin,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.answer = answered,
	.close = done,
};

bool
export_open(struct ui *ui, struct err *err)
{
	return ui_open(ui, &export_ops, NULL, err);
}

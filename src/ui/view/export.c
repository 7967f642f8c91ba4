/* Ctrl+G i: this screen, all of its rows, into a text file in the folder from which the program was started. */
#include "base/file.h"
#include "text/fold.h"
#include "ui/dialog.h"
#include "ui/view/view_text.h"
#include "ui/view/views.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum answer { WRITE, LEAVE };
#define NAMES_MOST 99

/* "thidua-so-lieu-2024.txt", with a number behind it while a file of that name is there. */
static bool
choose_name(struct str *out, const struct ui *ui, struct err *err)
{
	const struct session *session = ui_self(ui);
	struct str place = { 0 }, bare = { 0 };
	ui_place(ui_top(ui), &place);
	text_bare(&bare, str_text(&place));
	for (size_t i = 0; i < bare.length; i++) {
		char byte = bare.bytes[i];
		if (!(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9'))
			bare.bytes[i] = '-';
	}
	bool chosen = false;
	for (int n = 1; !chosen && n <= NAMES_MOST; n++) {
		str_clear(out);
		str_add_format(out, "thidua-%s-%d", str_text(&bare), session->year);
		if (n > 1)
			str_add_format(out, "-%d", n);
		str_add_text(out, ".txt");
		chosen = access(str_text(out), F_OK) != 0;
	}
	str_release(&place);
	str_release(&bare);
	return chosen ||
		err_set(err, ERR_STORAGE,
			SAY("Thư mục này đã đầy các tệp “{1}”; xóa bớt rồi xuất lại.",
				"This folder is full of files like “{1}”; remove some first."),
			str_text(out), NULL);
}

/* Where that file lies: the folder from which the program was started. */
static void
add_path(struct str *out, const char *name)
{
	char *folder = realpath(".", NULL);
	struct str path = { 0 };
	if (folder && strcmp(folder, "/") != 0)
		str_add_text(&path, folder);
	if (folder)
		str_add_byte(&path, '/');
	str_add_text(&path, name);
	view_path(out, str_text(&path));
	str_release(&path);
	free(folder);
}

static void
answered(void *to, int answer, struct err *err)
{
	struct session *session = to;
	struct str name = { 0 }, path = { 0 }, text = { 0 };
	if (answer == WRITE && choose_name(&name, session->ui, err)) {
		ui_print(session->ui, &text);
		if (file_replace(str_text(&name), str_text(&text), text.length, err)) {
			add_path(&path, str_text(&name));
			ui_say(session->ui, SAY("Đã ghi màn hình này vào {1}", "This screen was written to {1}"),
				str_text(&path), NULL);
		}
	}
	str_release(&name);
	str_release(&path);
	str_release(&text);
}

bool
export_open(struct ui *ui, struct err *err)
{
	struct str name = { 0 }, path = { 0 };
	if (!choose_name(&name, ui, err)) {
		str_release(&name);
		return false;
	}
	add_path(&path, str_text(&name));
	char *text =
		say_format(SAY("Ghi mọi dòng của màn hình này vào tệp\n{1}", "Write all rows of this screen into\n{1}"),
			str_text(&path), NULL);
	struct dialog_setup setup = { .title = say(SAY("Xuất, in", "Export, print")),
		.text = text,
		.answers = { say(SAY("Ghi tệp", "Write the file")), say(SAY("Thôi", "Leave it")) },
		.safe = LEAVE,
		.preset = WRITE,
		.done = answered,
		.to = ui_self(ui) };
	bool done = dialog_open(ui, &setup, 0, err);
	free(text);
	str_release(&name);
	str_release(&path);
	return done;
}

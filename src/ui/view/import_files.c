/* The file of the page: its path, and the list of files and folders to choose it from. */
#include "base/mem.h"
#include "text/show.h"
#include "ui/view/import_page.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>

#define UP -2 /* id of the folder above */

void
import_show_path(const char *path, struct str *out)
{
	struct str short_path = { 0 };

	view_path(&short_path, path);
	text_show(out, str_text(&short_path));
	str_release(&short_path);
}

/* ---- the list of files ---- */

/* The list of the folder that what is typed leads to; *name: what is typed behind its last slash. */
static bool
read_folder(struct import_page *page, const char *query, const char **name, struct err *err)
{
	const char *slash = strrchr(query, '/');
	bool home = !slash && strcmp(query, "~") == 0;
	char *way = home ? mem_copy_text(query) : mem_copy_bytes(query, slash ? (size_t)(slash - query) + 1 : 0);
	struct str folder = { 0 };

	*name = home ? "" : slash ? slash + 1 : query;
	path_resolve(&folder, page->folder, way);
	path_find(&folder);
	bool good = (page->files.folder && text_equal(page->files.folder, str_text(&folder)) && *query) ||
		file_list_read(&page->files, str_text(&folder), err);
	str_release(&folder);
	free(way);
	return good;
}

static void
offer_entry(const struct file_list *files, size_t n, const char *name, struct choice_items *out)
{
	const struct file_entry *entry = &files->entries[n];
	struct str shown = { 0 }, about = { 0 };

	text_show(&shown, entry->name);
	if (entry->folder)
		str_add_byte(&shown, '/');
	file_entry_about(&about, entry);
	if (import_fits(str_text(&shown), name))
		choice_items_add(out, (int64_t)n, str_text(&shown), str_text(&about));
	str_release(&shown);
	str_release(&about);
}

bool
import_offer_files(struct import_page *page, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	const char *name;

	free(page->unreadable);
	page->unreadable = NULL;
	if (!read_folder(page, query, &name, err)) {
		/* What is typed may be on its way to a folder that is there. */
		if (!*query)
			return false;
		page->unreadable = mem_copy_text(err->text);
		err_release(err);
		*all = 0;
		return true;
	}
	for (size_t n = 0; n < page->files.count; n++)
		offer_entry(&page->files, n, name, out);
	bool above = strcmp(page->files.folder, "/") != 0;
	if (above && (!*name || text_starts("..", name)))
		choice_items_add(out, UP, "../", say(SAY("thư mục trên", "the folder above")));
	*all = page->files.count + above;
	return true;
}

void
import_note_files(const struct import_page *page, struct str *out)
{
	if (page->unreadable) {
		str_add_text(out, page->unreadable);
		return;
	}
	str_add_text(out, say(SAY("Trong ", "In ")));
	if (page->files.folder)
		import_show_path(page->files.folder, out);
	if (page->files.count)
		str_add_text(out, say(SAY(" · mới nhất trước", " · newest first")));
	else
		str_add_text(out, say(SAY(": không có tệp CSV, TSV, TXT nào", ": no file of CSV, TSV or TXT")));
}

/* ---- taking ---- */

static bool
take_path(struct import_page *page, const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');

	if (!import_read_file(page, path, err))
		return false;
	free(page->folder);
	page->folder = mem_copy_bytes(path, slash && slash > path ? (size_t)(slash - path) : 1);
	return true;
}

static bool
is_folder(const char *path)
{
	struct stat found;
	return stat(path, &found) == 0 && S_ISDIR(found.st_mode);
}

bool
import_go_to(struct import_page *page, const char *typed, struct err *err)
{
	struct str path = { 0 };
	bool good;

	path_resolve(&path, page->folder, typed);
	path_find(&path);
	bool folder = is_folder(str_text(&path));
	good = folder ? file_list_read(&page->files, str_text(&path), err) : take_path(page, str_text(&path), err);
	page->enters = good && folder;
	if (page->enters) {
		free(page->folder);
		page->folder = mem_copy_text(str_text(&path));
	}
	str_release(&path);
	return good;
}

bool
import_choose_file(struct import_page *page, const struct choice_item *item, struct err *err)
{
	struct str path = { 0 };

	str_add_format(&path, "%s/%s", page->files.folder, item->id == UP ? ".." : page->files.entries[item->id].name);
	bool good = import_go_to(page, str_text(&path), err);
	str_release(&path);
	return good;
}

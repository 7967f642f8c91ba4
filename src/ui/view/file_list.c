#include "ui/view/file_list.h"
#include "base/mem.h"
#include "text/clean.h"
#include "ui/view/view_text.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <time.h>

/* ---- the folder ---- */

void
file_list_release(struct file_list *list)
{
	for (size_t n = 0; n < list->count; n++)
		free(list->entries[n].name);
	free(list->entries);
	free(list->folder);
	*list = (struct file_list){ 0 };
}

static bool
is_table(const char *name)
{
	static const char *const ends[] = { ".csv", ".tsv", ".txt" };
	const char *dot = strrchr(name, '.');
	for (size_t n = 0; dot && dot != name && n < ARRAY_COUNT(ends); n++)
		if (strcasecmp(dot, ends[n]) == 0)
			return true;
	return false;
}

static int
newest_first(const void *a, const void *b)
{
	const struct file_entry *x = a, *y = b;
	if (x->folder != y->folder)
		return x->folder ? 1 : -1;
	if (x->changed != y->changed)
		return x->changed > y->changed ? -1 : 1;
	return strcmp(x->name, y->name);
}

static void
add_entry(struct file_list *list, const char *name)
{
	struct str path = { 0 };
	struct stat found;
	str_add_format(&path, "%s/%s", list->folder, name);
	bool there = stat(str_text(&path), &found) == 0;
	bool folder = there && S_ISDIR(found.st_mode);
	if (there && (folder || (S_ISREG(found.st_mode) && is_table(name)))) {
		ARRAY_RESERVE(list->entries, list->count, list->capacity);
		list->entries[list->count++] = (struct file_entry){
			.name = mem_copy_text(name), .folder = folder, .changed = found.st_mtime, .size = found.st_size
		};
	}
	str_release(&path);
}

static bool
refuse(const char *folder, struct err *err)
{
	struct str shown = { 0 };
	const char *why = err_system(errno);
	view_path(&shown, folder);
	err_set(err, ERR_NOT_FOUND, SAY("Không mở được thư mục {1}: {2}.", "Cannot open the folder {1}: {2}."),
		str_text(&shown), why, NULL);
	str_release(&shown);
	return false;
}

bool
file_list_read(struct file_list *list, const char *folder, struct err *err)
{
	DIR *directory = opendir(folder);
	struct dirent *entry;
	struct file_list fresh = { 0 };
	if (!directory)
		return refuse(folder, err);
	fresh.folder = mem_copy_text(folder);
	while ((entry = readdir(directory)))
		if (*entry->d_name != '.')
			add_entry(&fresh, entry->d_name);
	closedir(directory);
	if (fresh.count)
		qsort(fresh.entries, fresh.count, sizeof *fresh.entries, newest_first);
	file_list_release(list);
	*list = fresh;
	return true;
}

/* «12 KB»: rounded up, so that nothing is 0. */
static void
add_size(struct str *out, int64_t size)
{
	static const char *const units[] = { "B", "KB", "MB", "GB" };
	size_t unit = 0;
	for (; size >= 10240 && unit + 1 < ARRAY_COUNT(units); unit++)
		size = (size + 1023) / 1024;
	str_add_integer(out, size);
	str_add_format(out, " %s", units[unit]);
}

void
file_entry_about(struct str *out, const struct file_entry *entry)
{
	struct tm local;
	time_t when = (time_t)entry->changed;
	if (localtime_r(&when, &local))
		str_add_format(out, "%02d/%02d/%d %02d:%02d", local.tm_mday, local.tm_mon + 1, local.tm_year + 1900,
			local.tm_hour, local.tm_min);
	if (entry->folder)
		return;
	str_add_text(out, " · ");
	add_size(out, entry->size);
}

/* ---- paths ---- */

static void
add_part(struct str *out, size_t root, const char *part, size_t length)
{
	if (!length || (length == 1 && *part == '.'))
		return;
	if (length == 2 && part[0] == '.' && part[1] == '.') {
		size_t end = out->length;
		while (end > root && out->bytes[end - 1] != '/')
			end--;
		str_cut(out, end > root ? end - 1 : root);
		return;
	}
	str_add_byte(out, '/');
	str_add(out, part, length);
}

static void
add_parts(struct str *out, size_t root, const char *path)
{
	while (*path) {
		size_t length = strcspn(path, "/");
		add_part(out, root, path, length);
		path += length + (path[length] == '/');
	}
}

void
path_resolve(struct str *out, const char *folder, const char *typed)
{
	size_t root = out->length;
	const char *home = getenv("HOME");
	bool from_home = typed[0] == '~' && (typed[1] == '/' || !typed[1]) && home;
	if (from_home)
		add_parts(out, root, home);
	else if (*typed != '/')
		add_parts(out, root, folder);
	add_parts(out, root, from_home ? typed + 1 : typed);
	if (out->length == root)
		str_add_byte(out, '/');
}

static bool
same_letters(const char *a, const char *b)
{
	struct str x = { 0 }, y = { 0 };
	text_nfc(&x, a, strlen(a));
	text_nfc(&y, b, strlen(b));
	bool same = strcmp(str_text(&x), str_text(&y)) == 0;
	str_release(&x);
	str_release(&y);
	return same;
}

/* The entry of a folder whose letters are those of name; NULL: none, else the caller's. */
static char *
find_in(const char *folder, const char *name)
{
	DIR *directory = opendir(*folder ? folder : "/");
	struct dirent *entry;
	char *found = NULL;
	while (directory && !found && (entry = readdir(directory)))
		if (same_letters(entry->d_name, name))
			found = mem_copy_text(entry->d_name);
	if (directory)
		closedir(directory);
	return found;
}

void
path_find(struct str *path)
{
	struct str found = { 0 };
	struct stat there;
	const char *at = str_text(path);
	bool good = stat(at, &there) != 0 && errno == ENOENT && *at == '/';
	while (good && *at == '/' && at[1]) {
		size_t length = strcspn(at + 1, "/");
		char *name = mem_copy_bytes(at + 1, length), *as_is = find_in(str_text(&found), name);
		good = as_is != NULL;
		if (good)
			str_add_format(&found, "/%s", as_is);
		free(name);
		free(as_is);
		at += 1 + length;
	}
	if (good) {
		str_clear(path);
		str_add_text(path, str_text(&found));
	}
	str_release(&found);
}

#include "app/import.h"
#include "base/embedded.h"
#include "base/file.h"
#include "base/mem.h"
#include "text/json.h"
#include "text/show.h"
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A file of a book is far below this; more is a mistake. */
#define FILE_MOST ((size_t)2 << 30)

const enum entity_id *
exchange_order(size_t *count)
{
	static const enum entity_id order[] = {
		ENTITY_UNIT,
		ENTITY_CLUSTER,
		ENTITY_PHASE,
		ENTITY_PERSON,
		ENTITY_SPAN,
		ENTITY_CLASS_SET,
		ENTITY_CLASS,
		ENTITY_METRIC,
		ENTITY_ROLE,
		ENTITY_AWARD,
		ENTITY_DOCUMENT,
		ENTITY_ALIAS,
		ENTITY_SUCCESSION,
		ENTITY_SUCCESSION_SHARE,
		ENTITY_POST,
		ENTITY_CLUSTER_YEAR,
		ENTITY_MEMBERSHIP,
		ENTITY_CLUSTER_METRIC,
		ENTITY_MEETING,
		ENTITY_PARTICIPANT,
		ENTITY_MEETING_ITEM,
		ENTITY_TERM,
		ENTITY_COVENANT,
		ENTITY_COVENANT_ITEM,
		ENTITY_COVENANT_PARTY,
		ENTITY_ROUND,
		ENTITY_SUBMISSION,
		ENTITY_FIGURE,
		ENTITY_BREAK,
		ENTITY_BREAK_METRIC,
		ENTITY_NOMINATION,
		ENTITY_NOMINATION_STEP,
		ENTITY_APPRAISAL,
		ENTITY_CITATION,
		ENTITY_BOOK,
	};

	*count = ARRAY_COUNT(order);
	return order;
}

/* What the sentence of the change speaks of; the name of a file may hold anything. */
static char *
about_file(const char *entity, const char *file)
{
	struct str about = { 0 }, shown = { 0 };

	text_show(&shown, file);
	json_open(&about, '{');
	if (entity) {
		json_name(&about, "entity");
		json_string(&about, entity);
	}
	json_name(&about, "file");
	json_string(&about, str_text(&shown));
	json_close(&about, '}');
	str_release(&shown);
	return str_take(&about);
}

bool
import_kind(struct import_result *result, struct store *store, enum entity_id entity, const char *file_name,
	const char *bytes, size_t length, const struct import_wish *wish,
	void (*fault)(void *to, const struct err *fault), bool (*progress)(void *to, size_t done, size_t all), void *to,
	struct err *err)
{
	struct import import = { .store = store, .fault = fault, .progress = progress, .to = to, .file_count = 1 };
	char *about = about_file(entity_of(entity)->table, file_base_name(file_name));

	import.files = mem_new(1, sizeof *import.files);
	import.files[0] = (struct import_file){ .entity = entity_of(entity),
		.name = file_base_name(file_name),
		.bytes = bytes,
		.length = length,
		.wish = wish ? *wish : (struct import_wish) {
			0
		} };
	bool good = import_files(&import, "import", about, err);
	*result = good || (wish && wish->trial)
		? import.result
		: (struct import_result){ .read = import.result.read, .encoding = import.result.encoding };
	import_release(&import);
	free(about);
	return good;
}

/* ---- what is shipped ------------------------------------------------------------------------------------------------- */

static void
add_file(struct import *import, enum entity_id entity, const char *name, const char *bytes, size_t length)
{
	import->files = mem_resize(import->files, import->file_count + 1, sizeof *import->files);
	import->files[import->file_count++] =
		(struct import_file){ .entity = entity_of(entity), .name = name, .bytes = bytes, .length = length };
}

/* The tables of a folder of share/ as the program carries them. */
static bool
load_embedded(struct store *store, const char *folder, struct err *err)
{
	struct import import = { .store = store };
	char *about = about_file(NULL, folder);
	size_t count;
	const enum entity_id *order = exchange_order(&count);

	for (size_t i = 0; i < count; i++) {
		struct str name = { 0 };
		str_add_format(&name, "%s/%s.csv", folder, entity_of(order[i])->table);
		const struct embedded *file = embedded_find(str_text(&name));
		if (file)
			add_file(&import, order[i], file->name, (const char *)file->bytes, file->length);
		str_release(&name);
	}
	bool good = import.file_count == 0 || import_files(&import, "load", about, err);
	import_release(&import);
	free(about);
	return good;
}

bool
load_catalogue(struct store *store, struct err *err)
{
	return load_embedded(store, "catalogue", err);
}

bool
load_example(struct store *store, struct err *err)
{
	return load_embedded(store, "example", err);
}

/* ---- a folder --------------------------------------------------------------------------------------------------------------- */

struct folder {
	char **names;
	struct str *contents;
	size_t count;
};

static void
folder_release(struct folder *folder)
{
	for (size_t i = 0; i < folder->count; i++) {
		free(folder->names[i]);
		str_release(&folder->contents[i]);
	}
	free(folder->names);
	free(folder->contents);
}

/* Reads KIND.csv of one kind, when it is there. */
static bool
read_kind(struct folder *folder, const char *path, enum entity_id entity, struct import *import, struct err *err)
{
	struct str name = { 0 }, full = { 0 };
	bool good = true;

	str_add_format(&name, "%s.csv", entity_of(entity)->table);
	str_add_format(&full, "%s/%s", path, str_text(&name));
	FILE *there = fopen(str_text(&full), "rb");
	if (there) {
		struct str *content = &folder->contents[folder->count];
		fclose(there);
		good = file_read(content, str_text(&full), FILE_MOST, err);
		if (good) {
			folder->names[folder->count++] = mem_copy_text(str_text(&name));
			add_file(import, entity, folder->names[folder->count - 1], str_text(content), content->length);
		} else {
			str_release(content);
		}
	}
	str_release(&name);
	str_release(&full);
	return good;
}

/* A table of no kind would be left out silently. */
static bool
check_names(const char *path, struct err *err)
{
	DIR *directory = opendir(path);
	struct dirent *entry;
	bool good = true;

	if (!directory)
		return err_set(err, ERR_NOT_FOUND,
			SAY("Không mở được thư mục {1}: {2}.", "Cannot open the folder {1}: {2}."), path,
			err_system(errno), NULL);
	while (good && (entry = readdir(directory))) {
		const char *dot = strrchr(entry->d_name, '.');
		if (!dot || dot == entry->d_name || strcmp(dot, ".csv") != 0)
			continue;
		char *stem = mem_copy_bytes(entry->d_name, (size_t)(dot - entry->d_name));
		const struct entity *entity = entity_named(stem);
		if (!entity || strcmp(entity->table, stem) != 0)
			good = err_set(err, ERR_INVALID,
				SAY("{1}/{2}: không có loại bản ghi nào tên “{3}”.",
					"{1}/{2}: there is no kind of record “{3}”."),
				path, entry->d_name, stem, NULL);
		free(stem);
	}
	closedir(directory);
	return good;
}

bool
load_folder(struct store *store, const char *path, struct err *err)
{
	struct import import = { .store = store };
	size_t count;
	const enum entity_id *order = exchange_order(&count);
	struct folder folder = { .names = mem_new(count, sizeof *folder.names),
		.contents = mem_new(count, sizeof(struct str)) };
	char *about = about_file(NULL, file_base_name(path));
	bool good = check_names(path, err);

	for (size_t i = 0; good && i < count; i++)
		good = read_kind(&folder, path, order[i], &import, err);
	if (good && import.file_count == 0)
		good = err_set(err, ERR_NOT_FOUND, SAY("{1} không có tệp nào để nhập.", "{1} has no file to import."),
			path, NULL);
	good = good && import_files(&import, "load", about, err);
	import_release(&import);
	folder_release(&folder);
	free(about);
	return good;
}

/* What changes are called: from their action, from what their caller said of them, and from the records they touched. */
#include "app/label.h"
#include "app/past.h"
#include "app/past_units.h"
#include "app/questions_edit.h"
#include "app/undo.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/case.h"
#include "text/json.h"
#include <stdlib.h>
#include <string.h>

/* The text of a member of the flat object `about`; NULL when it has none; the caller's. */
static char *
about_text(const char *about, const char *wanted)
{
	struct json_reader reader;
	struct err ignored = { 0 };
	enum json_token token = JSON_NULL;
	bool next = false;
	char *found = NULL;

	json_reader_init(&reader, about, strlen(about));
	while (!found && json_next(&reader, &token, &ignored) && token != JSON_END) {
		if (token == JSON_NAME)
			next = strcmp(str_text(&reader.text), wanted) == 0;
		else if (next && (token == JSON_STRING || token == JSON_NUMBER))
			found = mem_copy_text(str_text(&reader.text));
	}
	json_reader_release(&reader);
	err_release(&ignored);
	return found;
}

/* ---- the record that a change is about ------------------------------------------------------------------------------------- */

/* What is written beside the thing itself. */
static bool
is_side(enum entity_id entity)
{
	return entity == ENTITY_CITATION || entity == ENTITY_ALIAS || entity_of(entity)->owner != ENTITY_NONE;
}

/* Whether a person would see a difference; a figure that followed its metric to more decimals reads as before. */
static bool
is_seen(const struct record_change *change)
{
	for (size_t i = 0; i < change->field_count; i++)
		if (!text_equal(change->fields[i].old, change->fields[i].new_))
			return true;
	return change->op != HISTORY_UPDATE;
}

static const struct record_change *
main_record(const struct record_change *changes, size_t count, const char *wanted)
{
	const struct entity *entity = wanted ? entity_named(wanted) : NULL;

	for (size_t i = 0; entity && i < count; i++)
		if (changes[i].entity == entity->id)
			return &changes[i];
	for (size_t i = 0; i < count; i++)
		if (!is_side(changes[i].entity) && is_seen(&changes[i]))
			return &changes[i];
	for (size_t i = 0; i < count; i++)
		if (entity_of(changes[i].entity)->owner != ENTITY_NONE && is_seen(&changes[i]))
			return &changes[i];
	return count ? &changes[0] : NULL;
}

static size_t
count_kind(const struct record_change *changes, size_t count, enum entity_id entity)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += changes[i].entity == entity && is_seen(&changes[i]);
	return n;
}

/* The name that a unit or cluster had when it is no longer there: that of its phase in the same change. */
static bool
name_of_phase(struct str *out, struct store *store, const struct record_change *main,
	const struct record_change *changes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (changes[i].entity != ENTITY_PHASE)
			continue;
		struct record phase = past_record_of(store, &changes[i], changes[i].op != HISTORY_DELETE);
		bool own = record_integer(&phase, PHASE_SUBJECT, 0) == main->record;
		if (own)
			str_add_text(out, record_text(&phase, PHASE_SHORT));
		record_release(&phase);
		if (own)
			return true;
	}
	return false;
}

bool
changed_name(struct str *out, struct store *store, const struct record_change *main,
	const struct record_change *changes, size_t count, struct err *err)
{
	int64_t there;

	if (!rows_one_integer(&there, 0, store, &exists_questions[main->entity], &ARG_INTEGER(main->record), 1, err))
		return false;
	if (there)
		return label_add(out, store, main->entity, main->record, LABEL_SHORT, NULL, err);
	if (entity_of(main->entity)->subject && name_of_phase(out, store, main, changes, count))
		return true;
	struct record record = past_record_of(store, main, main->op != HISTORY_DELETE);
	bool good = label_add_record(out, store, &record, LABEL_SHORT, NULL, err);
	record_release(&record);
	return good;
}

/* ---- sentences ----------------------------------------------------------------------------------------------------------------- */

/* The row of the grid that holds what a cluster reports of itself. */
static bool
add_whole_cluster(struct str *out, struct store *store, const struct record_change *figure, struct err *err)
{
	struct record record = past_record_of(store, figure, figure->op != HISTORY_DELETE);
	int64_t subject = record_integer(&record, FIGURE_SUBJECT, 0), kind = CLUSTER_KIND_CLUSTER;
	enum entity_id entity = ENTITY_NONE;
	bool good = subject_kind(&entity, store, subject, err);

	record_release(&record);
	if (!good || entity != ENTITY_CLUSTER)
		return good;
	if (!rows_one_integer(&kind, kind, store, EDIT_ASK(CLUSTER_KIND), &ARG_INTEGER(subject), 1, err))
		return false;
	str_add_text(out,
		say(kind == CLUSTER_KIND_BLOCK ? SAY(" (toàn khối)", " (whole block)")
					       : SAY(" (toàn cụm)", " (whole cluster)")));
	return true;
}

static char *
say_one(struct store *store, const struct record_change *main, const struct record_change *changes, size_t count,
	struct err *err)
{
	const char *one = say(entity_of(main->entity)->one);
	struct str name = { 0 };
	char *sentence = NULL;

	if (changed_name(&name, store, main, changes, count, err) &&
		(main->entity != ENTITY_FIGURE || add_whole_cluster(&name, store, main, err))) {
		if (main->op == HISTORY_DELETE)
			sentence = say_format(SAY("Xóa {1} {2}", "Delete the {1} {2}"), one, str_text(&name), NULL);
		else if (main->entity == ENTITY_FIGURE)
			sentence = mem_copy_text(str_text(&name));
		else if (main->op == HISTORY_INSERT)
			sentence = say_format(SAY("Thêm {1} {2}", "Add the {1} {2}"), one, str_text(&name), NULL);
		else
			sentence = say_format(SAY("Sửa {1} {2}", "Change the {1} {2}"), one, str_text(&name), NULL);
	}
	str_release(&name);
	return sentence;
}

/* Of parts alone: the record whose parts they are was changed. */
static char *
say_owner(struct store *store, const struct record_change *main, struct err *err)
{
	const struct entity *entity = entity_of(main->entity);
	struct record part = past_record_of(store, main, main->op != HISTORY_DELETE);
	int64_t id = record_integer(&part, entity->owner_field, 0);
	enum entity_id owner = entity->owner;
	struct str name = { 0 };
	char *sentence = NULL;

	if ((entity->id != ENTITY_PHASE || subject_kind(&owner, store, id, err)) && entity_of(owner) &&
		label_add(&name, store, owner, id, LABEL_SHORT, NULL, err))
		sentence = say_format(
			SAY("Sửa {1} {2}", "Change the {1} {2}"), say(entity_of(owner)->one), str_text(&name), NULL);
	else if (err->kind == ERR_NONE)
		sentence = say_format(SAY("Sửa {1}", "Change the {1}"), say(entity->one), NULL);
	str_release(&name);
	record_release(&part);
	return sentence;
}

static char *
say_many(const struct record_change *main, size_t n, const char *name)
{
	struct str number = { 0 };

	str_add_integer(&number, (int64_t)n);
	str_add_byte(&number, ' ');
	str_add_text(&number, say(entity_of(main->entity)->many));
	if (name) {
		str_add_text(&number, " · ");
		str_add_text(&number, name);
	}
	char *sentence = say_format(main->op == HISTORY_DELETE ? SAY("Xóa {1}", "Delete {1}")
			: main->op == HISTORY_INSERT           ? SAY("Thêm {1}", "Add {1}")
							       : SAY("Sửa {1}", "Change {1}"),
		str_text(&number), NULL);
	str_release(&number);
	return sentence;
}

static char *
say_records(struct store *store, const char *about, const struct record_change *changes, size_t count, struct err *err)
{
	char *entity = about_text(about, "entity"), *name = about_text(about, "name");
	const struct record_change *main = main_record(changes, count, entity);
	size_t n = main ? count_kind(changes, count, main->entity) : 0;
	char *sentence;

	if (!main)
		sentence = mem_copy_text(name ? name : say(SAY("Thay đổi", "Change")));
	else if (entity_of(main->entity)->owner != ENTITY_NONE)
		sentence = say_owner(store, main, err);
	else if (n > 1)
		sentence = say_many(main, n, name);
	else
		sentence = say_one(store, main, changes, count, err);
	free(entity);
	free(name);
	return sentence;
}

static char *
say_import(const char *about, const struct record_change *changes, size_t count)
{
	char *entity_name = about_text(about, "entity"), *file = about_text(about, "file");
	const struct entity *entity = entity_name ? entity_named(entity_name) : NULL;
	struct str number = { 0 };

	str_add_integer(&number, (int64_t)(entity ? count_kind(changes, count, entity->id) : count));
	char *sentence = say_format(SAY("Nhập {1} {2} từ {3}", "Import {1} {2} from {3}"), str_text(&number),
		entity ? say(entity->many) : say(SAY("bản ghi", "records")), file ? file : "…", NULL);
	str_release(&number);
	free(entity_name);
	free(file);
	return sentence;
}

static char *
say_load(const char *about, size_t count)
{
	char *file = about_text(about, "file");
	struct str number = { 0 };

	str_add_integer(&number, (int64_t)count);
	char *sentence = file && strcmp(file, "catalogue") == 0
		? say_format(SAY("Nạp danh mục ({1} bản ghi)", "Load the catalogue ({1} records)"), str_text(&number),
			  NULL)
		: say_format(SAY("Nạp {1} bản ghi từ thư mục {2}", "Load {1} records from the folder {2}"),
			  str_text(&number), file ? file : "…", NULL);
	str_release(&number);
	free(file);
	return sentence;
}

static char *
say_merge(const char *about)
{
	char *from = about_text(about, "from"), *into = about_text(about, "into");
	char *sentence =
		say_format(SAY("Gộp {1} vào {2}", "Merge {1} into {2}"), from ? from : "…", into ? into : "…", NULL);

	free(from);
	free(into);
	return sentence;
}

static char *
say_paste(const char *about, const struct record_change *changes, size_t count)
{
	char *name = about_text(about, "name");
	struct str number = { 0 };

	str_add_integer(&number, (int64_t)count_kind(changes, count, ENTITY_FIGURE));
	char *sentence =
		say_format(name ? SAY("Dán {1} ô {2}", "Paste {1} cells {2}") : SAY("Dán {1} ô", "Paste {1} cells"),
			str_text(&number), name, NULL);
	str_release(&number);
	free(name);
	return sentence;
}

static char *
say_action(struct store *store, const struct change_head *head, const struct record_change *changes, size_t count,
	struct err *err)
{
	const char *about = head->about ? head->about : "{}";

	if (strcmp(head->action, "create") == 0)
		return mem_copy_text(say(SAY("Lập sổ", "Make the book")));
	if (strcmp(head->action, "account") == 0)
		return say_format(SAY("Thêm tài khoản {1}", "Add the account {1}"), head->login, NULL);
	if (strcmp(head->action, "import") == 0)
		return say_import(about, changes, count);
	if (strcmp(head->action, "load") == 0)
		return say_load(about, count);
	if (strcmp(head->action, "merge") == 0)
		return say_merge(about);
	if (strcmp(head->action, "paste") == 0)
		return say_paste(about, changes, count);
	char *sentence = units_sentence(store, changes, count, err);
	return sentence || err->kind != ERR_NONE ? sentence : say_records(store, about, changes, count, err);
}

bool
change_root(int64_t *root, struct store *store, int64_t change, struct err *err)
{
	struct change_head head = { 0 };

	for (*root = change; change;) {
		if (!history_head(&head, store, change, err))
			return false;
		*root = change;
		change = head.undoes;
		change_head_release(&head);
	}
	return true;
}

static char *
sentence_of(struct store *store, const struct change_head *head, struct err *err)
{
	struct record_change *changes;
	size_t count;

	if (!history_of_change(&changes, &count, store, head->id, err))
		return NULL;
	char *sentence = say_action(store, head, changes, count, err);
	record_changes_release(changes, count);
	return sentence;
}

static char *
sentence_of_undo(struct store *store, const struct change_head *head, struct err *err)
{
	struct change_head undone = { 0 };
	int64_t root;
	char *what = NULL, *sentence = NULL;

	if (change_root(&root, store, head->id, err) && history_head(&undone, store, root, err))
		what = sentence_of(store, &undone, err);
	if (what)
		sentence = say_format(strcmp(head->action, "redo") == 0 ? SAY("Làm lại: {1}", "Redo: {1}")
									: SAY("Hoàn tác: {1}", "Undo: {1}"),
			what, NULL);
	free(what);
	change_head_release(&undone);
	return sentence;
}

char *
change_sentence(struct store *store, int64_t change, struct err *err)
{
	struct change_head head = { 0 };
	char *sentence = NULL;

	if (history_head(&head, store, change, err))
		sentence = head.undoes ? sentence_of_undo(store, &head, err) : sentence_of(store, &head, err);
	change_head_release(&head);
	return sentence;
}

/* The history and what is taken back by it. */
#include "shown.h"
#include "app/edit.h"
#include "app/label.h"
#include "base/mem.h"
#include "store/history.h"
#include "text/date.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* A stored time (UTC) as the clock on the wall showed it: 07/12/2024 09:12. */
static void
add_local_time(struct str *out, const char *at)
{
	struct tm time = { 0 };
	const int parts[] = { 0, 5, 8, 11, 14 };
	int *fields[] = { &time.tm_year, &time.tm_mon, &time.tm_mday, &time.tm_hour, &time.tm_min };
	if (strlen(at) < 16) {
		str_add_text(out, at);
		return;
	}
	for (size_t i = 0; i < ARRAY_COUNT(parts); i++)
		*fields[i] = atoi(at + parts[i]);
	time.tm_year -= 1900;
	time.tm_mon--;
	time_t seconds = timegm(&time);
	struct tm local;
	char day[11];
	if (!localtime_r(&seconds, &local))
		die("localtime_r");
	date_from_ymd(day, (local.tm_year + 1900) * 10000 + (local.tm_mon + 1) * 100 + local.tm_mday);
	date_show(out, day);
	str_add_format(out, " %02d:%02d", local.tm_hour, local.tm_min);
}

enum { CHANGE, AT, WHO, ACTION, ABOUT, STATE, STANDS, UNDOES, REASON };
static const struct column history_columns[] = {
	[CHANGE] = { "change", WORDS("Số", "No."), SHOWN_ALWAYS, true },
	[AT] = { "at", WORDS("Lúc", "At"), SHOWN_ALWAYS, false },
	[WHO] = { "login", WORDS("Ai", "Who"), SHOWN_ALWAYS, false },
	[ACTION] = { "action", WORDS("Việc", "Deed"), SHOWN_IN_FILES, false },
	[ABOUT] = { "about", WORDS("Thay đổi", "Change"), SHOWN_ALWAYS, false },
	[STATE] = { "state", WORDS("", " "), SHOWN_TO_PEOPLE, false },
	[STANDS] = { "stands", WORDS("Còn hiệu lực", "Stands"), SHOWN_IN_FILES, false },
	[UNDOES] = { "undoes", WORDS("Hoàn tác", "Undoes"), SHOWN_IN_FILES, true },
	[REASON] = { "reason", WORDS("Lý do", "Reason"), SHOWN_IN_FILES, false },
};

static bool
list_change(struct deed *deed, struct listing *listing, size_t row, const struct change_head *head, struct err *err)
{
	struct undo_plan plan = { 0 };
	struct str at = { 0 };
	if (!undo_plan_of(&plan, deed->store, head->id, err))
		return false;
	if (deed->format == FORMAT_TABLE)
		add_local_time(&at, head->at);
	else
		str_add_text(&at, head->at);
	listing_integer(listing, row, CHANGE, head->id);
	listing_text(listing, row, AT, str_text(&at));
	listing_text(listing, row, WHO, head->login);
	listing_text(listing, row, ACTION, head->action);
	listing_text(listing, row, ABOUT, plan.name ? plan.name : "");
	listing_text(listing, row, STATE, head->stands ? "" : "×");
	listing_text(listing, row, STANDS, head->stands ? "có" : "không");
	if (head->undoes)
		listing_integer(listing, row, UNDOES, head->undoes);
	listing_text(listing, row, REASON, head->reason ? head->reason : "");
	str_release(&at);
	undo_plan_release(&plan);
	return true;
}

/* KIND:NAME. */
static bool
read_record(enum entity_id *entity, int64_t *id, struct deed *deed, struct err *err)
{
	const char *typed = given(deed, OPTION_RECORD);
	*entity = ENTITY_NONE;
	*id = 0;
	if (!typed)
		return true;
	const char *colon = strchr(typed, ':');
	if (!colon)
		return misuse(deed, err, SAY("«--record {1}»: viết như unit:Hà Nam.", "“--record {1}”: write it as unit:Hà Nam."), typed, NULL);
	char *kind = mem_copy_bytes(typed, (size_t)(colon - typed));
	bool done = kind_named(entity, deed, kind, err) && find_record(id, deed, *entity, colon + 1, err);
	free(kind);
	return done;
}

#define HISTORY_LIMIT 50
#define HISTORY_MOST 100000

static bool
list_history(struct deed *deed, struct err *err)
{
	enum entity_id entity;
	int64_t record, limit;
	if (!read_record(&entity, &record, deed, err) || !given_number(&limit, deed, OPTION_LIMIT, HISTORY_LIMIT, err))
		return false;
	size_t capacity = limit < HISTORY_MOST ? (size_t)limit : HISTORY_MOST, count = 0;
	struct change_head *heads = mem_new(capacity, sizeof *heads);
	bool done = history_page(heads, capacity, &count, deed->store, 0, 0, entity, record, err);
	if (done) {
		struct listing listing = listing_new(deed, count, history_columns, ARRAY_COUNT(history_columns));
		for (size_t i = 0; done && i < count; i++)
			done = list_change(deed, &listing, i, &heads[i], err);
		if (done)
			done = listing_put(deed, &listing, err);
		else
			sheet_release(&listing.sheet);
	}
	for (size_t i = 0; i < count; i++)
		change_head_release(&heads[i]);
	free(heads);
	return done;
}

/* ---- one change, field by field ------------------------------------------------------------------------------------ */

enum { KIND, RECORD, OP, FIELD, OLD, NEW };
static const struct column detail_columns[] = {
	[KIND] = { "kind", WORDS("Loại", "Kind"), SHOWN_ALWAYS, false },
	[RECORD] = { "record", WORDS("Bản ghi", "Record"), SHOWN_ALWAYS, false },
	[OP] = { "op", WORDS("Việc", "Deed"), SHOWN_ALWAYS, false },
	[FIELD] = { "field", WORDS("Trường", "Field"), SHOWN_ALWAYS, false },
	[OLD] = { "old", WORDS("Trước", "Before"), SHOWN_ALWAYS, false },
	[NEW] = { "new", WORDS("Sau", "After"), SHOWN_ALWAYS, false },
};

static const char *
op_word(const struct deed *deed, enum history_op op)
{
	bool people = deed->format == FORMAT_TABLE;
	switch (op) {
	case HISTORY_INSERT:
		return people ? say(SAY("thêm", "added")) : "insert";
	case HISTORY_UPDATE:
		return people ? say(SAY("sửa", "changed")) : "update";
	case HISTORY_DELETE:
		return people ? say(SAY("xóa", "deleted")) : "delete";
	}
	return "";
}

/* The kind that a FIELD_ENTITY of the same entry names. */
static enum entity_id
kind_beside(const struct record_change *change)
{
	const struct entity *entity = entity_of(change->entity);
	for (size_t i = 0; i < change->field_count; i++) {
		if (entity->fields[change->fields[i].field].type != FIELD_ENTITY)
			continue;
		const char *name = change->fields[i].new_ ? change->fields[i].new_ : change->fields[i].old;
		const struct entity *named = name ? entity_named(name) : NULL;
		return named ? named->id : ENTITY_NONE;
	}
	return ENTITY_NONE;
}

static bool
list_field(struct deed *deed, struct listing *listing, size_t row, const struct record_change *change, size_t index,
	struct err *err)
{
	const struct entity *entity = entity_of(change->entity);
	const struct field_change *said = &change->fields[index];
	const struct field *field = &entity->fields[said->field];
	struct str old = { 0 }, new_ = { 0 }, name = { 0 };
	bool done = label_add(&name, deed->store, change->entity, change->record, LABEL_SHORT, NULL, err)
		&& history_shown(&old, deed, field, said->old, kind_beside(change), err)
		&& history_shown(&new_, deed, field, said->new_, kind_beside(change), err);
	listing_text(listing, row, KIND, deed->format == FORMAT_TABLE ? say(entity->one) : entity->table);
	listing_text(listing, row, RECORD, str_text(&name));
	listing_text(listing, row, OP, op_word(deed, change->op));
	listing_text(listing, row, FIELD, deed->format == FORMAT_TABLE ? say(field->label) : field->code);
	listing_text(listing, row, OLD, str_text(&old));
	listing_text(listing, row, NEW, str_text(&new_));
	str_release(&old);
	str_release(&new_);
	str_release(&name);
	return done;
}

static bool
list_one_change(struct deed *deed, int64_t id, struct err *err)
{
	struct record_change *changes = NULL;
	struct change_head head = { 0 };
	size_t count = 0, rows = 0, row = 0;
	bool done = history_head(&head, deed->store, id, err) && history_of_change(&changes, &count, deed->store, id, err);
	change_head_release(&head);
	if (!done)
		return false;
	for (size_t i = 0; i < count; i++)
		rows += changes[i].field_count;
	struct listing listing = listing_new(deed, rows, detail_columns, ARRAY_COUNT(detail_columns));
	for (size_t i = 0; done && i < count; i++)
		for (size_t j = 0; done && j < changes[i].field_count; j++)
			done = list_field(deed, &listing, row++, &changes[i], j, err);
	record_changes_release(changes, count);
	if (done)
		return listing_put(deed, &listing, err);
	sheet_release(&listing.sheet);
	return false;
}

bool
run_history(struct deed *deed, struct err *err)
{
	int64_t change;
	if (!given_number(&change, deed, OPTION_CHANGE, 0, err))
		return false;
	if (change && (given(deed, OPTION_RECORD) || given(deed, OPTION_LIMIT)))
		return misuse(deed, err, SAY("--change đi một mình.", "--change goes alone."), NULL);
	return change ? list_one_change(deed, change, err) : list_history(deed, err);
}

/* ---- undo, redo ---------------------------------------------------------------------------------------------------- */

static bool
take_back(struct deed *deed, struct undo_plan *plan, bool redo, struct err *err)
{
	if (!plan->change)
		return redo ? err_set(err, ERR_NOT_FOUND, SAY("Không có gì để làm lại.", "There is nothing to redo."), NULL)
			: err_set(err, ERR_NOT_FOUND, SAY("Không có gì để hoàn tác.", "There is nothing to undo."), NULL);
	if (!edit_undo(deed->store, plan->change, given(deed, OPTION_FITTING) != NULL, err)) {
		for (size_t i = 0; i < plan->others.count; i++)
			cli_complain(plan->others.sentences[i]);
		return false;
	}
	return redo ? output_say(&deed->out, err, SAY("Đã làm lại: {1}", "Redone: {1}"), plan->name, NULL)
		: output_say(&deed->out, err, SAY("Đã hoàn tác: {1}", "Undone: {1}"), plan->name, NULL);
}

bool
run_undo(struct deed *deed, struct err *err)
{
	int64_t change;
	struct undo_plan plan = { 0 };
	bool done = given_number(&change, deed, OPTION_CHANGE, 0, err)
		&& (change ? undo_plan_of(&plan, deed->store, change, err) : undo_plan(&plan, deed->store, false, 0, err))
		&& take_back(deed, &plan, false, err);
	undo_plan_release(&plan);
	return done;
}

bool
run_redo(struct deed *deed, struct err *err)
{
	struct undo_plan plan = { 0 };
	bool done = undo_plan(&plan, deed->store, true, 0, err) && take_back(deed, &plan, true, err);
	undo_plan_release(&plan);
	return done;
}

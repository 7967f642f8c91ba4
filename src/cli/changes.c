/* The history and what is taken back by it. */
#include "app/edit.h"
#include "app/label.h"
#include "app/past.h"
#include "base/mem.h"
#include "listing.h"
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
	[STATE] = { "state", WORDS("Đã bỏ", "Undone"), SHOWN_TO_PEOPLE, false },
	[STANDS] = { "stands", WORDS("Còn hiệu lực", "Stands"), SHOWN_IN_FILES, false },
	[UNDOES] = { "undoes", WORDS("Hoàn tác", "Undoes"), SHOWN_IN_FILES, true },
	[REASON] = { "reason", WORDS("Lý do", "Reason"), SHOWN_IN_FILES, false },
};

static bool
list_change(struct deed *deed, struct listing *listing, size_t row, const struct change_head *head, struct err *err)
{
	struct str at = { 0 };
	char *about = change_sentence(deed->store, head->id, err);
	if (!about)
		return false;
	if (deed->format == FORMAT_TABLE)
		add_local_time(&at, head->at);
	else
		str_add_text(&at, head->at);
	listing_integer(listing, row, CHANGE, head->id);
	listing_text(listing, row, AT, str_text(&at));
	listing_text(listing, row, WHO, head->login);
	listing_text(listing, row, ACTION, head->action);
	listing_text(listing, row, ABOUT, about);
	listing_text(listing, row, STATE, head->stands ? "" : "×");
	listing_text(listing, row, STANDS, head->stands ? "có" : "không");
	if (head->undoes)
		listing_integer(listing, row, UNDOES, head->undoes);
	listing_text(listing, row, REASON, head->reason ? head->reason : "");
	str_release(&at);
	free(about);
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
		return misuse(deed, err,
			SAY("“--record {1}”: viết như unit:Hà Nam.", "“--record {1}”: write it as unit:Hà Nam."), typed,
			NULL);
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

static void
list_field(const struct deed *deed, struct listing *listing, size_t row, const struct past_record *record,
	const struct past_field *said)
{
	const struct entity *entity = entity_of(record->entity);
	bool people = deed->format == FORMAT_TABLE;
	listing_text(listing, row, KIND, people ? say(entity->one) : entity->table);
	listing_text(listing, row, RECORD, record->name);
	listing_text(listing, row, OP, op_word(deed, record->op));
	listing_text(listing, row, FIELD, people ? say(said->field->label) : said->field->code);
	listing_text(listing, row, OLD, said->before ? said->before : "");
	listing_text(listing, row, NEW, said->after ? said->after : "");
}

static bool
list_one_change(struct deed *deed, int64_t id, struct err *err)
{
	struct past past = { 0 };
	size_t rows = 0, row = 0;
	if (!change_details(&past, deed->store, id, 0, err))
		return false;
	for (size_t i = 0; i < past.count; i++)
		rows += past.records[i].field_count;
	struct listing listing = listing_new(deed, rows, detail_columns, ARRAY_COUNT(detail_columns));
	if (deed->format == FORMAT_TABLE)
		listing.sheet.title = mem_copy_text(past.sentence);
	for (size_t i = 0; i < past.count; i++)
		for (size_t j = 0; j < past.records[i].field_count; j++)
			list_field(deed, &listing, row++, &past.records[i], &past.records[i].fields[j]);
	past_release(&past);
	return listing_put(deed, &listing, err);
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
		return redo
			? err_set(err, ERR_NOT_FOUND, SAY("Không có gì để làm lại.", "There is nothing to redo."), NULL)
			: err_set(err, ERR_NOT_FOUND, SAY("Không có gì để hoàn tác.", "There is nothing to undo."),
				  NULL);
	if (!edit_undo(deed->store, plan->change, given(deed, OPTION_FITTING) != NULL, err))
		return false;
	return redo ? output_say(&deed->out, err, SAY("Đã làm lại: {1}", "Redone: {1}"), plan->name, NULL)
		    : output_say(&deed->out, err, SAY("Đã hoàn tác: {1}", "Undone: {1}"), plan->name, NULL);
}

bool
run_undo(struct deed *deed, struct err *err)
{
	int64_t change;
	struct undo_plan plan = { 0 };
	bool done = given_number(&change, deed, OPTION_CHANGE, 0, err) &&
		(change ? undo_plan_of(&plan, deed->store, change, err)
			: undo_plan(&plan, deed->store, false, 0, err)) &&
		take_back(deed, &plan, false, err);
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

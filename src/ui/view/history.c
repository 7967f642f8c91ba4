/* Who changed what, newest first; a page at once, the rest between two looks at the keyboard. */
#include "app/label.h"
#include "app/past.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/date.h"
#include "text/width.h"
#include "ui/choices.h"
#include "ui/list.h"
#include "ui/view/history_entry.h"
#include "ui/view/view_open.h"
#include "ui/view/view_report.h"
#include "ui/view/view_text.h"
#include <stdlib.h>
#include <string.h>

struct past_row {
	int64_t change;
	char *when, *sentence, *before, *after, *detail;
	bool stands;
};
struct history {
	struct view view;
	struct history_place place;
	char *of;        /* name of the record; NULL: everything */
	int64_t account; /* 0: everybody */
	char *login;
	enum entity_id kind; /* ENTITY_NONE: all kinds */
	int days;            /* 0: all days */
	struct past_row *rows;
	size_t count, capacity;
	int64_t oldest; /* where the next page begins; 0: nothing is left */
	struct list list;
};
enum { HISTORY_TAG_SWITCH = 63 };
#define FIRST_PAGE 40
#define NEXT_PAGE 20
#define MOST_ROWS 20000

/* ---- one row ---- */

/* The field that says most: the value of a figure, else the first that is no key of the record. */
static const struct past_field *
main_field(const struct past_record *record)
{
	const struct entity *entity = entity_of(record->entity);
	const struct past_field *found = NULL;

	for (size_t i = 0; i < record->field_count; i++) {
		const struct past_field *field = &record->fields[i];
		int index = (int)(field->field - entity->fields);
		if (FIELD_IS_DERIVED(field->field) || field->field->type == FIELD_UID)
			continue;
		if ((record->entity == ENTITY_FIGURE && index == FIGURE_VALUE) ||
			(record->entity == ENTITY_TERM && index == TERM_ROLE))
			return field;
		if (!found && record->op == HISTORY_UPDATE)
			found = field;
	}
	return found;
}

static void
fill_detail(struct past_row *row, const struct past *past, const struct past_field *field)
{
	struct str detail = { 0 };

	if (past->count == 1 && field && past->records[0].op == HISTORY_UPDATE) {
		char *text = say_format(SAY("{1} · Cũ: {2}. Mới: {3}.", "{1} · Old: {2}. New: {3}."),
			say(field->field->label), field->before ? field->before : say(SAY("chưa ghi", "not known")),
			field->after ? field->after : say(SAY("chưa ghi", "not known")), NULL);
		str_add_text(&detail, text);
		free(text);
	} else {
		str_add_text(&detail, row->sentence);
	}
	row->detail = str_take(&detail);
}

static bool
read_row(struct past_row *row, struct store *store, const struct change_head *head, struct err *err)
{
	struct past past = { 0 };
	struct str when = { 0 };

	if (!change_details(&past, store, head->id, 2, err))
		return false;
	const struct past_field *field = past.count == 1 ? main_field(&past.records[0]) : NULL;
	view_time(&when, head->at, VIEW_DAY_CLOCK);
	str_add_format(&when, " %s", head->login ? head->login : "");
	*row = (struct past_row){ .change = head->id,
		.when = str_take(&when),
		.sentence = mem_copy_text(past.sentence),
		.before = mem_copy_text(field ? (field->before                                         ? field->before
								: past.records[0].op == HISTORY_UPDATE ? "…"
												       : "")
					      : ""),
		.after = mem_copy_text(field ? (field->after ? field->after : "…") : ""),
		.stands = head->stands };
	fill_detail(row, &past, field);
	past_release(&past);
	return true;
}

static void
clear_rows(struct history *history)
{
	for (size_t i = 0; i < history->count; i++) {
		struct past_row *row = &history->rows[i];
		free(row->when);
		free(row->sentence);
		free(row->before);
		free(row->after);
		free(row->detail);
	}
	history->count = 0;
}

/* ---- pages ---- */

/* The moment before which nothing is shown; "" for all days. */
static void
oldest_moment(const struct history *history, char out[TIMESTAMP_SIZE])
{
	const struct host *host = ui_host(history->view.ui);

	out[0] = '\0';
	if (history->days)
		host_timestamp(host->now(host->self) - (int64_t)history->days * 86400000, out);
}

static bool
read_page(struct history *history, size_t most, struct err *err)
{
	struct store *store = session_of(&history->view)->store;
	struct change_head heads[FIRST_PAGE] = { 0 };
	size_t count = 0;
	char oldest[TIMESTAMP_SIZE];
	enum entity_id entity = history->place.entity ? history->place.entity : history->kind;
	bool good = store_read_begin(store, err);

	if (!good)
		return false;
	oldest_moment(history, oldest);
	good = history_page(
		heads, most, &count, store, history->oldest, history->account, entity, history->place.record, err);
	int64_t last = count == most && count ? heads[count - 1].id : 0;
	for (size_t i = 0; good && i < count; i++) {
		if (*oldest && strcmp(heads[i].at, oldest) < 0) {
			last = 0;
			break;
		}
		ARRAY_RESERVE(history->rows, history->count, history->capacity);
		good = read_row(&history->rows[history->count], store, &heads[i], err);
		history->count += good;
	}
	store_read_end(store);
	for (size_t i = 0; i < count; i++)
		change_head_release(&heads[i]);
	history->oldest = history->count < MOST_ROWS ? last : 0;
	return good;
}

static bool
load(struct view *view, struct err *err)
{
	struct history *history = (struct history *)view;
	int64_t change = list_id(&history->list);

	clear_rows(history);
	history->oldest = 0;
	bool good = read_page(history, FIRST_PAGE, err);
	list_set_rows(&history->list, history->count, change);
	return good;
}

static bool
work(struct view *view, struct err *err)
{
	struct history *history = (struct history *)view;
	size_t row = list_row(&history->list);

	if (!history->oldest)
		return false;
	if (!read_page(history, NEXT_PAGE, err)) {
		history->oldest = 0;
		return false;
	}
	list_set_count(&history->list, history->count, row);
	return history->oldest != 0;
}

/* ---- the list ---- */

enum { COLUMN_WHEN, COLUMN_WHAT, COLUMN_BEFORE, COLUMN_AFTER, COLUMN_COUNT };
#define BEFORE_WIDTH 8
static const struct list_column columns[COLUMN_COUNT] = {
	[COLUMN_WHEN] = { .head = WORDS("Lúc         Ai", "When        Who"), .width = 16 },
	[COLUMN_WHAT] = { .head = WORDS("Việc", "What"), .width = 0 },
	[COLUMN_BEFORE] = { .head = WORDS("      Cũ", "     Old"), .width = BEFORE_WIDTH, .leaves = 2 },
	[COLUMN_AFTER] = { .head = WORDS("  Mới", "  New"), .width = 14, .leaves = 1 },
};

static void
cell(const void *of, size_t n, int column, struct str *out)
{
	const struct past_row *row = &((const struct history *)of)->rows[n];
	struct str text = { 0 };

	switch (column) {
	case COLUMN_WHEN:
		str_add_text(out, row->when);
		break;
	case COLUMN_WHAT:
		str_add_text(out, row->sentence);
		break;
	case COLUMN_BEFORE:
		text_cut(&text, row->before, BEFORE_WIDTH);
		text_pad_left(out, str_text(&text), BEFORE_WIDTH);
		break;
	default:
		if (*row->after)
			str_add_format(out, "→ %s", row->after);
	}
	str_release(&text);
}

static char
sign(const void *of, size_t n)
{
	return ((const struct history *)of)->rows[n].stands ? 0 : 'x';
}

static void
searched(const void *of, size_t n, struct str *out)
{
	const struct past_row *row = &((const struct history *)of)->rows[n];

	str_add_format(out, "%s %s %s", row->when, row->sentence, row->detail);
}

static enum role
role(const void *of, size_t n, int column)
{
	(void)column;
	return ((const struct history *)of)->rows[n].stands ? ROLE_TEXT : ROLE_UNDONE;
}

static int64_t
id_of(const void *of, size_t row)
{
	return ((const struct history *)of)->rows[row].change;
}

static const struct list_ops rows_ops = { .cell = cell, .id = id_of, .sign = sign, .searched = searched, .role = role };

static bool
begin(struct view *view, const void *where, struct err *err)
{
	struct history *history = (struct history *)view;
	struct str name = { 0 };

	if (where)
		history->place = *(const struct history_place *)where;
	history->list = (struct list){ .ops = &rows_ops,
		.of = history,
		.columns = columns,
		.column_count = COLUMN_COUNT,
		.counted = SAY("mục", "entries"),
		.no_marks = true };
	history->list.filter.composer = ui_composer(view->ui);
	if (!history->place.record)
		return true;
	bool good = label_add(
		&name, session_of(view)->store, history->place.entity, history->place.record, LABEL_SHORT, NULL, err);
	history->of = str_take(&name);
	return good;
}

static void
done(struct view *view)
{
	struct history *history = (struct history *)view;

	clear_rows(history);
	free(history->rows);
	free(history->of);
	free(history->login);
	list_release(&history->list);
}

static enum context
context(const struct view *view)
{
	return list_context(&((const struct history *)view)->list, IN_LIST);
}

static void
arrange(struct view *view, const struct layout *layout)
{
	list_place(&((struct history *)view)->list, layout->body, layout->state);
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct history *history = (const struct history *)view;
	size_t row = list_row(&history->list);

	str_add_text(&frame->title, say(SAY("Nhật ký", "History")));
	if (history->of) {
		str_add_text(&frame->title, " › ");
		str_add_text(&frame->title, history->of);
	}
	str_add_text(&frame->place, say(SAY("Nhật ký", "History")));
	str_add_text(&frame->state, history->login ? history->login : say(SAY("Mọi người", "Everybody")));
	str_add_text(&frame->state,
		history->days == 1      ? say(SAY(" · hôm nay", " · today"))
			: history->days ? say(SAY(" · 30 ngày", " · 30 days"))
					: say(SAY(" · mọi ngày", " · all days")));
	str_add_text(&frame->state, " · ");
	str_add_text(
		&frame->state, history->kind ? say(entity_of(history->kind)->one) : say(SAY("mọi loại", "all kinds")));
	str_add_text(&frame->state_right, say(SAY("Lọc: –", "Filter: –")));
	if (row < history->count)
		str_add_text(&frame->detail, history->rows[row].detail);
}

static void
draw(const struct view *view, struct draw *draw)
{
	list_draw(&((const struct history *)view)->list, draw, true);
}

/* ---- switches: F4 ---- */

enum switch_kind { SWITCH_ACCOUNT, SWITCH_DAYS, SWITCH_KIND };
static const enum entity_id kinds[] = { ENTITY_FIGURE, ENTITY_TERM, ENTITY_MEMBERSHIP, ENTITY_MEETING, ENTITY_COVENANT,
	ENTITY_NOMINATION, ENTITY_UNIT, ENTITY_CLUSTER, ENTITY_PERSON, ENTITY_DOCUMENT, ENTITY_CITATION, ENTITY_METRIC,
	ENTITY_ROUND };

static void
offer(struct choice_items *out, size_t *all, const char *query, enum switch_kind kind, int64_t id, const char *text,
	const char *detail)
{
	++*all;
	if (text_match(query, text, NULL, 0, NULL) != MATCH_NONE)
		choice_items_add(out, id, text, detail)->kind = (int)kind;
}

#define ACCOUNTS_MOST 40
static bool
offer_accounts(struct history *history, struct choice_items *out, size_t *all, const char *query, struct err *err)
{
	struct store *store = session_of(&history->view)->store;
	int64_t ids[ACCOUNTS_MOST];
	size_t count;
	bool good = record_page(ids, ACCOUNTS_MOST, &count, store, ENTITY_ACCOUNT, 0, err);

	for (size_t i = 0; good && i < count; i++) {
		struct record account = { 0 };
		good = record_read(&account, store, ENTITY_ACCOUNT, ids[i], err);
		if (good)
			offer(out, all, query, SWITCH_ACCOUNT, ids[i], record_text(&account, ACCOUNT_LOGIN),
				say(SAY("người", "person")));
		record_release(&account);
	}
	return good;
}

static bool
fill(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct history *history = of;
	const char *day = say(SAY("ngày", "days")), *kind = say(SAY("loại", "kind"));

	*all = 0;
	offer(out, all, query, SWITCH_ACCOUNT, 0, say(SAY("Mọi người", "Everybody")), say(SAY("người", "person")));
	if (!offer_accounts(history, out, all, query, err))
		return false;
	offer(out, all, query, SWITCH_DAYS, 0, say(SAY("Mọi ngày", "All days")), day);
	offer(out, all, query, SWITCH_DAYS, 1, say(SAY("Hôm nay", "Today")), day);
	offer(out, all, query, SWITCH_DAYS, 30, say(SAY("30 ngày qua", "The last 30 days")), day);
	offer(out, all, query, SWITCH_KIND, ENTITY_NONE, say(SAY("Mọi loại", "All kinds")), kind);
	for (size_t i = 0; i < ARRAY_COUNT(kinds) && !history->place.entity; i++)
		offer(out, all, query, SWITCH_KIND, kinds[i], say(entity_of(kinds[i])->one), kind);
	return true;
}

static bool
open_switches(struct history *history, struct err *err)
{
	struct choices_setup setup = { .title = say(SAY("Người, ngày, loại", "Person, days, kind")),
		.row = 2,
		.column = 1,
		.width = 50,
		.fill = fill,
		.of = history };

	return choices_open(history->view.ui, &setup, HISTORY_TAG_SWITCH, err);
}

static void
answered(struct view *view, const struct view *closed)
{
	struct history *history = (struct history *)view;
	const struct choice_item *item =
		choices_is(closed) && closed->tag == HISTORY_TAG_SWITCH ? choices_taken(closed) : NULL;

	if (!item)
		return;
	switch (item->kind) {
	case SWITCH_ACCOUNT:
		history->account = item->id;
		free(history->login);
		history->login = item->id ? mem_copy_text(item->text) : NULL;
		break;
	case SWITCH_DAYS:
		history->days = (int)item->id;
		break;
	default:
		history->kind = (enum entity_id)item->id;
	}
	view->stale = true;
}

/* ---- acting ---- */

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct history *history = (struct history *)view;
	size_t row = list_row(&history->list);
	enum outcome outcome = list_act(&history->list, action, err);

	if (outcome != VIEW_PASS)
		return outcome;
	switch (action) {
	case ACTION_ENTER:
	case ACTION_DETAIL:
		if (row < history->count)
			history_entry_open(view->ui, history->rows[row].change, err);
		return VIEW_DONE;
	case ACTION_CHOOSE:
		open_switches(history, err);
		return VIEW_DONE;
	default:
		return VIEW_PASS;
	}
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	return list_text(&((struct history *)view)->list, utf8, length, pasted, err);
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct history *history = (const struct history *)view;

	if (action == ACTION_ENTER || action == ACTION_DETAIL)
		return list_row(&history->list) < history->count;
	return action == ACTION_CHOOSE || action == ACTION_TYPE || list_allows(&history->list, action);
}

static const struct hint *
hints(const struct view *view, size_t *count)
{
	static const struct hint own[] = {
		HINT("Enter", ENTER, "Xem, hoàn tác", "See, undo"),
		HINT("a–z", TYPE, "Lọc", "Filter"),
		HINT("F4", CHOOSE, "Người, ngày, loại", "Person, days, kind"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("Esc", BACK, "Lùi", "Back"),
	};
	if (context(view) != IN_LIST)
		return NULL;
	*count = ARRAY_COUNT(own);
	return own;
}

static bool
report(struct view *view, struct report *out, struct err *err)
{
	struct history *history = (struct history *)view;

	if (!view_begin_report(view, out, say(SAY("Nhật ký", "History")), false, err))
		return false;
	view_report_list(out, &history->list);
	if (history->of)
		report_about(out, mem_copy_text(history->of));
	if (history->oldest)
		sheet_note(&out->sheet,
			mem_copy_text(say(SAY("Chỉ những thay đổi mới nhất; còn những thay đổi cũ hơn.",
				"Only the newest changes; there are older ones."))));
	return true;
}

const struct view_ops history_ops = {
	.name = "history",
	.size = sizeof(struct history),
	.context = context,
	.open = begin,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.hints = hints,
	.answer = answered,
	.work = work,
	.report = report,
	.close = done,
};

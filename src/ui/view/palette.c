/* Ctrl+K: units, clusters, people, papers, screens and commands in one list.  A view without a look of its own under a
 * list of values, whose answer it takes. */
#include "app/label.h"
#include "app/members.h"
#include "base/mem.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/match.h"
#include "ui/choices.h"
#include "ui/session_drafts.h"
#include "ui/view/palette_places.h"
#include "ui/view/reorganise.h"
#include "ui/view/view_open.h"
#include <stdlib.h>
#include <string.h>

enum palette_kind {
	GO_RECORD,
	GO_FIGURES,
	GO_COMPARE,
	GO_LIST,
	GO_HOME,
	GO_UNITS,
	GO_HISTORY,
	GO_CHART,
	RUN_ACTION,
	RUN_NEW,
	RUN_REORGANISE,
	RUN_DRAFTS,
	KIND_COUNT
};
#define KIND_OF(kind, entity) ((int)(entity)*KIND_COUNT + (int)(kind))

struct palette {
	struct view view;
	size_t found;
	bool empty; /* nothing typed */
};

/* ---- screens and commands ---- */

struct place_row {
	enum palette_kind kind;
	enum entity_id entity;
	struct words text, detail;
};
static const struct place_row screens[] = {
	{ GO_HOME, ENTITY_NONE, WORDS("Thi đua: các cụm, khối", "Clusters"),
		WORDS("màn hình đầu", "the first screen") },
	{ GO_UNITS, ENTITY_NONE, WORDS("Đơn vị", "Units"), WORDS("mọi đơn vị trong sổ", "every unit of the book") },
	{ GO_HISTORY, ENTITY_NONE, WORDS("Nhật ký", "History"), WORDS("ai sửa gì, lúc nào", "who changed what, when") },
	{ GO_LIST, ENTITY_DOCUMENT, WORDS("Sổ văn bản, nguồn", "Documents"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_PERSON, WORDS("Người", "People"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_POST, WORDS("Chức vụ", "Posts"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_METRIC, WORDS("Chỉ tiêu", "Metrics"), WORDS("danh mục", "catalogue") },
	{ GO_LIST, ENTITY_CLASS_SET, WORDS("Bộ xếp loại", "Class sets"), WORDS("danh mục", "catalogue") },
	{ GO_LIST, ENTITY_CLUSTER_METRIC, WORDS("Bộ chỉ tiêu của cụm", "Metrics of clusters"),
		WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_ROLE, WORDS("Vai trò", "Roles"), WORDS("danh mục", "catalogue") },
	{ GO_LIST, ENTITY_TERM, WORDS("Nhiệm kỳ vai trò", "Terms"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_MEMBERSHIP, WORDS("Thành viên cụm", "Memberships"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_CLUSTER_YEAR, WORDS("Năm của cụm", "Years of clusters"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_AWARD, WORDS("Hình thức khen", "Awards"), WORDS("danh mục", "catalogue") },
	{ GO_LIST, ENTITY_NOMINATION, WORDS("Đề nghị khen thưởng", "Nominations"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_APPRAISAL, WORDS("Kết quả bình xét", "Appraisals"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_MEETING, WORDS("Hội nghị", "Meetings"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_COVENANT, WORDS("Giao ước", "Covenants"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_ROUND, WORDS("Đợt báo cáo", "Reporting rounds"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_SUCCESSION, WORDS("Kế thừa giữa các đơn vị", "Successions"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_BREAK, WORDS("Mốc đứt chuỗi", "Breaks"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_ALIAS, WORDS("Tên khác", "Aliases"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_CITATION, WORDS("Dẫn nguồn", "Citations"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_FIGURE, WORDS("Số liệu đã ghi", "Figures"), WORDS("danh sách", "list") },
	{ GO_LIST, ENTITY_ACCOUNT, WORDS("Tài khoản", "Accounts"), WORDS("danh sách", "list") },
};
static const enum entity_id addable[] = { ENTITY_CLUSTER, ENTITY_UNIT, ENTITY_MEETING, ENTITY_DOCUMENT, ENTITY_PERSON,
	ENTITY_POST, ENTITY_MEMBERSHIP, ENTITY_TERM, ENTITY_COVENANT, ENTITY_NOMINATION, ENTITY_APPRAISAL, ENTITY_ROUND,
	ENTITY_METRIC, ENTITY_ROLE, ENTITY_AWARD, ENTITY_CLASS_SET, ENTITY_SUCCESSION, ENTITY_BREAK, ENTITY_ALIAS,
	ENTITY_FIGURE };

static void
add_item(struct choice_items *out, int64_t id, int kind, const char *label, const char *text, const char *detail)
{
	struct choice_item *item = choice_items_add(out, id, text, detail);

	item->kind = kind;
	item->label = mem_copy_text(label);
}

/* How well what is typed names a screen or a command; one that it names is meant before any record that contains it. */
enum fit { FIT_WHOLE, FIT_BEGIN, FIT_WITHIN, FIT_NONE };

/* One of the names between commas begins so: «sáp nhập» of «Hợp nhất, sáp nhập, chia tách». */
static bool
begins_a_name(const char *text, const char *typed)
{
	struct str bare = { 0 };
	bool begins = false;

	for (const char *name = text; *name && !begins; name += strspn(name, ", ")) {
		size_t length = strcspn(name, ",");
		char *one = mem_copy_bytes(name, length);
		str_clear(&bare);
		text_bare(&bare, one);
		begins = text_starts(str_text(&bare), typed);
		free(one);
		name += length;
	}
	str_release(&bare);
	return begins;
}

static enum fit
fit_of(const char *text, const char *query)
{
	struct str bare = { 0 }, typed = { 0 };
	enum fit fit = FIT_NONE;

	text_bare(&bare, text);
	text_bare(&typed, query);
	if (text_match(query, text, NULL, 0, NULL) == MATCH_NONE)
		fit = FIT_NONE;
	else if (typed.length && text_equal(str_text(&bare), str_text(&typed)))
		fit = FIT_WHOLE;
	else
		fit = typed.length >= 3 && begins_a_name(text, str_text(&typed)) ? FIT_BEGIN : FIT_WITHIN;
	str_release(&bare);
	str_release(&typed);
	return fit;
}

static void
add_screens(struct choice_items *out, const char *query, enum fit fit)
{
	for (size_t i = 0; i < ARRAY_COUNT(screens); i++)
		if (fit_of(say(screens[i].text), query) == fit)
			add_item(out, (int64_t)i, KIND_OF(screens[i].kind, screens[i].entity),
				say(SAY("Màn hình", "Screen")), say(screens[i].text), say(screens[i].detail));
}

/* The chart of a metric: of the cluster that was looked at last. */
static void
add_chart(const struct palette *palette, struct choice_items *out, const char *query, enum fit fit)
{
	const struct session *session = session_of(&palette->view);
	const char *chart = say(SAY("Biểu đồ của chỉ tiêu", "Chart of a metric"));
	struct str cluster = { 0 };
	struct err ignored = { 0 };

	if (session->cluster && fit_of(chart, query) == fit &&
		label_add(&cluster, session->store, ENTITY_CLUSTER, session->cluster, LABEL_SHORT, NULL, &ignored))
		add_item(out, session->cluster, KIND_OF(GO_CHART, ENTITY_NONE), say(SAY("Lệnh", "Command")), chart,
			str_text(&cluster));
	err_release(&ignored);
	str_release(&cluster);
}

/* What was not saved in an earlier session and left for later. */
static void
add_drafts(const struct palette *palette, struct choice_items *out, const char *query, enum fit fit)
{
	struct str name = { 0 };

	if (session_drafts_waiting(session_of(&palette->view), &name)) {
		char *text = say_format(SAY("Mở lại bản nháp: {1}", "Reopen the draft: {1}"), str_text(&name), NULL);
		if (fit_of(text, query) == fit)
			add_item(out, 0, KIND_OF(RUN_DRAFTS, ENTITY_NONE), say(SAY("Lệnh", "Command")), text, NULL);
		free(text);
	}
	str_release(&name);
}

/* What works in the view below, and a new record of each kind. */
static void
add_commands(const struct palette *palette, struct choice_items *out, const char *query, enum fit fit)
{
	const struct ui *ui = palette->view.ui;
	const char *label = say(SAY("Lệnh", "Command"));

	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		if (!actions[action].menu || actions[action].group == GROUP_MOVE || action == ACTION_FIND ||
			action == ACTION_HISTORY || !ui_view_allows(ui, palette->view.below, (enum action_id)action))
			continue;
		const char *text = say(ui_label(ui, palette->view.below, (enum action_id)action));
		if (fit_of(text, query) == fit)
			add_item(out, action, KIND_OF(RUN_ACTION, ENTITY_NONE), label, text, say(actions[action].help));
	}
	const char *reorganise = say(SAY("Hợp nhất, sáp nhập, chia tách", "Merge, join or divide units"));
	enum fit also = fit_of(say(SAY("gộp đơn vị, tách đơn vị", "reorganise")), query),
		 own = fit_of(reorganise, query);
	if ((also < own ? also : own) == fit)
		add_item(out, 0, KIND_OF(RUN_REORGANISE, ENTITY_NONE), label, reorganise,
			say(SAY("đơn vị, một phiếu", "units, one form")));
	add_chart(palette, out, query, fit);
	add_drafts(palette, out, query, fit);
	for (size_t i = 0; i < ARRAY_COUNT(addable); i++) {
		char *text = say_format(SAY("Thêm {1}", "Add a {1}"), say(entity_of(addable[i])->one), NULL);
		if (fit_of(text, query) == fit)
			add_item(out, 0, KIND_OF(RUN_NEW, addable[i]), label, text,
				say(SAY("mở phiếu mới", "opens a new form")));
		free(text);
	}
}

/* ---- records ---- */

/* "Tổng LĐLĐ Việt Nam, … – 30/6/2025" of a unit: its life tells namesakes apart, so it comes first. */
static char *
life_first(const char *detail)
{
	const char *life = NULL, *next = detail;
	struct str text = { 0 };

	while ((next = strstr(next, ", "))) {
		life = next;
		next += 2;
	}
	if (!life || !strstr(life, "–"))
		return mem_copy_text(detail);
	str_add_text(&text, life + 2);
	while (text.length && text.bytes[text.length - 1] == ' ')
		str_cut(&text, text.length - 1);
	size_t dash = strlen("–");
	if (text.length > dash && strcmp(text.bytes + text.length - dash, "–") == 0) {
		str_cut(&text, text.length - dash);
		str_splice(&text, 0, 0, say(SAY("từ ", "from ")), strlen(say(SAY("từ ", "from "))));
	}
	while (text.length && text.bytes[text.length - 1] == ' ')
		str_cut(&text, text.length - 1);
	str_add_text(&text, " · ");
	str_add(&text, detail, (size_t)(life - detail));
	return str_take(&text);
}

#define RECORDS_OF_KIND 6
static bool
add_records(struct palette *palette, struct choice_items *out, const char *query, enum entity_id entity,
	const char *label, size_t most, struct err *err)
{
	struct session *session = session_of(&palette->view);
	struct candidate found[RECORDS_OF_KIND] = { 0 };
	size_t count = 0, total;
	char day[11];

	date_from_ymd(day, session->year * 10000 + 1231);
	bool good = find_candidates(found, most, &count, &total, session->store, entity, false, query, day, err);
	for (size_t i = 0; good && i < count; i++) {
		char *detail = entity == ENTITY_UNIT && found[i].detail ? life_first(found[i].detail)
									: mem_copy_text(found[i].detail);
		add_item(out, found[i].id, KIND_OF(GO_RECORD, entity), label, found[i].label, detail);
		free(detail);
	}
	candidates_release(found, count);
	return good;
}

/* «Đơn vị», «Cụm», «Người» …: how the kind is called in the first column. */
static const char *
kind_label(enum entity_id entity)
{
	switch (entity) {
	case ENTITY_UNIT:
		return say(SAY("Đơn vị", "Unit"));
	case ENTITY_CLUSTER:
		return say(SAY("Cụm", "Cluster"));
	case ENTITY_PERSON:
		return say(SAY("Người", "Person"));
	case ENTITY_DOCUMENT:
		return say(SAY("Văn bản", "Document"));
	default:
		return say(SAY("Chỉ tiêu", "Metric"));
	}
}

/* Where the person went last, before anything is typed. */
static bool
add_places(struct palette *palette, struct choice_items *out, struct err *err)
{
	struct session *session = session_of(&palette->view);
	struct palette_place places[PLACES_MOST];
	size_t count = places_read(places, session);

	for (size_t i = 0; i < count; i++) {
		struct str name = { 0 };
		struct record record = { 0 };
		bool there = record_read(&record, session->store, places[i].entity, places[i].record, err);
		record_release(&record);
		if (!there && err->kind != ERR_NOT_FOUND)
			return false;
		err_release(err);
		if (there &&
			label_add(&name, session->store, places[i].entity, places[i].record, LABEL_SHORT, NULL, err))
			add_item(out, places[i].record, KIND_OF(GO_RECORD, places[i].entity),
				kind_label(places[i].entity), str_text(&name),
				say(SAY("mở lần trước", "opened before")));
		str_release(&name);
	}
	return true;
}

/* "ha nam so": figures are wanted; the words before name the unit. */
static bool
wants_figures(struct str *unit, const char *query)
{
	struct str bare = { 0 };
	const char *last = strrchr(query, ' ');

	str_add(unit, query, last ? (size_t)(last - query) : strlen(query));
	text_bare(&bare, last ? last + 1 : "");
	bool wants = last && (strcmp(str_text(&bare), "so") == 0 || strcmp(str_text(&bare), "lieu") == 0);
	str_release(&bare);
	return wants;
}

static void
add_figures_of(struct palette *palette, struct choice_items *out, int64_t unit, const char *name)
{
	struct str when = { 0 };

	period_show(session_period(session_of(&palette->view)), &when);
	char *text = say_format(SAY("{1} · {2}", "{1} · {2}"), brief_name(name), str_text(&when), NULL);
	add_item(out, unit, KIND_OF(GO_FIGURES, ENTITY_UNIT), say(SAY("Số liệu", "Figures")), text,
		say(SAY("các năm của đơn vị", "the years of the unit")));
	free(text);
	str_release(&when);
}

static bool
add_figures(struct palette *palette, struct choice_items *out, const char *query, size_t most, struct err *err)
{
	struct session *session = session_of(&palette->view);
	struct candidate found[RECORDS_OF_KIND] = { 0 };
	size_t count = 0, total;
	char day[11];

	date_from_ymd(day, session->year * 10000 + 1231);
	bool good = find_candidates(found, most, &count, &total, session->store, ENTITY_UNIT, false, query, day, err);
	for (size_t i = 0; good && i < count; i++)
		add_figures_of(palette, out, found[i].id, found[i].label);
	candidates_release(found, count);
	return good;
}

/* The unit among the items that fits best; NULL when there is none. */
static const struct choice_item *
best_unit(const struct choice_items *items)
{
	for (size_t i = 0; i < items->count; i++)
		if (items->items[i].kind == KIND_OF(GO_RECORD, ENTITY_UNIT))
			return &items->items[i];
	return NULL;
}

static void
add_figures_of_best(struct palette *palette, struct choice_items *out)
{
	const struct choice_item *best = best_unit(out);

	if (!best)
		return;
	char *name = mem_copy_text(best->text); /* the items may move */
	add_figures_of(palette, out, best->id, name);
	free(name);
}

/* «So sánh “dak lak” qua các năm»: of the unit that fits best. */
static void
add_comparison(struct choice_items *out, const char *query)
{
	const struct choice_item *best = best_unit(out);

	if (!best)
		return;
	int64_t unit = best->id;
	char *text = say_format(SAY("So sánh “{1}” qua các năm", "Compare “{1}” over the years"), query, NULL);
	add_item(out, unit, KIND_OF(GO_COMPARE, ENTITY_UNIT), say(SAY("Lệnh", "Command")), text, NULL);
	free(text);
}

/* What is typed begins the name of a record in the list from `begin` on: "lam" is rather Lâm Đồng than a command. */
static bool
names_record(const struct choice_items *items, size_t begin, const char *query)
{
	for (size_t i = begin; i < items->count; i++)
		if (fit_of(brief_name(items->items[i].text), query) <= FIT_BEGIN)
			return true;
	return false;
}

/* The items from `second` on change places with those from `first` on. */
static void
swap_parts(struct choice_items *items, size_t first, size_t second)
{
	size_t moved = items->count - second;
	struct choice_item *kept = mem_new(moved, sizeof *kept);

	memcpy(kept, items->items + second, moved * sizeof *kept);
	memmove(items->items + first + moved, items->items + first, (second - first) * sizeof *kept);
	memcpy(items->items + first, kept, moved * sizeof *kept);
	free(kept);
}

/* Units and clusters, and the commands whose names begin with what is typed. */
static bool
add_named(struct palette *palette, struct choice_items *out, const char *query, struct err *err)
{
	size_t begin = out->count;

	if (!add_records(palette, out, query, ENTITY_UNIT, kind_label(ENTITY_UNIT), 6, err) ||
		!add_records(palette, out, query, ENTITY_CLUSTER, kind_label(ENTITY_CLUSTER), 4, err))
		return false;
	size_t records = out->count;
	add_commands(palette, out, query, FIT_BEGIN);
	if (out->count > records && records > begin && !names_record(out, begin, query))
		swap_parts(out, begin, records);
	return true;
}

static bool
fill(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct palette *palette = of;
	struct str unit = { 0 };
	bool good = true;

	palette->empty = !*query;
	add_screens(out, query, FIT_WHOLE);
	add_commands(palette, out, query, FIT_WHOLE);
	add_screens(out, query, FIT_BEGIN);
	if (*query && wants_figures(&unit, query))
		good = add_figures(palette, out, str_text(&unit), 3, err);
	if (good && *query)
		good = add_named(palette, out, query, err);
	else if (good)
		good = add_places(palette, out, err) &&
			(out->count ||
				add_records(palette, out, query, ENTITY_CLUSTER, kind_label(ENTITY_CLUSTER), 6, err));
	if (good && *query)
		add_figures_of_best(palette, out);
	add_screens(out, query, FIT_WITHIN);
	if (good && *query)
		good = add_records(palette, out, query, ENTITY_PERSON, kind_label(ENTITY_PERSON), 5, err) &&
			add_records(palette, out, query, ENTITY_DOCUMENT, kind_label(ENTITY_DOCUMENT), 4, err) &&
			add_records(palette, out, query, ENTITY_METRIC, kind_label(ENTITY_METRIC), 3, err);
	add_commands(palette, out, query, FIT_WITHIN);
	if (*query)
		add_comparison(out, query);
	str_release(&unit);
	palette->found = out->count;
	*all = out->count;
	return good;
}

static bool
read_ahead(void *of, struct err *err)
{
	struct palette *palette = of;
	bool more;

	return find_prepare(&more, session_of(&palette->view)->store, err) && more;
}

static void
note(const void *of, const struct choice_item *item, struct str *out)
{
	const struct palette *palette = of;

	(void)item;
	if (palette->empty) {
		str_add_text(out,
			say(SAY("Gõ tên đơn vị, cụm, người, văn bản, màn hình hay lệnh; không dấu cũng được.",
				"Type the name of a unit, a cluster, a person, a document, a screen or a command.")));
		return;
	}
	str_add_format(out, "%zu ", palette->found);
	str_add_text(out,
		say(SAY("kết quả · gõ không dấu cũng được; gõ có dấu thì khớp đúng dấu",
			"results · without marks any mark fits")));
}

/* ---- taking ---- */

static bool
any_unsaved(const struct palette *palette)
{
	for (const struct view *view = palette->view.below; view; view = view->below)
		if (view->ops->unsaved && view->ops->unsaved(view))
			return true;
	return false;
}

/* Screens on the way back; with more the way begins anew at home. */
#define WAY_BACK 8

static int
depth(const struct palette *palette)
{
	int count = 0;
	for (const struct view *view = palette->view.below; view; view = view->below)
		count++;
	return count;
}

/* A page that is gone to stands on top of where one was: Esc leads back there. */
static bool
go(struct palette *palette, const struct view_ops *ops, const void *place, struct err *err)
{
	bool on_top = any_unsaved(palette) || depth(palette) < WAY_BACK;
	return (on_top ? ui_open : ui_go)(palette->view.ui, ops, place, err);
}

static bool
go_record(struct palette *palette, enum entity_id entity, int64_t id, struct err *err)
{
	struct unit_place unit = { id, 0 };
	struct cluster_place cluster = { id, 0 };

	if (entity == ENTITY_UNIT)
		return go(palette, &unit_ops, &unit, err);
	if (entity == ENTITY_CLUSTER)
		return go(palette, &cluster_ops, &cluster, err);
	return form_open_record(palette->view.ui, entity, id, NULL, err);
}

static bool
go_screen(struct palette *palette, enum palette_kind kind, enum entity_id entity, struct err *err)
{
	static const struct history_place everything = { ENTITY_NONE, 0 };
	struct records_place list = { entity };

	switch (kind) {
	case GO_UNITS:
		return go(palette, units_kept(session_of(&palette->view)), NULL, err);
	case GO_HISTORY:
		return go(palette, &history_ops, &everything, err);
	case GO_LIST:
		return go(palette, &records_ops, &list, err);
	default:
		return go(palette, &home_ops, NULL, err);
	}
}

/* On the cluster below, else on a page of its own. */
static bool
go_chart(struct palette *palette, int64_t cluster, struct err *err)
{
	struct cluster_place place = { cluster, 4 };
	struct view *below = palette->view.below;

	if (below && below->ops == &cluster_ops && session_of(below)->cluster == cluster) {
		cluster_show_chart(below, err);
		return true;
	}
	if (!go(palette, &cluster_ops, &place, err))
		return true;
	cluster_show_chart(ui_top(palette->view.ui), err);
	return false;
}

/* True: the palette is done and can go; false: it stays below what it opened. */
static bool
take(struct palette *palette, const struct choice_item *item, struct err *err)
{
	enum palette_kind kind = (enum palette_kind)(item->kind % KIND_COUNT);
	enum entity_id entity = (enum entity_id)(item->kind / KIND_COUNT);
	struct unit_place unit = { item->id, kind == GO_FIGURES ? 1 : 2 };

	switch (kind) {
	case RUN_ACTION:
		ui_post(palette->view.ui, (enum action_id)item->id);
		return true;
	case RUN_NEW:
		return !form_open_record(palette->view.ui, entity, 0, NULL, err);
	case GO_CHART:
		return go_chart(palette, item->id, err);
	case RUN_REORGANISE:
		return !reorganise_open(palette->view.ui, 0, err);
	case RUN_DRAFTS:
		session_ask_drafts_again(session_of(&palette->view));
		return false;
	case GO_RECORD:
		places_remember(session_of(&palette->view), entity, item->id);
		return !go_record(palette, entity, item->id, err);
	case GO_FIGURES:
	case GO_COMPARE:
		places_remember(session_of(&palette->view), ENTITY_UNIT, item->id);
		return !go(palette, &unit_ops, &unit, err);
	default:
		return !go_screen(palette, kind, entity, err);
	}
}

static void
answered(struct view *view, const struct view *closed)
{
	struct palette *palette = (struct palette *)view;
	const struct choice_item *item = choices_is(closed) ? choices_taken(closed) : NULL;
	struct ui *ui = view->ui;
	struct err err = { 0 };

	if (!item || take(palette, item, &err))
		ui_close(view);
	if (err.kind != ERR_NONE)
		ui_fault(ui, &err);
	err_release(&err);
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_DIALOG;
}

static const struct view_ops palette_ops = {
	.name = "palette",
	.size = sizeof(struct palette),
	.box = true,
	.context = context,
	.answer = answered,
};

bool
palette_open(struct ui *ui, struct err *err)
{
	static const struct hint hints[] = {
		HINT("Enter", ENTER, "Mở", "Open"),
		HINT("↓↑", DOWN, "Chọn", "Choose"),
		HINT("Ctrl+U", ERASE_ALL, "Gõ lại", "Retype"),
		HINT("Esc", BACK, "Đóng", "Close"),
	};
	if (!ui_open(ui, &palette_ops, NULL, err))
		return false;
	struct choices_setup setup = {
		.title = say(SAY("Tìm trong sổ, màn hình và lệnh", "Find in the book, screens and commands")),
		.row = -1,
		.palette = true,
		.fill = fill,
		.work = read_ahead,
		.note = note,
		.of = ui_top(ui),
		.hints = hints,
		.hint_count = ARRAY_COUNT(hints)
	};
	if (choices_open(ui, &setup, 0, err))
		return true;
	ui_close(ui_top(ui));
	return false;
}

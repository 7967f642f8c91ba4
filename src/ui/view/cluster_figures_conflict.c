/* Somebody wrote a cell while its box was open: both versions side by side, and what becomes of them. */
#include "base/mem.h"
#include "cluster_figures.h"
#include "conflict.h"
#include "model/fields.h"
#include "store/history.h"
#include "view_text.h"
#include <stdlib.h>

/* Mine: the figure as it was when the box opened, with what was typed. */
static void
my_version(struct record *mine, struct figures_page *page, struct figure_spot spot, const struct entry *entry)
{
	struct figure_key key = figures_key(page, spot);
	if (page->base.entity) {
		*mine = record_copy(&page->base);
	} else {
		*mine = record_new(ENTITY_FIGURE);
		record_set_integer(mine, FIGURE_SUBJECT, key.subject);
		record_set_integer(mine, FIGURE_METRIC, key.metric);
		record_set_integer(mine, FIGURE_PERIOD, key.when);
		record_set_integer(mine, FIGURE_KIND, key.kind);
		record_set_integer(
			mine, FIGURE_ORIGIN, spot.line == LINE_MEMBER ? FIGURE_ORIGIN_UNIT : FIGURE_ORIGIN_CLUSTER);
	}
	entry_apply(entry, &page->figures.columns[spot.column].facts, mine);
}

/* "Đoàn viên phát triển mới · Nam Định · 2024" */
static void
add_subject(const struct figures_page *page, struct figure_spot spot, struct str *out)
{
	period when = figures_key(page, spot).when;
	str_add_text(out, page->figures.columns[spot.column].name);
	str_add_text(out, " · ");
	figures_line_name(page, spot, out);
	str_add_text(out, " · ");
	if (period_is_whole_year(when))
		str_add_integer(out, period_first_year(when));
	else
		period_show(when, out);
}

static bool
ask(struct figures_page *page, struct figure_spot spot, const struct record *theirs, const struct record *mine,
	const struct change_head *head, struct err *err)
{
	struct merge merge = { 0 };
	struct str subject = { 0 }, when = { 0 };
	const struct record *base = page->base.entity ? &page->base : NULL;
	merge_records(&merge, base, mine, theirs);
	view_time(&when, head->at, VIEW_CLOCK);
	char *title = say_format(SAY("{1} vừa sửa ô này lúc {2}", "{1} has just changed this cell at {2}"), head->login,
		str_text(&when), NULL);
	add_subject(page, spot, &subject);
	struct conflict_setup setup = { .title = title,
		.subject = str_text(&subject),
		.their_name = head->login,
		.my_name = store_login(page_store(&page->page)),
		.base = base,
		.mine = mine,
		.theirs = theirs,
		.merge = &merge,
		.source = page_session(&page->page)->source };
	bool asked = conflict_open(page_ui(&page->page), &setup, TAG_CONFLICT, err);
	merge_release(&merge);
	str_release(&subject);
	str_release(&when);
	free(title);
	return asked;
}

bool
figures_show_conflict(struct figures_page *page, struct figure_spot spot, const struct entry *entry, struct err *err)
{
	struct store *store = page_store(&page->page);
	struct record theirs = { 0 }, mine = { 0 };
	struct change_head head = { 0 };
	ui_reload(page_ui(&page->page));
	if (!figure_record(&theirs, store, figures_key(page, spot), err))
		return false;
	if (theirs.id && history_head(&head, store, theirs.rev, err)) {
		my_version(&mine, page, spot, entry);
		free(page->question.text);
		page->question = (struct figure_question){ .text = mem_copy_text(line_text(&page->grid.line)),
			.action = page->action };
		ask(page, spot, &theirs, &mine, &head, err);
		record_release(&mine);
	}
	change_head_release(&head);
	record_release(&theirs);
	return false;
}

/* Stores what the answer means; my source is cited for what was typed, whatever stands in the end. */
static bool
store_settled(struct figures_page *page, const struct view *closed, const struct entry *entry, struct err *err)
{
	struct figure_spot spot = figures_here(page);
	struct store *store = page_store(&page->page);
	int64_t source = conflict_cites_mine(closed) ? page_session(&page->page)->source : 0;
	struct record theirs = { 0 }, mine = { 0 }, result = { 0 };
	struct merge sides = { 0 };
	struct notices notices = { 0 };
	my_version(&mine, page, spot, entry);
	bool done = figure_record(&theirs, store, figures_key(page, spot), err);
	if (done) {
		conflict_sides(&sides, closed);
		result = merge_result(&sides, &mine, &theirs);
		done = figure_record_put(store, &result, source, &mine, &notices, err);
	}
	if (done) {
		struct figure_facts stored = figure_facts_of(&result);
		figures_say_stored(page, spot, &stored, &notices);
	}
	notices_release(&notices);
	merge_release(&sides);
	record_release(&theirs);
	record_release(&mine);
	record_release(&result);
	return done;
}

bool
figures_settle_conflict(struct figures_page *page, const struct view *closed, struct err *err)
{
	enum conflict_answer answer = conflict_answer(closed);
	struct entry entry = { 0 };
	bool done = answer == CONFLICT_THEIRS;
	if (answer != CONFLICT_EDIT && !done)
		done = entry_read(&entry, page->question.text, &page->figures.columns[figures_here(page).column].facts,
			       err) &&
			store_settled(page, closed, &entry, err);
	entry_release(&entry);
	return done;
}

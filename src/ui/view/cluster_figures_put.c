/* What is typed into a cell: understood, asked about where it must be, stored; and what happens when somebody was faster. */
#include "base/mem.h"
#include "cluster_figures.h"
#include "conflict.h"
#include "ui/dialog.h"
#include <stdlib.h>
#include <string.h>

static struct session *
session(const struct figures_page *page)
{
	return page_session(&page->page);
}

static const struct metric_facts *
facts_at(const struct figures_page *page, struct figure_spot spot)
{
	return &page->figures.columns[spot.column].facts;
}

/* ---- before typing ---- */

bool
figures_editable(const void *of, int row, int column, struct err *err)
{
	const struct figures_page *page = of;
	struct figure_spot spot = figures_spot(page, row, column);
	if (!session_writable(session(page)))
		return err_set(err, ERR_READ_ONLY, SAY("Sổ này chỉ xem được.", "This book can only be read."), NULL);
	if (figures_shown_at(page, spot) == FIGURES_PERCENT)
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Phần trăm do sổ tính; F4 sang TH hoặc KH để nhập.",
				"The book computes percentages; F4 goes to results or plans."),
			NULL);
	if (!figures_cell(page, spot))
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Ô này do sổ tính; nhập ở dòng đơn vị hoặc dòng Toàn cụm báo cáo.",
				"The book computes this cell; enter figures for a unit or the cluster's own report."),
			NULL);
	return true;
}

void
figures_begin_edit(struct figures_page *page)
{
	struct figure_spot spot = figures_here(page);
	const struct figure_cell *cell = figures_cell(page, spot);
	struct err err = { 0 };
	record_release(&page->base);
	page->base = (struct record){ 0 };
	free(page->question.text);
	page->question = (struct figure_question){ 0 };
	if (cell && cell->figure &&
		!record_read(&page->base, page_store(&page->page), ENTITY_FIGURE, cell->figure, &err))
		page->base = (struct record){ 0 };
	err_release(&err);
}

void
figures_edited(const void *of, int row, int column, struct str *out)
{
	const struct figures_page *page = of;
	struct figure_spot spot = figures_spot(page, row, column);
	const struct figure_cell *cell = figures_cell(page, spot);
	struct entry entry;
	struct err err = { 0 };
	if (!cell || !cell->figure)
		return;
	if (figure_as_entry(&entry, page_store(&page->page), cell->figure, &err)) {
		if (entry.words)
			str_add_text(out, entry.words);
		else if (entry.status == FIGURE_STATUS_NUMBER)
			quantity_show(out, entry.quantity, facts_at(page, spot));
		else
			str_add_text(out, entry.status == FIGURE_STATUS_NOT_YET ? "chưa có" : "không giao");
	}
	entry_release(&entry);
	err_release(&err);
}

static void
add_in_book(const struct figures_page *page, struct figure_spot spot, struct str *out)
{
	const struct figure_cell *cell = figures_cell(page, spot);
	str_add_text(out, say(SAY("trong sổ: ", "in the book: ")));
	if (cell && cell->figure)
		cell_show(&cell->cell, out);
	else
		str_add_text(out, say(SAY("chưa ghi", "nothing")));
}

/* The reason is told on Enter. */
static void
add_not_understood(const struct figures_page *page, struct figure_spot spot, const char *typed, struct str *out)
{
	const struct figure_cell *cell = figures_cell(page, spot);
	struct str kept = { 0 };
	if (!cell || !cell->figure) {
		say_add(out, SAY("Không hiểu “{1}”; sổ chưa ghi gì", "“{1}” is not understood; the book has nothing"),
			typed, NULL);
		return;
	}
	cell_show(&cell->cell, &kept);
	say_add(out, SAY("Không hiểu “{1}”; sổ giữ {2}", "“{1}” is not understood; the book keeps {2}"), typed,
		str_text(&kept), NULL);
	str_release(&kept);
}

void
figures_echo(const void *of, int row, int column, const char *typed, struct str *out)
{
	const struct figures_page *page = of;
	struct figure_spot spot = figures_spot(page, row, column);
	struct entry entry = { 0 };
	struct err err = { 0 };
	if (!*typed) {
		str_add_text(out,
			say(SAY("Ô trống: Enter giữ số cũ; gõ - rồi Enter để gỡ · ",
				"Empty: Enter keeps the figure; - and Enter "
				"takes it out · ")));
	} else if (entry_read(&entry, typed, facts_at(page, spot), &err)) {
		if (entry.ask_decimal)
			entry_question(&entry, facts_at(page, spot), out);
		else
			entry_echo(&entry, facts_at(page, spot), out);
		str_add_text(out, " · ");
	} else {
		add_not_understood(page, spot, typed, out);
		err_release(&err);
		entry_release(&entry);
		return;
	}
	add_in_book(page, spot, out);
	entry_release(&entry);
	err_release(&err);
}

/* ---- questions about what was typed ---- */

/* Opens a question; the deed is done again with the same text once it is answered. */
static bool
ask(struct figures_page *page, const char *text, const struct dialog_setup *setup, int tag, struct err *err)
{
	free(page->question.text);
	page->question = (struct figure_question){ .text = mem_copy_text(text), .action = page->action };
	dialog_open(page_ui(&page->page), setup, tag, err);
	return false;
}

static bool
ask_decimal(struct figures_page *page, const char *text, const struct entry *entry, const struct metric_facts *metric,
	struct err *err)
{
	struct str question = { 0 }, readings[2] = { { 0 }, { 0 } };
	entry_question(entry, metric, &question);
	for (int i = 0; i < 2; i++)
		quantity_show(
			&readings[i], (struct quantity){ entry->alternatives[i], entry->quantity.qualifier }, metric);
	struct dialog_setup setup = { .title = text,
		.text = str_text(&question),
		.answers = { str_text(&readings[0]), str_text(&readings[1]), say(SAY("Sửa tiếp", "Go on editing")) },
		.safe = 2 };
	ask(page, text, &setup, TAG_DECIMAL, err);
	str_release(&question);
	str_release(&readings[0]);
	str_release(&readings[1]);
	return false;
}

static bool
ask_slash(struct figures_page *page, const char *text, const struct figure_column *column, struct err *err)
{
	char *question = say_format(
		SAY("Với chỉ tiêu “{1}”, số sau dấu / trong “{2}” là gì? Sổ hỏi một lần cho mỗi chỉ tiêu.",
			"For “{1}”, what is the number after the / in “{2}”? The book asks once for each metric."),
		column->name, text, NULL);
	struct dialog_setup setup = { .title = text,
		.text = question,
		.answers = { say(SAY("Kế hoạch", "The plan")), say(SAY("Tổng số", "The whole")),
			say(SAY("Chỉ tiêu khác", "Another metric")), say(SAY("Sửa tiếp", "Go on editing")) },
		.safe = 3 };
	ask(page, text, &setup, TAG_SLASH, err);
	free(question);
	return false;
}

bool
figures_ask_again(const char *doubt, struct err *err)
{
	return err_set(err, ERR_INVALID, SAY("{1} Đúng thì Enter lần nữa.", "{1} Press Enter again if it is right."),
		doubt, NULL);
}

static bool
is_sure(const struct entry *entry, const struct figure_column *column, struct err *err)
{
	char *doubt = figure_doubt(entry, column);
	bool sure = !doubt || figures_ask_again(doubt, err);
	free(doubt);
	return sure;
}

/* ---- storing ---- */

static void
add_notices(struct str *out, const struct notices *notices)
{
	for (size_t i = 0; i < notices->count; i++) {
		str_add_byte(out, ' ');
		str_add_text(out, notices->sentences[i]);
	}
}

/* "Hà Nam", and what the head of the column says besides: "Hà Nam · KH", "Hà Nam · 2022". */
static void
add_whose(const struct figures_page *page, struct figure_spot spot, struct str *out)
{
	figures_line_name(page, spot, out);
	if (page->arranged == FIGURES_OVER_TIME) {
		str_add_text(out, " · ");
		period_show(figures_key(page, spot).when, out);
	}
	if (figures_shown_at(page, spot) == FIGURES_ASSIGNED || figures_shown_at(page, spot) == FIGURES_REGISTERED)
		str_add_text(out, say(SAY(" · KH", " · plan")));
}

static void
say_removed(struct figures_page *page, struct figure_spot spot)
{
	struct str whose = { 0 };
	add_whose(page, spot, &whose);
	session_saved(session(page),
		SAY("Đã gỡ {1} · {2}. Ctrl+Z lấy lại.", "Taken out: {1} · {2}. Ctrl+Z brings it back."),
		page->figures.columns[spot.column].short_name, str_text(&whose), NULL);
	str_release(&whose);
}

void
figures_say_stored(struct figures_page *page, struct figure_spot spot, const struct figure_facts *stored,
	const struct notices *notices)
{
	const struct figure_column *column = &page->figures.columns[spot.column];
	struct str whose = { 0 }, value = { 0 }, more = { 0 };
	add_whose(page, spot, &whose);
	if (stored->status == FIGURE_STATUS_NUMBER)
		quantity_show_long(&value, stored->quantity, &column->facts);
	else
		str_add_text(&value,
			stored->words && *stored->words                   ? stored->words
				: stored->status == FIGURE_STATUS_NOT_YET ? say(SAY("chưa có", "not yet"))
									  : say(SAY("không giao", "not asked")));
	add_notices(&more, notices);
	session_saved(session(page), SAY("Đã ghi {1} · {2}: {3}.{4}", "Stored {1} · {2}: {3}.{4}"), column->short_name,
		str_text(&whose), str_text(&value), str_text(&more), NULL);
	str_release(&whose);
	str_release(&value);
	str_release(&more);
}

bool
figures_put_entry(struct figures_page *page, struct figure_spot spot, const struct entry *entry, struct err *err)
{
	const struct figure_cell *cell = figures_cell(page, spot);
	struct notices notices = { 0 };
	int64_t rev = page->grid.editing ? page->base.rev : cell->rev;
	bool done = figure_put(
		page_store(&page->page), figures_key(page, spot), entry, session(page)->source, rev, &notices, err);
	struct figure_facts stored = { .status = entry->status, .quantity = entry->quantity, .words = entry->words };
	if (done && entry->remove)
		say_removed(page, spot);
	else if (done)
		figures_say_stored(page, spot, &stored, &notices);
	notices_release(&notices);
	if (!done && err->kind == ERR_CONFLICT && !entry->remove) {
		err_release(err);
		return figures_show_conflict(page, spot, entry, err);
	}
	if (!done && err->kind == ERR_CONFLICT)
		ui_reload(page_ui(&page->page));
	return done;
}

/* Who writes with the built-in input method everywhere else is told why a word did not become Vietnamese here. */
static void
tell_no_method(const struct figures_page *page, const char *text, struct err *err)
{
	if (ui_method(page_ui(&page->page)) == METHOD_OFF)
		return;
	err_release(err);
	err_set(err, ERR_INVALID,
		SAY("Không hiểu “{1}”. Ô số không gõ Telex, VNI: gõ tren, gan, hon không dấu.",
			"“{1}” is not understood. Telex and VNI do not work in figures: type tren, gan, hon."),
		text, NULL);
}

bool
figures_commit(void *of, int row, int column, const char *text, bool again, struct err *err)
{
	struct figures_page *page = of;
	struct figure_spot spot = figures_spot(page, row, column);
	const struct figure_column *metric = &page->figures.columns[spot.column];
	struct entry entry = { 0 };
	bool same = page->question.text && strcmp(page->question.text, text) == 0;
	bool done = false;
	if (!figures_editable(page, row, column, err))
		return false;
	if (!entry_read(&entry, text, &metric->facts, err)) {
		if (entry.unread)
			tell_no_method(page, text, err);
		goto done;
	}
	if (entry.ask_decimal && same && page->question.decimal) {
		entry.quantity.amount = entry.alternatives[page->question.decimal - 1];
		entry.ask_decimal = false;
	}
	if (entry.ask_decimal)
		ask_decimal(page, text, &entry, &metric->facts, err);
	else if (entry.has_whole && entry.slash == METRIC_SLASH_ASK)
		ask_slash(page, text, metric, err);
	else if (again || is_sure(&entry, metric, err))
		done = figures_put_entry(page, spot, &entry, err);
done:
	entry_release(&entry);
	return done;
}

/* ---- blocks ---- */

struct wishes {
	struct figure_wish *items;
	size_t count, capacity;
};

static void
wishes_release(struct wishes *wishes)
{
	for (size_t i = 0; i < wishes->count; i++)
		entry_release(&wishes->items[i].entry);
	free(wishes->items);
}

/* Takes over the texts of entry. */
static void
wish_for(struct wishes *wishes, const struct figures_page *page, struct figure_spot spot, struct entry entry)
{
	ARRAY_RESERVE(wishes->items, wishes->count, wishes->capacity);
	wishes->items[wishes->count++] =
		(struct figure_wish){ figures_key(page, spot), entry, figures_cell(page, spot)->rev };
}

static bool
put_wishes(struct figures_page *page, const char *action, struct wishes *wishes, struct words said, struct err *err)
{
	struct notices notices = { 0 };
	struct str count = { 0 }, more = { 0 };
	bool done = figures_put(page_store(&page->page), action, wishes->items, wishes->count, session(page)->source,
		NULL, &notices, err);
	if (done) {
		str_add_integer(&count, (int64_t)wishes->count);
		add_notices(&more, &notices);
		session_saved(session(page), said, str_text(&count), str_text(&more), NULL);
	} else if (err->kind == ERR_CONFLICT) {
		ui_reload(page_ui(&page->page));
	}
	notices_release(&notices);
	str_release(&count);
	str_release(&more);
	wishes_release(wishes);
	return done;
}

bool
figures_remove(void *of, struct grid_block block, struct err *err)
{
	struct figures_page *page = of;
	struct wishes wishes = { 0 };
	if (!figures_editable(page, block.row, block.column, err))
		return false;
	for (int row = block.row; row < block.row + block.rows; row++)
		for (int column = block.column; column < block.column + block.columns; column++) {
			struct figure_spot spot = figures_spot(page, row, column);
			const struct figure_cell *cell = figures_cell(page, spot);
			if (cell && cell->figure)
				wish_for(&wishes, page, spot, (struct entry){ .remove = true });
		}
	if (!wishes.count) {
		ui_say(page_ui(&page->page),
			SAY("Ở đây sổ chưa ghi số nào để gỡ.", "There is no figure here to take out."), NULL);
		return true;
	}
	return put_wishes(page, "remove", &wishes,
		SAY("Đã gỡ {1} số liệu; Ctrl+Z lấy lại.{2}", "{1} figures taken out; Ctrl+Z brings them back.{2}"),
		err);
}

/* The nearest row above that takes figures; -1: none. */
static int
row_above(const struct figures_page *page, int row, int column)
{
	while (--row >= 0)
		if (figures_cell(page, figures_spot(page, row, column)))
			return row;
	return -1;
}

static bool
copy_cell(struct figures_page *page, struct wishes *wishes, int from, int to, int column, struct err *err)
{
	struct figure_spot spot = figures_spot(page, to, column);
	const struct figure_cell *source = figures_cell(page, figures_spot(page, from, column));
	struct entry entry;
	if (!source || !source->figure || !figures_cell(page, spot))
		return true;
	if (!figure_as_entry(&entry, page_store(&page->page), source->figure, err)) {
		entry_release(&entry);
		return false;
	}
	wish_for(wishes, page, spot, entry);
	return true;
}

bool
figures_copy(void *of, struct grid_block block, struct err *err)
{
	struct figures_page *page = of;
	struct wishes wishes = { 0 };
	bool fills = block.rows > 1;
	int from = fills ? block.row : row_above(page, block.row, block.column);
	if (!figures_editable(page, block.row, block.column, err))
		return false;
	for (int column = block.column; from >= 0 && column < block.column + block.columns; column++)
		for (int row = fills ? block.row + 1 : block.row; row < block.row + block.rows; row++)
			if (!copy_cell(page, &wishes, from, row, column, err)) {
				wishes_release(&wishes);
				return false;
			}
	if (!wishes.count) {
		ui_say(page_ui(&page->page), SAY("Ô ở trên chưa có số để chép.", "There is no figure above to copy."),
			NULL);
		return false;
	}
	return put_wishes(page, "fill", &wishes, SAY("Đã chép {1} ô.{2}", "{1} cells copied.{2}"), err);
}

/* ---- answers ---- */

/* The box is still open with the same text: Enter, Tab … once more. */
static void
go_on(struct figures_page *page, struct err *err)
{
	page->action = page->question.action;
	grid_act(&page->grid, page->action, err);
}

static bool
answer_slash(struct figures_page *page, int answer, struct err *err)
{
	static const enum choice_number meanings[] = { METRIC_SLASH_PLAN, METRIC_SLASH_WHOLE, METRIC_SLASH_OTHER };
	struct figure_column *column = &page->figures.columns[figures_here(page).column];
	if (answer < 0 || answer >= (int)ARRAY_COUNT(meanings))
		return false;
	if (!metric_slash_put(page_store(&page->page), column->metric, meanings[answer], err))
		return false;
	column->facts.slash = meanings[answer];
	return true;
}

bool
figures_answered(struct figures_page *page, const struct view *closed, struct err *err)
{
	if (dialog_is(closed) && closed->tag == TAG_DECIMAL) {
		page->question.decimal = dialog_answer(closed) < 2 ? dialog_answer(closed) + 1 : 0;
		if (page->question.decimal)
			go_on(page, err);
	} else if (dialog_is(closed) && closed->tag == TAG_SLASH) {
		if (answer_slash(page, dialog_answer(closed), err))
			go_on(page, err);
	} else if (conflict_is(closed) && closed->tag == TAG_CONFLICT) {
		if (figures_settle_conflict(page, closed, err))
			grid_act(&page->grid, ACTION_BACK, err);
		else
			figures_begin_edit(page);
	} else {
		return false;
	}
	return true;
}

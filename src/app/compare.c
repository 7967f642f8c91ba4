#include "app/compare.h"
#include "app/breaks.h"
#include "app/label.h"
#include "app/members.h"
#include "app/metric_read.h"
#include "app/valuation.h"
#include "app/year.h"
#include "base/mem.h"
#include "model/alike.h"
#include "model/period.h"
#include "text/date.h"
#include <stdlib.h>

/* Everything that one comparison needs beside the figures. */
struct comparison {
	struct store *store;
	const struct compare_wish *wish;
	bool cluster;
	size_t years;
	period *periods;   /* the same part of each year */
	struct ids *units; /* of each year: members to be summed */
	struct edges edges;
	struct breaks breaks;
	struct sheet *sheet;
};

static void
comparison_release(struct comparison *comparison)
{
	for (size_t i = 0; comparison->units && i < comparison->years; i++)
		ids_release(&comparison->units[i]);
	free(comparison->units);
	free(comparison->periods);
	edges_release(&comparison->edges);
	breaks_release(&comparison->breaks);
}

static bool
read_periods(struct comparison *comparison, struct err *err)
{
	const struct compare_wish *wish = comparison->wish;
	comparison->periods = mem_new(comparison->years, sizeof *comparison->periods);
	for (size_t i = 0; i < comparison->years; i++)
		if (!period_read(
			    &comparison->periods[i], wish->first_year + (int)i, wish->part ? wish->part : "Y", err))
			return false;
	return true;
}

static bool
read_members(struct comparison *comparison, struct err *err)
{
	for (size_t i = 0; i < comparison->years; i++) {
		struct members members;
		if (!members_read(&members, comparison->store, comparison->wish->subject,
			    comparison->wish->first_year + (int)i, err))
			return false;
		for (size_t j = 0; j < members.count; j++)
			ids_add(&comparison->units[i], members.rows[j].unit);
		members_release(&members);
	}
	return true;
}

static bool
read_edges(struct comparison *comparison, struct err *err)
{
	struct ids all = { 0 };
	ids_add(&all, comparison->wish->subject);
	for (size_t i = 0; comparison->units && i < comparison->years; i++)
		for (size_t j = 0; j < comparison->units[i].count; j++)
			ids_add(&all, comparison->units[i].items[j]);
	bool done = edges_read(&comparison->edges, comparison->store, all.items, all.count, err);
	ids_release(&all);
	return done;
}

/* The organisation that carries a unit on by today: along mergers, absorptions and replacements. */
static int64_t
heir(const struct comparison *comparison, int64_t unit)
{
	for (size_t step = 0; step < comparison->edges.count + 1; step++) {
		int64_t next = 0;
		for (size_t i = 0; i < comparison->edges.count; i++) {
			const struct succession_edge *edge = &comparison->edges.items[i];
			if (edge->predecessor == unit && edge->successor && succession_is_whole(edge->kind))
				next = edge->successor;
		}
		if (!next)
			return unit;
		unit = next;
	}
	return unit;
}

static bool
note_outsiders(struct comparison *comparison, const struct ids *members, int64_t successor, struct err *err)
{
	struct ids made_of = { 0 };
	edges_predecessors(&comparison->edges, successor, &made_of);
	struct str names = { 0 }, name = { 0 };
	bool done = true;
	for (size_t i = 0; done && i < made_of.count; i++) {
		if (ids_have(members->items, members->count, made_of.items[i]))
			continue;
		str_add_text(&names, names.length ? ", " : "");
		done = label_add(&names, comparison->store, ENTITY_UNIT, made_of.items[i], LABEL_SHORT, NULL, err);
	}
	done = done && label_add(&name, comparison->store, ENTITY_UNIT, successor, LABEL_SHORT, NULL, err);
	if (done && names.length)
		sheet_note(comparison->sheet,
			say_format(SAY("{1} hôm nay gồm cả đơn vị ngoài cụm: {2}.",
					   "Today's {1} includes units from outside the cluster: {2}."),
				str_text(&name), str_text(&names), NULL));
	ids_release(&made_of);
	str_release(&names);
	str_release(&name);
	return done;
}

/* Under today's boundaries every year is summed over the organisations of today that carry the last year's members on. */
static bool
members_of_today(struct comparison *comparison, struct err *err)
{
	struct ids last = comparison->units[comparison->years - 1], today = { 0 };
	for (size_t j = 0; j < last.count; j++)
		ids_add(&today, heir(comparison, last.items[j]));
	bool done = true;
	for (size_t j = 0; done && j < today.count; j++)
		done = note_outsiders(comparison, &last, today.items[j], err);
	for (size_t i = 0; done && i < comparison->years; i++) {
		struct ids each = { 0 };
		for (size_t j = 0; j < today.count; j++)
			ids_add(&each, today.items[j]);
		ids_release(&comparison->units[i]);
		comparison->units[i] = each;
	}
	free(today.items);
	return done;
}

/* Only the units present in both of the last two years; earlier years are cut to them too. */
static void
keep_alike(struct comparison *comparison)
{
	if (comparison->years < 2)
		return;
	struct ids *last = &comparison->units[comparison->years - 1];
	struct ids *before = &comparison->units[comparison->years - 2];
	struct alike alike = { 0 };
	alike_same(&alike, before->items, before->count, last->items, last->count);
	for (size_t i = 0; i < comparison->years; i++) {
		struct ids kept = { 0 };
		for (size_t j = 0; j < comparison->units[i].count; j++)
			for (size_t k = 0; k < alike.new_count; k++)
				if (comparison->units[i].items[j] == alike.new_units[k])
					ids_add(&kept, alike.new_units[k]);
		ids_release(&comparison->units[i]);
		comparison->units[i] = kept;
	}
	alike_release(&alike);
}

static bool
read_ground(struct comparison *comparison, struct err *err)
{
	const struct compare_wish *wish = comparison->wish;
	enum entity_id kind;
	if (!subject_kind(&kind, comparison->store, wish->subject, err) || !read_periods(comparison, err))
		return false;
	comparison->cluster = kind == ENTITY_CLUSTER;
	bool sums = comparison->cluster && wish->members_sum;
	if (sums) {
		comparison->units = mem_new(comparison->years, sizeof *comparison->units);
		if (!read_members(comparison, err))
			return false;
	}
	if (!read_edges(comparison, err) || !breaks_read(&comparison->breaks, comparison->store, wish->subject, err))
		return false;
	if (sums && wish->same_units)
		keep_alike(comparison);
	return !sums || !wish->boundary_now || members_of_today(comparison, err);
}

static bool
value_of_year(struct valuation *out, const struct comparison *comparison, const struct figure_column *metric,
	size_t year, struct err *err)
{
	const struct compare_wish *wish = comparison->wish;
	if (comparison->units)
		return value_of_units(out, comparison->store, comparison->units[year].items,
			comparison->units[year].count, metric, comparison->periods[year], wish->boundary_now,
			&comparison->edges, err);
	return value_of_subject(out, comparison->store, wish->subject, metric, comparison->periods[year],
		wish->boundary_now, &comparison->edges, err);
}

static struct cell
cell_of_value(const struct valuation *value, const struct figure_column *metric)
{
	struct cell cell = { .kind = CELL_UNKNOWN };
	if (value->refused) {
		cell.kind = CELL_REFUSED;
		cell.text = mem_copy_text(value->sentence);
		return cell;
	}
	if (value->point.known)
		cell = cell_of_quantity(value->point.quantity, &metric->facts);
	else if (value->status == FIGURE_STATUS_NOT_YET)
		cell.kind = CELL_NOT_YET;
	else if (value->status == FIGURE_STATUS_NOT_ASKED)
		cell.kind = CELL_NOT_ASKED;
	else if (value->status == FIGURE_STATUS_WORDS)
		cell.kind = CELL_SAID;
	cell.marks |= value->point.known && value->point.partial_coverage ? MARK_COVERAGE : 0;
	cell.marks |= value->point.known && value->point.counted < value->point.asked ? MARK_SOME : 0;
	cell.counted = (int)value->point.counted;
	cell.asked = (int)value->point.asked;
	cell.entity = value->figure ? ENTITY_FIGURE : ENTITY_NONE;
	cell.record = value->figure;
	return cell;
}

static bool
fill_change(struct comparison *comparison, size_t row, const struct figure_column *metric,
	const struct valuation *values, struct err *err)
{
	struct cell *difference = sheet_cell(comparison->sheet, row, comparison->years);
	struct cell *percent = sheet_cell(comparison->sheet, row, comparison->years + 1);
	difference->kind = percent->kind = CELL_UNKNOWN;
	const struct valuation *new_ = &values[comparison->years - 1], *old = &values[comparison->years - 2];
	if (new_->refused || old->refused)
		return true;
	struct year_change change;
	bool broken = breaks_between(
		&comparison->breaks, &metric->facts, comparison->wish->subject, old->point.period, new_->point.period);
	if (!year_change_of(&change, &metric->facts, &old->point, &new_->point, broken, err))
		return false;
	struct str text = { 0 };
	year_change_show(&text, &change, &metric->facts);
	if (change.state == CHANGE_KNOWN) {
		*difference = cell_of_quantity(change.difference, &metric->facts);
		difference->kind = CELL_CHANGE;
		difference->text = str_take(&text);
	}
	if (change.state == CHANGE_KNOWN && change.has_percent) {
		str_clear(&text);
		year_change_show_percent(&text, &change);
		*percent = (struct cell){ .kind = CELL_CHANGE,
			.quantity = change.percent,
			.decimals = CHANGE_DECIMALS,
			.percent = true,
			.text = str_take(&text) };
	}
	str_clear(&text);
	year_change_explain(&text, &change, &old->point, &new_->point);
	if (text.length && change.state != CHANGE_NO_OLD && change.state != CHANGE_NO_NEW)
		sheet_note(comparison->sheet, mem_copy_text(str_text(&text)));
	str_release(&text);
	return true;
}

/* A name with the scale of its money. */
static char *
name_of_metric(const char *name, const struct metric_facts *metric)
{
	if (metric->money)
		return say_format(
			SAY("{1} ({2})", "{1} ({2})"), name, say(money_scale_words(metric->money_scale)), NULL);
	return mem_copy_text(name);
}

static bool
fill_row(struct comparison *comparison, size_t row, int64_t metric, struct err *err)
{
	struct figure_column column = { 0 };
	struct valuation *values = mem_new(comparison->years, sizeof *values);
	bool done = figure_column_read(&column, comparison->store, metric, err);
	int64_t largest = 0;
	for (size_t i = 0; done && i < comparison->years; i++) {
		done = value_of_year(&values[i], comparison, &column, i, err);
		int64_t amount = values[i].point.quantity.amount;
		largest = values[i].point.known && amount > largest ? amount : largest;
		if (values[i].refused)
			sheet_note(comparison->sheet, mem_copy_text(values[i].sentence));
	}
	if (done) {
		column.facts.money_scale = column.facts.money ? money_scale_for(largest) : 0;
		struct head *head = &comparison->sheet->rows[row];
		head->text = name_of_metric(column.name, &column.facts);
		head->brief = name_of_metric(column.short_name, &column.facts);
		head->full = mem_copy_text(column.name);
		struct str measure = { 0 };
		metric_measure(&measure, column.measure, &column.facts);
		head->measure = str_take(&measure);
		head->entity = ENTITY_METRIC;
		head->record = metric;
	}
	for (size_t i = 0; done && i < comparison->years; i++) {
		struct cell *cell = sheet_cell(comparison->sheet, row, i);
		*cell = cell_of_value(&values[i], &column);
		if (i &&
			breaks_between(&comparison->breaks, &column.facts, comparison->wish->subject,
				comparison->periods[i - 1], comparison->periods[i]))
			cell->marks |= MARK_BREAK;
	}
	if (done && comparison->years > 1)
		done = fill_change(comparison, row, &column, values, err);
	for (size_t i = 0; i < comparison->years; i++)
		valuation_release(&values[i]);
	free(values);
	figure_column_release(&column);
	return done;
}

void
compare_how_add(struct str *out, const struct compare_wish *wish, bool cluster)
{
	if (cluster)
		str_add_text(out,
			wish->members_sum ? say(SAY(" · cộng các đơn vị", " · sum of the members"))
					  : say(SAY(" · toàn cụm báo cáo", " · the cluster's own report")));
	if (wish->boundary_now)
		str_add_text(out, say(SAY(" · ranh giới hôm nay", " · today's boundaries")));
	if (wish->same_units)
		str_add_text(out, say(SAY(" · cùng tập đơn vị", " · same units")));
}

static struct head
year_head(int year)
{
	struct str text = { 0 };
	str_add_integer(&text, year);
	char *code = mem_copy_text(str_text(&text));
	return (struct head){ .text = str_take(&text), .code = code, .number = true };
}

static void
name_columns(struct comparison *comparison)
{
	struct sheet *sheet = comparison->sheet;
	int last = comparison->wish->last_year;
	for (size_t i = 0; i < comparison->years; i++)
		sheet->columns[i] = year_head(comparison->wish->first_year + (int)i);
	sheet->row_head = mem_copy_text(say(SAY("Chỉ tiêu", "Metric")));
	sheet->row_code = mem_copy_text("metric");
	if (comparison->years < 2)
		return;
	struct str difference = { 0 };
	str_add_format(&difference, "%02d − %02d", last % 100, (last - 1) % 100);
	sheet->columns[comparison->years] =
		(struct head){ .text = str_take(&difference), .code = mem_copy_text("difference"), .number = true };
	sheet->columns[comparison->years + 1] =
		(struct head){ .text = mem_copy_text("%"), .code = mem_copy_text("percent"), .number = true };
	sheet->columns[comparison->years].full = mem_copy_text(say(SAY("Chênh lệch", "Difference")));
	sheet->columns[comparison->years + 1].full = mem_copy_text(say(SAY("Tăng, giảm", "Change")));
	sheet->columns[comparison->years + 1].measure = mem_copy_text("%");
}

static bool
name_sheet(struct comparison *comparison, struct err *err)
{
	const struct compare_wish *wish = comparison->wish;
	struct year_bounds bounds = year_bounds(wish->last_year);
	struct str title = { 0 }, part = { 0 };
	enum entity_id kind = comparison->cluster ? ENTITY_CLUSTER : ENTITY_UNIT;
	bool done = label_add(&title, comparison->store, kind, wish->subject, LABEL_SHORT, bounds.last_day, err);
	period_show_part(comparison->periods[0], &part);
	str_add_text(&title, " · ");
	str_add_text(&title, str_text(&part));
	compare_how_add(&title, wish, comparison->cluster);
	comparison->sheet->title = str_take(&title);
	str_release(&part);
	return done;
}

/* The metrics of a unit are also those that its predecessors left. */
static bool
metrics_of_unit(int64_t **metrics, size_t *count, const struct comparison *comparison, struct err *err)
{
	struct ids family = { 0 }, all = { 0 };
	ids_add(&family, comparison->wish->subject);
	edges_predecessors(&comparison->edges, comparison->wish->subject, &family);
	bool done = true;
	for (size_t i = 0; done && i < family.count; i++) {
		int64_t *own;
		size_t own_count;
		done = metrics_of_subject(&own, &own_count, comparison->store, family.items[i], err);
		for (size_t j = 0; j < own_count; j++)
			ids_add(&all, own[j]);
		free(own);
	}
	ids_release(&family);
	*metrics = all.items;
	*count = all.count;
	return done;
}

static bool
wished_metrics(int64_t **metrics, size_t *count, const struct comparison *comparison, struct err *err)
{
	const struct compare_wish *wish = comparison->wish;
	if (!wish->metric_count)
		return comparison->cluster
			? collected_metrics(metrics, count, comparison->store, wish->subject, wish->last_year, err)
			: metrics_of_unit(metrics, count, comparison, err);
	*metrics = mem_new(wish->metric_count, sizeof **metrics);
	for (size_t i = 0; i < wish->metric_count; i++)
		(*metrics)[i] = wish->metrics[i];
	*count = wish->metric_count;
	return true;
}

bool
compare_read(struct sheet *out, struct store *store, const struct compare_wish *wish, struct err *err)
{
	*out = (struct sheet){ 0 };
	if (wish->last_year < wish->first_year)
		return err_set(err, ERR_INVALID,
			SAY("Năm cuối phải sau năm đầu.", "The last year must not be before the first."), NULL);
	struct comparison comparison = {
		.store = store, .wish = wish, .sheet = out, .years = (size_t)(wish->last_year - wish->first_year + 1)
	};
	if (!store_read_begin(store, err))
		return false;
	int64_t *metrics = NULL;
	size_t count = 0;
	bool done = read_ground(&comparison, err) && wished_metrics(&metrics, &count, &comparison, err);
	if (done) {
		struct sheet fresh = sheet_new(count, comparison.years + (comparison.years > 1 ? 2 : 0));
		fresh.notes = out->notes;
		fresh.note_count = out->note_count;
		*out = fresh;
		name_columns(&comparison);
		done = name_sheet(&comparison, err);
	}
	for (size_t i = 0; done && i < count; i++)
		done = fill_row(&comparison, i, metrics[i], err);
	store_read_end(store);
	free(metrics);
	comparison_release(&comparison);
	if (!done)
		sheet_release(out);
	return done;
}

static void
note_coverage(struct sheet *sheet, size_t row)
{
	struct str text = { 0 };
	for (size_t i = 0; i < sheet->column_count; i++) {
		const struct cell *cell = sheet_cell(sheet, row, i);
		if (cell->marks & MARK_SOME)
			str_add_format(&text, "%s%s %d/%d", text.length ? ", " : "", sheet->columns[i].text,
				cell->counted, cell->asked);
	}
	if (text.length)
		sheet_note(sheet,
			say_format(SAY("* {1}: số đơn vị có số liệu {2}.", "* {1}: members with a figure {2}."),
				sheet->rows[row].text, str_text(&text), NULL));
	str_release(&text);
}

void
compare_note_coverage(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->row_count; i++)
		note_coverage(sheet, i);
}

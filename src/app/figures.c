#include "app/figures.h"
#include "app/metric_read.h"
#include "app/questions_read.h"
#include "app/year.h"
#include "base/mem.h"
#include "model/period.h"
#include "model/total.h"
#include <stdlib.h>

static void
cells_free(struct cell *cells, size_t count)
{
	for (size_t i = 0; cells && i < count; i++)
		free(cells[i].text);
	free(cells);
}

void
figure_cells_release(struct figure_cell *cells, size_t count)
{
	for (size_t i = 0; cells && i < count; i++)
		free(cells[i].cell.text);
}

static void
figure_cells_free(struct figure_cell *cells, size_t count)
{
	figure_cells_release(cells, count);
	free(cells);
}

void
figure_grid_release(struct figure_grid *grid)
{
	figure_cells_free(grid->cells, grid->members.count * grid->column_count);
	figure_cells_free(grid->reported, grid->column_count);
	cells_free(grid->coverage, grid->column_count);
	cells_free(grid->sums, grid->column_count);
	cells_free(grid->differences, grid->column_count);
	for (size_t i = 0; i < grid->column_count; i++)
		figure_column_release(&grid->columns[i]);
	free(grid->columns);
	members_release(&grid->members);
	*grid = (struct figure_grid){ 0 };
}

/* What the book knows of the amounts of a subject, into the columns. */
static bool
take_largest(struct figure_grid *grid, struct store *store, int64_t subject, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, LARGEST, err, ARG_INTEGER(subject)))
		return false;
	while (rows_next(rows, err))
		for (size_t i = 0; i < grid->column_count; i++) {
			struct figure_column *column = &grid->columns[i];
			if (column->metric != rows_integer(rows, 0))
				continue;
			if (column->largest < rows_integer(rows, 1))
				column->largest = rows_integer(rows, 1);
			column->below_zero = column->below_zero || rows_integer(rows, 2) < 0;
		}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* The same, as another grid has it. */
static void
take_largest_of(struct figure_grid *grid, const struct figure_grid *beside)
{
	for (size_t i = 0; i < grid->column_count; i++)
		for (size_t n = 0; n < beside->column_count; n++) {
			if (grid->columns[i].metric != beside->columns[n].metric)
				continue;
			grid->columns[i].largest = beside->columns[n].largest;
			grid->columns[i].below_zero = beside->columns[n].below_zero;
		}
}

static bool
read_largest(struct figure_grid *grid, struct store *store, int64_t cluster, struct err *err)
{
	bool done = take_largest(grid, store, cluster, err);
	for (size_t m = 0; done && m < grid->members.count; m++)
		done = take_largest(grid, store, grid->members.rows[m].unit, err);
	return done;
}

static bool
read_columns(struct figure_grid *grid, struct store *store, int64_t cluster, int year, const struct figure_grid *beside,
	struct err *err)
{
	int64_t *metrics;
	size_t count;
	bool done = collected_metrics(&metrics, &count, store, cluster, year, err);
	grid->columns = mem_new(count, sizeof *grid->columns);
	for (size_t i = 0; done && i < count; i++) {
		done = figure_column_read(&grid->columns[grid->column_count], store, metrics[i], err);
		grid->column_count += done ? 1 : 0;
	}
	free(metrics);
	if (done && beside)
		take_largest_of(grid, beside);
	else
		done = done && read_largest(grid, store, cluster, err);
	for (size_t i = 0; i < grid->column_count; i++)
		if (grid->columns[i].facts.money)
			grid->columns[i].facts.money_scale = money_scale_for(grid->columns[i].largest);
	return done;
}

/* One figure as a cell, and as a part of the sum of its column. */
static bool
read_cell(struct figure_cell *cell, struct part *part, struct store *store, int64_t subject,
	const struct figure_column *column, int64_t metric, period when, enum choice_number kind, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, FIGURE, err, ARG_INTEGER(subject), ARG_INTEGER(metric), ARG_INTEGER(when),
		    ARG_INTEGER(kind), ARG_INTEGER(ENTITY_FIGURE)))
		return false;
	struct figure_facts figure = { 0 };
	bool there = rows_next(rows, err);
	if (there)
		figure_take(&figure, rows);
	if (part)
		*part = part_of_figure(subject, &figure);
	if (part)
		part->as_of = NULL;
	if (cell) {
		*cell = (struct figure_cell){ .cell = cell_of_figure(&figure, &column->facts) };
		if (there) {
			cell->figure = rows_integer(rows, 0);
			cell->rev = rows_integer(rows, 9);
			cell->differs = rows_integer(rows, 11) != 0;
			cell->cell.marks |= cell->differs ? MARK_DIFFERS : 0;
			cell->cell.entity = ENTITY_FIGURE;
			cell->cell.record = cell->figure;
		}
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* What a ratio or a mean is made of, for its sum. */
static bool
read_made_of(struct part *part, struct store *store, const struct figure_column *column, const struct figure_grid *grid,
	struct err *err)
{
	struct {
		int64_t metric;
		bool *has;
		struct quantity *quantity;
	} made[] = {
		{ column->facts.numerator, &part->has_numerator, &part->numerator },
		{ column->facts.denominator, &part->has_denominator, &part->denominator },
		{ column->facts.weight, &part->has_weight, &part->weight },
	};
	for (size_t i = 0; i < ARRAY_COUNT(made); i++) {
		if (!made[i].metric)
			continue;
		struct part of = { 0 };
		if (!read_cell(NULL, &of, store, part->subject, column, made[i].metric, grid->period, grid->kind, err))
			return false;
		*made[i].has = of.known && of.status == FIGURE_STATUS_NUMBER;
		*made[i].quantity = of.quantity;
	}
	return true;
}

static struct cell
difference_cell(const struct discrepancy *discrepancy, const struct metric_facts *metric)
{
	struct str text = { 0 };
	discrepancy_show(&text, discrepancy, metric);
	struct cell cell = discrepancy->known ? cell_of_quantity(discrepancy->difference, metric) : (struct cell){ 0 };
	cell.kind = discrepancy->known ? CELL_CHANGE : CELL_TEXT;
	cell.text = str_take(&text);
	return cell;
}

static bool
sum_column(struct figure_grid *grid, size_t column, struct part *parts, const struct part *reported, struct err *err)
{
	const struct metric_facts *metric = &grid->columns[column].facts;
	struct total total;
	struct discrepancy discrepancy;
	if (!total_of(&total, metric, parts, grid->members.count, err) ||
		!discrepancy_of(&discrepancy, reported, &total, err))
		return false;
	struct str count = { 0 };
	total_show_count(&count, &total);
	grid->coverage[column] = (struct cell){
		.kind = CELL_TEXT, .text = str_take(&count), .counted = (int)total.counted, .asked = (int)total.asked
	};
	if (total.known)
		grid->sums[column] = cell_of_quantity(total.quantity, metric);
	grid->sums[column].marks |= total.mixed_coverage ? MARK_COVERAGE : 0;
	grid->sums[column].counted = (int)total.counted;
	grid->sums[column].asked = (int)total.asked;
	grid->differences[column] = difference_cell(&discrepancy, metric);
	return true;
}

static bool
read_column(struct figure_grid *grid, struct store *store, int64_t cluster, size_t column, struct part *parts,
	struct err *err)
{
	const struct figure_column *head = &grid->columns[column];
	bool made = head->facts.kind == METRIC_KIND_RATIO || head->facts.kind == METRIC_KIND_MEAN;
	for (size_t row = 0; row < grid->members.count; row++) {
		struct figure_cell *cell = &grid->cells[row * grid->column_count + column];
		if (!read_cell(cell, &parts[row], store, grid->members.rows[row].unit, head, head->metric, grid->period,
			    grid->kind, err) ||
			(made && !read_made_of(&parts[row], store, head, grid, err)))
			return false;
	}
	struct part reported;
	return read_cell(&grid->reported[column], &reported, store, cluster, head, head->metric, grid->period,
		       grid->kind, err) &&
		sum_column(grid, column, parts, &reported, err);
}

bool
figure_grid_read(struct figure_grid *out, struct store *store, int64_t cluster, period when, enum choice_number kind,
	struct err *err)
{
	return figure_grid_read_beside(out, store, cluster, when, kind, NULL, err);
}

bool
figure_grid_read_beside(struct figure_grid *out, struct store *store, int64_t cluster, period when,
	enum choice_number kind, const struct figure_grid *beside, struct err *err)
{
	*out = (struct figure_grid){ .period = when, .kind = kind };
	int year = period_last_year(when);
	if (!store_read_begin(store, err))
		return false;
	bool done = members_read(&out->members, store, cluster, year, err) &&
		read_columns(out, store, cluster, year, beside, err);
	struct part *parts = mem_new(out->members.count, sizeof *parts);
	if (done) {
		out->cells = mem_new(out->members.count * out->column_count, sizeof *out->cells);
		out->reported = mem_new(out->column_count, sizeof *out->reported);
		out->coverage = mem_new(out->column_count, sizeof *out->coverage);
		out->sums = mem_new(out->column_count, sizeof *out->sums);
		out->differences = mem_new(out->column_count, sizeof *out->differences);
		for (size_t i = 0; i < out->column_count; i++)
			out->sums[i].kind = CELL_UNKNOWN;
	}
	for (size_t column = 0; done && column < out->column_count; column++)
		done = read_column(out, store, cluster, column, parts, err);
	free(parts);
	store_read_end(store);
	if (!done)
		figure_grid_release(out);
	return done;
}

bool
figure_line_read(struct figure_cell *cells, struct store *store, int64_t subject, const struct figure_column *columns,
	size_t column_count, period when, enum choice_number kind, struct err *err)
{
	for (size_t i = 0; i < column_count; i++)
		if (!read_cell(&cells[i], NULL, store, subject, &columns[i], columns[i].metric, when, kind, err))
			return false;
	return true;
}

char *
figure_doubt(const struct entry *entry, const struct figure_column *column)
{
	bool negative = entry_is_below_zero(entry) && !column->below_zero;
	if (!negative && !entry_is_huge(entry, column->largest))
		return NULL;
	struct str value = { 0 }, largest = { 0 };
	quantity_show_long(&value, entry->quantity, &column->facts);
	quantity_show_long(&largest, (struct quantity){ column->largest, QUALIFIER_EXACTLY }, &column->facts);
	char *doubt = say_format(negative ? SAY("{1} là số âm, chỉ tiêu này tính từ 0 trở lên.",
						    "{1} is below zero, this metric counts from 0 up.")
					  : SAY("{1} gấp hơn 100 lần số lớn nhất sổ đã có ({2}).",
						    "{1} is over 100 times the largest in the book ({2})."),
		str_text(&value), str_text(&largest), NULL);
	str_release(&value);
	str_release(&largest);
	return doubt;
}

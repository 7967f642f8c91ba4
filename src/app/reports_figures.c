/* The figures of a cluster, and their comparison over years, as reports. */
#include "app/label.h"
#include "app/metric_read.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/period.h"
#include "report_parts.h"
#include "text/date.h"
#include <stdlib.h>

/* ---- percent of the plan -------------------------------------------------------------------------------------------- */

static bool
has_number(const struct figure_cell *cell)
{
	return cell && (cell->cell.kind == CELL_QUANTITY || cell->cell.kind == CELL_PERCENT);
}

bool
figure_percent(struct quantity *out, const struct figure_cell *result, const struct figure_cell *plan, int decimals)
{
	struct err ignored = { 0 };
	bool known = has_number(result) && has_number(plan) &&
		quantity_divide(out, result->cell.quantity, decimals, plan->cell.quantity, decimals,
			FIGURE_PERCENT_DECIMALS + 2, &ignored);
	err_release(&ignored);
	return known;
}

/* ---- the grid ---------------------------------------------------------------------------------------------------------- */

/* What stands across for a metric: one kind, or plan, result and percent. */
enum band { BAND_PLAN, BAND_RESULT, BAND_PERCENT, BANDS };
enum line { LINE_COVERAGE, LINE_SUM, LINE_REPORTED, LINE_DIFFERENCE, LINES };

struct figures_of {
	const struct figures_wish *wish;
	struct figure_grid results, plans;
	bool with_plans;
	size_t bands;
};

static struct cell
copy_of(const struct cell *cell)
{
	struct cell copy = *cell;
	copy.text = mem_copy_text(cell->text);
	return copy;
}

static const struct figure_cell *
stored_cell(const struct figure_grid *grid, size_t line, size_t column)
{
	size_t members = grid->members.count;
	if (line < members)
		return &grid->cells[line * grid->column_count + column];
	return line == members + LINE_REPORTED ? &grid->reported[column] : NULL;
}

static struct cell
percent_cell(const struct figures_of *of, size_t line, size_t column)
{
	struct cell cell = { .kind = CELL_UNKNOWN, .decimals = FIGURE_PERCENT_DECIMALS };
	const struct figure_cell *result = stored_cell(&of->results, line, column);
	if (!result)
		cell.kind = CELL_EMPTY;
	else if (figure_percent(&cell.quantity, result, stored_cell(&of->plans, line, column),
			 of->results.columns[column].facts.decimals))
		cell.kind = CELL_PERCENT;
	return cell;
}

static struct cell
cell_of(const struct figures_of *of, size_t line, size_t column, enum band band)
{
	const struct figure_grid *grid = band == BAND_PLAN ? &of->plans : &of->results;
	const struct figure_cell *stored = stored_cell(grid, line, column);
	if (band == BAND_PERCENT)
		return percent_cell(of, line, column);
	if (stored)
		return copy_of(&stored->cell);
	switch ((enum line)(line - grid->members.count)) {
	case LINE_COVERAGE:
		return copy_of(&grid->coverage[column]);
	case LINE_SUM:
		return copy_of(&grid->sums[column]);
	default:
		return copy_of(&grid->differences[column]);
	}
}

static struct head
head_of_line(const struct figures_of *of, size_t line)
{
	static const struct words names[LINES] = { [LINE_COVERAGE] =
							   WORDS("Số đơn vị có số liệu", "Units with a figure"),
		[LINE_SUM] = WORDS("Cộng các đơn vị", "Sum of the units"),
		[LINE_REPORTED] = WORDS("Toàn cụm báo cáo", "Cluster's own report"),
		[LINE_DIFFERENCE] = WORDS("Chênh lệch", "Difference") };
	const struct members *members = &of->results.members;
	if (line < members->count)
		return (struct head){ .text = mem_copy_text(members->rows[line].name),
			.brief = mem_copy_text(members->rows[line].brief) };
	return (struct head){ .text = mem_copy_text(say(names[line - members->count])), .rank = RANK_SUM };
}

static struct head
head_of_metric(const struct figures_of *of, size_t column)
{
	const struct figure_column *metric = &of->results.columns[column];
	struct str measure = { 0 };
	metric_measure(&measure, metric->measure, &metric->facts);
	return (struct head){ .text = mem_copy_text(metric->name),
		.brief = mem_copy_text(metric->short_name),
		.measure = str_take(&measure),
		.number = true };
}

/* Heads of the bands under that of the metric (or, turned, of the line). */
static void
name_band(struct head *head, enum band band)
{
	static const struct words names[BANDS] = { [BAND_PLAN] = WORDS("Kế hoạch", "Plan"),
		[BAND_RESULT] = WORDS("Thực hiện", "Result"),
		[BAND_PERCENT] = WORDS("Đạt", "Reached") };
	struct str group = { 0 };
	str_add_text(&group, head->text);
	if (head->measure && *head->measure)
		str_add_format(&group, " (%s)", head->measure);
	free(head->text);
	free(head->measure);
	head->group = str_take(&group);
	head->text = mem_copy_text(say(names[band]));
	head->measure = band == BAND_PERCENT ? mem_copy_text("%") : NULL;
	head->number = true;
}

static enum band
band_at(const struct figures_of *of, size_t index)
{
	return of->with_plans ? (enum band)(index % BANDS) : BAND_RESULT;
}

/* Lines down and metrics across, or turned. */
static void
fill_sheet(struct report *out, const struct figures_of *of)
{
	size_t lines = of->results.members.count + LINES, metrics = of->results.column_count;
	bool turned = of->wish->turned;
	size_t down = turned ? metrics : lines, across = turned ? lines : metrics;
	out->sheet = sheet_new(down, across * of->bands);
	out->sheet.row_head = mem_copy_text(turned ? say(SAY("Chỉ tiêu", "Metric")) : say(SAY("Đơn vị", "Unit")));
	for (size_t row = 0; row < down; row++)
		out->sheet.rows[row] = turned ? head_of_metric(of, row) : head_of_line(of, row);
	for (size_t i = 0; i < across * of->bands; i++) {
		struct head *head = &out->sheet.columns[i];
		*head = turned ? head_of_line(of, i / of->bands) : head_of_metric(of, i / of->bands);
		head->number = true;
		if (of->with_plans)
			name_band(head, band_at(of, i));
		for (size_t row = 0; row < down; row++)
			*sheet_cell(&out->sheet, row, i) =
				cell_of(of, turned ? i / of->bands : row, turned ? row : i / of->bands, band_at(of, i));
	}
}

static const char *
kind_words(const struct figures_wish *wish)
{
	if (wish->kinds == FIGURES_WITH_PLANS)
		return say(SAY("kế hoạch giao, thực hiện, phần trăm đạt", "assigned plan, result, percent reached"));
	return wish->kind == FIGURE_KIND_ASSIGNED      ? say(SAY("kế hoạch giao", "assigned plan"))
		: wish->kind == FIGURE_KIND_REGISTERED ? say(SAY("kế hoạch đăng ký", "registered plan"))
						       : say(SAY("kết quả thực hiện", "results"));
}

static bool
read_grids(struct figures_of *of, struct store *store, struct err *err)
{
	const struct figures_wish *wish = of->wish;
	enum choice_number kind = of->with_plans ? FIGURE_KIND_RESULT : wish->kind;
	return figure_grid_read(&of->results, store, wish->cluster, wish->when, kind, err) &&
		(!of->with_plans ||
			figure_grid_read_beside(
				&of->plans, store, wish->cluster, wish->when, FIGURE_KIND_ASSIGNED, &of->results, err));
}

bool
report_figures(struct report *out, struct store *store, const struct figures_wish *wish, struct err *err)
{
	struct figures_of of = { .wish = wish, .with_plans = wish->kinds == FIGURES_WITH_PLANS };
	struct str when = { 0 };
	of.bands = of.with_plans ? BANDS : 1;
	bool done =
		report_begin(out, store, say(SAY("Số liệu thi đua", "Figures")), err) && read_grids(&of, store, err);
	if (done) {
		report_about_cluster(out, &of.results.members.cluster);
		period_show(wish->when, &when);
		str_add_format(&when, " · %s", kind_words(wish));
		report_about(out, str_take(&when));
		report_name_tab(out, SAY("Số liệu", "Figures"), wish->when);
		fill_sheet(out, &of);
		done = report_cite(out, store, err);
	}
	str_release(&when);
	figure_grid_release(&of.results);
	figure_grid_release(&of.plans);
	return report_end(out, done);
}

/* ---- over years -------------------------------------------------------------------------------------------------------------- */

static bool
name_subject(struct report *out, struct store *store, const struct compare_wish *wish, struct err *err)
{
	enum entity_id kind;
	struct str name = { 0 }, how = { 0 };
	char day[11];
	period when;
	date_from_ymd(day, wish->last_year * 10000 + 1231);
	bool done = subject_kind(&kind, store, wish->subject, err) &&
		period_read(&when, wish->last_year, wish->part ? wish->part : "Y", err) &&
		label_add(&name, store, kind, wish->subject, LABEL_FULL, day, err);
	if (done) {
		report_about(out, str_take(&name));
		period_show_part(when, &how);
		compare_how_add(&how, wish, kind == ENTITY_CLUSTER);
		report_about(out, str_take(&how));
		/* The sum of money of a cluster is said in words too. */
		if (kind == ENTITY_CLUSTER)
			out->sheet.columns[wish->last_year - wish->first_year].rank = RANK_SUM;
	}
	str_release(&name);
	str_release(&how);
	return done;
}

static void
name_years(struct report *out, const struct compare_wish *wish)
{
	struct str tab = { 0 };
	str_add_text(&tab, say(SAY("So sánh ", "Comparison ")));
	str_add_integer(&tab, wish->first_year);
	if (wish->last_year > wish->first_year)
		str_add_format(&tab, "–%d", wish->last_year);
	out->tab = str_take(&tab);
}

bool
report_comparison(struct report *out, struct store *store, const struct compare_wish *wish, struct err *err)
{
	bool done = report_begin(out, store, say(SAY("So sánh số liệu qua các năm", "Figures over the years")), err) &&
		compare_read(&out->sheet, store, wish, err) && name_subject(out, store, wish, err);
	if (done) {
		name_years(out, wish);
		compare_note_coverage(&out->sheet);
		done = report_cite(out, store, err);
	}
	return report_end(out, done);
}

bool
report_overview(struct report *out, struct store *store, int64_t cluster, int year, const struct overview *overview,
	struct err *err)
{
	size_t count = overview->metrics.row_count;
	int64_t *metrics = mem_new(count, sizeof *metrics);
	const struct overview_line *lines[] = { &overview->reports, &overview->meeting, &overview->covenant };
	for (size_t i = 0; i < count; i++)
		metrics[i] = overview->metrics.rows[i].record;
	struct compare_wish wish = {
		.subject = cluster, .metrics = metrics, .metric_count = count, .first_year = year - 1, .last_year = year
	};
	bool done = report_comparison(out, store, &wish, err);
	free(metrics);
	if (!done)
		return false;
	for (size_t i = 0; i < overview->roles.term_count; i++)
		report_note_term(&out->sheet, &overview->roles.terms[i]);
	role_matrix_note_suggestions(&out->sheet, &overview->roles);
	for (size_t i = 0; i < ARRAY_COUNT(lines); i++)
		if (lines[i]->text && *lines[i]->text)
			sheet_note(&out->sheet, mem_copy_text(lines[i]->text));
	return true;
}

#include "../check.h"
#include "facts.h"
#include "lines.h"
#include "model/series.h"
#include <stdlib.h>

enum { READINGS_MOST = 8 };
struct known {
	struct reading readings[READINGS_MOST];
	char codes[READINGS_MOST][8];
	size_t count;
};

static period
period_coded(int year, const char *code)
{
	period p = 0;
	struct err err = { 0 };
	if (!period_read(&p, year, code, &err))
		fail_msg("%s", err.text);
	return p;
}

/* "C05=30": the record's number is its place from 1. */
static void
add_reading(struct known *known, int year, const char *text)
{
	struct reading *reading = &known->readings[known->count];
	char *code = known->codes[known->count];
	size_t length = strcspn(text, "= ");
	memcpy(code, text, length);
	code[length] = '\0';
	reading->period = period_coded(year, code);
	reading->record = (int64_t)++known->count;
	reading->figure.known = true;
	reading->figure.status = FIGURE_STATUS_NOT_YET;
	if (text[length] == '=') {
		reading->figure.status = FIGURE_STATUS_NUMBER;
		reading->figure.quantity = quantity_of(text + length + 1);
	}
}

static struct known
known_of(int year, const char *text)
{
	struct known known = { .count = 0 };
	while (*text) {
		add_reading(&known, year, text);
		text += strcspn(text, " ");
		text += strspn(text, " ");
	}
	return known;
}

static void
describe(struct str *out, const struct standing *standing)
{
	if (!standing->known) {
		str_add_text(out, standing->status == FIGURE_STATUS_NOT_YET ? "… chưa" : "…");
		return;
	}
	static const char *const signs[] = { "", ">", "<", "~" };
	str_add_format(out, "%s%" PRId64 "%s", signs[standing->quantity.qualifier], standing->quantity.amount,
		standing->exact ? "" : " part");
}

static void
the_right_figures_stand_for_a_period(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/series.tsv");
	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells;
		struct metric_facts metric = metric_of(cells[0]);
		int year = atoi(cells[1]);
		struct known known = known_of(year, cells[2]);
		struct standing standing;
		struct err err = { 0 };
		struct str seen = { 0 }, covered = { 0 }, used = { 0 };
		check(series_at(
			&standing, &metric, period_coded(year, cells[1] + 5), known.readings, known.count, &err));
		describe(&seen, &standing);
		if (standing.known)
			standing_show_covered(&covered, &standing);
		for (size_t n = 0; n < standing.record_count; n++)
			str_add_format(&used, n ? " %s" : "%s", known.codes[standing.records[n] - 1]);
		if (strcmp(str_text(&seen), cells[3]) != 0 || strcmp(str_text(&covered), cells[4]) != 0 ||
			strcmp(str_text(&used), cells[5]) != 0)
			fail_msg("line %d: «%s» «%s» «%s»", lines.items[i].number, str_text(&seen), str_text(&covered),
				str_text(&used));
		str_release(&seen);
		str_release(&covered);
		str_release(&used);
		standing_release(&standing);
	}
	lines_release(&lines);
}

static void
five_years_are_the_sum_of_their_years(void **state)
{
	(void)state;
	struct metric_facts members = metric_of("members");
	struct reading readings[5] = { 0 };
	for (int i = 0; i < 5; i++) {
		readings[i] = (struct reading){ .period = period_year(2025 - i), .record = i + 1 };
		readings[i].figure = (struct figure_facts){
			.known = true, .status = FIGURE_STATUS_NUMBER, .quantity = { .amount = 10 }
		};
	}
	struct standing standing;
	struct err err = { 0 };
	check(series_at(&standing, &members, period_coded(2021, "MY2025"), readings, 5, &err));
	check(standing.exact);
	check_int(standing.quantity.amount, 50);
	check_int(standing.record_count, 5);
	check_int(standing.records[0], 5);
	standing_release(&standing);
}

static void
a_cumulative_figure_to_a_day_stands_for_the_year_so_far(void **state)
{
	(void)state;
	struct metric_facts members = metric_of("members");
	struct reading readings[2] = { 0 };
	readings[0] = (struct reading){ .period = 202499001, .span = days_of("2024-01-01", "2024-11-15"), .record = 1 };
	readings[1] = (struct reading){ .period = 202499002, .span = days_of("2024-11-16", "2024-12-31"), .record = 2 };
	for (int i = 0; i < 2; i++)
		readings[i].figure = (struct figure_facts){
			.known = true, .status = FIGURE_STATUS_NUMBER, .quantity = { .amount = 100 }
		};
	struct standing standing;
	struct err err = { 0 };
	struct str covered = { 0 };
	check(series_at(&standing, &members, period_year(2024), readings, 1, &err));
	check(standing.known && !standing.exact);
	standing_show_covered(&covered, &standing);
	check_text(str_text(&covered), "đến 15/11/2024");
	standing_release(&standing);
	check(series_at(&standing, &members, period_year(2024), readings, 2, &err));
	check(standing.exact);
	check_int(standing.quantity.amount, 200);
	standing_release(&standing);
	check(series_at(&standing, &members, 202499002, readings, 2, &err));
	check(standing.exact);
	str_clear(&covered);
	standing_show_covered(&covered, &standing);
	check_text(str_text(&covered), "từ 16/11/2024 đến 31/12/2024");
	str_release(&covered);
	standing_release(&standing);
}

static void
a_part_that_covers_more_or_less_marks_what_it_stands_for(void **state)
{
	(void)state;
	struct metric_facts members = metric_of("members");
	struct known known = known_of(2024, "H1=40 H2=70");
	struct standing standing;
	struct err err = { 0 };
	known.readings[1].figure.coverage = FIGURE_COVERAGE_PART;
	check(series_at(&standing, &members, period_year(2024), known.readings, 2, &err));
	check(standing.partial_coverage);
	standing_release(&standing);
}

static void
a_sum_of_parts_beyond_the_limit_is_a_sentence(void **state)
{
	(void)state;
	struct metric_facts members = metric_of("members");
	struct known known = known_of(2024, "H1=1000000000000000 H2=1");
	struct standing standing;
	struct err err = { 0 };
	check(!series_at(&standing, &members, period_year(2024), known.readings, 2, &err));
	check(err.text != NULL);
	check(!standing.known);
	err_release(&err);
	standing_release(&standing);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_right_figures_stand_for_a_period),
		cmocka_unit_test(five_years_are_the_sum_of_their_years),
		cmocka_unit_test(a_cumulative_figure_to_a_day_stands_for_the_year_so_far),
		cmocka_unit_test(a_part_that_covers_more_or_less_marks_what_it_stands_for),
		cmocka_unit_test(a_sum_of_parts_beyond_the_limit_is_a_sentence),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

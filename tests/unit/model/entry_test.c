#include "../check.h"
#include "facts.h"
#include "lines.h"
#include "model/entry.h"
#include "model/field.h"
#include "model/fields.h"

static void
describe_number(struct str *out, const struct entry *entry)
{
	static const char *const slashes[] = { [METRIC_SLASH_ASK] = "ask",
		[METRIC_SLASH_PLAN] = "plan",
		[METRIC_SLASH_WHOLE] = "whole",
		[METRIC_SLASH_OTHER] = "other" };
	if (entry->ask_decimal)
		str_add_format(out, "ask %" PRId64 " %" PRId64, entry->alternatives[0], entry->alternatives[1]);
	else
		str_add_format(out, "%c%" PRId64, "=><~"[entry->quantity.qualifier], entry -> quantity.amount);
	if (entry->has_whole)
		str_add_format(out, " / %" PRId64 " %s", entry->whole.amount, slashes[entry->slash]);
}

static void
describe(struct str *out, const struct entry *entry, bool read)
{
	if (!read && entry->decimals_needed)
		str_add_format(out, "refused %d", entry->decimals_needed);
	else if (!read)
		str_add_text(out, "refused");
	else if (entry->remove)
		str_add_text(out, "remove");
	else if (entry->status == FIGURE_STATUS_NOT_YET)
		str_add_text(out, "chưa");
	else if (entry->status == FIGURE_STATUS_NOT_ASKED)
		str_add_text(out, "k.giao");
	else if (entry->status == FIGURE_STATUS_WORDS)
		str_add_text(out, "lời");
	else
		describe_number(out, entry);
}

static void
what_is_typed_is_understood_and_echoed(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/entries.tsv");
	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells;
		int line = lines.items[i].number;
		struct metric_facts metric = metric_of(cells[1]);
		struct entry entry;
		struct err err = { 0 };
		struct str seen = { 0 }, echo = { 0 };
		bool read = entry_read(&entry, cells[0], &metric, &err);
		describe(&seen, &entry, read);
		if (read)
			entry_echo(&entry, &metric, &echo);
		if (strcmp(str_text(&seen), cells[2]) != 0)
			fail_msg("line %d: «%s» is %s, expected %s", line, cells[0], str_text(&seen), cells[2]);
		if (strcmp(entry.words ? entry.words : "", cells[3]) != 0)
			fail_msg("line %d: «%s» keeps «%s»", line, cells[0], entry.words ? entry.words : "");
		if (strcmp(str_text(&echo), cells[4]) != 0)
			fail_msg("line %d: «%s» echoes «%s»", line, cells[0], str_text(&echo));
		check_int(err.text != NULL, !read);
		check(read || err.kind == ERR_INVALID);
		str_release(&seen);
		str_release(&echo);
		err_release(&err);
		entry_release(&entry);
	}
	lines_release(&lines);
}

static void
figures_are_drawn_with_their_sign_and_in_the_scale_of_the_head(void **state)
{
	(void)state;
	struct lines lines = lines_read("tests/data/model/figures.tsv");
	for (size_t i = 0; i < lines.count; i++) {
		char **cells = lines.items[i].cells;
		struct metric_facts metric = metric_of(cells[1]);
		struct str shown = { 0 }, full = { 0 };
		quantity_show(&shown, quantity_of(cells[0]), &metric);
		quantity_show_long(&full, quantity_of(cells[0]), &metric);
		if (strcmp(str_text(&shown), cells[2]) != 0 || strcmp(str_text(&full), cells[3]) != 0)
			fail_msg("line %d: «%s», «%s»", lines.items[i].number, str_text(&shown), str_text(&full));
		str_release(&shown);
		str_release(&full);
	}
	lines_release(&lines);
}

static void
check_figure(struct figure_facts figure, const char *expected)
{
	struct metric_facts metric = metric_of("members");
	struct str shown = { 0 };
	figure_show(&shown, &figure, &metric);
	check_text(str_text(&shown), expected);
	str_release(&shown);
}

static void
nothing_not_yet_not_asked_words_and_zero_are_five_different_things(void **state)
{
	(void)state;
	check_figure((struct figure_facts){ .known = false }, "…");
	check_figure((struct figure_facts){ .known = true, .status = FIGURE_STATUS_NOT_YET }, "chưa");
	check_figure((struct figure_facts){ .known = true, .status = FIGURE_STATUS_NOT_ASKED }, "k.giao");
	check_figure((struct figure_facts){ .known = true, .status = FIGURE_STATUS_WORDS }, "lời");
	check_figure((struct figure_facts){ .known = true, .status = FIGURE_STATUS_NUMBER }, "0");
}

static void
a_figure_that_covers_more_or_less_is_marked(void **state)
{
	(void)state;
	struct figure_facts figure = { .known = true,
		.status = FIGURE_STATUS_NUMBER,
		.quantity = quantity_of(">6500"),
		.coverage = FIGURE_COVERAGE_MORE };
	check_figure(figure, "†>6.500");
	figure.coverage = FIGURE_COVERAGE_PART;
	check_figure(figure, "†>6.500");
	figure.coverage = FIGURE_COVERAGE_EXACT;
	check_figure(figure, ">6.500");
}

static void
a_break_before_a_figure_is_marked_even_when_the_figure_is_unknown(void **state)
{
	(void)state;
	check_figure((struct figure_facts){ .broken = true }, "¦ …");
	check_figure(
		(struct figure_facts){
			.broken = true, .known = true, .status = FIGURE_STATUS_NUMBER, .quantity = { .amount = 1200 } },
		"¦ 1.200");
}

static bool
is_huge(int64_t amount, int64_t largest)
{
	struct entry entry = { .status = FIGURE_STATUS_NUMBER, .quantity = { .amount = amount } };
	return entry_is_huge(&entry, largest);
}

static void
a_value_over_100_times_the_largest_known_one_is_huge(void **state)
{
	(void)state;
	check(!is_huge(100, 1));
	check(is_huge(101, 1));
	check(!is_huge(7451600, 74516));
	check(is_huge(7451601, 74516));
	check(is_huge(-7451601, 74516));
	check(!is_huge(QUANTITY_LIMIT, 0));
	check(!is_huge(QUANTITY_LIMIT, QUANTITY_LIMIT));
	check(!is_huge(0, 5));
	struct entry words = { .status = FIGURE_STATUS_WORDS };
	check(!entry_is_huge(&words, 1));
}

static void
the_question_about_a_point_names_both_readings(void **state)
{
	(void)state;
	struct metric_facts money = metric_of("money");
	struct entry entry;
	struct err err = { 0 };
	struct str question = { 0 };
	check(entry_read(&entry, "2.1", &money, &err));
	entry_question(&entry, &money, &question);
	check_text(str_text(&question), "Ý là 2,1 hay 21?");
	str_release(&question);
	entry_release(&entry);
}

static void
a_refused_entry_quotes_what_was_typed(void **state)
{
	(void)state;
	struct metric_facts members = metric_of("members");
	struct entry entry;
	struct err err = { 0 };
	check(!entry_read(&entry, "64 nhà xây", &members, &err));
	check_text(err.text, "Không hiểu “64 nhà xây”: chỉ tiêu này tính bằng đoàn viên.");
	check(!entry_read(&entry, "2,1", &members, &err));
	check_text(
		err.text, "“2,1” có số lẻ, chỉ tiêu này không ghi số lẻ: sửa số, hoặc tăng số lẻ của chỉ tiêu lên 1.");
	check_int(entry.decimals_needed, 1);
	err_release(&err);
}

static void
check_refused(const char *typed, const char *metric_name, const char *expected)
{
	struct metric_facts metric = metric_of(metric_name);
	struct entry entry;
	struct err err = { 0 };
	check(!entry_read(&entry, typed, &metric, &err));
	check_text(err.text, expected);
	err_release(&err);
	entry_release(&entry);
}

static void
a_comma_before_three_digits_is_taken_for_thousands_first(void **state)
{
	(void)state;
	check_refused("1,250", "members",
		"“1,250”: phần nghìn dùng dấu chấm, gõ 1.250. Thật là số lẻ thì tăng số lẻ của chỉ tiêu lên 2.");
	check_refused("hơn 74,516 đoàn viên", "members",
		"“hơn 74,516 đoàn viên”: phần nghìn dùng dấu chấm, gõ hơn 74.516 đoàn viên. "
		"Thật là số lẻ thì tăng số lẻ của chỉ tiêu lên 3.");
	check_refused("0,125", "members",
		"“0,125” có số lẻ, chỉ tiêu này không ghi số lẻ: sửa số, hoặc tăng số lẻ của chỉ tiêu lên 3.");
	check_refused("1,25", "members",
		"“1,25” có số lẻ, chỉ tiêu này không ghi số lẻ: sửa số, hoặc tăng số lẻ của chỉ tiêu lên 2.");
	check_refused("98,55", "share",
		"“98,55” có 2 số lẻ, chỉ tiêu này ghi 1: sửa số, hoặc tăng số lẻ của chỉ tiêu lên 2.");
}

static void
an_entry_fills_status_value_qualifier_and_words_together(void **state)
{
	(void)state;
	struct metric_facts whole = metric_of("whole");
	struct record figure = record_new(ENTITY_FIGURE);
	struct entry entry;
	struct err err = { 0 };
	check(entry_read(&entry, "trên 5/5", &whole, &err));
	entry_apply(&entry, &whole, &figure);
	entry_release(&entry);
	check_int(record_integer(&figure, FIGURE_STATUS, 0), FIGURE_STATUS_NUMBER);
	check_int(record_integer(&figure, FIGURE_VALUE, 0), 5);
	check_int(record_integer(&figure, FIGURE_QUALIFIER, 0), QUALIFIER_MORE_THAN);
	check_int(record_integer(&figure, FIGURE_OUT_OF, 0), 5);
	check_text(record_text(&figure, FIGURE_WORDS), "trên 5/5");
	check(entry_read(&entry, "chưa", &whole, &err));
	entry_apply(&entry, &whole, &figure);
	entry_release(&entry);
	check_int(record_integer(&figure, FIGURE_STATUS, 0), FIGURE_STATUS_NOT_YET);
	check(!record_has(&figure, FIGURE_VALUE));
	check(!record_has(&figure, FIGURE_QUALIFIER));
	check_text(record_text(&figure, FIGURE_WORDS), "");
	struct figure_facts facts = figure_facts_of(&figure);
	check(facts.known && !figure_has_number(&facts));
	record_release(&figure);
}

static void
a_metric_is_known_from_its_record(void **state)
{
	(void)state;
	struct record record = record_new(ENTITY_METRIC);
	record_set_text(&record, METRIC_MEASURE, "đồng/người/tháng");
	record_set_integer(&record, METRIC_KIND, METRIC_KIND_MEAN);
	record_set_integer(&record, METRIC_DECIMALS, 2);
	record_set_integer(&record, METRIC_WEIGHT, 7);
	struct metric_facts facts = metric_facts_of(&record);
	check(facts.money && !facts.percent && !metric_adds(&facts));
	check_int(facts.decimals, 2);
	check_int(facts.weight, 7);
	record_set_text(&record, METRIC_MEASURE, "% CĐCS");
	facts = metric_facts_of(&record);
	check(facts.percent && !facts.money);
	record_release(&record);
}

static void
money_columns_are_in_million_unless_the_sums_are_small_or_vast(void **state)
{
	(void)state;
	check_int(money_scale_for(0), 6);
	check_int(money_scale_for(99999), 0);
	check_int(money_scale_for(7200000), 6);
	check_int(money_scale_for(INT64_C(344000000000)), 6);
	check_int(money_scale_for(INT64_C(10000000000000)), 6);
	check_int(money_scale_for(INT64_C(10000000000001)), 9);
	check_text(say(money_scale_words(6)), "triệu đ");
	check_text(say(money_scale_words(0)), "đ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_typed_is_understood_and_echoed),
		cmocka_unit_test(figures_are_drawn_with_their_sign_and_in_the_scale_of_the_head),
		cmocka_unit_test(nothing_not_yet_not_asked_words_and_zero_are_five_different_things),
		cmocka_unit_test(a_figure_that_covers_more_or_less_is_marked),
		cmocka_unit_test(a_break_before_a_figure_is_marked_even_when_the_figure_is_unknown),
		cmocka_unit_test(a_value_over_100_times_the_largest_known_one_is_huge),
		cmocka_unit_test(the_question_about_a_point_names_both_readings),
		cmocka_unit_test(a_refused_entry_quotes_what_was_typed),
		cmocka_unit_test(a_comma_before_three_digits_is_taken_for_thousands_first),
		cmocka_unit_test(an_entry_fills_status_value_qualifier_and_words_together),
		cmocka_unit_test(a_metric_is_known_from_its_record),
		cmocka_unit_test(money_columns_are_in_million_unless_the_sums_are_small_or_vast),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

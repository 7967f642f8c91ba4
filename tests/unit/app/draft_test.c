/* What is typed and not saved, as text: it comes back whole, and what is damaged is never trusted. */
#include "base/mem.h"
#include "drafts.h"
#include <stdlib.h>
#include <sys/stat.h>

static void
a_form_comes_back_with_every_value_row_and_letter(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *first = keeper_of(store, NULL), *second = keeper_of(store, NULL);
	struct draft_set set = { 0 }, back;
	struct err err = { 0 };
	bool found;

	add_meeting(&set, "dòng một\n\"dòng hai\" \\", HOSTILE "\x1b[31m\x01");
	add_cell(&set, "hơn 6.500");
	works(draft_keep(first, &set, &err), &err);
	draft_keeper_close(first, true);
	works(draft_next(second, &back, &found, &err), &err);
	check(found);
	check_int(back.count, 2);
	check_int(back.year, 2024);
	check_text(back.part, "Y");
	check(text_starts(back.at, "2026-"));
	const struct draft *form = &back.items[0], *cell = &back.items[1];
	check_int(form->kind, DRAFT_FORM);
	check_text(form->cursor, "place");
	check_int(form->row, 1);
	check_int(form->column, 2);
	check_text(form->typed, HOSTILE "\x1b[31m\x01");
	check_int(form->form.entity, ENTITY_MEETING);
	check_int(form->form.source, 9);
	check(form->form.rare_shown);
	check_text(form->form.part, "H2");
	check_int(form->form.sheaf_count, 1);
	for (int side = 0; side < 2; side++) {
		const struct sheaf *was = side ? &set.items[0].form.bases[0] : &set.items[0].form.mine[0];
		const struct sheaf *is = side ? &form->form.bases[0] : &form->form.mine[0];
		check_int(is->record.id, 7);
		check_int(is->record.rev, 41);
		for (int i = 0; i < is->record.entity->field_count; i++)
			if (!FIELD_IS_DERIVED(&is->record.entity->fields[i]))
				check(value_equal(&is->record.values[i], &was->record.values[i]));
		check_int(is->lists[0].count, 2);
		check_int(is->lists[0].records[0].id, 12);
		check_int(is->lists[0].records[1].id, 0);
		for (int i = 0; i < is->lists[0].records[1].entity->field_count; i++)
			check(FIELD_IS_DERIVED(&is->lists[0].records[1].entity->fields[i]) ||
				value_equal(&is->lists[0].records[1].values[i], &was->lists[0].records[1].values[i]));
	}
	check_int(cell->kind, DRAFT_CELL);
	check_text(cell->typed, "hơn 6.500");
	check_int(cell->cell.cluster, 3);
	check_int(cell->cell.subject, 4);
	check_int(cell->cell.metric, 5);
	check_int(cell->cell.period, period_year(2024));
	check_int(cell->cell.kind, FIGURE_KIND_ASSIGNED);
	check_int(cell->cell.base.rev, 99);
	check_int(record_integer(&cell->cell.base, FIGURE_VALUE, 0), 6500);
	draft_set_release(&set);
	draft_set_release(&back);
	draft_keeper_close(second, true);
	store_close(store);
}

static void
a_form_that_is_no_record_comes_back_by_its_names(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *first = keeper_of(store, NULL), *second = keeper_of(store, NULL);
	struct draft_set set = { .year = 2024, .part = "Y" }, back;
	struct draft *draft = draft_set_add(&set);
	struct err err = { 0 };
	bool found;

	draft->kind = DRAFT_VALUES;
	draft->values.view = mem_copy_text("reorganise");
	draft_add_value(&draft->values, "before", "12");
	draft_add_value(&draft->values, "before", "13");
	draft_add_value(&draft->values, "name", HOSTILE);
	works(draft_keep(first, &set, &err), &err);
	draft_keeper_close(first, true);
	works(draft_next(second, &back, &found, &err), &err);
	check(found);
	const struct draft_values *values = &back.items[0].values;
	check_int(back.items[0].kind, DRAFT_VALUES);
	check_text(values->view, "reorganise");
	check_int(values->count, 3);
	check_text(values->items[0].text, "12");
	check_text(values->items[1].name, "before");
	check_text(values->items[1].text, "13");
	check_text(values->items[2].text, HOSTILE);
	draft_set_release(&set);
	draft_set_release(&back);
	draft_keeper_close(second, true);
	store_close(store);
}

static void
bytes_that_are_no_text_do_not_spoil_the_file(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *first = keeper_of(store, NULL), *second = keeper_of(store, NULL);

	keep(first,
		"a\xff\xfe"
		"b");
	draft_keeper_close(first, true);
	check_text(next_typed(second),
		"a\xef\xbf\xbd\xef\xbf\xbd"
		"b");
	draft_keeper_close(second, true);
	store_close(store);
}

static void
every_kind_with_a_form_comes_back(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");

	for (int id = 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		if (!entity || entity->owner || entity->subject)
			continue;
		struct draft_keeper *first = keeper_of(store, NULL), *second = keeper_of(store, NULL);
		struct draft_set set = { 0 }, back;
		struct err err = { 0 };
		bool found;
		struct draft *draft = draft_set_add(&set);
		struct sheaf mine = sheaf_new((enum entity_id)id);
		set.year = 2024;
		snprintf(set.part, sizeof set.part, "Y");
		draft->form.entity = (enum entity_id)id;
		draft_add_sheaf(&draft->form, &mine, NULL);
		works(draft_keep(first, &set, &err), &err);
		draft_keeper_close(first, true);
		works(draft_next(second, &back, &found, &err), &err);
		check(found);
		for (int i = 0; i < mine.record.entity->field_count; i++)
			check(FIELD_IS_DERIVED(&mine.record.entity->fields[i]) ||
				value_equal(&back.items[0].form.mine[0].record.values[i], &mine.record.values[i]));
		draft_drop_found(second);
		draft_keeper_close(second, false);
		sheaf_release(&mine);
		draft_set_release(&set);
		draft_set_release(&back);
	}
	store_close(store);
}

static void
damaged_files_are_named_and_left_alone(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);
	char *whole, *spoiled;

	keep(keeper, "nguyên vẹn");
	whole = mem_copy_text(get_file(draft_path(*state, "hoa.1")));
	draft_keeper_close(keeper, false);
	size_t length = strlen(whole);
	check(mkdir(path_in(*state, "so.db-drafts"), 0700) == 0);
	/* cut anywhere */
	for (size_t cut = 1; cut < length - 2; cut += 37) {
		spoiled = mem_copy_bytes(whole, cut);
		put_file(draft_path(*state, "hoa.1"), spoiled);
		keeper = keeper_of(store, NULL);
		next_is_refused(keeper, "hoa.1");
		check_text(get_file(draft_path(*state, "hoa.1")), spoiled);
		draft_keeper_close(keeper, true);
		free(spoiled);
	}
	/* one letter changed: refused or read, never trusted blindly */
	for (size_t at = 0; at < length; at += 11) {
		struct draft_set set;
		struct err err = { 0 };
		bool found;
		spoiled = mem_copy_text(whole);
		spoiled[at] = spoiled[at] == '9' ? 'z' : '9';
		put_file(draft_path(*state, "hoa.1"), spoiled);
		keeper = keeper_of(store, NULL);
		check(draft_next(keeper, &set, &found, &err) == found);
		check(found ? set.count == 1 : err.text != NULL);
		draft_set_release(&set);
		err_release(&err);
		draft_keeper_close(keeper, true);
		free(spoiled);
	}
	free(whole);
	store_close(store);
}

static void
a_wrong_part_is_named(void **state)
{
	static const struct {
		const char *from, *to, *words;
	} cases[] = {
		{ "\"<2024-12\"", "\"32/13\"", "date" },
		{ "\"meeting\"", "\"figment\"", "entity" },
		{ "\"rev\":41", "\"rev\":-1", "rev" },
		{ "\"place\":", "\"colour\":", "colour" },
		{ "\"kind\":\"form\"", "\"kind\":\"farm\"", "kind" },
		{ "\"year\":2024", "\"year\":99", "year" },
		{ "\"thidua_draft\":1", "\"thidua_draft\":2", "không phải phiếu nháp mà bản này đọc được" },
	};
	struct store *store = make_book(*state, "so.db", "hoa");
	struct draft_keeper *keeper = keeper_of(store, NULL);

	keep(keeper, "x");
	char *whole = mem_copy_text(get_file(draft_path(*state, "hoa.1")));
	draft_keeper_close(keeper, false);
	check(mkdir(path_in(*state, "so.db-drafts"), 0700) == 0);
	for (size_t i = 0; i < ARRAY_COUNT(cases); i++) {
		struct str text = { 0 };
		str_add_text(&text, whole);
		const char *at = strstr(str_text(&text), cases[i].from);
		if (!at)
			fail_msg("no %s in %s", cases[i].from, whole);
		str_splice(
			&text, (size_t)(at - str_text(&text)), strlen(cases[i].from), cases[i].to, strlen(cases[i].to));
		put_file(draft_path(*state, "hoa.1"), str_text(&text));
		keeper = keeper_of(store, NULL);
		next_is_refused(keeper, cases[i].words);
		check_text(next_typed(keeper), NULL);
		draft_keeper_close(keeper, true);
		str_release(&text);
	}
	free(whole);
	store_close(store);
}

#define T(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_all)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_form_comes_back_with_every_value_row_and_letter),
		T(a_form_that_is_no_record_comes_back_by_its_names),
		T(bytes_that_are_no_text_do_not_spoil_the_file),
		T(every_kind_with_a_form_comes_back),
		T(damaged_files_are_named_and_left_alone),
		T(a_wrong_part_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

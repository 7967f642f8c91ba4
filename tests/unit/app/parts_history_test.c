/* What happened to the parts of a record, those that are gone too. */
#include "base/mem.h"
#include "book.h"
#include <stdlib.h>

static int64_t
add_item(struct store *store, int64_t meeting, const char *text)
{
	struct record item = record_new(ENTITY_MEETING_ITEM);

	record_set_integer(&item, MEETING_ITEM_MEETING, meeting);
	record_set_integer(&item, MEETING_ITEM_KIND, MEETING_ITEM_KIND_TASK);
	record_set_integer(&item, MEETING_ITEM_POSITION, 1);
	record_set_text(&item, MEETING_ITEM_TEXT, text);
	return add(store, item);
}

static int64_t
add_meeting(struct store *store, int64_t organiser)
{
	struct record meeting = record_new(ENTITY_MEETING);

	record_set_integer(&meeting, MEETING_ORGANISER, organiser);
	record_set_integer(&meeting, MEETING_KINDS, 1);
	return add(store, meeting);
}

static void
the_history_of_parts_holds_those_that_are_gone_and_no_others(void **state)
{
	struct store *store = make_book(*state, "so.db", "hoa");
	struct err err = { 0 };
	int64_t unit = add_unit(store, NULL, "LĐLĐ tỉnh", NULL, NULL), meeting = add_meeting(store, unit),
		other = add_meeting(store, unit), stays = add_item(store, meeting, "Ở lại"),
		goes = add_item(store, meeting, "Bỏ đi");
	struct record_change *changes;
	size_t count;

	add_item(store, other, "Của hội nghị khác");
	works(change_text(store, ENTITY_MEETING_ITEM, stays, MEETING_ITEM_TEXT, "Sửa", &err), &err);
	works(remove_record(store, ENTITY_MEETING_ITEM, goes, &err), &err);
	works(history_of_parts(&changes, &count, store, ENTITY_MEETING_ITEM, meeting, &err), &err);
	check_int((int64_t)count, 4);
	check_int(changes[0].op, HISTORY_DELETE);
	check_int(changes[0].record, goes);
	check_int(changes[1].op, HISTORY_UPDATE);
	check_int(changes[1].record, stays);
	check_int(changes[2].record, goes);
	check_int(changes[3].record, stays);
	check(changes[0].change > changes[1].change && changes[2].change > changes[3].change);
	record_changes_release(changes, count);
	works(undo_last(store, &err), &err);
	works(history_of_parts(&changes, &count, store, ENTITY_MEETING_ITEM, meeting, &err), &err);
	check_int((int64_t)count, 5);
	record_changes_release(changes, count);
	store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_history_of_parts_holds_those_that_are_gone_and_no_others, make_folder, remove_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

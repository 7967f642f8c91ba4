#include "check.h"
#include "ui/term/rows.h"

static struct screen_rows rows;
static struct str told; /* what the screen was told */

static void
clear(void *to, int row)
{
	str_add_format(to, "[%d]", row);
}

static void
put(void *to, int row, int column, enum role role, const char *utf8)
{
	str_add_format(to, "%d,%d,%d:%s;", row, column, (int)role, utf8);
}

static const struct screen_row_ops ops = { .clear = clear, .put = put };

/* A frame of three rows, the last one empty; column < 0: the first one too. */
static void
show(int column, enum role focus)
{
	str_clear(&told);
	screen_rows_begin(&rows, 3);
	if (column >= 0)
		screen_rows_put(&rows, 0, column, ROLE_TITLE, "Sổ");
	screen_rows_put(&rows, 1, 2, ROLE_TEXT, "Cụm");
	screen_rows_put(&rows, 1, 7, focus, "12");
	screen_rows_show(&rows, &ops, &told);
}

static int
setup(void **state)
{
	(void)state;
	show(0, ROLE_FOCUS);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	screen_rows_release(&rows);
	str_release(&told);
	return 0;
}

static void
the_first_frame_is_told_whole_and_in_its_order(void **state)
{
	(void)state;
	check_text(str_text(&told), "[0]0,0,1:Sổ;[1]1,2,0:Cụm;1,7,3:12;[2]");
}

static void
only_the_rows_that_changed_are_told_again(void **state)
{
	(void)state;
	show(0, ROLE_TEXT);
	check_text(str_text(&told), "[1]1,2,0:Cụm;1,7,0:12;");
}

static void
a_row_that_is_empty_now_is_cleared_and_one_that_came_back_is_put(void **state)
{
	(void)state;
	show(-1, ROLE_FOCUS);
	check_text(str_text(&told), "[0]");
	show(0, ROLE_FOCUS);
	check_text(str_text(&told), "[0]0,0,1:Sổ;");
}

static void
the_same_text_at_another_column_is_another_row(void **state)
{
	(void)state;
	show(1, ROLE_FOCUS);
	check_text(str_text(&told), "[0]0,1,1:Sổ;");
}

static void
a_screen_of_another_size_is_told_whole(void **state)
{
	(void)state;
	str_clear(&told);
	screen_rows_begin(&rows, 2);
	screen_rows_put(&rows, 0, 0, ROLE_TITLE, "Sổ");
	screen_rows_put(&rows, 2, 0, ROLE_TEXT, "below the last row");
	screen_rows_show(&rows, &ops, &told);
	check_text(str_text(&told), "[0]0,0,1:Sổ;[1]");
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(the_first_frame_is_told_whole_and_in_its_order),
		TEST(only_the_rows_that_changed_are_told_again),
		TEST(a_row_that_is_empty_now_is_cleared_and_one_that_came_back_is_put),
		TEST(the_same_text_at_another_column_is_another_row),
		TEST(a_screen_of_another_size_is_told_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "canvas.h"
#include "check.h"
#include "text/match.h"
#include "ui/draw.h"

static struct canvas canvas;

static int
setup(void **state)
{
	(void)state;
	canvas_init(&canvas, 24, 80);
	return 0;
}

static void
text_is_cut_at_a_letter(void **state)
{
	(void)state;
	draw_text(&canvas.draw, 0, 1, 8, ROLE_TEXT, "Hội nghị tổng kết");
	check_text(canvas_row(&canvas, 0), " Hội ngh…");
	draw_text(&canvas.draw, 1, 0, 3, ROLE_TEXT, "中文字");
	check_text(canvas_row(&canvas, 1), "中…");
}

static void
letters_in_parts_are_drawn_composed(void **state)
{
	(void)state;
	draw_text(&canvas.draw, 0, 0, 10, ROLE_TEXT, "Vie\xCC\xA3\xCC\x82t");
	check_text(canvas_row(&canvas, 0), "Việt");
}

static void
what_steers_a_terminal_is_shown_and_not_sent(void **state)
{
	(void)state;
	draw_text(&canvas.draw, 0, 0, 20, ROLE_TEXT, "a\033[31mb\nc");
	check_text(canvas_row(&canvas, 0),
		"a\xEF\xBF\xBD[31mb\xEF\xBF\xBD"
		"c");
}

static void
figures_end_at_the_right(void **state)
{
	(void)state;
	draw_right(&canvas.draw, 0, 10, 10, ROLE_TEXT, "74.516");
	check_text(canvas_row(&canvas, 0), "              74.516");
}

static void
padding_carries_the_role(void **state)
{
	(void)state;
	draw_padded(&canvas.draw, 0, 2, 6, ROLE_FOCUS, "ăn");
	check_int(canvas.roles[0][7], ROLE_FOCUS);
	check_int(canvas.roles[0][8], ROLE_TEXT);
}

static void
nothing_is_drawn_outside_the_clip(void **state)
{
	(void)state;
	struct area old = draw_clip(&canvas.draw, (struct area){ 2, 5, 1, 4 });
	draw_text(&canvas.draw, 2, 0, 20, ROLE_TEXT, "0123456789abc");
	draw_text(&canvas.draw, 3, 5, 4, ROLE_TEXT, "xxxx");
	check_text(canvas_row(&canvas, 2), "     5678");
	check_text(canvas_row(&canvas, 3), "");
	canvas.draw.clip = old;
	draw_text(&canvas.draw, 30, 0, 4, ROLE_TEXT, "xxxx");
	draw_text(&canvas.draw, 0, 78, 4, ROLE_TEXT, "abcd");
	check_text(canvas_row(&canvas, 0) + 78, "ab");
}

static void
half_of_a_wide_letter_is_not_drawn(void **state)
{
	(void)state;
	draw_clip(&canvas.draw, (struct area){ 0, 1, 1, 4 });
	draw_text(&canvas.draw, 0, 0, 20, ROLE_TEXT, "中文x");
	check_text(canvas_row(&canvas, 0), "  文x");
}

static void
without_utf8_all_is_ascii_of_the_same_width(void **state)
{
	(void)state;
	canvas.draw.plain = true;
	draw_text(&canvas.draw, 0, 0, 40, ROLE_TEXT, "► Cụm trưởng – Đắk Lắk · √ × ≠ …");
	check_text(canvas_row(&canvas, 0), "> Cum truong - Dak Lak - + x / _");
	draw_text(&canvas.draw, 1, 0, 6, ROLE_TEXT, "Vĩnh Phúc");
	check_text(canvas_row(&canvas, 1), "Vinh..");
}

static void
wide_signs_are_replaced_and_letters_stay(void **state)
{
	(void)state;
	canvas.draw.signs_plain = true;
	draw_text(&canvas.draw, 0, 0, 40, ROLE_TEXT, "► Cụm trưởng – Đắk Lắk ▲ …");
	check_text(canvas_row(&canvas, 0), "> Cụm trưởng - Đắk Lắk ^ _");
	draw_text(&canvas.draw, 1, 0, 6, ROLE_TEXT, "Vĩnh Phúc");
	check_text(canvas_row(&canvas, 1), "Vĩnh..");
}

static void
matched_letters_have_their_role(void **state)
{
	(void)state;
	struct match_span spans[4];
	size_t count;
	check(text_match("lak", "Đắk Lắk", spans, 4, &count) != MATCH_NONE);
	draw_matched(&canvas.draw, 0, 0, 20, ROLE_TEXT, ROLE_MATCH, "Đắk Lắk", spans, count);
	check_text(canvas_row(&canvas, 0), "Đắk Lắk");
	check_int(canvas.roles[0][3], ROLE_TEXT);
	check_int(canvas.roles[0][4], ROLE_MATCH);
	check_int(canvas.roles[0][6], ROLE_MATCH);
	draw_matched(&canvas.draw, 1, 0, 6, ROLE_TEXT, ROLE_MATCH, "Đắk Lắk", spans, count);
	check_text(canvas_row(&canvas, 1), "Đắk L…");
}

static void
a_box_clears_its_inside_and_names_itself(void **state)
{
	(void)state;
	draw_text(&canvas.draw, 1, 0, 20, ROLE_TEXT, "xxxxxxxxxxxxxxxx");
	draw_box(&canvas.draw, (struct area){ 0, 1, 3, 14 }, "Menu");
	check_text(canvas_row(&canvas, 0), " ┌─ Menu ─────┐");
	check_text(canvas_row(&canvas, 1), "x│            │x");
	check_text(canvas_row(&canvas, 2), " └────────────┘");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(text_is_cut_at_a_letter, setup),
		cmocka_unit_test_setup(letters_in_parts_are_drawn_composed, setup),
		cmocka_unit_test_setup(what_steers_a_terminal_is_shown_and_not_sent, setup),
		cmocka_unit_test_setup(figures_end_at_the_right, setup),
		cmocka_unit_test_setup(padding_carries_the_role, setup),
		cmocka_unit_test_setup(nothing_is_drawn_outside_the_clip, setup),
		cmocka_unit_test_setup(half_of_a_wide_letter_is_not_drawn, setup),
		cmocka_unit_test_setup(without_utf8_all_is_ascii_of_the_same_width, setup),
		cmocka_unit_test_setup(wide_signs_are_replaced_and_letters_stay, setup),
		cmocka_unit_test_setup(matched_letters_have_their_role, setup),
		cmocka_unit_test_setup(a_box_clears_its_inside_and_names_itself, setup),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

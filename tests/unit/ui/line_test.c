/* Text boxes: screens.md 3.3, and what input methods on the person's own machine send (text/README.md 5.7). */
#include "canvas.h"
#include "check.h"
#include "ui/key.h"
#include "ui/line.h"

static struct line line;

static int
teardown(void **state)
{
	(void)state;
	line_release(&line);
	return 0;
}

/* Types bytes as they come from the terminal, Backspace being 0x7F or 0x08. */
static void
receive(const char *bytes)
{
	struct key_decoder decoder = { 0 };
	struct key_event event;
	key_feed(&decoder, bytes, strlen(bytes), 0);
	while (key_next(&decoder, 0, true, &event)) {
		if (event.kind == KEY_TEXT)
			check(line_type(&line, event.text, event.length));
		else if (event.kind == KEY_PRESSED && event.key == K_BACKSPACE)
			check(line_act(&line, ACTION_ERASE));
		else
			fail_msg("something else than text arrived");
	}
	key_decoder_release(&decoder);
}

static void
check_clean(const char *expected)
{
	struct str text = { 0 };
	struct err err = { 0 };
	check(line_clean(&line, &text, &err));
	check_text(str_text(&text), expected);
	str_release(&text);
}

static void
bursts_of_an_input_method_leave_the_word(void **state)
{
	static const struct {
		const char *bytes, *word;
	} bursts[] = {
		{ "vie\bêt\b\bệt", "việt" },       /* precomposed letters, 0x08 */
		{ "vie\177êt\177\177ệt", "việt" }, /* the same with 0x7F */
		{ "d\bđuoc\b\b\bược\177c", "được" },
		/* composed in parts: two Backspaces for a letter of two code points */
		{ "choa\b\bo\xCC\x81"
		  "ac\177\177\177\177oa\xCC\x81"
		  "c",
			"choác" },
		{ "e\b\xC3\xAA\xCC\x81\b\b\xC3\xAA\xCC\x83", "ễ" }, { "Đa\bă\b\xC4\x83\xCC\x81k", "Đắk" },
		{ "dd\b\bđ", "đ" }, { "a\xE2\x80\xAF\b\bá", "á" }, /* OpenKey sends a narrow blank first */
	};
	(void)state;
	for (size_t n = 0; n < sizeof bursts / sizeof *bursts; n++) {
		line_set(&line, "");
		receive(bursts[n].bytes);
		check_clean(bursts[n].word);
	}
}

static void
backspace_takes_one_code_point_and_delete_a_letter(void **state)
{
	(void)state;
	line_set(&line, "");
	receive("e\xCC\x82\xCC\x81");
	line_act(&line, ACTION_ERASE);
	check_text(line_text(&line), "e\xCC\x82");
	receive("\xCC\x81x");
	line_act(&line, ACTION_LINE_FIRST);
	line_act(&line, ACTION_ERASE_NEXT);
	check_text(line_text(&line), "x");
}

static void
what_is_typed_is_kept_as_received_and_drawn_composed(void **state)
{
	static struct canvas canvas;
	(void)state;
	canvas_init(&canvas, 24, 80);
	line_set(&line, "");
	receive("Ngu\x79\xCC\x83\xCC\x82");
	receive("n");
	check_text(line_text(&line), "Ngu\x79\xCC\x83\xCC\x82n");
	line_set(&line, "");
	receive("Vie\xCC\xA3\xCC\x82t");
	line_draw(&line, &canvas.draw, 0, 0, 10, ROLE_EDIT, true);
	check_text(canvas_row(&canvas, 0), "Việt");
	check_int(canvas.draw.cursor_column, 4);
}

static void
arrows_go_by_letters(void **state)
{
	(void)state;
	line_set(&line, "");
	receive("ae\xCC\x82\xCC\x81z");
	line_act(&line, ACTION_LEFT);
	line_act(&line, ACTION_LEFT);
	check_int(line.cursor, 1);
	line_act(&line, ACTION_RIGHT);
	check_int(line.cursor, 6);
	line_act(&line, ACTION_LINE_FIRST);
	line_act(&line, ACTION_LEFT);
	check_int(line.cursor, 0);
	line_act(&line, ACTION_LINE_LAST);
	line_act(&line, ACTION_RIGHT);
	check_int(line.cursor, 7);
}

static void
words_are_walked_and_erased(void **state)
{
	(void)state;
	line_set(&line, "Hội nghị tổng kết");
	line_act(&line, ACTION_WORD_LEFT);
	check_text(line_text(&line) + line.cursor, "kết");
	line_act(&line, ACTION_ERASE_WORD);
	check_text(line_text(&line), "Hội nghị kết");
	line_act(&line, ACTION_ERASE_ALL);
	check(line_is_empty(&line));
}

static void
the_next_character_replaces_the_selection(void **state)
{
	(void)state;
	/* ibus-bamboo: the word is selected with Shift+Left, the new one follows */
	line_set(&line, "");
	receive("tie");
	line_act(&line, ACTION_SELECT_LEFT);
	receive("ê");
	check_text(line_text(&line), "tiê");
	line_act(&line, ACTION_SELECT_FIRST);
	line_act(&line, ACTION_ERASE);
	check_text(line_text(&line), "");
	line_set(&line, "abc");
	line_act(&line, ACTION_SELECT_LEFT);
	line_act(&line, ACTION_LEFT);
	receive("x");
	check_text(line_text(&line), "axbc");
}

static void
typing_is_undone_in_words_and_done_again(void **state)
{
	(void)state;
	line_set(&line, "cũ");
	check(!line_act(&line, ACTION_UNDO));
	receive(" mot hai");
	check(line_act(&line, ACTION_UNDO));
	check_text(line_text(&line), "cũ mot ");
	while (line_act(&line, ACTION_UNDO))
		continue;
	check_text(line_text(&line), "cũ");
	while (line_act(&line, ACTION_REDO))
		continue;
	check_text(line_text(&line), "cũ mot hai");
	check(line_act(&line, ACTION_UNDO));
	receive("x");
	check(!line_act(&line, ACTION_REDO));
}

static void
a_burst_is_one_step_of_undo(void **state)
{
	(void)state;
	line_set(&line, "");
	receive("vie\bêt\b\bệt");
	check(line_act(&line, ACTION_UNDO));
	check_text(line_text(&line), "");
}

static void
a_name_gets_its_capitals_on_request(void **state)
{
	(void)state;
	line_set(&line, "NGUYỄN văn đức");
	check(line_act(&line, ACTION_TITLE));
	check_text(line_text(&line), "Nguyễn Văn Đức");
	check_int(line.cursor, line.text.length);
	check(line_act(&line, ACTION_UNDO));
	check_text(line_text(&line), "NGUYỄN văn đức");
	line_set(&line, "");
	check(line_act(&line, ACTION_TITLE));
	check(!line_act(&line, ACTION_UNDO));
}

static void
a_paste_is_cleaned_and_becomes_one_line(void **state)
{
	struct err err = { 0 };
	const char pasted[] = "Anh Ðức\t và\r\n chi\xCC\xA3";
	(void)state;
	line_set(&line, "");
	check(line_paste(&line, pasted, sizeof pasted - 1, &err));
	check(!strchr(line_text(&line), '\n') && !strchr(line_text(&line), '\t'));
	check(text_starts(line_text(&line), "Anh Đức"));
	check_text(line_text(&line) + line.text.length - 5, "ch\xE1\xBB\x8B");
	check_int(line.cursor, line.text.length);
}

static void
a_note_keeps_its_lines(void **state)
{
	struct err err = { 0 };
	(void)state;
	line_set(&line, "");
	line.shape = TEXT_LINES;
	check(line_paste(&line, "một\r\nhai", 8 + 2, &err));
	check_text(line_text(&line), "một\nhai");
}

static void
a_bad_paste_changes_nothing(void **state)
{
	struct err err = { 0 };
	(void)state;
	line_set(&line, "x");
	check(!line_paste(&line, "a\033[31m", 6, &err));
	check_int(err.kind, ERR_INVALID);
	check_text(line_text(&line), "x");
	err_release(&err);
}

static void
the_limit_is_in_columns(void **state)
{
	struct err err = { 0 };
	(void)state;
	line_set(&line, "");
	line.limit = 4;
	receive("Đắke");
	check(!line_type(&line, "x", 1));
	check(line_type(&line, "\xCC\x82", 2));
	check(!line_paste(&line, "y", 1, &err));
	check_int(err.kind, ERR_INVALID);
	err_release(&err);
	check_clean("Đắkê");
}

static void
a_long_line_scrolls_so_that_the_cursor_is_seen(void **state)
{
	static struct canvas canvas;
	(void)state;
	canvas_init(&canvas, 24, 80);
	line_set(&line, "klmnopqrstabcdefghij");
	line_draw(&line, &canvas.draw, 0, 2, 10, ROLE_EDIT, true);
	check_text(canvas_row(&canvas, 0), "  fghij");
	check_int(canvas.draw.cursor_column, 7);
	line_act(&line, ACTION_LINE_FIRST);
	line_draw(&line, &canvas.draw, 1, 2, 10, ROLE_EDIT, true);
	check_text(canvas_row(&canvas, 1), "  klmnopqrst");
	check_int(canvas.draw.cursor_column, 2);
	line_draw(&line, &canvas.draw, 2, 2, 10, ROLE_TEXT, false);
	check_text(canvas_row(&canvas, 2), "  klmnopqrs…");
}

static void
a_note_is_wrapped_and_walked_by_rows(void **state)
{
	static struct canvas canvas;
	int row;
	(void)state;
	canvas_init(&canvas, 24, 80);
	line.shape = TEXT_LINES;
	line_set(&line, "một hai ba bốn\nnăm");
	check_int(line_rows(&line, 8, &row), 3);
	check_int(row, 2);
	line_draw_area(&line, &canvas.draw, (struct area){ 0, 0, 3, 8 }, ROLE_TEXT, true);
	check_text(canvas_row(&canvas, 0), "một hai");
	check_text(canvas_row(&canvas, 1), "ba bốn");
	check_text(canvas_row(&canvas, 2), "năm");
	check_int(canvas.draw.cursor_row, 2);
	check(line_move_row(&line, 8, -1));
	check_text(line_text(&line) + line.cursor, "bốn\nnăm");
	check(line_move_row(&line, 8, -1));
	check(!line_move_row(&line, 8, -1));
}

/* A composer that makes đ of dd. */
static bool
compose(void *self, const char *before, size_t length, const char *typed, size_t *removed, struct str *put)
{
	(void)self;
	if (!length || before[length - 1] != 'd' || *typed != 'd')
		return false;
	*removed = 1;
	str_add_text(put, "đ");
	return true;
}

static void
the_built_in_input_method_replaces_letters(void **state)
{
	(void)state;
	line_set(&line, "");
	line.composer.compose = compose;
	receive("dda ad");
	check_text(line_text(&line), "đa ad");
	line_act(&line, ACTION_UNDO);
	line_set(&line, "");
	line.composer.compose = NULL;
	receive("dd");
	check_text(line_text(&line), "dd");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(bursts_of_an_input_method_leave_the_word, teardown),
		cmocka_unit_test_teardown(backspace_takes_one_code_point_and_delete_a_letter, teardown),
		cmocka_unit_test_teardown(what_is_typed_is_kept_as_received_and_drawn_composed, teardown),
		cmocka_unit_test_teardown(arrows_go_by_letters, teardown),
		cmocka_unit_test_teardown(words_are_walked_and_erased, teardown),
		cmocka_unit_test_teardown(the_next_character_replaces_the_selection, teardown),
		cmocka_unit_test_teardown(typing_is_undone_in_words_and_done_again, teardown),
		cmocka_unit_test_teardown(a_burst_is_one_step_of_undo, teardown),
		cmocka_unit_test_teardown(a_name_gets_its_capitals_on_request, teardown),
		cmocka_unit_test_teardown(a_paste_is_cleaned_and_becomes_one_line, teardown),
		cmocka_unit_test_teardown(a_note_keeps_its_lines, teardown),
		cmocka_unit_test_teardown(a_bad_paste_changes_nothing, teardown),
		cmocka_unit_test_teardown(the_limit_is_in_columns, teardown),
		cmocka_unit_test_teardown(a_long_line_scrolls_so_that_the_cursor_is_seen, teardown),
		cmocka_unit_test_teardown(a_note_is_wrapped_and_walked_by_rows, teardown),
		cmocka_unit_test_teardown(the_built_in_input_method_replaces_letters, teardown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

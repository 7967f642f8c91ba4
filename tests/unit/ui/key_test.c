/* What terminals really send (screens.md section 2), whole and torn. */
#include "check.h"
#include "ui/action.h"
#include "ui/key.h"
#include <stdlib.h>

/* Feeds bytes with a pause between two of them, and writes down what comes out: «F6», "text", {pasted}, ?unknown,
 * !refused. */
static void
decode(struct str *out, const char *bytes, size_t length, int pause, bool typing, bool eight_bit)
{
	struct key_decoder decoder = { .eight_bit = eight_bit };
	struct key_event event;
	int64_t now = 1000;
	for (size_t n = 0; n <= length; n++) {
		if (n < length && pause) {
			key_feed(&decoder, bytes + n, 1, now);
			now += pause;
		} else if (!n) {
			key_feed(&decoder, bytes, length, now);
			n = length - 1;
		} else {
			now += 5000;
		}
		while (key_next(&decoder, now, typing, &event)) {
			if (out->length)
				str_add_byte(out, ' ');
			if (event.kind == KEY_PRESSED)
				str_add_text(out, key_shown(event.key));
			else if (event.kind == KEY_CLICKED)
				str_add_format(out, "click %d,%d", event.row, event.column);
			else if (event.kind == KEY_WHEELED)
				str_add_text(out, event.up ? "wheel up" : "wheel down");
			else
				str_add_format(out,
					event.kind == KEY_TEXT              ? "\"%s\""
						: event.kind == KEY_PASTED  ? "{%s}"
						: event.kind == KEY_UNKNOWN ? "?"
									    : "!",
					event.text);
		}
	}
	key_decoder_release(&decoder);
}

static void
check_bytes(const char *bytes, size_t length, int pause, bool typing, const char *expected)
{
	struct str out = { 0 };
	decode(&out, bytes, length, pause, typing, false);
	check_text(str_text(&out), expected);
	str_release(&out);
}
#define CHECK(bytes, pause, typing, expected) check_bytes(bytes, sizeof(bytes) - 1, pause, typing, expected)

static const struct {
	const char *bytes, *expected;
} streams[] = {
	/* xterm, VTE, tmux, screen */
	{ "\033OP", "F1" },
	{ "\033OQ", "F2" },
	{ "\033OR", "F3" },
	{ "\033OS", "F4" },
	{ "\033[15~", "F5" },
	{ "\033[17~", "F6" },
	{ "\033[18~", "F7" },
	{ "\033[19~", "F8" },
	{ "\033[20~", "F9" },
	{ "\033[21~", "F10" },
	{ "\033[23~", "F11" },
	{ "\033[24~", "F12" },
	/* PuTTY */
	{ "\033[11~", "F1" },
	{ "\033[12~", "F2" },
	{ "\033[13~", "F3" },
	{ "\033[14~", "F4" },
	{ "\033[1~", "Home" },
	{ "\033[4~", "End" },
	/* rxvt */
	{ "\033[7~", "Home" },
	{ "\033[8~", "End" },
	/* the Linux console */
	{ "\033[[A", "F1" },
	{ "\033[[E", "F5" },
	/* cursor keys in both modes */
	{ "\033[A", "↑" },
	{ "\033[B", "↓" },
	{ "\033[C", "→" },
	{ "\033[D", "←" },
	{ "\033OA", "↑" },
	{ "\033OD", "←" },
	{ "\033[H", "Home" },
	{ "\033[F", "End" },
	{ "\033OH", "Home" },
	{ "\033OF", "End" },
	{ "\033[2~", "Insert" },
	{ "\033[3~", "Delete" },
	{ "\033[5~", "PgUp" },
	{ "\033[6~", "PgDn" },
	{ "\033[Z", "Shift+Tab" },
	/* modifiers */
	{ "\033[1;2A", "Shift+↑" },
	{ "\033[1;2D", "Shift+←" },
	{ "\033[1;5C", "Ctrl+→" },
	{ "\033[1;5D", "Ctrl+←" },
	{ "\033[1;2P", "?" },
	{ "\033[1;5P", "?" },
	{ "\033[1;3A", "?" },
	/* keypad in application mode */
	{ "\033Op\033Oy", "\"0\" \"9\"" },
	{ "\033Oj\033Ok\033Ol\033Om\033On\033Oo", "\"*\" \"+\" \",\" \"-\" \".\" \"/\"" },
	{ "\033OM", "Enter" },
	/* one key each */
	{ "\r", "Enter" },
	{ "\n", "Enter" },
	{ "\177", "Backspace" },
	{ "\b", "Backspace" },
	{ "\t", "Tab" },
	{ "\007", "Ctrl+G" },
	{ "\021", "Ctrl+Q" },
	{ "\034", "Ctrl+\\" },
	/* unknown: swallowed whole */
	{ "\033[99~", "?" },
	{ "\033[1;2;3;4u", "?" },
	{ "\033[?1;2c", "?" },
	{ "\033[25~", "?" },
	{ "\033Oz", "?" },
	{ "\033[99~x", "? \"x\"" },
	/* a late answer of the start probe */
	{ "\033[24;3Rx", "\"x\"" },
	/* letters */
	{ "Đắk", "\"Đ\" \"ắ\" \"k\"" },
	{ "e\xCC\x82\xCC\x81", "\"e\" \"\xCC\x82\" \"\xCC\x81\"" },
	/* pastes */
	{ "\033[200~a\tb\r\nc\033[201~x", "{a\tb\r\nc} \"x\"" },
	{ "\033[200~\033[A\033[201~", "{\033[A}" },
	/* an input method */
	{ "vie\b\303\252t\b\b\341\273\207t",
		"\"v\" \"i\" \"e\" Backspace \"ê\" \"t\" Backspace Backspace \"ệ\" \"t\"" },
};

static void
every_terminal_s_bytes_give_its_keys(void **state)
{
	(void)state;
	for (size_t n = 0; n < sizeof streams / sizeof *streams; n++)
		for (int typing = 0; typing < 2; typing++)
			check_bytes(streams[n].bytes, strlen(streams[n].bytes), 0, typing, streams[n].expected);
}

static void
bytes_that_come_60_ms_apart_give_the_same_keys(void **state)
{
	(void)state;
	for (size_t n = 0; n < sizeof streams / sizeof *streams; n++)
		for (int typing = 0; typing < 2; typing++)
			check_bytes(streams[n].bytes, strlen(streams[n].bytes), 60, typing, streams[n].expected);
}

static void
a_lone_escape_is_a_key_after_its_delay(void **state)
{
	struct key_decoder decoder = { 0 };
	struct key_event event;
	(void)state;
	key_feed(&decoder, "\033", 1, 1000);
	check(!key_next(&decoder, 1099, false, &event));
	check_int(key_wait(&decoder, 1040), 60);
	check(key_next(&decoder, 1100, false, &event));
	check_int(event.key, K_ESCAPE);
	check_int(key_wait(&decoder, 1100), -1);
	key_decoder_release(&decoder);
}

static void
escape_and_a_digit_is_a_function_key_outside_text_only(void **state)
{
	(void)state;
	CHECK("\0331", 0, false, "F1");
	CHECK("\0330", 0, false, "F10");
	CHECK("\0331", 60, false, "F1");
	CHECK("\0331", 150, false, "Esc \"1\"");
	CHECK("\0331", 0, true, "Esc \"1\"");
	CHECK("\03335", 0, true, "Esc \"3\" \"5\"");
	CHECK("\03335", 0, false, "F3 \"5\"");
}

static void
escape_and_any_other_character_are_two_keys(void **state)
{
	(void)state;
	CHECK("\033x", 0, false, "Esc \"x\"");
	CHECK("\033\033[A", 0, false, "Esc ↑");
	CHECK("\033đ", 0, true, "Esc \"đ\"");
}

static void
the_rest_of_a_torn_sequence_is_never_typed(void **state)
{
	(void)state;
	CHECK("\033[A", 150, true, "Esc ?");
	CHECK("\033[15~", 110, true, "Esc ?");
	CHECK("\033[A", 600, true, "Esc \"[\" \"A\"");
}

static void
a_letter_o_after_escape_is_typed_when_no_sequence_follows(void **state)
{
	struct key_decoder decoder = { 0 };
	struct key_event event;
	(void)state;
	key_feed(&decoder, "\033", 1, 1000);
	check(key_next(&decoder, 1100, true, &event));
	key_feed(&decoder, "O", 1, 1300);
	check(!key_next(&decoder, 1300, true, &event));
	check(key_next(&decoder, 1300 + key_wait(&decoder, 1300), true, &event));
	check_int(event.kind, KEY_TEXT);
	check_text(event.text, "O");
	key_decoder_release(&decoder);
	CHECK("\033Oanh", 110, true, "Esc \"O\" \"a\" \"n\" \"h\"");
}

static void
the_mouse_clicks_and_turns_its_wheel(void **state)
{
	(void)state;
	for (int pause = 0; pause <= 20; pause += 20) {
		CHECK("\033[<0;1;1M", pause, false, "click 0,0");
		CHECK("\033[<0;80;24M\033[<0;80;24m", pause, false, "click 23,79");
		CHECK("\033[<0;300;100M", pause, true, "click 99,299");
		CHECK("\033[<64;5;6M\033[<65;5;6M", pause, false, "wheel up wheel down");
		CHECK("\033[M \x21\x22", pause, false, "click 1,0");
		CHECK("\033[M`\x21\x21\033[Ma!!x", pause, false, "wheel up wheel down \"x\"");
		CHECK("\033[M \xF0\xFF", pause, false, "click 222,207");
	}
}

static void
other_buttons_moves_and_impossible_places_of_the_mouse_are_swallowed(void **state)
{
	(void)state;
	CHECK("\033[<1;3;4M\033[<2;3;4M\033[<32;3;4M\033[<35;3;4M\033[<4;3;4M\033[<66;3;4Ma", 0, false, "\"a\"");
	CHECK("\033[<0;0;0M\033[<0;5;0Ma", 0, false, "\"a\"");
	CHECK("\033[M#!!\033[M\"!!\033[M   a", 0, false, "\"a\"");
	CHECK("\033[M!", 20, false, "?");
	CHECK("\033[<0;5Ma", 0, false, "? \"a\"");
}

static void
an_unknown_sequence_is_named(void **state)
{
	struct key_decoder decoder = { 0 };
	struct key_event event;
	(void)state;
	key_feed(&decoder, "\033[99~", 5, 0);
	check(key_next(&decoder, 0, false, &event));
	check_int(event.kind, KEY_UNKNOWN);
	check_text(event.text, "ESC [ 9 9 ~");
	key_decoder_release(&decoder);
}

static void
a_sequence_without_an_end_is_given_up(void **state)
{
	(void)state;
	CHECK("\033[1;", 0, true, "?");
	CHECK("\033O", 0, true, "?");
}

static void
what_is_no_utf8_is_refused(void **state)
{
	struct str out = { 0 };
	(void)state;
	CHECK("\xFF", 0, true, "!");
	CHECK("\xC0\xAF", 0, true, "! !");
	CHECK("\xED\xA0\x80x", 0, true, "! ! ! \"x\"");
	CHECK("\xE1\xBA", 0, true, "!");
	CHECK("\xE1\xBAx", 0, true, "! \"x\"");
	CHECK("\xC2\x9B"
	      "31m",
		0, true, "! ! \"3\" \"1\" \"m\"");
	decode(&out,
		"a\xE9"
		"b7",
		4, 0, true, true);
	check_text(str_text(&out), "\"a\" ! \"b\" \"7\"");
	str_release(&out);
}

static void
a_paste_without_an_end_is_given_up(void **state)
{
	(void)state;
	CHECK("\033[200~abc", 0, true, "{abc}");
}

static void
what_was_typed_ahead_can_be_forgotten(void **state)
{
	struct key_decoder decoder = { 0 };
	struct key_event event;
	(void)state;
	key_feed(&decoder, "yyy\r", 4, 0);
	key_discard(&decoder);
	check(!key_next(&decoder, 5000, false, &event));
	check_int(key_wait(&decoder, 5000), -1);
	key_decoder_release(&decoder);
}

static void
a_lone_escape_can_be_taken_out_of_what_was_typed_ahead(void **state)
{
	struct key_decoder decoder = { 0 };
	struct key_event event;
	(void)state;
	check(!key_is_waiting(&decoder));
	key_feed(&decoder, "ab\033[A\033", 6, 0);
	check(key_is_waiting(&decoder));
	check(!key_take_escape(&decoder, KEY_ESCAPE_DELAY - 1));
	check(key_take_escape(&decoder, KEY_ESCAPE_DELAY));
	check(!key_take_escape(&decoder, 5000));
	check(key_next(&decoder, 5000, true, &event));
	check_text(event.text, "a");
	check(key_next(&decoder, 5000, true, &event));
	check_text(event.text, "b");
	check(key_next(&decoder, 5000, true, &event));
	check_int(event.key, K_UP);
	check(!key_next(&decoder, 5000, true, &event));
	/* One that is followed by a character stands for itself. */
	key_feed(&decoder, "\033x", 2, 6000);
	check(key_take_escape(&decoder, 9000));
	check(key_next(&decoder, 9000, true, &event));
	check_text(event.text, "x");
	key_decoder_release(&decoder);
}

/* Whatever arrives, the decoder asks to be looked at again until it has let go of every byte. */
static void
random_bytes_never_hold_the_decoder(void **state)
{
	static const char alphabet[] = "\033\033[O0129;~?ARMx\xE1\xBA\xBF\xFF\r\b";
	unsigned seed = 7;
	(void)state;
	for (int round = 0; round < 2000; round++) {
		struct key_decoder decoder = { 0 };
		struct key_event event;
		int64_t now = 0;
		for (int n = 0; n < 12; n++) {
			seed = seed * 1103515245 + 12345;
			key_feed(&decoder, &alphabet[(seed >> 16) % (sizeof alphabet - 1)], 1, now);
			now += (seed >> 8) % 200;
			while (key_next(&decoder, now, round % 2, &event))
				check(event.text != NULL);
		}
		for (int turns = 0; turns < 100; turns++) {
			int wait = key_wait(&decoder, now);
			if (wait < 0)
				break;
			now += wait;
			while (key_next(&decoder, now, round % 2, &event))
				check(event.text != NULL);
		}
		check_int(key_wait(&decoder, now), -1);
		key_decoder_release(&decoder);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_terminal_s_bytes_give_its_keys),
		cmocka_unit_test(bytes_that_come_60_ms_apart_give_the_same_keys),
		cmocka_unit_test(a_lone_escape_is_a_key_after_its_delay),
		cmocka_unit_test(escape_and_a_digit_is_a_function_key_outside_text_only),
		cmocka_unit_test(escape_and_any_other_character_are_two_keys),
		cmocka_unit_test(the_rest_of_a_torn_sequence_is_never_typed),
		cmocka_unit_test(a_letter_o_after_escape_is_typed_when_no_sequence_follows),
		cmocka_unit_test(the_mouse_clicks_and_turns_its_wheel),
		cmocka_unit_test(other_buttons_moves_and_impossible_places_of_the_mouse_are_swallowed),
		cmocka_unit_test(an_unknown_sequence_is_named),
		cmocka_unit_test(a_sequence_without_an_end_is_given_up),
		cmocka_unit_test(what_is_no_utf8_is_refused),
		cmocka_unit_test(a_paste_without_an_end_is_given_up),
		cmocka_unit_test(what_was_typed_ahead_can_be_forgotten),
		cmocka_unit_test(a_lone_escape_can_be_taken_out_of_what_was_typed_ahead),
		cmocka_unit_test(random_bytes_never_hold_the_decoder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

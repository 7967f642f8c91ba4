/* Walks over the table of keys: screens.md sections 1, 3 and 7. */
#include "check.h"
#include "text/width.h"
#include "ui/action.h"
#include <string.h>

static void
no_key_stands_twice_in_a_context(void **state)
{
	(void)state;
	for (size_t a = 0; a < binding_count; a++)
		for (size_t b = a + 1; b < binding_count; b++)
			if (bindings[a].context == bindings[b].context && bindings[a].key == bindings[b].key)
				fail_msg("%s stands twice in context %d", key_shown(bindings[a].key),
					bindings[a].context);
}

static void
a_printable_key_is_a_command_only_where_nothing_can_be_typed(void **state)
{
	(void)state;
	for (size_t n = 0; n < binding_count; n++) {
		int key = bindings[n].key;
		if (key < ' ' || key > '~')
			continue;
		check(!context_is_typing(bindings[n].context));
		check(bindings[n].context != IN_ANY);
		bool marks = key == ' ' && bindings[n].action == ACTION_MARK;
		bool filters = key == '/' && bindings[n].action == ACTION_FILTER && bindings[n].context != IN_GRID;
		bool helps = key == '?' && bindings[n].action == ACTION_HELP && bindings[n].context != IN_GRID;
		check(marks || filters || helps);
	}
}

static void
only_plain_keys_of_every_keyboard_are_bound(void **state)
{
	(void)state;
	/* Taken by screen, tmux, input methods, telnet, or an alias of another key. */
	static const char not_used[] = "ABHIJMO@[]^_CVX";
	for (size_t n = 0; n < binding_count; n++) {
		int key = bindings[n].key;
		check(key != K_F11 && key != K_F12 && key != K_INSERT);
		if (key < ' ' && key != K_METHOD)
			check(!strchr(not_used, key | 0x40));
	}
}

static void
seventeen_control_keys_are_used(void **state)
{
	bool used[32] = { false };
	int count = 0;
	(void)state;
	for (size_t n = 0; n < binding_count; n++)
		if (bindings[n].key < ' ')
			used[bindings[n].key] = true;
	for (int key = 0; key < 32; key++)
		count += used[key];
	check_int(count, 17);
}

static void
a_menu_character_belongs_to_one_action_and_is_none_of_telex(void **state)
{
	(void)state;
	for (int id = 1; id < ACTION_COUNT; id++) {
		char menu = actions[id].menu;
		if (!menu)
			continue;
		if (!strchr("0123456789bcghiklmnpqtuvy<>-+=*", menu))
			fail_msg("%s has the character %c", actions[id].name, menu);
		for (int other = id + 1; other < ACTION_COUNT; other++)
			check(actions[other].menu != menu);
	}
}

static void
a_digit_of_the_menu_is_the_number_of_the_function_key(void **state)
{
	(void)state;
	for (int digit = 0; digit <= 9; digit++) {
		char text[2] = { (char)('0' + digit), 0 };
		enum action_id action = action_of(IN_LIST, digit ? K_F1 + digit - 1 : K_F10);
		if (digit == 9)
			check_int(action, ACTION_MENU);
		else
			check_int(action_of_menu(text), action);
	}
}

/* On every keyboard: characters, Ctrl and a letter, arrows, Enter, Tab, Esc, Backspace. */
static bool
is_on_a_vt100(int key)
{
	return key < 0x80 || (key >= K_UP && key <= K_RIGHT) || key == K_ENTER || key == K_TAB || key == K_ESCAPE ||
		key == K_BACKSPACE;
}

static void
every_action_can_be_done_on_a_vt100(void **state)
{
	(void)state;
	for (int id = 1; id < ACTION_COUNT; id++) {
		bool can = actions[id].menu || id == ACTION_TYPE ||
			id == ACTION_PREVIOUS_STOP; /* for the last, ↑ is the way */
		for (size_t n = 0; n < binding_count; n++)
			if (bindings[n].action == (enum action_id)id && is_on_a_vt100(bindings[n].key))
				can = true;
		if (!can && actions[id].group != GROUP_TEXT)
			fail_msg("%s cannot be done on a vt100", actions[id].name);
	}
}

static void
every_action_has_a_label_and_a_help_in_both_languages(void **state)
{
	(void)state;
	for (int context = 0; context < CONTEXT_COUNT; context++) {
		check(*context_words((enum context)context).vi && *context_words((enum context)context).en);
		for (int id = 1; id < ACTION_COUNT; id++) {
			struct words help = action_help((enum context)context, (enum action_id)id);
			check(*actions[id].label.vi && *actions[id].label.en && *help.vi && *help.en);
		}
	}
}

static void
hints_fit_name_keys_that_work_and_lead_to_the_menu_or_help(void **state)
{
	(void)state;
	for (int context = IN_LIST; context < CONTEXT_COUNT; context++) {
		size_t count;
		const struct hint *hints = context_hints((enum context)context, &count);
		int width = 1;
		bool leads = context == IN_CELL || context == IN_CHOICES || context == IN_PALETTE ||
			context == IN_DIALOG || context == IN_MENU;
		check(count <= HINT_LIMIT);
		for (size_t n = 0; n < count; n++) {
			enum action_id action = hints[n].action;
			check(action == ACTION_TYPE || action_key((enum context)context, action) != K_NONE);
			leads = leads || action == ACTION_MENU || action == ACTION_HELP;
			width += text_width(hints[n].keys) + 1 + text_width(hints[n].label.vi) + (n ? 2 : 0);
			if (action != ACTION_TYPE && !strchr("\xE2\xC3", hints[n].keys[0]) &&
				!strstr(hints[n].keys, "/"))
				check_text(hints[n].keys, key_shown(action_key((enum context)context, action)));
		}
		check(leads);
		if (width > 80)
			fail_msg("the hints of context %d are %d columns wide", context, width);
	}
}

static void
menu_characters_are_found_without_diacritics(void **state)
{
	(void)state;
	check_int(action_of_menu("u"), ACTION_UNDO);
	check_int(action_of_menu("ư"), ACTION_UNDO);
	check_int(action_of_menu("ữ"), ACTION_UNDO);
	check_int(action_of_menu("U"), ACTION_UNDO);
	check_int(action_of_menu("ỉ"), ACTION_EXPORT);
	check_int(action_of_menu("-"), ACTION_PAGE_BACK);
	check_int(action_of_menu("9"), ACTION_NONE);
	check_int(action_of_menu("z"), ACTION_NONE);
	check_int(action_of_menu("đ"), ACTION_NONE);
	check_int(action_of_menu(""), ACTION_NONE);
}

static void
a_context_s_own_key_wins(void **state)
{
	(void)state;
	check_int(action_of(IN_LIST, K_HOME), ACTION_FIRST);
	check_int(action_of(IN_CELL, K_HOME), ACTION_LINE_FIRST);
	check_int(action_of(IN_GRID, K_DELETE), ACTION_REMOVE);
	check_int(action_of(IN_FIELD, K_DELETE), ACTION_ERASE_NEXT);
	check_int(action_of(IN_LIST, ' '), ACTION_MARK);
	check_int(action_of(IN_FILTER, ' '), ACTION_NONE);
	check_int(action_of(IN_GRID, '/'), ACTION_NONE);
	check_int(action_of(IN_GRID, '?'), ACTION_NONE);
	check_int(action_of(IN_LIST, '4'), ACTION_NONE);
	check_int(action_key(IN_GRID, ACTION_MARK), ' ');
	check_int(action_key(IN_FORM_ROWS, ACTION_MARK), K_CTRL('T'));
}

static void
known_foreign_keys_explain_themselves(void **state)
{
	(void)state;
	static const char letters[] = "CVX";
	for (const char *letter = letters; *letter; letter++) {
		check(key_explanation(K_CTRL(*letter)).vi != NULL);
		check_int(action_of(IN_LIST, K_CTRL(*letter)), ACTION_NONE);
	}
	check(key_explanation(K_CTRL('S')).vi == NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_key_stands_twice_in_a_context),
		cmocka_unit_test(a_printable_key_is_a_command_only_where_nothing_can_be_typed),
		cmocka_unit_test(only_plain_keys_of_every_keyboard_are_bound),
		cmocka_unit_test(seventeen_control_keys_are_used),
		cmocka_unit_test(a_menu_character_belongs_to_one_action_and_is_none_of_telex),
		cmocka_unit_test(a_digit_of_the_menu_is_the_number_of_the_function_key),
		cmocka_unit_test(every_action_can_be_done_on_a_vt100),
		cmocka_unit_test(every_action_has_a_label_and_a_help_in_both_languages),
		cmocka_unit_test(hints_fit_name_keys_that_work_and_lead_to_the_menu_or_help),
		cmocka_unit_test(menu_characters_are_found_without_diacritics),
		cmocka_unit_test(a_context_s_own_key_wins),
		cmocka_unit_test(known_foreign_keys_explain_themselves),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

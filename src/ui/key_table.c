#include "ui/key_table.h"
#include "base/mem.h"
#include <string.h>

/* After ESC [ : numbers before ~. */
static const struct {
	int number, key;
} tildes[] = {
	{ 1, K_HOME },
	{ 2, K_INSERT },
	{ 3, K_DELETE },
	{ 4, K_END },
	{ 5, K_PAGE_UP },
	{ 6, K_PAGE_DOWN },
	{ 7, K_HOME },
	{ 8, K_END },
	{ 11, K_F1 },
	{ 12, K_F2 },
	{ 13, K_F3 },
	{ 14, K_F4 },
	{ 15, K_F5 },
	{ 17, K_F6 },
	{ 18, K_F7 },
	{ 19, K_F8 },
	{ 20, K_F9 },
	{ 21, K_F10 },
	{ 23, K_F11 },
	{ 24, K_F12 },
};

int
key_of_number(int number)
{
	for (size_t n = 0; n < ARRAY_COUNT(tildes); n++)
		if (tildes[n].number == number)
			return tildes[n].key;
	return K_NONE;
}

int
key_of_letter(char letter)
{
	switch (letter) {
	case 'A':
		return K_UP;
	case 'B':
		return K_DOWN;
	case 'C':
		return K_RIGHT;
	case 'D':
		return K_LEFT;
	case 'H':
		return K_HOME;
	case 'F':
		return K_END;
	case 'P':
		return K_F1;
	case 'Q':
		return K_F2;
	case 'R':
		return K_F3;
	case 'S':
		return K_F4;
	default:
		return K_NONE;
	}
}

char
key_of_keypad(char letter)
{
	if (letter >= 'p' && letter <= 'y')
		return (char)('0' + (letter - 'p'));
	if (letter == 'X')
		return '=';
	static const char signs[] = "*+,-./";
	return letter >= 'j' && letter <= 'o' ? signs[letter - 'j'] : 0;
}

static int
shifted(int key)
{
	static const int pairs[][2] = { { K_UP, K_SHIFT_UP }, { K_DOWN, K_SHIFT_DOWN }, { K_LEFT, K_SHIFT_LEFT },
		{ K_RIGHT, K_SHIFT_RIGHT }, { K_HOME, K_SHIFT_HOME }, { K_END, K_SHIFT_END }, { K_TAB, K_SHIFT_TAB } };
	for (size_t n = 0; n < ARRAY_COUNT(pairs); n++)
		if (pairs[n][0] == key)
			return pairs[n][1];
	return K_NONE;
}

int
key_modified(int key, int modifier)
{
	if (modifier <= 1)
		return key;
	if (modifier == 2)
		return shifted(key);
	if (modifier == 5 && key == K_LEFT)
		return K_CTRL_LEFT;
	if (modifier == 5 && key == K_RIGHT)
		return K_CTRL_RIGHT;
	return K_NONE;
}

/* ---- names ---- */

const char *
key_shown(int key)
{
	static const struct {
		int key;
		const char *name;
	} names[] = {
		{ K_F1, "F1" },
		{ K_F2, "F2" },
		{ K_F3, "F3" },
		{ K_F4, "F4" },
		{ K_F5, "F5" },
		{ K_F6, "F6" },
		{ K_F7, "F7" },
		{ K_F8, "F8" },
		{ K_F9, "F9" },
		{ K_F10, "F10" },
		{ K_F11, "F11" },
		{ K_F12, "F12" },
		{ K_UP, "↑" },
		{ K_DOWN, "↓" },
		{ K_LEFT, "←" },
		{ K_RIGHT, "→" },
		{ K_HOME, "Home" },
		{ K_END, "End" },
		{ K_PAGE_UP, "PgUp" },
		{ K_PAGE_DOWN, "PgDn" },
		{ K_INSERT, "Insert" },
		{ K_DELETE, "Delete" },
		{ K_ENTER, "Enter" },
		{ K_TAB, "Tab" },
		{ K_SHIFT_TAB, "Shift+Tab" },
		{ K_ESCAPE, "Esc" },
		{ K_BACKSPACE, "Backspace" },
		{ K_SHIFT_UP, "Shift+↑" },
		{ K_SHIFT_DOWN, "Shift+↓" },
		{ K_SHIFT_LEFT, "Shift+←" },
		{ K_SHIFT_RIGHT, "Shift+→" },
		{ K_SHIFT_HOME, "Shift+Home" },
		{ K_SHIFT_END, "Shift+End" },
		{ K_CTRL_LEFT, "Ctrl+←" },
		{ K_CTRL_RIGHT, "Ctrl+→" },
		{ ' ', "Space" },
	};
	static char built[8];
	for (size_t n = 0; n < ARRAY_COUNT(names); n++)
		if (names[n].key == key)
			return names[n].name;
	if (key > 0 && key < ' ') {
		memcpy(built, "Ctrl+", 5);
		built[5] = (char)(key | 0x40);
		built[6] = 0;
		return built;
	}
	built[0] = key > ' ' && key < 0x7F ? (char)key : 0;
	built[1] = 0;
	return built;
}

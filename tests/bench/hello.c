/* The least that a curses program does: one word, then the number of each key. */
#include <curses.h>
#include <locale.h>

int
main(void)
{
	int key;
	setlocale(LC_ALL, "");
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	mvaddstr(0, 0, "hello");
	refresh();
	while ((key = getch()) != 'q') {
		mvprintw(1, 0, "%5d", key);
		refresh();
	}
	endwin();
	return 0;
}

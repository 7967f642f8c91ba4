/* The least that a curses browser of an SQLite table does: the figures of a book with their units, one write a frame.
 *
 *   floor BOOK      ↓ ↑ PgDn PgUp move, any letter adds to the beginning of a name that is looked up, q leaves */
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#define ROWS 200

struct line {
	sqlite3_int64 id;
	char text[256];
};
struct browser {
	sqlite3 *db;
	sqlite3_stmt *after, *before, *named;
	struct line lines[ROWS];
	int count, height, cursor;
};

static void
take(struct browser *browser, sqlite3_stmt *stmt, int place)
{
	struct line *line = &browser->lines[place];
	line->id = sqlite3_column_int64(stmt, 0);
	snprintf(line->text, sizeof line->text, "%s", (const char *)sqlite3_column_text(stmt, 1));
}

/* The page that begins after an id. */
static void
page_after(struct browser *browser, sqlite3_int64 id)
{
	sqlite3_bind_int64(browser->after, 1, id);
	sqlite3_bind_int(browser->after, 2, browser->height);
	for (browser->count = 0; sqlite3_step(browser->after) == SQLITE_ROW; browser->count++)
		take(browser, browser->after, browser->count);
	sqlite3_reset(browser->after);
}

/* The page that ends before the first line. */
static void
page_before(struct browser *browser)
{
	sqlite3_int64 first = browser->lines[0].id, top = 0;
	sqlite3_bind_int64(browser->before, 1, first);
	sqlite3_bind_int(browser->before, 2, browser->height);
	while (sqlite3_step(browser->before) == SQLITE_ROW)
		top = sqlite3_column_int64(browser->before, 0);
	sqlite3_reset(browser->before);
	page_after(browser, top ? top - 1 : 0);
}

static void
draw_line(const struct browser *browser, int place)
{
	attrset(place == browser->cursor ? A_REVERSE : A_NORMAL);
	mvaddstr(place + 1, 0, place < browser->count ? browser->lines[place].text : "");
	clrtoeol();
	attrset(A_NORMAL);
}

static void
draw_page(const struct browser *browser)
{
	for (int i = 0; i < browser->height; i++)
		draw_line(browser, i);
}

static void
move_cursor(struct browser *browser, int to)
{
	int from = browser->cursor;
	if (to < 0 || to >= browser->count)
		return;
	browser->cursor = to;
	draw_line(browser, from);
	draw_line(browser, to);
}

static void
look_up(struct browser *browser, const char *typed)
{
	sqlite3_int64 id = 0;
	sqlite3_bind_text(browser->named, 1, typed, -1, SQLITE_STATIC);
	if (sqlite3_step(browser->named) == SQLITE_ROW)
		id = sqlite3_column_int64(browser->named, 0);
	sqlite3_reset(browser->named);
	page_after(browser, id ? id - 1 : 0);
	browser->cursor = 0;
	draw_page(browser);
	mvprintw(LINES - 1, 0, "/%s", typed);
	clrtoeol();
}

static int
open_book(struct browser *browser, const char *path)
{
	return sqlite3_open_v2(path, &browser->db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(browser->db,
			"SELECT f.id, printf('%8d  %-50s %6d %12d %12d', f.id, p.short, f.metric, f.period, f.value) FROM figure f"
			" JOIN phase p ON p.subject = f.subject WHERE f.id > ?1 ORDER BY f.id LIMIT ?2",
			-1, &browser->after, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(browser->db, "SELECT id FROM figure WHERE id < ?1 ORDER BY id DESC LIMIT ?2", -1,
			&browser->before, NULL) == SQLITE_OK &&
		sqlite3_prepare_v2(browser->db,
			"SELECT f.id FROM phase p JOIN figure f ON f.subject = p.subject WHERE p.name_key >= CAST(?1 AS BLOB)"
			" ORDER BY p.name_key LIMIT 1",
			-1, &browser->named, NULL) == SQLITE_OK;
}

int
main(int argc, char **argv)
{
	static struct browser browser;
	char typed[64] = "";
	setlocale(LC_ALL, "");
	if (argc != 2 || !open_book(&browser, argv[1]))
		return 1;
	initscr();
	endwin(); /* else every cursor move is a write of its own */
	refresh();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	curs_set(0);
	browser.height = LINES - 2 < ROWS ? LINES - 2 : ROWS;
	mvaddstr(0, 0, "      id  unit                                               metric       period        value");
	page_after(&browser, 0);
	draw_page(&browser);
	refresh();
	for (int key; (key = getch()) != 'q'; refresh()) {
		size_t length = strlen(typed);
		if (key == KEY_DOWN)
			move_cursor(&browser, browser.cursor + 1);
		else if (key == KEY_UP)
			move_cursor(&browser, browser.cursor - 1);
		else if (key == KEY_NPAGE && browser.count)
			page_after(&browser, browser.lines[browser.count - 1].id);
		else if (key == KEY_PPAGE && browser.count)
			page_before(&browser);
		if (key == KEY_NPAGE || key == KEY_PPAGE)
			draw_page(&browser);
		if (key >= ' ' && key < 127 && length + 1 < sizeof typed) {
			typed[length] = (char)key;
			typed[length + 1] = '\0';
			look_up(&browser, typed);
		}
	}
	endwin();
	return 0;
}

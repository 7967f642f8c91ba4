/* Fills the tables of a manual page.  usage: fill vi|en PAGE.in >PAGE
 *
 * A line `.\" table NAME` of the page stands for a table made from the lists that the program itself works with:
 *
 *   option NAME         the row of one option, after which prose may go on
 *   options             rows of all options that have none of their own in this page
 *   keys figures fields
 *   commands … end      the prose between is by hand; every command must have its `.It Cm NAME` there, with all its options
 *
 * A page that names what the program does not have, or leaves out what it has, is refused: no page can be made then. */
#include "base/file.h"
#include "base/mem.h"
#include "tables.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PAGE_MOST ((size_t)1 << 20)
#define MARK ".\\\" table "

struct page {
	const char *path;
	struct str out;
	uint64_t rows;               /* options with a row of their own */
	bool in_commands;            /* between `commands` and `end` */
	const struct command *about; /* the command of the last `.It Cm` */
	struct told {
		bool named;
		uint64_t options;
	} * told; /* of each command, in what is by hand */
};

static bool
refuse(const struct page *page, const char *what, const char *name)
{
	fprintf(stderr, "%s: %s %s\n", page->path, what, name);
	return false;
}

static int
option_at(const char *name, size_t length)
{
	for (int id = 0; id < OPTION_COUNT; id++)
		if (strlen(options[id].name) == length && memcmp(options[id].name, name, length) == 0)
			return id;
	return -1;
}

/* ---- the commands, by hand ---- */

static bool
note_command(struct page *page, const char *line)
{
	char name[32] = "";
	if (!text_starts(line, ".It Cm ") || sscanf(line, ".It Cm %31s", name) != 1)
		return true;
	page->about = command_named(name);
	if (!page->about)
		return refuse(page, "there is no command", name);
	page->told[page->about - commands].named = true;
	return true;
}

static bool
note_options(struct page *page, const char *line)
{
	bool item = text_starts(line, ".It ");
	for (const char *at = line; page->about && (at = strstr(at, "Fl -"));) {
		size_t length = strcspn(at += strlen("Fl -"), " \n");
		int id = option_at(at, length);
		if (id < 0 || (item && !(page->about->options & UINT64_C(1) << id)))
			return refuse(page, page->about->name, "has no such option; look for Fl in its entry");
		if (item)
			page->told[page->about - commands].options |= UINT64_C(1) << id;
	}
	return true;
}

static bool
check_commands(const struct page *page)
{
	bool done = true;
	for (size_t n = 0; n < command_count; n++) {
		if (!page->told[n].named) {
			done = refuse(page, "nothing is said about the command", commands[n].name);
			continue;
		}
		uint64_t left = commands[n].options & ~OUTPUT_OPTIONS & ~page->told[n].options;
		for (int id = 0; id < OPTION_COUNT; id++)
			if (left & UINT64_C(1) << id) {
				fprintf(stderr, "%s: %s lacks --%s\n", page->path, commands[n].name, options[id].name);
				done = false;
			}
	}
	return done;
}

/* ---- the page ---- */

static bool
fill(struct page *page, const char *mark)
{
	if (text_starts(mark, "option ")) {
		const char *name = mark + strlen("option ");
		int id = option_at(name, strlen(name));
		if (id < 0)
			return refuse(page, "there is no option", name);
		table_option(&page->out, (enum option_id)id);
	} else if (text_equal(mark, "options"))
		table_options(&page->out, ~page->rows);
	else if (text_equal(mark, "keys"))
		table_keys(&page->out);
	else if (text_equal(mark, "figures"))
		table_figures(&page->out);
	else if (text_equal(mark, "fields"))
		table_fields(&page->out);
	else if (text_equal(mark, "commands") || text_equal(mark, "end")) {
		page->in_commands = text_equal(mark, "commands");
		return page->in_commands || check_commands(page);
	} else
		return refuse(page, "there is no table", mark);
	return true;
}

static bool
take_line(struct page *page, const char *line)
{
	if (text_starts(line, MARK))
		return fill(page, line + strlen(MARK));
	str_add_text(&page->out, line);
	str_add_byte(&page->out, '\n');
	return !page->in_commands || (note_command(page, line) && note_options(page, line));
}

/* Rows of single options are known before the first table: what is left comes in `options`, wherever that stands. */
static void
note_rows(struct page *page, const char *text)
{
	for (const char *at = text; (at = strstr(at, MARK "option "));) {
		at += strlen(MARK "option ");
		int id = option_at(at, strcspn(at, "\n"));
		if (id >= 0)
			page->rows |= UINT64_C(1) << id;
	}
}

static bool
fill_page(struct page *page, char *text)
{
	bool done = true;
	note_rows(page, text);
	for (char *line = text; *line;) {
		char *end = line + strcspn(line, "\n");
		bool last = !*end;
		*end = '\0';
		done = take_line(page, line) && done;
		line = end + !last;
	}
	return done;
}

int
main(int argc, char **argv)
{
	if (argc != 3 || (!text_equal(argv[1], "vi") && !text_equal(argv[1], "en"))) {
		fputs("usage: fill vi|en PAGE.in >PAGE\n", stderr);
		return 2;
	}
	say_choose(text_equal(argv[1], "en") ? LANGUAGE_EN : LANGUAGE_VI);
	struct page page = { .path = argv[2], .told = mem_new(command_count, sizeof *page.told) };
	struct str text = { 0 };
	struct err err = { 0 };
	bool done = file_read(&text, argv[2], PAGE_MOST, &err);
	if (done) {
		char *copy = str_take(&text);
		done = fill_page(&page, copy) &&
			file_write_all(STDOUT_FILENO, str_text(&page.out), page.out.length, &err);
		free(copy);
	}
	if (err.text)
		fprintf(stderr, "%s\n", err.text);
	err_release(&err);
	str_release(&page.out);
	free(page.told);
	return done ? EXIT_SUCCESS : EXIT_FAILURE;
}

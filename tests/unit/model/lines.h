/* The tables of tests/data/model: lines of cells between TABs; empty lines and lines that begin with # are left out. */
#ifndef TESTS_MODEL_LINES_H
#define TESTS_MODEL_LINES_H
#include <stddef.h>

#define LINE_CELLS 6
struct line {
	int number;              /* in the file, from 1 */
	char *cells[LINE_CELLS]; /* "" where the line has fewer */
};
struct lines {
	struct line *items;
	size_t count, capacity;
	char *text;
};

/* Fails the test when the file cannot be read or is empty. */
struct lines lines_read(const char *path);
void lines_release(struct lines *lines);
#endif

/* The details of a record, between reading them and showing them. */
#ifndef UI_VIEW_DETAIL_H
#define UI_VIEW_DETAIL_H
#include "ui/list.h"
#include "ui/view/views.h"

enum detail_kind { DETAIL_HEAD, DETAIL_TEXT, DETAIL_SOURCE, DETAIL_CHANGE, DETAIL_REFERENCE };
struct detail_row {
	enum detail_kind kind;
	char *text;  /* one line */
	char *whole; /* of all lines of a long one; NULL: text is all */
	int64_t id;
	enum entity_id entity; /* of a reference */
	bool undone;
};
struct detail {
	struct view view;
	enum entity_id entity;
	int64_t record;
	char *name;
	struct detail_row *rows;
	size_t count, capacity;
	struct list list;
	struct area area;
	int columns; /* for wrapped text */
	bool pane;   /* narrow: what it says is wrapped too */
	bool begun, placed;
	int64_t asked; /* the change that the question is about */
	bool fitting_only;
};
#define DETAIL_WIDTH 74
#define DETAIL_PANE 40 /* at the right of a large screen */
/* detail_rows.c: sources, texts, note and history of the record, as rows. */
bool detail_read(struct detail *detail, struct store *store, struct err *err);
void detail_add_head(struct detail *detail, struct words words);
/* A row that does something (its texts become the detail's); in a pane some lines, each of which does it. */
void detail_add_long(struct detail *detail, struct detail_row row);
/* detail_changes.c: who changed what of the record and of its parts, a row a change. */
bool detail_read_changes(struct detail *detail, struct store *store, struct err *err);
#endif

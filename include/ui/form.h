/* Fields to fill in: one line each, choices, tables of rows, notes, and [ Lưu ] [ Bỏ ] at the end.  A widget inside a
 * view: the view owns the values and answers for them as text; the form knows where the cursor is and what is being
 * typed.
 *
 * Leaving a field cleans its text and hands it to set(); what is refused stays in the field, with the sentence in row
 * 23 and ! before the field, and the cursor stays with it.  Nothing is stored before save(). */
#ifndef UI_FORM_H
#define UI_FORM_H
#include "ui/choices.h"
#include "ui/line.h"
#include "ui/view.h"

enum form_kind {
	FORM_TEXT,   /* one line */
	FORM_CHOICE, /* one value of a list; a character opens the list with it */
	FORM_AREA,   /* several lines */
	FORM_TABLE,  /* rows: people, conclusions */
	FORM_SHOWN   /* only shown */
};
struct form_column {
	struct words head;
	int width;           /* columns with the blank after it; the last takes what is left */
	enum form_kind kind; /* FORM_TEXT, FORM_CHOICE, FORM_SHOWN */
	bool composes;       /* free text: the built-in input method may work */
	int limit;
	bool figure; /* dates, numbers: never cut, the others give way */
};
struct form_field {
	struct words label; /* at most eleven columns */
	struct words full;  /* from 100 columns, and behind another field where there is room; NULL: the label */
	struct words note;  /* behind the field: «chọn: gõ chữ hoặc F4»; both NULL or "": none */
	enum form_kind kind;
	int width; /* columns between [ and ], more where the value is wider; 0: to the right edge */
	int gap; /* 0: begins a row, its [ behind the widest label; else blanks between the field before it in the same row */
	int rows; /* FORM_AREA: lines shown; FORM_TABLE: most rows shown, more in a high window */
	bool composes;
	int limit; /* of the text, in columns; 0: none */
	bool required;
	bool read_only;
	bool replaces;                     /* years, dates, numbers: the first character typed replaces the value */
	const struct form_column *columns; /* FORM_TABLE */
	int column_count;
	bool numbered;        /* FORM_TABLE: each row begins with its number */
	struct words counted; /* FORM_TABLE: «người» in «4 người» */
};
/* A place in a form: row and column are 0 outside a table. */
struct form_at {
	int field;
	size_t row;
	int column;
};

struct form_ops {
	/* Appends the value as text. */
	void (*get)(const void *of, struct form_at at, struct str *out);
	/* Takes a cleaned text ("" = unknown).  False: err says why.  FORM_CHOICE: what is typed when no item was
	 * taken. */
	bool (*set)(void *of, struct form_at at, const char *text, struct err *err);
	/* optional: advice on leaving a field that was taken, shown in row 23; appends. */
	void (*advise)(void *of, struct form_at at, struct str *out);
	/* FORM_CHOICE (or any field with values to offer): fills out for the query; several: more than one may be
	 * taken.  NULL op or false without a sentence: nothing to choose from. */
	bool (*choices)(
		void *of, struct form_at at, const char *query, struct choice_items *out, size_t *all, struct err *err);
	bool (*several)(const void *of, struct form_at at);          /* optional */
	const char *(*add_label)(const void *of, struct form_at at); /* optional: choices_setup.add; NULL: none */
	const char *(*choices_title)(
		const void *of, struct form_at at); /* optional: «Chọn người»; NULL: by the label */
	void (*choice_note)(
		const void *of, struct form_at at, const struct choice_item *item, struct str *out); /* optional */
	/* The item was taken.  Where several may be: once for each that is marked or was (item->marked says), then
	 * once with item NULL. A known name may fill its row. */
	bool (*choose)(void *of, struct form_at at, const struct choice_item *item, struct err *err);
	bool (*add_new)(
		void *of, struct form_at at, const char *typed, struct err *err); /* optional: F7 in the choices */
	bool (*repeat)(
		void *of, struct form_at at, struct err *err);      /* optional: Ctrl+D, the value of the last record */
	bool (*open)(void *of, struct form_at at, struct err *err); /* optional: F5, the record referred to */
	/* FORM_TABLE */
	size_t (*rows)(const void *of, int field);
	bool (*insert)(void *of, int field, size_t row, struct err *err); /* an empty row before `row` (≤ rows) */
	bool (*remove)(void *of, int field, size_t row, struct err *err);
	bool (*paste)(void *of, struct form_at at, const char *bytes, size_t length,
		struct err *err); /* optional: several cells */
	/* optional, all three or none: Ctrl+Z takes each change of a value or row back.  copy: of all that the form edits; swap:
	 * the form gets what the copy holds, and the copy what the form held. */
	void *(*copy)(const void *of);
	void (*swap)(void *of, void *copy);
	void (*release_copy)(void *copy);
	/* Saves everything.  False: err->field (1 + index in the form) says where the cursor goes. */
	bool (*save)(void *of, struct err *err);
	/* optional: whether the field is shown now (kinds that have more fields than others) */
	bool (*shown)(const void *of, int field);
};
struct form_moment;
struct form_moments {
	struct form_moment *items;
	size_t count, capacity;
};
struct form {
	const struct form_field *fields;
	int field_count;
	const struct form_ops *ops;
	void *of;
	struct ui *ui;
	struct composer composer; /* used in fields that say composes */
	struct words saves;       /* what [ Lưu ] is called where it does something else; both halves NULL: Lưu */
	/* the widget's own */
	struct form_at at;                /* field = field_count: [ Lưu ], + 1: [ Bỏ ] */
	struct line line;                 /* of the field with the cursor */
	bool typed;                       /* line differs from what get() gave */
	bool changed;                     /* something was set since open or save */
	bool saved;                       /* the last save went well */
	struct form_moments done, undone; /* what the form held before its changes */
	int fault;                        /* 1 + field with a fault; 0: none */
	bool asked; /* the list of values was opened by F4, not by typing: choices() may offer more */
	int scroll; /* first row of the form that is shown */
	int box;    /* column of the [ that begin a row */
	int spare;  /* rows of the window that the form leaves free, for its tables */
	struct area area;
	struct str advice; /* of the field left last: row 23 */
};
/* Tags of the dialogs and lists that a form opens; a view uses others. */
enum { FORM_TAG_CHOICES = 9001, FORM_TAG_LEAVE = 9002 };
/* Puts the cursor into the first field; fields, ops, of, ui are set before. */
void form_begin(struct form *form);
void form_release(struct form *form);
/* Reads the value under the cursor again: after the values changed from outside. */
void form_refresh(struct form *form);
/* Cursor onto a field. */
void form_focus(struct form *form, struct form_at at);
/* Marks the field that err->field names and puts the cursor there; the view shows err. */
void form_show_fault(struct form *form, const struct err *err);
/* From the view's arrange.  A form begins in row 3: area.row is layout.state, and it may go down to row 21. */
void form_place(struct form *form, struct area area);
/* Rows that all of it fills in the area where it was placed, its buttons too: what else a view shows stands below. */
int form_rows(const struct form *form);
enum context form_context(const struct form *form);
/* VIEW_CLOSE after [ Lưu ] went well or the form was left with nothing to save. */
enum outcome form_act(struct form *form, enum action_id action, struct err *err);
enum outcome form_text(struct form *form, const char *utf8, size_t length, bool pasted, struct err *err);
/* From the view's answer: true when it was one of the form's own; *outcome VIEW_CLOSE: close the view (ui_close). */
bool form_answer(struct form *form, const struct view *closed, enum outcome *outcome, struct err *err);
bool form_allows(const struct form *form, enum action_id action);
/* Something typed or set is not saved: «đã đổi» in the title. */
bool form_unsaved(const struct form *form);
/* For drafts: the text in the field with the cursor that set() has not been given yet, the caller's; NULL: none. */
char *form_half_typed(const struct form *form);
/* Puts it back. */
void form_type_again(struct form *form, const char *text);
void form_draw(const struct form *form, struct draw *draw);
#endif

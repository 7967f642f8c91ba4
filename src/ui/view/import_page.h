/* The page that reads in a file: its fields, what was read, and what stands below the fields. */
#ifndef UI_VIEW_IMPORT_PAGE_H
#define UI_VIEW_IMPORT_PAGE_H
#include "app/import_look.h"
#include "ui/form.h"
#include "ui/view/file_list.h"
#include "ui/view/views.h"
#include <sys/stat.h>

enum import_place { IMPORT_FILE, IMPORT_ENCODING, IMPORT_SEPARATOR, IMPORT_KIND, IMPORT_CAPITALS, IMPORT_PLACES };
enum import_stage {
	IMPORT_NOTHING, /* no file, or one that cannot be read */
	IMPORT_LOOKED,  /* encoding, separator, rows are known */
	IMPORT_TRIED    /* what an import would do, as far as that can be known */
};
/* Why it is not known what an import would do. */
enum import_trial { TRIAL_DONE, TRIAL_NO_KIND, TRIAL_NO_TABLE, TRIAL_LARGE, TRIAL_WAITS };
#define IMPORT_FAULTS_MOST 20

/* One line below the fields: of a sentence that may go on in the next, or a row of the table. */
struct pane_line {
	char *text; /* NULL: row of the sheet */
	size_t row; /* 0: the heads */
	char sign;  /* before it: '!' a fault, '?' a doubt; 0: none */
};
struct import_pane {
	struct pane_line *lines;
	size_t count, capacity, top;
	int *widths;      /* of each column of the sheet; 0: no room */
	int names;        /* of the column with the numbers of lines */
	size_t seen;      /* columns with a width */
	bool to_faults;   /* the next layout begins with the first fault, where not all are seen */
	struct area area; /* with the rule above it */
};

struct import_page {
	struct view view;
	struct session *session;
	struct form form;
	enum entity_id meant; /* by where the page was opened; ENTITY_NONE: nothing */
	/* what the person chose */
	char *path; /* absolute; NULL: none */
	enum entity_id kind;
	bool kind_chosen, encoding_chosen;
	enum charset encoding;
	char separator;      /* 0: found */
	struct str capitals; /* heads with commas; "": none */
	/* the file */
	struct stat state; /* when it was read */
	struct str bytes;
	enum import_stage stage;
	struct import_look look;
	bool stopped; /* by a key, in the midst of a trial */
	enum import_trial trial;
	struct import_result result;
	struct import_told {
		char *text;
		long line;            /* of the file; 0: of all of it */
		bool doubt;           /* it would be stored all the same */
	} faults[IMPORT_FAULTS_MOST]; /* in the order of the lines */
	size_t fault_count;
	/* the list of files */
	char *folder;
	struct file_list files;
	char *unreadable; /* why a folder that is typed cannot be listed; NULL: it can */
	bool enters;      /* a folder was chosen: its list comes next */
	bool large;       /* the person wants a file of more than IMPORT_MOST records */
	struct import_pane pane;
};

/* import_form.c */
extern const struct form_field import_fields[IMPORT_PLACES];
extern const struct form_ops import_form_ops;
/* The kind chosen, else the one that the heads tell, else the one that was meant. */
enum entity_id import_kind_here(const struct import_page *page);
/* Which columns get the capitals of names: those of the file that were chosen so far, but for the one named (head NULL: none). */
void import_choose_capitals(struct import_page *page, const char *head, bool marked);
struct import_wish import_wish_here(const struct import_page *page);

/* What is typed is the begin of some words of the text, or stands in it. */
bool import_fits(const char *text, const char *query);

/* import_files.c */
/* Appends the path as a person writes it, in letters that can be shown. */
void import_show_path(const char *path, struct str *out);
/* Files and folders for what is typed: behind its last slash a name, before it the way to their folder. */
bool import_offer_files(
	struct import_page *page, const char *query, struct choice_items *out, size_t *all, struct err *err);
/* Row 23 under that list; appends. */
void import_note_files(const struct import_page *page, struct str *out);
bool import_choose_file(struct import_page *page, const struct choice_item *item, struct err *err);
/* A file is read; a folder is gone into (page->enters). */
bool import_go_to(struct import_page *page, const char *typed, struct err *err);

/* import_read.c */
/* Reads a file in the place of the one that is there; false: err says why, and that one stays. */
bool import_read_file(struct import_page *page, const char *path, struct err *err);
void import_forget_file(struct import_page *page);
/* The file is another than the one that was read. */
bool import_file_changed(const struct import_page *page);
/* After a choice. */
void import_look_again(struct import_page *page);
/* When the book has changed. */
void import_try_again(struct import_page *page);
/* The next piece of that; true while there is more. */
bool import_work(struct view *view, struct err *err);
/* Stores all of it as one change; false: err says why nothing was stored. */
bool import_store(struct import_page *page, struct err *err);
void import_clear_faults(struct import_page *page);

/* import_pane.c */
/* Lays out the lines for that area; its first row is the rule. */
void import_pane_place(struct import_page *page, struct area area);
void import_pane_scroll(struct import_page *page, int pages);
void import_pane_draw(const struct import_page *page, struct draw *draw);
void import_pane_release(struct import_pane *pane);
#endif

/* Cụm › Số liệu, between its files: what the grid shows, what is typed, the choices, the paste. */
#ifndef UI_VIEW_CLUSTER_FIGURES_H
#define UI_VIEW_CLUSTER_FIGURES_H
#include "app/figures.h"
#include "cluster.h"
#include "ui/grid.h"
#include "ui/list.h"

/* TH · KH giao · KH đăng ký · % */
enum figures_shown { FIGURES_RESULT, FIGURES_ASSIGNED, FIGURES_REGISTERED, FIGURES_PERCENT, FIGURES_SHOWN };
/* The rows of the grid (its columns when turned): members, a rule, then these. */
enum figure_line { LINE_MEMBER, LINE_RULE, LINE_COVERAGE, LINE_SUM, LINE_REPORTED, LINE_DIFFERENCE };
struct figure_spot {
	enum figure_line line;
	size_t member, column;
};

enum figure_tag {
	TAG_DECIMAL = 61,
	TAG_SLASH,
	TAG_CONFLICT,
	TAG_SWITCHES,
	TAG_STATUS,
	TAG_SOURCE,
	TAG_METRIC,
	TAG_PASTE
};
/* What stands in the box and waits for an answer. */
struct figure_question {
	char *text;
	enum action_id action; /* Enter, Tab …: done again once it is answered */
	int decimal;           /* which reading of "2.1" is meant: 1, 2; 0: not said */
};

struct figures_page {
	struct page page;
	enum figures_shown shown;
	bool turned;                /* metrics are rows */
	struct figure_grid figures; /* of the kind shown; of %: the results */
	struct figure_grid plans;   /* of %: what was assigned */
	struct figure_grid before;  /* large screens: the same of the year before */
	bool has_before;
	struct list list;               /* the heads of the rows: which the filter (Ctrl+F) lets through */
	struct figure_spot filtered_at; /* the cell with the focus before the filter changed */
	struct grid grid;
	bool placed;               /* the grid has had its first focus */
	struct str detail, source; /* row 22; the name of the document cited for what is typed */
	enum action_id action;     /* the one that the grid is dealing with */
	struct figure_question question;
	struct record base; /* the figure as it was when the box was opened; entity NULL: there was none */
	unsigned news;      /* as session.news when last read */
	bool *changed;      /* of members and the cluster's own: written by others since the last reading */
};

struct figures_page *figures_of(const struct page *page);
enum choice_number figures_kind(const struct figures_page *page);
struct figure_spot figures_spot(const struct figures_page *page, int row, int column);
struct figure_spot figures_here(const struct figures_page *page);
/* The cell of a member or of the cluster's own report; NULL for computed ones. */
const struct figure_cell *figures_cell(const struct figures_page *page, struct figure_spot spot);
int64_t figures_subject(const struct figures_page *page, struct figure_spot spot);
/* Puts the focus onto the spot. */
void figures_focus(struct figures_page *page, struct figure_spot spot);
/* Appends "Hà Nam", "Toàn cụm báo cáo" … ; "CĐCS mới", with its scale when it is money. */
void figures_line_name(const struct figures_page *page, struct figure_spot spot, struct str *out);
void figures_metric_name(const struct figure_column *column, struct str *out);
/* Makes row 22 again for the cell with the focus. */
void figures_tell(struct figures_page *page);

/* After reading, turning, filtering: as many rows and columns as there are to be shown. */
void figures_resize(struct figures_page *page);

/* cluster_figures_grid.c */
extern const struct list_ops figures_list_ops;
extern const struct grid_ops figures_grid_ops;
#define FIGURES_NAME_WIDTH 19
#define FIGURES_NAME_WIDTH_TURNED 30

/* cluster_figures_put.c: what the grid asks when something is to be stored */
bool figures_editable(const void *of, int row, int column, struct err *err);
void figures_edited(const void *of, int row, int column, struct str *out);
void figures_echo(const void *of, int row, int column, const char *typed, struct str *out);
bool figures_commit(void *of, int row, int column, const char *text, bool again, struct err *err);
bool figures_remove(void *of, struct grid_block block, struct err *err);
bool figures_copy(void *of, struct grid_block block, struct err *err);
/* Writes an entry into the cell; takes nothing from entry. */
bool figures_put_entry(struct figures_page *page, struct figure_spot spot, const struct entry *entry, struct err *err);
/* The answer of a dialog that one of these opened; false: not theirs. */
bool figures_answered(struct figures_page *page, const struct view *closed, struct err *err);
/* Remembers the figure as it is when the box opens. */
void figures_begin_edit(struct figures_page *page);

/* cluster_figures_choose.c: F4, F7 */
bool figures_open_switches(struct figures_page *page, struct err *err);
bool figures_open_metrics(struct figures_page *page, struct err *err);
bool figures_chosen(struct figures_page *page, const struct view *closed, struct err *err);

/* cluster_figures_draft.c: what is in the box and not stored */
bool figures_draft(const struct page *page, struct draft *out);
/* The kind shown and the box of the draft; false: the cell is gone. */
bool figures_reopen(struct page *page, const struct draft *draft, struct err *err);

/* cluster_paste.c */
bool figures_paste(void *of, int row, int column, const char *bytes, size_t length, struct err *err);
#endif

/* Cụm › Số liệu, between its files: what the grid shows, what is typed, the choices, the paste. */
#ifndef UI_VIEW_CLUSTER_FIGURES_H
#define UI_VIEW_CLUSTER_FIGURES_H
#include "app/figures.h"
#include "cluster.h"
#include "ui/choices.h"
#include "ui/grid.h"
#include "ui/list.h"

#define FIGURES_YEARS_MOST 10

/* TH · KH giao · KH đăng ký · % */
enum figures_shown { FIGURES_RESULT, FIGURES_ASSIGNED, FIGURES_REGISTERED, FIGURES_PERCENT, FIGURES_SHOWN };
/* What stands across: members × metrics of one period and one kind; the same with TH, KH and % of each beside each other,
 * where the window has the room; one subject, metrics × years. */
enum figures_arranged { FIGURES_PLAIN, FIGURES_BESIDE, FIGURES_OVER_TIME };
#define FIGURES_BESIDE_COLUMNS 120
/* The rows of the grid (its columns when turned): members, a rule, then these. */
enum figure_line { LINE_MEMBER, LINE_RULE, LINE_COVERAGE, LINE_SUM, LINE_REPORTED, LINE_DIFFERENCE };
/* Where a cell of the grid is, however the grid is turned.  Over time member means nothing: all is of one subject. */
struct figure_spot {
	enum figure_line line;
	size_t member, column; /* of figures.members, of figures.columns */
	size_t band;           /* beside: 0 TH, 1 KH, 2 %; over time: of over.periods; else 0 */
};
/* One subject over several periods. */
struct figures_over {
	int64_t subject;
	char *name, *brief; /* in the last of the periods */
	period periods[FIGURES_YEARS_MOST];
	size_t count;
	struct figure_cell *cells, *plans; /* periods × columns; plans: of %, else NULL */
};

/* What the cursor is on, in whatever year; line of what is computed has no subject of its own. */
struct figures_place {
	enum figure_line line;
	int64_t subject, metric; /* 0: the first one */
	period when;
	bool wished;     /* by somebody else than the cursor: from the next reading on */
	bool away;       /* the grid that is shown has it not: the cursor waits at row, column of the grid */
	int row, column; /* until somebody moves it */
};

enum figure_tag {
	TAG_DECIMAL = 61,
	TAG_SLASH,
	TAG_CONFLICT,
	TAG_SWITCHES,
	TAG_STATUS,
	TAG_SOURCE,
	TAG_METRIC,
	TAG_PASTE,
	TAG_EMPTY,
	TAG_NEW_SOURCE,
	TAG_NEW_METRIC,
	TAG_CITE_BLOCK
};
/* What stands in the box and waits for an answer. */
struct figure_question {
	char *text;
	enum action_id action; /* Enter, Tab …: done again once it is answered */
	int decimal;           /* which reading of "2.1" is meant: 1, 2; 0: not said */
};

struct figures_page {
	struct page page;
	enum figures_shown shown;               /* beside: all but the registered plan are seen */
	enum figures_arranged wanted, arranged; /* by the person; as the window allows */
	bool turned;                            /* metrics are rows */
	struct figure_grid figures;             /* of the kind shown; of %: the results */
	struct figure_grid plans;               /* of %: what was assigned */
	struct figure_grid before;              /* large screens: the same of the year before */
	struct figures_over over;
	bool has_before;
	struct list list;               /* the heads of the rows: which the filter (Ctrl+F) lets through */
	struct figure_spot filtered_at; /* the cell with the focus before the filter changed */
	struct grid grid;
	struct figures_place place;
	struct str detail, source; /* row 22; the name of the document cited for what is typed */
	enum action_id action;     /* the one that the grid is dealing with */
	struct figure_question question;
	struct record base; /* the figure as it was when the box was opened; entity NULL: there was none */
	unsigned news;      /* as session.news when last read */
	bool *changed;      /* lines × columns, of figures_changed: written by others since the last reading */
};

struct figures_page *figures_of(const struct page *page);

/* ---- cluster_figures_read.c ---- */
bool figures_read(struct figures_page *page, struct err *err);
void figures_read_release(struct figures_page *page);
/* Shows the subject over time from the next reading on, its metrics as rows; 0: all members again. */
void figures_arrange_over(struct figures_page *page, int64_t subject);
/* The arrangement that a window of so many columns has room for. */
enum figures_arranged figures_arranged_in(const struct figures_page *page, int columns);
size_t figures_years(const struct figures_page *page, int columns);

/* ---- cluster_figures_spot.c: which cell stands where ---- */
struct figure_spot figures_spot(const struct figures_page *page, int row, int column);
struct figure_spot figures_here(const struct figures_page *page);
/* The cell of a member or of the cluster's own report; NULL for computed ones. */
const struct figure_cell *figures_cell(const struct figures_page *page, struct figure_spot spot);
/* The plan that the percentage of the spot is made with; NULL: there is none. */
const struct figure_cell *figures_plan(const struct figures_page *page, struct figure_spot spot);
/* The grid whose sums are those of the spot. */
const struct figure_grid *figures_summed(const struct figures_page *page, struct figure_spot spot);
/* The same cell of another grid, whose members and metrics may be others; NULL: not there. */
const struct figure_cell *figures_cell_in(
	const struct figures_page *page, const struct figure_grid *other, struct figure_spot spot);
enum figures_shown figures_shown_at(const struct figures_page *page, struct figure_spot spot);
/* What the figure of the spot is the only one of. */
struct figure_key figures_key(const struct figures_page *page, struct figure_spot spot);
bool figures_changed(const struct figures_page *page, struct figure_spot spot);
/* The column to which Tab goes (by 1, -1) from one of the grid's; -1: none in this row. */
int figures_next(const void *of, int column, int by);
/* Puts the focus onto the spot. */
void figures_focus(struct figures_page *page, struct figure_spot spot);
/* Appends "Hà Nam", "Toàn cụm báo cáo" … ; "CĐCS mới", with its scale when it is money. */
void figures_line_name(const struct figures_page *page, struct figure_spot spot, struct str *out);
void figures_metric_name(const struct figure_column *column, struct str *out);
/* Makes row 22 again for the cell with the focus. */
void figures_tell(struct figures_page *page);

/* After reading, turning, filtering: as many rows and columns as there are to be shown. */
void figures_resize(struct figures_page *page);
/* After reading, turning: the heads of the rows, for the filter. */
void figures_count_heads(struct figures_page *page);

/* ---- cluster_figures_place.c ---- */
/* Before the grid is read again: what the cursor is on, or still waits for. */
void figures_place_keep(struct figures_page *page);
/* After: puts it there; band: of the spot, beside. */
void figures_place_back(struct figures_page *page, size_t band);
/* The cursor waits for a unit or metric that this grid has not. */
bool figures_place_waits(const struct figures_page *page);
/* From the next reading on the cursor is on the figure of this unit or of the cluster (0: the first unit). */
void figures_place_wish(struct figures_page *page, int64_t subject, int64_t metric);

/* cluster_figures_grid.c */
extern const struct list_ops figures_list_ops;
extern const struct grid_ops figures_grid_ops;
#define FIGURES_NAME_WIDTH 19
#define FIGURES_NAME_WIDTH_MOST 30

/* cluster_figures_put.c: what the grid asks when something is to be stored */
bool figures_editable(const void *of, int row, int column, struct err *err);
void figures_edited(const void *of, int row, int column, struct str *out);
void figures_echo(const void *of, int row, int column, const char *typed, struct str *out);
bool figures_commit(void *of, int row, int column, const char *text, bool again, struct err *err);
bool figures_remove(void *of, struct grid_block block, struct err *err);
bool figures_copy(void *of, struct grid_block block, struct err *err);
/* Row 23 says the doubt and asks for a second Enter; always false. */
bool figures_ask_again(const char *doubt, struct err *err);
/* Writes an entry into the cell; takes nothing from entry. */
bool figures_put_entry(struct figures_page *page, struct figure_spot spot, const struct entry *entry, struct err *err);
/* «Đã ghi CĐCS mới · Hà Nam: 12 CĐCS.», with what the rules noticed. */
void figures_say_stored(struct figures_page *page, struct figure_spot spot, const struct figure_facts *stored,
	const struct notices *notices);
/* The answer of a dialog that one of these opened; false: not theirs. */
bool figures_answered(struct figures_page *page, const struct view *closed, struct err *err);
/* Remembers the figure as it is when the box opens. */
void figures_begin_edit(struct figures_page *page);

/* cluster_figures_conflict.c: always false, the box stays as it is */
bool figures_show_conflict(
	struct figures_page *page, struct figure_spot spot, const struct entry *entry, struct err *err);
/* True: the question is settled and the box can close. */
bool figures_settle_conflict(struct figures_page *page, const struct view *closed, struct err *err);

/* cluster_figures_empty.c: F5 where there is no record: what the metric counts, and the way to what was once there */
bool figures_open_empty(struct figures_page *page, struct figure_spot spot, struct err *err);
bool figures_empty_answered(struct figures_page *page, const struct view *closed, struct err *err);

/* cluster_figures_source.c: the document cited for what is typed, and for a block of figures */
bool figures_open_sources(struct figures_page *page, struct err *err);
bool figures_source_answered(struct figures_page *page, const struct view *closed, struct err *err);

/* cluster_figures_choose.c: F4, F7 */
bool figures_open_switches(struct figures_page *page, struct err *err);
bool figures_open_metrics(struct figures_page *page, struct err *err);
bool figures_chosen(struct figures_page *page, const struct view *closed, struct err *err);
/* Appends the records of a kind that fit what is typed, the best `most` of *all. */
bool figures_fill_found(struct figures_page *page, enum entity_id entity, size_t most, const char *query,
	struct choice_items *out, size_t *all, struct err *err);

/* cluster_figures_draft.c: what is in the box and not stored */
bool figures_draft(const struct page *page, struct draft *out);
/* The kind shown and the box of the draft; false: the cell is gone. */
bool figures_reopen(struct page *page, const struct draft *draft, struct err *err);

/* cluster_paste.c */
bool figures_paste(void *of, int row, int column, const char *bytes, size_t length, struct err *err);
#endif

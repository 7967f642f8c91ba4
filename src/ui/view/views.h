/* What the views of the program open of each other. */
#ifndef UI_VIEW_VIEWS_H
#define UI_VIEW_VIEWS_H
#include "model/field.h"
#include "ui/session.h"

/* ---- screens ---- */
extern const struct view_ops home_ops; /* place: NULL */
struct cluster_place {
	int64_t cluster;
	int tab;
}; /* tab from 0: Chung, Đơn vị, Vai trò, Số liệu, So sánh, Giao ước, Khen, Họp */
extern const struct view_ops cluster_ops; /* place: struct cluster_place */
/* A view of cluster_ops goes to its comparison and shows the chart of the metric with the focus there. */
bool cluster_show_chart(struct view *cluster, struct err *err);
extern const struct view_ops units_ops;     /* place: NULL; the list of all units */
extern const struct view_ops unit_tree_ops; /* place: NULL; the same under their parents */
/* The one of the two that this person looked at last. */
const struct view_ops *units_kept(struct session *session);
struct unit_place {
	int64_t unit;
	int tab;
};
extern const struct view_ops unit_ops; /* place: struct unit_place */
struct history_place {
	enum entity_id entity;
	int64_t record;
};                                        /* ENTITY_NONE: everything */
extern const struct view_ops history_ops; /* place: struct history_place */
struct records_place {
	enum entity_id entity;
};
extern const struct view_ops records_ops; /* place: struct records_place; a list of every record of a kind */

/* ---- forms ---- */
/* The form of one record and its parts.  id 0: a new one, with `presets` (field, integer) filled in; presets ends with field -1. */
struct preset {
	int field;
	int64_t integer;
};
bool form_open_record(struct ui *ui, enum entity_id entity, int64_t id, const struct preset *presets, struct err *err);
/* Leader and deputy of the year after `year`, filled in with the suggestion: one form takes both roles. */
bool form_open_suggestion(struct ui *ui, int64_t cluster, int year, struct err *err);

/* The page that reads in a file; the kind that is meant when the file does not say, ENTITY_NONE: none. */
bool import_open(struct ui *ui, enum entity_id kind, struct err *err);

/* ---- boxes ---- */
bool period_open(struct ui *ui, struct err *err);   /* F3: year and part; sets the session's and reloads */
bool palette_open(struct ui *ui, struct err *err);  /* Ctrl+K: records, screens, commands */
bool settings_open(struct ui *ui, struct err *err); /* the menu's *: input method, tones, mouse */
/* F5: sources, note and history of one record. */
bool detail_open(struct ui *ui, enum entity_id entity, int64_t record, struct err *err);
/* F8: asks, then removes the record; what refers to it is told instead when it cannot be. */
bool remove_open(struct ui *ui, enum entity_id entity, int64_t record, struct err *err);
/* Ctrl+Z, Ctrl+Y: one's own last change; one from before this session is named and asked about. */
bool undo_open(struct ui *ui, bool redo, struct err *err);
/* Writes the screen below, all of its rows, into a text file: asks first. */
bool export_open(struct ui *ui, struct err *err);
#endif

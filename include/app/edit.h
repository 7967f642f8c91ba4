/* The one door for every write.  Form, grid, import, command line and undo all come through here: the change is begun, the
 * facts that a rule needs are loaded, the pure rule in model/ is asked, then the record is written — inside the transaction, so
 * that two people cannot both be right. */
#ifndef APP_EDIT_H
#define APP_EDIT_H
#include "model/field.h"
#include "store/change.h"

/* What is worth saying but forbids nothing: a figure outside the life of its unit, two clusters that look alike … */
struct notices {
	char **sentences;
	size_t count, capacity;
};
void notices_add(struct notices *notices, char *sentence); /* takes the sentence */
void notices_release(struct notices *notices);

/* Writes a new or changed record through every rule of its kind.  notices may be NULL.  false: err says which rule, err->field
 * which field. */
bool edit_put(struct change *change, struct record *record, struct notices *notices, struct err *err);
/* Cites a document for a record, with the words that it has (NULL: none), unless some citation names it already.  agrees
 * false: it says otherwise than the record. */
bool edit_cite(struct change *change, enum entity_id entity, int64_t record, int64_t document, const char *quote,
	bool agrees, struct err *err);
/* Deletes the record with its parts, citations and aliases.  Refused while others refer to it: the sentence lists who. */
bool edit_remove(struct change *change, const struct record *record, struct err *err);
/* The rules of edit_put as advice, outside a change: for leaving a field. */
bool edit_advise(struct store *store, const struct record *record, struct notices *notices, struct err *err);

/* A record with its parts as a form edits them. */
struct part_list {
	enum entity_id entity;
	struct record *records;
	size_t count, capacity;
};
struct sheaf {
	struct record record;
	struct part_list *lists; /* one for each kind of part, in the order of part_kinds() */
	size_t list_count;
};
/* The kinds of part that a kind owns; *count may be 0. */
const enum entity_id *part_kinds(enum entity_id owner, size_t *count);
bool sheaf_read(struct sheaf *out, struct store *store, enum entity_id entity, int64_t id, struct err *err);
struct sheaf sheaf_new(enum entity_id entity);
struct sheaf sheaf_copy(const struct sheaf *sheaf);
void sheaf_release(struct sheaf *sheaf);
/* Writes the record and its parts in one change: new and changed parts are put, parts of base (NULL for a new record) that are
 * gone are removed, positions follow the order in the lists. */
bool edit_put_sheaf(
	struct change *change, struct sheaf *sheaf, const struct sheaf *base, struct notices *notices, struct err *err);

/* What an undo or a redo would do, for the question and the message line. */
struct undo_plan {
	int64_t change;          /* the change to take back or bring again; 0: there is nothing */
	char *name;              /* "Đoàn viên mới 2024 của Hà Nam": what it was, in the person's language */
	char *at;                /* when it was made, stored form */
	bool older_session;      /* made before `session_start`: ask first */
	bool blocked;            /* something was built on it since: nothing fits as a whole */
	bool by_self, by_others; /* of blocked: by who asks, by somebody else; neither: it is only in use elsewhere */
	struct notices others;   /* who did what on which field since, and which fields still fit */
};
void undo_plan_release(struct undo_plan *plan);
/* The person's own latest standing change, or the next one to bring again. */
bool undo_plan(struct undo_plan *out, struct store *store, bool redo, int64_t session_start, struct err *err);
/* The same for any change of the history. */
bool undo_plan_of(struct undo_plan *out, struct store *store, int64_t change, struct err *err);
/* Takes the change back (or brings it again) as a whole, as a new change through the same rules.  Nothing is done when a field
 * no longer has the value that the change gave it (ERR_CONFLICT; the sentence says who did what) unless fitting_only. */
bool edit_undo(struct store *store, int64_t change, bool fitting_only, struct err *err);

/* gộp bản ghi: `from` becomes `into`: references, aliases, citations and parts move, from's names become aliases, from is
 * deleted; one change, one undo.  Where both hold the same key (two figures of one metric and period), decide is asked which to
 * keep (true: the one of `into`); without decide the merge is refused with a list. */
bool edit_merge(struct store *store, enum entity_id entity, int64_t from, int64_t into,
	bool (*decide)(void *to, const struct record *of_into, const struct record *of_from), void *to,
	struct err *err);
#endif

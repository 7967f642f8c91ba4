/* Two people changed one record: which value stands, field by field.  Nothing is stored here; the view below gets the
 * answer. */
#ifndef UI_VIEW_CONFLICT_H
#define UI_VIEW_CONFLICT_H
#include "model/merge.h"
#include "ui/session.h"

struct conflict_setup {
	const char *title;      /* «lan vừa sửa bản ghi này lúc 09:12» */
	const char *subject;    /* what the record is called */
	const char *their_name; /* «lan» */
	const char *my_name;
	const struct record *base; /* as it was when opened; NULL: the record was new on both sides */
	const struct record *mine, *theirs;
	const struct merge *merge; /* sides of the fields; copied */
	int64_t source;            /* document to be cited with mine; 0: none */
};
enum conflict_answer {
	CONFLICT_STORE,  /* store by the marks: conflict_merge() */
	CONFLICT_THEIRS, /* leave the book as it is */
	CONFLICT_MINE,   /* take all of mine */
	CONFLICT_EDIT    /* go on editing; Esc */
};
bool conflict_open(struct ui *ui, const struct conflict_setup *setup, int tag, struct err *err);
bool conflict_is(const struct view *closed);
enum conflict_answer conflict_answer(const struct view *closed);
/* The sides that the answer means, but for CONFLICT_EDIT; merge_release. */
void conflict_sides(struct merge *out, const struct view *closed);
/* My source is to be cited too. */
bool conflict_cites_mine(const struct view *closed);
extern const struct view_ops conflict_ops;
#endif

/* A question with two to four answers: digits, arrows and Enter, or Esc for the safe one. */
#ifndef UI_DIALOG_H
#define UI_DIALOG_H
#include "ui/view.h"

#define DIALOG_ANSWERS 4
struct dialog_setup {
	const char *title;                   /* in the frame; NULL: none */
	const char *text;                    /* the question; LF ends a line, long lines are wrapped; NULL: none */
	const char *answers[DIALOG_ANSWERS]; /* without their digits; NULL after the last */
	int safe;                            /* the answer of Esc, from 0 */
	int preset;                          /* has the focus at first, from 0 */
	bool destroys;                       /* what was typed ahead is forgotten first */
	/* Optional: gets the answer instead of the view below. */
	void (*done)(void *to, int answer, struct err *err);
	void *to;
};
/* Opens it over the top view.  The answer comes to that view's answer() with this tag; read it with dialog_answer(). */
bool dialog_open(struct ui *ui, const struct dialog_setup *setup, int tag, struct err *err);
bool dialog_is(const struct view *closed);
/* From 0; the safe one when it was closed with Esc. */
int dialog_answer(const struct view *closed);
extern const struct view_ops dialog_ops;
#endif

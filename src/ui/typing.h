/* The built-in input method between the text boxes and text/compose.h: remembers the keys of the word being typed. */
#ifndef SRC_UI_TYPING_H
#define SRC_UI_TYPING_H
#include "ui/ui.h"

/* A zeroed one is ready for use. */
struct typing {
	struct str keys, shown; /* of the word typed last, and what it showed: believed only where that still stands */
	bool new_style;         /* the person's wish: hoà, thuý; otherwise hòa, thúy */
	bool whole;             /* the keys are all that were pressed, so the end of the word may bring them back */
};
void typing_release(struct typing *typing);
/* From the next word on: what stands is never spelled anew. */
void typing_choose_style(struct typing *typing, bool new_style);
/* As struct composer in ui/line.h. */
bool typing_compose(struct typing *typing, enum input_method method, const char *before, size_t length,
	const char *typed, size_t *removed, struct str *put);

/* How an account keeps it: «telex», «vni», otherwise off (NULL too). */
enum input_method typing_method(const char *kept);
const char *typing_kept(enum input_method method);
#endif

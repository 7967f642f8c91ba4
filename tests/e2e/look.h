/* One screen in every size, language and terminal: a text file (tests/README.md) with the way there and its looks. */
#ifndef E2E_LOOK_H
#define E2E_LOOK_H
#include "play.h"

struct play;
/* True when each look came as expected; otherwise report says which did not, and how. */
bool play_looks(const char *path, const struct play_options *options, struct str *report);
/* look_rules.c: what every look must hold; each fault is reported. */
bool look_rules(struct play *play, bool plain);
/* No cell has a colour of its own. */
bool look_colourless(struct play *play);
#endif

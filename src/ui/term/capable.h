/* Whether there is a terminal in front that can hold a screen at all. */
#ifndef UI_TERM_CAPABLE_H
#define UI_TERM_CAPABLE_H
#include "base/err.h"

/* Standard input and output are a terminal, the machine knows it by TERM, and its cursor can be placed; else err says
 * what to do. */
bool terminal_is_capable(struct err *err);
/* The terminal goes back to what stood there before; otherwise the last frame stays.  After newterm() only. */
bool terminal_has_second_screen(void);
#endif

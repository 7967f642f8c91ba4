/* F1, F4: Vietnamese on this terminal.  A box to try typing in, what the program found out about the terminal, the 134 letters
 * and the signs of the screens, how to set up PuTTY, tmux, screen and the Linux console. */
#ifndef UI_VIETNAMESE_H
#define UI_VIETNAMESE_H
#include "ui/view.h"

bool vietnamese_open(struct ui *ui, struct err *err);
extern const struct view_ops vietnamese_ops;
#endif

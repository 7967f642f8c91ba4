/* What the terminal in front really does, asked before curses starts (text/README.md 2.3). */
#ifndef UI_TERM_PROBE_H
#define UI_TERM_PROBE_H
#include "base/str.h"

enum probe_answer { PROBE_SILENT, PROBE_UTF8, PROBE_EIGHT_BIT };
struct probe {
	enum probe_answer answer;
	bool wide_signs; /* ► is two columns wide: CJK settings */
};
/* Asks on the terminal of descriptors in and out, waits at most 1.5 s; what else was typed meanwhile is appended to
 * typed_ahead. */
struct probe probe_terminal(int in, int out, struct str *typed_ahead);
/* Takes the first cursor report (ESC [ row ; column R) out of bytes: its column, or 0 when there is none yet. */
int probe_take_report(struct str *bytes);
#endif

/* The terminal itself: taken, drawn on, given back.  The only user of curses. */
#ifndef UI_TERM_SCREEN_H
#define UI_TERM_SCREEN_H
#include "base/err.h"
#include "ui/ui.h"

struct screen;
struct screen_setup {
	enum utf8_mode utf8;
	bool colour;
};
/* Takes the terminal: locale, probe, curses, modes, signals.  typed_ahead gets the bytes that arrived meanwhile.  On
 * failure the terminal is as it was. */
bool screen_start(struct screen **screen, const struct screen_setup *setup, struct str *typed_ahead, struct err *err);
/* Gives the terminal back; NULL allowed. */
void screen_stop(struct screen *screen);

/* Begins a frame: an empty screen to draw on. */
struct draw *screen_begin(struct screen *screen);
/* Shows the frame, in one write. */
void screen_show(struct screen *screen);
/* Draws all of the next frame anew: Ctrl+L, after a stop, after garbage from others. */
void screen_redraw(struct screen *screen);
/* The window has another size now. */
void screen_resize(struct screen *screen);
/* Asks the terminal to report the mouse, or no longer to. */
void screen_set_mouse(struct screen *screen, bool on);
void screen_beep(struct screen *screen);
bool screen_plain(const struct screen *screen);
/* All but backspace. */
struct terminal_facts screen_facts(const struct screen *screen);

/* What poll waits for: the keyboard, and the end of a pipe that has a byte for each signal. */
int screen_keyboard(const struct screen *screen);
int screen_signals(const struct screen *screen);
enum screen_signal { SIGNAL_NONE, SIGNAL_RESIZED, SIGNAL_RESUMED, SIGNAL_HANGUP };
/* The next signal that has come. */
enum screen_signal screen_next_signal(struct screen *screen);
#endif

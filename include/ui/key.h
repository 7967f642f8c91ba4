/* From the bytes of a terminal to keys: one decoder of our own for every terminal, whatever TERM says, because
 * terminfo does not know what PuTTY, screen and tmux really send (screens.md section 2).
 *
 * The mouse speaks as xterm's SGR reports do (ESC [ < button ; column ; row M) or in the older three bytes behind ESC [ M;
 * what it does besides pressing the left button and turning the wheel is swallowed, as is all of it where a program
 * before us left it on.
 *
 * A pure state machine: bytes with the time of their arrival go in, events come out one at a time.  What ESC and a
 * digit mean depends on where the cursor is when the ESC is taken, so the caller says that when it asks for the next
 * event. */
#ifndef UI_KEY_H
#define UI_KEY_H
#include "base/say.h"
#include "base/str.h"

/* Keys are ints: a printable ASCII character is itself (' ' … '~'), Ctrl and a letter is K_CTRL('F'), the others
 * follow. Enter is never K_CTRL('M') or ('J'), Tab never ('I'), Esc never ('['), Backspace never ('H'). */
#define K_CTRL(letter) ((letter)&0x1F)
#define K_NONE 0
#define K_METHOD K_CTRL('\\')
enum key {
	K_F1 = 0x100,
	K_F2,
	K_F3,
	K_F4,
	K_F5,
	K_F6,
	K_F7,
	K_F8,
	K_F9,
	K_F10,
	K_F11,
	K_F12,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_INSERT,
	K_DELETE,
	K_ENTER,
	K_TAB,
	K_SHIFT_TAB,
	K_ESCAPE,
	K_BACKSPACE,
	K_SHIFT_UP,
	K_SHIFT_DOWN,
	K_SHIFT_LEFT,
	K_SHIFT_RIGHT,
	K_SHIFT_HOME,
	K_SHIFT_END,
	K_CTRL_LEFT,
	K_CTRL_RIGHT,
	K_END_OF_KEYS
};
/* "F9", "Ctrl+G", "PgUp", "Space", "a"; as people call it in both languages; borrowed until the next call. */
const char *key_shown(int key);

enum key_event_kind {
	KEY_PRESSED, /* event.key */
	KEY_TEXT,    /* event.text: one code point as received, UTF-8, printable */
	KEY_PASTED,  /* event.text: everything between ESC[200~ and ESC[201~, raw bytes */
	KEY_CLICKED, /* the left button of the mouse went down: event.row, event.column from 0 */
	KEY_WHEELED, /* the wheel of the mouse was turned by one step: event.up */
	KEY_UNKNOWN, /* a sequence nobody knows, swallowed whole: event.text names it ("ESC [ 9 9 ~") */
	KEY_REFUSED  /* bytes that are no text: malformed UTF-8, or ≥ 80 where the terminal has no UTF-8; beep */
};
struct key_event {
	enum key_event_kind kind;
	int key;
	const char *text; /* borrowed until the next key_next; ends with NUL, may hold more of them when pasted */
	size_t length;
	int row, column; /* of the mouse */
	bool up;
};

#define KEY_ESCAPE_DELAY 100 /* ms in which ESC and what follows are one key */
#define KEY_TAIL_DELAY 500   /* ms after a lone ESC in which the rest of a torn sequence is swallowed */

struct key_byte {
	int64_t when;
	unsigned char byte;
};
struct key_decoder {
	bool eight_bit;         /* the terminal has no UTF-8: bytes ≥ 80 are refused */
	struct key_byte *bytes; /* not decoded yet: count of them from `first` on */
	size_t first, count, capacity;
	bool after_escape; /* a lone ESC was the last key, at escape_when */
	int64_t escape_when;
	bool pasting;
	int64_t paste_when;      /* of the last byte pasted */
	struct str text;         /* of the last event */
	unsigned char backspace; /* the byte that was the Backspace key last; 0: not pressed yet */
};
void key_decoder_release(struct key_decoder *decoder);
/* Appends bytes that arrived at `now`, in milliseconds of any clock that never goes back. */
void key_feed(struct key_decoder *decoder, const char *bytes, size_t length, int64_t now);
/* The next event that is certain at `now`; false when there is none (yet).  typing: the cursor is in a text box,
 * where ESC and a digit are always two keys; elsewhere ESC 1 … ESC 0 within the delay are F1 … F10. */
bool key_next(struct key_decoder *decoder, int64_t now, bool typing, struct key_event *event);
/* Milliseconds until key_next may give an event although no byte arrives; -1: not before one does. */
int key_wait(const struct key_decoder *decoder, int64_t now);
/* Something was typed that has not been taken as an event yet. */
bool key_is_waiting(const struct key_decoder *decoder);
/* Takes a lone Esc out of what was typed ahead, if there is one that is certain at `now`; all else stays as it is. */
bool key_take_escape(struct key_decoder *decoder, int64_t now);
/* Forgets what was typed ahead: before a question that destroys. */
void key_discard(struct key_decoder *decoder);
#endif

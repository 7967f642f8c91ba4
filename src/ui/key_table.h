/* Final byte and parameters of a sequence, and the key that they are, whatever TERM says (screens.md section 2). */
#ifndef SRC_UI_KEY_TABLE_H
#define SRC_UI_KEY_TABLE_H
#include "ui/key.h"

/* After ESC [ : numbers before ~. */
int key_of_number(int number);
/* Letters that end both families: ESC [ A and ESC O A. */
int key_of_letter(char letter);
/* After ESC O: the numeric keypad in application mode sends characters; 0: none. */
char key_of_keypad(char letter);
/* modifier as xterm sends it: 1 + (1 Shift, 2 Alt, 4 Ctrl); 0 when none was sent. */
int key_modified(int key, int modifier);
#endif

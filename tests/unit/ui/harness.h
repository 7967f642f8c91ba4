/* The loop without a terminal: keys in, a screen in memory out. */
#ifndef TESTS_UI_HARNESS_H
#define TESTS_UI_HARNESS_H
#include "canvas.h"
#include "ui/state.h"

/* A zeroed ui of that size; no view is open. */
void harness_init(struct ui *ui, int rows, int columns);
void harness_release(struct ui *ui);
/* Sends bytes as the terminal does, each call long after the one before. */
void harness_send(struct ui *ui, const char *bytes);
/* Draws the frame of now. */
void harness_draw(struct ui *ui, struct canvas *canvas);
#endif

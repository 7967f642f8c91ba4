/* The gate: flock() on BOOK-gate, held around every write transaction and checkpoint.  The kernel queues those who wait and
 * frees it when its holder dies.  The file holds "LOGIN PID\n" of the last holder and is never removed. */
#ifndef STORE_GATE_H
#define STORE_GATE_H
#include "base/err.h"
#include <stdbool.h>

struct gate {
	bool open;
	int descriptor;
	char *path;
};
/* Opens (makes) the gate of the book at its real path. */
bool gate_open(struct gate *gate, const char *book, struct err *err);
/* Blocks until the gate is ours.  While another holds it waiting is called every 250 ms with the holder's login; when it
 * returns false: ERR_CANCELLED. */
bool gate_take(
	struct gate *gate, const char *login, bool (*waiting)(void *to, const char *login), void *to, struct err *err);
/* Takes it when it is free, without waiting. */
bool gate_try(struct gate *gate, const char *login);
void gate_leave(struct gate *gate);
void gate_close(struct gate *gate);
#endif

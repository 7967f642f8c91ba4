/* A change about to be turned round: what of it still fits. */
#ifndef SRC_APP_UNDO_H
#define SRC_APP_UNDO_H
#include "app/edit.h"
#include "app/textmap.h"
#include "store/history.h"

/* Above so many records the references to each are not looked for one by one. */
#define TURN_LOOKS 200

struct undo_step {
	bool *fits;   /* of an update: one a field of the change */
	bool blocked; /* of an insert or a delete: others built on it */
	bool idle;    /* nothing that anybody sees changed: a figure whose metric got more decimals */
};
struct turn {
	int64_t tip; /* the change that is turned round: the last of the chain */
	bool redo;
	struct record_change *changes;
	size_t count;
	struct undo_step *steps;
	size_t misfits;
	struct notices others;   /* who did what since */
	bool by_self, by_others; /* it was who turns it round, somebody else; neither: it is only referred to */
	struct textmap records;  /* "entity:id" of everything that the change wrote */
};
/* The change at the beginning of a chain of undos and redos: of "Hoàn tác: Hoàn tác: X" it is X. */
bool change_root(int64_t *root, struct store *store, int64_t change, struct err *err);
bool turn_plan(struct turn *turn, struct store *store, int64_t change, struct err *err);
void turn_release(struct turn *turn);
#endif

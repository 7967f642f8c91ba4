#ifndef STORE_ACCOUNT_H
#define STORE_ACCOUNT_H
#include "store/handle.h"

/* Makes the account of this login by a change of its own, for what is written outside of changes. */
bool account_make(struct store *store, struct err *err);
#endif

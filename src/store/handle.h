/* The open book as the files of this folder see it. */
#ifndef STORE_HANDLE_H
#define STORE_HANDLE_H
#include "store/gate.h"
#include "store/store.h"
#include <sqlite3.h>
#include <sys/stat.h>

#define STORE_APPLICATION 0x74686475 /* "thdu" */
#define STORE_SCHEMA 1               /* user_version of the books that this program reads and writes */

enum verb {
	VERB_READ,
	VERB_INSERT,
	VERB_UPDATE,
	VERB_DELETE,
	VERB_STAMP,
	VERB_UID,
	VERB_KEY,
	VERB_PARTS,
	VERB_PAGE,
	VERB_COUNT
};

/* A statement prepared once; key: address of its SQL or of its question. */
struct statement {
	const void *key;
	sqlite3_stmt *stmt;
};

/* What a file looked like when it was opened. */
struct look {
	bool there;
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec written;
};

struct store {
	sqlite3 *db;
	char *path, *login;
	struct host host;
	enum store_mode mode;
	bool alone; /* a file that nobody else knows yet: without a gate */
	struct gate gate;
	bool (*waiting)(void *to, const char *login);
	void *waiting_to;
	int64_t account;
	struct change *change; /* the innermost open one */
	int reading;           /* depth of store_read_begin */
	int64_t before_change; /* id of the newest change when the open one began */
	int64_t newest;        /* id of the newest change when data_version was seen; -1: never looked */
	int64_t data_version;
	struct look book, log;
	struct statement *statements;
	size_t statement_count, statement_capacity;
	sqlite3_stmt *verbs[ENTITY_END][VERB_COUNT];
	void *kept; /* of a folder above: store_keep */
	void (*release_kept)(void *kept);
};

/* A store that is not open on anything yet. */
struct store *store_new(const struct host *host, const char *login);
/* Closes the connection with its statements and frees everything. */
void store_free(struct store *store);
/* Opens the connection on name (a path, or a URI with SQLITE_OPEN_URI in flags) and configures it. */
bool store_connect(struct store *store, const char *name, int flags, struct err *err);
/* application_id, user_version, the account of the login. */
bool store_identify(struct store *store, struct err *err);
/* Takes the gate; a store that is alone has none.  A store that may not write fails with ERR_READ_ONLY. */
bool store_take_gate(struct store *store, struct err *err);
void store_leave_gate(struct store *store);
#endif

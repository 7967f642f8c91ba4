/* The one door to the book's file: an SQLite database and the gate beside it.
 *
 * A book is WAL with synchronous=FULL.  SQLite before 3.51.3 can corrupt a WAL database when a checkpoint and a commit of two
 * processes meet (sqlite.org/wal.html#walresetbug), so every write transaction and every checkpoint holds flock() on
 * BOOK-gate; a close does not checkpoint.  The gate is also the queue of the writers.  Readers never take it. */
#ifndef STORE_STORE_H
#define STORE_STORE_H
#include "base/err.h"
#include "base/host.h"
#include "model/field.h"

struct store;
enum store_mode {
	STORE_READ_WRITE,
	STORE_READ_ONLY, /* somebody else writes; we may only look */
	STORE_SNAPSHOT   /* a file nobody may write while we look: immutable */
};

/* Makes a new book at path (which must not exist) with the schema, its guards and its first account; *out is open on it.
 * The file is 0600, built beside its place and renamed when complete. */
bool store_create(struct store **out, const char *path, const struct host *host, const char *login, const char *title,
	int current_year, struct err *err);
/* Opens the book in the best of the ways that the file allows (reliability: ours and writable → read-write; not writable and
 * no log beside it → snapshot; not writable with a log → read-only; anything else, a network file system, a second hard link,
 * a newer, damaged or foreign file → a sentence).  login names the account that this process writes for; it is made by the
 * first change when the book does not know it.  host is copied. */
bool store_open(struct store **out, const char *path, const struct host *host, const char *login, struct err *err);
/* Called now and then while a newer program recomputes the derived columns of a book that it opens; NULL: silently. */
void store_on_rebuild(void (*progress)(void *to, int64_t done, int64_t total), void *to);
/* Tidies the log when nobody waits, closes.  NULL is fine.  A change still open is a broken invariant. */
void store_close(struct store *store);

/* One thing that a folder above keeps as long as the book is open, freed by release when the book is closed or another thing
 * takes its place.  NULL: nothing is kept. */
void store_keep(struct store *store, void *kept, void (*release)(void *kept));
void *store_kept(const struct store *store);

enum store_mode store_mode(const struct store *store);
const char *store_path(const struct store *store); /* the real path; borrowed */
const struct host *store_host(const struct store *store);
const char *store_login(const struct store *store);
/* The account's id; 0 while the book does not know the login yet. */
int64_t store_account(const struct store *store);

/* Called about every 250 ms while another process holds the gate, with that person's login ("" when unknown); returns false to
 * give up waiting (the change then fails with ERR_CANCELLED).  NULL: wait silently. */
void store_on_wait(struct store *store, bool (*waiting)(void *to, const char *login), void *to);

/* One record by its id; ERR_NOT_FOUND when there is none.  *out is released by the caller. */
bool record_read(struct record *out, struct store *store, enum entity_id entity, int64_t id, struct err *err);
/* The id of the record of the kind with that uid; 0 when there is none. */
bool record_find_uid(int64_t *id, struct store *store, enum entity_id entity, const char *uid, struct err *err);
/* The id of the record whose key fields equal those of record; 0 when there is none or the key has an unknown part that
 * keeps it from being one. */
bool record_find_key(int64_t *id, struct store *store, const struct record *record, struct err *err);
/* Ids of the parts of one kind that an owner has, by position, then id.  *ids is the caller's. */
bool record_parts(
	int64_t **ids, size_t *count, struct store *store, enum entity_id part, int64_t owner, struct err *err);
/* Every id of a kind, ascending, from after on, at most capacity: to walk a whole kind page by page. */
bool record_page(int64_t *ids, size_t capacity, size_t *count, struct store *store, enum entity_id entity,
	int64_t after, struct err *err);

/* One reference that keeps a record from being deleted. */
struct reference {
	enum entity_id entity;
	int64_t id;
	int field;
};
/* What refers to the record: by reference and subject fields of every kind, by citations and aliases (owned parts are not
 * counted).  At most capacity are listed; *count is the number listed. */
bool record_references(struct reference *out, size_t capacity, size_t *count, struct store *store,
	enum entity_id entity, int64_t id, struct err *err);

/* A short read transaction around several questions, so that a screen is of one moment.  They nest. */
bool store_read_begin(struct store *store, struct err *err);
void store_read_end(struct store *store);

/* What happened since: true and *last = id of the newest change when something was written after `since` (by whomever);
 * touched is called for each record written, NULL to skip.  A change that is still open is not among them.  Costs microseconds
 * when nothing happened. */
bool store_news(struct store *store, int64_t since, int64_t *last,
	void (*touched)(void *to, int64_t change, enum entity_id entity, int64_t record), void *to, struct err *err);
/* Snapshot and read-only books: true when the file changed under us, so that it must be opened anew. */
bool store_is_stale(struct store *store);

/* A setting of the account, in no history; *value is the caller's, NULL when not set. */
bool setting_read(char **value, struct store *store, const char *name, struct err *err);
bool setting_write(struct store *store, const char *name, const char *value, struct err *err);

/* Copies the whole book into a new file (VACUUM INTO beside it, fsync, verified, renamed); the target must not exist. */
bool store_backup(struct store *store, const char *path, struct err *err);
/* Looks for damage: quick_check, foreign keys, references that no foreign key can hold (aliases, citations), derived columns
 * that are not what they should be, guards and schema as shipped.  Each finding is one sentence. */
bool store_check(struct store *store, void (*finding)(void *to, const char *sentence), void *to, struct err *err);
#endif

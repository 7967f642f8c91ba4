/* Books of their own in a temporary folder, and small records in them through the one door. */
#ifndef TESTS_APP_BOOK_H
#define TESTS_APP_BOOK_H
#include "app/edit.h"
#include "app/exchange.h"
#include "app/label.h"
#include "check.h"
#include "model/choices.h"
#include "model/fields.h"
#include "model/period.h"
#include "store/history.h"

struct folder {
	char path[64];
};
/* cmocka fixtures: *state is a struct folder, removed with all that lies in it. */
int make_folder(void **state);
int remove_folder(void **state);
/* Path of a file in the folder; one of four static buffers. */
const char *path_in(const struct folder *folder, const char *name);

/* A new book FOLDER/NAME for the login; 2026-11-21, a clock that goes a second further each time. */
struct store *make_book(const struct folder *folder, const char *name, const char *login);
struct store *reopen_book(const struct folder *folder, const char *name, const char *login);
/* Fails the test with the sentence. */
void works(bool done, struct err *err);
/* Expects a refusal of the kind whose sentence has the words, and releases it. */
void refused(bool done, struct err *err, enum err_kind kind, const char *words);

/* Puts one record as a change of its own (action "save"); true or err. */
bool put(struct store *store, struct record *record, struct notices *notices, struct err *err);
bool remove_record(struct store *store, enum entity_id entity, int64_t id, struct err *err);
/* Puts it, releases it, gives its id. */
int64_t add(struct store *store, struct record record);
struct record stored(struct store *store, enum entity_id entity, int64_t id);
bool is_there(struct store *store, enum entity_id entity, int64_t id);
/* Of a stored record; the text is the caller's. */
char *text_of(struct store *store, enum entity_id entity, int64_t id, int field);
int64_t integer_of(struct store *store, enum entity_id entity, int64_t id, int field);
size_t count_of(struct store *store, enum entity_id entity);
/* Changes one field of a stored record as a change of its own. */
bool change_integer(
	struct store *store, enum entity_id entity, int64_t id, int field, int64_t integer, struct err *err);
bool change_text(struct store *store, enum entity_id entity, int64_t id, int field, const char *text, struct err *err);

/* A unit with one name from and to the given dates (NULL: open) and that uid (NULL: its own). */
int64_t add_unit(struct store *store, const char *uid, const char *name, const char *from, const char *to);
int64_t add_cluster(struct store *store, const char *uid, const char *name, int64_t owner);
int64_t add_member(struct store *store, int64_t cluster, int64_t unit, const char *from, const char *to);
int64_t add_role(struct store *store, const char *code, const char *label, bool single, bool members_only);
struct record new_term(int64_t cluster, int year, int64_t role, int64_t unit);
struct record new_metric(const char *code, const char *name, int decimals);
struct record new_figure(int64_t subject, int64_t metric, period p, int64_t value);
int64_t add_person(struct store *store, const char *name);
int64_t add_document(struct store *store, const char *title);

/* The sentence of the latest change is this one. */
void check_latest(struct store *store, const char *expected);

/* The whole file of a kind as export writes it, or of all kinds, one after the other; the caller's. */
char *exported(struct store *store, enum entity_id entity);
char *exported_all(struct store *store);
/* Imports text as the file NAME of the kind. */
bool imported(struct store *store, enum entity_id entity, const char *name, const char *text,
	struct import_result *result, struct err *err);
/* Undoes the person's own latest standing change. */
bool undo_last(struct store *store, struct err *err);
bool redo_next(struct store *store, struct err *err);
#endif

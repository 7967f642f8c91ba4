/* A book of its own in a temporary folder for each test. */
#ifndef TESTS_STORE_BOOK_H
#define TESTS_STORE_BOOK_H
#include "check.h"
#include "model/choices.h"
#include "model/fields.h"
#include "store/change.h"
#include "store/history.h"
#include "store/rows.h"
#include "store/store.h"

#define FOLDER_SIZE 64
struct place_of_test {
	char folder[FOLDER_SIZE], path[FOLDER_SIZE + 16];
};
/* A clock that starts at 2026-11-21T20:11:35.123Z and goes a second further each time, and random bytes of a seed. */
struct test_host {
	int64_t now;
	uint64_t random;
};
struct host host_of_test(struct test_host *state, uint64_t seed);

/* cmocka fixtures: *state is a struct place_of_test, removed with all that lies in it. */
int make_place(void **state);
int remove_place(void **state);
/* path of a file in the folder; a static buffer. */
const char *in_place(const struct place_of_test *place, const char *name);

/* A new book at place->path for the login; fails the test when it cannot be made. */
struct store *new_book(const struct place_of_test *place, const char *login);
struct store *open_book(const struct place_of_test *place, const char *login);
/* Expects an error of the kind whose sentence has the words; releases it. */
void expect_error(struct err *err, enum err_kind kind, const char *words);
/* Fails the test with the sentence. */
void no_error(bool done, struct err *err);

/* One change that writes the one record (and releases nothing). */
void save(struct store *store, struct record *record);
void delete_record(struct store *store, enum entity_id entity, int64_t id);
struct record new_unit(const char *note);
struct record new_person(const char *name);
struct record new_document(const char *title);
int64_t save_unit(struct store *store, const char *note);
int64_t save_person(struct store *store, const char *name);
/* Text of a field of a stored record; the caller's. */
char *stored_text(struct store *store, enum entity_id entity, int64_t id, int field);
/* begin, and expect it to work */
struct change *begin(struct store *store, const char *action);
void write_record(struct change *change, struct record *record);
void commit(struct change *change);
struct record read_record(struct store *store, enum entity_id entity, int64_t id);
bool is_there(struct store *store, enum entity_id entity, int64_t id);
/* A metric with that code and decimals; a figure of a unit. */
struct record new_metric(const char *code, int decimals);
struct record new_figure(int64_t subject, int64_t metric, int64_t value);
/* "insert person 3 name:∅→Lan; …" in the order written, all of one change; the caller's.  uid is left out. */
char *told(struct store *store, int64_t change);
/* A question that lasts to the end of the program. */
const struct question *question_of(const char *sql);
int64_t ask_integer(struct store *store, const char *sql);
/* Runs SQL on the file behind the store's back; the error message or NULL; the caller's. */
char *raw(const char *path, const char *sql);
/* 0 when a whole check finds nothing, else prints and counts the findings. */
int findings(struct store *store);
#endif

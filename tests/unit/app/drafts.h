/* Drafts for tests: keepers, a meeting and a cell that are not saved, their files. */
#ifndef TESTS_APP_DRAFTS_H
#define TESTS_APP_DRAFTS_H
#include "app/draft.h"
#include "book.h"

#define HOSTILE "“Trích” \"yếu\" \\ {\"a\":[1,2]} =1+1 'x' đủ dấu ỗ 🙂"

/* Teardown after make_folder: the drafts of so.db and the folder state too. */
int remove_all(void **state);
void empty_folder(const struct folder *folder, const char *name);
struct draft_keeper *keeper_of(struct store *store, const char *state);
/* Path of so.db-drafts/FILE; as path_in. */
const char *draft_path(const struct folder *folder, const char *file);
bool is_file(const char *path);
void put_file(const char *path, const char *bytes);
/* In a static buffer. */
char *get_file(const char *path);
/* A form: a meeting with two participants, one of them new, with this note, and this typed in one field. */
void add_meeting(struct draft_set *set, const char *note, const char *typed);
void add_cell(struct draft_set *set, const char *typed);
/* Keeps a meeting with that text typed. */
void keep(struct draft_keeper *keeper, const char *typed);
/* The text typed in the next draft found, in a static buffer; NULL: there is none. */
const char *next_typed(struct draft_keeper *keeper);
void next_is_refused(struct draft_keeper *keeper, const char *words);
#endif

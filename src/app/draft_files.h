/* The files of drafts in one folder: claimed, held, written, taken away. */
#ifndef APP_DRAFT_FILES_H
#define APP_DRAFT_FILES_H
#include "base/err.h"
#include "base/str.h"

#define DRAFT_NUMBERS 99               /* LOGIN.1 … LOGIN.99 */
#define DRAFT_BYTES (16 * 1024 * 1024) /* largest file that is read */

/* A file that this process holds flock() on; descriptor -1: none. */
struct draft_slot {
	const char *folder; /* borrowed */
	const char *login;  /* as in file names; borrowed */
	int number;
	int descriptor;
};
#define DRAFT_NO_SLOT ((struct draft_slot){ .descriptor = -1 })

/* The login as the begin of a file name: letters, digits, "-", "_", "@", "." and what lies beyond ASCII stay, the rest is
 * %XX. */
char *draft_file_login(const char *login);

/* Takes the lowest free number in the folder, which is made (with the folders above it when deep). */
bool draft_slot_claim(struct draft_slot *out, const char *folder, bool deep, const char *login, struct err *err);
/* Holds an existing file; *held false: there is none (or no folder of our own), or another process holds it.  What may
 * not be read safely (a link, another user's file, no plain file) is refused with a sentence. */
bool draft_slot_hold(
	struct draft_slot *out, bool *held, const char *folder, const char *login, int number, struct err *err);
/* Replaces the content whole; the new file is held before it has the name. */
bool draft_slot_write(struct draft_slot *slot, const char *bytes, size_t length, struct err *err);
bool draft_slot_read(const struct draft_slot *slot, struct str *out, struct err *err);
void draft_slot_remove(struct draft_slot *slot);
void draft_slot_leave(struct draft_slot *slot);
#endif

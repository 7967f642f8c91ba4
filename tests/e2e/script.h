/* The lines of a case or a look, and those that are written anew. */
#ifndef E2E_SCRIPT_H
#define E2E_SCRIPT_H
#include "base/str.h"

/* Lines [first, first + count) become text. */
struct rewrite {
	size_t first, count;
	char *text;
};
/* A zeroed struct script has no lines. */
struct script {
	char **lines;
	size_t count, capacity;
	struct rewrite *rewrites;
	size_t rewrite_count, rewrite_capacity;
};
/* Both say in report what the system says. */
bool script_read(struct script *script, const char *path, struct str *report);
bool script_write(const struct script *script, const char *path, struct str *report);
/* In the order of the lines; text is taken over. */
void script_replace(struct script *script, size_t first, size_t count, struct str *text);
void script_release(struct script *script);
#endif

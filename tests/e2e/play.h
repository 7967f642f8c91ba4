/* Plays one case: a text file of directives (tests/README.md), one a line. */
#ifndef E2E_PLAY_H
#define E2E_PLAY_H
#include "base/str.h"

struct play_options {
	const char *program;        /* absolute path */
	const char *top;            /* a directory for all cases of this run */
	const char *data;           /* absolute path of tests/data */
	const char *source;         /* absolute path of the source tree */
	const char *example;        /* a book made from share/example; NULL when it could not be made */
	const char *empty;          /* a book made by init alone; likewise */
	const char *const *wrapper; /* words before the program (valgrind …), ended by NULL */
	int timeout;                /* milliseconds to wait for what is expected */
	bool update;                /* write what is drawn into the case instead of failing */
};
/* True when all came as expected; otherwise report says what did not, and where. */
bool play_case(const char *path, const struct play_options *options, struct str *report);
/* A clean environment for a program at home (a directory): what is listed here and nothing else.  THIDUA_NOW freezes
 * its clock at 20 December 2024, 09:12 in Vietnam, where nothing else is said.  Ends with NULL; every string and the
 * array are the caller's. */
char **play_environment(const struct play_options *options, const char *home);
#endif

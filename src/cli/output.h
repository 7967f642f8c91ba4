/* Standard output, every write checked: a full disk or a closed pipe ends the command with status 1. */
#ifndef SRC_CLI_OUTPUT_H
#define SRC_CLI_OUTPUT_H
#include "base/err.h"
#include "base/str.h"

struct output {
	struct str held; /* whole lines not written yet */
	bool terminal;   /* what could steer a terminal is taken out, line by line; otherwise bytes leave as they are */
	bool plain;      /* a terminal without UTF-8 */
	bool cut;        /* the reader has gone: nothing to tell anybody */
	const char *path; /* a file that takes all of it at the end, whole or not at all; NULL: standard output */
};
/* Looks at descriptor 1. */
struct output output_new(bool plain);
/* Adds bytes (ending a line), writing when much is held. */
bool output_add(struct output *output, const char *bytes, size_t length, struct err *err);
/* A sentence as a line of its own; arguments as in say_format. */
__attribute__((sentinel)) bool output_say(struct output *output, struct err *err, struct words words, ...);
bool output_flush(struct output *output, struct err *err);
/* From now on everything is for this file (borrowed).  Refused when it is the book, or no file. */
bool output_into(struct output *output, const char *path, const char *book, struct err *err);
/* Flushes and closes standard output: a file system may tell only then that it is full. */
bool output_finish(struct output *output, struct err *err);
#endif

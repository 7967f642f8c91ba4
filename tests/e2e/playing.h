/* One case under way, shared by the files that carry its directives out. */
#ifndef E2E_PLAYING_H
#define E2E_PLAYING_H
#include "base/str.h"
#include "play.h"
#include "terminal.h"
#include <stdint.h>

enum { ROWS_MOST = 200, COLUMNS_MOST = 500, CASE_BYTES_MOST = 1 << 20, BOOK_BYTES_MOST = 1 << 28 };

/* Lines [first, first + count) of the case become text. */
struct rewrite {
	size_t first, count;
	char *text;
};
struct play {
	const struct play_options *options;
	struct str *report;
	char **lines;
	size_t line_count, line_capacity, line;
	struct terminal terminal;
	struct launch launch;
	char *home, *term;
	char **environment;
	size_t environment_count;
	int slow; /* milliseconds between bytes */
	int64_t escape_sent;
	long long bytes_before, writes_before; /* when keys were last sent */
	struct rewrite *rewrites;
	size_t rewrite_count, rewrite_capacity;
};

/* play.c: says what is wrong at this line; always false. */
__attribute__((format(printf, 2, 3))) bool fault(struct play *play, const char *format, ...);
bool has_started(struct play *play);
void report_end(struct play *play);
void report_screen(struct play *play);
int64_t clock_now(void); /* milliseconds */
/* Draws what comes until seen() is content; false after the time of patience, or when no more can come. */
bool await(struct play *play, bool (*seen)(struct play *, const void *), const void *what, int patience);
/* Draws until nothing has come for so long. */
void await_quiet(struct play *play, int quiet);
/* Draws for so long. */
void pause_for(struct play *play, int64_t milliseconds);

/* world.c: a clean environment for the case, whose home and options are known. */
void set_clean_environment(struct play *play);
/* The number of a signal by its name without SIG; 0 when there is none (act.c). */
int signal_number(const char *name);

/* Each directive gets the rest of its line; false ends the case. */
bool do_size(struct play *play, const char *arguments);
bool do_term(struct play *play, const char *arguments);
bool do_env(struct play *play, const char *arguments);
bool do_now(struct play *play, const char *arguments);
bool do_utf8(struct play *play, const char *arguments);
bool do_answers(struct play *play, const char *arguments);
bool do_book(struct play *play, const char *arguments);
bool do_user(struct play *play, const char *arguments);
bool do_run(struct play *play, const char *arguments);
bool do_setup(struct play *play, const char *arguments);

bool do_start(struct play *play, const char *arguments);
bool do_keys(struct play *play, const char *arguments);
bool do_bytes(struct play *play, const char *arguments);
bool do_slow(struct play *play, const char *arguments);
bool do_signal(struct play *play, const char *arguments);
bool do_hang_up(struct play *play, const char *arguments);

bool do_screen(struct play *play, const char *arguments);
bool do_cursor(struct play *play, const char *arguments);
bool do_attr(struct play *play, const char *arguments);
bool do_wait_text(struct play *play, const char *arguments);
bool do_no_text(struct play *play, const char *arguments);
bool do_expect_exit(struct play *play, const char *arguments);
bool do_expect_signal(struct play *play, const char *arguments);
bool do_bytes_at_most(struct play *play, const char *arguments);
bool do_writes_at_most(struct play *play, const char *arguments);
#endif

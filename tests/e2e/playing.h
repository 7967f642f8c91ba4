/* One case under way, shared by the files that carry its directives out. */
#ifndef E2E_PLAYING_H
#define E2E_PLAYING_H
#include "base/str.h"
#include "play.h"
#include "script.h"
#include "terminal.h"
#include <stdint.h>

enum { ROWS_MOST = 200, COLUMNS_MOST = 500, CASE_BYTES_MOST = 1 << 20, BOOK_BYTES_MOST = 1 << 28 };

struct play {
	const struct play_options *options;
	struct str *report;
	struct script *script;
	size_t line; /* of the script, under way */
	struct terminal terminal;
	struct launch launch;
	char *home, *term;
	char **environment;
	size_t environment_count;
	int slow;    /* milliseconds between bytes */
	int pressed; /* keys since count-keys, without texts in quotes */
	int64_t escape_sent;
	long long bytes_before, writes_before; /* when keys were last sent */
};

/* play.c: a play in a home of its own with a clean environment; to be ended even when it did not begin. */
bool play_begin(struct play *play, const struct play_options *options, struct script *script, struct str *report);
/* Carries the directive on this line out. */
bool play_directive(struct play *play, const char *line);
/* False when a sanitizer or valgrind has complained. */
bool play_end(struct play *play);
/* Says what is wrong at this line; always false. */
__attribute__((format(printf, 2, 3))) bool fault(struct play *play, const char *format, ...);
bool has_started(struct play *play);
void report_end(struct play *play);
void report_screen(struct play *play);
int64_t clock_now(void); /* milliseconds */
/* Draws what comes until seen() is content; false after the time of patience, or when no more can come. */
bool await(struct play *play, bool (*seen)(struct play *, const void *), const void *what, int patience);
/* Draws until nothing has come for so long. */
void await_quiet(struct play *play, int quiet);
/* Draws until the program has read all keys, sleeps and draws nothing more; false after the time of patience. */
bool await_settled(struct play *play);
/* Draws for so long. */
void pause_for(struct play *play, int64_t milliseconds);

/* world.c: a clean environment for the case, whose home and options are known. */
void set_clean_environment(struct play *play);
/* expect.c: the cursor as it is becomes these lines of the script. */
void write_cursor(struct play *play, size_t first, size_t count);
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
bool do_count_keys(struct play *play, const char *arguments);
bool do_keys_at_most(struct play *play, const char *arguments);
bool do_click(struct play *play, const char *arguments);
bool do_wheel(struct play *play, const char *arguments);
bool do_slow(struct play *play, const char *arguments);
bool do_settle(struct play *play, const char *arguments);
bool do_signal(struct play *play, const char *arguments);
bool do_hang_up(struct play *play, const char *arguments);

bool do_screen(struct play *play, const char *arguments);
bool do_mouse(struct play *play, const char *arguments);
bool do_keypad(struct play *play, const char *arguments);
bool do_cursor(struct play *play, const char *arguments);
bool do_attr(struct play *play, const char *arguments);
bool do_wait_text(struct play *play, const char *arguments);
bool do_no_text(struct play *play, const char *arguments);
bool do_expect_exit(struct play *play, const char *arguments);
bool do_expect_signal(struct play *play, const char *arguments);
bool do_bytes_at_most(struct play *play, const char *arguments);
bool do_writes_at_most(struct play *play, const char *arguments);
#endif

/* The commands and what each of them works with. */
#ifndef SRC_CLI_COMMANDS_H
#define SRC_CLI_COMMANDS_H
#include "app/compare.h"
#include "app/exchange.h"
#include "arguments.h"
#include "cli/cli.h"
#include "output.h"
#include "report/report.h"

/* One command being carried out. */
struct deed {
	const struct cli_request *request;
	const struct arguments *arguments;
	struct host host;
	struct store *store; /* NULL for the commands that open no book */
	struct output out;
	enum exchange_format format;
	struct csv_style style;
	bool misused; /* the refusal is one of the command line: exit status 2 */
};
struct command {
	const char *name;
	struct words takes;          /* "LOẠI TỆP"; "" nothing */
	struct words does;           /* one line for the list */
	struct words more;           /* the rest of its help; "" nothing */
	size_t least, most;          /* words after the command */
	int path;                    /* which of them is a path; -1: none */
	uint64_t options;            /* besides OPTIONS_EVERYWHERE */
	enum exchange_format format; /* without --format */
	bool bookless;               /* opens none */
	bool (*run)(struct deed *deed, struct err *err);
	unsigned formats; /* of --format: bit 1 << FORMAT_… */
};
/* Of all commands that write results; the manual tells them once. */
#define OUTPUT_OPTIONS (WITH(FORMAT) | WITH(EXCEL) | WITH(RAW))
extern const struct command commands[];
extern const size_t command_count;
/* NULL when there is none of that name. */
const struct command *command_named(const char *name);
const char *command_name(size_t index); /* for nearest_add */

/* The word of a format, as --format takes it; NULL after the last. */
const char *format_word(enum exchange_format format);
/* "table, csv, json": what the command can write; appends, with `between` between them. */
void formats_add(struct str *out, const struct command *command, const char *between);
/* The whole help (NULL), or that of one command. */
void help_add(struct str *out, const struct command *command);

/* A fault of the command line: sets misused; always false.  Arguments as in err_set. */
__attribute__((sentinel)) bool misuse(struct deed *deed, struct err *err, struct words words, ...);
/* What an option was given, NULL when it was not. */
const char *given(const struct deed *deed, enum option_id option);
/* An option as a year 1900 … 2999; otherwise when it is not given. */
bool given_year(int *out, struct deed *deed, enum option_id option, int otherwise, struct err *err);
bool given_number(int64_t *out, struct deed *deed, enum option_id option, int64_t otherwise, struct err *err);
/* --year, else the book's work year. */
bool work_year(int *out, struct deed *deed, struct err *err);
/* The kind of that name, or its plural; a fault of the command line when there is none. */
bool kind_named(enum entity_id *out, struct deed *deed, const char *name, struct err *err);
/* The record that an option names, under the names of the end of the year; the option is required. */
bool find_given(
	int64_t *id, struct deed *deed, enum option_id option, enum entity_id entity, int year, struct err *err);
/* A record by its name, uid, key, or "#" and its number. */
bool find_record(int64_t *id, struct deed *deed, enum entity_id entity, const char *typed, struct err *err);

/* care.c */
bool run_init(struct deed *deed, struct err *err);
bool run_check(struct deed *deed, struct err *err);
bool run_backup(struct deed *deed, struct err *err);
/* import.c */
bool run_import(struct deed *deed, struct err *err);
/* files.c */
bool run_export(struct deed *deed, struct err *err);
bool run_fields(struct deed *deed, struct err *err);
/* "date", as files and the manual call the type. */
const char *field_type_word(enum field_type type);
/* Appends what a value may be: the words of a choice, the kind of a reference, the limits of a number; nothing when the type
 * says it all. */
void field_values_add(struct str *out, const struct field *field);
/* reports.c */
bool run_clusters(struct deed *deed, struct err *err);
bool run_members(struct deed *deed, struct err *err);
bool run_compare(struct deed *deed, struct err *err);
bool run_rotation(struct deed *deed, struct err *err);
/* What a comparison is asked for; asked_comparison_release in every case. */
struct asked_comparison {
	struct compare_wish wish;
	struct str part;
	int64_t *metrics;
};
bool comparison_asked(struct asked_comparison *out, struct deed *deed, struct err *err);
void asked_comparison_release(struct asked_comparison *asked);
#define YEARS_BEFORE 4 /* --since: first year of the roles, before the work year */
/* report.c */
bool run_report(struct deed *deed, struct err *err);
/* Writes the report in the deed's format into --output or to standard output; releases it. */
bool put_report(struct deed *deed, struct report *report, struct err *err);
/* records.c */
bool run_find(struct deed *deed, struct err *err);
bool run_show(struct deed *deed, struct err *err);
bool run_merge(struct deed *deed, struct err *err);
/* changes.c */
bool run_history(struct deed *deed, struct err *err);
bool run_undo(struct deed *deed, struct err *err);
bool run_redo(struct deed *deed, struct err *err);
#endif

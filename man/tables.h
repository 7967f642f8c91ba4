/* The tables of the manual as mdoc(7), each made from the list that the program itself works with. */
#ifndef MAN_TABLES_H
#define MAN_TABLES_H
#include "base/str.h"
#include "cli/commands.h"

/* The row of one option; those of a set of options, each with the commands that take it. */
void table_option(struct str *out, enum option_id option);
void table_options(struct str *out, uint64_t set);
/* What can be done everywhere, with its keys and its character in the menu; then the keys of text boxes and of each place. */
void table_keys(struct str *out);
/* How figures may be typed. */
void table_figures(struct str *out);
/* Every kind of record with its fields. */
void table_fields(struct str *out);
#endif

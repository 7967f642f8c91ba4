/* A look at a file before it is read in: what was recognised and from what, its heads, its first rows as they would be read.
 * No book is needed for it. */
#ifndef APP_IMPORT_LOOK_H
#define APP_IMPORT_LOOK_H
#include "app/exchange.h"
#include "report/sheet.h"

#define IMPORT_LOOK_ROWS 5
struct import_look {
	struct charset_finding finding;
	enum charset encoding; /* the wish's, else the one found */
	char separator;
	bool separator_named; /* by a line sep= of the file */
	/* The first rows under their heads: cleaned, with capitals where the wish has them; each named by its line in the
	 * file. */
	struct sheet sheet;
	size_t records; /* rows with something in them, of the whole file; those before a fault that ends the reading */
	char *other_row; /* in doubt: the first row that finding.others[0] reads in another way, « | » between its cells; NULL: none */
	long other_line;
};
/* Reads the whole of the file; wish NULL: nothing.  progress as in import_kind.  false: the reading ended early, err says where;
 * what was read until then is shown all the same. */
bool import_look(struct import_look *out, const char *bytes, size_t length, const struct import_wish *wish,
	bool (*progress)(void *to, size_t done, size_t all), void *to, struct err *err);
void import_look_release(struct import_look *look);

/* «TCVN3 (ABC): 14 trong 14 từ có dấu đọc ra là âm tiết tiếng Việt»; appends. */
void import_say_encoding(struct str *out, const struct import_look *look);
/* «dấu ngăn chấm phẩy “;”, 5 cột», and when the file itself named it; appends. */
void import_say_separator(struct str *out, const struct import_look *look);
/* As a person names it: «chấm phẩy “;”»; appends. */
void import_name_separator(struct str *out, char separator);
/* In doubt: which others are possible, and what the first row that changes would be; appends, nothing without doubt. */
void import_say_doubt(struct str *out, const struct import_look *look);

/* The heads that are columns of the kind. */
size_t import_columns_known(const struct import_look *look, enum entity_id entity);
/* The one kind whose files have all these columns; of several the one of which they could make new records, or else the one that
 * the file is named after (person.csv); ENTITY_NONE: none is sure. */
enum entity_id import_kind_of(const struct import_look *look, const char *file_name);
/* Whether a list of heads parted by commas, as import_wish has it (NULL: none), has this one. */
bool import_head_is_listed(const char *list, const char *head);
/* Whether the column holds names and other text, so that it may be given the capitals of names. */
bool import_column_is_text(enum entity_id entity, const char *head);
#endif

/* Between the two halves of the names in memory: names.c keeps them, names_find.c looks through them. */
#ifndef MODEL_NAMES_PRIVATE_H
#define MODEL_NAMES_PRIVATE_H
#include "model/names.h"
#include "text/wordbook.h"

/* What one source gives: its name, then its brief name, among the codes.  Small, because a search reads all rows. */
struct name_row {
	uint32_t at;
	uint16_t name_length, brief_length;
	uint32_t owner;
	uint32_t initials; /* of the words of both */
};

/* A subject.  Days as numbers, YYYYMMDD; last 0: not read yet. */
struct owner {
	int64_t id;
	uint32_t first, last;
};
/* The best that a search has found of an owner. */
struct best {
	uint32_t row;
	uint8_t rank;
	bool brief;
};
/* Of one kind. */
struct name_list {
	struct name_row *rows; /* in the order of their sources */
	int64_t *
		sources; /* beside rows: id of the phase; of an alias ALIASES_FROM more, so that it comes after all phases */
	size_t row_count, row_capacity, source_capacity;
	struct owner *owners;
	struct best *best; /* beside owners; filled by each search */
	size_t owner_count, owner_capacity, best_capacity;
	uint32_t *slots; /* place of an owner + 1 by its id; slot_count is a power of two */
	size_t slot_count;
};
#define ALIASES_FROM (INT64_C(1) << 62)
enum { LIST_UNITS, LIST_CLUSTERS, LIST_COUNT };
struct names {
	struct wordbook *book;
	struct codes codes;
	size_t wasted; /* codes of names taken out */
	struct name_list lists[LIST_COUNT];
	struct wordbook_query query; /* kept for its memory */
};

static inline struct phrase
phrase_of(const struct names *names, const struct name_row *row, bool brief)
{
	return (struct phrase){ names->codes.items + row->at + (brief ? row->name_length : 0),
		brief ? row->brief_length : row->name_length };
}
/* One after the other. */
static inline struct phrase
both_of(const struct names *names, const struct name_row *row)
{
	return (struct phrase){ names->codes.items + row->at, row->name_length + row->brief_length };
}
#endif

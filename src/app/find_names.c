/* Where names stand: phases, aliases, titles, codes. */
#include "app/find.h"
#include "app/find_index.h"
#include "app/label.h"
#include "app/naming.h"
#include "app/questions_edit.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/case.h"
#include "text/fold.h"
#include "text/key.h"
#include <stdlib.h>
#include <string.h>

/* The most names read when nothing is typed: a list shows no more. */
#define FIRST_NAMES 1000
/* The most letters of a word that the tables are asked for. */
#define LIKE_LETTERS 40

static bool
same_letters(const char *a, const char *b)
{
	struct str x = { 0 }, y = { 0 };
	text_lower(&x, a);
	text_lower(&y, b);
	bool same = strcmp(str_text(&x), str_text(&y)) == 0;
	str_release(&x);
	str_release(&y);
	return same;
}

static bool
same_bare(const char *name, const char *bare)
{
	struct str folded = { 0 };
	text_bare(&folded, name);
	bool same = folded.length > 0 && strcmp(str_text(&folded), bare) == 0;
	str_release(&folded);
	return same;
}

/* Rank of a name under the search; 0 when it does not match.  whole: as bare text the two are one. */
static int
rank_of(const struct search *search, const char *name, bool whole)
{
	enum match match = matcher_match(&search->matcher, name, NULL, 0, NULL);

	if (same_letters(name, search->typed))
		return RANK_SAME;
	if (match == MATCH_NONE)
		return 0;
	if (*search->typed && whole)
		return RANK_WHOLE;
	return match == MATCH_EXACT && *search->typed ? RANK_EXACT : RANK_LOOSE;
}

/* The same of a name with its stored bare text, which keeps most names from a closer look. */
static int
rank_of_stored(const struct search *search, const char *name, const char *bare)
{
	bool whole = search->bare.length > 0 && strcmp(bare, str_text(&search->bare)) == 0;

	if (!whole && strlen(name) != strlen(search->typed)) {
		if (!matcher_may(&search->matcher, bare))
			return 0;
		enum match match = matcher_match(&search->matcher, name, NULL, 0, NULL);
		return match == MATCH_NONE ? 0 : match == MATCH_EXACT && *search->typed ? RANK_EXACT : RANK_LOOSE;
	}
	return rank_of(search, name, whole);
}

static struct hit *
add_hit(struct search *search, enum entity_id entity, int64_t id, int rank)
{
	ARRAY_RESERVE(search->out->items, search->out->count, search->out->capacity);
	struct hit *hit = &search->out->items[search->out->count++];
	*hit = (struct hit){
		.entity = entity, .id = id, .rank = (enum rank)rank, .valid = true, .place = search->out->count
	};
	return hit;
}

static void
try_name(struct search *search, enum entity_id entity, int64_t id, const char *name)
{
	int rank = *name ? rank_of(search, name, *search->typed && same_bare(name, str_text(&search->bare))) : 0;

	if (rank)
		text_key(&add_hit(search, entity, id, rank)->key, name,
			entity == ENTITY_PERSON ? KEY_PERSON : KEY_WORDS);
}

/* A row of subject, kind and NAMES_OF_PHASE: the better of the two names. */
static void
try_phase(struct search *search, const struct rows *rows)
{
	const char *name = rows_text(rows, 2), *brief = rows_text(rows, 5);
	int rank = *name ? rank_of_stored(search, name, rows_text(rows, 3)) : 0;
	int second = *brief ? rank_of_stored(search, brief, rows_text(rows, 6)) : 0;
	size_t length;

	if (!rank && !second)
		return;
	enum entity_id entity = rows_integer(rows, 1) == 1 ? ENTITY_UNIT : ENTITY_CLUSTER;
	const char *key = rows_bytes(rows, second > rank ? 7 : 4, &length);
	str_add(&add_hit(search, entity, rows_integer(rows, 0), second > rank ? second : rank)->key, key, length);
}

/* A word that a Roman numeral may be stands for a number too: «so viii» is «số 8». */
static bool
may_be_roman(const char *word, size_t length)
{
	return strspn(word, "ivx") >= length;
}

/* Appends %word% of the longest word of letters in the folded query; i and y match each other (quy, qui).  Of a very long word
 * the begin is enough, as it is for text/match. */
static void
like_of(struct str *out, const char *bare)
{
	const char *best = "";
	size_t longest = 0;

	for (const char *at = bare; *at;) {
		size_t length = strcspn(at, " ");
		if (length > longest && strcspn(at, "0123456789") >= length && !may_be_roman(at, length)) {
			best = at;
			longest = length;
		}
		at += length + (at[length] == ' ');
	}
	str_add_byte(out, '%');
	for (size_t i = 0; i < longest && i < LIKE_LETTERS; i++)
		str_add_byte(out, best[i] == 'i' || best[i] == 'y' ? '_' : best[i]);
	if (longest > 0)
		str_add_byte(out, '%');
}

static bool
open_phases(struct rows **rows, struct search *search, const char *like, struct err *err)
{
	bool clusters = !search->subjects && search->entity == ENTITY_CLUSTER;
	int64_t kind = search->subjects ? 0 : 1;
	size_t most = search->wanted < FIRST_NAMES / 4 ? search->wanted * 4 : FIRST_NAMES;
	struct value limit = ARG_INTEGER((int64_t)most);

	if (!*search->typed && clusters)
		return rows_open(rows, search->store, EDIT_ASK(CLUSTER_NAMES_FIRST), &limit, 1, err);
	if (!*search->typed)
		return rows_open(rows, search->store, EDIT_ASK(NAMES_FIRST),
			(struct value[]){ ARG_INTEGER(kind), limit }, 2, err);
	return rows_open(rows, search->store, clusters ? EDIT_ASK(CLUSTER_NAMES_LIKE) : EDIT_ASK(NAMES_LIKE),
		(struct value[]){ ARG_TEXT(like), ARG_INTEGER(kind) }, clusters ? 1 : 2, err);
}

static bool
search_phases(struct search *search, const char *like, struct err *err)
{
	struct value kind = ARG_INTEGER(search->subjects ? 0 : search->entity == ENTITY_UNIT ? 1 : 2);
	struct rows *rows;

	if (!open_phases(&rows, search, like, err))
		return false;
	while (rows_next(rows, err))
		try_phase(search, rows);
	rows_close(rows);
	if (err->kind == ERR_NONE && !*search->typed) {
		int64_t all;
		if (!rows_one_integer(&all, 0, search->store, EDIT_ASK(SUBJECT_COUNT), &kind, 1, err))
			return false;
		search->out->more = (size_t)all;
	}
	return err->kind == ERR_NONE;
}

static bool
search_aliases(struct search *search, const char *like, struct err *err)
{
	struct value args[] = { ARG_TEXT(like), ARG_INTEGER(search->subjects ? ENTITY_UNIT : (int64_t)search->entity),
		ARG_INTEGER(search->subjects ? ENTITY_CLUSTER : (int64_t)search->entity) };
	struct rows *rows;

	if (!*search->typed)
		return true;
	if (!rows_open(&rows, search->store, EDIT_ASK(ALIASES_LIKE), args, 3, err))
		return false;
	while (rows_next(rows, err))
		try_name(search, (enum entity_id)rows_integer(rows, 0), rows_integer(rows, 1), rows_text(rows, 2));
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* Rows of an id and `texts` names. */
static bool
search_texts(struct search *search, const struct question *question, const struct value *args, size_t count, int texts,
	struct err *err)
{
	struct rows *rows;

	if (!rows_open(&rows, search->store, question, args, count, err))
		return false;
	while (rows_next(rows, err))
		for (int i = 1; i <= texts; i++)
			try_name(search, search->entity, rows_integer(rows, 0), rows_text(rows, i));
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
search_documents(struct search *search, const char *like, struct err *err)
{
	struct str number = { 0 };

	str_add_format(&number, "%%%s%%", search->typed);
	struct value args[] = { ARG_TEXT(like), ARG_TEXT(str_text(&number)) };
	bool good = search_texts(search, EDIT_ASK(DOCUMENTS_LIKE), args, 2, 2, err);
	str_release(&number);
	return good;
}

/* Kinds whose names are composed: every record is named and tried. */
static bool
search_labels(struct search *search, struct err *err)
{
	int64_t ids[256], after = 0;
	size_t count;

	do {
		if (!record_page(ids, ARRAY_COUNT(ids), &count, search->store, search->entity, after, err))
			return false;
		for (size_t i = 0; i < count; i++) {
			struct str label = { 0 };
			bool good = label_add(&label, search->store, search->entity, ids[i], LABEL_SHORT, NULL, err);
			if (good)
				try_name(search, search->entity, ids[i], str_text(&label));
			str_release(&label);
			if (!good)
				return false;
			after = ids[i];
		}
	} while (count == ARRAY_COUNT(ids));
	return true;
}

/* Whole names by their stored keys, without looking at every one. */
static bool
search_whole(struct search *search, struct err *err)
{
	struct record phase = record_new(ENTITY_PHASE);
	struct rows *rows;

	record_set_text(&phase, PHASE_NAME, search->typed);
	record_derive(&phase);
	struct value args[] = { ARG_TEXT(record_text(&phase, PHASE_NAME_KEY)),
		ARG_INTEGER(search->subjects                    ? 0
				: search->entity == ENTITY_UNIT ? 1
								: 2) };
	bool good = rows_open(&rows, search->store, EDIT_ASK(NAMES_WHOLE), args, 2, err);
	if (good) {
		while (rows_next(rows, err)) {
			enum entity_id entity = rows_integer(rows, 1) == 1 ? ENTITY_UNIT : ENTITY_CLUSTER;
			try_name(search, entity, rows_integer(rows, 0), rows_text(rows, 2));
			try_name(search, entity, rows_integer(rows, 0), rows_text(rows, 3));
		}
		rows_close(rows);
		good = err->kind == ERR_NONE;
	}
	record_release(&phase);
	return good;
}

/* Whether a name was found to the letter; nothing can rank above it. */
static bool
is_settled(const struct search *search)
{
	for (size_t i = 0; i < search->out->count; i++)
		if (search->out->items[i].rank == RANK_SAME)
			return true;
	return false;
}

static bool
search_kind(struct search *search, const char *like, struct err *err)
{
	struct value arg = ARG_TEXT(like);

	if (search->subjects)
		return search_phases(search, like, err);
	switch (search->entity) {
	case ENTITY_UNIT:
	case ENTITY_CLUSTER:
		return search_phases(search, like, err);
	case ENTITY_PERSON:
		return search_texts(search, EDIT_ASK(PEOPLE_LIKE), &arg, 1, 1, err);
	case ENTITY_DOCUMENT:
		return search_documents(search, like, err);
	case ENTITY_METRIC:
		return search_texts(search, EDIT_ASK(METRICS_LIKE), NULL, 0, 4, err);
	case ENTITY_ROLE:
		return search_texts(search, EDIT_ASK(ROLES_LIKE), NULL, 0, 4, err);
	case ENTITY_AWARD:
		return search_texts(search, EDIT_ASK(AWARDS_LIKE), NULL, 0, 3, err);
	case ENTITY_CLASS_SET:
		return search_texts(search, EDIT_ASK(CLASS_SETS_LIKE), NULL, 0, 3, err);
	case ENTITY_CLASS:
		return search_texts(search, EDIT_ASK(CLASSES_LIKE), NULL, 0, 3, err);
	case ENTITY_COVENANT_ITEM:
		return search_texts(search, EDIT_ASK(COVENANT_ITEMS_LIKE), NULL, 0, 1, err);
	case ENTITY_ACCOUNT:
		return search_texts(search, EDIT_ASK(ACCOUNTS_LIKE), NULL, 0, 2, err);
	default:
		return search_labels(search, err);
	}
}

static bool
life_of(void *to, int64_t subject, char first[11], char last[11], struct err *err)
{
	return subject_life(to, subject, first, last, err);
}

/* From the names in memory, where they are to be used. */
static bool
search_index(struct search *search, struct err *err)
{
	struct names_wish wish = { .typed = search->typed,
		.units = search->subjects || search->entity == ENTITY_UNIT,
		.clusters = search->subjects || search->entity == ENTITY_CLUSTER,
		.day = search->day,
		.wanted = search->wanted,
		.life = life_of,
		.to = search->store };
	struct names *names;
	struct found_name *found;
	size_t count, total;

	if (!find_index(&names, search->store, !search->whole, err))
		return false;
	if (!names)
		return true;
	if (!names_find(&found, &count, &total, names, &wish, err))
		return false;
	hits_release(search->out);
	for (size_t i = 0; i < count; i++)
		add_hit(search, found[i].kind, found[i].subject, (int)found[i].rank)->valid = found[i].valid;
	free(found);
	search->out->more = total;
	search->ordered = true;
	return true;
}

static bool
search_tables(struct search *search, struct err *err)
{
	struct str like = { 0 };

	like_of(&like, str_text(&search->bare));
	bool good = (is_settled(search) || search_kind(search, str_text(&like), err)) &&
		search_aliases(search, str_text(&like), err);
	str_release(&like);
	return good;
}

bool
search_names(struct search *search, struct err *err)
{
	bool subjects = search->subjects || search->entity == ENTITY_UNIT || search->entity == ENTITY_CLUSTER;

	if (subjects && *search->typed) {
		if (search->whole && !search_whole(search, err))
			return false;
		/* the old and the new are told apart by the labels of all hits */
		if (search->age == AGE_ANY && !is_settled(search) && !search_index(search, err))
			return false;
	}
	return search->ordered || search_tables(search, err);
}

bool
search_age(struct search *search, struct err *err)
{
	size_t kept = 0;

	for (size_t i = 0; i < search->out->count; i++) {
		struct hit *hit = &search->out->items[i];
		struct str label = { 0 };
		if (!label_add(&label, search->store, hit->entity, hit->id, LABEL_SHORT, NULL, err)) {
			str_release(&label);
			return false;
		}
		bool old = strstr(str_text(&label), say(SAY(" (cũ)", " (former)"))) != NULL;
		bool new = strstr(str_text(&label), say(SAY(" (mới)", " (new)"))) != NULL;
		str_release(&label);
		if ((search->age == AGE_OLD && old) || (search->age == AGE_NEW && new)) {
			hit->valid = true;
			search->out->items[kept++] = *hit;
		} else {
			str_release(&hit->key);
		}
	}
	search->out->count = kept;
	return true;
}

bool
search_code(int64_t *id, struct store *store, enum entity_id entity, const char *code, struct err *err)
{
	const struct question *question = NULL;

	switch (entity) {
	case ENTITY_METRIC:
		question = EDIT_ASK(METRIC_BY_CODE);
		break;
	case ENTITY_ROLE:
		question = EDIT_ASK(ROLE_BY_CODE);
		break;
	case ENTITY_AWARD:
		question = EDIT_ASK(AWARD_BY_CODE);
		break;
	case ENTITY_CLASS_SET:
		question = EDIT_ASK(CLASS_SET_BY_CODE);
		break;
	case ENTITY_ACCOUNT:
		question = EDIT_ASK(ACCOUNT_BY_LOGIN);
		break;
	default:
		break;
	}
	*id = 0;
	return !question || rows_one_integer(id, 0, store, question, &ARG_TEXT(code), 1, err);
}

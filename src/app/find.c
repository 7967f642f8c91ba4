/* Who is meant by what somebody typed. */
#include "app/find.h"
#include "app/label.h"
#include "app/naming.h"
#include "app/questions_edit.h"
#include "base/mem.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/key.h"
#include <stdlib.h>
#include <string.h>

void
candidates_release(struct candidate *candidates, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(candidates[i].label);
		free(candidates[i].detail);
		candidates[i] = (struct candidate){ 0 };
	}
}

void
hits_release(struct hits *hits)
{
	for (size_t i = 0; i < hits->count; i++)
		str_release(&hits->items[i].key);
	free(hits->items);
	*hits = (struct hits){ 0 };
}

static int
compare_bytes(const struct str *a, const struct str *b)
{
	size_t shorter = a->length < b->length ? a->length : b->length;
	int order = shorter ? memcmp(a->bytes, b->bytes, shorter) : 0;
	return order ? order : (a->length > b->length) - (a->length < b->length);
}

static int
by_record(const void *x, const void *y)
{
	const struct hit *a = x, *b = y;

	if (a->entity != b->entity)
		return a->entity < b->entity ? -1 : 1;
	if (a->id != b->id)
		return a->id < b->id ? -1 : 1;
	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	if (a->valid != b->valid)
		return a->valid ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

/* Best first: how well it fits, valid on the day, Vietnamese order, id. */
static int
by_rank(const void *x, const void *y)
{
	const struct hit *a = x, *b = y;

	if (a->rank != b->rank)
		return a->rank > b->rank ? -1 : 1;
	if (a->valid != b->valid)
		return a->valid ? -1 : 1;
	int order = compare_bytes(&a->key, &b->key);
	return order ? order : (a->id > b->id) - (a->id < b->id);
}

/* One hit a record: its best, the one found first of equals. */
static void
fold_hits(struct hits *hits)
{
	size_t kept = 0;

	if (hits->count == 0)
		return;
	qsort(hits->items, hits->count, sizeof *hits->items, by_record);
	for (size_t i = 1; i < hits->count; i++) {
		struct hit *best = &hits->items[kept], *hit = &hits->items[i];
		if (hit->entity == best->entity && hit->id == best->id) {
			best->valid |= hit->valid;
			str_release(&hit->key);
		} else {
			hits->items[++kept] = *hit;
		}
	}
	hits->count = kept + 1;
}

/* A name is valid on the day only when its subject was there. */
static bool
settle_validity(struct hit *hit, const struct search *search, struct err *err)
{
	char first[11], last[11];

	if (hit->entity != ENTITY_UNIT && hit->entity != ENTITY_CLUSTER)
		return true;
	if (!subject_life(search->store, hit->id, first, last, err))
		return false;
	hit->valid = strcmp(first, search->day) <= 0 && strcmp(search->day, last) <= 0;
	return true;
}

/* Best first.  Of many hits the lives are read only until the best ones that are wanted are known: among equals of rank those
 * that are valid come first, in the order of their keys. */
static bool
order_hits(struct hits *hits, const struct search *search, bool settled, struct err *err)
{
	size_t done = 0, valid = 0;

	if (hits->count)
		qsort(hits->items, hits->count, sizeof *hits->items, by_rank);
	while (!settled && done < hits->count && valid < search->wanted) {
		size_t begin = done;
		for (; done < hits->count && hits->items[done].rank == hits->items[begin].rank &&
			valid < search->wanted;
			done++) {
			if (!settle_validity(&hits->items[done], search, err))
				return false;
			valid += hits->items[done].valid;
		}
		qsort(hits->items + begin, done - begin, sizeof *hits->items, by_rank);
		valid = done; /* of a rank that is through, those that are not valid count too */
	}
	return true;
}

/* "LĐLĐ tỉnh Ninh Bình (cũ)" asks for the earlier of the two. */
static enum age
split_age(struct str *name, const char *typed)
{
	static const struct {
		const char *suffix;
		enum age age;
	} suffixes[] = {
		{ " (cũ)", AGE_OLD },
		{ " (mới)", AGE_NEW },
		{ " (former)", AGE_OLD },
		{ " (new)", AGE_NEW },
	};
	size_t length = strlen(typed);

	for (size_t i = 0; i < ARRAY_COUNT(suffixes); i++) {
		size_t tail = strlen(suffixes[i].suffix);
		if (length > tail && strcmp(typed + length - tail, suffixes[i].suffix) == 0) {
			str_add(name, typed, length - tail);
			return suffixes[i].age;
		}
	}
	str_add_text(name, typed);
	return AGE_ANY;
}

bool
find_best(struct hits *out, struct store *store, enum entity_id entity, bool subjects, bool whole, size_t wanted,
	const char *typed, const char *day, struct err *err)
{
	char today[11];
	struct str name = { 0 };
	struct search search = {
		.store = store, .entity = entity, .subjects = subjects, .whole = whole, .wanted = wanted, .out = out
	};

	if (!day)
		date_today(today, store_host(store));
	search.day = day ? day : today;
	search.age = split_age(&name, typed);
	search.typed = str_text(&name);
	text_bare(&search.bare, search.typed);
	matcher_set(&search.matcher, search.typed);
	bool good = search_names(&search, err) && (search.age == AGE_ANY || search_age(&search, err));
	if (good && !search.ordered) {
		fold_hits(out);
		good = order_hits(out, &search, search.age != AGE_ANY, err);
	}
	for (size_t i = 0; i < out->count; i++)
		out->items[i].place = i;
	if (out->more < out->count)
		out->more = out->count;
	matcher_release(&search.matcher);
	str_release(&search.bare);
	str_release(&name);
	return good;
}

bool
find_hits(struct hits *out, struct store *store, enum entity_id entity, bool subjects, bool whole, const char *typed,
	const char *day, struct err *err)
{
	return find_best(out, store, entity, subjects, whole, SIZE_MAX, typed, day, err);
}

static bool
fill_candidate(struct candidate *out, struct store *store, const struct hit *hit, const char *day, struct err *err)
{
	struct str label = { 0 }, detail = { 0 };
	bool good = label_add(&label, store, hit->entity, hit->id, LABEL_SHORT, day, err) &&
		search_detail(&detail, store, hit->entity, hit->id, err);

	*out = (struct candidate){ .entity = hit->entity,
		.id = hit->id,
		.label = str_take(&label),
		.detail = str_take(&detail),
		.exact = hit->rank >= RANK_EXACT,
		.valid = hit->valid };
	return good;
}

bool
find_candidates(struct candidate *out, size_t capacity, size_t *count, size_t *total, struct store *store,
	enum entity_id entity, bool subjects, const char *typed, const char *day, struct err *err)
{
	struct hits hits = { 0 };
	bool good = find_best(&hits, store, entity, subjects, false, capacity, typed, day, err);

	*count = 0;
	*total = hits.more;
	for (size_t i = 0; good && i < hits.count && i < capacity; i++) {
		good = fill_candidate(&out[i], store, &hits.items[i], day, err);
		*count = i + 1;
	}
	if (!good) {
		candidates_release(out, *count);
		*count = *total = 0;
	}
	hits_release(&hits);
	return good;
}

/* "units and clusters", or the kind, for sentences. */
static const char *
wanted_word(enum entity_id wanted, bool subjects)
{
	if (subjects || !entity_of(wanted))
		return say(SAY("đơn vị, cụm", "unit or cluster"));
	return say(entity_of(wanted)->one);
}

static bool
refuse_several(struct store *store, const struct hit *hits, size_t count, const char *typed, const char *day,
	enum entity_id wanted, bool subjects, struct err *err)
{
	struct str list = { 0 };
	size_t most = count < 10 ? count : 10;
	bool good = true;

	for (size_t i = 0; good && i < most; i++) {
		struct candidate candidate = { 0 };
		str_add_text(&list, "\n  ");
		good = label_add(&list, store, hits[i].entity, hits[i].id, LABEL_UID, NULL, err) &&
			fill_candidate(&candidate, store, &hits[i], day, err);
		if (good) {
			str_add_text(&list, "  ");
			str_add_text(&list, candidate.label);
			str_add_text(&list, *candidate.detail ? "  " : "");
			str_add_text(&list, candidate.detail);
		}
		candidates_release(&candidate, 1);
	}
	if (most < count)
		str_add_text(&list, "\n  …");
	if (good)
		good = err_set(err, ERR_AMBIGUOUS,
			SAY("Có nhiều {1} hợp với “{2}”; hãy viết đầy đủ hơn hoặc dùng mã:{3}",
				"More than one {1} matches “{2}”; please write more of it or use the id:{3}"),
			wanted_word(wanted, subjects), typed, str_text(&list), NULL);
	str_release(&list);
	return false;
}

/* How many of the sorted hits the person may have meant: those of a whole name as good as the first, or else all that were
 * there on the day, or else all. */
static size_t
may_be_meant(const struct hits *hits)
{
	size_t count = 1, valid = 0;

	if (!hits->count)
		return 0;
	while (count < hits->count && hits->items[count].rank == hits->items[0].rank &&
		hits->items[count].valid == hits->items[0].valid)
		count++;
	if (hits->items[0].rank >= RANK_WHOLE)
		return count;
	for (size_t i = 0; i < hits->count; i++)
		valid += hits->items[i].valid;
	return valid > 0 ? valid : hits->count;
}

/* Of half a name those that were there on the day come first. */
static int
by_validity(const void *x, const void *y)
{
	const struct hit *a = x, *b = y;

	if (a->valid != b->valid)
		return a->valid ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

/* Signs alone ("…", "?") would match every name. */
static bool
names_nothing(const char *typed)
{
	struct str bare = { 0 };

	text_bare(&bare, typed);
	bool nothing = bare.length == 0;
	str_release(&bare);
	return nothing;
}

/* Whether every word of what is typed is a word of the label. */
static bool
has_words(const char *label, const char *typed)
{
	struct str name = { 0 }, words = { 0 };
	bool all = true;

	str_add_byte(&name, ' ');
	text_bare(&name, label);
	str_add_byte(&name, ' ');
	text_bare(&words, typed);
	for (const char *at = str_text(&words); *at && all;) {
		size_t length = strcspn(at, " ");
		struct str word = { 0 };
		str_add_byte(&word, ' ');
		str_add(&word, at, length);
		str_add_byte(&word, ' ');
		all = strstr(str_text(&name), str_text(&word)) != NULL;
		str_release(&word);
		at += length;
		at += strspn(at, " ");
	}
	str_release(&name);
	str_release(&words);
	return all;
}

/* Refuses a part of a name that a file cannot have meant for sure. */
static bool
check_words(struct store *store, const struct hit *hit, const char *typed, const char *day, struct err *err)
{
	struct str whole = { 0 }, brief = { 0 };

	if (hit->rank >= RANK_WHOLE)
		return true;
	bool good = label_add(&whole, store, hit->entity, hit->id, LABEL_FULL, day, err) &&
		label_add(&brief, store, hit->entity, hit->id, LABEL_SHORT, day, err);
	bool meant = hit->entity != ENTITY_DOCUMENT &&
		(has_words(str_text(&whole), typed) || has_words(str_text(&brief), typed));
	if (good && !meant)
		good = err_set(err, ERR_NOT_FOUND,
			SAY("Không có {1} nào tên “{2}”, gần nhất là “{3}”; hãy viết đủ tên hoặc dùng mã.",
				"There is no {1} “{2}”, the nearest is “{3}”; please write the whole name or use the uid."),
			wanted_word(hit->entity, false), typed, str_text(&whole), NULL);
	str_release(&whole);
	str_release(&brief);
	return good;
}

static bool
find_by_text(enum entity_id *entity, int64_t *id, struct store *store, enum entity_id wanted, bool subjects,
	const char *typed, const char *day, bool file, struct err *err)
{
	struct hits hits = { 0 };
	bool good = names_nothing(typed) || find_hits(&hits, store, wanted, subjects, true, typed, day, err);

	if (good && hits.count == 0)
		good = err_set(err, ERR_NOT_FOUND,
			SAY("Không tìm thấy {1} nào hợp với “{2}”; hãy xem lại cách viết.",
				"No {1} matches “{2}”; please check the spelling."),
			wanted_word(wanted, subjects), typed, NULL);
	if (good && hits.count) {
		size_t meant = may_be_meant(&hits);
		if (hits.items[0].rank < RANK_WHOLE)
			qsort(hits.items, hits.count, sizeof *hits.items, by_validity);
		*entity = hits.items[0].entity;
		*id = hits.items[0].id;
		if (meant > 1)
			good = refuse_several(store, hits.items, meant, typed, day, wanted, subjects, err);
		good = good && (!file || check_words(store, &hits.items[0], typed, day, err));
	}
	hits_release(&hits);
	return good;
}

static bool
find_by_uid(enum entity_id *entity, int64_t *id, struct store *store, enum entity_id wanted, bool subjects,
	const char *typed, struct err *err)
{
	if (!subjects && wanted) {
		*entity = wanted;
		return find_key_text(id, store, wanted, typed, err) &&
			(*id || search_code(id, store, wanted, typed, err));
	}
	*entity = ENTITY_UNIT;
	if (!find_key_text(id, store, ENTITY_UNIT, typed, err))
		return false;
	if (*id)
		return true;
	*entity = ENTITY_CLUSTER;
	return find_key_text(id, store, ENTITY_CLUSTER, typed, err);
}

static bool
find_it(enum entity_id *entity, int64_t *id, struct store *store, enum entity_id wanted, bool subjects,
	const char *typed, const char *day, bool file, struct err *err)
{
	*entity = ENTITY_NONE;
	*id = 0;
	if (!*typed)
		return err_set(err, ERR_NOT_FOUND, SAY("Chưa ghi tên {1}.", "No name of a {1} was given."),
			wanted_word(wanted, subjects), NULL);
	if (!find_by_uid(entity, id, store, wanted, subjects, typed, err))
		return false;
	return *id || find_by_text(entity, id, store, wanted, subjects, typed, day, file, err);
}

bool
find_one(enum entity_id *entity, int64_t *id, struct store *store, enum entity_id wanted, bool subjects,
	const char *typed, const char *day, struct err *err)
{
	return find_it(entity, id, store, wanted, subjects, typed, day, false, err);
}

bool
find_in_file(enum entity_id *entity, int64_t *id, struct store *store, enum entity_id wanted, bool subjects,
	const char *typed, const char *day, struct err *err)
{
	return find_it(entity, id, store, wanted, subjects, typed, day, true, err);
}

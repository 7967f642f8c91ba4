/* Single records: finding them, showing one, merging two. */
#include "app/edit.h"
#include "app/label.h"
#include "app/past.h"
#include "base/mem.h"
#include "listing.h"
#include <stdlib.h>

enum { UID, NAME, DETAIL };
static const struct column find_columns[] = {
	[UID] = { "uid", WORDS("Mã", "Id"), SHOWN_ALWAYS, false },
	[NAME] = { "name", WORDS("Tên", "Name"), SHOWN_ALWAYS, false },
	[DETAIL] = { "detail", WORDS("Nhận ra nhờ", "Known by"), SHOWN_ALWAYS, false },
};
#define FIND_LIMIT 50   /* without --limit */
#define FIND_MOST 10000 /* rows that are worth reading */

static bool
list_candidates(struct deed *deed, const struct candidate *candidates, size_t count, size_t total, struct err *err)
{
	struct listing listing = listing_new(deed, count, find_columns, ARRAY_COUNT(find_columns));
	bool done = true;
	for (size_t row = 0; done && row < count; row++) {
		listing_text(&listing, row, NAME, candidates[row].label);
		listing_text(&listing, row, DETAIL, candidates[row].detail ? candidates[row].detail : "");
		done = listing_uid(deed, &listing, row, UID, candidates[row].entity, candidates[row].id, err);
	}
	if (!done) {
		sheet_release(&listing.sheet);
		return false;
	}
	struct str all = { 0 };
	str_add_integer(&all, (int64_t)total);
	done = listing_put(deed, &listing, err);
	if (done && deed->format == FORMAT_TABLE && total > count)
		done = output_say(&deed->out, err,
			SAY("Tất cả có {1}; --limit để thấy thêm.", "{1} in all; --limit shows more."), str_text(&all),
			NULL);
	str_release(&all);
	return done;
}

bool
run_find(struct deed *deed, struct err *err)
{
	char *const *words = deed->arguments->words;
	enum entity_id entity;
	int64_t limit;
	if (!kind_named(&entity, deed, words[0], err) || !given_number(&limit, deed, OPTION_LIMIT, FIND_LIMIT, err))
		return false;
	size_t capacity = limit < FIND_MOST ? (size_t)limit : FIND_MOST, count = 0, total = 0;
	struct candidate *candidates = mem_new(capacity, sizeof *candidates);
	const char *typed = deed->arguments->count > 1 ? words[1] : "";
	bool done = find_candidates(candidates, capacity, &count, &total, deed->store, entity, false, typed, NULL, err);
	if (done && !count && *typed)
		done = err_set(err, ERR_NOT_FOUND,
			SAY("Không có {1} nào khớp “{2}”; hãy viết ít chữ hơn.",
				"There is no {1} that matches “{2}”; write less of the name."),
			say(entity_of(entity)->one), typed, NULL);
	done = done && list_candidates(deed, candidates, count, total, err);
	candidates_release(candidates, count);
	free(candidates);
	return done;
}

enum { FIELD, CODE, VALUE };
static const struct column show_columns[] = {
	[FIELD] = { "label", WORDS("Trường", "Field"), SHOWN_ALWAYS, false },
	[CODE] = { "field", WORDS("Cột", "Column"), SHOWN_ALWAYS, false },
	[VALUE] = { "value", WORDS("Giá trị", "Value"), SHOWN_ALWAYS, false },
};

/* The value as the screen shows it; in files a reference is its uid and the rest what export writes. */
static bool
value_shown(struct str *out, struct deed *deed, const struct record *record, int index, struct err *err)
{
	const struct field *field = &record->entity->fields[index];
	int64_t integer = record_integer(record, index, 0);
	enum entity_id target = field->target;
	if (deed->format == FORMAT_TABLE || field->type == FIELD_AMOUNT)
		return field_show(out, deed->store, record, index, err);
	if (field->type == FIELD_SUBJECT && !subject_kind(&target, deed->store, integer, err))
		return false;
	if (field->type == FIELD_ANY)
		target = (enum entity_id)record_integer(record, index - 1, 0);
	if (target != ENTITY_NONE)
		return label_add(out, deed->store, target, integer, LABEL_UID, NULL, err);
	field_write(field, &record->values[index], 0, out);
	return true;
}

static size_t
count_known(const struct record *record)
{
	size_t count = 0;
	for (int i = 0; i < record->entity->field_count; i++)
		count += record_has(record, i) && !FIELD_IS_DERIVED(&record->entity->fields[i]);
	return count;
}

static bool
list_record(struct deed *deed, const struct record *record, struct err *err)
{
	struct listing listing = listing_new(deed, count_known(record), show_columns, ARRAY_COUNT(show_columns));
	bool done = true;
	size_t row = 0;
	for (int i = 0; done && i < record->entity->field_count; i++) {
		const struct field *field = &record->entity->fields[i];
		struct str value = { 0 };
		if (!record_has(record, i) || FIELD_IS_DERIVED(field))
			continue;
		done = value_shown(&value, deed, record, i, err);
		listing_text(&listing, row, FIELD, say(field->label));
		listing_text(&listing, row, CODE, field->code);
		listing_text(&listing, row++, VALUE, str_text(&value));
		str_release(&value);
	}
	if (done)
		return listing_put(deed, &listing, err);
	sheet_release(&listing.sheet);
	return false;
}

static bool
say_heading(struct deed *deed, enum entity_id entity, int64_t id, struct err *err)
{
	struct str name = { 0 };
	if (deed->format != FORMAT_TABLE)
		return true;
	bool done = label_add(&name, deed->store, entity, id, LABEL_FULL, NULL, err) &&
		output_say(&deed->out, err, SAY("{1}: {2}", "{1}: {2}"), say(entity_of(entity)->one), str_text(&name),
			NULL);
	str_release(&name);
	return done;
}

bool
run_show(struct deed *deed, struct err *err)
{
	enum entity_id entity;
	int64_t id;
	struct record record = { 0 };
	bool done = kind_named(&entity, deed, deed->arguments->words[0], err) &&
		find_record(&id, deed, entity, deed->arguments->words[1], err) &&
		record_read(&record, deed->store, entity, id, err) && say_heading(deed, entity, id, err) &&
		list_record(deed, &record, err);
	record_release(&record);
	return done;
}

static bool
keep_into(void *to, const struct record *of_into, const struct record *of_from)
{
	(void)of_into;
	(void)of_from;
	return *(const bool *)to;
}

bool
run_merge(struct deed *deed, struct err *err)
{
	char *const *words = deed->arguments->words;
	const char *keep = given(deed, OPTION_KEEP);
	enum entity_id entity;
	int64_t from, into;
	bool of_into = text_equal(keep, "into");
	if (keep && !of_into && !text_equal(keep, "from"))
		return misuse(deed, err,
			SAY("“--keep {1}” không có; hãy viết into hoặc from.",
				"There is no “--keep {1}”; write into or from."),
			keep, NULL);
	if (!kind_named(&entity, deed, words[0], err) || !find_record(&from, deed, entity, words[1], err) ||
		!find_record(&into, deed, entity, words[2], err))
		return false;
	struct str gone = { 0 }, stays = { 0 };
	bool done = label_add(&gone, deed->store, entity, from, LABEL_SHORT, NULL, err) &&
		label_add(&stays, deed->store, entity, into, LABEL_SHORT, NULL, err) &&
		edit_merge(deed->store, entity, from, into, keep ? keep_into : NULL, &of_into, err) &&
		output_say(&deed->out, err, SAY("Đã gộp “{1}” vào “{2}”.", "Merged “{1}” into “{2}”."), str_text(&gone),
			str_text(&stays), NULL);
	str_release(&gone);
	str_release(&stays);
	return done;
}

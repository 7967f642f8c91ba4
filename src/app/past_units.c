#include "app/past_units.h"
#include "app/label.h"
#include "app/members.h"
#include "app/past.h"
#include "base/ids.h"
#include "model/choices.h"
#include "model/fields.h"

/* ---- mergers, divisions … ------------------------------------------------------------------------------------------------ */

struct reorganised_units {
	bool found;
	enum choice_number kind;
	struct ids before, after;
};

static const struct record_change *
change_of_unit(const struct record_change *changes, size_t count, int64_t unit)
{
	for (size_t i = 0; i < count; i++)
		if (changes[i].entity == ENTITY_UNIT && changes[i].record == unit)
			return &changes[i];
	return NULL;
}

/* A succession that was written down alone begins and ends nothing. */
static struct reorganised_units
find_reorganised(struct store *store, const struct record_change *changes, size_t count)
{
	struct reorganised_units found = { 0 };
	bool units = false;

	for (size_t i = 0; i < count; i++) {
		units = units || changes[i].entity == ENTITY_UNIT;
		if (changes[i].entity != ENTITY_SUCCESSION || changes[i].op != HISTORY_INSERT)
			continue;
		struct record succession = past_record_of(store, &changes[i], true);
		found.kind = (enum choice_number)record_integer(&succession, SUCCESSION_KIND, SUCCESSION_KIND_MERGER);
		ids_add(&found.before, record_integer(&succession, SUCCESSION_PREDECESSOR, 0));
		if (record_has(&succession, SUCCESSION_SUCCESSOR))
			ids_add(&found.after, record_integer(&succession, SUCCESSION_SUCCESSOR, 0));
		record_release(&succession);
	}
	found.found = units && found.before.count > 0;
	return found;
}

static bool
name_unit(struct str *out, struct store *store, int64_t unit, const struct record_change *changes, size_t count,
	struct err *err)
{
	const struct record_change *change = change_of_unit(changes, count, unit);

	return change ? changed_name(out, store, change, changes, count, err)
		      : label_add(out, store, ENTITY_UNIT, unit, LABEL_SHORT, NULL, err);
}

/* "Hà Nam, Nam Định": several that begin alike go without what they have in common. */
static bool
name_units(struct str *out, struct store *store, const struct ids *ids, const struct record_change *changes,
	size_t count, struct err *err)
{
	bool good = true;

	for (size_t i = 0; good && i < ids->count; i++) {
		struct str name = { 0 };
		good = name_unit(&name, store, ids->items[i], changes, count, err);
		str_add_text(out, i ? ", " : "");
		str_add_text(out, ids->count > 1 ? brief_name(str_text(&name)) : str_text(&name));
		str_release(&name);
	}
	return good;
}

static struct words
words_of(enum choice_number kind)
{
	switch ((int)kind) {
	case SUCCESSION_KIND_ABSORPTION:
		return SAY("Nhập {1} vào {2}", "Let {1} join {2}");
	case SUCCESSION_KIND_DIVISION:
		return SAY("Chia {1} thành {2}", "Divide {1} into {2}");
	case SUCCESSION_KIND_SPLIT_OFF:
		return SAY("Tách {2} từ {1}", "Split {2} off from {1}");
	case SUCCESSION_KIND_REPLACEMENT:
		return SAY("Đổi tổ chức {1} thành {2}", "Replace {1} by {2}");
	case SUCCESSION_KIND_PART_TRANSFER:
		return SAY("Chuyển một phần {1} sang {2}", "Transfer a part of {1} to {2}");
	case SUCCESSION_KIND_END:
		return SAY("Kết thúc {1}", "End {1}");
	default:
		return SAY("Hợp nhất {1} thành {2}", "Merge {1} into {2}");
	}
}

static char *
say_reorganised(struct store *store, const struct reorganised_units *found, const struct record_change *changes,
	size_t count, struct err *err)
{
	struct str before = { 0 }, after = { 0 };
	char *sentence = NULL;

	if (name_units(&before, store, &found->before, changes, count, err) &&
		name_units(&after, store, &found->after, changes, count, err))
		sentence = say_format(words_of(found->kind), str_text(&before), str_text(&after), NULL);
	str_release(&before);
	str_release(&after);
	return sentence;
}

/* ---- another name from a day on ---------------------------------------------------------------------------------------------- */

static bool
ends_a_name(const struct record_change *change)
{
	for (size_t i = 0; change->op == HISTORY_UPDATE && i < change->field_count; i++)
		if (change->fields[i].field == PHASE_TO && change->fields[i].new_)
			return true;
	return false;
}

/* "Đổi tên A thành B" when one name ends, another begins and nothing else was written. */
static char *
say_renamed(struct store *store, const struct record_change *changes, size_t count)
{
	const struct record_change *old = NULL, *new_ = NULL;

	for (size_t i = 0; i < count; i++) {
		if (changes[i].entity != ENTITY_PHASE || changes[i].op == HISTORY_DELETE)
			return NULL;
		if (changes[i].op == HISTORY_INSERT && new_)
			return NULL;
		if (changes[i].op == HISTORY_INSERT)
			new_ = &changes[i];
		else if (ends_a_name(&changes[i]))
			old = &changes[i];
	}
	if (!old || !new_)
		return NULL;
	struct record before = past_record_of(store, old, true), after = past_record_of(store, new_, true);
	bool same = text_equal(record_text(&before, PHASE_SHORT), record_text(&after, PHASE_SHORT));
	int field = same ? PHASE_NAME : PHASE_SHORT;
	char *sentence = NULL;
	if (record_integer(&before, PHASE_SUBJECT, 0) == record_integer(&after, PHASE_SUBJECT, 0) &&
		!text_equal(record_text(&before, field), record_text(&after, field)))
		sentence = say_format(SAY("Đổi tên {1} thành {2}", "Rename {1} to {2}"), record_text(&before, field),
			record_text(&after, field), NULL);
	record_release(&before);
	record_release(&after);
	return sentence;
}

char *
units_sentence(struct store *store, const struct record_change *changes, size_t count, struct err *err)
{
	struct reorganised_units found = find_reorganised(store, changes, count);
	char *sentence =
		found.found ? say_reorganised(store, &found, changes, count, err) : say_renamed(store, changes, count);

	ids_release(&found.before);
	ids_release(&found.after);
	return sentence;
}

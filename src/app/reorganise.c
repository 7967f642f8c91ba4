#include "app/reorganise.h"
#include "app/label.h"
#include "app/reorganise_ends.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "text/date.h"
#include <stdlib.h>
#include <string.h>

/* Those before end the day before; of a unit that is only split off from, the rest goes on. */
static bool
ends_before(const struct reorganisation *plan)
{
	return plan->kind != SUCCESSION_KIND_SPLIT_OFF;
}

static bool
wants(struct err *err, enum reorganise_part part, struct words words)
{
	err_set(err, ERR_INVALID, words, NULL);
	err->field = (int)part;
	return false;
}

static bool
check_counts(const struct reorganisation *plan, struct err *err)
{
	switch (plan->kind) {
	case SUCCESSION_KIND_MERGER:
		if (plan->before_count < 2)
			return wants(err, REORGANISE_BEFORE,
				SAY("Hợp nhất cần ít nhất hai đơn vị trước.",
					"A merger needs at least two units before."));
		break;
	case SUCCESSION_KIND_ABSORPTION:
		if (plan->before_count < 1)
			return wants(err, REORGANISE_BEFORE,
				SAY("Chưa có đơn vị nhập vào.", "No unit that joins is named yet."));
		break;
	case SUCCESSION_KIND_END:
		if (plan->before_count < 1)
			return wants(err, REORGANISE_BEFORE,
				SAY("Chưa có đơn vị nào để kết thúc.", "No unit that ends is named yet."));
		return true;
	case SUCCESSION_KIND_DIVISION:
	case SUCCESSION_KIND_SPLIT_OFF:
	case SUCCESSION_KIND_REPLACEMENT:
		if (plan->before_count != 1)
			return wants(err, REORGANISE_BEFORE,
				SAY("Cách này cần đúng một đơn vị trước.", "This kind needs exactly one unit before."));
		break;
	default:
		return wants(err, REORGANISE_KIND,
			SAY("Cách này ghi bằng phiếu kế thừa.",
				"This kind is recorded with the form of a succession."));
	}
	if (plan->kind == SUCCESSION_KIND_DIVISION && plan->after_count < 2)
		return wants(err, REORGANISE_AFTER,
			SAY("Chia cần ít nhất hai đơn vị sau.", "A division needs at least two units after."));
	if (!plan->after_count)
		return wants(err, REORGANISE_AFTER, SAY("Chưa có đơn vị sau.", "The unit after is missing."));
	return true;
}

bool
reorganise_check(const struct reorganisation *plan, struct err *err)
{
	if (!check_counts(plan, err))
		return false;
	for (size_t i = 0; i < plan->after_count; i++) {
		const struct reorganised *after = &plan->after[i];
		if (!after->unit && (!after->name || !*after->name))
			return wants(err, REORGANISE_AFTER,
				SAY("Đơn vị sau chưa có tên.", "The unit after has no name yet."));
		for (size_t b = 0; b < plan->before_count; b++)
			if (after->unit && after->unit == plan->before[b])
				return wants(err, REORGANISE_AFTER,
					SAY("Một đơn vị không nhập vào chính nó.", "A unit does not join itself."));
	}
	if (!plan->day || !date_is_full(plan->day))
		return wants(err, REORGANISE_DAY,
			SAY("Cần đủ ngày, tháng, năm bắt đầu.", "The first day is needed in full: day, month, year."));
	return true;
}

/* ---- telling ---- */

static bool
add_names_before(struct str *out, struct store *store, const struct reorganisation *plan, struct err *err)
{
	for (size_t i = 0; i < plan->before_count; i++) {
		if (i)
			str_add_text(out, "; ");
		if (!label_add(out, store, ENTITY_UNIT, plan->before[i], LABEL_SHORT, NULL, err))
			return false;
	}
	return true;
}

static bool
add_names_after(struct str *out, struct store *store, const struct reorganisation *plan, struct err *err)
{
	for (size_t i = 0; i < plan->after_count; i++) {
		if (i)
			str_add_text(out, "; ");
		if (!plan->after[i].unit)
			str_add_text(out, plan->after[i].name);
		else if (!label_add(out, store, ENTITY_UNIT, plan->after[i].unit, LABEL_SHORT, NULL, err))
			return false;
	}
	return true;
}

/* What comes after, a line of its own. */
static char *
tell_after(const struct reorganisation *plan, const char *first, const char *after)
{
	switch (plan->kind) {
	case SUCCESSION_KIND_END:
		return mem_copy_text(say(SAY("Không có đơn vị kế thừa.", "Nobody comes after.")));
	case SUCCESSION_KIND_ABSORPTION:
		return say_format(SAY("Nhập vào từ {1}: {2}.", "Join from {1}: {2}."), first, after, NULL);
	default:
		return say_format(SAY("Bắt đầu {1}: {2}.", "Begin on {1}: {2}."), first, after, NULL);
	}
}

static bool
tell_endings(struct str *out, struct store *store, const struct reorganisation *plan, struct err *err)
{
	struct endings endings;

	if (!ends_before(plan))
		return true;
	if (!endings_read(&endings, store, plan, err))
		return false;
	bool good = endings_tell(out, store, &endings, err);
	endings_release(&endings);
	return good;
}

bool
reorganise_preview(struct str *out, struct store *store, const struct reorganisation *plan, struct err *err)
{
	struct str before = { 0 }, after = { 0 }, last = { 0 }, first = { 0 };
	char end[11];
	bool good = add_names_before(&before, store, plan, err) && add_names_after(&after, store, plan, err);

	date_day_before(plan->day, end);
	date_show(&last, end);
	date_show(&first, plan->day);
	if (good) {
		char *ends = ends_before(plan)
			? say_format(SAY("Kết thúc {1}: {2}.", "End on {1}: {2}."), str_text(&last), str_text(&before),
				  NULL)
			: say_format(SAY("Vẫn còn: {1}.", "Goes on: {1}."), str_text(&before), NULL);
		char *begins = tell_after(plan, str_text(&first), str_text(&after));
		str_add_text(out, ends);
		str_add_byte(out, '\n');
		str_add_text(out, begins);
		free(ends);
		free(begins);
		good = clusters_tell(out, store, plan, str_text(&first), err) && tell_endings(out, store, plan, err);
	}
	str_release(&before);
	str_release(&after);
	str_release(&last);
	str_release(&first);
	return good;
}

/* ---- doing ---- */

static struct record *
add_phase(struct sheaf *sheaf)
{
	struct part_list *list = &sheaf->lists[0];

	ARRAY_RESERVE(list->records, list->count, list->capacity);
	list->records[list->count] = record_new(ENTITY_PHASE);
	return &list->records[list->count++];
}

/* The name in force at the end: the last one. */
static struct record *
last_phase(struct sheaf *sheaf)
{
	struct part_list *list = &sheaf->lists[0];
	struct record *found = NULL;

	for (size_t i = 0; i < list->count; i++)
		if (!found ||
			strcmp(record_text(&list->records[i], PHASE_FIRST_DAY), record_text(found, PHASE_FIRST_DAY)) >=
				0)
			found = &list->records[i];
	return found;
}

/* A new unit is of the family, under the parent and on the level of the first before. */
static bool
found_unit(int64_t *id, struct change *change, const struct reorganisation *plan, const struct reorganised *after,
	const struct sheaf *model, struct err *err)
{
	struct sheaf fresh = sheaf_new(ENTITY_UNIT);
	struct record *phase = add_phase(&fresh);
	const struct record *old = last_phase((struct sheaf *)model);

	record_set_integer(&fresh.record, UNIT_FAMILY, record_integer(&model->record, UNIT_FAMILY, UNIT_FAMILY_UNION));
	if (record_has(&model->record, UNIT_SECTOR))
		record_set_integer(&fresh.record, UNIT_SECTOR, record_integer(&model->record, UNIT_SECTOR, 0));
	record_set_text(&fresh.record, UNIT_FROM, plan->day);
	record_set_text(phase, PHASE_FROM, plan->day);
	record_set_text(phase, PHASE_NAME, after->name);
	record_set_text(phase, PHASE_SHORT, after->short_name && *after->short_name ? after->short_name : after->name);
	if (old && record_has(old, PHASE_PARENT))
		record_set_integer(phase, PHASE_PARENT, record_integer(old, PHASE_PARENT, 0));
	if (old && record_has(old, PHASE_LEVEL))
		record_set_integer(phase, PHASE_LEVEL, record_integer(old, PHASE_LEVEL, 0));
	bool good = edit_put_sheaf(change, &fresh, NULL, NULL, err);
	*id = fresh.record.id;
	sheaf_release(&fresh);
	return good;
}

/* A unit ends once: its end is a fact of its papers, never moved by another reorganisation. */
static bool
may_end(const struct record *unit, const struct record *phase, const char *end, struct err *err)
{
	const char *to = record_text(unit, UNIT_TO);
	if (!*to || text_equal(to, end))
		return true;
	struct str shown = { 0 };
	date_show(&shown, to);
	err_set(err, ERR_NOT_ALLOWED,
		SAY("{1} đã kết thúc {2}, không sắp xếp lại được nữa; hãy chọn đơn vị còn hoạt động, hoặc sửa ngày kết thúc trước.",
			"{1} ended on {2} and cannot be reorganised again; choose a unit that still exists, or correct its end first."),
		phase ? record_text(phase, PHASE_SHORT) : "", str_text(&shown), NULL);
	err->field = REORGANISE_BEFORE;
	str_release(&shown);
	return false;
}

static bool
end_unit(struct change *change, int64_t unit, const char *day, struct err *err)
{
	struct sheaf sheaf, base;
	char end[11];

	date_day_before(day, end);
	if (!sheaf_read(&sheaf, change_store(change), ENTITY_UNIT, unit, err))
		return false;
	if (!sheaf_read(&base, change_store(change), ENTITY_UNIT, unit, err)) {
		sheaf_release(&sheaf);
		return false;
	}
	struct record *phase = last_phase(&sheaf);
	bool good = may_end(&sheaf.record, phase, end, err);
	record_set_text(&sheaf.record, UNIT_TO, end);
	if (phase && !record_has(phase, PHASE_TO))
		record_set_text(phase, PHASE_TO, end);
	good = good && edit_put_sheaf(change, &sheaf, &base, NULL, err);
	sheaf_release(&sheaf);
	sheaf_release(&base);
	return good;
}

/* after 0: nobody comes after. */
static bool
tie(struct change *change, const struct reorganisation *plan, int64_t before, int64_t after, struct err *err)
{
	struct record succession = record_new(ENTITY_SUCCESSION);

	record_set_integer(&succession, SUCCESSION_PREDECESSOR, before);
	if (after)
		record_set_integer(&succession, SUCCESSION_SUCCESSOR, after);
	record_set_integer(&succession, SUCCESSION_KIND, plan->kind);
	record_set_text(&succession, SUCCESSION_DATE, plan->day);
	if (plan->document)
		record_set_integer(&succession, SUCCESSION_DOCUMENT, plan->document);
	bool good = edit_put(change, &succession, NULL, err);
	record_release(&succession);
	return good;
}

/* What is open of a unit ends with it; it is read before anything is written. */
static bool
end_units(struct change *change, const struct reorganisation *plan, struct err *err)
{
	struct endings endings;
	char last_day[11];

	if (!endings_read(&endings, change_store(change), plan, err))
		return false;
	bool good = true;
	date_day_before(plan->day, last_day);
	for (size_t i = 0; good && i < plan->before_count; i++)
		good = end_unit(change, plan->before[i], plan->day, err);
	good = good && endings_write(change, &endings, last_day, err);
	endings_release(&endings);
	return good;
}

static bool
write_all(int64_t *first, struct change *change, const struct reorganisation *plan, const struct sheaf *model,
	struct err *err)
{
	int64_t *after = mem_new(plan->after_count, sizeof *after);
	bool good = true;

	for (size_t i = 0; good && i < plan->after_count; i++) {
		after[i] = plan->after[i].unit;
		good = after[i] || found_unit(&after[i], change, plan, &plan->after[i], model, err);
	}
	good = good && (!ends_before(plan) || end_units(change, plan, err)) && clusters_join(change, plan, after, err);
	for (size_t i = 0; good && i < plan->before_count; i++) {
		for (size_t k = 0; good && k < plan->after_count; k++)
			good = tie(change, plan, plan->before[i], after[k], err);
		if (good && !plan->after_count)
			good = tie(change, plan, plan->before[i], 0, err);
	}
	*first = plan->after_count ? after[0] : plan->before[0];
	free(after);
	return good;
}

bool
reorganise(int64_t *first, struct store *store, const struct reorganisation *plan, struct err *err)
{
	struct sheaf model;
	struct change *change;

	if (!reorganise_check(plan, err) || !sheaf_read(&model, store, ENTITY_UNIT, plan->before[0], err))
		return false;
	bool good = change_begin(&change, store, "save", NULL, err);
	if (good && !write_all(first, change, plan, &model, err)) {
		change_abandon(change);
		good = false;
	} else if (good) {
		good = change_commit(change, err);
	}
	sheaf_release(&model);
	return good;
}

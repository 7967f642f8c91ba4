#include "model/nomination.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/interval.h"

enum { RANK_END = 4 };

static int
rank_of(enum choice_number state)
{
	switch (state) {
	case NOMINATION_STATE_PROPOSED:
		return 1;
	case NOMINATION_STATE_SUBMITTED:
		return 2;
	case NOMINATION_STATE_RECOGNISED:
		return 3;
	case NOMINATION_STATE_GRANTED:
	case NOMINATION_STATE_REFUSED:
	case NOMINATION_STATE_WITHDRAWN:
		return RANK_END;
	default:
		return 0;
	}
}

/* The order of steps: by position, those of one position as they can have followed, whatever order they were written in. */
static int
compare_steps(const struct nomination_step_facts *a, const struct nomination_step_facts *b)
{
	if (a->position != b->position)
		return a->position < b->position ? -1 : 1;
	if (rank_of(a->state) != rank_of(b->state))
		return rank_of(a->state) < rank_of(b->state) ? -1 : 1;
	struct days x = days_of_date(a->date ? a->date : ""), y = days_of_date(b->date ? b->date : "");
	int days = day_compare(x.first, y.first);
	return days ? days : a < b ? -1 : a > b;
}

static const struct nomination_step_facts *
step_after(const struct nomination_step_facts *steps, size_t count, const struct nomination_step_facts *step)
{
	const struct nomination_step_facts *next = NULL;
	for (size_t i = 0; i < count; i++) {
		bool later = !step || compare_steps(&steps[i], step) > 0;
		if (later && (!next || compare_steps(&steps[i], next) < 0))
			next = &steps[i];
	}
	return next;
}

enum choice_number
nomination_state_of(const struct nomination_step_facts *steps, size_t count, enum choice_number otherwise)
{
	const struct nomination_step_facts *last = NULL, *next;
	while ((next = step_after(steps, count, last)))
		last = next;
	return last ? last->state : otherwise;
}

static bool
refuse_order(const struct nomination_step_facts *step, const struct nomination_step_facts *next, struct err *err)
{
	struct str before = { 0 }, after = { 0 };
	nomination_show_state(&before, step->state);
	nomination_show_state(&after, next->state);
	struct words words = rank_of(step->state) == RANK_END
		? SAY("Sau “{1}” không còn bước nào: thêm “{2}” thì mở một đề nghị khác.",
			  "No step follows “{1}”: open another nomination for “{2}”.")
		: SAY("“{2}” không đứng sau “{1}”: các bước đi từ suy tôn, đề nghị, trình, công nhận đến được tặng "
		      "hoặc không được.",
			  "“{2}” does not follow “{1}”: the steps are acclaimed, proposed, submitted, recognised, "
			  "then granted or not.");
	err_set_field(err, NOMINATION_STEP_STATE, words, str_text(&before), str_text(&after), NULL);
	str_release(&before);
	str_release(&after);
	return false;
}

bool
nomination_steps_check(const struct nomination_step_facts *steps, size_t count, struct err *err)
{
	const struct nomination_step_facts *step = step_after(steps, count, NULL), *next;
	struct days latest = { .first = DAY_FIRST };
	for (; step; step = next) {
		next = step_after(steps, count, step);
		if (next && (rank_of(step->state) == RANK_END || rank_of(next->state) < rank_of(step->state)))
			return refuse_order(step, next, err);
		if (!step->date || !*step->date)
			continue;
		struct days date = days_of_date(step->date);
		if (day_compare(date.last, latest.first) < 0)
			return err_set_field(err, NOMINATION_STEP_DATE,
				SAY("Ngày của bước sau không ở trước ngày của bước trước được: xem lại "
				    "ngày hoặc thứ tự.",
					"A later step cannot have an earlier day: check the days or the order."),
				NULL);
		if (day_compare(date.first, latest.first) > 0)
			latest = date;
	}
	return true;
}

bool
nomination_is_granted(enum choice_number state)
{
	return state == NOMINATION_STATE_GRANTED;
}

int64_t
nomination_award(enum choice_number state, int64_t asked, int64_t granted)
{
	return nomination_is_granted(state) && granted ? granted : asked;
}

void
nomination_show_state(struct str *out, enum choice_number state)
{
	const struct field *field = &entity_of(ENTITY_NOMINATION)->fields[NOMINATION_STATE];
	const struct choice *choice = choice_numbered(field->choices, state);
	if (choice)
		str_add_text(out, say(choice->label));
}

int64_t
nomination_count_total(const struct nomination_count *count)
{
	return count->published ? count->count : (int64_t)count->named;
}

bool
nomination_count_breaks(const struct nomination_count *count)
{
	return count->published && (int64_t)count->named > count->count;
}

void
nomination_count_show(struct str *out, const struct nomination_count *count)
{
	struct str total = { 0 }, named = { 0 };
	str_add_integer(&total, nomination_count_total(count));
	str_add_integer(&named, (int64_t)count->named);
	struct words words = count->published ? SAY("{1} (nêu tên {2}/{1})", "{1} ({2}/{1} named)") : SAY("{1}", "{1}");
	say_add(out, words, str_text(&total), str_text(&named), NULL);
	str_release(&total);
	str_release(&named);
}

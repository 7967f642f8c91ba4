/* Periods by dates as people write them: lũy kế đến 15/11/2024, từ 1/1/2024 đến 20/10/2024. */
#include "app/edit_steps.h"
#include "app/import.h"
#include "app/questions_edit.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/fields.h"
#include "model/period.h"
#include "text/date.h"
#include "text/fold.h"
#include <stdlib.h>
#include <string.h>

#define NUMBERS_OF_A_YEAR 999 /* records.md "period": year · 100000 + 99000 + n */

static bool
bare_is(const char *text, size_t length, const char *const *words)
{
	struct str bare = { 0 };
	char *part = mem_copy_bytes(text, length);
	bool found = false;

	text_bare(&bare, part);
	for (; *words && !found; words++)
		found = strcmp(str_text(&bare), *words) == 0;
	free(part);
	str_release(&bare);
	return found;
}

/* Behind "ngày" and "hết ngày". */
static const char *
after_day_words(const char *text)
{
	static const char *const words[] = { "hết ", "ngày " };

	text += strspn(text, " ");
	for (size_t i = 0; i < ARRAY_COUNT(words); i++)
		if (text_starts(text, words[i]))
			text += strlen(words[i]);
	return text;
}

/* The two ends as typed; false: this is no period by dates. */
static bool
split(const char *text, char **first, const char **last)
{
	static const char *const to_date[] = { "", "luy ke", "tinh", "cong don", NULL };
	static const char *const from_date[] = { "tu", "tu ngay", NULL };
	const char *until = strstr(text, "đến ");

	if (!until)
		until = text_starts(text, "Đến ") ? text : NULL;
	if (!until)
		return false;
	*last = after_day_words(until + strlen("đến "));
	*first = NULL;
	if (bare_is(text, (size_t)(until - text), to_date))
		return true;
	size_t word = strcspn(text, " ");
	if (!bare_is(text, word, from_date))
		return false;
	const char *day = after_day_words(text + word);
	if (day >= until)
		return false;
	size_t length = (size_t)(until - day);
	while (length && day[length - 1] == ' ')
		length--;
	*first = mem_copy_bytes(day, length);
	return true;
}

static bool
same_dates(const struct record *a, const struct record *b)
{
	return value_equal(&a->values[SPAN_KIND], &b->values[SPAN_KIND]) &&
		value_equal(&a->values[SPAN_FIRST_DAY], &b->values[SPAN_FIRST_DAY]) &&
		value_equal(&a->values[SPAN_LAST_DAY], &b->values[SPAN_LAST_DAY]);
}

/* The book's period of these dates; 0 when it has none. */
static bool
find_span(int64_t *id, struct import *import, const struct record *wanted, int year, struct err *err)
{
	*id = 0;
	for (int n = 1; n <= NUMBERS_OF_A_YEAR && !*id; n++) {
		int64_t at = (int64_t)year * 100000 + 99000 + n, there;
		struct record stored = { 0 };
		if (!rows_one_integer(
			    &there, 0, import->store, &exists_questions[ENTITY_SPAN], &ARG_INTEGER(at), 1, err))
			return false;
		if (!there)
			continue;
		if (!record_read(&stored, import->store, ENTITY_SPAN, at, err))
			return false;
		if (same_dates(&stored, wanted))
			*id = at;
		record_release(&stored);
	}
	return true;
}

static bool
read_days(struct record *span, const char *first, const char *last, int year, struct err *err)
{
	struct str day = { 0 };
	bool good = date_read(&day, last, year, err);

	if (good) {
		record_set_text(span, SPAN_LAST_DAY, str_text(&day));
		str_clear(&day);
		good = !first || date_read(&day, first, year, err);
	}
	if (good && first)
		record_set_text(span, SPAN_FIRST_DAY, str_text(&day));
	record_set_integer(span, SPAN_KIND, first ? SPAN_KIND_DATES : SPAN_KIND_TO_DATE);
	str_release(&day);
	return good;
}

static bool
check_year(const struct record *span, int year, struct err *err)
{
	const char *day = record_text(span, SPAN_LAST_DAY);

	if (day[0] >= '0' && day[0] <= '9' && atoi(day) == year)
		return true;
	return err_set(err, ERR_INVALID,
		SAY("ngày cuối của kỳ không nằm trong năm ở cột năm; hãy sửa một trong hai.",
			"the last day of the period is not in the year of its column; please correct one of them."),
		NULL);
}

bool
import_span(period *out, bool *understood, struct import *import, int year, const char *text, struct err *err)
{
	struct record span = record_new(ENTITY_SPAN);
	struct str key = { 0 };
	char *first = NULL;
	const char *last;
	int64_t id = 0;
	bool good = true;

	*understood = split(text, &first, &last);
	if (*understood) {
		good = read_days(&span, first, last, year, err) && check_year(&span, year, err);
		str_add_format(
			&key, "span:%s:%s", record_text(&span, SPAN_FIRST_DAY), record_text(&span, SPAN_LAST_DAY));
		id = good ? textmap_get(&import->names, str_text(&key), 0) : 0;
		good = good && (id || find_span(&id, import, &span, year, err));
		if (good && !id) {
			good = edit_put_as(import->change, &span, EDIT_IMPORT, NULL, err);
			id = span.id;
		}
		if (good)
			textmap_put(&import->names, str_text(&key), id);
	}
	*out = id;
	free(first);
	str_release(&key);
	record_release(&span);
	return good;
}

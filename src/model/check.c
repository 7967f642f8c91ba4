#include "model/entities.h"
#include "text/date.h"
#include <string.h>

static const char *
label(const struct record *record, int field)
{
	return say(record->entity->fields[field].label);
}

bool
check_interval(const struct record *record, int from, int to, struct err *err)
{
	char first[11], last[11], other[11];

	date_bounds(record_text(record, from), first, other);
	date_bounds(record_text(record, to), other, last);
	if (strcmp(first, last) <= 0)
		return true;
	struct str begin = { 0 }, end = { 0 };
	date_show(&begin, record_text(record, from));
	date_show(&end, record_text(record, to));
	err_set_field(err, to,
		SAY("“{1}” ({2}) phải sau “{3}” ({4}); hãy sửa một trong hai ngày.",
			"“{1}” ({2}) must come after “{3}” ({4}); please correct one of the two."),
		label(record, to), str_text(&end), label(record, from), str_text(&begin), NULL);
	str_release(&begin);
	str_release(&end);
	return false;
}

bool
check_years(const struct record *record, int from, int to, struct err *err)
{
	if (!record_has(record, from) || !record_has(record, to) ||
		record_integer(record, from, 0) <= record_integer(record, to, 0))
		return true;
	return err_set_field(err, to,
		SAY("“{1}” phải bằng hoặc sau “{2}”; hãy sửa một trong hai năm.",
			"“{1}” must not come before “{2}”; please correct one of the two years."),
		label(record, to), label(record, from), NULL);
}

bool
check_not_itself(const struct record *record, int field, struct err *err)
{
	if (!record->id || record_integer(record, field, 0) != record->id)
		return true;
	return err_set_field(err, field,
		SAY("“{1}” không thể là chính bản ghi này; hãy chọn bản ghi khác.",
			"“{1}” cannot be this record itself; please choose another."),
		label(record, field), NULL);
}

bool
check_exact_day(const struct record *record, int field, struct err *err)
{
	if (!record_has(record, field) || strlen(record_text(record, field)) == strlen("YYYY-MM-DD"))
		return true;
	return err_set_field(err, field,
		SAY("“{1}” phải là một ngày đầy đủ, ví dụ 15/6/2024.",
			"“{1}” must be a full day, for example 15/6/2024."),
		label(record, field), NULL);
}

bool
check_pair(const struct record *record, int a, int b, struct err *err)
{
	if (record_has(record, a) == record_has(record, b))
		return true;
	int missing = record_has(record, a) ? b : a, given = record_has(record, a) ? a : b;
	return err_set_field(err, missing,
		SAY("Đã có “{1}” thì phải có “{2}”; hãy điền cả hai hoặc để trống cả hai.",
			"“{1}” needs “{2}”; please fill in both or leave both empty."),
		label(record, given), label(record, missing), NULL);
}

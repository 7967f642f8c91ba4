#include "base/mem.h"
#include "model/entities.h"
#include "model/period.h"
#include "model/quantity.h"
#include "text/clean.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/number.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

#define HUNDREDTHS_DECIMALS 2
#define YEAR_MIN 1900
#define YEAR_MAX 2999
/* The rows of span: year·100000 + 99000 + n. */
#define SPAN_ROWS 99000
#define SPAN_ROW_MAX 999

static bool
check_range(const struct field *field, int64_t integer, int64_t min, int64_t max, struct err *err)
{
	if (integer >= min && integer <= max)
		return true;
	struct str from = { 0 }, to = { 0 };
	str_add_integer(&from, min);
	str_add_integer(&to, max);
	err_set(err, ERR_INVALID, SAY("“{1}” phải là số từ {2} đến {3}.", "“{1}” must be a number from {2} to {3}."),
		say(field->label), str_text(&from), str_text(&to), NULL);
	str_release(&from);
	str_release(&to);
	return false;
}

static bool
check_amount(const struct field *field, int64_t integer, struct err *err)
{
	if (integer >= -QUANTITY_LIMIT && integer <= QUANTITY_LIMIT)
		return true;
	return err_set(err, ERR_INVALID,
		SAY("“{1}” quá lớn: sổ giữ số đến một triệu tỷ; hãy kiểm tra lại số.",
			"“{1}” is too large: the book holds numbers up to 10^15; please check it."),
		say(field->label), NULL);
}

static bool
check_width(const struct field *field, const char *text, struct err *err)
{
	if (field->max == 0 || text_width(text) <= field->max)
		return true;
	struct str most = { 0 }, now = { 0 };
	str_add_integer(&most, field->max);
	str_add_integer(&now, text_width(text));
	err_set(err, ERR_INVALID,
		SAY("“{1}” dài {2} cột; chỉ được dài đến {3} cột, hãy viết gọn lại.",
			"“{1}” is {2} columns wide; at most {3} fit, please shorten it."),
		say(field->label), str_text(&now), str_text(&most), NULL);
	str_release(&most);
	str_release(&now);
	return false;
}

static bool
check_known(const struct field *field, bool known, struct err *err)
{
	if (known)
		return true;
	return err_set(err, ERR_INVALID,
		SAY("“{1}” không có giá trị này; hãy chọn lại.", "“{1}” has no such value; please choose again."),
		say(field->label), NULL);
}

static bool
set_is_known(struct choices choices, int64_t bits)
{
	int64_t all = 0;

	for (size_t i = 0; i < choices.count; i++)
		all |= INT64_C(1) << choices.items[i].number;
	return bits > 0 && (bits & ~all) == 0;
}

static bool
check_stored_date(const struct field *field, const char *text, struct err *err)
{
	if (date_valid(text))
		return true;
	return err_set(err, ERR_INVALID,
		SAY("“{1}”: “{2}” không phải là ngày; hãy viết như 2024, 12/2024 hoặc 7/12/2024.",
			"“{1}”: “{2}” is no date; please write 2024, 12/2024 or 7/12/2024."),
		say(field->label), text, NULL);
}

static bool
check_text(const struct field *field, const char *text, struct err *err)
{
	switch (field->type) {
	case FIELD_DATE:
		return check_stored_date(field, text, err);
	case FIELD_UID:
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
		return check_width(field, text, err);
	default:
		return check_known(field, FIELD_IS_DERIVED(field), err);
	}
}

static bool
check_integer(const struct field *field, int64_t integer, struct err *err)
{
	switch (field->type) {
	case FIELD_INTEGER:
		return (field->min == 0 && field->max == 0) || check_range(field, integer, field->min, field->max, err);
	case FIELD_BOOL:
		return check_known(field, integer == 0 || integer == 1, err);
	case FIELD_YEAR:
		return check_range(field, integer, YEAR_MIN, YEAR_MAX, err);
	case FIELD_PERIOD:
		return check_known(field, period_is_valid(integer), err);
	case FIELD_CHOICE:
		return check_known(field, choice_numbered(field->choices, integer) != NULL, err);
	case FIELD_SET:
		return check_known(field, set_is_known(field->choices, integer), err);
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
	case FIELD_ANY:
		return check_known(field, integer > 0, err);
	case FIELD_ENTITY:
		return check_known(field, integer > ENTITY_NONE && integer < ENTITY_END, err);
	case FIELD_AMOUNT:
	case FIELD_HUNDREDTHS:
		return check_amount(field, integer, err);
	default:
		return check_known(field, false, err);
	}
}

bool
field_check(const struct field *field, const struct value *value, struct err *err)
{
	switch (value->type) {
	case VALUE_INTEGER:
		return check_integer(field, value->integer, err);
	case VALUE_TEXT:
		return check_text(field, value->text, err);
	case VALUE_NONE:
		break;
	}
	return true;
}

static void
write_choice(const struct field *field, int64_t number, struct str *out)
{
	const struct choice *choice = choice_numbered(field->choices, number);

	if (choice)
		str_add_text(out, choice->word);
	else
		str_add_integer(out, number); /* history never loses what a later schema wrote */
}

static void
write_set(const struct field *field, int64_t bits, struct str *out)
{
	const char *separator = "";

	for (size_t i = 0; i < field->choices.count; i++) {
		const struct choice *choice = &field->choices.items[i];
		if (!(bits & INT64_C(1) << choice->number))
			continue;
		str_add_text(out, separator);
		str_add_text(out, choice->word);
		separator = "; ";
	}
}

/* "2024 Y"; a row of span "2024 #7". */
static void
write_period(period p, struct str *out)
{
	str_add_integer(out, p / 100000);
	str_add_byte(out, ' ');
	if (period_is_span_row(p)) {
		str_add_byte(out, '#');
		str_add_integer(out, p % 100000 - SPAN_ROWS);
	} else {
		period_part(p, out);
	}
}

static void
write_entity(int64_t id, struct str *out)
{
	if (id > ENTITY_NONE && id < ENTITY_END)
		str_add_text(out, entity_of((enum entity_id)id)->table);
	else
		str_add_integer(out, id);
}

static void
write_integer(const struct field *field, int64_t integer, int decimals, struct str *out)
{
	switch (field->type) {
	case FIELD_BOOL:
		str_add_text(out, integer ? "có" : "không");
		break;
	case FIELD_PERIOD:
		write_period(integer, out);
		break;
	case FIELD_CHOICE:
		write_choice(field, integer, out);
		break;
	case FIELD_SET:
		write_set(field, integer, out);
		break;
	case FIELD_ENTITY:
		write_entity(integer, out);
		break;
	case FIELD_AMOUNT:
		number_plain(out, integer, decimals);
		break;
	case FIELD_HUNDREDTHS:
		number_plain(out, integer, HUNDREDTHS_DECIMALS);
		break;
	default:
		str_add_integer(out, integer);
	}
}

void
field_write(const struct field *field, const struct value *value, int decimals, struct str *out)
{
	if (field->type == FIELD_KEY || field->type == FIELD_PERSON_KEY)
		return; /* bytes, not text */
	if (value->type == VALUE_TEXT)
		str_add_text(out, value->text);
	else if (value->type == VALUE_INTEGER)
		write_integer(field, value->integer, decimals, out);
}

/* The words of the choices, for a sentence. */
static char *
list_of(struct choices choices)
{
	struct str list = { 0 };

	for (size_t i = 0; i < choices.count; i++) {
		str_add_text(&list, i > 0 ? ", " : "");
		str_add_text(&list, choices.items[i].word);
	}
	return str_take(&list);
}

static bool
read_choice(const struct field *field, const char *text, int64_t *number, struct err *err)
{
	const struct choice *choice = choice_worded(field->choices, text);

	if (choice) {
		*number = choice->number;
		return true;
	}
	char *list = list_of(field->choices);
	err_set(err, ERR_INVALID,
		SAY("“{1}” không nhận “{2}”; hãy viết một trong các từ: {3}.",
			"“{1}” does not take “{2}”; please write one of: {3}."),
		say(field->label), text, list, NULL);
	free(list);
	return false;
}

static bool
read_set(const struct field *field, const char *text, int64_t *bits, struct err *err)
{
	int64_t all = 0, number = 0;

	while (*text) {
		size_t length = strcspn(text, ";");
		struct str word = { 0 };
		bool good = text_clean(&word, text, length, TEXT_PARAGRAPH, NULL, err);
		if (good && word.length > 0) {
			good = read_choice(field, str_text(&word), &number, err);
			all |= good ? INT64_C(1) << number : 0;
		}
		str_release(&word);
		if (!good)
			return false;
		text += length + (text[length] == ';');
	}
	*bits = all;
	return true;
}

static bool
read_bool(const struct field *field, const char *text, int64_t *out, struct err *err)
{
	static const struct {
		const char *word;
		bool yes;
	} words[] = { { "co", true }, { "khong", false }, { "yes", true }, { "no", false }, { "1", true },
		{ "0", false }, { "x", true }, { "true", true }, { "false", false } };
	struct str bare = { 0 };
	bool found = false;

	text_bare(&bare, text);
	for (size_t i = 0; i < ARRAY_COUNT(words) && !found; i++)
		if (strcmp(words[i].word, str_text(&bare)) == 0) {
			*out = words[i].yes;
			found = true;
		}
	str_release(&bare);
	return found ||
		err_set(err, ERR_INVALID,
			SAY("“{1}” không nhận “{2}”; hãy viết có hoặc không.",
				"“{1}” does not take “{2}”; please write yes or no."),
			say(field->label), text, NULL);
}

/* Digits only, at most `most` of them: no sign, no blank. */
static bool
read_digits(const char *text, size_t most, int64_t *out)
{
	size_t length = strspn(text, "0123456789");
	int64_t number = 0;

	if (length == 0 || length > most || text[length])
		return false;
	for (size_t i = 0; i < length; i++)
		number = number * 10 + (text[i] - '0');
	*out = number;
	return true;
}

static bool
refuse_period(const struct field *field, const char *text, struct err *err)
{
	return err_set(err, ERR_INVALID,
		SAY("“{1}” không nhận “{2}”; hãy viết năm, một dấu cách và mã kỳ, ví dụ 2024 Y, 2024 H1, 2024 Q2, 2024 "
		    "M05.",
			"“{1}” does not take “{2}”; please write the year, a blank and the period, as in 2024 Y, 2024 "
			"H1, "
			"2024 Q2, 2024 M05."),
		say(field->label), text, NULL);
}

static bool
read_period(const struct field *field, const char *text, int64_t *out, struct err *err)
{
	char first[5] = "";
	int64_t year, row;
	size_t blanks = 0;

	if (strlen(text) > 4) {
		memcpy(first, text, 4);
		blanks = strspn(text + 4, " ");
	}
	if (blanks == 0 || !read_digits(first, 4, &year))
		return refuse_period(field, text, err);
	const char *part = text + 4 + blanks;
	if (*part == '#') {
		if (!read_digits(part + 1, 3, &row) || row > SPAN_ROW_MAX)
			return refuse_period(field, text, err);
		*out = year * 100000 + SPAN_ROWS + row;
		return true;
	}
	return period_read(out, (int)year, part, err);
}

static bool
read_entity(const struct field *field, const char *text, int64_t *out, struct err *err)
{
	const struct entity *entity = entity_named(text);

	if (!entity)
		return err_set(err, ERR_INVALID,
			SAY("“{1}” không nhận “{2}”; hãy viết tên một loại bản ghi, ví dụ unit, cluster, figure.",
				"“{1}” does not take “{2}”; please write a kind of record, as in unit, cluster, "
				"figure."),
			say(field->label), text, NULL);
	*out = (int64_t)entity->id;
	return true;
}

static bool
read_id(const struct field *field, const char *text, int64_t *out, struct err *err)
{
	return read_digits(text, 18, out) ||
		err_set(err, ERR_INVALID,
			SAY("“{1}” không nhận “{2}”; ở đây phải là số của một bản ghi.",
				"“{1}” does not take “{2}”; the number of a record is expected here."),
			say(field->label), text, NULL);
}

/* A bare number as people write it, "1.200" or "98,5"; "1,000" is left alone: who writes it may mean a thousand. */
static bool
read_written(const char *text, int decimals, int64_t *out)
{
	struct number number;
	struct err ignored = { 0 };
	const char *comma = strchr(text, ',');

	if (comma && (decimals == 0 || strlen(comma + 1) > 2))
		return false;
	bool good = number_read(&number, text, decimals > 0, &ignored);
	err_release(&ignored);
	return good && number.qualifier == '=' && !number.scaled && !number.percent && !number.unit[0] &&
		!number.none_said && !number.no_number && !number.has_whole && !number.ambiguous &&
		number_rescale(out, number.digits, number.decimals, decimals);
}

static bool
read_number(const char *text, int decimals, int64_t *out, struct err *err)
{
	if (number_parse_plain(out, text, decimals, err))
		return true;
	if (!read_written(text, decimals, out))
		return false;
	err_release(err);
	return true;
}

static bool
read_integer(const struct field *field, const char *text, int decimals, int64_t *out, struct err *err)
{
	switch (field->type) {
	case FIELD_BOOL:
		return read_bool(field, text, out, err);
	case FIELD_PERIOD:
		return read_period(field, text, out, err);
	case FIELD_CHOICE:
		return read_choice(field, text, out, err);
	case FIELD_SET:
		return read_set(field, text, out, err);
	case FIELD_ENTITY:
		return read_entity(field, text, out, err);
	case FIELD_REFERENCE:
	case FIELD_SUBJECT:
	case FIELD_ANY:
		return read_id(field, text, out, err);
	case FIELD_AMOUNT:
		return number_parse_plain(out, text, decimals, err);
	case FIELD_HUNDREDTHS:
		return read_number(text, HUNDREDTHS_DECIMALS, out, err);
	case FIELD_INTEGER:
		return read_number(text, 0, out, err);
	default:
		return number_parse_plain(out, text, 0, err);
	}
}

static bool
read_date(const char *text, struct value *out, struct err *err)
{
	struct str stored = { 0 };
	bool good = date_read(&stored, text, 0, err);

	if (good)
		*out = value_text(str_text(&stored));
	str_release(&stored);
	return good;
}

/* text is clean and not empty. */
static bool
read_value(const struct field *field, const char *text, int decimals, struct value *out, struct err *err)
{
	int64_t integer = 0;

	switch (field->type) {
	case FIELD_UID:
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_CODE:
		*out = value_text(text);
		return true;
	case FIELD_DATE:
		return read_date(text, out, err);
	case FIELD_KEY:
	case FIELD_PERSON_KEY:
	case FIELD_BARE:
	case FIELD_FIRST_DAY:
	case FIELD_LAST_DAY:
		return err_set(err, ERR_INVALID,
			SAY("“{1}” do sổ tự tính; hãy để trống.",
				"“{1}” is computed by the book; please leave it empty."),
			say(field->label), NULL);
	default:
		if (!read_integer(field, text, decimals, &integer, err))
			return false;
		*out = value_integer(integer);
		return true;
	}
}

bool
field_read(const struct field *field, const char *text, int decimals, struct value *out, struct err *err)
{
	enum text_shape shape = field->type == FIELD_LINES ? TEXT_LINES : TEXT_PARAGRAPH;
	struct str clean = { 0 };
	struct value value = value_none();
	bool good = text_clean(&clean, text, strlen(text), shape, NULL, err);

	if (good && clean.length > 0)
		good = read_value(field, str_text(&clean), decimals, &value, err) && field_check(field, &value, err);
	if (good)
		*out = value;
	else
		value_release(&value);
	str_release(&clean);
	return good;
}

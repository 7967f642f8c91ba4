/* What options and words ask for, understood. */
#include "app/label.h"
#include "base/mem.h"
#include "commands.h"
#include "model/fields.h"
#include "text/number.h"
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

bool
misuse(struct deed *deed, struct err *err, struct words words, ...)
{
	va_list list;
	va_start(list, words);
	char *sentence = say_format_list(words, list);
	va_end(list);
	deed->misused = true;
	err_set(err, ERR_INVALID, SAY("{1}", "{1}"), sentence, NULL);
	free(sentence);
	return false;
}

const char *
given(const struct deed *deed, enum option_id option)
{
	return deed->arguments->values[option];
}

/* Digits and nothing else. */
static bool
read_digits(int64_t *out, const char *text)
{
	*out = 0;
	if (!*text || strlen(text) > 15)
		return false;
	for (; *text; text++) {
		if (*text < '0' || *text > '9')
			return false;
		*out = *out * 10 + (*text - '0');
	}
	return true;
}

bool
given_number(int64_t *out, struct deed *deed, enum option_id option, int64_t otherwise, struct err *err)
{
	const char *text = given(deed, option);
	*out = otherwise;
	if (!text || (read_digits(out, text) && *out > 0))
		return true;
	return misuse(deed, err, SAY("“--{1} {2}”: phải là một số từ 1.", "“--{1} {2}”: a number from 1 is wanted."),
		options[option].name, text, NULL);
}

bool
given_year(int *out, struct deed *deed, enum option_id option, int otherwise, struct err *err)
{
	const char *text = given(deed, option);
	int64_t year = otherwise;
	*out = otherwise;
	if (!text)
		return true;
	if (!read_digits(&year, text) || year < 1900 || year > 2999)
		return misuse(deed, err,
			SAY("“--{1} {2}”: phải là một năm như 2024.", "“--{1} {2}”: a year such as 2024 is wanted."),
			options[option].name, text, NULL);
	*out = (int)year;
	return true;
}

bool
work_year(int *out, struct deed *deed, struct err *err)
{
	int64_t id;
	size_t count;
	if (!given_year(out, deed, OPTION_YEAR, 0, err))
		return false;
	if (*out)
		return true;
	*out = deed->host.today(deed->host.self) / 10000;
	if (!record_page(&id, 1, &count, deed->store, ENTITY_BOOK, 0, err))
		return false;
	if (!count)
		return true;
	struct record book = { 0 };
	bool done = record_read(&book, deed->store, ENTITY_BOOK, id, err);
	if (done)
		*out = (int)record_integer(&book, BOOK_CURRENT_YEAR, *out);
	record_release(&book);
	return done;
}

static const char *
kind_name(size_t index)
{
	return index + 1 < ENTITY_END ? entity_of((enum entity_id)(index + 1))->table : NULL;
}

bool
kind_named(enum entity_id *out, struct deed *deed, const char *name, struct err *err)
{
	const struct entity *entity = entity_named(name);
	if (entity) {
		*out = entity->id;
		return true;
	}
	struct str near = { 0 };
	nearest_add(&near, name, "", kind_name);
	if (near.length)
		misuse(deed, err,
			SAY("Không có loại bản ghi “{1}”; gần giống: {2}.",
				"There is no kind of record “{1}”; near it: {2}."),
			name, str_text(&near), NULL);
	else
		misuse(deed, err,
			SAY("Không có loại bản ghi “{1}”; “thidua fields” liệt kê các loại.",
				"There is no kind of record “{1}”; “thidua fields” lists the kinds."),
			name, NULL);
	str_release(&near);
	return false;
}

bool
find_given(int64_t *id, struct deed *deed, enum option_id option, enum entity_id entity, int year, struct err *err)
{
	const char *typed = given(deed, option);
	if (!typed)
		return misuse(deed, err, SAY("Cần --{1} {2}.", "--{1} {2} is needed."), options[option].name,
			say(options[option].value), NULL);
	struct str day = { 0 };
	enum entity_id found;
	str_add_format(&day, "%d-12-31", year);
	bool done = find_one(&found, id, deed->store, entity, false, typed, str_text(&day), err);
	str_release(&day);
	return done;
}

bool
find_record(int64_t *id, struct deed *deed, enum entity_id entity, const char *typed, struct err *err)
{
	enum entity_id found;
	if (typed[0] == '#' && read_digits(id, typed + 1))
		return true;
	return find_one(&found, id, deed->store, entity, false, typed, NULL, err);
}

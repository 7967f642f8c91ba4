#include "arguments.h"
#include "base/mem.h"
#include "commands.h"
#include "text/clean.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const struct option options[OPTION_COUNT] = {
#define O(name_, long_, letter_, kind_, value_vi, value_en, help_vi, help_en) \
	[OPTION_##name_] = { .name = (long_), \
		.letter = (letter_), \
		.kind = OPTION_##kind_, \
		.value = { (value_vi), (value_en) }, \
		.help = { (help_vi), (help_en) } },
	OPTIONS(O)
#undef O
};

static const char *
option_name(size_t index)
{
	return index < OPTION_COUNT ? options[index].name : NULL;
}

static bool
refuse_unknown(const char *name, struct err *err)
{
	struct str near = { 0 };
	nearest_add(&near, name, "--", option_name);
	if (near.length)
		err_set(err, ERR_INVALID,
			SAY("Không có tùy chọn “--{1}”; gần giống: {2}.", "There is no option “--{1}”; near it: {2}."),
			name, str_text(&near), NULL);
	else
		err_set(err, ERR_INVALID, SAY("Không có tùy chọn “--{1}”.", "There is no option “--{1}”."), name, NULL);
	str_release(&near);
	return false;
}

static bool
refuse_ambiguous(const char *name, uint64_t among, struct err *err)
{
	struct str list = { 0 };
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		if (!(among & UINT64_C(1) << i) || !text_starts(options[i].name, name))
			continue;
		str_add_text(&list, list.length ? ", --" : "--");
		str_add_text(&list, options[i].name);
	}
	err_set(err, ERR_INVALID,
		SAY("“--{1}” có thể là {2}; hãy viết dài hơn.", "“--{1}” may be {2}; please write more of it."), name,
		str_text(&list), NULL);
	str_release(&list);
	return false;
}

static size_t
count_beginning(enum option_id *first, const char *name, uint64_t among)
{
	size_t found = 0;
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if ((among & UINT64_C(1) << i) && text_starts(options[i].name, name) && !found++)
			*first = (enum option_id)i;
	return found;
}

/* The command that a line is likely to mean before its options are understood: the first word that is one. */
static const struct command *
likely_command(size_t count, char *const *words)
{
	for (size_t i = 0; i < count; i++)
		if (command_named(words[i]))
			return command_named(words[i]);
	return NULL;
}

static uint64_t
likely_options(size_t count, char *const *words)
{
	const struct command *command = likely_command(count, words);
	return OPTIONS_EVERYWHERE | (command ? command->options : 0);
}

/* The option of that name or beginning; a beginning means a likely option before another. */
static bool
option_named(enum option_id *out, const char *name, uint64_t likely, struct err *err)
{
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		if (text_equal(options[i].name, name)) {
			*out = (enum option_id)i;
			return true;
		}
	}
	size_t found = *name ? count_beginning(out, name, likely) : 0;
	if (found)
		return found == 1 || refuse_ambiguous(name, likely, err);
	found = *name ? count_beginning(out, name, UINT64_MAX) : 0;
	if (found)
		return found == 1 || refuse_ambiguous(name, UINT64_MAX, err);
	return refuse_unknown(name, err);
}

/* What a person typed becomes text of the book's kind; a path stays as it is. */
static bool
take_text(char **out, const char *typed, bool path, struct err *err)
{
	struct str clean = { 0 };
	if (path)
		str_add_text(&clean, typed);
	else if (!text_clean(&clean, typed, strlen(typed), TEXT_PARAGRAPH, NULL, err))
		return false;
	*out = str_take(&clean);
	return true;
}

static bool
refuse_missing(enum option_id id, struct err *err)
{
	return err_set(err, ERR_INVALID, SAY("“--{1}” cần giá trị: --{1} {2}.", "“--{1}” needs a value: --{1} {2}."),
		options[id].name, say(options[id].value), NULL);
}

/* An empty value is a variable that was not set: it would mean another book, another person. */
static bool
set_value(struct arguments *out, enum option_id id, const char *value, struct err *err)
{
	free(out->values[id]);
	out->values[id] = NULL;
	if (!take_text(&out->values[id], value, options[id].kind == OPTION_PATH, err))
		return false;
	if (options[id].kind != OPTION_FLAG && !*out->values[id])
		return refuse_missing(id, err);
	if (id != OPTION_METRIC)
		return true;
	out->metrics = mem_resize(out->metrics, out->metric_count + 1, sizeof *out->metrics);
	out->metrics[out->metric_count++] = mem_copy_text(out->values[id]);
	return true;
}

static bool
read_long(struct arguments *out, size_t *at, size_t count, char *const *words, uint64_t likely, struct err *err)
{
	const char *word = words[*at] + 2, *equals = strchr(word, '=');
	char *name = mem_copy_bytes(word, equals ? (size_t)(equals - word) : strlen(word));
	enum option_id id = OPTION_COUNT;
	bool done = option_named(&id, name, likely, err);
	if (done && options[id].kind == OPTION_FLAG && equals)
		done = err_set(err, ERR_INVALID, SAY("“--{1}” không nhận giá trị.", "“--{1}” takes no value."),
			options[id].name, NULL);
	else if (done && options[id].kind == OPTION_FLAG)
		done = set_value(out, id, "", err);
	else if (done && equals)
		done = set_value(out, id, equals + 1, err);
	else if (done && *at + 1 < count)
		done = set_value(out, id, words[++*at], err);
	else if (done)
		done = refuse_missing(id, err);
	free(name);
	return done;
}

static bool
read_short(struct arguments *out, const char *word, struct err *err)
{
	for (const char *letter = word + 1; *letter; letter++) {
		size_t i = 0;
		while (i < OPTION_COUNT && options[i].letter != *letter)
			i++;
		if (i == OPTION_COUNT)
			return err_set(err, ERR_INVALID, SAY("Không có tùy chọn “{1}”.", "There is no option “{1}”."),
				word, NULL);
		if (!set_value(out, (enum option_id)i, "", err))
			return false;
	}
	return true;
}

static void
add_word(struct arguments *out, const char *word)
{
	out->words = mem_resize(out->words, out->count + 1, sizeof *out->words);
	out->words[out->count++] = mem_copy_text(word);
}

static bool
read_words(struct arguments *out, size_t count, char *const *words, struct err *err)
{
	bool only_words = false;
	uint64_t likely = likely_options(count, words);
	for (size_t i = 0; i < count; i++) {
		const char *word = words[i];
		if (only_words || word[0] != '-' || word[1] == '\0')
			add_word(out, word);
		else if (text_equal(word, "--"))
			only_words = true;
		else if (word[1] == '-' ? !read_long(out, &i, count, words, likely, err) : !read_short(out, word, err))
			return false;
	}
	return true;
}

static bool
refuse_command(const char *name, struct err *err)
{
	struct str near = { 0 };
	nearest_add(&near, name, "", command_name);
	if (near.length)
		err_set(err, ERR_INVALID,
			SAY("Không có lệnh “{1}”; gần giống: {2}.", "There is no command “{1}”; near it: {2}."), name,
			str_text(&near), NULL);
	else
		err_set(err, ERR_INVALID, SAY("Không có lệnh “{1}”.", "There is no command “{1}”."), name, NULL);
	str_release(&near);
	return false;
}

/* The first word is a command, or the book that the screen opens: a path, or a file that is there. */
static bool
take_command(struct arguments *out, struct err *err)
{
	if (!out->count)
		return true;
	const char *first = out->words[0];
	out->command = command_named(first);
	if (!out->command) {
		if (!strpbrk(first, "/.") && access(first, F_OK) != 0)
			return refuse_command(first, err);
		if (out->values[OPTION_BOOK])
			return err_set(err, ERR_INVALID,
				SAY("Sổ được nêu hai lần: “{1}” và --book.",
					"The book is named twice: “{1}” and --book."),
				first, NULL);
		if (!set_value(out, OPTION_BOOK, first, err))
			return false;
	}
	free(out->words[0]);
	out->count--;
	memmove(out->words, out->words + 1, out->count * sizeof *out->words);
	return true;
}

static bool
check_options(const struct arguments *arguments, struct err *err)
{
	const struct command *command = arguments->command;
	uint64_t allowed = OPTIONS_EVERYWHERE | (command ? command->options : 0);
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		if (!arguments->values[i] || (allowed & UINT64_C(1) << i))
			continue;
		if (!command)
			return err_set(err, ERR_INVALID,
				SAY("“--{1}” chỉ đi với một lệnh.", "“--{1}” goes with a command only."),
				options[i].name, NULL);
		return err_set(err, ERR_INVALID,
			SAY("Lệnh “{1}” không có tùy chọn “--{2}”.", "The command “{1}” has no option “--{2}”."),
			command->name, options[i].name, NULL);
	}
	return true;
}

static bool
check_words(struct arguments *arguments, struct err *err)
{
	const struct command *command = arguments->command;
	size_t most = command ? command->most : 0;
	if (command && arguments->count < command->least)
		return err_set(err, ERR_INVALID,
			SAY("Lệnh “{1}” còn thiếu: thidua {1} {2}.", "The command “{1}” needs more: thidua {1} {2}."),
			command->name, say(command->takes), NULL);
	if (arguments->count > most)
		return err_set(
			err, ERR_INVALID, SAY("Thừa “{1}”.", "“{1}” is too much."), arguments->words[most], NULL);
	for (size_t i = 0; i < arguments->count; i++) {
		char *typed = arguments->words[i];
		if (!take_text(&arguments->words[i], typed, command->path == (int)i, err))
			return false;
		free(typed);
	}
	return true;
}

bool
arguments_read(struct arguments *out, size_t count, char *const *words, struct err *err)
{
	*out = (struct arguments){ 0 };
	if (!read_words(out, count, words, err)) {
		out->command = likely_command(count, words);
		return false;
	}
	if (!take_command(out, err))
		return false;
	if (out->values[OPTION_HELP] || out->values[OPTION_VERSION])
		return true;
	return check_options(out, err) && check_words(out, err);
}

void
arguments_release(struct arguments *arguments)
{
	words_free(arguments->words, arguments->count);
	words_free(arguments->metrics, arguments->metric_count);
	for (size_t i = 0; i < OPTION_COUNT; i++)
		free(arguments->values[i]);
	*arguments = (struct arguments){ 0 };
}

bool
arguments_given(const struct arguments *arguments, enum option_id option)
{
	return arguments->values[option] != NULL;
}

const char *
arguments_peek(enum option_id option, size_t count, char *const *words)
{
	const char *value = NULL;
	uint64_t likely = likely_options(count, words);
	for (size_t i = 0; i < count && !text_equal(words[i], "--"); i++) {
		if (!text_starts(words[i], "--"))
			continue;
		const char *equals = strchr(words[i], '=');
		char *name = equals ? mem_copy_bytes(words[i] + 2, (size_t)(equals - words[i] - 2))
				    : mem_copy_text(words[i] + 2);
		struct err err = { 0 };
		enum option_id id = OPTION_COUNT;
		bool known = option_named(&id, name, likely, &err);
		err_release(&err);
		free(name);
		if (!known || options[id].kind == OPTION_FLAG)
			continue;
		const char *found = equals ? equals + 1 : ++i < count ? words[i] : NULL;
		if (id == option)
			value = found;
	}
	return value;
}

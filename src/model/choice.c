#include "model/entities.h"
#include "text/case.h"
#include "text/fold.h"
#include <string.h>

#define C(set, name, number_, word_, vi, en) { .number = (number_), .word = word_, .label = WORDS(vi, en) },
#define S(set) const struct choice set##_choices[] = { set##_CHOICES(C) };
CHOICE_SETS(S)
#undef S
#undef C

const struct choice *
choice_numbered(struct choices choices, int64_t number)
{
	for (size_t i = 0; i < choices.count; i++)
		if (choices.items[i].number == number)
			return &choices.items[i];
	return NULL;
}

const char *
choice_word(enum entity_id entity, int field, int64_t number)
{
	const struct choice *choice = choice_numbered(entity_of(entity)->fields[field].choices, number);
	return !choice ? "" : say_language() == LANGUAGE_VI ? choice->word : say(choice->label);
}

static bool
names(const struct choice *choice, const char *word)
{
	return strcmp(choice->word, word) == 0 || strcmp(choice->label.vi, word) == 0 ||
		strcmp(choice->label.en, word) == 0;
}

/* bare is not empty: words that are only signs (= > < ~) have no folded form and match exactly or not at all. */
static bool
names_bare(const struct choice *choice, const char *bare)
{
	const char *spellings[] = { choice->word, choice->label.vi, choice->label.en };
	struct str folded = { 0 };
	bool same = false;

	for (size_t i = 0; i < ARRAY_COUNT(spellings) && !same; i++) {
		str_clear(&folded);
		text_bare(&folded, spellings[i]);
		same = strcmp(str_text(&folded), bare) == 0;
	}
	str_release(&folded);
	return same;
}

const struct choice *
choice_worded(struct choices choices, const char *word)
{
	for (size_t i = 0; i < choices.count; i++)
		if (names(&choices.items[i], word))
			return &choices.items[i];
	struct str bare = { 0 };
	const struct choice *found = NULL;
	text_bare(&bare, word);
	for (size_t i = 0; i < choices.count && bare.length > 0 && !found; i++)
		if (names_bare(&choices.items[i], str_text(&bare)))
			found = &choices.items[i];
	str_release(&bare);
	return found;
}

void
set_show(struct str *out, struct choices choices, int64_t set)
{
	bool any = false;

	for (size_t i = 0; i < choices.count; i++) {
		if (!(set & (INT64_C(1) << choices.items[i].number)))
			continue;
		if (any) {
			str_add_text(out, ", ");
			text_lower(out, say(choices.items[i].label));
		} else {
			str_add_text(out, say(choices.items[i].label));
		}
		any = true;
	}
}

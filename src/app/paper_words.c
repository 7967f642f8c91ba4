#include "app/paper_words.h"
#include "base/mem.h"
#include "model/choices.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/period.h"
#include "text/case.h"
#include <string.h>

void
meeting_kinds_show(struct str *out, int64_t kinds)
{
	struct str words = { 0 };
	struct choices choices = entity_of(ENTITY_MEETING)->fields[MEETING_KINDS].choices;
	for (size_t i = 0; i < choices.count; i++) {
		if (!(kinds & INT64_C(1) << choices.items[i].number))
			continue;
		str_add_text(&words, words.length ? ", " : "");
		str_add_text(&words, choice_word(ENTITY_MEETING, MEETING_KINDS, choices.items[i].number));
	}
	text_first_upper(out, str_text(&words));
	str_release(&words);
}

void
meeting_closes_show(struct str *out, int64_t closes)
{
	if (period_is_whole_year(closes))
		str_add_integer(out, period_first_year(closes));
	else
		period_show(closes, out);
}

void
place_show(struct str *out, const char *place)
{
	static const char *const cities[] = { "thành phố ", "Thành phố " };
	for (size_t i = 0; i < ARRAY_COUNT(cities); i++) {
		if (text_starts(place, cities[i])) {
			str_add_text(out, "TP ");
			place += strlen(cities[i]);
			break;
		}
	}
	str_add_text(out, place);
}

const char *
covenant_state_words(int64_t state)
{
	return choice_word(ENTITY_COVENANT, COVENANT_STATE, state);
}

const char *
meeting_state_words(int64_t state)
{
	return choice_word(ENTITY_MEETING, MEETING_STATE, state);
}

const char *
nomination_state_words(int64_t state)
{
	return choice_word(ENTITY_NOMINATION, NOMINATION_STATE, state);
}

/* How figures and what was typed are put into words and signs. */
#include "model/entry.h"
#include "model/field.h"
#include "model/fields.h"
#include "text/number.h"

static const char *
word_of(enum choice_number qualifier)
{
	switch (qualifier) {
	case QUALIFIER_MORE_THAN:
		return say(SAY("trên ", "more than "));
	case QUALIFIER_LESS_THAN:
		return say(SAY("gần, dưới ", "nearly, less than "));
	case QUALIFIER_ABOUT:
		return say(SAY("khoảng ", "about "));
	default:
		return "";
	}
}

void
quantity_show(struct str *out, struct quantity quantity, const struct metric_facts *metric)
{
	int scale = metric->money ? metric->money_scale : 0;
	number_show(out, quantity.amount, metric->decimals + scale, qualifier_sign(quantity.qualifier));
	if (metric->percent)
		str_add_text(out, " %");
}

void
quantity_show_long(struct str *out, struct quantity quantity, const struct metric_facts *metric)
{
	str_add_text(out, word_of(quantity.qualifier));
	number_show(out, quantity.amount, metric->decimals, '=');
	if (metric->measure && *metric->measure) {
		str_add_byte(out, ' ');
		str_add_text(out, metric->measure);
	}
}

bool
figure_has_number(const struct figure_facts *figure)
{
	return figure->known && figure->status == FIGURE_STATUS_NUMBER;
}

void
figure_show(struct str *out, const struct figure_facts *figure, const struct metric_facts *metric)
{
	if (figure->broken)
		str_add_text(out, "¦ ");
	if (!figure->known) {
		str_add_text(out, "…");
		return;
	}
	if (figure->coverage != FIGURE_COVERAGE_EXACT && figure->status != FIGURE_STATUS_NOT_ASKED)
		str_add_text(out, "†");
	switch (figure->status) {
	case FIGURE_STATUS_NOT_YET:
		str_add_text(out, say(SAY("chưa", "not yet")));
		break;
	case FIGURE_STATUS_NOT_ASKED:
		str_add_text(out, say(SAY("k.giao", "n.asked")));
		break;
	case FIGURE_STATUS_WORDS:
		str_add_text(out, say(SAY("lời", "words")));
		break;
	default:
		quantity_show(out, figure->quantity, metric);
	}
}

struct figure_facts
figure_facts_of(const struct record *figure)
{
	if (!figure)
		return (struct figure_facts){ .known = false };
	return (struct figure_facts){
		.known = true,
		.status = (enum choice_number)record_integer(figure, FIGURE_STATUS, FIGURE_STATUS_NUMBER),
		.quantity = {
			.amount = record_integer(figure, FIGURE_VALUE, 0),
			.qualifier = (enum choice_number)record_integer(figure, FIGURE_QUALIFIER, QUALIFIER_EXACTLY),
		},
		.coverage = (enum choice_number)record_integer(figure, FIGURE_COVERAGE, FIGURE_COVERAGE_EXACT),
		.with_predecessors = (enum choice_number)record_integer(figure, FIGURE_WITH_PREDECESSORS,
			FIGURE_WITH_PREDECESSORS_UNKNOWN),
		.as_of = record_text(figure, FIGURE_AS_OF),
		.words = record_text(figure, FIGURE_WORDS),
	};
}

static struct words
words_of_whole(enum choice_number slash)
{
	switch (slash) {
	case METRIC_SLASH_PLAN:
		return SAY("Hiểu là: {1}, kế hoạch {2}", "Understood: {1}, plan {2}");
	case METRIC_SLASH_WHOLE:
		return SAY("Hiểu là: {1} trên tổng số {2}", "Understood: {1} of {2} in all");
	case METRIC_SLASH_OTHER:
		return SAY("Hiểu là: {1}; {2} là của chỉ tiêu khác", "Understood: {1}; {2} is of another metric");
	default:
		return SAY("Hiểu là: {1}; còn {2} là gì thì sẽ hỏi", "Understood: {1}; what {2} is will be asked");
	}
}

static void
echo_number(const struct entry *entry, const struct metric_facts *metric, struct str *out)
{
	struct str number = { 0 }, whole = { 0 };
	quantity_show_long(&number, entry->quantity, metric);
	if (entry->has_whole) {
		number_show(&whole, entry->whole.amount, metric->decimals, '=');
		say_add(out, words_of_whole(entry->slash), str_text(&number), str_text(&whole), NULL);
	} else {
		say_add(out, SAY("Hiểu là: {1}", "Understood: {1}"), str_text(&number), NULL);
	}
	char sign[2] = { qualifier_sign(entry->quantity.qualifier), '\0' };
	if (sign[0] != '=')
		say_add(out, SAY(" (mức {1})", " (sign {1})"), sign, NULL);
	str_release(&number);
	str_release(&whole);
}

void
entry_echo(const struct entry *entry, const struct metric_facts *metric, struct str *out)
{
	if (entry->remove) {
		say_add(out, SAY("Hiểu là: gỡ số liệu này", "Understood: take this figure out"), NULL);
		return;
	}
	switch (entry->status) {
	case FIGURE_STATUS_NOT_YET:
		say_add(out, SAY("Hiểu là: chưa có số", "Understood: not yet"), NULL);
		break;
	case FIGURE_STATUS_NOT_ASKED:
		say_add(out, SAY("Hiểu là: không giao chỉ tiêu này", "Understood: not asked"), NULL);
		break;
	case FIGURE_STATUS_WORDS:
		say_add(out, SAY("Hiểu là: có lời, không có số: “{1}”", "Understood: said without a number: “{1}”"),
			entry->words, NULL);
		break;
	default:
		echo_number(entry, metric, out);
	}
}

void
entry_question(const struct entry *entry, const struct metric_facts *metric, struct str *out)
{
	struct str first = { 0 }, second = { 0 };
	int scale = metric->money ? metric->money_scale : 0;
	number_show(&first, entry->alternatives[0], metric->decimals + scale, '=');
	number_show(&second, entry->alternatives[1], metric->decimals + scale, '=');
	say_add(out, SAY("Ý là {1} hay {2}?", "Is it {1} or {2}?"), str_text(&first), str_text(&second), NULL);
	str_release(&first);
	str_release(&second);
}

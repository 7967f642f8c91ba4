#include "model/entry.h"
#include "base/mem.h"
#include "model/field.h"
#include "model/fields.h"
#include "text/clean.h"
#include "text/fold.h"
#include "text/number.h"
#include <stdlib.h>
#include <string.h>

enum { METRIC_DECIMALS_MOST = 4 };

struct source {
	const char *typed; /* clean, for sentences */
	const struct metric_facts *metric;
	struct err *err;
};

static enum choice_number
qualifier_of_sign(char sign)
{
	switch (sign) {
	case '>':
		return QUALIFIER_MORE_THAN;
	case '<':
		return QUALIFIER_LESS_THAN;
	case '~':
		return QUALIFIER_ABOUT;
	default:
		return QUALIFIER_EXACTLY;
	}
}

static bool
is_dash(const char *text)
{
	return strcmp(text, "-") == 0 || strcmp(text, "–") == 0 || strcmp(text, "−") == 0;
}

/* Words that are a status and no number; 0 when it is none of them. */
static enum choice_number
status_said(const char *bare)
{
	static const struct {
		const char *bare;
		enum choice_number status;
	} said[] = {
		{ "chua", FIGURE_STATUS_NOT_YET },
		{ "chua co", FIGURE_STATUS_NOT_YET },
		{ "chua co so", FIGURE_STATUS_NOT_YET },
		{ "chua co so lieu", FIGURE_STATUS_NOT_YET },
		{ "not yet", FIGURE_STATUS_NOT_YET },
		{ "k giao", FIGURE_STATUS_NOT_ASKED },
		{ "kgiao", FIGURE_STATUS_NOT_ASKED },
		{ "khong giao", FIGURE_STATUS_NOT_ASKED },
		{ "not asked", FIGURE_STATUS_NOT_ASKED },
	};
	for (size_t i = 0; i < ARRAY_COUNT(said); i++)
		if (strcmp(said[i].bare, bare) == 0)
			return said[i].status;
	return 0;
}

static bool
has_letter(const char *bare)
{
	for (; *bare; bare++)
		if (*bare >= 'a' && *bare <= 'z')
			return true;
	return false;
}

/* What follows the first word of bare text, when that is a name of the đồng; NULL otherwise. */
static const char *
after_money(const char *bare)
{
	static const char *const names[] = { "dong", "vnd", "d" };
	for (size_t i = 0; i < ARRAY_COUNT(names); i++) {
		size_t length = strlen(names[i]);
		if (text_starts(bare, names[i]) && (bare[length] == ' ' || bare[length] == '\0'))
			return bare[length] ? bare + length + 1 : bare + length;
	}
	return NULL;
}

/* Whether the written unit is the metric's own. */
static bool
unit_fits(const struct metric_facts *metric, const char *unit)
{
	struct str written = { 0 }, own = { 0 };
	text_bare(&written, unit);
	text_bare(&own, metric->measure ? metric->measure : "");
	const char *w = str_text(&written), *o = str_text(&own);
	bool fits = !*w || strcmp(w, o) == 0;
	if (!fits && metric->money) {
		const char *after = after_money(w), *own_after = after_money(o);
		fits = after && own_after && (!*after || strcmp(after, own_after) == 0);
	}
	str_release(&written);
	str_release(&own);
	return fits;
}

static bool
refuse_unit(const struct source *source)
{
	const char *measure = source->metric->measure;
	return err_set(source->err, ERR_INVALID,
		SAY("Không hiểu “{1}”: chỉ tiêu này tính bằng {2}.",
			"“{1}” is not understood: this metric is counted in {2}."),
		source->typed, measure && *measure ? measure : "–", NULL);
}

/* Whether the comma of typed text parts thousands, as in other languages: "1,250", never "0,125"; writes "1.250". */
static bool
parts_thousands(struct str *out, const char *typed)
{
	const char *comma = strchr(typed, ',');
	if (!comma || comma == typed)
		return false;
	size_t before = 0, after = strspn(comma + 1, "0123456789");
	while (before < (size_t)(comma - typed) && comma[-1 - (int)before] >= '0' && comma[-1 - (int)before] <= '9')
		before++;
	if (after != 3 || before < 1 || before > 3 || comma[-(int)before] == '0')
		return false;
	str_add(out, typed, (size_t)(comma - typed));
	str_add_byte(out, '.');
	str_add_text(out, comma + 1);
	return true;
}

/* The usual slip comes first, a metric that needs decimals second. */
static bool
refuse_decimals(const struct source *source, struct entry *out, int needed)
{
	char has[2] = { (char)('0' + source->metric->decimals), '\0' };
	char wants[2] = { (char)('0' + needed), '\0' };
	struct str grouped = { 0 };
	if (needed > METRIC_DECIMALS_MOST)
		return err_set(source->err, ERR_INVALID,
			SAY("“{1}” có nhiều số lẻ quá: sổ ghi được nhiều nhất 4.",
				"“{1}” has too many decimals: the book takes 4 at most."),
			source->typed, NULL);
	out->decimals_needed = needed;
	if (parts_thousands(&grouped, source->typed))
		err_set(source->err, ERR_INVALID,
			SAY("“{1}”: phần nghìn dùng dấu chấm, gõ {2}. Thật là số lẻ thì tăng số lẻ của chỉ tiêu "
			    "lên {3}.",
				"“{1}”: points group thousands, type {2}. If these are decimals, raise the metric to "
				"{3}."),
			source->typed, str_text(&grouped), wants, NULL);
	else if (source->metric->decimals == 0)
		err_set(source->err, ERR_INVALID,
			SAY("“{1}” có số lẻ, chỉ tiêu này không ghi số lẻ: sửa số, hoặc tăng số lẻ của chỉ tiêu lên "
			    "{2}.",
				"“{1}” has decimals, this metric has none: correct the number, or raise the metric to "
				"{2}."),
			source->typed, wants, NULL);
	else
		err_set(source->err, ERR_INVALID,
			SAY("“{1}” có {2} số lẻ, chỉ tiêu này ghi {3}: sửa số, hoặc tăng số lẻ của chỉ tiêu lên {2}.",
				"“{1}” has {2} decimals, this metric has {3}: correct the number, or raise the metric "
				"to {2}."),
			source->typed, wants, has, NULL);
	str_release(&grouped);
	return false;
}

static bool
refuse_size(const struct source *source)
{
	return err_set(source->err, ERR_INVALID,
		SAY("“{1}” quá lớn: sổ ghi được đến 1.000.000.000.000.000.",
			"“{1}” is too large: the book keeps numbers up to 1.000.000.000.000.000."),
		source->typed, NULL);
}

/* Powers of ten by which a number is multiplied because its column's head names a scale. */
static int
head_scale(const struct metric_facts *metric, const struct number *number)
{
	bool bare_number = !number->scaled && !number->unit[0];
	return metric->money && bare_number ? metric->money_scale : 0;
}

/* digits · 10^-decimals in the metric's amounts. */
static bool
take_amount(const struct source *source, struct entry *out, int64_t digits, int decimals, int scale, int64_t *amount)
{
	int to = source->metric->decimals + scale;
	if (number_rescale(amount, digits, decimals, to))
		return true;
	return decimals > to ? refuse_decimals(source, out, decimals - scale) : refuse_size(source);
}

static bool
take_ambiguous(const struct source *source, struct entry *out, const struct number *number, int scale)
{
	int to = source->metric->decimals + scale;
	bool first = number_rescale(&out->alternatives[0], number->digits, number->decimals, to);
	bool second = number_rescale(&out->alternatives[1], number->other, number->other_decimals, to);
	if (!first)
		return err_set(source->err, ERR_INVALID,
			SAY("“{1}” viết dấu chấm như số lẻ, mà chỉ tiêu này không ghi đủ số lẻ: dùng dấu "
			    "phẩy cho số lẻ, dấu chấm cho ba chữ số một.",
				"“{1}” has a point as if for decimals, which this metric does not have: "
				"use a comma for decimals, points for groups of three."),
			source->typed, NULL);
	out->quantity.amount = out->alternatives[0];
	out->ask_decimal = second;
	return true;
}

static bool
take_whole(const struct source *source, struct entry *out, const struct number *number, int scale)
{
	if (!number->has_whole)
		return true;
	out->has_whole = true;
	out->slash = source->metric->slash;
	out->whole.qualifier = QUALIFIER_EXACTLY;
	return take_amount(source, out, number->whole, number->whole_decimals, scale, &out->whole.amount);
}

/* "không có …" whatever follows, "không" only with the metric's own unit: "không hiểu" is no zero. */
static bool
none_is_meant(const struct source *source, const struct number *number)
{
	struct str bare = { 0 };
	text_bare(&bare, source->typed);
	bool meant = text_starts(str_text(&bare), "khong co") || unit_fits(source->metric, number->unit);
	str_release(&bare);
	return meant;
}

static bool
take_number(const struct source *source, struct entry *out, const struct number *number)
{
	const struct metric_facts *metric = source->metric;
	out->status = FIGURE_STATUS_NUMBER;
	out->quantity.qualifier = qualifier_of_sign(number->qualifier);
	if (number->none_said)
		return none_is_meant(source, number) || refuse_unit(source);
	if (number->percent && !metric->percent)
		return err_set(source->err, ERR_INVALID,
			SAY("“{1}” là tỷ lệ, chỉ tiêu này không tính bằng %.",
				"“{1}” is a percentage, this metric is not in %."),
			source->typed, NULL);
	if (!unit_fits(metric, number->unit))
		return refuse_unit(source);
	int scale = head_scale(metric, number);
	if (number->ambiguous)
		return take_ambiguous(source, out, number, scale) && take_whole(source, out, number, scale);
	return take_amount(source, out, number->digits, number->decimals, scale, &out->quantity.amount) &&
		take_whole(source, out, number, scale);
}

static bool
read_clean(const struct source *source, struct entry *out, const char *bare)
{
	if (is_dash(source->typed)) {
		out->remove = true;
		return true;
	}
	enum choice_number said = status_said(bare);
	if (said) {
		out->status = said;
		return true;
	}
	struct number number;
	if (!number_read(&number, source->typed, source->metric->decimals >= 3, source->err)) {
		out->unread = *bare >= 'a' && *bare <= 'z';
		return false;
	}
	if (number.no_number)
		out->status = FIGURE_STATUS_WORDS;
	else if (!take_number(source, out, &number))
		return false;
	if (has_letter(bare))
		out->words = mem_copy_text(source->typed);
	return true;
}

bool
entry_read(struct entry *out, const char *typed, const struct metric_facts *metric, struct err *err)
{
	struct str clean = { 0 }, bare = { 0 };
	*out = (struct entry){ .remove = false };
	bool read = text_clean(&clean, typed, strlen(typed), TEXT_PARAGRAPH, NULL, err);
	if (read) {
		struct source source = { .typed = str_text(&clean), .metric = metric, .err = err };
		text_bare(&bare, source.typed);
		read = read_clean(&source, out, str_text(&bare));
	}
	str_release(&clean);
	str_release(&bare);
	return read;
}

void
entry_release(struct entry *entry)
{
	free(entry->words);
	*entry = (struct entry){ .remove = false };
}

bool
entry_is_huge(const struct entry *entry, int64_t largest_known)
{
	if (entry->status != FIGURE_STATUS_NUMBER || largest_known == 0)
		return false;
	int64_t amount = entry->quantity.amount;
	int64_t known = largest_known < 0 ? -largest_known : largest_known;
	return (amount < 0 ? -amount : amount) / 100 >= known && (amount < 0 ? -amount : amount) > known * 100;
}

bool
entry_is_below_zero(const struct entry *entry)
{
	return entry->status == FIGURE_STATUS_NUMBER && !entry->remove && entry->quantity.amount < 0;
}

void
entry_apply(const struct entry *entry, const struct metric_facts *metric, struct record *figure)
{
	bool number = entry->status == FIGURE_STATUS_NUMBER;
	record_set_integer(figure, FIGURE_STATUS, entry->status);
	record_set_text(figure, FIGURE_WORDS, entry->words);
	if (number) {
		record_set_integer(figure, FIGURE_VALUE, entry->quantity.amount);
		record_set_integer(figure, FIGURE_QUALIFIER, entry->quantity.qualifier);
	} else {
		record_set_none(figure, FIGURE_VALUE);
		record_set_none(figure, FIGURE_QUALIFIER);
	}
	int64_t whole;
	if (entry->has_whole && entry->slash == METRIC_SLASH_WHOLE &&
		number_rescale(&whole, entry->whole.amount, metric->decimals, 0))
		record_set_integer(figure, FIGURE_OUT_OF, whole);
}

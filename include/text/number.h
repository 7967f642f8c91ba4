/* Numbers the Vietnamese way: «.» groups thousands, «,» begins the decimals; scale words nghìn/ngàn, vạn, triệu, tỷ/tỉ.
 * Never floating point.  A quantity is digits · 10^-decimals; |digits| ≤ NUMBER_LIMIT. */
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H
#include "base/err.h"
#include "base/str.h"
#include <stdint.h>

#define NUMBER_LIMIT INT64_C(1000000000000000) /* 10^15, records.md "quantity" */
#define NUMBER_DECIMALS 9                      /* most decimals that number_read gives and the others take */

/* What was typed, understood. */
struct number {
	int64_t digits; /* value = digits · 10^-decimals exactly, scale words already multiplied in */
	int decimals;   /* the fewest possible, 0 … NUMBER_DECIMALS */
	char qualifier; /* '=' exactly, '>' trên, hơn …, '<' gần, dưới …, '~' khoảng … */
	bool scaled;    /* a scale (nghìn, triệu, tỷ …) was written */
	bool percent;   /* % was written; digits are then percent: 100% is 100 */
	char unit[64];  /* what is written after the number, "" if nothing: "đồng" */
	bool none_said; /* "không có": the value is 0 and these words are to be kept */
	bool no_number; /* "hàng chục tỷ": words without a number, digits is 0 and means nothing */
	bool has_whole; /* "12/15": digits of whole */
	int64_t whole;
	int whole_decimals;
	bool ambiguous; /* "2.1" may be 2,1 (here) or 21 (other): ask */
	int64_t other;  /* the second reading when ambiguous */
	int other_decimals;
};
/* field_has_decimals: "1.234" is then asked about (ambiguous), otherwise it is 1234. Refused with ERR_INVALID and a
 * sentence that quotes what was typed: no number in it, two numbers, broken groups, too large. Blank text is
 * refused too. */
bool number_read(struct number *out, const char *typed, bool field_has_decimals, struct err *err);

/* Appends for the screen: >6.500, 74.516, 2,1, −12 (U+2212).  decimals is the scale of amount; zeros at the end of the
 * decimals are not shown.  qualifier '=' (or 0) shows nothing. */
void number_show(struct str *out, int64_t amount, int decimals, char qualifier);
/* Appends for files and other programs: 98.5, -12, 344000000000. */
void number_plain(struct str *out, int64_t amount, int decimals);
/* Reads that back into the scale decimals. Refuses more decimals than given (zeros apart), anything beyond
 * NUMBER_LIMIT, and below three decimals "2.000", which a person means as two thousand. */
bool number_parse_plain(int64_t *amount, const char *text, int decimals, struct err *err);
/* amount · 10^-from as an amount of the scale `to`. False, without a sentence, when decimals would be lost or the
 * limit passed. */
bool number_rescale(int64_t *out, int64_t amount, int from, int to);
#endif

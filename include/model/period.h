/* Periods: a year and a part of it as one integer whose order, range and containment are those of time.
 *
 *   year·100000 + first month·1000 + last month counted from January of the year
 *   M01 …01001, Q1 …01003, C05 …01005, H1 …01006, Y …01012, Q2 …04006, H2 …07012, 2021–2025 = 202101060
 *   year·100000 + 99000 + n: a row of span (from day to day, cumulative to a day), its dates are in that row.
 *
 * Parts that begin in January are cumulative (5 tháng ⊂ 6 tháng ⊂ cả năm); the others stand alone. */
#ifndef MODEL_PERIOD_H
#define MODEL_PERIOD_H
#include "base/err.h"
#include "base/str.h"
#include <stdint.h>

typedef int64_t period;

period period_year(int year);                        /* the whole year */
period period_months(int year, int first, int last); /* first ≤ last, counted from January of year */
/* By the written codes: Y H1 H2 Q1–Q4 M01–M12 C02–C11 (C01, C03, C06, C12 are read as M01, Q1, H1, Y), MY2025 for several
 * years.  Case and spaces do not matter; false with a sentence that lists them. */
bool period_read(period *out, int year, const char *part, struct err *err);
/* The code of the part: "Y", "H1", "MY2025"; for a span row "#" and its number. */
void period_part(period p, struct str *out);
int period_first_year(period p);
int period_last_year(period p);
int period_first_month(period p); /* 1–12 */
int period_last_month(period p);  /* counted from January of the first year */
bool period_is_valid(period p);
bool period_is_span_row(period p);
bool period_is_cumulative(period p); /* begins in January, one year */
bool period_is_whole_year(period p);
bool period_contains(period outer, period inner);
bool period_overlaps(period a, period b);
period period_same_part(period p, int year); /* the same part of another year */
void period_first_day(period p, char day[11]);
void period_last_day(period p, char day[11]);
/* "Cả năm 2024", "6 tháng đầu năm 2022", "Quý II/2024", "Tháng 5/2024", "5 tháng đầu năm 2024", "2021–2025". */
void period_show(period p, struct str *out);
/* The part alone: "Cả năm", "6 tháng đầu năm". */
void period_show_part(period p, struct str *out);
/* Reads what a person types in one field: "2024", "6 tháng 2022", "6t đầu năm 2022", "quý 2/2024", "tháng 5/2024", "H1 2022",
 * "2021-2025", "cả năm 2024". */
bool period_read_typed(period *out, const char *typed, int year_if_missing, struct err *err);
#endif

/* Dates as the papers give them: a year, a month or a day, marked "already by then", "still then", "about", "inferred".
 *
 * Stored text (records.md "date"): [<>~]YYYY[-MM[-DD]][?], "" = unknown.  Years 0001 … 9999. */
#ifndef TEXT_DATE_H
#define TEXT_DATE_H
#include "base/err.h"
#include "base/host.h"
#include "base/str.h"

/* Whether text is a stored date; "" is. */
bool date_valid(const char *stored);
/* Appends the stored form of what was typed: 7/12/2024, 7-12-2024, 7.12.2024, 15.4, 5-2, 12/2024, 2024, trước 2024,
 * sau 12/2024, khoảng 2020, 07/12/2024 (suy ra), 7/12/2024?, ngày 3 tháng 5 năm 2020, tháng 12 năm 2024, and the
 * stored form. Blank text gives "". A day without year takes year_if_missing, or, when that is 0, is refused with a
 * sentence that asks for the year. Days that do not exist are refused. */
bool date_read(struct str *stored, const char *typed, int year_if_missing, struct err *err);
/* Appends for the screen: trước 2024, 12/2024, 07/12/2024, 01/7/2025, 12/01/2021 (suy ra): a zero only before days
 * < 10 and months 1 and 2 (Decree 30/2020/NĐ-CP, appendix I). Nothing for "". */
void date_show(struct str *out, const char *stored);
/* Appends for a text: ngày 07 tháng 12 năm 2024, tháng 12 năm 2024, năm 2024. */
void date_show_long(struct str *out, const char *stored);
/* First and last possible day, YYYY-MM-DD. < leaves the first open (0001-01-01), > the last (9999-12-31), "" both;
 * both marks include the date itself (already or still then). ~ and ? have the bounds of the bare date. */
void date_bounds(const char *stored, char first[11], char last[11]);
int date_year(const char *stored);     /* 0: unknown */
bool date_is_full(const char *stored); /* has a day; marks do not matter */
/* Whole days. */
void date_from_ymd(char out[11], int yyyymmdd);
void date_today(char out[11], const struct host *host);
void date_day_before(const char day[11], char out[11]); /* 0001-01-01 stays */
void date_day_after(const char day[11], char out[11]);  /* 9999-12-31 stays */
int days_in_month(int year, int month);                 /* month 1 … 12, Gregorian */
#endif

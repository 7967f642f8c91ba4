/* The bounds of a work year as the questions need them. */
#ifndef APP_YEAR_H
#define APP_YEAR_H
#include <stdint.h>

struct year_bounds {
	char first_day[11], last_day[11];
	int64_t least, greatest; /* periods that begin in the year, spans included */
};
struct year_bounds year_bounds(int year);
/* "… – 30/6/2025" of stored dates ("" or NULL: not known); the caller's. */
char *life_shown(const char *from, const char *to);
#endif

/* A date taken apart. */
#ifndef TEXT_DATE_PARTS_H
#define TEXT_DATE_PARTS_H
#include <stdbool.h>

struct date_parts {
	char mark;            /* < > ~, 0: none */
	int year, month, day; /* month, day: 0 if not given */
	bool inferred;
};
/* False when stored is no stored date; "" is none here. */
bool date_parse(struct date_parts *parts, const char *stored);
#endif

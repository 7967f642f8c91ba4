/* The 134 Vietnamese letters in the eight-bit encodings of their time. */
#ifndef TEXT_CHARSET_TABLE_H
#define TEXT_CHARSET_TABLE_H
#include <stdint.h>

/* One byte, or two: the first in the high half. */
struct charset_row {
	uint16_t code, tcvn3, vni, viscii, vps, cp1258;
};
#define CHARSET_ROWS 134
extern const struct charset_row charset_rows[CHARSET_ROWS];
#endif

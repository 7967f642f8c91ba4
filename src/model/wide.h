/* Products of two amounts need more than 64 bits. */
#ifndef MODEL_WIDE_H
#define MODEL_WIDE_H
#include <stdbool.h>
#include <stdint.h>

__extension__ typedef __int128 wide;

wide wide_power_of_ten(int exponent);
/* a / b rounded half away from zero; false when b is 0 or |result| is above limit. */
bool wide_divide(int64_t *out, wide a, wide b, int64_t limit);
#endif

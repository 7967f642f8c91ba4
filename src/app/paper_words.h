/* Covenants, nominations and meetings in few words, for lists. */
#ifndef APP_PAPER_WORDS_H
#define APP_PAPER_WORDS_H
#include "base/str.h"
#include <stdint.h>

/* Appends "Tổng kết, ký giao ước" for a set of kinds. */
void meeting_kinds_show(struct str *out, int64_t kinds);
/* Appends "2024" for a whole year, else the period in full. */
void meeting_closes_show(struct str *out, int64_t closes);
/* Appends a place with "TP" for "thành phố". */
void place_show(struct str *out, const char *place);
/* "đã ký"; borrowed. */
const char *covenant_state_words(int64_t state);
const char *meeting_state_words(int64_t state);
const char *nomination_state_words(int64_t state);
#endif

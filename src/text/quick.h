/* What may stand in a book, by code point. */
#ifndef TEXT_QUICK_H
#define TEXT_QUICK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MARKS_ON_A_LETTER 4

/* Length of the prefix of bytes that needs neither repair nor normalising: printable ASCII, Latin letters, common
 * dashes, quotes and ₫. Every code point it lets through is allowed and has NFC_QC=Yes. */
size_t quick_prefix(const char *bytes, size_t length);

enum text_fate {
	FATE_KEEP,
	FATE_REMOVE, /* invisible, harmless, brought in by web and Word */
	FATE_BLANK,  /* a kind of blank */
	FATE_D,      /* Ð, ð, Ɖ in the place of Đ, đ */
	FATE_REFUSE
};
enum text_fate text_fate(uint32_t code);
/* A combining mark. */
bool text_is_mark(uint32_t code);
/* The canonical form NFC in memory that the caller frees.  bytes is valid UTF-8. */
char *nfc_new(const char *bytes, size_t length, size_t *out_length);
#endif

/* Numbers and amounts of money as Vietnamese words, as papers write them beside the figures: «Một triệu không trăm linh một
 * đồng». */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H
#include "base/str.h"

enum words_style {
	WORDS_LE = 1,  /* lẻ, as the South says, instead of linh: một trăm lẻ một */
	WORDS_CHAN = 2 /* «chẵn» after đồng: nothing follows */
};
/* Appends the words of any number: hai mươi mốt, một nghìn không trăm linh năm, năm mươi tư tỷ; above 999 tỷ the milliards
 * are counted again (nghìn tỷ, triệu tỷ); below zero «âm» comes first. */
void words_number(struct str *out, int64_t number, unsigned style);
/* Appends an amount of whole đồng as a sentence begins: «Một trăm linh năm nghìn đồng». */
void words_money(struct str *out, int64_t dong, unsigned style);
#endif

#include "syllable.h"
#include "text/compose.h"
#include "utf8.h"

enum vowel {
	NO_VOWEL,
	V_A,
	V_AW,
	V_AA, /* a ă â */
	V_E,
	V_EE, /* e ê */
	V_I,
	V_O,
	V_OO,
	V_OW, /* o ô ơ */
	V_U,
	V_UW, /* u ư */
	V_Y
};
#define GROUP1(a) (V_##a)
#define GROUP2(a, b) (V_##a | V_##b << 4)
#define GROUP3(a, b, c) (V_##a | V_##b << 4 | V_##c << 8)

enum {
	C = 1,
	CH = 2,
	M = 4,
	N = 8,
	NG = 16,
	NH = 32,
	P = 64,
	T = 128,
	K = 256,
	OPEN = 512,  /* needs no final */
	TYPED = 1024 /* on the way only: a mark is missing, so never complete */
};
#define STOPS (C | CH | P | T | K)
#define HARD (C | M | N | NG | P | T)

/* Vowel groups with the finals they take; 0: no group.  The incomplete ones are accepted while typing. */
static const uint16_t groups[1 << 12] = {
	[GROUP1(A)] = OPEN | HARD | CH | NH | K,
	[GROUP1(AW)] = OPEN | HARD | K,
	[GROUP1(AA)] = OPEN | HARD | K,
	[GROUP1(E)] = OPEN | HARD | K,
	[GROUP1(EE)] = OPEN | CH | M | N | NH | P | T | K,
	[GROUP1(I)] = OPEN | CH | M | N | NH | P | T | K,
	[GROUP1(O)] = OPEN | HARD | K,
	[GROUP1(OO)] = OPEN | HARD | K,
	[GROUP1(OW)] = OPEN | M | N | P | T | K,
	[GROUP1(U)] = OPEN | HARD | K,
	[GROUP1(UW)] = OPEN | C | M | N | NG | T | K,
	[GROUP1(Y)] = OPEN,
	[GROUP2(A, I)] = OPEN,
	[GROUP2(A, O)] = OPEN,
	[GROUP2(A, U)] = OPEN,
	[GROUP2(A, Y)] = OPEN,
	[GROUP2(AA, U)] = OPEN,
	[GROUP2(AA, Y)] = OPEN,
	[GROUP2(E, O)] = OPEN,
	[GROUP2(E, U)] = OPEN | TYPED,
	[GROUP2(EE, U)] = OPEN,
	[GROUP2(I, A)] = OPEN,
	[GROUP2(I, E)] = OPEN | HARD | TYPED,
	[GROUP2(I, EE)] = OPEN | HARD,
	[GROUP2(I, U)] = OPEN,
	[GROUP2(O, A)] = OPEN | HARD | CH | NH,
	[GROUP2(O, AW)] = OPEN | HARD,
	[GROUP2(O, E)] = OPEN | C | M | N | NG | T,
	[GROUP2(O, I)] = OPEN,
	[GROUP2(OO, I)] = OPEN,
	[GROUP2(OW, I)] = OPEN,
	[GROUP2(O, O)] = OPEN | C | NG | TYPED,
	[GROUP2(U, A)] = OPEN | C | N | NG | T,
	[GROUP2(U, AA)] = OPEN | C | N | NG | T,
	[GROUP2(U, E)] = OPEN | CH | N | NH | T | TYPED,
	[GROUP2(U, EE)] = OPEN | CH | N | NH | T,
	[GROUP2(U, I)] = OPEN,
	[GROUP2(U, O)] = OPEN | HARD | TYPED,
	[GROUP2(U, OO)] = OPEN | C | M | N | NG | T,
	[GROUP2(U, OW)] = OPEN,
	[GROUP2(U, U)] = OPEN | TYPED,
	[GROUP2(U, Y)] = OPEN | CH | N | NH | P | T,
	[GROUP2(UW, A)] = OPEN,
	[GROUP2(UW, I)] = OPEN,
	[GROUP2(UW, O)] = OPEN | TYPED,
	[GROUP2(UW, OW)] = OPEN | HARD,
	[GROUP2(UW, U)] = OPEN,
	[GROUP2(Y, E)] = OPEN | M | N | NG | T | TYPED,
	[GROUP2(Y, EE)] = OPEN | M | N | NG | T,
	[GROUP3(I, E, U)] = OPEN | TYPED,
	[GROUP3(I, EE, U)] = OPEN,
	[GROUP3(O, A, I)] = OPEN,
	[GROUP3(O, A, Y)] = OPEN,
	[GROUP3(O, A, O)] = OPEN,
	[GROUP3(O, E, O)] = OPEN,
	[GROUP3(U, A, Y)] = OPEN | TYPED,
	[GROUP3(U, AA, Y)] = OPEN,
	[GROUP3(U, O, I)] = OPEN | TYPED,
	[GROUP3(U, O, U)] = OPEN | TYPED,
	[GROUP3(U, OO, I)] = OPEN,
	[GROUP3(U, OW, I)] = OPEN | TYPED,
	[GROUP3(U, OW, U)] = OPEN | TYPED,
	[GROUP3(U, Y, A)] = OPEN,
	[GROUP3(U, Y, E)] = OPEN | N | T | TYPED,
	[GROUP3(U, Y, EE)] = OPEN | N | T,
	[GROUP3(U, Y, U)] = OPEN,
	[GROUP3(UW, O, I)] = OPEN | TYPED,
	[GROUP3(UW, O, U)] = OPEN | TYPED,
	[GROUP3(UW, OW, I)] = OPEN,
	[GROUP3(UW, OW, U)] = OPEN,
	[GROUP3(Y, E, U)] = OPEN | TYPED,
	[GROUP3(Y, EE, U)] = OPEN,
};

static enum vowel
vowel_of(const struct cell *cell)
{
	switch (cell->base) {
	case 'a':
		return cell->quality == QUALITY_BREVE ? V_AW : cell->quality == QUALITY_CIRCUMFLEX ? V_AA : V_A;
	case 'e':
		return cell->quality == QUALITY_CIRCUMFLEX ? V_EE : V_E;
	case 'i':
		return V_I;
	case 'o':
		return cell->quality == QUALITY_HORN ? V_OW : cell->quality == QUALITY_CIRCUMFLEX ? V_OO : V_O;
	case 'u':
		return cell->quality == QUALITY_HORN ? V_UW : V_U;
	case 'y':
		return V_Y;
	default:
		return NO_VOWEL;
	}
}

bool
cell_is_vowel(const struct cell *cell)
{
	return vowel_of(cell) != NO_VOWEL;
}

uint32_t
syllable_letter(const struct cell *cell, enum letter_tone tone)
{
	/* ngang, huyền, hỏi, ngã, sắc, nặng */
	static const uint16_t letters[V_Y + 1][6] = {
		[V_A] = { 0x61, 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1 },
		[V_AW] = { 0x103, 0x1EB1, 0x1EB3, 0x1EB5, 0x1EAF, 0x1EB7 },
		[V_AA] = { 0xE2, 0x1EA7, 0x1EA9, 0x1EAB, 0x1EA5, 0x1EAD },
		[V_E] = { 0x65, 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9 },
		[V_EE] = { 0xEA, 0x1EC1, 0x1EC3, 0x1EC5, 0x1EBF, 0x1EC7 },
		[V_I] = { 0x69, 0xEC, 0x1EC9, 0x129, 0xED, 0x1ECB },
		[V_O] = { 0x6F, 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD },
		[V_OO] = { 0xF4, 0x1ED3, 0x1ED5, 0x1ED7, 0x1ED1, 0x1ED9 },
		[V_OW] = { 0x1A1, 0x1EDD, 0x1EDF, 0x1EE1, 0x1EDB, 0x1EE3 },
		[V_U] = { 0x75, 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5 },
		[V_UW] = { 0x1B0, 0x1EEB, 0x1EED, 0x1EEF, 0x1EE9, 0x1EF1 },
		[V_Y] = { 0x79, 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5 },
	};
	enum vowel vowel = vowel_of(cell);
	uint32_t code = (unsigned char)cell->base;
	if (vowel)
		code = letters[vowel][tone];
	else if (cell->quality == QUALITY_STROKE)
		code = 0x111;
	if (!cell->upper)
		return code;
	return code < 0x100 ? code - 0x20 : code - 1;
}

#define ONSET2(a, b) ((uint32_t)(a) << 8 | (uint32_t)(b))
#define ONSET3(a, b, c) (ONSET2(a, b) << 8 | (uint32_t)(c))

/* The consonants, eight bits each, D for đ. */
static bool
onset_fits(uint32_t onset, bool loose)
{
	switch (onset) {
	case 0:
	case 'b':
	case 'c':
	case 'd':
	case 'D':
	case 'g':
	case 'h':
	case 'k':
	case 'l':
	case 'm':
	case 'n':
	case 'p':
	case 'q':
	case 'r':
	case 's':
	case 't':
	case 'v':
	case 'x':
	case ONSET2('c', 'h'):
	case ONSET2('d', 'z'):
	case ONSET2('g', 'h'):
	case ONSET2('k', 'h'):
	case ONSET2('n', 'g'):
	case ONSET2('n', 'h'):
	case ONSET2('p', 'h'):
	case ONSET2('t', 'h'):
	case ONSET2('t', 'r'):
	case ONSET3('n', 'g', 'h'):
		return true;
	case 'j':
	case 'w':
	case 'z':
	case ONSET2('b', 'l'):
	case ONSET2('b', 'r'):
	case ONSET2('c', 'r'):
	case ONSET2('d', 'r'):
	case ONSET2('D', 'r'):
	case ONSET2('g', 'l'):
	case ONSET2('g', 'r'):
	case ONSET2('k', 'l'):
	case ONSET2('k', 'n'):
	case ONSET2('k', 'p'):
	case ONSET2('k', 'r'):
	case ONSET2('m', 'l'):
	case ONSET2('p', 'l'):
	case ONSET2('p', 'r'):
	case ONSET2('s', 'r'):
		return loose;
	default:
		return false;
	}
}

static uint16_t
final_of(const struct cell *cells, size_t count)
{
	char first = cells[0].base, second = count == 2 ? cells[1].base : 0;
	if (cells[0].quality || count > 2 || (count == 2 && cells[1].quality))
		return 0;
	switch (first) {
	case 'c':
		return second == 'h' ? CH : second ? 0 : C;
	case 'n':
		return second == 'g' ? NG : second == 'h' ? NH : second ? 0 : N;
	case 'm':
		return second ? 0 : M;
	case 'p':
		return second ? 0 : P;
	case 't':
		return second ? 0 : T;
	case 'k':
		return second ? 0 : K;
	default:
		return 0;
	}
}

static bool
takes_i(const struct cell *cells, size_t count)
{
	return count > 2 && cells[0].base == 'g' && cells[1].base == 'i' && cell_is_vowel(&cells[2]);
}

/* Counts the onset; false: none begins so. */
static bool
parse_onset(struct syllable *syllable, const struct cell *cells, size_t count, bool loose)
{
	uint32_t onset = 0;
	size_t at = 0;
	for (; at < count && !cell_is_vowel(&cells[at]); at++) {
		if (at == 3)
			return false;
		onset = onset << 8 | (cells[at].quality == QUALITY_STROKE ? 'D' : (unsigned char)cells[at].base);
	}
	if (!onset_fits(onset, loose))
		return false;
	if (onset == 'q' && at < count) {
		if (cells[at].base != 'u' || cells[at].quality)
			return false;
		at++;
	} else if (onset == 'g' && takes_i(cells, count)) {
		at++;
	}
	syllable->onset = at;
	return true;
}

/* Whether a vowel may come first after this onset. */
static bool
vowel_follows(const struct cell *cells, size_t onset, enum vowel first, bool loose)
{
	char begin = onset ? cells[0].base : 0;
	if (begin == 'k' && onset == 1)
		return loose || first == V_E || first == V_EE || first == V_I || first == V_Y;
	if (begin == 'q')
		return first != V_U && first != V_UW;
	return !(begin == 'g' && onset == 2 && cells[1].base == 'i' && first == V_I);
}

/* What the vowels take in the company of this onset. */
static uint16_t
finals_after(const struct cell *cells, size_t onset, unsigned group)
{
	uint16_t finals = groups[group];
	bool qu = onset == 2 && cells[0].base == 'q', gi = onset == 2 && cells[0].base == 'g' && cells[1].base == 'i';
	if (qu && group == GROUP1(Y))
		finals |= groups[GROUP2(U, Y)];
	if (qu && (group == GROUP2(Y, A) || group == GROUP2(Y, U)))
		finals |= OPEN;
	if (gi && group == GROUP1(EE))
		finals |= groups[GROUP2(I, EE)];
	return finals;
}

static enum syllable_state
state_with(unsigned group, uint16_t finals, uint16_t final)
{
	bool boong = group == GROUP2(O, O) && final & (C | NG);
	if (finals & final)
		return finals & TYPED && !boong ? SYLLABLE_BEGUN : SYLLABLE_COMPLETE;
	/* ng, nh and ch begin with n and c; e may still become ê. */
	bool grows = (final == N && finals & (NG | NH)) || (final == C && finals & CH) ||
		(group == GROUP1(E) && final & (CH | NH));
	return grows ? SYLLABLE_BEGUN : SYLLABLE_NONE;
}

struct syllable
syllable_parse(const struct cell *cells, size_t count, bool loose)
{
	struct syllable syllable = { .state = SYLLABLE_NONE };
	if (!parse_onset(&syllable, cells, count, loose))
		return syllable;
	size_t at = syllable.onset;
	unsigned group = 0, first = at < count ? vowel_of(&cells[at]) : NO_VOWEL;
	for (enum vowel vowel; at < count && (vowel = vowel_of(&cells[at])) != NO_VOWEL; at++) {
		if (syllable.vowels == 3)
			return syllable;
		group |= (unsigned)vowel << 4 * syllable.vowels++;
	}
	if (!group) {
		syllable.state = at == count ? SYLLABLE_BEGUN : SYLLABLE_NONE;
		return syllable;
	}
	syllable.coda = count - at;
	uint16_t finals = finals_after(cells, syllable.onset, group);
	uint16_t final = syllable.coda ? final_of(cells + at, syllable.coda) : OPEN;
	if (!finals || !final || !vowel_follows(cells, syllable.onset, first, loose))
		return syllable;
	syllable.state = state_with(group, finals, final);
	syllable.stopped = final & STOPS;
	return syllable;
}

size_t
syllable_tone_at(const struct cell *cells, const struct syllable *syllable, bool new_style)
{
	size_t first = syllable->onset, count = syllable->vowels;
	for (size_t n = count; n-- > 0;)
		if (cells[first + n].quality)
			return first + n;
	if (count != 2)
		return first + count / 2;
	if (syllable->coda)
		return first + 1;
	char one = cells[first].base, two = cells[first + 1].base;
	bool glides = (one == 'o' && (two == 'a' || two == 'e')) || (one == 'u' && two == 'y');
	return first + (new_style && glides);
}

bool
text_is_syllable(const char *text, size_t length)
{
	struct cell cells[8] = { { 0 } };
	size_t count = 0, marked = 0;
	enum letter_tone tone = TONE_NGANG;
	for (size_t at = 0, bytes; at < length; at += bytes) {
		struct letter letter = letter_of(utf8_decode(text + at, &bytes));
		bool foreign = letter.kind != LETTER_LATIN || letter.quality == QUALITY_FOREIGN;
		if (foreign || count == sizeof cells / sizeof *cells || (letter.tone && tone))
			return false;
		if (letter.tone) {
			tone = letter.tone;
			marked = count;
		}
		cells[count++] = (struct cell){ .base = letter.base, .quality = letter.quality };
	}
	struct syllable syllable = syllable_parse(cells, count, true);
	if (syllable.state != SYLLABLE_COMPLETE)
		return false;
	if (!tone)
		return true;
	bool goes = !syllable.stopped || tone == TONE_SAC || tone == TONE_NANG;
	return goes &&
		(marked == syllable_tone_at(cells, &syllable, false) ||
			marked == syllable_tone_at(cells, &syllable, true));
}

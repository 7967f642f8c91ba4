/* Measures finding among a million names while typing: ten times the units of the country, put straight into memory.
 *
 *   names [COUNT] */
#include "model/names.h"
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TURNS 30
#define SHOWN 20

static const char *const syllables[] = { "Bình", "Thái", "Hòa", "Phú", "Đông", "Sơn", "Hải", "Quảng", "Thanh", "Vĩnh",
	"Long", "An", "Yên", "Hưng", "Lộc", "Định", "Tân", "Mỹ", "Đức", "Trường", "Nghĩa", "Xuân", "Thịnh", "Châu" };
static const char *const bases[][2] = {
	{ "Liên đoàn Lao động huyện", "LĐLĐ huyện" },
	{ "Công đoàn cơ sở Trường Tiểu học", "CĐCS TH" },
	{ "Công đoàn cơ sở Trường Trung học cơ sở", "CĐCS THCS" },
	{ "Công đoàn cơ sở Công ty TNHH", "CĐCS Cty" },
	{ "Công đoàn cơ sở Công ty cổ phần May", "CĐCS May" },
	{ "Công đoàn cơ sở Trạm Y tế xã", "CĐCS TYT" },
	{ "Công đoàn cơ sở xã", "CĐCS xã" },
};
/* Typed one after the other; those of the first row as one grows into the next. */
static const char *const growing[] = { "b", "bi", "bin", "binh", NULL };
static const char *const words[] = { "huyen binh thai", NULL };
static const char *const everything[] = { "c", NULL };

static double
now(clockid_t clock)
{
	struct timespec time;
	clock_gettime(clock, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static unsigned
any(unsigned below)
{
	static unsigned long long seed = 1;
	seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)(seed >> 33) % below;
}

static void
fill(struct names *names, long count)
{
	for (long n = 1; n <= count; n++) {
		char name[200], brief[200], place[100];
		const char *const *base = bases[any(sizeof bases / sizeof *bases)];
		snprintf(place, sizeof place, "%s %s %s %ld", syllables[any(24)], syllables[any(24)],
			syllables[any(24)], n % 97);
		snprintf(name, sizeof name, "%s %s", base[0], place);
		snprintf(brief, sizeof brief, "%s %s", base[1], place);
		names_add(names, ENTITY_UNIT, n, (struct name_source){ ENTITY_PHASE, n }, name, brief);
	}
}

static bool
life(void *to, int64_t subject, char first[11], char last[11], struct err *err)
{
	(void)to;
	(void)subject;
	(void)err;
	memcpy(first, "0001-01-01", 11);
	memcpy(last, "9999-12-31", 11);
	return true;
}

static void
find(struct names *names, const char *typed)
{
	struct found_name *found;
	struct err err = { 0 };
	size_t count, total;
	struct names_wish wish = {
		.typed = typed, .units = true, .clusters = true, .day = "2024-12-31", .wanted = SHOWN, .life = life
	};
	names_find(&found, &count, &total, names, &wish, &err);
	free(found);
}

static int
compare_doubles(const void *x, const void *y)
{
	const double *a = x, *b = y;
	return (*a > *b) - (*a < *b);
}

static void
measure(struct names *names, const char *what, const char *const *typed)
{
	double times[TURNS * 4], cpu = now(CLOCK_PROCESS_CPUTIME_ID);
	int count = 0;
	for (int turn = 0; turn < TURNS; turn++)
		for (const char *const *text = typed; *text; text++) {
			double start = now(CLOCK_MONOTONIC);
			find(names, *text);
			times[count++] = now(CLOCK_MONOTONIC) - start;
		}
	cpu = (now(CLOCK_PROCESS_CPUTIME_ID) - cpu) / count;
	qsort(times, (size_t)count, sizeof *times, compare_doubles);
	printf("%-44s %4d %9.3f %9.3f %9.3f ms  aim 100\n", what, count, times[count / 2], times[count * 99 / 100],
		cpu);
	fflush(stdout);
}

int
main(int argc, char **argv)
{
	long count = argc > 1 ? atol(argv[1]) : 1000000;
	struct names *names = names_new();
	size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
	double start = now(CLOCK_PROCESS_CPUTIME_ID);
	fill(names, count);
	double filled = now(CLOCK_PROCESS_CPUTIME_ID) - start;
	size_t bytes = mallinfo2().uordblks + mallinfo2().hblkhd - before;
	printf("%ld names in memory: %.0f MB\n", count, (double)bytes / 1e6);
	printf("%-44s %4s %9s %9s %9s\n", "names", "n", "p50", "p99", "cpu");
	printf("%-44s %4d %9s %9s %9.3f µs  \n", "put into memory, a name", 1, "", "", filled * 1e3 / (double)count);
	measure(names, "find: «b», «bi», «bin», «binh» as typed, a key", growing);
	measure(names, "find: «huyen binh thai»", words);
	measure(names, "find: «c», which fits nearly every name", everything);
	names_free(names);
	return 0;
}

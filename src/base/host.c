#include "base/host.h"
#include "base/mem.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

static int64_t
frozen_now(void)
{
	const char *text = getenv("THIDUA_NOW");
	char *end = NULL;
	long long now = text ? strtoll(text, &end, 10) : 0;
	return text && *text && !*end ? now : 0;
}

static int64_t
machine_now(void *self)
{
	(void)self;
	int64_t frozen = frozen_now();
	if (frozen)
		return frozen;
	struct timespec time;
	clock_gettime(CLOCK_REALTIME, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int
machine_today(void *self)
{
	time_t seconds = (time_t)(machine_now(self) / 1000);
	struct tm local;
	if (!localtime_r(&seconds, &local))
		die("localtime_r");
	return (local.tm_year + 1900) * 10000 + (local.tm_mon + 1) * 100 + local.tm_mday;
}

static void
machine_random(void *self, uint8_t *bytes, size_t length)
{
	(void)self;
	while (length) {
		size_t part = length < 256 ? length : 256;
		if (getrandom(bytes, part, 0) != (ssize_t)part)
			die("getrandom");
		bytes += part;
		length -= part;
	}
}

struct host
host_machine(void)
{
	return (struct host){ .now = machine_now, .today = machine_today, .random = machine_random };
}

void
host_timestamp(int64_t now, char out[TIMESTAMP_SIZE])
{
	time_t seconds = (time_t)(now / 1000);
	struct tm utc;
	if (!gmtime_r(&seconds, &utc))
		die("gmtime_r");
	char stem[20];
	if (!strftime(stem, sizeof stem, "%Y-%m-%dT%H:%M:%S", &utc))
		die("strftime");
	snprintf(out, TIMESTAMP_SIZE, "%s.%03dZ", stem, (int)(now % 1000));
}

void
host_ulid(const struct host *host, char out[ULID_SIZE])
{
	static const char base32[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	uint64_t time = (uint64_t)host->now(host->self);
	for (int i = 9; i >= 0; i--, time >>= 5)
		out[i] = base32[time & 31];
	uint8_t random[16];
	host->random(host->self, random, sizeof random);
	for (int i = 0; i < 16; i++)
		out[10 + i] = base32[random[i] & 31];
	out[26] = '\0';
}

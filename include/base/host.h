/* The world outside the records, as functions that a test replaces: nothing else in the program reads a clock, the
 * calendar or random bytes. */
#ifndef BASE_HOST_H
#define BASE_HOST_H
#include <stddef.h>
#include <stdint.h>

struct host {
	int64_t (*now)(void *self); /* milliseconds since 1970, UTC */
	int (*today)(void *self);   /* yyyymmdd, local */
	void (*random)(void *self, uint8_t *bytes, size_t length);
	void *self;
};
/* The machine's own clock, calendar and random bytes.  THIDUA_NOW (milliseconds since 1970) in the environment freezes
 * both clocks: for tests of the real program. */
struct host host_machine(void);

/* 2026-11-21T20:11:35.123Z for milliseconds since 1970. */
#define TIMESTAMP_SIZE 40
void host_timestamp(int64_t now, char out[TIMESTAMP_SIZE]);
/* A ULID (26 characters of Crockford's base 32: 48 bits of time, 80 random): unique without asking anybody, sorted by
 * time of birth.  https://github.com/ulid/spec */
#define ULID_SIZE 27
void host_ulid(const struct host *host, char out[ULID_SIZE]);
#endif

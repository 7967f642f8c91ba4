#include "torture.h"
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int64_t
milliseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

unsigned
random_below(unsigned below)
{
	static uint64_t seed;
	if (!seed)
		seed = (uint64_t)milliseconds() * 2 + 1;
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(seed >> 33) % below;
}

struct store *
child_opens(const struct folder *folder, const char *login)
{
	struct host host = host_machine();
	struct store *store;
	struct err err = { 0 };
	DEMAND(store_open(&store, path_in(folder, "so.db"), &host, login, &err), &err);
	return store;
}

bool
put_person(struct store *store, const char *name, struct err *err)
{
	struct record person = record_new(ENTITY_PERSON);
	record_set_text(&person, PERSON_NAME, name);
	bool done = put(store, &person, NULL, err);
	record_release(&person);
	return done;
}

long
number_of(int argc, char **argv, int index, long least, const char *usage)
{
	char *end = NULL;
	long number = index < argc ? strtol(argv[index], &end, 10) : 0;
	if (end && end != argv[index] && !*end && number >= least)
		return number;
	fprintf(stderr, "usage: %s %s\n", argv[0], usage);
	exit(2);
}

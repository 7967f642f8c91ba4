#include "base/embedded.h"
#include <stdlib.h>
#include <string.h>

static int
compare_name(const void *name, const void *entry)
{
	return strcmp(name, ((const struct embedded *)entry)->name);
}

const struct embedded *
embedded_find(const char *name)
{
	return bsearch(name, embedded_files, embedded_count, sizeof *embedded_files, compare_name);
}

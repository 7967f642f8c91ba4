#include "xlsx_library.h"
#include "base/mem.h"
#include <dlfcn.h>
#include <string.h>

#define FILE_NAME "libxlsxwriter.so." LXW_SOVERSION

static const char *const names[] = {
#define CALL(name) #name,
	XLSX_CALLS(CALL)
#undef CALL
};

/* ISO C knows no way from a data pointer to one to a function; POSIX says that their bytes are the same. */
_Static_assert(sizeof(struct xlsx_library) == ARRAY_COUNT(names) * sizeof(void *), "one pointer a call");

const struct xlsx_library *
xlsx_library(struct err *err)
{
	static struct xlsx_library library;
	static bool loaded;
	void *calls[ARRAY_COUNT(names)];
	if (loaded)
		return &library;
	void *file = dlopen(FILE_NAME, RTLD_NOW | RTLD_LOCAL);
	for (size_t i = 0; i < ARRAY_COUNT(names); i++) {
		calls[i] = file ? dlsym(file, names[i]) : NULL;
		if (calls[i])
			continue;
		err_set(err, ERR_STORAGE,
			SAY("Không lập được tệp Excel: máy này không có {1}. Cài gói libxlsxwriter{2}, hoặc xuất CSV.",
				"Cannot make the Excel file: this machine has no {1}. Install libxlsxwriter{2}, or write CSV."),
			FILE_NAME, LXW_SOVERSION, NULL);
		if (file)
			dlclose(file);
		return NULL;
	}
	memcpy(&library, calls, sizeof library);
	loaded = true;
	return &library;
}

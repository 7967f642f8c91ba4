#include "app/exchange.h"
#include "base/mem.h"
#include "cli/cli.h"
#include "workshop.h"
#include <stdlib.h>

bool
cli_example_open(struct cli_example *out, const struct cli_request *request, const struct host *host, struct err *err)
{
	const char *place = getenv("TMPDIR");
	struct str path = { 0 };
	*out = (struct cli_example){ 0 };
	str_add_format(&path, "%s/thidua", place && *place == '/' ? place : "/tmp");
	bool done = workshop_make(&out->folder, str_text(&path), "-", err);
	if (done) {
		str_clear(&path);
		str_add_format(&path, "%s/vi-du.db", out->folder);
		done = store_create(&out->store, str_text(&path), host, request->login,
			       say(SAY("Sổ ví dụ", "Example book")), host->today(host->self) / 10000, err) &&
			load_catalogue(out->store, err) && load_example(out->store, err);
	}
	str_release(&path);
	if (!done)
		cli_example_close(out);
	return done;
}

void
cli_example_close(struct cli_example *example)
{
	store_close(example->store);
	if (example->folder)
		workshop_remove(example->folder);
	free(example->folder);
	*example = (struct cli_example){ 0 };
}

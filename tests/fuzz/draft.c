/* A draft file of any bytes: a draft, or a sentence, or another book's; what is read is written and read again as itself. */
#include "app/draft_text.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct draft_owner owner = { "B", "/b/so.db", "hoa" };

static void
check_again(const struct draft_set *set)
{
	struct str body = { 0 }, file = { 0 }, body_again = { 0 };
	struct draft_set again;
	struct err err = { 0 };
	draft_write_body(&body, set);
	draft_write(&file, &owner, "2026-11-21T20:11:35.123Z", str_text(&body));
	if (draft_read(&again, &owner, true, str_text(&file), file.length, &err) != DRAFT_READ)
		abort();
	draft_write_body(&body_again, &again);
	if (strcmp(str_text(&body), str_text(&body_again)))
		abort();
	draft_set_release(&again);
	str_release(&body);
	str_release(&body_again);
	str_release(&file);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct draft_set set;
	struct err err = { 0 };
	switch (draft_read(&set, &owner, size % 2, (const char *)data, size, &err)) {
	case DRAFT_READ:
		check_again(&set);
		draft_set_release(&set);
		break;
	case DRAFT_DAMAGED:
		if (!err.text)
			abort();
		break;
	case DRAFT_FOREIGN:
		break;
	}
	err_release(&err);
	return 0;
}

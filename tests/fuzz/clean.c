/* The one door for text: whatever comes, clean text comes out or a sentence; clean text stays as it is. */
#include "text/clean.h"
#include "base/str.h"
#include "text/fold.h"
#include "text/key.h"
#include "text/show.h"
#include "text/width.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str once = { 0 }, twice = { 0 }, key = { 0 }, bare = { 0 }, shown = { 0 };
	struct err err = { 0 };
	enum text_shape shape = size % 2 ? TEXT_LINES : TEXT_PARAGRAPH;
	if (text_clean(&once, (const char *)data, size, shape, NULL, &err)) {
		if (!text_clean(&twice, str_text(&once), once.length, shape, NULL, &err) ||
			strcmp(str_text(&once), str_text(&twice)))
			abort();
		text_key(&key, str_text(&once), KEY_WORDS);
		text_bare(&bare, str_text(&once));
		text_show(&shown, str_text(&once));
		text_cut(&shown, str_text(&once), 20);
	} else if (!err.text) {
		abort();
	}
	str_release(&once);
	str_release(&twice);
	str_release(&key);
	str_release(&bare);
	str_release(&shown);
	err_release(&err);
	return 0;
}

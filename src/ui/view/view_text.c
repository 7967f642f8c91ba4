#include "ui/view/view_text.h"
#include "app/label.h"
#include "base/mem.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void
view_time(struct str *out, const char *at, enum view_time how)
{
	struct tm utc = { 0 }, local;
	int year, month;

	if (!at ||
		sscanf(at, "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &utc.tm_mday, &utc.tm_hour, &utc.tm_min,
			&utc.tm_sec) != 6)
		return;
	utc.tm_year = year - 1900;
	utc.tm_mon = month - 1;
	time_t seconds = timegm(&utc);
	if (!localtime_r(&seconds, &local))
		return;
	if (how == VIEW_DAY_CLOCK)
		str_add_format(out, "%02d/%02d ", local.tm_mday, local.tm_mon + 1);
	str_add_format(out, "%02d:%02d", local.tm_hour, local.tm_min);
}

void
view_path(struct str *out, const char *path)
{
	const char *home = getenv("HOME");
	size_t length = home ? strlen(home) : 0;

	if (length > 1 && text_starts(path, home) && (path[length] == '/' || !path[length])) {
		str_add_byte(out, '~');
		path += length;
	}
	str_add_text(out, path);
}

void
view_label(struct str *out, struct store *store, enum entity_id entity, int64_t id)
{
	struct err err = { 0 };

	label_add(out, store, entity, id, LABEL_SHORT, NULL, &err);
	err_release(&err);
}

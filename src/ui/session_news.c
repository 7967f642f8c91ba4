/* What others wrote while the screen was shown. */
#include "app/label.h"
#include "store/history.h"
#include "ui/session.h"
#include <stdlib.h>

/* The newest change, and the first record in it that has a name worth saying. */
struct news {
	int64_t change;
	enum entity_id entity;
	int64_t record;
	size_t records;
};

static void
touched(void *to, int64_t change, enum entity_id entity, int64_t record)
{
	struct news *news = to;
	if (change != news->change)
		*news = (struct news){ .change = change };
	news->records++;
	if (!news->entity || news->entity == ENTITY_CITATION) {
		news->entity = entity;
		news->record = record;
	}
}

static void
say_news(struct session *session, const struct news *news)
{
	struct err err = { 0 };
	struct change_head head = { 0 };
	struct str name = { 0 }, more = { 0 };
	if (history_head(&head, session->store, news->change, &err) &&
		label_add(&name, session->store, news->entity, news->record, LABEL_SHORT, NULL, &err)) {
		if (news->records > 1) {
			char *others;
			struct str count = { 0 };
			str_add_integer(&count, (int64_t)news->records - 1);
			others =
				say_format(SAY(" và {1} bản ghi nữa", " and {1} more records"), str_text(&count), NULL);
			str_add_text(&more, others);
			free(others);
			str_release(&count);
		}
		ui_say(session->ui, SAY("{1} vừa sửa {2}{3}.", "{1} has just changed {2}{3}."), head.login,
			str_text(&name), str_text(&more), NULL);
	}
	err_release(&err);
	change_head_release(&head);
	str_release(&name);
	str_release(&more);
}

void
session_look_for_news(struct session *session)
{
	struct err err = { 0 };
	struct news news = { 0 };
	int64_t last;
	if (!store_news(session->store, session->seen, &last, touched, &news, &err)) {
		ui_fault(session->ui, &err);
		return;
	}
	session->seen = last;
	session->news++;
	ui_reload(session->ui);
	if (news.change)
		say_news(session, &news);
}

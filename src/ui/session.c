#include "ui/session.h"
#include "base/mem.h"
#include "model/fields.h"
#include "ui/session_drafts.h"
#include "ui/session_settings.h"
#include "ui/typing.h"
#include "ui/view/views.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define YEAR_FIRST 1900
#define YEAR_LAST 2999
#define PATIENCE 5000 /* ms that a save waits for another writer */

struct session *
session_of(const struct view *view)
{
	return ui_self(view->ui);
}

bool
session_writable(const struct session *session)
{
	return store_mode(session->store) == STORE_READ_WRITE;
}

period
session_period(const struct session *session)
{
	struct err err = { 0 };
	period when;
	if (!period_read(&when, session->year, session->part, &err))
		when = period_year(session->year);
	err_release(&err);
	return when;
}

bool
session_go(struct session *session, int year, const char *part, struct err *err)
{
	if (year < YEAR_FIRST || year > YEAR_LAST)
		return err_set(err, ERR_INVALID,
			SAY("Sổ ghi các năm từ 1900 đến 2999.", "The book keeps the years 1900 to 2999."), NULL);
	session->year = year;
	if (part != session->part)
		snprintf(session->part, sizeof session->part, "%s", part);
	ui_reload(session->ui);
	return true;
}

void
session_saved(struct session *session, struct words words, ...)
{
	va_list args;
	va_start(args, words);
	char *text = say_format_list(words, args);
	va_end(args);
	struct err err = { 0 };
	int64_t last;
	if (store_news(session->store, session->seen, &last, NULL, NULL, &err))
		session->seen = last;
	err_release(&err);
	ui_reload(session->ui);
	ui_say(session->ui, SAY("{1}", "{1}"), text, NULL);
	free(text);
}

/* ---- what no single view does ---- */

/* Under a menu, a palette, a help, which ask on behalf of the view below them. */
static enum context
context_of_top(const struct ui *ui)
{
	const struct view *view = ui_top(ui);
	enum context context = IN_LIST;
	for (; view; view = view->below) {
		context = view->ops->context ? view->ops->context(view) : IN_LIST;
		if (context != IN_MENU && context != IN_PALETTE && context != IN_DIALOG && context != IN_HELP)
			break;
	}
	return context;
}

/* In a form the year is a value of it, and undo is that of the typing. */
static bool
in_form(const struct ui *ui)
{
	switch (context_of_top(ui)) {
	case IN_FIELD:
	case IN_CHOICE_FIELD:
	case IN_FORM_ROWS:
	case IN_TEXT_AREA:
	case IN_BUTTONS:
		return true;
	default:
		return false;
	}
}

static bool
allows(void *self, const struct ui *ui, enum action_id action)
{
	const struct session *session = self;
	switch (action) {
	case ACTION_FIND:
	case ACTION_HISTORY:
	case ACTION_SETTINGS:
		return true;
	case ACTION_EXPORT:
	case ACTION_PERIOD:
	case ACTION_YEAR_BACK:
	case ACTION_YEAR_ON:
		return !in_form(ui);
	case ACTION_IMPORT:
		return !session->served && session_writable(session) && !in_form(ui);
	case ACTION_UNDO:
	case ACTION_REDO:
		return session_writable(session) && !in_form(ui);
	default:
		return false;
	}
}

static enum outcome
act(void *self, struct ui *ui, enum action_id action, struct err *err)
{
	struct session *session = self;
	static const struct history_place everything = { ENTITY_NONE, 0 };
	if (!allows(self, ui, action))
		return VIEW_PASS;
	switch (action) {
	case ACTION_FIND:
		palette_open(ui, err);
		return VIEW_DONE;
	case ACTION_HISTORY:
		ui_open(ui, &history_ops, &everything, err);
		return VIEW_DONE;
	case ACTION_SETTINGS:
		settings_open(ui, err);
		return VIEW_DONE;
	case ACTION_EXPORT:
		export_open(ui, err);
		return VIEW_DONE;
	case ACTION_IMPORT:
		import_open(ui, ENTITY_NONE, err);
		return VIEW_DONE;
	case ACTION_PERIOD:
		period_open(ui, err);
		return VIEW_DONE;
	case ACTION_YEAR_BACK:
	case ACTION_YEAR_ON:
		session_go(session, session->year + (action == ACTION_YEAR_ON ? 1 : -1), session->part, err);
		return VIEW_DONE;
	case ACTION_UNDO:
	case ACTION_REDO:
		undo_open(ui, action == ACTION_REDO, err);
		return VIEW_DONE;
	default:
		return VIEW_PASS;
	}
}

/* A snapshot does not see what is written after it was opened. */
static void
read_anew(struct session *session)
{
	struct err err = { 0 };
	struct store *fresh;
	const struct host host = *store_host(session->store);
	if (!store_open(&fresh, store_path(session->store), &host, store_login(session->store), &err)) {
		ui_fault(session->ui, &err);
		return;
	}
	store_close(session->reopened);
	session->reopened = session->store = fresh;
	ui_reload(session->ui);
	ui_say(session->ui, SAY("Tệp sổ vừa đổi; đã đọc lại.", "The file of the book has changed; it was read again."),
		NULL);
}

static void
tick(void *self, struct ui *ui)
{
	(void)ui;
	struct session *session = self;
	session_keep_drafts(session);
	if (!session_writable(session) && store_is_stale(session->store))
		read_anew(session);
	session_look_for_news(session);
}

/* The terminal may be gone: nothing is drawn or asked. */
static void
hangup(void *self, struct ui *ui)
{
	(void)ui;
	session_keep_drafts(self);
}

static bool
compose(void *self, enum input_method method, const char *before, size_t length, const char *typed, size_t *removed,
	struct str *put)
{
	struct session *session = self;
	return typing_compose(session->typing, method, before, length, typed, removed, put);
}

static bool
wait_for_writer(void *to, const char *login)
{
	(void)login;
	struct session *session = to;
	const struct host *host = store_host(session->store);
	int64_t now = host->now(host->self);
	if (now - session->waited_at > 1000)
		session->waiting_since = now;
	session->waited_at = now;
	return now - session->waiting_since < PATIENCE;
}

static bool
wait_for_nobody(void *to, const char *login)
{
	(void)to;
	(void)login;
	return false;
}

void
session_wait(struct session *session, bool patient)
{
	store_on_wait(session->store, patient ? wait_for_writer : wait_for_nobody, session);
}

/* ---- begin and end ---- */

static bool
begin(struct session *session, struct err *err)
{
	const struct host *host = store_host(session->store);
	struct record book = { 0 };
	session->started = host->now(host->self);
	session->year = host->today(host->self) / 10000;
	snprintf(session->part, sizeof session->part, "Y");
	if (!record_read(&book, session->store, ENTITY_BOOK, 1, err))
		return false;
	session->year = (int)record_integer(&book, BOOK_CURRENT_YEAR, session->year);
	record_release(&book);
	char *cluster = NULL;
	if (!setting_read(&cluster, session->store, "cluster", err))
		return false;
	session->cluster = cluster ? strtoll(cluster, NULL, 10) : 0;
	free(cluster);
	struct err none = { 0 };
	store_news(session->store, 0, &session->seen, NULL, NULL, &none);
	err_release(&none);
	return true;
}

static void
show_account(const struct session *session)
{
	struct words words = SAY("{1}", "{1}");
	if (session->guest == session->store)
		words = SAY("sổ ví dụ · {1}", "example book · {1}");
	else if (!session_writable(session))
		words = SAY("chỉ xem · {1}", "read only · {1}");
	char *account = say_format(words, store_login(session->store), NULL);
	ui_set_account(session->ui, account);
	free(account);
}

/* ---- one book, and the example for a while ---- */

/* True: left by the person; else the line was cut. */
static bool
work_in_book(struct session *session, const char *state)
{
	session_wait(session, true);
	session_begin_drafts(session, state);
	session_offer_drafts(session);
	bool left = ui_run(session->ui);
	session_end_drafts(session, !left);
	settings_keep(session);
	store_on_wait(session->store, NULL, NULL);
	return left;
}

static bool
open_home(struct session *session, struct err *err)
{
	show_account(session);
	return ui_open(session->ui, &home_ops, NULL, err);
}

/* What was shown, chosen and asked belongs to the book that is left. */
static bool
take_book(struct session *session, struct store *store, struct err *err)
{
	ui_begin_again(session->ui);
	free(session->undo.name);
	session->undo = (struct undo_question){ 0 };
	session->source = 0;
	session->store = store;
	return begin(session, err) && open_home(session, err);
}

/* False: err says why the book could not be shown again. */
static bool
visit_example(struct session *session, const char *state, bool *left, struct err *err)
{
	struct store *own = session->store;
	struct err fault = { 0 };
	if (take_book(session, session->guest, &fault)) {
		ui_say(session->ui,
			SAY("Sổ ví dụ: cứ thử mọi thứ. F10 thì về sổ của bạn; sổ ví dụ không được giữ lại.",
				"The example: try anything. F10 leads back to your book; nothing is kept."),
			NULL);
		*left = work_in_book(session, state);
	}
	session->guest = NULL;
	bool done = take_book(session, own, err);
	session->example->close(session->example->self);
	if (fault.text)
		ui_fault(session->ui, &fault);
	else
		ui_say(session->ui,
			SAY("Đã đóng sổ ví dụ; đây là sổ của bạn.", "The example is closed; this is your book."), NULL);
	return done;
}

bool
session_see_example(struct session *session, struct err *err)
{
	if (!session->example->open(session->example->self, &session->guest, err))
		return false;
	ui_quit(session->ui, false);
	return true;
}

bool
session_run(const struct session_setup *setup, struct err *err)
{
	struct typing typing = { 0 };
	struct session session = {
		.store = setup->store, .typing = &typing, .served = setup->served, .example = &setup->example
	};
	if (!begin(&session, err))
		return false;
	struct settings settings;
	settings_read(&settings, &session);
	typing_choose_style(&typing, settings.new_style);
	struct ui_setup ui_setup = {
		.host = *store_host(setup->store),
		.hooks = { .self = &session,
			.act = act,
			.allows = allows,
			.tick = tick,
			.hangup = hangup,
			.compose = compose },
		.utf8 = setup->utf8,
		.method = settings.method,
		.mouse = settings.mouse,
		.colour = setup->colour,
	};
	bool done = ui_start(&session.ui, &ui_setup, err) && open_home(&session, err);
	bool left = done && work_in_book(&session, setup->state);
	while (done && left && session.guest) {
		done = visit_example(&session, setup->state, &left, err);
		left = left && done && work_in_book(&session, setup->state);
	}
	ui_stop(session.ui);
	store_close(session.reopened);
	free(session.undo.name);
	typing_release(&typing);
	return done;
}

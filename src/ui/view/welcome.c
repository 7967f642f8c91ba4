#include "welcome.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/click.h"
#include "ui/view/view_text.h"
#include "ui/view/views.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CREATE, EXAMPLE, IMPORT };
#define LEFT 3
#define CHOICE_WIDTH 25
#define ABOUT 31
#define KEYS 4
#define MEANING 14

void
welcome_frame(const struct session *session, struct frame *frame)
{
	str_add_text(&frame->title, say(SAY("Thi đua", "Emulation")));
	str_add_text(&frame->period, say(SAY("Năm ", "Year ")));
	str_add_integer(&frame->period, session->year);
	str_add_text(&frame->note,
		say(SAY("Chào mừng. Mọi thay đổi đều có trong Nhật ký và hoàn tác được.",
			"Welcome. Every change stands in the history and can be undone.")));
}

struct about {
	struct draw *draw;
	int row;
};

static void
draw_about(void *to, const char *bytes, size_t length)
{
	struct about *about = to;
	char *line = mem_copy_bytes(bytes, length);
	draw_text(about->draw, about->row++, ABOUT, about->draw->columns - ABOUT - 1, ROLE_TEXT, line);
	free(line);
}

/* Returns the row behind the last. */
static int
draw_choices(const struct welcome *welcome, struct draw *draw, int row)
{
	static const struct {
		struct words label, about;
	} choices[WELCOME_CHOICES] = {
		{ WORDS("Tạo cụm đầu tiên", "Make the first cluster"),
			WORDS("tên cụm, đơn vị thành viên, cụm trưởng, cụm phó", "its name, members, leader, deputy") },
		{ WORDS("Xem sổ ví dụ", "See the example"),
			WORDS("năm bài báo thật: 4 cụm, 40 số liệu; mở riêng, không ghi vào sổ này",
				"five real articles: 4 clusters, 40 figures; opened apart, nothing goes into this book") },
		{ WORDS("Nhập từ tệp bảng tính", "Import a table"),
			WORDS("CSV hoặc TSV; xem trước rồi mới ghi", "CSV or TSV; shown before it is stored") },
	};
	for (int n = 0; n < WELCOME_CHOICES; n++) {
		bool here = n == welcome->choice;
		enum role role = here ? ROLE_CHOSEN : ROLE_TEXT;
		struct str label = { 0 };
		str_add_format(&label, "%d ", n + 1);
		str_add_text(&label, say(choices[n].label));
		draw_click(draw, row, 1, draw->columns - 1, click_move(n - welcome->choice, 0, ACTION_ENTER));
		draw_padded(draw, row, LEFT + 1, CHOICE_WIDTH, role, str_text(&label));
		if (here) {
			draw_text(draw, row, 1, 1, ROLE_TEXT, "►");
			draw_text(draw, row, LEFT, 1, role, "[");
			draw_text(draw, row, LEFT + 1 + CHOICE_WIDTH, 1, role, "]");
			draw_cursor(draw, row, LEFT + 1);
		}
		struct about about = { draw, row };
		text_wrap(say(choices[n].about), draw->columns - ABOUT - 1, draw_about, &about);
		row = about.row;
		str_release(&label);
	}
	return row;
}

static void
draw_keys(struct draw *draw, int row, int last)
{
	static const struct {
		const char *keys;
		struct words meaning;
	} keys[] = {
		{ "Enter", WORDS("mở; khi nhập: xong và đi tiếp", "opens; when entering: done, go on") },
		{ "Esc",
			WORDS("lùi một bước, không bao giờ thoát hay mất chữ",
				"one step back, never quits, never loses text") },
		{ "F6 4",
			WORDS("sang ngăn số 4 (số in trên hàng ngăn)", "to tab 4 (its digit stands on the tab bar)") },
		{ "Ctrl+K", WORDS("tìm mọi thứ, gõ không dấu cũng được", "finds anything, marks may be left out") },
		{ "Ctrl+Z", WORDS("hoàn tác, kể cả việc hôm qua", "takes back, yesterday's work too") },
		{ "F9", WORDS("menu; không có phím F thì Ctrl+G", "the menu; Ctrl+G without F keys") },
	};
	if (row + 8 > last)
		return;
	draw_text(draw, row, LEFT, draw->columns - LEFT, ROLE_TEXT,
		say(SAY("Sáu phím đủ dùng cả ngày:", "Six keys are enough for the whole day:")));
	for (size_t n = 0; n < ARRAY_COUNT(keys); n++) {
		draw_text(draw, row + 2 + (int)n, KEYS, MEANING - KEYS - 1, ROLE_KEY, keys[n].keys);
		draw_text(draw, row + 2 + (int)n, MEANING, draw->columns - MEANING, ROLE_TEXT, say(keys[n].meaning));
	}
}

void
welcome_draw(
	const struct welcome *welcome, const struct session *session, const struct layout *layout, struct draw *draw)
{
	int last = layout->message - (layout->long_message ? 2 : 1);
	struct str path = { 0 };
	view_path(&path, store_path(session->store));
	char *which =
		say_format(SAY("Sổ mới, chưa có gì: {1}", "A new book with nothing in it: {1}"), str_text(&path), NULL);
	bool tall = layout->rows >= 24;
	draw_text(draw, layout->state, LEFT, draw->columns - LEFT - 1, ROLE_TEXT, which);
	if (tall)
		draw_text(draw, 4, LEFT, draw->columns - LEFT, ROLE_TEXT,
			say(SAY("Bắt đầu bằng một trong ba cách:", "Begin in one of three ways:")));
	int keys = draw_choices(welcome, draw, tall ? 6 : 4) + 1;
	draw_keys(draw, keys, last);
	if (keys + 9 < last)
		draw_text(draw, keys + 9, LEFT, draw->columns - LEFT, ROLE_TEXT,
			say(SAY("Chữ thử: ắ ẵ ậ ể ỗ ợ ữ đ — thấy ô vuông thì bấm F1.",
				"A test of letters: ắ ẵ ậ ể ỗ ợ ữ đ — press F1 when you see boxes.")));
	str_release(&path);
	free(which);
}

static void
take(struct welcome *welcome, struct session *session, struct err *err)
{
	switch (welcome->choice) {
	case CREATE:
		if (session_writable(session))
			form_open_record(session->ui, ENTITY_CLUSTER, 0, NULL, err);
		else
			err_set(err, ERR_READ_ONLY, SAY("Sổ này chỉ xem được.", "This book can only be read."), NULL);
		break;
	case EXAMPLE:
		session_see_example(session, err);
		break;
	default:
		import_open(session->ui, ENTITY_NONE, err);
		break;
	}
}

enum outcome
welcome_act(struct welcome *welcome, struct session *session, enum action_id action, struct err *err)
{
	switch (action) {
	case ACTION_UP:
	case ACTION_PREVIOUS_STOP:
		welcome->choice = (welcome->choice + WELCOME_CHOICES - 1) % WELCOME_CHOICES;
		return VIEW_DONE;
	case ACTION_DOWN:
	case ACTION_NEXT_STOP:
		welcome->choice = (welcome->choice + 1) % WELCOME_CHOICES;
		return VIEW_DONE;
	case ACTION_ADD:
		welcome->choice = CREATE;
		take(welcome, session, err);
		return VIEW_DONE;
	case ACTION_ENTER:
		take(welcome, session, err);
		return VIEW_DONE;
	default:
		return VIEW_PASS;
	}
}

enum outcome
welcome_text(struct welcome *welcome, struct session *session, const char *utf8, struct err *err)
{
	if (*utf8 < '1' || *utf8 >= '1' + WELCOME_CHOICES)
		return VIEW_PASS;
	welcome->choice = *utf8 - '1';
	take(welcome, session, err);
	return VIEW_DONE;
}

bool
welcome_allows(const struct session *session, enum action_id action)
{
	switch (action) {
	case ACTION_UP:
	case ACTION_DOWN:
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
	case ACTION_ENTER:
		return true;
	case ACTION_ADD:
		return session_writable(session);
	default:
		return false;
	}
}

const struct hint *
welcome_hints(size_t *count)
{
	static const struct hint hints[] = {
		HINT("1 2 3", TYPE, "Chọn", "Choose"),
		HINT("Enter", ENTER, "Mở", "Open"),
		HINT("F1", HELP, "Giúp", "Help"),
		HINT("F9", MENU, "Menu", "Menu"),
		HINT("F10", QUIT, "Thoát", "Quit"),
	};
	*count = ARRAY_COUNT(hints);
	return hints;
}

#include "ui/help.h"
#include "base/mem.h"
#include "text/width.h"
#include "ui/list.h"
#include "ui/state.h"
#include "ui/vietnamese.h"
#include <stdlib.h>
#include <string.h>

#define RIGHT_COLUMN 30 /* columns of the left part of a row with its blanks */

struct help_row {
	char *text;
	enum action_id action;
	bool head;
};
struct help {
	struct view view;
	struct list list;
	struct help_row *rows;
	size_t count, capacity;
	int keys; /* rows that are keys */
};

bool
help_open(struct ui *ui, struct err *err)
{
	return ui_open(ui, &help_ops, NULL, err);
}

/* ---- rows ---- */

static void
add_row(struct help *help, char *text, enum action_id action, bool head)
{
	ARRAY_RESERVE(help->rows, help->count, help->capacity);
	help->rows[help->count++] = (struct help_row){ .text = text, .action = action, .head = head };
	help->keys += action != ACTION_NONE;
}

static void
add_pair(struct help *help, const char *left, const char *right, enum action_id action)
{
	struct str text = { 0 };
	str_add_text(&text, left);
	int blanks = RIGHT_COLUMN - text_width(left);
	for (blanks = blanks < 2 ? 2 : blanks; blanks; blanks--)
		str_add_byte(&text, ' ');
	str_add_text(&text, right);
	add_row(help, str_take(&text), action, false);
}

static struct words
help_of(const struct view *below, enum context context, enum action_id action)
{
	struct words own = below->ops->help ? below->ops->help(below, action) : SAY(NULL, NULL);
	return own.vi ? own : action_help(context, action);
}

static void
add_action(struct help *help, enum context context, enum action_id action)
{
	struct str keys = { 0 };
	action_keys(&keys, context, action);
	if (keys.length)
		add_pair(help, str_text(&keys), say(help_of(help->view.below, context, action)), action);
	str_release(&keys);
}

/* The order in which a person meets them; the others follow in the order of the list of actions. */
static const enum action_id first[] = { ACTION_TYPE, ACTION_ENTER, ACTION_NEXT_STOP, ACTION_EDIT, ACTION_REMOVE,
	ACTION_MARK, ACTION_COPY, ACTION_TURN, ACTION_DETAIL, ACTION_CHOOSE, ACTION_ADD, ACTION_DELETE, ACTION_SAVE,
	ACTION_BACK };

static bool
is_first(enum action_id action)
{
	for (size_t n = 0; n < ARRAY_COUNT(first); n++)
		if (first[n] == action)
			return true;
	return false;
}

static bool
works(const struct view *below, enum action_id action)
{
	if (action == ACTION_TYPE)
		return below->ops->text != NULL;
	return ui_view_allows(below->ui, below, action);
}

/* What is to be known there besides keys, right behind its own keys; a head leads on to those that are everywhere. */
static void
add_topics(struct help *help, enum context context)
{
	bool any = false;
	for (const struct help_topic *topic = help_topics; *topic->left.vi; topic++) {
		if (topic->context != context && !(context == IN_CELL && topic->context == IN_GRID))
			continue;
		any = true;
		if (*topic->right.vi)
			add_pair(help, say(topic->left), say(topic->right), ACTION_NONE);
		else
			add_row(help, mem_copy_text(say(topic->left)), ACTION_NONE, true);
	}
	if (any)
		add_row(help, mem_copy_text(say(SAY("Ở mọi nơi", "Everywhere"))), ACTION_NONE, true);
}

static void
add_line(void *to, const char *bytes, size_t length)
{
	char *line = mem_copy_bytes(bytes, length);
	add_row(to, line, ACTION_NONE, false);
}

/* Of a form: what its field means. */
static void
add_field(struct help *help, enum context context)
{
	struct frame frame = { 0 };
	const struct view *below = help->view.below;
	bool field =
		context == IN_FIELD || context == IN_CHOICE_FIELD || context == IN_FORM_ROWS || context == IN_TEXT_AREA;
	if (field && below->ops->frame)
		below->ops->frame(below, &frame);
	if (frame.detail.length) {
		add_row(help, mem_copy_text(say(SAY("Ô này", "This field"))), ACTION_NONE, true);
		text_wrap(str_text(&frame.detail), ui_layout(help->view.ui).columns - 3, add_line, help);
	}
	frame_release(&frame);
}

static void
add_key_rows(struct help *help)
{
	const struct view *below = help->view.below;
	enum context context = below->ops->context ? below->ops->context(below) : IN_LIST;
	add_field(help, context);
	add_row(help, mem_copy_text(say(context_words(context))), ACTION_NONE, true);
	for (size_t n = 0; n < ARRAY_COUNT(first); n++)
		if (works(below, first[n]))
			add_action(help, context, first[n]);
	add_topics(help, context);
	for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++)
		if (!is_first((enum action_id)id) && works(below, (enum action_id)id))
			add_action(help, context, (enum action_id)id);
}

static void
add_screen_rows(struct help *help)
{
	if (ui_plain(help->view.ui)) {
		add_row(help,
			mem_copy_text(say(
				SAY("Đầu cuối không hiện UTF-8: cách sửa", "No UTF-8 on this terminal: what to do"))),
			ACTION_NONE, true);
		add_pair(help, "PuTTY", "Window > Translation > Remote character set: UTF-8", ACTION_NONE);
		add_pair(help, "screen, tmux", "export LANG=C.UTF-8; screen -U; tmux -u", ACTION_NONE);
		add_pair(help, "xterm", "uxterm, xterm -u8", ACTION_NONE);
	}
	struct str fonts = { 0 };
	str_add_text(&fonts, say(SAY("Thử phông:", "Font test:")));
	str_add_text(&fonts, " ắ ằ ẳ ẵ ặ ấ ầ ẩ ẫ ậ ế ề ể ễ ệ ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ứ ừ ử ữ ự đ");
	add_row(help, str_take(&fonts), ACTION_NONE, false);
}

static void
clear_rows(struct help *help)
{
	for (size_t n = 0; n < help->count; n++)
		free(help->rows[n].text);
	help->count = 0;
	help->keys = 0;
}

/* ---- the list ---- */

static void
cell(const void *of, size_t row, int column, struct str *out)
{
	const struct help *help = of;
	(void)column;
	str_add_text(out, help->rows[row].text);
}

static enum list_row
kind(const void *of, size_t row)
{
	const struct help *help = of;
	return help->rows[row].head ? LIST_HEAD : LIST_ROW;
}

static const struct list_ops rows_ops = { .cell = cell, .kind = kind };
static const struct list_column columns[] = { { .width = 0 } };

static void
fill(struct help *help)
{
	clear_rows(help);
	add_key_rows(help);
	add_screen_rows(help);
	list_set_count(&help->list, help->count, 0);
}

/* ---- the view ---- */

static bool
open(struct view *view, const void *place, struct err *err)
{
	struct help *help = (struct help *)view;
	(void)place;
	(void)err;
	help->list = (struct list){ .ops = &rows_ops,
		.of = help,
		.columns = columns,
		.column_count = 1,
		.no_heads = true,
		.no_marks = true,
		.filtering = true,
		.in_filter = true };
	help->list.filter.composer = ui_composer(view->ui);
	fill(help);
	return true;
}

static void
close_help(struct view *view)
{
	struct help *help = (struct help *)view;
	clear_rows(help);
	free(help->rows);
	list_release(&help->list);
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_HELP;
}

static void
arrange(struct view *view, const struct layout *layout)
{
	struct area area = layout->body;
	if (layout->detail >= 0)
		area.rows++; /* there is no detail here */
	list_place(&((struct help *)view)->list, area, layout->state);
}

static void
frame(const struct view *view, struct frame *frame)
{
	str_add_text(&frame->title, say(SAY("Trợ giúp › ", "Help › ")));
	ui_place(view->below, &frame->title);
	str_add_text(&frame->note,
		say(SAY("F4 Tiếng Việt: 134 chữ để thử phông, chỗ gõ thử, cách đặt PuTTY, tmux, screen.",
			"F4 Vietnamese: 134 letters to test the font, a box to type in, PuTTY, tmux, screen.")));
}

static void
draw(const struct view *view, struct draw *draw)
{
	const struct help *help = (const struct help *)view;
	int row = help->list.state_row, column = draw->columns - 19;
	struct str keys = { 0 };
	list_draw(&help->list, draw, true);
	str_add_text(&keys, say(SAY("phím ở đây: ", "keys here: ")));
	str_add_integer(&keys, help->keys);
	draw_blank(draw, row, column, 19, ROLE_TEXT);
	draw_text(draw, row, column, 19, ROLE_TEXT, str_text(&keys));
	str_release(&keys);
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct help *help = (struct help *)view;
	size_t row = list_row(&help->list);
	switch (action) {
	case ACTION_ENTER:
		if (row == SIZE_MAX || !help->rows[row].action)
			return VIEW_DONE;
		if (actions[help->rows[row].action].group == GROUP_TEXT || help->rows[row].action == ACTION_TYPE)
			return VIEW_CLOSE;
		ui_post(view->ui, help->rows[row].action);
		return VIEW_CLOSE;
	case ACTION_CHOOSE:
		vietnamese_open(view->ui, err);
		return VIEW_DONE;
	case ACTION_BACK:
		return line_is_empty(&help->list.filter) ? VIEW_CLOSE : list_act(&help->list, action, err);
	case ACTION_NEXT_STOP:
	case ACTION_PREVIOUS_STOP:
	case ACTION_FILTER:
		return VIEW_DONE;
	default:
		return list_act(&help->list, action, err);
	}
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	return list_text(&((struct help *)view)->list, utf8, length, pasted, err);
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct help *help = (const struct help *)view;
	return action == ACTION_ENTER || action == ACTION_CHOOSE ||
		(action != ACTION_NEXT_STOP && action != ACTION_PREVIOUS_STOP && action != ACTION_FILTER &&
			list_allows(&help->list, action));
}

const struct view_ops help_ops = {
	.name = "help",
	.size = sizeof(struct help),
	.context = context,
	.open = open,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.close = close_help,
};

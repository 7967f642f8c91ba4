#include "ui/view/units_look.h"
#include "ui/choices.h"
#include <stdlib.h>

#define SETTING "units"
#define KEPT_TREE "tree"
#define KEPT_LIST "list"
enum { LOOK_LIST = 1, LOOK_TREE, TAG_LOOK = 131 };

static bool
is_tree(const struct view *view)
{
	return view->ops == &unit_tree_ops;
}

static void
add_state(struct str *out, bool tree)
{
	str_add_text(out,
		say(tree ? SAY("Xem: danh sách [cây]", "Seen as: list [tree]")
			 : SAY("Xem: [danh sách] cây", "Seen as: [list] tree")));
}

void
units_look_frame(const struct view *view, size_t total, struct frame *frame)
{
	str_add_text(&frame->title, say(SAY("Đơn vị", "Units")));
	str_add_text(&frame->period, say(SAY("Năm ", "Year ")));
	str_add_integer(&frame->period, session_of(view)->year);
	add_state(&frame->state, is_tree(view));
	str_add_integer(&frame->state_right, (int64_t)total);
	str_add_text(&frame->state_right, say(SAY(" đơn vị", " units")));
}

static bool
fill(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	bool tree = is_tree(of);

	(void)query;
	(void)err;
	choice_items_add(out, LOOK_LIST, say(SAY("Danh sách, theo vần", "A list, by name")), NULL)->marked = !tree;
	choice_items_add(out, LOOK_TREE, say(SAY("Cây, dưới cấp trên của mình", "A tree, below their parents")), NULL)
		->marked = tree;
	*all = out->count;
	return true;
}

bool
units_look_choose(struct view *view, struct err *err)
{
	struct choices_setup setup = {
		.title = say(SAY("Xem đơn vị", "Units")), .row = -1, .width = 44, .runs = true, .fill = fill, .of = view
	};

	return choices_open(view->ui, &setup, TAG_LOOK, err);
}

const struct view_ops *
units_kept(struct session *session)
{
	char *kept = NULL;
	struct err ignored = { 0 };

	setting_read(&kept, session->store, SETTING, &ignored);
	err_release(&ignored);
	const struct view_ops *ops = text_equal(kept ? kept : KEPT_LIST, KEPT_TREE) ? &unit_tree_ops : &units_ops;
	free(kept);
	return ops;
}

/* Who only looks leaves no trace in the book. */
static void
keep(struct session *session, bool tree)
{
	struct err ignored = { 0 };

	if (session_writable(session) && store_account(session->store))
		setting_write(session->store, SETTING, tree ? KEPT_TREE : KEPT_LIST, &ignored);
	err_release(&ignored);
}

void
units_look_answer(struct view *view, const struct view *closed)
{
	const struct choice_item *taken = choices_is(closed) && closed->tag == TAG_LOOK ? choices_taken(closed) : NULL;
	bool wanted = taken && taken->id == LOOK_TREE;
	struct ui *ui = view->ui;
	struct err err = { 0 };

	if (!taken || wanted == is_tree(view))
		return;
	keep(session_of(view), wanted);
	ui_replace(ui, wanted ? &unit_tree_ops : &units_ops, NULL, &err);
	ui_fault(ui, &err);
}

struct words
units_look_label(const struct view *view, enum action_id action)
{
	(void)view;
	return action == ACTION_CHOOSE ? SAY("Danh sách, cây", "List, tree") : SAY(NULL, NULL);
}

/* All units under their parents, the branches that are open; with a filter what the book has, under the parents of each. */
#include "app/unit_tree.h"
#include "app/unit.h"
#include "base/mem.h"
#include "ui/view/listed.h"
#include "ui/view/units_look.h"
#include "ui/view/view_report.h"
#include <stdlib.h>
#include <string.h>

#define FOUND_MOST 200
#define PARENTS_MOST 12 /* branches that are opened above one unit */
struct node {
	int64_t unit; /* 0: the parents of those that follow, with a filter */
	int64_t parent;
	int depth;
	char *name, *full_name, *life;
	bool branches, open;
};
struct unit_tree {
	struct view view;
	struct node *nodes;
	size_t count, capacity;
	int64_t *open; /* units whose branch is open */
	size_t open_count, open_capacity;
	bool begun; /* the roots have been opened once */
	bool cut;   /* a branch has more units than are held */
	struct list list;
};

static struct unit_tree *
tree_of(const struct view *view)
{
	return (struct unit_tree *)view;
}

/* ---- branches ---- */

static size_t
open_at(const struct unit_tree *tree, int64_t unit)
{
	size_t at = 0;

	while (at < tree->open_count && tree->open[at] != unit)
		at++;
	return at;
}

static void
set_open(struct unit_tree *tree, int64_t unit, bool open)
{
	size_t at = open_at(tree, unit);

	if (open && at == tree->open_count) {
		ARRAY_RESERVE(tree->open, tree->open_count, tree->open_capacity);
		tree->open[tree->open_count++] = unit;
	} else if (!open && at < tree->open_count) {
		tree->open[at] = tree->open[--tree->open_count];
	}
}

static void
clear_nodes(struct unit_tree *tree)
{
	for (size_t i = 0; i < tree->count; i++) {
		free(tree->nodes[i].name);
		free(tree->nodes[i].full_name);
		free(tree->nodes[i].life);
	}
	tree->count = 0;
	tree->cut = false;
}

static struct node *
add_node(struct unit_tree *tree)
{
	ARRAY_RESERVE(tree->nodes, tree->count, tree->capacity);
	tree->nodes[tree->count] = (struct node){ .unit = 0 };
	return &tree->nodes[tree->count++];
}

/* Below itself no branch is opened again, should a book have a ring of parents. */
static bool
is_above(const struct unit_tree *tree, int64_t parent, int depth, int64_t unit)
{
	for (size_t i = tree->count; i-- > 0 && depth > 0;)
		if (tree->nodes[i].unit == parent && tree->nodes[i].depth == depth - 1) {
			if (tree->nodes[i].unit == unit)
				return true;
			parent = tree->nodes[i].parent;
			depth--;
		}
	return false;
}

static bool
read_branch(struct unit_tree *tree, int64_t parent, int depth, struct err *err)
{
	struct session *session = session_of(&tree->view);
	struct tree_unit *units;
	size_t count;
	bool good = unit_children_read(&units, &count, session->store, parent, session->year, UNITS_HELD_MOST, err);

	tree->cut = tree->cut || (good && count == UNITS_HELD_MOST);
	for (size_t i = 0; good && i < count; i++) {
		struct node *node = add_node(tree);
		bool ring = is_above(tree, parent, depth, units[i].unit);
		*node = (struct node){ .unit = units[i].unit,
			.parent = parent,
			.depth = depth,
			.name = mem_copy_text(units[i].name),
			.full_name = mem_copy_text(units[i].full_name),
			.life = mem_copy_text(units[i].life),
			.branches = units[i].branches && !ring };
		if (!tree->begun && depth == 0 && node->branches)
			set_open(tree, node->unit, true);
		node->open = node->branches && open_at(tree, node->unit) < tree->open_count;
		if (node->open)
			good = read_branch(tree, units[i].unit, depth + 1, err);
	}
	tree_units_release(units, count);
	return good;
}

/* ---- what the filter finds ---- */

static bool
add_found(struct unit_tree *tree, const struct unit_row *unit, struct str *path, struct err *err)
{
	struct session *session = session_of(&tree->view);
	struct str own = { 0 };

	if (!unit_path_add(&own, session->store, unit->unit, session->year, err)) {
		str_release(&own);
		return false;
	}
	if (own.length && !text_equal(str_text(&own), str_text(path)))
		add_node(tree)->name = mem_copy_text(str_text(&own));
	str_release(path);
	*path = own;
	*add_node(tree) = (struct node){ .unit = unit->unit,
		.depth = own.length ? 1 : 0,
		.name = mem_copy_text(unit->name),
		.full_name = mem_copy_text(unit->full_name),
		.life = mem_copy_text(unit->life) };
	return true;
}

/* Best matches first; neighbours under the same parents share one line of them. */
static bool
read_found(struct unit_tree *tree, const char *typed, struct err *err)
{
	struct session *session = session_of(&tree->view);
	struct unit_row *rows;
	struct str path = { 0 };
	size_t count, total;
	bool good = units_read(&rows, &count, &total, session->store, typed, session->year, FOUND_MOST, err);

	for (size_t i = 0; good && i < count; i++)
		good = add_found(tree, &rows[i], &path, err);
	tree->cut = good && total > count;
	unit_rows_release(rows, count);
	str_release(&path);
	return good;
}

static const char *
typed_in(const struct unit_tree *tree)
{
	return tree->list.filtering ? line_text(&tree->list.filter) : "";
}

static bool
read_tree(struct unit_tree *tree, int64_t keep, struct err *err)
{
	struct store *store = session_of(&tree->view)->store;

	clear_nodes(tree);
	bool good = store_read_begin(store, err);
	if (good) {
		good = *typed_in(tree) ? read_found(tree, typed_in(tree), err) : read_branch(tree, 0, 0, err);
		store_read_end(store);
	}
	tree->begun = tree->begun || good;
	list_set_rows(&tree->list, tree->count, keep);
	return good;
}

/* Opens the branches above a unit that was just made. */
static bool
open_above(struct unit_tree *tree, int64_t made, struct err *err)
{
	const struct session *session = session_of(&tree->view);
	int64_t parent = made;

	for (int depth = 0; parent && depth < PARENTS_MOST; depth++) {
		if (!unit_parent_read(&parent, session->store, parent, session->year, err))
			return false;
		if (parent)
			set_open(tree, parent, true);
	}
	return true;
}

static bool
go_to_made(struct unit_tree *tree, int64_t made)
{
	if (made)
		listed_set_rows(&tree->list, tree->count, made, list_id(&tree->list));
	return true;
}

static bool
load(struct view *view, struct err *err)
{
	struct unit_tree *tree = tree_of(view);
	struct session *session = session_of(view);
	struct unit_row *none;
	size_t count;

	/* Counted here only: no fold and no key of the filter changes how many units the book has. */
	int64_t made = listed_made(session, ENTITY_UNIT), keep = list_id(&tree->list);
	return units_read(&none, &count, &tree->list.total, session->store, "", session->year, 0, err) &&
		open_above(tree, made, err) && read_tree(tree, keep, err) && go_to_made(tree, made);
}

/* ---- the list ---- */

enum { COLUMN_NAME, COLUMN_LIFE, COLUMN_COUNT };
static const struct list_column columns[COLUMN_COUNT] = {
	[COLUMN_NAME] = { .head = WORDS("Đơn vị", "Unit") },
	[COLUMN_LIFE] = { .head = WORDS("Thành lập – kết thúc", "Founded – ended"),
		.width = 22,
		.leaves = 1,
		.whole = true },
};

static void
cell(const void *of, size_t n, int column, struct str *out)
{
	const struct node *node = &((const struct unit_tree *)of)->nodes[n];

	if (column == COLUMN_LIFE) {
		str_add_text(out, node->life ? node->life : "");
		return;
	}
	if (node->unit)
		str_add_text(out, !node->branches ? "  " : node->open ? "− " : "+ ");
	str_add_text(out, node->name);
}

static int
indent(const void *of, size_t n)
{
	return 2 * ((const struct unit_tree *)of)->nodes[n].depth;
}

static enum list_row
kind(const void *of, size_t n)
{
	return ((const struct unit_tree *)of)->nodes[n].unit ? LIST_ROW : LIST_HEAD;
}

static int64_t
id_of(const void *of, size_t n)
{
	return ((const struct unit_tree *)of)->nodes[n].unit;
}

/* The book has found them already, by former names and other spellings too. */
static void
searched(const void *of, size_t n, struct str *out)
{
	const struct unit_tree *tree = of;

	str_add_format(out, "%s\n%s", tree->nodes[n].name, line_text(&tree->list.filter));
}

static const struct list_ops rows_ops = {
	.cell = cell, .kind = kind, .indent = indent, .id = id_of, .searched = searched
};

/* ---- the view ---- */

static bool
begin(struct view *view, const void *where, struct err *err)
{
	struct unit_tree *tree = tree_of(view);

	(void)where;
	(void)err;
	tree->list = (struct list){ .ops = &rows_ops,
		.of = tree,
		.columns = columns,
		.column_count = COLUMN_COUNT,
		.counted = SAY("đơn vị", "units"),
		.no_marks = true };
	tree->list.filter.composer = ui_composer(view->ui);
	return true;
}

static void
done(struct view *view)
{
	struct unit_tree *tree = tree_of(view);

	clear_nodes(tree);
	free(tree->nodes);
	free(tree->open);
	list_release(&tree->list);
}

static enum context
context(const struct view *view)
{
	return list_context(&tree_of(view)->list, IN_TREE);
}

static void
arrange(struct view *view, const struct layout *layout)
{
	list_place(&tree_of(view)->list, layout->body, layout->state);
}

static const struct node *
node_here(const struct unit_tree *tree)
{
	size_t row = list_row(&tree->list);

	return row < tree->count && tree->nodes[row].unit ? &tree->nodes[row] : NULL;
}

static void
frame(const struct view *view, struct frame *frame)
{
	const struct unit_tree *tree = tree_of(view);
	const struct node *node = node_here(tree);

	units_look_frame(view, tree->list.total, frame);
	if (node)
		str_add_format(&frame->detail, "%s · %s", node->full_name, node->life);
	if (tree->cut)
		str_add_text(&frame->note,
			say(SAY("Chỉ những đơn vị đầu; gõ để lọc trong cả sổ.",
				"Only the first units; typing filters the whole book.")));
}

static void
draw(const struct view *view, struct draw *draw)
{
	list_draw(&tree_of(view)->list, draw, true);
}

/* ---- acting ---- */

static struct listed
listed_here(const struct unit_tree *tree)
{
	return (struct listed){ ENTITY_UNIT, list_id(&tree->list), NULL };
}

static enum outcome
fold(struct unit_tree *tree, int64_t unit, bool open, struct err *err)
{
	set_open(tree, unit, open);
	read_tree(tree, unit, err);
	return VIEW_DONE;
}

/* → opens a branch and goes into it; ← closes it, or goes to the parent. */
static enum outcome
walk(struct unit_tree *tree, enum action_id action, struct err *err)
{
	const struct node *node = node_here(tree);
	size_t row = list_row(&tree->list);

	if (!node)
		return VIEW_PASS;
	if (action == ACTION_RIGHT && node->branches && !node->open)
		return fold(tree, node->unit, true, err);
	if (action == ACTION_RIGHT && node->open)
		return list_act(&tree->list, ACTION_DOWN, err);
	if (action == ACTION_LEFT && node->open)
		return fold(tree, node->unit, false, err);
	for (size_t i = row; action == ACTION_LEFT && node->depth > 0 && i-- > 0;)
		if (tree->nodes[i].unit && tree->nodes[i].depth < node->depth) {
			list_focus(&tree->list, i);
			return VIEW_DONE;
		}
	return VIEW_PASS;
}

/* After a key: the filter is a question to the book. */
static void
follow_filter(struct unit_tree *tree, const char *before, struct err *err)
{
	if (!text_equal(before, typed_in(tree)))
		read_tree(tree, 0, err);
}

static enum outcome
act(struct view *view, enum action_id action, struct err *err)
{
	struct unit_tree *tree = tree_of(view);
	struct listed here = listed_here(tree);

	if (action == ACTION_CHOOSE) {
		units_look_choose(view, err);
		return VIEW_DONE;
	}
	if (!tree->list.in_filter && (action == ACTION_LEFT || action == ACTION_RIGHT))
		return walk(tree, action, err);
	char *before = mem_copy_text(typed_in(tree));
	enum outcome outcome = list_act(&tree->list, action, err);
	follow_filter(tree, before, err);
	free(before);
	return outcome == VIEW_PASS ? listed_act(view->ui, &here, action, err) : outcome;
}

static enum outcome
text(struct view *view, const char *utf8, size_t length, bool pasted, struct err *err)
{
	struct unit_tree *tree = tree_of(view);
	char *before = mem_copy_text(typed_in(tree));
	enum outcome outcome = list_text(&tree->list, utf8, length, pasted, err);

	follow_filter(tree, before, err);
	free(before);
	return outcome;
}

static bool
allows(const struct view *view, enum action_id action)
{
	const struct unit_tree *tree = tree_of(view);
	const struct node *node = node_here(tree);
	struct listed here = listed_here(tree);

	if (action == ACTION_CHOOSE)
		return true;
	if (!tree->list.in_filter && action == ACTION_RIGHT)
		return node && node->branches;
	if (!tree->list.in_filter && action == ACTION_LEFT)
		return node && (node->open || node->depth > 0);
	return listed_allows(session_of(view), &tree->list, &here, action);
}

static bool
report(struct view *view, struct report *out, struct err *err)
{
	if (!view_begin_report(
		    view, out, say(SAY("Danh sách đơn vị theo cấp trên", "Units under their parents")), true, err))
		return false;
	view_report_list(out, &tree_of(view)->list);
	return true;
}

const struct view_ops unit_tree_ops = {
	.name = "unit_tree",
	.size = sizeof(struct unit_tree),
	.context = context,
	.open = begin,
	.load = load,
	.arrange = arrange,
	.frame = frame,
	.draw = draw,
	.act = act,
	.text = text,
	.allows = allows,
	.label = units_look_label,
	.answer = units_look_answer,
	.report = report,
	.close = done,
};

/* F4 1: the document that is cited for what is typed from here on; with a block, for the figures that stand in it too. */
#include "base/mem.h"
#include "cluster_figures.h"
#include "ui/choices.h"
#include "ui/dialog.h"
#include "ui/view/record_form.h"
#include <stdlib.h>

#define FOUND_MOST 40
enum answer { FROM_HERE, THE_BLOCK };

static bool
fill_sources(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	struct figures_page *page = of;
	if (!figures_fill_found(page, ENTITY_DOCUMENT, FOUND_MOST, query, out, all, err))
		return false;
	if (!*query && page_session(&page->page)->source) {
		choice_items_add(out, 0, say(SAY("(không ghi kèm nguồn nào)", "(no source)")), NULL);
		++*all;
	}
	return true;
}

bool
figures_open_sources(struct figures_page *page, struct err *err)
{
	struct choices_setup setup = {
		.title = say(SAY("Nguồn ghi kèm cho mọi số gõ từ đây", "Source for all that is typed from here")),
		.row = -1,
		.width = 70,
		.add = say(SAY("Thêm văn bản mới tên", "Add a new document titled")),
		.fill = fill_sources,
		.of = page
	};
	return choices_open(page_ui(&page->page), &setup, TAG_SOURCE, err);
}

/* ---- the figures of a block ---- */

struct figures {
	int64_t *ids;
	size_t count, capacity;
};

static void
figures_in_block(const struct figures_page *page, struct figures *out)
{
	struct grid_block block = grid_block(&page->grid);
	for (int row = block.row; row < block.row + block.rows; row++)
		for (int column = block.column; column < block.column + block.columns; column++) {
			struct figure_spot spot = figures_spot(page, row, column);
			const struct figure_cell *cell = figures_cell(page, spot);
			if (!cell || !cell->figure || figures_shown_at(page, spot) == FIGURES_PERCENT)
				continue;
			ARRAY_RESERVE(out->ids, out->count, out->capacity);
			out->ids[out->count++] = cell->figure;
		}
}

static bool
ask_for_block(struct figures_page *page, size_t count, struct err *err)
{
	struct str number = { 0 };
	str_add_integer(&number, (int64_t)count);
	char *text = say_format(SAY("Khối đang chọn có {1} số liệu đã ghi. Dẫn nguồn này cho cả những số ấy?",
					"The block has {1} figures already. Cite this source for them too?"),
		str_text(&number), NULL);
	struct dialog_setup setup = { .title = str_text(&page->source),
		.text = text,
		.answers = { say(SAY("Chỉ số gõ từ đây", "Only what is typed from here")),
			say(SAY("Cả số trong khối", "Those in the block too")) },
		.safe = FROM_HERE,
		.preset = FROM_HERE };
	bool done = dialog_open(page_ui(&page->page), &setup, TAG_CITE_BLOCK, err);
	free(text);
	str_release(&number);
	return done;
}

static bool
cite_block(struct figures_page *page, struct err *err)
{
	struct session *session = page_session(&page->page);
	struct figures figures = { 0 };
	struct str count = { 0 };
	figures_in_block(page, &figures);
	bool done = figures_cite(session->store, figures.ids, figures.count, session->source, err);
	if (done) {
		page->grid.in_block = false;
		str_add_integer(&count, (int64_t)figures.count);
		session_saved(session,
			SAY("Đã dẫn nguồn cho {1} số liệu; Ctrl+Z lấy lại.",
				"Source cited for {1} figures; Ctrl+Z takes it back."),
			str_text(&count), NULL);
	}
	free(figures.ids);
	str_release(&count);
	return done;
}

/* ---- what was chosen ---- */

static bool
take_source(struct figures_page *page, int64_t document, struct err *err)
{
	struct figures figures = { 0 };
	page_session(&page->page)->source = document;
	if (!page->page.ops->load(&page->page, err))
		return false;
	if (page->grid.in_block && document)
		figures_in_block(page, &figures);
	bool done = !figures.count || ask_for_block(page, figures.count, err);
	free(figures.ids);
	return done;
}

/* What was typed begins the form of the new document. */
static bool
add_source(struct figures_page *page, const char *typed, struct err *err)
{
	struct record_form_place place = { .entity = ENTITY_DOCUMENT, .typed = typed };
	return ui_open_tagged(page_ui(&page->page), &record_form_ops, &place, TAG_NEW_SOURCE, err);
}

bool
figures_source_answered(struct figures_page *page, const struct view *closed, struct err *err)
{
	switch (closed->tag) {
	case TAG_SOURCE:
		if (!choices_is(closed))
			return false;
		if (choices_end(closed) == CHOICES_ADD)
			add_source(page, choices_query(closed), err);
		else if (choices_taken(closed))
			take_source(page, choices_taken(closed)->id, err);
		return true;
	case TAG_NEW_SOURCE:
		if (record_form_is(closed) && record_form_saved(closed))
			take_source(page, record_form_saved(closed), err);
		return true;
	case TAG_CITE_BLOCK:
		if (dialog_is(closed) && dialog_answer(closed) == THE_BLOCK)
			cite_block(page, err);
		return true;
	default:
		return false;
	}
}

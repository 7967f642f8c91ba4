/* The menu's *: how a person likes to type and point. */
#include "base/mem.h"
#include "ui/choices.h"
#include "ui/session_settings.h"
#include "ui/typing.h"
#include "ui/view/views.h"

enum setting { TYPE_PLAIN = 1, TYPE_TELEX, TYPE_VNI, TONES_OLD, TONES_NEW, MOUSE_OFF, MOUSE_ON };

static const struct {
	enum setting setting;
	struct words label, said; /* said: where choosing says nothing itself */
} rows[] = {
	{ TYPE_PLAIN, WORDS("Bộ gõ có sẵn: tắt", "Built-in input method: off"), { NULL, NULL } },
	{ TYPE_TELEX, WORDS("Bộ gõ có sẵn: Telex", "Built-in input method: Telex"), { NULL, NULL } },
	{ TYPE_VNI, WORDS("Bộ gõ có sẵn: VNI", "Built-in input method: VNI"), { NULL, NULL } },
	{ TONES_OLD, WORDS("Bộ gõ đặt dấu: hòa, thúy", "Its tones: hòa, thúy"),
		WORDS("Bộ gõ có sẵn đặt dấu như hòa, thúy.", "The built-in input method writes hòa, thúy.") },
	{ TONES_NEW, WORDS("Bộ gõ đặt dấu: hoà, thuý", "Its tones: hoà, thuý"),
		WORDS("Bộ gõ có sẵn đặt dấu như hoà, thuý.", "The built-in input method writes hoà, thuý.") },
	{ MOUSE_OFF, WORDS("Chuột: không dùng", "Mouse: not used"),
		WORDS("Không dùng chuột nữa; bôi đen để chép như thường.",
			"The mouse is not used any more; it selects text as usual.") },
	{ MOUSE_ON, WORDS("Chuột: bấm được", "Mouse: clicks"),
		WORDS("Chuột: bấm để tới, bấm lần nữa để mở. Muốn bôi đen để chép thì giữ Shift.",
			"Mouse: a click goes there, another opens. Hold Shift to select text for copying.") },
};

static bool
is_chosen(const struct session *session, enum setting setting)
{
	switch (setting) {
	case TYPE_PLAIN:
		return ui_method(session->ui) == METHOD_OFF;
	case TYPE_TELEX:
		return ui_method(session->ui) == METHOD_TELEX;
	case TYPE_VNI:
		return ui_method(session->ui) == METHOD_VNI;
	case TONES_OLD:
		return !session->typing->new_style;
	case TONES_NEW:
		return session->typing->new_style;
	case MOUSE_OFF:
		return !ui_mouse(session->ui);
	case MOUSE_ON:
		return ui_mouse(session->ui);
	}
	return false;
}

static void
choose(struct session *session, enum setting setting)
{
	switch (setting) {
	case TYPE_PLAIN:
	case TYPE_TELEX:
	case TYPE_VNI:
		ui_choose_method(session->ui,
			setting == TYPE_PLAIN         ? METHOD_OFF
				: setting == TYPE_VNI ? METHOD_VNI
						      : METHOD_TELEX);
		break;
	case TONES_OLD:
	case TONES_NEW:
		typing_choose_style(session->typing, setting == TONES_NEW);
		break;
	case MOUSE_OFF:
	case MOUSE_ON:
		ui_set_mouse(session->ui, setting == MOUSE_ON);
		break;
	}
}

static bool
fill(void *of, const char *query, struct choice_items *out, size_t *all, struct err *err)
{
	(void)query;
	(void)err;
	for (size_t n = 0; n < ARRAY_COUNT(rows); n++)
		choice_items_add(out, rows[n].setting, say(rows[n].label), NULL)->marked =
			is_chosen(of, rows[n].setting);
	*all = ARRAY_COUNT(rows);
	return true;
}

/* ---- the box: nothing to see but its choices ---- */

static void
answer(struct view *view, const struct view *closed)
{
	const struct choice_item *taken = choices_is(closed) ? choices_taken(closed) : NULL;
	ui_close(view);
	for (size_t n = 0; taken && n < ARRAY_COUNT(rows); n++)
		if (rows[n].setting == (enum setting)taken->id) {
			choose(session_of(view), rows[n].setting);
			if (rows[n].said.vi)
				ui_say(view->ui, rows[n].said, NULL);
		}
}

static enum context
context(const struct view *view)
{
	(void)view;
	return IN_DIALOG;
}

static const struct view_ops settings_ops = {
	.name = "settings",
	.size = sizeof(struct view),
	.box = true,
	.context = context,
	.answer = answer,
};

bool
settings_open(struct ui *ui, struct err *err)
{
	struct choices_setup setup = { .title = say(SAY("Tùy chọn của tôi", "My options")),
		.row = -1,
		.width = 40,
		.runs = true,
		.fill = fill,
		.of = ui_self(ui) };
	if (!ui_open(ui, &settings_ops, NULL, err))
		return false;
	if (choices_open(ui, &setup, 0, err))
		return true;
	ui_close(ui_top(ui));
	return false;
}

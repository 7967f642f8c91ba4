/* What the loop, the stack and the frame share. */
#ifndef UI_STATE_H
#define UI_STATE_H
#include "ui/click.h"
#include "ui/term/screen.h"
#include "ui/ui.h"

#define POSTED_LIMIT 8
struct ui {
	struct ui_hooks hooks;
	struct host host;
	struct screen *screen; /* NULL in tests */
	struct key_decoder keys;
	struct view *top;
	struct view *gone; /* taken off the stack, to be freed once no call is in them */
	struct layout layout;
	char *account;
	enum input_method method;
	struct str message, standing; /* row 23 */
	bool fault;                   /* the message is one */
	bool in_tabs;                 /* the tab bar has the keys */
	int tab;                      /* chosen there */
	enum action_id posted[POSTED_LIMIT];
	int posted_count;
	bool ended, hung_up;
	int64_t ticked;       /* when the last tick was */
	int64_t shown_at;     /* when the screen was drawn last */
	struct frame frame;   /* of the view being drawn */
	bool mouse;           /* the person has turned it on */
	struct clicks clicks; /* of the frame that is shown */
};

/* stack.c */
enum context ui_context(const struct ui *ui);
/* What the panes over a view leave of the screen. */
struct layout ui_layout_under(const struct ui *ui, const struct view *view);
/* Takes closed views off, gives answers, reads what is stale, arranges. */
void ui_settle(struct ui *ui);
void ui_close_all(struct ui *ui);

/* frame.c */
bool ui_too_small(const struct ui *ui);
/* Row 23 says more than it holds, and there is no row 22 that may give way. */
bool ui_says_more(struct ui *ui);
/* Asks the view for its frame, into ui->frame. */
const struct frame *ui_ask_frame(struct ui *ui, const struct view *view);
void frame_clear(struct frame *frame);
void frame_release(struct frame *frame);
void ui_draw(struct ui *ui, struct draw *draw);

/* act.c */
void ui_event(struct ui *ui, const struct key_event *event);
void ui_run_action(struct ui *ui, enum action_id action);
void ui_go_tab(struct ui *ui, int tab);

/* click.c: what the mouse does in the frame that is shown; nothing while it is off. */
void ui_click(struct ui *ui, int row, int column);
void ui_wheel(struct ui *ui, bool up);
#endif

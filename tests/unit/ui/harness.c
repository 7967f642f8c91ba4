#include "harness.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

static int64_t now;

void
harness_init(struct ui *ui, int rows, int columns)
{
	*ui = (struct ui){ .layout = layout_of(rows, columns), .account = mem_copy_text("hoa") };
}

void
harness_release(struct ui *ui)
{
	ui_close_all(ui);
	key_decoder_release(&ui->keys);
	str_release(&ui->message);
	str_release(&ui->standing);
	frame_release(&ui->frame);
	free(ui->account);
}

static void
take(struct ui *ui)
{
	struct key_event event;
	while (key_next(&ui->keys, now, context_is_typing(ui_context(ui)), &event)) {
		ui_event(ui, &event);
		ui_settle(ui);
	}
}

void
harness_send(struct ui *ui, const char *bytes)
{
	now += 5000;
	key_feed(&ui->keys, bytes, strlen(bytes), now);
	take(ui);
	now += 5000;
	take(ui);
}

void
harness_draw(struct ui *ui, struct canvas *canvas)
{
	ui_settle(ui);
	canvas_init(canvas, ui->layout.rows, ui->layout.columns);
	ui_draw(ui, &canvas->draw);
}

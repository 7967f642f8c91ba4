/* What a person may type into the cell of a figure, for metrics of each kind: understood or refused with a sentence; what is
 * understood is told and written into a figure that its own check takes. */
#include "model/entry.h"
#include "model/field.h"
#include "model/fields.h"
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct metric_facts metrics[] = {
	{ .name = "Đoàn viên mới", .measure = "đoàn viên", .kind = METRIC_KIND_FLOW, .slash = METRIC_SLASH_PLAN },
	{ .name = "Mái ấm", .measure = "đồng", .kind = METRIC_KIND_FLOW, .money = true, .money_scale = 6 },
	{ .name = "Tỷ lệ", .measure = "%", .kind = METRIC_KIND_RATIO, .percent = true, .decimals = 2 },
	{ .name = "Bình quân", .measure = "điểm", .kind = METRIC_KIND_MEAN, .decimals = 4 },
};

static void
check_understood(const struct entry *entry, const struct metric_facts *metric)
{
	struct str told = { 0 };
	struct record figure = record_new(ENTITY_FIGURE);
	struct err err = { 0 };
	if (llabs(entry->quantity.amount) > QUANTITY_LIMIT || llabs(entry->whole.amount) > QUANTITY_LIMIT)
		abort();
	if (entry->ask_decimal)
		entry_question(entry, metric, &told);
	entry_echo(entry, metric, &told);
	if (!entry->remove) {
		if (!told.length)
			abort();
		entry_apply(entry, metric, &figure);
		record_set_integer(&figure, FIGURE_SUBJECT, 1);
		record_set_integer(&figure, FIGURE_METRIC, 1);
		record_set_integer(&figure, FIGURE_PERIOD, 202401012);
		if (!record_check(&figure, &err) && !err.text)
			abort();
	}
	record_release(&figure);
	str_release(&told);
	err_release(&err);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *typed = malloc(size + 1);
	if (!typed)
		return 0;
	if (size)
		memcpy(typed, data, size);
	typed[size] = '\0';
	for (size_t i = 0; i < sizeof metrics / sizeof *metrics; i++) {
		struct entry entry;
		struct err err = { 0 };
		if (entry_read(&entry, typed, &metrics[i], &err))
			check_understood(&entry, &metrics[i]);
		else if (!err.text)
			abort();
		entry_release(&entry);
		err_release(&err);
	}
	free(typed);
	return 0;
}

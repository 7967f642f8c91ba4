#include "app/figures.h"
#include "app/past.h"
#include "model/fields.h"

bool
figure_of_change(struct figure_key *out, struct store *store, int64_t change, struct err *err)
{
	struct record_change *changes;
	size_t count;
	bool found = false;

	if (!history_of_change(&changes, &count, store, change, err))
		return false;
	for (size_t i = 0; i < count && !found; i++) {
		if (changes[i].entity != ENTITY_FIGURE)
			continue;
		struct record figure = past_record_of(store, &changes[i], changes[i].op != HISTORY_DELETE);
		*out = (struct figure_key){ .subject = record_integer(&figure, FIGURE_SUBJECT, 0),
			.metric = record_integer(&figure, FIGURE_METRIC, 0),
			.when = record_integer(&figure, FIGURE_PERIOD, 0),
			.kind = (enum choice_number)record_integer(&figure, FIGURE_KIND, FIGURE_KIND_RESULT) };
		record_release(&figure);
		found = true;
	}
	record_changes_release(changes, count);
	return found;
}

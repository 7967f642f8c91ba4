/* The clusters of those before, and those that come after in them. */
#include "app/label.h"
#include "app/questions_edit.h"
#include "app/reorganise_ends.h"
#include "base/mem.h"
#include "model/fields.h"
#include "text/date.h"
#include <stdlib.h>

/* ---- what those before are members of ---- */

struct clusters {
	struct reorganised_cluster *items;
	size_t count, capacity;
};

static void
count_cluster(struct clusters *clusters, int64_t cluster)
{
	for (size_t i = 0; i < clusters->count; i++)
		if (clusters->items[i].cluster == cluster) {
			clusters->items[i].members++;
			return;
		}
	ARRAY_RESERVE(clusters->items, clusters->count, clusters->capacity);
	clusters->items[clusters->count++] = (struct reorganised_cluster){ cluster, 1 };
}

static bool
read_clusters(struct clusters *clusters, struct store *store, int64_t unit, const char *day, struct err *err)
{
	struct value args[] = { ARG_INTEGER(unit), ARG_TEXT(day), ARG_TEXT(day) };
	struct rows *rows;

	if (!rows_open(&rows, store, EDIT_ASK(CLUSTERS_OF_UNIT), args, 3, err))
		return false;
	while (rows_next(rows, err))
		count_cluster(clusters, rows_integer(rows, 0));
	rows_close(rows);
	return err->kind == ERR_NONE;
}

bool
reorganised_clusters(struct reorganised_cluster **out, size_t *count, struct store *store, const int64_t *before,
	size_t before_count, const char *day, struct err *err)
{
	struct clusters clusters = { 0 };
	char last_day[11];
	bool good = true;

	date_day_before(day, last_day);
	for (size_t i = 0; good && i < before_count; i++)
		good = !before[i] || read_clusters(&clusters, store, before[i], last_day, err);
	if (!good) {
		free(clusters.items);
		clusters = (struct clusters){ 0 };
	}
	*out = clusters.items;
	*count = clusters.count;
	return good;
}

/* ---- those that come after ---- */

static bool
has_new(const struct reorganisation *plan)
{
	for (size_t i = 0; i < plan->after_count; i++)
		if (!plan->after[i].unit)
			return true;
	return false;
}

/* The clusters that the new units come into. */
bool
clusters_tell(
	struct str *out, struct store *store, const struct reorganisation *plan, const char *first, struct err *err)
{
	struct str names = { 0 };
	bool good = true;

	if (!has_new(plan))
		return true;
	for (size_t i = 0; good && i < plan->cluster_count; i++) {
		str_add_text(&names, i ? "; " : "");
		good = label_add(&names, store, ENTITY_CLUSTER, plan->clusters[i], LABEL_SHORT, NULL, err);
	}
	char *told = plan->cluster_count
		? say_format(SAY("Vào cụm từ {1}: {2}.", "Into the clusters from {1}: {2}."), first, str_text(&names),
			  NULL)
		: mem_copy_text(say(SAY("Đơn vị mới chưa vào cụm nào.", "The new unit comes into no cluster yet.")));
	str_add_byte(out, '\n');
	str_add_text(out, told);
	free(told);
	str_release(&names);
	return good;
}

bool
clusters_join(struct change *change, const struct reorganisation *plan, const int64_t *after, struct err *err)
{
	bool good = true;

	for (size_t i = 0; good && i < plan->after_count; i++) {
		for (size_t k = 0; good && !plan->after[i].unit && k < plan->cluster_count; k++) {
			struct record membership = record_new(ENTITY_MEMBERSHIP);
			record_set_integer(&membership, MEMBERSHIP_CLUSTER, plan->clusters[k]);
			record_set_integer(&membership, MEMBERSHIP_UNIT, after[i]);
			record_set_text(&membership, MEMBERSHIP_FROM, plan->day);
			good = edit_put(change, &membership, NULL, err);
			record_release(&membership);
		}
	}
	return good;
}

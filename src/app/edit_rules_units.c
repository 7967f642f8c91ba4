/* Names, successions and clusters against the others. */
#include "app/edit_rules.h"
#include "app/naming.h"
#include "base/mem.h"
#include "model/roles.h"
#include "text/fold.h"
#include <stdlib.h>
#include <string.h>

struct phases {
	struct phase_facts *items;
	size_t count, capacity;
};

static void
add_phase(struct phases *phases, struct kept *kept, const struct rows *rows)
{
	ARRAY_RESERVE(phases->items, phases->count, phases->capacity);
	struct phase_facts *phase = &phases->items[phases->count++];
	*phase = (struct phase_facts){ .id = rows_integer(rows, 0),
		.subject = rows_integer(rows, 1),
		.parent = rows_integer(rows, 2),
		.name = kept_copy(kept, rows_text(rows, 3)) };
	memcpy(phase->days.first, rows_text(rows, 4), 11);
	memcpy(phase->days.last, rows_text(rows, 5), 11);
}

/* The phases of the subject itself and of everything above it, under its parents of all times. */
static bool
load_phases(struct phases *phases, struct kept *kept, struct edit *edit, struct err *err)
{
	struct value args[] = { ARG_INTEGER(record_integer(edit->record, PHASE_SUBJECT, 0)),
		ARG_INTEGER(record_integer(edit->record, PHASE_PARENT, 0)) };
	struct rows *rows;

	if (!rows_open(&rows, edit->store, EDIT_ASK(PHASES_ABOVE), args, 2, err))
		return false;
	while (rows_next(rows, err))
		add_phase(phases, kept, rows);
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
check_phase_of_cluster(struct edit *edit, bool *cluster, struct err *err)
{
	enum entity_id kind;

	if (!subject_kind(&kind, edit->store, record_integer(edit->record, PHASE_SUBJECT, 0), err))
		return false;
	*cluster = kind == ENTITY_CLUSTER;
	if (!*cluster || !record_has(edit->record, PHASE_PARENT))
		return true;
	return err_set_field(err, PHASE_PARENT,
		SAY("Tên của cụm không có cấp trên; cấp tổ chức ghi ở chính cụm.",
			"The name of a cluster has no parent; its owner is written in the cluster itself."),
		NULL);
}

static bool warn_of_likeness(struct edit *edit, int64_t cluster, const char *name, struct err *err);

bool
rules_of_phase(struct edit *edit, struct err *err)
{
	struct phases phases = { 0 };
	struct kept kept = { 0 };
	bool cluster;

	if (!check_phase_of_cluster(edit, &cluster, err))
		return false;
	record_derive(edit->record);
	struct phase_facts facts = phase_facts_of(edit->record);
	bool good = load_phases(&phases, &kept, edit, err) && phase_check(&facts, phases.items, phases.count, err);
	free(phases.items);
	kept_release(&kept);
	if (good && cluster)
		good = warn_of_likeness(edit, facts.subject, record_text(edit->record, PHASE_NAME), err);
	return good;
}

/* ---- successions --------------------------------------------------------------------------------------------------- */

struct edges {
	struct succession_facts *items;
	size_t count, capacity;
};

/* The edges that begin at the successor or anywhere after it: where a cycle would close. */
static bool
load_edges(struct edges *edges, struct kept *kept, struct edit *edit, struct err *err)
{
	struct rows *rows;

	if (!rows_open(&rows, edit->store, EDIT_ASK(EDGES_AFTER),
		    &ARG_INTEGER(record_integer(edit->record, SUCCESSION_SUCCESSOR, 0)), 1, err))
		return false;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(edges->items, edges->count, edges->capacity);
		edges->items[edges->count++] = (struct succession_facts){ .id = rows_integer(rows, 0),
			.predecessor = rows_integer(rows, 1),
			.successor = rows_integer(rows, 2),
			.kind = (enum choice_number)rows_integer(rows, 3),
			.date = kept_copy(kept, rows_text(rows, 4)) };
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* The date as written when the subject began (column 0) or ended (1); "" when not known. */
static bool
life_date(const char **out, struct kept *kept, struct edit *edit, int64_t subject, int column, struct err *err)
{
	enum entity_id kind;
	struct rows *rows;

	*out = "";
	if (!subject)
		return true;
	if (!subject_kind(&kind, edit->store, subject, err))
		return false;
	if (!rows_open(&rows, edit->store, kind == ENTITY_CLUSTER ? EDIT_ASK(CLUSTER_LIFE) : EDIT_ASK(UNIT_LIFE),
		    &ARG_INTEGER(subject), 1, err))
		return false;
	if (rows_next(rows, err))
		*out = kept_copy(kept, rows_text(rows, column));
	rows_close(rows);
	return err->kind == ERR_NONE;
}

/* Units follow units, clusters clusters. */
static bool
check_same_kind(struct edit *edit, struct err *err)
{
	enum entity_id before, after;

	if (!record_has(edit->record, SUCCESSION_SUCCESSOR))
		return true;
	if (!subject_kind(&before, edit->store, record_integer(edit->record, SUCCESSION_PREDECESSOR, 0), err) ||
		!subject_kind(&after, edit->store, record_integer(edit->record, SUCCESSION_SUCCESSOR, 0), err))
		return false;
	return before == after ||
		err_set_field(err, SUCCESSION_SUCCESSOR,
			SAY("Đơn vị kế thừa đơn vị, cụm kế thừa cụm; hãy chọn lại.",
				"A unit succeeds a unit, a cluster a cluster; please choose again."),
			NULL);
}

bool
rules_of_succession(struct edit *edit, struct err *err)
{
	const struct record *r = edit->record;
	struct edges edges = { 0 };
	struct kept kept = { 0 };
	struct succession_facts facts = { .id = r->id,
		.predecessor = record_integer(r, SUCCESSION_PREDECESSOR, 0),
		.successor = record_integer(r, SUCCESSION_SUCCESSOR, 0),
		.kind = (enum choice_number)record_integer(r, SUCCESSION_KIND, 0),
		.date = record_text(r, SUCCESSION_DATE) };
	bool good = check_same_kind(edit, err) && load_edges(&edges, &kept, edit, err) &&
		life_date(&facts.predecessor_to, &kept, edit, facts.predecessor, 1, err) &&
		life_date(&facts.successor_from, &kept, edit, facts.successor, 0, err) &&
		succession_check(&facts, edges.items, edges.count, err);

	free(edges.items);
	kept_release(&kept);
	return good;
}

/* ---- clusters that look alike --------------------------------------------------------------------------------------- */

struct clusters {
	struct cluster_facts *items;
	size_t count, capacity;
};

static bool
fill_cluster_name(
	struct cluster_facts *cluster, struct kept *kept, struct edit *edit, const char *name, struct err *err)
{
	struct str bare = { 0 };

	cluster->name =
		name && *name ? kept_copy(kept, name) : kept_name(kept, edit->store, ENTITY_CLUSTER, cluster->id, err);
	if (!cluster->name)
		return false;
	text_bare(&bare, cluster->name);
	cluster->name_bare = kept_copy(kept, str_text(&bare));
	str_release(&bare);
	return true;
}

static bool
load_clusters(struct clusters *clusters, struct kept *kept, struct edit *edit, int64_t owner, struct err *err)
{
	struct rows *rows;
	bool good = true;

	if (!rows_open(&rows, edit->store, EDIT_ASK(CLUSTERS_OF_OWNER), &ARG_INTEGER(owner), 1, err))
		return false;
	while (good && rows_next(rows, err)) {
		ARRAY_RESERVE(clusters->items, clusters->count, clusters->capacity);
		struct cluster_facts *cluster = &clusters->items[clusters->count++];
		*cluster = (struct cluster_facts){ .id = rows_integer(rows, 0),
			.owner = owner,
			.number = (int)rows_integer(rows, 1),
			.days = days_of(rows_text(rows, 2), rows_text(rows, 3)) };
		struct str full = { 0 };
		good = label_add(&full, edit->store, ENTITY_CLUSTER, cluster->id, LABEL_FULL, NULL, err) &&
			fill_cluster_name(cluster, kept, edit, str_text(&full), err);
		str_release(&full);
	}
	rows_close(rows);
	return good && err->kind == ERR_NONE;
}

static bool
warn_alike(struct edit *edit, const struct record *cluster, const char *name, struct err *err)
{
	struct clusters clusters = { 0 };
	struct kept kept = { 0 };
	struct cluster_facts facts = { .id = cluster->id,
		.owner = record_integer(cluster, CLUSTER_OWNER, 0),
		.number = (int)record_integer(cluster, CLUSTER_NUMBER, 0),
		.days = days_of(record_text(cluster, CLUSTER_FROM), record_text(cluster, CLUSTER_TO)) };
	struct str full = { 0 };
	bool good = (name || !cluster->id ||
			    label_add(&full, edit->store, ENTITY_CLUSTER, cluster->id, LABEL_FULL, NULL, err)) &&
		fill_cluster_name(&facts, &kept, edit,
			name                  ? name
				: cluster->id ? str_text(&full)
					      : "…",
			err) &&
		load_clusters(&clusters, &kept, edit, facts.owner, err);
	char *sentence = good ? cluster_warning(&facts, clusters.items, clusters.count) : NULL;

	if (sentence)
		notices_add(edit->notices, sentence);
	str_release(&full);
	free(clusters.items);
	kept_release(&kept);
	return good;
}

static bool
warn_of_likeness(struct edit *edit, int64_t id, const char *name, struct err *err)
{
	struct record cluster = { 0 };

	if (!edit->notices)
		return true;
	bool good =
		record_read(&cluster, edit->store, ENTITY_CLUSTER, id, err) && warn_alike(edit, &cluster, name, err);
	record_release(&cluster);
	return good;
}

bool
rules_of_cluster(struct edit *edit, struct err *err)
{
	return rules_of_life(edit, CLUSTER_FROM, CLUSTER_TO, err) &&
		(!edit->notices || warn_alike(edit, edit->record, NULL, err));
}

/* What is measured: metrics, the classes they may count, and which of them a cluster collects. */
#include "model/entities.h"

FIELD_TABLE(CLASS_SET)
FIELD_TABLE(CLASS)
FIELD_TABLE(METRIC)
FIELD_TABLE(CLUSTER_METRIC)

/* A field that goes with one kind of metric only; needed says that this kind cannot do without it. */
static bool
check_of_kind(const struct record *metric, int field, enum choice_number kind, bool needed, struct err *err)
{
	bool of_kind = record_integer(metric, METRIC_KIND, -1) == (int64_t)kind, known = record_has(metric, field);
	const char *label = say(metric->entity->fields[field].label);
	const char *name = say(choice_numbered(metric->entity->fields[METRIC_KIND].choices, kind)->label);

	if (known && !of_kind)
		return err_set_field(err, field,
			SAY("Chỉ chỉ tiêu “{2}” có “{1}”; hãy để trống mục này.",
				"Only a metric of the kind “{2}” has “{1}”; please leave it empty."),
			label, name, NULL);
	if (!known && of_kind && needed)
		return err_set_field(err, field,
			SAY("Chỉ tiêu “{2}” phải có “{1}”; hãy điền mục này.",
				"A metric of the kind “{2}” needs “{1}”; please fill it in."),
			label, name, NULL);
	return true;
}

static bool
check_metric(const struct record *metric, struct err *err)
{
	return check_of_kind(metric, METRIC_CLASS, METRIC_KIND_CLASS, true, err) &&
		check_of_kind(metric, METRIC_CLASS_OF, METRIC_KIND_CLASS, true, err) &&
		check_of_kind(metric, METRIC_NUMERATOR, METRIC_KIND_RATIO, false, err) &&
		check_of_kind(metric, METRIC_DENOMINATOR, METRIC_KIND_RATIO, false, err) &&
		check_of_kind(metric, METRIC_WEIGHT, METRIC_KIND_MEAN, false, err) &&
		check_pair(metric, METRIC_NUMERATOR, METRIC_DENOMINATOR, err) &&
		check_pair(metric, METRIC_PART_OF, METRIC_PART_RULE, err) &&
		check_not_itself(metric, METRIC_NUMERATOR, err) && check_not_itself(metric, METRIC_DENOMINATOR, err) &&
		check_not_itself(metric, METRIC_WEIGHT, err) && check_not_itself(metric, METRIC_PART_OF, err) &&
		check_years(metric, METRIC_FROM_YEAR, METRIC_TO_YEAR, err);
}

static bool
check_cluster_metric(const struct record *collected, struct err *err)
{
	return check_years(collected, CLUSTER_METRIC_FROM_YEAR, CLUSTER_METRIC_TO_YEAR, err);
}

const struct entity CLASS_SET_entity = { ENTITY_HEAD(CLASS_SET, "class_set"), .one = WORDS("bộ xếp loại", "class set"),
	.many = WORDS("bộ xếp loại", "class sets"), NO_OWNER, .uid_field = CLASS_SET_UID, .name_field = CLASS_SET_NAME,
	KEY(CLASS_SET_CODE) };
const struct entity CLASS_entity = { ENTITY_HEAD(CLASS, "class"), .one = WORDS("loại", "class"),
	.many = WORDS("loại", "classes"), PART_OF(CLASS_SET, CLASS_CLASS_SET, CLASS_POSITION), .uid_field = CLASS_UID,
	.name_field = CLASS_NAME, KEY(CLASS_CLASS_SET, CLASS_NAME) };
const struct entity METRIC_entity = { ENTITY_HEAD(METRIC, "metric"), .one = WORDS("chỉ tiêu", "metric"),
	.many = WORDS("chỉ tiêu", "metrics"), NO_OWNER, .uid_field = METRIC_UID, .name_field = METRIC_NAME,
	KEY(METRIC_CODE), .check = check_metric };
const struct entity CLUSTER_METRIC_entity = { ENTITY_HEAD(CLUSTER_METRIC, "cluster_metric"),
	.one = WORDS("chỉ tiêu của cụm", "metric of a cluster"),
	.many = WORDS("bộ chỉ tiêu của cụm", "metrics of clusters"), NO_OWNER, .uid_field = -1, .name_field = -1,
	KEY(CLUSTER_METRIC_CLUSTER, CLUSTER_METRIC_METRIC, CLUSTER_METRIC_FROM_YEAR), .check = check_cluster_metric };

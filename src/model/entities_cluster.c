/* Clusters through the years: who belongs to one and who leads it. */
#include "model/entities.h"

FIELD_TABLE(CLUSTER)
FIELD_TABLE(CLUSTER_YEAR)
FIELD_TABLE(MEMBERSHIP)
FIELD_TABLE(ROLE)
FIELD_TABLE(TERM)

static bool
check_cluster(const struct record *cluster, struct err *err)
{
	return check_interval(cluster, CLUSTER_FROM, CLUSTER_TO, err);
}

static bool
check_membership(const struct record *membership, struct err *err)
{
	return check_interval(membership, MEMBERSHIP_FROM, MEMBERSHIP_TO, err);
}

static bool
check_role(const struct record *role, struct err *err)
{
	return check_not_itself(role, ROLE_SUCCEEDS_TO, err);
}

static bool
check_term(const struct record *term, struct err *err)
{
	bool unknown = record_integer(term, TERM_YEAR_BASIS, 0) == TERM_YEAR_BASIS_UNKNOWN;

	if (!record_has(term, TERM_UNIT) && !record_has(term, TERM_PERSON))
		return err_set_field(err, TERM_UNIT,
			SAY("Chưa có ai giữ vai trò; hãy chọn đơn vị hoặc người.",
				"Nobody holds the role; please choose a unit or a person."),
			NULL);
	if (!unknown && !record_has(term, TERM_WORK_YEAR))
		return err_set_field(err, TERM_WORK_YEAR,
			SAY("Chưa có năm công tác; hãy điền năm, hoặc chọn căn cứ năm “không rõ”.",
				"The work year is missing; please fill it in, or choose the basis “not known”."),
			NULL);
	if (unknown && record_has(term, TERM_WORK_YEAR))
		return err_set_field(err, TERM_YEAR_BASIS,
			SAY("Đã có năm công tác thì căn cứ năm phải là “nêu rõ” hoặc “suy ra”.",
				"With a work year its basis must be “stated” or “inferred”."),
			NULL);
	return check_interval(term, TERM_FROM, TERM_TO, err);
}

const struct entity CLUSTER_entity = { ENTITY_HEAD(CLUSTER, "cluster"), .one = WORDS("cụm, khối", "cluster"),
	.many = WORDS("cụm, khối", "clusters"), NO_OWNER, .uid_field = CLUSTER_UID, .name_field = -1, NO_KEY,
	.subject = true, .check = check_cluster };
const struct entity CLUSTER_YEAR_entity = { ENTITY_HEAD(CLUSTER_YEAR, "cluster_year"),
	.one = WORDS("năm của cụm", "year of a cluster"), .many = WORDS("năm của cụm", "years of clusters"), NO_OWNER,
	.uid_field = -1, .name_field = -1, KEY(CLUSTER_YEAR_CLUSTER, CLUSTER_YEAR_WORK_YEAR) };
const struct entity MEMBERSHIP_entity = { ENTITY_HEAD(MEMBERSHIP, "membership"),
	.one = WORDS("thành viên", "membership"), .many = WORDS("thành viên", "memberships"), NO_OWNER,
	.uid_field = MEMBERSHIP_UID, .name_field = -1, KEY(MEMBERSHIP_CLUSTER, MEMBERSHIP_UNIT, MEMBERSHIP_FROM),
	.check = check_membership };
const struct entity ROLE_entity = { ENTITY_HEAD(ROLE, "role"), .one = WORDS("vai trò", "role"),
	.many = WORDS("vai trò", "roles"), NO_OWNER, .uid_field = ROLE_UID, .name_field = ROLE_LABEL, KEY(ROLE_CODE),
	.check = check_role };
const struct entity TERM_entity = { ENTITY_HEAD(TERM, "term"), .one = WORDS("nhiệm kỳ vai trò", "term"),
	.many = WORDS("nhiệm kỳ vai trò", "terms"), NO_OWNER, .uid_field = TERM_UID, .name_field = -1,
	KEY(TERM_CLUSTER, TERM_WORK_YEAR, TERM_ROLE, TERM_UNIT, TERM_PERSON, TERM_FROM), .check = check_term };

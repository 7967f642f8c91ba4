/* Units, the names they bear, what they came from and other spellings. */
#include "model/entities.h"
#include "text/fold.h"

FIELD_TABLE(UNIT)
FIELD_TABLE(PHASE)
FIELD_TABLE(SUCCESSION)
FIELD_TABLE(SUCCESSION_SHARE)
FIELD_TABLE(ALIAS)

static bool
check_unit(const struct record *unit, struct err *err)
{
	return check_interval(unit, UNIT_FROM, UNIT_TO, err);
}

static bool
check_phase(const struct record *phase, struct err *err)
{
	if (record_has(phase, PHASE_PARENT) &&
		record_integer(phase, PHASE_PARENT, 0) == record_integer(phase, PHASE_SUBJECT, 0))
		return err_set_field(err, PHASE_PARENT,
			SAY("Một đơn vị không thể là cấp trên của chính mình; hãy chọn đơn vị khác.",
				"A unit cannot be its own parent; please choose another."),
			NULL);
	return check_interval(phase, PHASE_FROM, PHASE_TO, err);
}

/* records.md: kết thúc has no successor, every other kind has one. */
static bool
check_succession(const struct record *succession, struct err *err)
{
	bool ends = record_integer(succession, SUCCESSION_KIND, 0) == SUCCESSION_KIND_END;

	if (ends && record_has(succession, SUCCESSION_SUCCESSOR))
		return err_set_field(err, SUCCESSION_SUCCESSOR,
			SAY("Kết thúc thì không có đơn vị sau; hãy để trống đơn vị sau hoặc chọn cách khác.",
				"What ended has no successor; please leave the successor empty or choose another "
				"kind."),
			NULL);
	if (!ends && !record_has(succession, SUCCESSION_SUCCESSOR))
		return err_set_field(err, SUCCESSION_SUCCESSOR,
			SAY("Chưa có đơn vị sau; hãy chọn đơn vị sau, hoặc chọn cách “kết thúc”.",
				"There is no successor; please choose one, or choose the kind “ended”."),
			NULL);
	if (record_integer(succession, SUCCESSION_SUCCESSOR, 0) ==
		record_integer(succession, SUCCESSION_PREDECESSOR, 0))
		return err_set_field(err, SUCCESSION_SUCCESSOR,
			SAY("Đơn vị sau phải khác đơn vị trước; chỉ đổi tên thì thêm một giai đoạn tên.",
				"The successor must differ from the predecessor; a mere renaming is a new phase."),
			NULL);
	return true;
}

static bool
check_share(const struct record *share, struct err *err)
{
	if (record_has(share, SUCCESSION_SHARE_VALUE) != record_has(share, SUCCESSION_SHARE_PERMILLE))
		return true;
	return err_set_field(err, SUCCESSION_SHARE_VALUE,
		SAY("Hãy ghi phần chuyển bằng số hoặc bằng phần nghìn, đúng một trong hai.",
			"Please give the share as a number or in permille, exactly one of the two."),
		NULL);
}

/* records.md: an alias is of a unit, cluster, person, metric or award. */
static bool
check_alias(const struct record *alias, struct err *err)
{
	struct str bare = { 0 };
	bool searchable;

	switch (record_integer(alias, ALIAS_ENTITY, ENTITY_NONE)) {
	case ENTITY_UNIT:
	case ENTITY_CLUSTER:
	case ENTITY_PERSON:
	case ENTITY_METRIC:
	case ENTITY_AWARD:
		break;
	default:
		return err_set_field(err, ALIAS_ENTITY,
			SAY("Chỉ đơn vị, cụm, người, chỉ tiêu và hình thức khen có tên khác; hãy chọn một trong các "
			    "loại ấy.",
				"Only units, clusters, persons, metrics and awards have aliases; please choose one of "
				"these kinds."),
			NULL);
	}
	text_bare(&bare, record_text(alias, ALIAS_TEXT));
	searchable = bare.length > 0;
	str_release(&bare);
	return searchable ||
		err_set_field(err, ALIAS_TEXT,
			SAY("Cách viết phải có ít nhất một chữ cái hoặc chữ số.",
				"A spelling needs at least one letter or digit."),
			NULL);
}

const struct entity UNIT_entity = { ENTITY_HEAD(UNIT, "unit"), .one = WORDS("đơn vị", "unit"),
	.many = WORDS("đơn vị", "units"), NO_OWNER, .uid_field = UNIT_UID, .name_field = -1, NO_KEY, .subject = true,
	.check = check_unit };
const struct entity PHASE_entity = { ENTITY_HEAD(PHASE, "phase"), .one = WORDS("giai đoạn", "phase"),
	.many = WORDS("giai đoạn", "phases"), PART_OF(UNIT, PHASE_SUBJECT, -1), .uid_field = -1, .name_field = -1,
	KEY(PHASE_SUBJECT, PHASE_FROM), .check = check_phase };
const struct entity SUCCESSION_entity = { ENTITY_HEAD(SUCCESSION, "succession"), .one = WORDS("kế thừa", "succession"),
	.many = WORDS("kế thừa", "successions"), NO_OWNER, .uid_field = SUCCESSION_UID, .name_field = -1,
	KEY(SUCCESSION_PREDECESSOR, SUCCESSION_SUCCESSOR, SUCCESSION_KIND, SUCCESSION_DATE),
	.check = check_succession };
const struct entity SUCCESSION_SHARE_entity = { ENTITY_HEAD(SUCCESSION_SHARE, "succession_share"),
	.one = WORDS("phần chuyển", "share of a succession"), .many = WORDS("phần chuyển", "shares of successions"),
	PART_OF(SUCCESSION, SUCCESSION_SHARE_SUCCESSION, -1), .uid_field = -1, .name_field = -1,
	KEY(SUCCESSION_SHARE_SUCCESSION, SUCCESSION_SHARE_METRIC), .check = check_share };
const struct entity ALIAS_entity = { ENTITY_HEAD(ALIAS, "alias"), .one = WORDS("tên khác", "alias"),
	.many = WORDS("tên khác", "aliases"), NO_OWNER, .uid_field = -1, .name_field = ALIAS_TEXT,
	KEY(ALIAS_ENTITY, ALIAS_RECORD, ALIAS_TEXT_BARE), .check = check_alias };

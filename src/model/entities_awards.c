/* What a year's work was judged and rewarded with. */
#include "model/entities.h"

FIELD_TABLE(AWARD)
FIELD_TABLE(NOMINATION)
FIELD_TABLE(NOMINATION_STEP)
FIELD_TABLE(APPRAISAL)

/* Named (a unit or a person) or counted, never both. */
static bool
check_nomination(const struct record *nomination, struct err *err)
{
	bool unit = record_has(nomination, NOMINATION_UNIT), person = record_has(nomination, NOMINATION_PERSON);
	bool counted = record_has(nomination, NOMINATION_COUNT);

	if (!record_has(nomination, NOMINATION_CLUSTER) && !record_has(nomination, NOMINATION_PROPOSER))
		return err_set_field(err, NOMINATION_CLUSTER,
			SAY("Đề nghị phải có cụm hoặc bên đề nghị; hãy điền ít nhất một trong hai.",
				"A nomination has a cluster or a proposer; please fill in at least one of them."),
			NULL);
	if (unit && person)
		return err_set_field(err, NOMINATION_PERSON,
			SAY("Một đề nghị là cho đơn vị hoặc cho cá nhân, không cho cả hai; hãy tách thành hai đề nghị.",
				"A nomination is for a unit or for a person, not for both; please make two of it."),
			NULL);
	if (counted && (unit || person))
		return err_set_field(err, NOMINATION_COUNT,
			SAY("Đã nêu tên thì không ghi số lượng; hãy để trống số lượng.",
				"What is named is not counted; please leave the count empty."),
			NULL);
	if (!counted && !unit && !person)
		return err_set_field(err, NOMINATION_UNIT,
			SAY("Chưa rõ đề nghị cho ai; hãy chọn đơn vị hoặc cá nhân, hoặc ghi số lượng nếu nguồn không "
			    "nêu tên.",
				"It is not said who is nominated; please choose a unit or a person, or give the count "
				"when the source "
				"names nobody."),
			NULL);
	return true;
}

const struct entity AWARD_entity = { ENTITY_HEAD(AWARD, "award"), .one = WORDS("hình thức khen", "award"),
	.many = WORDS("hình thức khen", "awards"), NO_OWNER, .uid_field = AWARD_UID, .name_field = AWARD_NAME,
	KEY(AWARD_CODE) };
const struct entity NOMINATION_entity = { ENTITY_HEAD(NOMINATION, "nomination"),
	.one = WORDS("đề nghị khen thưởng", "nomination"), .many = WORDS("đề nghị khen thưởng", "nominations"),
	NO_OWNER, .uid_field = NOMINATION_UID, .name_field = -1,
	KEY(NOMINATION_CLUSTER, NOMINATION_PROPOSER, NOMINATION_WORK_YEAR, NOMINATION_AWARD, NOMINATION_AUTHORITY,
		NOMINATION_UNIT, NOMINATION_PERSON),
	.check = check_nomination };
const struct entity NOMINATION_STEP_entity = { ENTITY_HEAD(NOMINATION_STEP, "nomination_step"),
	.one = WORDS("bước xét khen thưởng", "nomination step"),
	.many = WORDS("bước xét khen thưởng", "nomination steps"),
	PART_OF(NOMINATION, NOMINATION_STEP_NOMINATION, NOMINATION_STEP_POSITION), .uid_field = NOMINATION_STEP_UID,
	.name_field = -1, KEY(NOMINATION_STEP_NOMINATION, NOMINATION_STEP_POSITION) };
const struct entity APPRAISAL_entity = { ENTITY_HEAD(APPRAISAL, "appraisal"),
	.one = WORDS("kết quả bình xét", "appraisal"), .many = WORDS("kết quả bình xét", "appraisals"), NO_OWNER,
	.uid_field = APPRAISAL_UID, .name_field = -1, KEY(APPRAISAL_CLUSTER, APPRAISAL_WORK_YEAR, APPRAISAL_UNIT) };

/* The year's work of a cluster: its covenants and meetings, and their parts. */
#include "model/entities.h"

FIELD_TABLE(COVENANT)
FIELD_TABLE(COVENANT_ITEM)
FIELD_TABLE(COVENANT_PARTY)
FIELD_TABLE(MEETING)
FIELD_TABLE(PARTICIPANT)
FIELD_TABLE(MEETING_ITEM)

static bool
check_meeting(const struct record *meeting, struct err *err)
{
	if (!record_has(meeting, MEETING_CLUSTER) && !record_has(meeting, MEETING_ORGANISER))
		return err_set_field(err, MEETING_CLUSTER,
			SAY("Hội nghị phải có cụm hoặc bên tổ chức; hãy điền ít nhất một trong hai.",
				"A meeting has a cluster or an organiser; please fill in at least one of them."),
			NULL);
	return check_interval(meeting, MEETING_DATE, MEETING_TO, err);
}

static bool
check_participant(const struct record *participant, struct err *err)
{
	if (record_has(participant, PARTICIPANT_PERSON) || record_has(participant, PARTICIPANT_UNIT) ||
		record_has(participant, PARTICIPANT_TITLES))
		return true;
	return err_set_field(err, PARTICIPANT_PERSON,
		SAY("Chưa rõ ai dự; hãy chọn người, chọn đơn vị hoặc ghi chức danh như in.",
			"It is not said who took part; please choose a person or a unit, or write the titles as "
			"printed."),
		NULL);
}

const struct entity COVENANT_entity = { ENTITY_HEAD(COVENANT, "covenant"), .one = WORDS("giao ước", "covenant"),
	.many = WORDS("giao ước", "covenants"), NO_OWNER, .uid_field = COVENANT_UID, .name_field = -1,
	KEY(COVENANT_CLUSTER, COVENANT_PERIOD, COVENANT_ORDINAL) };
const struct entity COVENANT_ITEM_entity = { ENTITY_HEAD(COVENANT_ITEM, "covenant_item"),
	.one = WORDS("nội dung giao ước", "covenant item"), .many = WORDS("nội dung giao ước", "covenant items"),
	PART_OF(COVENANT, COVENANT_ITEM_COVENANT, COVENANT_ITEM_POSITION), .uid_field = COVENANT_ITEM_UID,
	.name_field = COVENANT_ITEM_TEXT, KEY(COVENANT_ITEM_COVENANT, COVENANT_ITEM_POSITION) };
const struct entity COVENANT_PARTY_entity = { ENTITY_HEAD(COVENANT_PARTY, "covenant_party"),
	.one = WORDS("bên ký giao ước", "covenant party"), .many = WORDS("bên ký giao ước", "covenant parties"),
	PART_OF(COVENANT, COVENANT_PARTY_COVENANT, COVENANT_PARTY_POSITION), .uid_field = -1, .name_field = -1,
	KEY(COVENANT_PARTY_COVENANT, COVENANT_PARTY_UNIT) };
const struct entity MEETING_entity = { ENTITY_HEAD(MEETING, "meeting"), .one = WORDS("hội nghị", "meeting"),
	.many = WORDS("hội nghị", "meetings"), NO_OWNER, .uid_field = MEETING_UID, .name_field = MEETING_TITLE, NO_KEY,
	.check = check_meeting };
const struct entity PARTICIPANT_entity = { ENTITY_HEAD(PARTICIPANT, "participant"),
	.one = WORDS("người dự", "participant"), .many = WORDS("người dự", "participants"),
	PART_OF(MEETING, PARTICIPANT_MEETING, PARTICIPANT_POSITION), .uid_field = PARTICIPANT_UID, .name_field = -1,
	KEY(PARTICIPANT_MEETING, PARTICIPANT_POSITION), .check = check_participant };
const struct entity MEETING_ITEM_entity = { ENTITY_HEAD(MEETING_ITEM, "meeting_item"),
	.one = WORDS("nội dung hội nghị", "meeting item"), .many = WORDS("nội dung hội nghị", "meeting items"),
	PART_OF(MEETING, MEETING_ITEM_MEETING, MEETING_ITEM_POSITION), .uid_field = MEETING_ITEM_UID, .name_field = -1,
	KEY(MEETING_ITEM_MEETING, MEETING_ITEM_POSITION) };

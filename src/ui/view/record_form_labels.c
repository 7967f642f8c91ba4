/* Labels of fields that are too wide for a form, whose labels have eleven columns. */
#include "ui/view/record_form_labels.h"
#include "model/fields.h"

struct short_label {
	enum entity_id entity;
	int field;
	struct words label;
};
static const struct short_label short_labels[] = {
	{ ENTITY_UNIT, UNIT_FAMILY, WORDS("Khối", "Family") },
	{ ENTITY_UNIT, UNIT_IDENTIFIED, WORDS("Đã rõ", "Identified") },
	{ ENTITY_CLUSTER, CLUSTER_ROTATION, WORDS("Cách chọn", "Rotation") },
	{ ENTITY_CLUSTER, CLUSTER_DEPUTY_SUCCEEDS, WORDS("Phó kế tiếp", "Deputy next") },
	{ ENTITY_CLUSTER, CLUSTER_FOUNDED_BY, WORDS("QĐ lập", "Founded by") },
	{ ENTITY_CLUSTER, CLUSTER_ENDED_BY, WORDS("QĐ kết thúc", "Ended by") },
	{ ENTITY_CLUSTER_YEAR, CLUSTER_YEAR_WORK_YEAR, WORDS("Năm", "Work year") },
	{ ENTITY_CLUSTER_YEAR, CLUSTER_YEAR_MEMBER_COUNT, WORDS("Số đơn vị", "Members") },
	{ ENTITY_CLUSTER_YEAR, CLUSTER_YEAR_DEPUTY_COUNT, WORDS("Số cụm phó", "Deputies") },
	{ ENTITY_SUCCESSION, SUCCESSION_PREDECESSOR, WORDS("Tiền thân", "Predecessor") },
	{ ENTITY_ROLE, ROLE_LABEL_BLOCK, WORDS("Tên (khối)", "In block") },
	{ ENTITY_ROLE, ROLE_LABEL, WORDS("Tên (cụm)", "In cluster") },
	{ ENTITY_ROLE, ROLE_LABEL_EN, WORDS("Tiếng Anh", "English") },
	{ ENTITY_ROLE, ROLE_MEMBERS_ONLY, WORDS("Thành viên", "Members") },
	{ ENTITY_ROLE, ROLE_COUNTS, WORDS("Luân phiên", "Counts") },
	{ ENTITY_ROLE, ROLE_SUCCEEDS_TO, WORDS("Kế nhiệm", "Succeeds") },
	{ ENTITY_TERM, TERM_WORK_YEAR, WORDS("Năm", "Work year") },
	{ ENTITY_TERM, TERM_YEAR_BASIS, WORDS("Căn cứ năm", "Basis") },
	{ ENTITY_TERM, TERM_PERSON, WORDS("Người", "Person") },
	{ ENTITY_TERM, TERM_MEETING, WORDS("Hội nghị", "Meeting") },
	{ ENTITY_CLASS_SET, CLASS_SET_NAME, WORDS("Tên", "Name") },
	{ ENTITY_CLASS_SET, CLASS_SET_NAME_EN, WORDS("Tiếng Anh", "English") },
	{ ENTITY_METRIC, METRIC_NAME_EN, WORDS("Tiếng Anh", "English") },
	{ ENTITY_METRIC, METRIC_MEASURE, WORDS("Đơn vị tính", "Unit") },
	{ ENTITY_METRIC, METRIC_PART_OF, WORDS("Thuộc", "Part of") },
	{ ENTITY_METRIC, METRIC_SLASH, WORDS("“x/y” là", "“x/y” is") },
	{ ENTITY_METRIC, METRIC_BETTER, WORDS("Tốt khi", "Better") },
	{ ENTITY_METRIC, METRIC_FROM_YEAR, WORDS("Dùng từ", "From year") },
	{ ENTITY_CLUSTER_METRIC, CLUSTER_METRIC_MAIN, WORDS("Chính", "Main") },
	{ ENTITY_FIGURE, FIGURE_STAGE, WORDS("Chắc chắn", "Stage") },
	{ ENTITY_FIGURE, FIGURE_AS_OF, WORDS("Đến ngày", "As of") },
	{ ENTITY_FIGURE, FIGURE_COVERAGE_NOTE, WORDS("Cụ thể", "Coverage") },
	{ ENTITY_FIGURE, FIGURE_WITH_PREDECESSORS, WORDS("Tiền thân", "Forerunners") },
	{ ENTITY_FIGURE, FIGURE_OUT_OF, WORDS("Trên tổng", "Out of") },
	{ ENTITY_FIGURE, FIGURE_PCT_TEXT, WORDS("% công bố", "Percentage") },
	{ ENTITY_FIGURE, FIGURE_PCT_OF, WORDS("So với", "Of") },
	{ ENTITY_FIGURE, FIGURE_COVENANT_ITEM, WORDS("Giao ước", "Item") },
	{ ENTITY_BREAK, BREAK_ALL_STOCK, WORDS("Số hiện có", "All stock") },
	{ ENTITY_BREAK, BREAK_WITH_CHILDREN, WORDS("Cấp dưới", "Children") },
	{ ENTITY_ROUND, ROUND_REQUESTED_BY, WORDS("Văn bản", "Requested") },
	{ ENTITY_DOCUMENT, DOCUMENT_ISSUER, WORDS("Ban hành", "Issuer") },
	{ ENTITY_DOCUMENT, DOCUMENT_ISSUER_TEXT, WORDS("(như in)", "(printed)") },
	{ ENTITY_DOCUMENT, DOCUMENT_DATE, WORDS("Ngày VB", "Date") },
	{ ENTITY_DOCUMENT, DOCUMENT_PATH, WORDS("Nơi có tệp", "File") },
	{ ENTITY_DOCUMENT, DOCUMENT_IS_TRANSLATION, WORDS("Bản dịch", "Translated") },
	{ ENTITY_CITATION, CITATION_ENTITY, WORDS("Loại", "Kind") },
	{ ENTITY_CITATION, CITATION_AGREES, WORDS("So với sổ", "Agrees") },
	{ ENTITY_COVENANT, COVENANT_ITEM_COUNT, WORDS("Số nội dung", "Items") },
	{ ENTITY_COVENANT, COVENANT_TARGET_COUNT, WORDS("Số chỉ tiêu", "Targets") },
	{ ENTITY_MEETING, MEETING_HOST, WORDS("Đăng cai", "Host") },
	{ ENTITY_MEETING, MEETING_OPENS, WORDS("Triển khai", "Opens") },
	{ ENTITY_MEETING, MEETING_DAYPART, WORDS("Buổi", "Daypart") },
	{ ENTITY_MEETING, MEETING_ATTENDANCE_TEXT, WORDS("Dự, như in", "In words") },
	{ ENTITY_AWARD, AWARD_NAME_EN, WORDS("Tiếng Anh", "English") },
	{ ENTITY_NOMINATION, NOMINATION_WORK_YEAR, WORDS("Xét năm", "Work year") },
	{ ENTITY_NOMINATION, NOMINATION_AWARD_YEAR, WORDS("Năm tặng", "Award year") },
	{ ENTITY_NOMINATION, NOMINATION_COUNT, WORDS("Số lượng", "Count") },
	{ ENTITY_NOMINATION, NOMINATION_GRANTED_AWARD, WORDS("Được tặng", "Granted") },
	{ ENTITY_ACCOUNT, ACCOUNT_LOGIN, WORDS("Đăng nhập", "Login") },
	{ ENTITY_ACCOUNT, ACCOUNT_NAME, WORDS("Tên", "Name") },
	{ ENTITY_BOOK, BOOK_KEEPER, WORDS("Giữ sổ", "Keeper") },
	{ ENTITY_BOOK, BOOK_CURRENT_YEAR, WORDS("Năm", "Year") },
	{ ENTITY_BOOK, BOOK_CUTOFF_HALF, WORDS("Sáu tháng", "Half-year") },
	{ ENTITY_BOOK, BOOK_CUTOFF_YEAR, WORDS("Chốt năm", "Year end") },
};

struct words
form_label_whole(enum entity_id entity, int field)
{
	if (entity == ENTITY_MEETING && field == MEETING_ATTENDANCE_TEXT) /* its label is that of the table of people */
		return SAY("Thành phần, như in", "Attendance, as printed");
	return entity_of(entity)->fields[field].label;
}

struct words
form_label(enum entity_id entity, int field)
{
	for (size_t i = 0; i < sizeof short_labels / sizeof *short_labels; i++)
		if (short_labels[i].entity == entity && short_labels[i].field == field)
			return short_labels[i].label;
	return entity_of(entity)->fields[field].label;
}

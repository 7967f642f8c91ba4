/* Figures, the periods and breaks they depend on, and the rounds in which they are asked for. */
#include "model/entities.h"
#include "model/period.h"

FIELD_TABLE(FIGURE)
FIELD_TABLE(SPAN)
FIELD_TABLE(BREAK)
FIELD_TABLE(BREAK_METRIC)
FIELD_TABLE(ROUND)
FIELD_TABLE(SUBMISSION)

/* value ⇔ status có số ⇔ qualifier; có lời needs its words. */
static bool
check_figure_value(const struct record *figure, struct err *err)
{
	int64_t status = record_integer(figure, FIGURE_STATUS, 0);
	bool known = record_has(figure, FIGURE_VALUE), qualified = record_has(figure, FIGURE_QUALIFIER);

	if (status == FIGURE_STATUS_NUMBER && !known)
		return err_set_field(err, FIGURE_VALUE,
			SAY("Tình trạng là “có số” nhưng chưa có số; hãy điền số hoặc chọn tình trạng khác.",
				"The status says “has a number” but there is none; please fill it in or choose another "
				"status."),
			NULL);
	if (status != FIGURE_STATUS_NUMBER && known)
		return err_set_field(err, FIGURE_STATUS,
			SAY("Đã có số thì tình trạng phải là “có số”; hãy đổi tình trạng hoặc xóa số.",
				"With a number the status must be “has a number”; please change it or remove the "
				"number."),
			NULL);
	if (known && !qualified)
		return err_set_field(err, FIGURE_QUALIFIER,
			SAY("Có số thì phải có mức: đúng, trên, dưới hay khoảng.",
				"A number needs its qualifier: exactly, more than, less than or about."),
			NULL);
	if (!known && qualified)
		return err_set_field(err, FIGURE_QUALIFIER,
			SAY("Không có số thì không có mức; hãy để trống mức.",
				"Without a number there is no qualifier; please leave it empty."),
			NULL);
	if (status == FIGURE_STATUS_WORDS && !record_has(figure, FIGURE_WORDS))
		return err_set_field(err, FIGURE_WORDS,
			SAY("Tình trạng là “có lời” thì phải ghi nguyên văn lời ấy.",
				"The status says “said without a number”: please write down what was said."),
			NULL);
	return true;
}

/* What only a plan has. */
static bool
check_figure_plan(const struct record *figure, int field, struct err *err)
{
	if (record_integer(figure, FIGURE_KIND, 0) != FIGURE_KIND_RESULT || !record_has(figure, field))
		return true;
	return err_set_field(err, field,
		SAY("Chỉ số kế hoạch mới có “{1}”; hãy để trống mục này hoặc đổi loại số liệu.",
			"Only a plan has “{1}”; please leave it empty or change the kind of the figure."),
		say(figure->entity->fields[field].label), NULL);
}

static bool
check_figure(const struct record *figure, struct err *err)
{
	if (!check_figure_value(figure, err))
		return false;
	if (record_integer(figure, FIGURE_COVERAGE, 0) != FIGURE_COVERAGE_EXACT &&
		!record_has(figure, FIGURE_COVERAGE_NOTE))
		return err_set_field(err, FIGURE_COVERAGE_NOTE,
			SAY("Phạm vi không phải “đúng” thì phải ghi rõ phạm vi thế nào.",
				"When the coverage is not exact, please say what the number covers."),
			NULL);
	if (record_integer(figure, FIGURE_OUT_OF, 0) < 0)
		return err_set_field(err, FIGURE_OUT_OF,
			SAY("Tổng số không thể âm; hãy kiểm tra lại số.",
				"The whole cannot be negative; please check it."),
			NULL);
	return check_pair(figure, FIGURE_PCT_TEXT, FIGURE_PCT_OF, err) &&
		check_figure_plan(figure, FIGURE_SET_BY, err) && check_figure_plan(figure, FIGURE_COVENANT_ITEM, err);
}

static bool
check_span(const struct record *span, struct err *err)
{
	bool dates = record_integer(span, SPAN_KIND, 0) == SPAN_KIND_DATES;

	if (span->id && !period_is_span_row(span->id))
		return err_set(err, ERR_INVALID,
			SAY("Số của kỳ theo ngày không đúng; hãy để sổ tự cấp.",
				"The number of this period is not that of a period by dates; please let the book give "
				"it."),
			NULL);
	if (dates && !record_has(span, SPAN_FIRST_DAY))
		return err_set_field(err, SPAN_FIRST_DAY,
			SAY("Kỳ từ ngày đến ngày phải có ngày đầu.", "A period from day to day needs its first day."),
			NULL);
	if (!dates && record_has(span, SPAN_FIRST_DAY))
		return err_set_field(err, SPAN_FIRST_DAY,
			SAY("Kỳ lũy kế đến ngày không có ngày đầu; hãy để trống ngày đầu.",
				"A period cumulative to a day has no first day; please leave it empty."),
			NULL);
	return check_exact_day(span, SPAN_FIRST_DAY, err) && check_exact_day(span, SPAN_LAST_DAY, err) &&
		check_interval(span, SPAN_FIRST_DAY, SPAN_LAST_DAY, err);
}

static bool
check_round(const struct record *round, struct err *err)
{
	return check_exact_day(round, ROUND_DUE, err);
}

const struct entity FIGURE_entity = { ENTITY_HEAD(FIGURE, "figure"), .one = WORDS("số liệu", "figure"),
	.many = WORDS("số liệu", "figures"), NO_OWNER, .uid_field = -1, .name_field = -1,
	KEY(FIGURE_SUBJECT, FIGURE_METRIC, FIGURE_PERIOD, FIGURE_KIND), .check = check_figure };
const struct entity SPAN_entity = { ENTITY_HEAD(SPAN, "span"), .one = WORDS("kỳ theo ngày", "period by dates"),
	.many = WORDS("kỳ theo ngày", "periods by dates"), NO_OWNER, .uid_field = -1, .name_field = -1, NO_KEY,
	.check = check_span };
const struct entity BREAK_entity = { ENTITY_HEAD(BREAK, "break"), .one = WORDS("mốc đứt chuỗi", "break"),
	.many = WORDS("mốc đứt chuỗi", "breaks"), NO_OWNER, .uid_field = BREAK_UID, .name_field = -1, NO_KEY };
const struct entity BREAK_METRIC_entity = { ENTITY_HEAD(BREAK_METRIC, "break_metric"),
	.one = WORDS("chỉ tiêu đứt chuỗi", "metric of a break"),
	.many = WORDS("chỉ tiêu đứt chuỗi", "metrics of breaks"), PART_OF(BREAK, BREAK_METRIC_BREAK, -1),
	.uid_field = -1, .name_field = -1, KEY(BREAK_METRIC_BREAK, BREAK_METRIC_METRIC) };
const struct entity ROUND_entity = { ENTITY_HEAD(ROUND, "round"), .one = WORDS("đợt báo cáo", "reporting round"),
	.many = WORDS("đợt báo cáo", "reporting rounds"), NO_OWNER, .uid_field = ROUND_UID, .name_field = ROUND_TITLE,
	KEY(ROUND_CLUSTER, ROUND_PERIOD, ROUND_ORDINAL), .check = check_round };
const struct entity SUBMISSION_entity = { ENTITY_HEAD(SUBMISSION, "submission"),
	.one = WORDS("lượt nộp báo cáo", "submission"), .many = WORDS("lượt nộp báo cáo", "submissions"),
	PART_OF(ROUND, SUBMISSION_ROUND, -1), .uid_field = -1, .name_field = -1,
	KEY(SUBMISSION_ROUND, SUBMISSION_UNIT) };

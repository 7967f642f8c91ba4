#include "app/metric_read.h"
#include "app/questions_edit.h"
#include "app/questions_read.h"
#include "base/mem.h"
#include <stdlib.h>

void
figure_column_release(struct figure_column *column)
{
	free(column->name);
	free(column->short_name);
	free(column->measure);
	*column = (struct figure_column){ 0 };
}

static void
take_column(struct figure_column *column, const struct rows *rows)
{
	bool english = say_language() == LANGUAGE_EN && rows_known(rows, 17);
	*column = (struct figure_column){
		.metric = rows_integer(rows, 0),
		.name = mem_copy_text(rows_text(rows, english ? 17 : 1)),
		.short_name = mem_copy_text(rows_text(rows, 2)),
		.measure = mem_copy_text(rows_text(rows, 3)),
		.below_zero = metric_is_difference(rows_text(rows, 18)),
	};
	column->facts = (struct metric_facts){
		.id = column->metric,
		.name = column->name,
		.measure = column->measure,
		.kind = (enum choice_number)rows_integer(rows, 4),
		.class_of = (enum choice_number)rows_integer(rows, 5),
		.decimals = (int)rows_integer(rows, 6),
		.money = text_starts(column->measure, "đồng"),
		.percent = column->measure[0] == '%',
		.slash = (enum choice_number)rows_integer(rows, 7),
		.better = (enum choice_number)rows_integer(rows, 8),
		.numerator = rows_integer(rows, 9),
		.denominator = rows_integer(rows, 10),
		.weight = rows_integer(rows, 11),
		.numerator_decimals = (int)rows_integer(rows, 12),
		.denominator_decimals = (int)rows_integer(rows, 13),
		.weight_decimals = (int)rows_integer(rows, 14),
		.part_of = rows_integer(rows, 15),
		.part_rule = (enum choice_number)rows_integer(rows, 16),
	};
}

bool
figure_column_read(struct figure_column *column, struct store *store, int64_t metric, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, METRIC, err, ARG_INTEGER(metric)))
		return false;
	if (rows_next(rows, err))
		take_column(column, rows);
	else if (err->kind == ERR_NONE)
		err_set(err, ERR_NOT_FOUND, SAY("Sổ không còn chỉ tiêu này.", "The book has no such metric any more."),
			NULL);
	rows_close(rows);
	return err->kind == ERR_NONE;
}

bool
collected_metrics(int64_t **ids, size_t *count, struct store *store, int64_t cluster, int year, struct err *err)
{
	const struct value args[] = { ARG_INTEGER(cluster), ARG_INTEGER(year) };
	static const enum read_question in_turn[] = { READ_COLLECTED, READ_COLLECTED_NEAREST };
	for (size_t i = 0; i < ARRAY_COUNT(in_turn); i++) {
		if (!rows_all_integers(ids, count, store, &read_questions[in_turn[i]], args, 2, err))
			return false;
		if (*count)
			return true;
	}
	return rows_all_integers(ids, count, store, &read_questions[READ_METRICS_OF_SUBJECT], args, 1, err);
}

bool
main_metrics(int64_t **ids, size_t *count, struct store *store, int64_t cluster, int year, struct err *err)
{
	const struct value args[] = { ARG_INTEGER(cluster), ARG_INTEGER(year) };
	return rows_all_integers(ids, count, store, &read_questions[READ_COLLECTED_MAIN], args, 2, err);
}

bool
metrics_of_subject(int64_t **ids, size_t *count, struct store *store, int64_t subject, struct err *err)
{
	const struct value args[] = { ARG_INTEGER(subject) };
	return rows_all_integers(ids, count, store, &read_questions[READ_METRICS_OF_SUBJECT], args, 1, err);
}

bool
amount_decimals(int *decimals, struct store *store, const struct record *record, struct err *err)
{
	int metric = entity_field(record->entity, "metric");
	int64_t number = 0;

	if (metric >= 0 &&
		!rows_one_integer(&number, 0, store, EDIT_ASK(METRIC_SCALE),
			&ARG_INTEGER(record_integer(record, metric, 0)), 1, err))
		return false;
	*decimals = (int)number;
	return true;
}

void
metric_measure(struct str *out, const char *measure, const struct metric_facts *metric)
{
	int scale = metric->money ? metric->money_scale : 0;
	if (scale == 3)
		str_add_text(out, say(SAY("nghìn ", "thousand ")));
	else if (scale == 6)
		str_add_text(out, say(SAY("triệu ", "million ")));
	else if (scale == 9)
		str_add_text(out, say(SAY("tỷ ", "billion ")));
	str_add_text(out, measure ? measure : "");
}

struct cell
cell_of_figure(const struct figure_facts *figure, const struct metric_facts *metric)
{
	struct cell cell = {
		.kind = CELL_UNKNOWN,
		.decimals = metric->decimals,
		.scale = metric->money ? metric->money_scale : 0,
		.money = metric->money,
	};
	if (figure->coverage != FIGURE_COVERAGE_EXACT)
		cell.marks |= MARK_COVERAGE;
	if (figure->broken)
		cell.marks |= MARK_BREAK;
	if (!figure->known) {
		cell.marks = figure->broken ? MARK_BREAK : 0;
		return cell;
	}
	switch ((int)figure->status) {
	case FIGURE_STATUS_NUMBER:
		cell.kind = metric->percent ? CELL_PERCENT : CELL_QUANTITY;
		cell.quantity = figure->quantity;
		break;
	case FIGURE_STATUS_WORDS:
		cell.kind = CELL_SAID;
		cell.text = mem_copy_text(figure->words);
		break;
	case FIGURE_STATUS_NOT_YET:
		cell.kind = CELL_NOT_YET;
		break;
	default:
		cell.kind = CELL_NOT_ASKED;
		break;
	}
	return cell;
}

struct cell
cell_of_quantity(struct quantity quantity, const struct metric_facts *metric)
{
	return (struct cell){
		.kind = metric->percent ? CELL_PERCENT : CELL_QUANTITY,
		.quantity = quantity,
		.decimals = metric->decimals,
		.scale = metric->money ? metric->money_scale : 0,
		.money = metric->money,
	};
}

void
figure_take(struct figure_facts *out, const struct rows *rows)
{
	*out = (struct figure_facts){
		.known = true,
		.status = (enum choice_number)rows_integer(rows, 1),
		.quantity = { rows_integer(rows, 2), (enum choice_number)rows_integer(rows, 3) },
		.words = rows_known(rows, 4) ? rows_text(rows, 4) : NULL,
		.coverage = (enum choice_number)rows_integer(rows, 5),
		.with_predecessors = rows_known(rows, 6) ? (enum choice_number)rows_integer(rows, 6)
							 : FIGURE_WITH_PREDECESSORS_UNKNOWN,
		.as_of = rows_known(rows, 7) ? rows_text(rows, 7) : NULL,
	};
}

/* What only files of figures have: values as a clerk types them, and the papers they are from. */
#include "app/edit_rules.h"
#include "app/figures.h"
#include "app/find.h"
#include "app/import.h"
#include "app/label.h"
#include "app/questions_read.h"
#include "base/mem.h"
#include "model/entry.h"
#include "text/number.h"
#include <stdlib.h>
#include <string.h>

/* Nobody can be asked while a file is read: what the screen would ask is refused. */
static bool
refuse_question(const struct entry *entry, const struct metric_facts *metric, const char *text, struct err *err)
{
	struct str question = { 0 };

	if (!entry->ask_decimal)
		return err_set(err, ERR_INVALID,
			SAY("“{1}” có hai số; hãy ghi mỗi số vào một dòng riêng, mỗi dòng với chỉ tiêu và loại (thực hiện, kế hoạch) của nó.",
				"“{1}” holds two numbers; please give each a line of its own, with its own metric and kind (result, plan)."),
			text, NULL);
	entry_question(entry, metric, &question);
	err_set(err, ERR_INVALID,
		SAY("{1}  Hãy viết dấu phẩy trước số lẻ, dấu chấm sau mỗi ba chữ số.",
			"{1}  Please write a comma before decimals, a point after every three digits."),
		str_text(&question), NULL);
	str_release(&question);
	return false;
}

/* "98.500" of a metric with two decimals, "1,000" of one with none: a spreadsheet may have meant either. */
static bool
could_be_thousands(const char *text, int decimals)
{
	size_t whole = strspn(text, "-0123456789");
	char sign = text[whole];

	if ((sign != '.' && sign != ',') || strspn(text + whole + 1, "0123456789") != 3 || text[whole + 4])
		return false;
	return decimals < 3 && (sign == ',' || decimals > 0);
}

/* A value typed with words says its own qualifier; a qualifier in its own column wins only over a bare number. */
static bool
apply_entry(struct record *figure, const struct entry *entry, const struct metric_facts *metric, struct err *err)
{
	struct value qualifier = value_copy(&figure->values[FIGURE_QUALIFIER]);
	struct value words = value_copy(&figure->values[FIGURE_WORDS]);

	if (entry->remove) {
		value_release(&qualifier);
		value_release(&words);
		return err_set(err, ERR_INVALID,
			SAY("“-” không phải là số; hãy để trống cả dòng nếu không có số liệu.",
				"“-” is no number; please leave the line out when there is no figure."),
			NULL);
	}
	entry_apply(entry, metric, figure);
	if (entry->status == FIGURE_STATUS_NUMBER && entry->quantity.qualifier == QUALIFIER_EXACTLY &&
		qualifier.type == VALUE_INTEGER)
		record_set_integer(figure, FIGURE_QUALIFIER, qualifier.integer);
	if (words.type == VALUE_TEXT)
		record_set_text(figure, FIGURE_WORDS, words.text);
	value_release(&qualifier);
	value_release(&words);
	return true;
}

bool
cells_read_value(struct record *figure, struct import *import, const char *text, struct err *err)
{
	const struct record *record = import_metric(import, record_integer(figure, FIGURE_METRIC, 0), err);
	struct entry entry = { 0 };
	struct err plain = { 0 };
	int64_t amount;

	if (!record)
		return false;
	struct metric_facts metric = metric_facts_of(record);
	if (number_parse_plain(&amount, text, metric.decimals, &plain)) {
		record_set_integer(figure, FIGURE_VALUE, amount);
		if (!record_has(figure, FIGURE_QUALIFIER))
			record_set_integer(figure, FIGURE_QUALIFIER, QUALIFIER_EXACTLY);
		return true;
	}
	err_release(&plain);
	if (could_be_thousands(text, metric.decimals))
		return err_set(err, ERR_INVALID,
			SAY("“{1}”: chưa rõ dấu ngăn là hàng nghìn hay số lẻ; hãy viết liền các chữ số, số lẻ bỏ bớt số 0 ở cuối.",
				"“{1}”: the mark may part thousands or begin decimals; please write the digits without it, decimals without zeros at their end."),
			text, NULL);
	bool good = entry_read(&entry, text, &metric, err);
	if (good && (entry.ask_decimal || (entry.has_whole && entry.slash != METRIC_SLASH_WHOLE)))
		good = refuse_question(&entry, &metric, text, err);
	good = good && apply_entry(figure, &entry, &metric, err);
	entry_release(&entry);
	return good;
}

static bool
read_amounts(struct import_amounts *out, struct store *store, int64_t subject, int64_t metric, struct err *err)
{
	struct rows *rows;
	*out = (struct import_amounts){ 0 };
	if (!ASK(&rows, store, LARGEST_OF, err, ARG_INTEGER(subject), ARG_INTEGER(metric)))
		return false;
	if (rows_next(rows, err) && rows_known(rows, 0))
		*out = (struct import_amounts){ rows_integer(rows, 0), rows_integer(rows, 1) < 0 };
	rows_close(rows);
	return err->kind == ERR_NONE;
}

bool
import_amounts_of(struct import_amounts *out, struct import *import, const struct record *figure, struct err *err)
{
	int64_t subject = record_integer(figure, FIGURE_SUBJECT, 0), metric = record_integer(figure, FIGURE_METRIC, 0);
	struct str key = { 0 };
	bool good = true;
	str_add_integer(&key, subject);
	str_add_byte(&key, ':');
	str_add_integer(&key, metric);
	int64_t known = textmap_get(&import->series, str_text(&key), 0);
	if (known) {
		*out = import->amounts[known - 1];
	} else if ((good = read_amounts(out, import->store, subject, metric, err))) {
		ARRAY_RESERVE(import->amounts, import->amounts_count, import->amounts_capacity);
		import->amounts[import->amounts_count++] = *out;
		textmap_put(&import->series, str_text(&key), (int64_t)import->amounts_count);
	}
	str_release(&key);
	return good;
}

bool
import_doubt(struct import *import, const struct import_file *file, const struct import_row *row,
	const struct record *figure, struct import_amounts amounts, struct err *err)
{
	struct entry entry = { .status = FIGURE_STATUS_NUMBER,
		.quantity = { record_integer(figure, FIGURE_VALUE, 0),
			(enum choice_number)record_integer(figure, FIGURE_QUALIFIER, QUALIFIER_EXACTLY) } };
	if (record_integer(figure, FIGURE_STATUS, 0) != FIGURE_STATUS_NUMBER)
		return true;
	const struct record *metric = import_metric(import, record_integer(figure, FIGURE_METRIC, 0), err);
	if (!metric)
		return false;
	struct figure_column column = { .metric = metric->id,
		.facts = metric_facts_of(metric),
		.largest = amounts.largest,
		.below_zero = amounts.below_zero || metric_is_difference(record_text(metric, METRIC_CODE)) };
	if (column.facts.money)
		column.facts.money_scale = money_scale_for(column.largest);
	char *doubt = figure_doubt(&entry, &column);
	if (doubt && import->result.doubtful++ < FAULTS_MOST) {
		struct err told = import_told(file, row, cells_column(file, row, FIGURE_VALUE), doubt);
		file->wish.doubt(import->to, &told);
		err_release(&told);
	}
	free(doubt);
	return true;
}

static bool
cite_document(struct import *import, int64_t figure, int64_t document, struct err *err)
{
	struct record citation = record_new(ENTITY_CITATION);
	int64_t there;

	record_set_integer(&citation, CITATION_DOCUMENT, document);
	record_set_integer(&citation, CITATION_ENTITY, ENTITY_FIGURE);
	record_set_integer(&citation, CITATION_RECORD, figure);
	bool good = record_find_key(&there, import->store, &citation, err) &&
		(there || edit_put_as(import->change, &citation, EDIT_IMPORT, NULL, err));
	record_release(&citation);
	return good;
}

bool
import_cite(struct import *import, int64_t figure, const char *titles, struct err *err)
{
	enum entity_id entity;
	int64_t document;
	struct err whole = { 0 };

	if (!*titles)
		return true;
	if (find_in_file(&entity, &document, import->store, ENTITY_DOCUMENT, false, titles, NULL, &whole))
		return cite_document(import, figure, document, err);
	const char *end = strstr(titles, "; ");
	if (!end) {
		*err = whole;
		return false;
	}
	err_release(&whole);
	char *first = mem_copy_bytes(titles, (size_t)(end - titles));
	bool good = find_in_file(&entity, &document, import->store, ENTITY_DOCUMENT, false, first, NULL, err) &&
		cite_document(import, figure, document, err);
	free(first);
	return good && import_cite(import, figure, end + 2, err);
}

/* What stands before the fields of forms. */
#include "check.h"
#include "model/field.h"
#include "model/fields.h"
#include "text/width.h"
#include "ui/view/record_form_labels.h"
#include <string.h>

enum { LABEL_WIDTH = 11, ENTITIES = 100 };

static void
check_label(const char *label)
{
	check(*label);
	if (text_width(label) > LABEL_WIDTH)
		check_text(label, "eleven columns at most");
	/* «Mọi h.có», «Chỉ th.viên»: a point stands for letters that nobody guesses. */
	if (strchr(label, '.'))
		check_text(label, "words, not abbreviations");
}

static void
labels_of_narrow_screens_are_words_of_at_most_eleven_columns(void **state)
{
	(void)state;
	for (int id = 1; id < ENTITIES; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		for (int field = 0; entity && field < entity->field_count; field++) {
			if (FIELD_IS_DERIVED(&entity->fields[field]) || (entity->owner && entity->id != ENTITY_PHASE))
				continue; /* parts have heads of columns instead */
			struct words label = form_label(entity->id, field);
			check_label(label.vi);
			check_label(label.en);
		}
	}
}

static void
labels_of_wide_screens_are_those_of_the_book(void **state)
{
	(void)state;
	check_text(form_label_whole(ENTITY_NOMINATION, NOMINATION_AWARD_YEAR).vi, "Năm của danh hiệu");
	check_text(form_label(ENTITY_NOMINATION, NOMINATION_AWARD_YEAR).vi, "Năm tặng");
	/* Two labels of one form are never the same. */
	check_text(form_label_whole(ENTITY_MEETING, MEETING_ATTENDANCE_TEXT).vi, "Thành phần, như in");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labels_of_narrow_screens_are_words_of_at_most_eleven_columns),
		cmocka_unit_test(labels_of_wide_screens_are_those_of_the_book),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

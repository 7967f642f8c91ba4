#include "ui/view/view_report.h"
#include "base/mem.h"

bool
view_begin_report(const struct view *view, struct report *out, const char *heading, bool of_year, struct err *err)
{
	struct str tab = { 0 }, year = { 0 };
	if (!report_begin(out, session_of(view)->store, heading, err))
		return false;
	str_add_integer(&year, session_of(view)->year);
	str_add_text(&tab, heading);
	if (of_year) {
		str_add_format(&tab, " %s", str_text(&year));
		report_about(out, say_format(SAY("Năm {1}", "Year {1}"), str_text(&year), NULL));
	}
	out->tab = str_take(&tab);
	str_release(&year);
	return true;
}

void
view_report_list(struct report *out, const struct list *list)
{
	if (list->filtering && *line_text(&list->filter))
		report_about(out,
			say_format(SAY("Chỉ những dòng hợp với “{1}”", "Only rows that match “{1}”"),
				line_text(&list->filter), NULL));
	list_report(list, &out->sheet);
}

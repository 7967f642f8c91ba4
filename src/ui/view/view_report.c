#include "ui/view/view_report.h"
#include "base/mem.h"

bool
view_begin_report(const struct view *view, struct report *out, const char *heading, struct err *err)
{
	struct str tab = { 0 }, year = { 0 };
	if (!report_begin(out, session_of(view)->store, heading, err))
		return false;
	str_add_integer(&year, session_of(view)->year);
	str_add_format(&tab, "%s %s", heading, str_text(&year));
	out->tab = str_take(&tab);
	report_about(out, say_format(SAY("Năm {1}", "Year {1}"), str_text(&year), NULL));
	str_release(&year);
	return true;
}

bool
view_report_list(
	const struct view *view, const struct list *list, struct report *out, const char *heading, struct err *err)
{
	if (!view_begin_report(view, out, heading, err))
		return false;
	if (list->filtering && *line_text(&list->filter))
		report_about(out,
			say_format(SAY("Chỉ những dòng hợp với “{1}”", "Only rows that match “{1}”"),
				line_text(&list->filter), NULL));
	list_report(list, &out->sheet);
	return true;
}

/* libxlsxwriter, loaded when the first workbook is made and not before: through libminizip it brings libcrypto along, which made
 * every start of the program 1.0 ms longer and 1.0 MB larger (measured, Debian 12), for a file that is written now and then. */
#ifndef SRC_REPORT_XLSX_LIBRARY_H
#define SRC_REPORT_XLSX_LIBRARY_H
#include "base/err.h"
#include <xlsxwriter.h>

/* Every call of the library that a report is written with. */
#define XLSX_CALLS(CALL) \
	CALL(workbook_new_opt) \
	CALL(workbook_add_worksheet) \
	CALL(workbook_add_format) \
	CALL(workbook_set_properties) \
	CALL(workbook_close) \
	CALL(worksheet_autofilter) \
	CALL(worksheet_center_horizontally) \
	CALL(worksheet_fit_to_pages) \
	CALL(worksheet_freeze_panes) \
	CALL(worksheet_merge_range) \
	CALL(worksheet_repeat_columns) \
	CALL(worksheet_repeat_rows) \
	CALL(worksheet_set_column) \
	CALL(worksheet_set_footer) \
	CALL(worksheet_set_landscape) \
	CALL(worksheet_set_margins) \
	CALL(worksheet_set_paper) \
	CALL(worksheet_set_row) \
	CALL(worksheet_write_blank) \
	CALL(worksheet_write_datetime) \
	CALL(worksheet_write_number) \
	CALL(worksheet_write_string) \
	CALL(format_set_align) \
	CALL(format_set_bg_color) \
	CALL(format_set_bold) \
	CALL(format_set_border) \
	CALL(format_set_font_name) \
	CALL(format_set_font_size) \
	CALL(format_set_indent) \
	CALL(format_set_italic) \
	CALL(format_set_num_format) \
	CALL(format_set_text_wrap) \
	CALL(lxw_strerror)

/* A pointer to each, of the type that the library's header gives it. */
struct xlsx_library {
#define CALL(name) __typeof__(name) *name;
	XLSX_CALLS(CALL)
#undef CALL
};
/* NULL with ERR_STORAGE when the library is not on this machine; else it stays loaded. */
const struct xlsx_library *xlsx_library(struct err *err);
#endif

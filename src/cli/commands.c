#include "commands.h"
#include "base/mem.h"

#define FORMAT_BIT(name) (1u << FORMAT_##name)
#define TABLE_FORMATS (FORMAT_BIT(TABLE) | FORMAT_BIT(CSV) | FORMAT_BIT(JSON))
#define RECORD_FORMATS (TABLE_FORMATS | FORMAT_BIT(XLSX))
#define PAPER_FORMATS (FORMAT_BIT(TEXT) | FORMAT_BIT(CSV) | FORMAT_BIT(XLSX))
#define NOTHING \
	{ \
		"", "" \
	}

const struct command commands[] = {
	{ "init", NOTHING, WORDS("lập một sổ mới", "make a new book"),
		WORDS("Sổ mới có sẵn danh mục chỉ tiêu, vai trò, hình thức khen, LĐLĐ các tỉnh.  Với --from, nạp thêm mọi tệp LOẠI.csv\ncủa thư mục; một chỗ sai thì không có sổ nào được lập.",
			"The new book has the catalogue of metrics, roles, awards and provinces.  With --from every file KIND.csv of the\nfolder is loaded too; one fault and no book is made."),
		0, 0, -1, WITH(FROM) | WITH(EXAMPLE) | WITH(TITLE) | WITH(YEAR), FORMAT_TABLE, true, run_init,
		TABLE_FORMATS },
	{ "import", WORDS("LOẠI TỆP", "KIND FILE"), WORDS("nhập một tệp CSV", "read in a CSV file"),
		WORDS("TỆP là - thì đọc từ đầu vào.  Có chỗ sai thì không nhập gì, và từng chỗ được nêu: tệp:dòng:cột: lý do.\n“thidua fields” liệt kê các loại và cột.",
			"FILE - is standard input.  With any fault nothing is stored and each is told: file:line:column: reason.\n“thidua fields” lists the kinds and their columns."),
		2, 2, 1,
		WITH(FORMAT) | WITH(ENCODING) | WITH(SEPARATOR) | WITH(TITLE_CASE) | WITH(DRY_RUN) | WITH(LARGE),
		FORMAT_TABLE, false, run_import, TABLE_FORMATS },
	{ "export", WORDS("LOẠI", "KIND"), WORDS("xuất mọi bản ghi của một loại", "write every record of a kind"),
		WORDS("Mặc định là CSV, import đọc lại được; xlsx là bảng tính để đọc, không có mã.",
			"CSV unless told otherwise; import reads it back.  xlsx is a workbook to read, without ids."),
		1, 1, -1, OUTPUT_OPTIONS | WITH(OUTPUT), FORMAT_CSV, false, run_export, RECORD_FORMATS },
	{ "fields", WORDS("[LOẠI]", "[KIND]"),
		WORDS("liệt kê các loại bản ghi và cột của tệp", "list the kinds of record and the columns of files"),
		NOTHING, 0, 1, -1, OUTPUT_OPTIONS, FORMAT_TABLE, true, run_fields, TABLE_FORMATS },
	{ "clusters", NOTHING, WORDS("các cụm của năm công tác", "the clusters of the work year"), NOTHING, 0, 0, -1,
		OUTPUT_OPTIONS | WITH(YEAR), FORMAT_TABLE, false, run_clusters, TABLE_FORMATS },
	{ "members", NOTHING, WORDS("thành viên của một cụm", "the members of a cluster"), NOTHING, 0, 0, -1,
		OUTPUT_OPTIONS | WITH(CLUSTER) | WITH(YEAR), FORMAT_TABLE, false, run_members, TABLE_FORMATS },
	{ "compare", NOTHING, WORDS("so sánh chỉ tiêu qua các năm", "compare metrics over years"),
		WORDS("Cần --cluster hoặc --unit, và --years.  Không nêu chỉ tiêu thì lấy bộ chỉ tiêu của cụm.",
			"Needs --cluster or --unit, and --years.  Without a metric those that the cluster collects are taken."),
		0, 0, -1,
		OUTPUT_OPTIONS | WITH(CLUSTER) | WITH(UNIT) | WITH(METRIC) | WITH(YEARS) | WITH(PART) | WITH(BOUNDARY) |
			WITH(SAME_UNITS) | WITH(SUM),
		FORMAT_TABLE, false, run_compare, TABLE_FORMATS },
	{ "rotation", NOTHING, WORDS("vai trò qua các năm và gợi ý năm sau", "roles over the years and who is next"),
		WORDS("T cụm trưởng, P cụm phó, · thành viên, ? sổ chưa biết, (T) (P) gợi ý.",
			"T leader, P deputy, · member, ? not known, (T) (P) suggested."),
		0, 0, -1, OUTPUT_OPTIONS | WITH(CLUSTER) | WITH(YEAR) | WITH(SINCE), FORMAT_TABLE, false, run_rotation,
		TABLE_FORMATS },
	{ "find", WORDS("LOẠI [CHỮ]", "KIND [TEXT]"),
		WORDS("bản ghi nào có tên khớp", "which records have a name that matches"),
		WORDS("Gõ không dấu cũng được; tên cũ, tên tắt, tên khác và mã cũng tìm thấy.  Không có CHỮ thì liệt kê.",
			"Marks may be left out; former and short names, aliases and ids find it too.  Without TEXT all are listed."),
		1, 2, -1, OUTPUT_OPTIONS | WITH(LIMIT), FORMAT_TABLE, false, run_find, TABLE_FORMATS },
	{ "report", WORDS("GÌ", "WHAT"),
		WORDS("báo cáo để in, để gửi: văn bản A4, CSV cho Excel, XLSX",
			"a report for paper or a spreadsheet: A4 text, CSV for Excel, XLSX"),
		WORDS("GÌ là clusters, members, roles, figures, compare, covenants, awards hoặc meetings.  clusters không cần --cluster;\ncompare cần --years và --cluster hoặc --unit; figures nhận --part và --plans.",
			"WHAT is clusters, members, roles, figures, compare, covenants, awards or meetings.  clusters needs no --cluster;\ncompare needs --years and --cluster or --unit; figures takes --part and --plans."),
		1, 1, -1,
		WITH(FORMAT) | WITH(OUTPUT) | WITH(CLUSTER) | WITH(YEAR) | WITH(PART) | WITH(PLANS) | WITH(SINCE) |
			WITH(UNIT) | WITH(METRIC) | WITH(YEARS) | WITH(BOUNDARY) | WITH(SAME_UNITS) | WITH(SUM),
		FORMAT_TEXT, false, run_report, PAPER_FORMATS },
	{ "show", WORDS("LOẠI TÊN", "KIND NAME"), WORDS("một bản ghi, từng trường", "one record, field by field"),
		NOTHING, 2, 2, -1, OUTPUT_OPTIONS, FORMAT_TABLE, false, run_show, TABLE_FORMATS },
	{ "merge", WORDS("LOẠI TỪ VÀO", "KIND FROM INTO"),
		WORDS("gộp bản ghi TỪ vào bản ghi VÀO", "merge the record FROM into INTO"),
		WORDS("Mọi chỗ dẫn tới TỪ chuyển sang VÀO, tên của TỪ thành tên khác của VÀO; một lần hoàn tác là trả lại.",
			"All that refers to FROM moves to INTO, names of FROM become aliases; one undo takes it back."),
		3, 3, -1, WITH(KEEP), FORMAT_TABLE, false, run_merge, TABLE_FORMATS },
	{ "history", NOTHING, WORDS("ai đã đổi gì, mới nhất trước", "who changed what, newest first"),
		WORDS("Với --change, từng trường của một thay đổi.",
			"With --change, field by field what one change did."),
		0, 0, -1, OUTPUT_OPTIONS | WITH(LIMIT) | WITH(RECORD) | WITH(CHANGE), FORMAT_TABLE, false, run_history,
		TABLE_FORMATS },
	{ "undo", NOTHING, WORDS("hoàn tác thay đổi sau cùng của mình", "take back one's own latest change"), NOTHING,
		0, 0, -1, WITH(CHANGE) | WITH(FITTING), FORMAT_TABLE, false, run_undo, TABLE_FORMATS },
	{ "redo", NOTHING, WORDS("làm lại điều vừa hoàn tác", "bring again what was undone"), NOTHING, 0, 0, -1,
		WITH(FITTING), FORMAT_TABLE, false, run_redo, TABLE_FORMATS },
	{ "check", NOTHING, WORDS("tìm chỗ hỏng trong sổ", "look for damage in the book"),
		WORDS("Thoát với 1 khi có chỗ hỏng.", "Exit status 1 when there is any."), 0, 0, -1, OUTPUT_OPTIONS,
		FORMAT_TABLE, false, run_check, TABLE_FORMATS },
	{ "backup", WORDS("TỆP", "FILE"), WORDS("chép cả sổ ra một tệp mới", "copy the whole book into a new file"),
		WORDS("Dùng được khi sổ đang mở; đừng chép bằng cp.",
			"Works while the book is open; do not use cp for that."),
		1, 1, 0, 0, FORMAT_TABLE, false, run_backup, TABLE_FORMATS },
};
const size_t command_count = sizeof commands / sizeof *commands;

const char *
format_word(enum exchange_format format)
{
	static const char *const words[] = { [FORMAT_TABLE] = "table",
		[FORMAT_CSV] = "csv",
		[FORMAT_JSON] = "json",
		[FORMAT_TEXT] = "text",
		[FORMAT_XLSX] = "xlsx" };
	return format < ARRAY_COUNT(words) ? words[format] : NULL;
}

void
formats_add(struct str *out, const struct command *command, const char *between)
{
	size_t before = out->length;
	for (enum exchange_format i = FORMAT_TABLE; format_word(i); i++)
		if (command->formats & 1u << i)
			str_add_format(out, "%s%s", out->length > before ? between : "", format_word(i));
}

const struct command *
command_named(const char *name)
{
	for (size_t i = 0; i < command_count; i++)
		if (text_equal(commands[i].name, name))
			return &commands[i];
	return NULL;
}

const char *
command_name(size_t index)
{
	return index < command_count ? commands[index].name : NULL;
}

/* Words of a command line: options, one command, what it is applied to. */
#ifndef SRC_CLI_ARGUMENTS_H
#define SRC_CLI_ARGUMENTS_H
#include "base/err.h"
#include "base/str.h"
#include <stddef.h>

enum option_kind {
	OPTION_FLAG,
	OPTION_WORD, /* one of a few words, a number or a code */
	OPTION_TEXT, /* what a person calls something: passes text_clean */
	OPTION_PATH  /* taken as it is */
};
/* clang-format off: a table reads by its columns */
/* O(NAME, long name, short letter or 0, kind, value vi, value en, help vi, help en) */
#define OPTIONS(O) \
	O(BOOK, "book", 0, PATH, "TỆP", "FILE", "sổ cần mở (mặc định: $THIDUA_BOOK, rồi ~/.local/share/thidua/so.db)", \
		"the book to open (default: $THIDUA_BOOK, then ~/.local/share/thidua/so.db)") \
	O(AS, "as", 0, TEXT, "TÊN", "LOGIN", "tài khoản ghi vào nhật ký (mặc định: người dùng của máy)", \
		"the account that the history names (default: the system user)") \
	O(LANG, "lang", 0, WORD, "vi|en", "vi|en", "tiếng Việt hoặc tiếng Anh (mặc định: $THIDUA_LANG, rồi vi)", \
		"Vietnamese or English (default: $THIDUA_LANG, then vi)") \
	O(UTF8, "utf8", 0, WORD, "on|off|auto", "on|off|auto", "màn hình hiện được tiếng Việt có dấu hay không", \
		"whether the terminal shows UTF-8") \
	O(HELP, "help", 'h', FLAG, "", "", "hiện hướng dẫn này", "show this help") \
	O(VERSION, "version", 'V', FLAG, "", "", "hiện số phiên bản", "show the version") \
	O(FORMAT, "format", 0, WORD, "table|csv|json|text|xlsx", "table|csv|json|text|xlsx", "", "") \
	O(OUTPUT, "output", 0, PATH, "TỆP", "FILE", "ghi vào tệp này, thay tệp cũ nếu có; không nêu thì ra màn hình", \
		"write into this file, in the place of an older one; otherwise to standard output") \
	O(PLANS, "plans", 0, FLAG, "", "", "kế hoạch, thực hiện và phần trăm đạt cạnh nhau", \
		"plan, result and percent beside each other") \
	O(EXCEL, "excel", 0, FLAG, "", "", "CSV cho Excel: có BOM, dấu “;”, dòng kết thúc bằng CRLF", \
		"CSV for Excel: BOM, “;”, lines ended by CRLF") \
	O(RAW, "raw", 0, FLAG, "", "", "không thêm dấu ' trước ô mà bảng tính coi là công thức", \
		"no ' before cells that a spreadsheet would run as a formula") \
	O(ENCODING, "encoding", 0, WORD, "BẢNG-MÃ", "NAME", \
		"utf-8, tcvn3, vni, viscii, vps, cp1258, utf-16 … (mặc định: tự nhận ra)", \
		"utf-8, tcvn3, vni, viscii, vps, cp1258, utf-16 … (default: guessed)") \
	O(TITLE_CASE, "title-case", 0, WORD, "CỘT[,CỘT]", "COLUMN[,COLUMN]", \
		"cột viết hoa đầu từ như tên riêng: NGUYỄN VĂN ĐỨC thành Nguyễn Văn Đức", \
		"columns to be given the capitals of names: NGUYỄN VĂN ĐỨC becomes Nguyễn Văn Đức") \
	O(SEPARATOR, "separator", 0, WORD, "DẤU", "SIGN", \
		"dấu ngăn các ô: “,” “;” “|” hoặc tab (mặc định: tự nhận ra)", \
		"what parts the cells: “,” “;” “|” or tab (default: found)") \
	O(DRY_RUN, "dry-run", 0, FLAG, "", "", "cho xem năm dòng đầu và kết quả sẽ ra sao, không ghi gì", \
		"show the first five rows and what would become of them, store nothing") \
	O(LARGE, "large", 0, FLAG, "", "", "nhập cả khi tệp có hơn 250.000 bản ghi", \
		"import a file of more than 250,000 records too") \
	O(FROM, "from", 0, PATH, "THƯ-MỤC", "DIR", "nạp các tệp LOẠI.csv trong thư mục", \
		"load the files KIND.csv of a folder") \
	O(EXAMPLE, "example", 0, FLAG, "", "", "nạp sổ ví dụ: năm bài báo thật", \
		"load the example: five real articles") \
	O(TITLE, "title", 0, TEXT, "TÊN-SỔ", "TITLE", "tên sổ", "title of the book") \
	O(YEAR, "year", 0, WORD, "NĂM", "YEAR", "năm công tác (mặc định: của sổ; sổ mới: năm nay)", \
		"work year (default: that of the book; of a new one: this year)") \
	O(YEARS, "years", 0, WORD, "NĂM-NĂM", "YEAR-YEAR", "từ năm đến năm, như 2020-2024", \
		"from year to year, as in 2020-2024") \
	O(SINCE, "since", 0, WORD, "NĂM", "YEAR", "năm đầu của bảng (mặc định: bốn năm trước)", \
		"first year of the table (default: four years before)") \
	O(CLUSTER, "cluster", 0, TEXT, "CỤM", "CLUSTER", "cụm, khối: mã, hoặc chữ chỉ khớp một cụm", \
		"a cluster: its id, or text that finds exactly one") \
	O(UNIT, "unit", 0, TEXT, "ĐƠN-VỊ", "UNIT", "đơn vị: mã, hoặc chữ chỉ khớp một đơn vị", \
		"a unit: its id, or text that finds exactly one") \
	O(METRIC, "metric", 0, TEXT, "CHỈ-TIÊU", "METRIC", "chỉ tiêu; lặp lại để có nhiều chỉ tiêu", \
		"a metric; repeat it for several") \
	O(PART, "part", 0, WORD, "KỲ", "PART", "phần của năm: Y, H1, H2, Q1…Q4, M01…M12, C02…C11 (mặc định: Y)", \
		"part of the year: Y, H1, H2, Q1…Q4, M01…M12, C02…C11 (default: Y)") \
	O(BOUNDARY, "boundary", 0, WORD, "then|now", "then|now", \
		"địa giới của thời ấy hoặc của hôm nay (mặc định: then)", \
		"boundaries of that time or of today (default: then)") \
	O(SAME_UNITS, "same-units", 0, FLAG, "", "", "chỉ cộng các đơn vị có mặt ở cả hai năm", \
		"add only the units present in both years") \
	O(SUM, "sum", 0, FLAG, "", "", "cộng các thành viên thay vì số cụm báo cáo", \
		"the sum of the members instead of the cluster's own report") \
	O(LIMIT, "limit", 0, WORD, "SỐ", "NUMBER", "nhiều nhất bấy nhiêu dòng (mặc định: 50)", \
		"at most so many rows (default: 50)") \
	O(RECORD, "record", 0, TEXT, "LOẠI:TÊN", "KIND:NAME", "chỉ những thay đổi của một bản ghi (tên, mã hoặc #số)", \
		"only changes of one record (name, id or #number)") \
	O(CHANGE, "change", 0, WORD, "SỐ", "NUMBER", "một thay đổi của nhật ký", "one change of the history") \
	O(FITTING, "fitting", 0, FLAG, "", "", "chỉ những trường mà chưa ai sửa tiếp", \
		"only the fields that nobody built on") \
	O(KEEP, "keep", 0, WORD, "into|from", "into|from", "giữ bên nào khi hai bên cùng khóa", \
		"which side to keep where both hold the same key")

/* clang-format on */
enum option_id {
#define O(name, ...) OPTION_##name,
	OPTIONS(O)
#undef O
		OPTION_COUNT
};
struct option {
	const char *name;
	char letter;
	enum option_kind kind;
	struct words value, help;
};
extern const struct option options[OPTION_COUNT];
/* The set of options as bits. */
#define WITH(name) (UINT64_C(1) << OPTION_##name)
#define OPTIONS_EVERYWHERE (WITH(BOOK) | WITH(AS) | WITH(LANG) | WITH(UTF8) | WITH(HELP) | WITH(VERSION))

struct command; /* commands.h */
struct arguments {
	const struct command *command; /* NULL: the screen */
	char **words;                  /* what is no option, without the command; cleaned unless it is a path */
	size_t count;
	char *values[OPTION_COUNT]; /* NULL: not given; "" for a flag; of --metric the last */
	char **metrics;             /* every --metric */
	size_t metric_count;
};
/* Reads count words.  Options stand anywhere, as --name value or --name=value, shortened as long as they are unambiguous; after
 * -- nothing is an option.  false: a sentence with what would be right. */
bool arguments_read(struct arguments *out, size_t count, char *const *words, struct err *err);
void arguments_release(struct arguments *arguments);
/* The value of an option wherever it stands, before anything else is understood; NULL: not given. */
const char *arguments_peek(enum option_id option, size_t count, char *const *words);
bool arguments_given(const struct arguments *arguments, enum option_id option);

/* Splits a line into words at blanks; '…' and "…" keep them together, \ takes the next character as it is.  Nothing else has a
 * meaning: no shell is behind it. */
bool words_split(char ***words, size_t *count, const char *line, struct err *err);
void words_free(char **words, size_t count);

/* Appends those names that are nearest to what was typed, at most three, each with the prefix: "export, import"; nothing when none
 * is near.  name gives them by index, NULL after the last. */
void nearest_add(struct str *out, const char *typed, const char *prefix, const char *(*name)(size_t index));
#endif

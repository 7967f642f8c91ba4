/* What is to be known in a place besides its keys. */
#include "ui/help.h"

#define HEAD(context, vi, en) \
	{ \
		context, WORDS(vi, en), WORDS("", "") \
	}
#define ROW(context, left, vi, en) \
	{ \
		context, WORDS(left, left), WORDS(vi, en) \
	}
#define WORD(context, left, left_en, vi, en) \
	{ \
		context, WORDS(left, left_en), WORDS(vi, en) \
	}

const struct help_topic help_topics[] = {
	HEAD(IN_GRID, "Gõ số thế nào", "How to type figures"),
	ROW(IN_GRID, "74.516   74516   74 516", "đúng 74.516", "exactly 74.516"),
	ROW(IN_GRID, "trên 344 tỷ   hơn 6.500   >6500", "mức “trên”", "over, at least"),
	ROW(IN_GRID, "gần 2.000   <2000", "mức “dưới”", "nearly, under"),
	ROW(IN_GRID, "khoảng 7,2 triệu   ~7,2 triệu", "mức “khoảng”", "about"),
	ROW(IN_GRID, "0", "số không, khác với sổ chưa ghi (…)", "zero, not the same as nothing in the book (…)"),
	ROW(IN_GRID, "Shift+Insert", "dán cả khối chép từ Excel; xem trước rồi mới ghi",
		"pastes a block from Excel; shown before it is stored"),
	HEAD(IN_GRID, "Dấu trong lưới", "Signs in the figures"),
	WORD(IN_GRID, "…   chưa   k.giao   lời", "…   not yet   n.asked   words",
		"sổ chưa ghi; chưa có; không giao; nói mà không có số",
		"not in the book; not there yet; not assigned; said without a number"),
	WORD(IN_GRID, "TH   KH   %", "Act.   Plan   %", "thực hiện; kế hoạch giao; tỷ lệ do sổ tính",
		"result; plan; the ratio, computed by the book"),
	ROW(IN_GRID, "†   ≠   ¦", "số rộng hoặc hẹp hơn chỉ tiêu; nguồn ghi khác; không so được với năm trước",
		"covers more or less; a source says otherwise; not comparable with the year before"),
	WORD(IN_GRID, "3/5   thiếu 2", "3/5   lacks 2", "số đơn vị đã có số; còn chờ hai đơn vị",
		"units with a figure; two are missing"),

	HEAD(IN_COMPARISON, "Cách so và dấu", "How it compares, and signs"),
	WORD(IN_COMPARISON, "mọi đơn vị · cùng tập đơn vị", "all units · same units",
		"thành viên của từng năm · chỉ đơn vị có mặt cả hai năm",
		"the members of each year · only those of both years"),
	WORD(IN_COMPARISON, "ranh giới lúc đó · hôm nay", "boundaries then · today",
		"tên và địa bàn năm ấy · cộng đơn vị trước vào đơn vị nay",
		"the units of that time · predecessors summed into those of today"),
	ROW(IN_COMPARISON, "▲   ▼   =", "tăng, giảm, không đổi so với năm trước",
		"up, down, the same as the year before"),
	ROW(IN_COMPARISON, "†   ¦   ×   1.234*",
		"rộng hoặc hẹp hơn; không so được; không tính được; tổng của một số đơn vị",
		"covers more or less; not comparable; cannot be computed; sum of some units"),
	ROW(IN_COMPARISON, "…", "sổ chưa ghi", "not in the book"),

	HEAD(IN_MATRIX, "Chữ trong bảng", "Letters in the table"),
	WORD(IN_MATRIX, "T   P   ( )", "L   D   ( )", "cụm trưởng; cụm phó; gợi ý, chưa ghi vào sổ",
		"leader; deputy; suggested, not in the book"),
	ROW(IN_MATRIX, "·   ?", "thành viên; không rõ có vai trò không", "member; not known whether it had a role"),

	HEAD(IN_FIELD, "Gõ ngày thế nào", "How to type dates"),
	ROW(IN_FIELD, "7/12/2024   15.4   5-2", "ngày; thiếu năm thì là năm của phiếu",
		"a day; without a year that of the form"),
	ROW(IN_FIELD, "12/2024   2024", "chỉ biết tháng; chỉ biết năm", "only the month, only the year is known"),
	ROW(IN_FIELD, "trước 2024   sau 12/2024", "đã có từ trước; còn đến sau", "already by then; still then"),
	ROW(IN_FIELD, "khoảng 2020   7/12/2024?", "khoảng chừng; suy ra", "about; inferred"),
	{ IN_ANY, WORDS("", ""), WORDS("", "") },
};

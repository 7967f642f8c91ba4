/* Every field of every kind of record, once: records.md as X-lists.  Each list gives the enum of the kind's fields (here) and
 * its table (src/model/entities_*.c), in the order of form and file.  Codes are columns of the book and keys of its history:
 * never renamed, never reused.
 *
 * F(ENTITY, NAME, code, type, flags, limits and targets, label vi, label en, help vi, help en)
 * The note and the derived columns come last. */
#ifndef MODEL_FIELDS_H
#define MODEL_FIELDS_H

/* clang-format off: a table reads by its columns */
#define REQUIRED FIELD_REQUIRED
#define LISTED FIELD_IN_LIST
#define SEARCHED FIELD_SEARCHED
#define COMPOSED FIELD_COMPOSES
#define NONE_ .min = 0
#define TO(entity) .target = ENTITY_##entity
#define OF(set) .choices = { set##_choices, ARRAY_COUNT(set##_choices) }
#define RANGE(a, b) .min = (a), .max = (b)
#define FROM_1_TO(b) RANGE(1, b), .preset = 1
#define WIDE(columns) .max = (columns)
#define FROM(field) .from = (field)
#define PRESET(set, number) OF(set), .preset = (number)
#define PRESET_NUMBER(number) .preset = (number)
#define PRESET_WORD(word) .preset_text = (word)
#define NO_HELP "", ""
#define UID_FIELD(F, E) \
	F(E, UID, "uid", UID, FIELD_READ_ONLY, NONE_, "Mã chung", "Shared id", "Giống nhau ở mọi sổ; sổ tự cấp.", \
		"The same in every book; given by the book.")
#define NOTE_FIELD(F, E) F(E, NOTE, "note", LINES, COMPOSED | SEARCHED, NONE_, "Ghi chú", "Note", NO_HELP)

#define UNIT_FIELDS(F) \
	UID_FIELD(F, UNIT) \
	F(UNIT, FAMILY, "family", CHOICE, REQUIRED | FIELD_PRESET, OF(UNIT_FAMILY), "Khối tổ chức", "Family", NO_HELP) \
	F(UNIT, SECTOR, "sector", CHOICE, 0, OF(UNIT_SECTOR), "Lĩnh vực", "Sector", "Cho công đoàn cơ sở.", \
		"For grassroots unions.") \
	F(UNIT, FROM, "from", DATE, LISTED, NONE_, "Thành lập", "Founded", "Để trống: sổ chưa biết.", \
		"Empty: not known.") \
	F(UNIT, TO, "to", DATE, LISTED, NONE_, "Kết thúc", "Ended", "Để trống: vẫn còn.", "Empty: still there.") \
	F(UNIT, IDENTIFIED, "identified", BOOL, REQUIRED | FIELD_PRESET, PRESET_NUMBER(1), "Đã rõ là đơn vị nào", \
		"Identified", "Không: giấy tờ chưa cho biết đó là đơn vị nào; gộp bản ghi khi đã rõ.", \
		"No: the papers do not tell which unit it is; merge the records when known.") \
	F(UNIT, PHONE, "phone", CODE, 0, NONE_, "Điện thoại", "Phone", NO_HELP) \
	F(UNIT, EMAIL, "email", CODE, 0, NONE_, "Thư điện tử", "E-mail", NO_HELP) \
	F(UNIT, ADDRESS, "address", TEXT, COMPOSED, NONE_, "Địa chỉ", "Address", NO_HELP) \
	NOTE_FIELD(F, UNIT)
#define PHASE_FIELDS(F) \
	F(PHASE, SUBJECT, "subject", SUBJECT, REQUIRED, NONE_, "Của", "Of", NO_HELP) \
	F(PHASE, FROM, "from", DATE, LISTED, NONE_, "Từ", "From", "Tên này dùng từ ngày nào; trống: sổ chưa biết.", \
		"Since when this name; empty: not known.") \
	F(PHASE, TO, "to", DATE, LISTED, NONE_, "Đến", "To", "Trống: vẫn dùng.", "Empty: still used.") \
	F(PHASE, NAME, "name", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Tên đầy đủ", "Full name", \
		NO_HELP) \
	F(PHASE, SHORT, "short", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, WIDE(48), "Tên gọn", "Short name", \
		"Hiện ở danh sách và lưới số liệu.", "Shown in lists and grids.") \
	F(PHASE, PARENT, "parent", REFERENCE, LISTED, TO(UNIT), "Cấp trên", "Parent", NO_HELP) \
	F(PHASE, LEVEL, "level", CHOICE, LISTED, OF(PHASE_LEVEL), "Cấp", "Level", NO_HELP) \
	NOTE_FIELD(F, PHASE) \
	F(PHASE, FIRST_DAY, "first_day", FIRST_DAY, 0, FROM(PHASE_FROM), "Ngày đầu", "First day", NO_HELP) \
	F(PHASE, LAST_DAY, "last_day", LAST_DAY, 0, FROM(PHASE_TO), "Ngày cuối", "Last day", NO_HELP) \
	F(PHASE, NAME_KEY, "name_key", KEY, 0, FROM(PHASE_NAME), "Khóa", "Key", NO_HELP) \
	F(PHASE, NAME_BARE, "name_bare", BARE, 0, FROM(PHASE_NAME), "Tên không dấu", "Folded name", NO_HELP) \
	F(PHASE, SHORT_KEY, "short_key", KEY, 0, FROM(PHASE_SHORT), "Khóa tên gọn", "Key of the short name", NO_HELP) \
	F(PHASE, SHORT_BARE, "short_bare", BARE, 0, FROM(PHASE_SHORT), "Tên gọn không dấu", "Folded short name", \
		NO_HELP)
#define CLUSTER_FIELDS(F) \
	UID_FIELD(F, CLUSTER) \
	F(CLUSTER, OWNER, "owner", REFERENCE, REQUIRED | LISTED, TO(UNIT), "Cấp tổ chức", "Owner", \
		"Đơn vị lập ra cụm; có thể là đơn vị chưa rõ.", \
		"The unit that set the cluster up; may be an unidentified one.") \
	F(CLUSTER, KIND, "kind", CHOICE, REQUIRED | FIELD_PRESET, OF(CLUSTER_KIND), "Loại", "Kind", \
		"Cụm có cụm trưởng, khối có khối trưởng.", "The words of the roles follow it.") \
	F(CLUSTER, NUMBER, "number", INTEGER, LISTED, RANGE(1, 999), "Số thứ tự", "Number", \
		"Chỉ ghi khi tên có số thứ tự; không đọc số lượng đơn vị trong tên.", \
		"Only an ordinal; never the count in a name.") \
	F(CLUSTER, ROTATION, "rotation", CHOICE, REQUIRED | FIELD_PRESET, \
		PRESET(CLUSTER_ROTATION, CLUSTER_ROTATION_UNKNOWN), "Cách chọn vai trò", "Rotation", \
		"Phân công: sổ không gợi ý.", "Appointment: no suggestion.") \
	F(CLUSTER, DEPUTY_SUCCEEDS, "deputy_succeeds", BOOL, REQUIRED | FIELD_PRESET, PRESET_NUMBER(1), \
		"Phó kế nhiệm trưởng", "Deputy succeeds", "Thói quen của cụm: năm sau cụm phó làm cụm trưởng.", \
		"A habit of the cluster: the deputy leads next year.") \
	F(CLUSTER, FROM, "from", DATE, LISTED, NONE_, "Lập từ", "Founded", NO_HELP) \
	F(CLUSTER, TO, "to", DATE, LISTED, NONE_, "Đến", "Ended", NO_HELP) \
	F(CLUSTER, FOUNDED_BY, "founded_by", REFERENCE, 0, TO(DOCUMENT), "Quyết định lập", "Founded by", NO_HELP) \
	F(CLUSTER, ENDED_BY, "ended_by", REFERENCE, 0, TO(DOCUMENT), "Quyết định kết thúc", "Ended by", NO_HELP) \
	NOTE_FIELD(F, CLUSTER)
#define CLUSTER_YEAR_FIELDS(F) \
	F(CLUSTER_YEAR, CLUSTER, "cluster", REFERENCE, REQUIRED | LISTED, TO(CLUSTER), "Cụm", "Cluster", NO_HELP) \
	F(CLUSTER_YEAR, WORK_YEAR, "work_year", YEAR, REQUIRED | LISTED, NONE_, "Năm công tác", "Work year", NO_HELP) \
	F(CLUSTER_YEAR, MEMBER_COUNT, "member_count", INTEGER, LISTED, RANGE(0, 9999), "Số thành viên theo nguồn", \
		"Published members", "Trống: nguồn không nói.", "Empty: not stated.") \
	F(CLUSTER_YEAR, DEPUTY_COUNT, "deputy_count", INTEGER, LISTED, RANGE(0, 99), "Số cụm phó theo nguồn", \
		"Published deputies", "0: không có cụm phó; trống: nguồn không nói.", "0: none; empty: not stated.") \
	F(CLUSTER_YEAR, THEME, "theme", TEXT, LISTED | SEARCHED | COMPOSED, NONE_, "Chủ đề năm", "Theme", \
		"Khi chủ đề không nằm trong giao ước.", "When it is not in a covenant.") \
	F(CLUSTER_YEAR, STATE, "state", CHOICE, REQUIRED | LISTED | FIELD_PRESET, OF(CLUSTER_YEAR_STATE), \
		"Trạng thái", "State", NO_HELP) \
	NOTE_FIELD(F, CLUSTER_YEAR)
#define SUCCESSION_FIELDS(F) \
	UID_FIELD(F, SUCCESSION) \
	F(SUCCESSION, PREDECESSOR, "predecessor", SUBJECT, REQUIRED | LISTED, NONE_, "Đơn vị trước", "Predecessor", \
		NO_HELP) \
	F(SUCCESSION, SUCCESSOR, "successor", SUBJECT, LISTED, NONE_, "Đơn vị sau", "Successor", \
		"Trống khi kết thúc mà không có đơn vị kế thừa.", "Empty when it ended without one.") \
	F(SUCCESSION, KIND, "kind", CHOICE, REQUIRED | LISTED, OF(SUCCESSION_KIND), "Cách", "Kind", \
		"Chỉ đổi tên thì thêm một giai đoạn tên, không phải kế thừa.", \
		"A mere renaming is a new phase, not a succession.") \
	F(SUCCESSION, DATE, "date", DATE, REQUIRED | LISTED, NONE_, "Hiệu lực", "Date", NO_HELP) \
	F(SUCCESSION, DOCUMENT, "document", REFERENCE, LISTED, TO(DOCUMENT), "Quyết định", "Decision", NO_HELP) \
	NOTE_FIELD(F, SUCCESSION)
#define SUCCESSION_SHARE_FIELDS(F) \
	F(SUCCESSION_SHARE, SUCCESSION, "succession", REFERENCE, REQUIRED, TO(SUCCESSION), "Kế thừa", "Succession", \
		NO_HELP) \
	F(SUCCESSION_SHARE, METRIC, "metric", REFERENCE, REQUIRED | LISTED, TO(METRIC), "Chỉ tiêu", "Metric", NO_HELP) \
	F(SUCCESSION_SHARE, VALUE, "value", AMOUNT, LISTED, NONE_, "Phần chuyển", "Share", \
		"Số chuyển sang đơn vị sau; hoặc ghi phần nghìn.", \
		"What goes to the successor; or give the permille.") \
	F(SUCCESSION_SHARE, PERMILLE, "permille", INTEGER, LISTED, RANGE(0, 1000), "Phần nghìn", "Permille", NO_HELP) \
	NOTE_FIELD(F, SUCCESSION_SHARE)
#define ALIAS_FIELDS(F) \
	F(ALIAS, ENTITY, "entity", ENTITY, REQUIRED, NONE_, "Loại", "Kind", NO_HELP) \
	F(ALIAS, RECORD, "record", ANY, REQUIRED | LISTED, NONE_, "Của", "Of", NO_HELP) \
	F(ALIAS, TEXT, "text", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Cách viết", "Spelling", \
		"Tìm và nhập tệp nhận cả cách viết này.", "Search and import accept it.") \
	NOTE_FIELD(F, ALIAS) \
	F(ALIAS, TEXT_BARE, "text_bare", BARE, 0, FROM(ALIAS_TEXT), "Không dấu", "Folded", NO_HELP)
#define MEMBERSHIP_FIELDS(F) \
	UID_FIELD(F, MEMBERSHIP) \
	F(MEMBERSHIP, CLUSTER, "cluster", REFERENCE, REQUIRED | LISTED, TO(CLUSTER), "Cụm", "Cluster", NO_HELP) \
	F(MEMBERSHIP, UNIT, "unit", REFERENCE, REQUIRED | LISTED, TO(UNIT), "Đơn vị", "Unit", NO_HELP) \
	F(MEMBERSHIP, FROM, "from", DATE, LISTED, NONE_, "Từ", "From", \
		"“trước 2024”: năm 2024 đã là thành viên. Trống: chỉ chắc ở năm có nguồn.", \
		"“before 2024”: a member in 2024 already. Empty: sure only in years with a source.") \
	F(MEMBERSHIP, TO, "to", DATE, LISTED, NONE_, "Đến", "To", "Trống: vẫn là thành viên.", \
		"Empty: still a member.") \
	F(MEMBERSHIP, POSITION, "position", INTEGER, 0, RANGE(1, 9999), "Thứ tự", "Position", \
		"Như khi ký giao ước; trống: xếp theo vần.", "As signed; empty: Vietnamese order.") \
	NOTE_FIELD(F, MEMBERSHIP) \
	F(MEMBERSHIP, FIRST_DAY, "first_day", FIRST_DAY, 0, FROM(MEMBERSHIP_FROM), "Ngày đầu", "First day", NO_HELP) \
	F(MEMBERSHIP, LAST_DAY, "last_day", LAST_DAY, 0, FROM(MEMBERSHIP_TO), "Ngày cuối", "Last day", NO_HELP)
#define ROLE_FIELDS(F) \
	UID_FIELD(F, ROLE) \
	F(ROLE, CODE, "code", CODE, REQUIRED | LISTED, NONE_, "Mã", "Code", "Không đổi về sau.", "Never changes.") \
	F(ROLE, LABEL, "label", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Tên (cụm)", \
		"Name in a cluster", NO_HELP) \
	F(ROLE, LABEL_BLOCK, "label_block", TEXT, REQUIRED | LISTED | COMPOSED, NONE_, "Tên (khối)", \
		"Name in a block", NO_HELP) \
	F(ROLE, LABEL_EN, "label_en", TEXT, 0, NONE_, "Tên tiếng Anh", "English name", NO_HELP) \
	F(ROLE, SINGLE, "single", BOOL, REQUIRED | LISTED, NONE_, "Chỉ một", "Single", "Mỗi ngày chỉ một đơn vị giữ.", \
		"One holder on any day.") \
	F(ROLE, MEMBERS_ONLY, "members_only", BOOL, REQUIRED | LISTED | FIELD_PRESET, PRESET_NUMBER(1), \
		"Chỉ thành viên", "Members only", NO_HELP) \
	F(ROLE, COUNTS, "counts", BOOL, REQUIRED | LISTED | FIELD_PRESET, PRESET_NUMBER(1), "Tính luân phiên", \
		"Counts for rotation", NO_HELP) \
	F(ROLE, SUCCEEDS_TO, "succeeds_to", REFERENCE, LISTED, TO(ROLE), "Kế nhiệm", "Succeeds to", NO_HELP) \
	NOTE_FIELD(F, ROLE)
#define TERM_FIELDS(F) \
	UID_FIELD(F, TERM) \
	F(TERM, CLUSTER, "cluster", REFERENCE, REQUIRED | LISTED, TO(CLUSTER), "Cụm", "Cluster", NO_HELP) \
	F(TERM, WORK_YEAR, "work_year", YEAR, LISTED, NONE_, "Năm công tác", "Work year", \
		"Năm làm việc, không phải năm họp; trống: sổ chưa biết.", \
		"The year of work, not of the meeting; empty: not known.") \
	F(TERM, YEAR_BASIS, "year_basis", CHOICE, REQUIRED | FIELD_PRESET, OF(TERM_YEAR_BASIS), "Căn cứ năm", \
		"Basis of the year", NO_HELP) \
	F(TERM, ROLE, "role", REFERENCE, REQUIRED | LISTED, TO(ROLE), "Vai trò", "Role", NO_HELP) \
	F(TERM, UNIT, "unit", REFERENCE, LISTED, TO(UNIT), "Đơn vị", "Unit", NO_HELP) \
	F(TERM, PERSON, "person", REFERENCE, LISTED, TO(PERSON), "Người đại diện", "Person acting", \
		"Có thể là cấp phó của đơn vị.", "May be a deputy head.") \
	F(TERM, HOW, "how", CHOICE, LISTED, OF(TERM_HOW), "Cách trao", "How given", "Trống: nguồn không nói.", \
		"Empty: not stated.") \
	F(TERM, MEETING, "meeting", REFERENCE, 0, TO(MEETING), "Tại hội nghị", "At the meeting", NO_HELP) \
	F(TERM, DOCUMENT, "document", REFERENCE, 0, TO(DOCUMENT), "Quyết định", "Decision", NO_HELP) \
	F(TERM, FROM, "from", DATE, 0, NONE_, "Từ", "From", "Chỉ ghi khi không giữ trọn năm.", \
		"Only when not the whole year.") \
	F(TERM, TO, "to", DATE, 0, NONE_, "Đến", "To", "Chỉ ghi khi không giữ trọn năm.", \
		"Only when not the whole year.") \
	NOTE_FIELD(F, TERM) \
	F(TERM, FIRST_DAY, "first_day", FIRST_DAY, 0, FROM(TERM_FROM), "Ngày đầu", "First day", NO_HELP) \
	F(TERM, LAST_DAY, "last_day", LAST_DAY, 0, FROM(TERM_TO), "Ngày cuối", "Last day", NO_HELP)
#define CLASS_SET_FIELDS(F) \
	UID_FIELD(F, CLASS_SET) \
	F(CLASS_SET, CODE, "code", CODE, REQUIRED | LISTED, NONE_, "Mã", "Code", NO_HELP) \
	F(CLASS_SET, NAME, "name", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Bộ xếp loại", "Class set", \
		NO_HELP) \
	F(CLASS_SET, NAME_EN, "name_en", TEXT, 0, NONE_, "Tên tiếng Anh", "English name", NO_HELP) \
	NOTE_FIELD(F, CLASS_SET)
#define CLASS_FIELDS(F) \
	UID_FIELD(F, CLASS) \
	F(CLASS, CLASS_SET, "class_set", REFERENCE, REQUIRED, TO(CLASS_SET), "Bộ xếp loại", "Class set", NO_HELP) \
	F(CLASS, POSITION, "position", INTEGER, REQUIRED, RANGE(1, 9999), "Thứ tự", "Position", NO_HELP) \
	F(CLASS, NAME, "name", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Loại", "Class", NO_HELP) \
	F(CLASS, SHORT, "short", TEXT, REQUIRED | LISTED | COMPOSED, NONE_, "Tên gọn", "Short name", NO_HELP) \
	F(CLASS, NAME_EN, "name_en", TEXT, 0, NONE_, "Tên tiếng Anh", "English name", NO_HELP) \
	NOTE_FIELD(F, CLASS)
#define METRIC_FIELDS(F) \
	UID_FIELD(F, METRIC) \
	F(METRIC, CODE, "code", CODE, REQUIRED, NONE_, "Mã", "Code", "Không đổi về sau.", "Never changes.") \
	F(METRIC, NAME, "name", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Tên", "Name", NO_HELP) \
	F(METRIC, NAME_EN, "name_en", TEXT, 0, NONE_, "Tên tiếng Anh", "English name", NO_HELP) \
	F(METRIC, SHORT, "short", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, WIDE(24), "Tên gọn", "Short name", \
		NO_HELP) \
	F(METRIC, GROUP, "group", TEXT, LISTED | COMPOSED, NONE_, "Nhóm", "Group", NO_HELP) \
	F(METRIC, POSITION, "position", INTEGER, REQUIRED, RANGE(1, 99999), "Thứ tự", "Position", NO_HELP) \
	F(METRIC, MEASURE, "measure", TEXT, REQUIRED | LISTED | COMPOSED, NONE_, "Đơn vị tính", "Unit of measure", \
		"đoàn viên, đồng, đồng/người/tháng, %", "đoàn viên, đồng, đồng/người/tháng, %") \
	F(METRIC, KIND, "kind", CHOICE, REQUIRED | LISTED, OF(METRIC_KIND), "Tính chất", "Kind", \
		"Quyết định cách cộng: xem F1.", "Decides how it adds up: see F1.") \
	F(METRIC, CLASS, "class", REFERENCE, 0, TO(CLASS), "Loại nào", "Class", NO_HELP) \
	F(METRIC, CLASS_OF, "class_of", CHOICE, 0, OF(METRIC_CLASS_OF), "Loại của", "Class of", NO_HELP) \
	F(METRIC, DECIMALS, "decimals", INTEGER, REQUIRED | FIELD_PRESET, RANGE(0, 4), "Số lẻ", "Decimals", \
		"Tăng được, không giảm khi đã có số liệu.", "May rise, never fall while figures exist.") \
	F(METRIC, NUMERATOR, "numerator", REFERENCE, 0, TO(METRIC), "Tử số", "Numerator", NO_HELP) \
	F(METRIC, DENOMINATOR, "denominator", REFERENCE, 0, TO(METRIC), "Mẫu số", "Denominator", NO_HELP) \
	F(METRIC, WEIGHT, "weight", REFERENCE, 0, TO(METRIC), "Quyền số", "Weight", NO_HELP) \
	F(METRIC, PART_OF, "part_of", REFERENCE, 0, TO(METRIC), "Thuộc chỉ tiêu", "Part of", NO_HELP) \
	F(METRIC, PART_RULE, "part_rule", CHOICE, 0, OF(METRIC_PART_RULE), "Quan hệ", "Part rule", NO_HELP) \
	F(METRIC, SLASH, "slash", CHOICE, REQUIRED | FIELD_PRESET, OF(METRIC_SLASH), "“x/y” nghĩa là", "“x/y” means", \
		NO_HELP) \
	F(METRIC, BETTER, "better", CHOICE, REQUIRED | FIELD_PRESET, OF(METRIC_BETTER), "Tốt khi", "Better when", \
		NO_HELP) \
	F(METRIC, DEFINITION, "definition", TEXT, COMPOSED, NONE_, "Cách tính", "Definition", NO_HELP) \
	F(METRIC, FROM_YEAR, "from_year", YEAR, 0, NONE_, "Dùng từ năm", "From year", NO_HELP) \
	F(METRIC, TO_YEAR, "to_year", YEAR, 0, NONE_, "Đến năm", "To year", NO_HELP) \
	NOTE_FIELD(F, METRIC) \
	F(METRIC, NAME_KEY, "name_key", KEY, 0, FROM(METRIC_NAME), "Khóa", "Key", NO_HELP) \
	F(METRIC, NAME_BARE, "name_bare", BARE, 0, FROM(METRIC_NAME), "Không dấu", "Folded", NO_HELP)
#define CLUSTER_METRIC_FIELDS(F) \
	F(CLUSTER_METRIC, CLUSTER, "cluster", REFERENCE, REQUIRED | LISTED, TO(CLUSTER), "Cụm", "Cluster", NO_HELP) \
	F(CLUSTER_METRIC, METRIC, "metric", REFERENCE, REQUIRED | LISTED, TO(METRIC), "Chỉ tiêu", "Metric", NO_HELP) \
	F(CLUSTER_METRIC, FROM_YEAR, "from_year", YEAR, REQUIRED | LISTED, NONE_, "Từ năm", "From year", NO_HELP) \
	F(CLUSTER_METRIC, TO_YEAR, "to_year", YEAR, LISTED, NONE_, "Đến năm", "To year", NO_HELP) \
	F(CLUSTER_METRIC, POSITION, "position", INTEGER, 0, RANGE(1, 9999), "Thứ tự", "Position", NO_HELP) \
	F(CLUSTER_METRIC, MAIN, "main", BOOL, REQUIRED | LISTED | FIELD_PRESET, NONE_, "Chỉ tiêu chính", "Main", \
		"Nhiều nhất năm chỉ tiêu chính một năm.", "At most five main ones a year.") \
	NOTE_FIELD(F, CLUSTER_METRIC)
#define FIGURE_FIELDS(F) \
	F(FIGURE, SUBJECT, "subject", SUBJECT, REQUIRED | LISTED, NONE_, "Đối tượng", "Subject", NO_HELP) \
	F(FIGURE, METRIC, "metric", REFERENCE, REQUIRED | LISTED, TO(METRIC), "Chỉ tiêu", "Metric", NO_HELP) \
	F(FIGURE, PERIOD, "period", PERIOD, REQUIRED | LISTED, NONE_, "Kỳ", "Period", NO_HELP) \
	F(FIGURE, KIND, "kind", CHOICE, REQUIRED | LISTED | FIELD_PRESET, OF(FIGURE_KIND), "Loại", "Kind", NO_HELP) \
	F(FIGURE, STATUS, "status", CHOICE, REQUIRED | FIELD_PRESET, PRESET(FIGURE_STATUS, FIGURE_STATUS_NUMBER), \
		"Tình trạng", "Status", NO_HELP) \
	F(FIGURE, VALUE, "value", AMOUNT, LISTED, NONE_, "Số", "Value", NO_HELP) \
	F(FIGURE, QUALIFIER, "qualifier", CHOICE, LISTED, OF(QUALIFIER), "Mức", "Qualifier", NO_HELP) \
	F(FIGURE, WORDS, "words", TEXT, COMPOSED, NONE_, "Nguyên văn", "Words", "Như giấy viết: “trên 344 tỷ đồng”.", \
		"As the paper says.") \
	F(FIGURE, STAGE, "stage", CHOICE, REQUIRED | FIELD_PRESET, PRESET(FIGURE_STAGE, FIGURE_STAGE_FINAL), \
		"Mức chắc chắn", "Stage", NO_HELP) \
	F(FIGURE, AS_OF, "as_of", DATE, 0, NONE_, "Số liệu đến ngày", "As of", NO_HELP) \
	F(FIGURE, ORIGIN, "origin", CHOICE, REQUIRED | FIELD_PRESET, OF(FIGURE_ORIGIN), "Từ đâu", "Origin", NO_HELP) \
	F(FIGURE, COVERAGE, "coverage", CHOICE, REQUIRED | FIELD_PRESET, OF(FIGURE_COVERAGE), "Phạm vi", "Coverage", \
		NO_HELP) \
	F(FIGURE, COVERAGE_NOTE, "coverage_note", TEXT, COMPOSED, NONE_, "Phạm vi thế nào", "Coverage note", NO_HELP) \
	F(FIGURE, WITH_PREDECESSORS, "with_predecessors", CHOICE, 0, OF(FIGURE_WITH_PREDECESSORS), \
		"Gồm đơn vị tiền thân", "With predecessors", NO_HELP) \
	F(FIGURE, OUT_OF, "out_of", INTEGER, 0, NONE_, "Trên tổng số", "Out of", NO_HELP) \
	F(FIGURE, PCT_TEXT, "pct_text", CODE, 0, NONE_, "Tỷ lệ công bố", "Published percentage", NO_HELP) \
	F(FIGURE, PCT_OF, "pct_of", CHOICE, 0, OF(FIGURE_PCT_OF), "So với", "Percentage of", NO_HELP) \
	F(FIGURE, SET_BY, "set_by", REFERENCE, 0, TO(UNIT), "Bên giao", "Set by", NO_HELP) \
	F(FIGURE, COVENANT_ITEM, "covenant_item", REFERENCE, 0, TO(COVENANT_ITEM), "Nội dung giao ước", \
		"Covenant item", NO_HELP) \
	NOTE_FIELD(F, FIGURE)
#define SPAN_FIELDS(F) \
	F(SPAN, KIND, "kind", CHOICE, REQUIRED, OF(SPAN_KIND), "Loại", "Kind", NO_HELP) \
	F(SPAN, FIRST_DAY, "first_day", DATE, 0, NONE_, "Từ ngày", "From", NO_HELP) \
	F(SPAN, LAST_DAY, "last_day", DATE, REQUIRED, NONE_, "Đến ngày", "To", NO_HELP) \
	NOTE_FIELD(F, SPAN)
#define BREAK_FIELDS(F) \
	UID_FIELD(F, BREAK) \
	F(BREAK, SUBJECT, "subject", SUBJECT, LISTED, NONE_, "Đối tượng", "Subject", "Trống: cả sổ.", \
		"Empty: the whole book.") \
	F(BREAK, WITH_CHILDREN, "with_children", BOOL, REQUIRED | FIELD_PRESET, NONE_, "Cả cấp dưới", "With children", \
		NO_HELP) \
	F(BREAK, ALL_STOCK, "all_stock", BOOL, REQUIRED | FIELD_PRESET, NONE_, "Mọi chỉ tiêu hiện có", \
		"All stock metrics", NO_HELP) \
	F(BREAK, DATE, "date", DATE, REQUIRED | LISTED, NONE_, "Ngày", "Date", NO_HELP) \
	F(BREAK, REASON, "reason", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Lý do", "Reason", NO_HELP) \
	F(BREAK, DOCUMENT, "document", REFERENCE, 0, TO(DOCUMENT), "Quyết định", "Decision", NO_HELP) \
	F(BREAK, SUCCESSION, "succession", REFERENCE, 0, TO(SUCCESSION), "Kế thừa", "Succession", NO_HELP) \
	NOTE_FIELD(F, BREAK)
#define BREAK_METRIC_FIELDS(F) \
	F(BREAK_METRIC, BREAK, "break", REFERENCE, REQUIRED, TO(BREAK), "Mốc đứt chuỗi", "Break", NO_HELP) \
	F(BREAK_METRIC, METRIC, "metric", REFERENCE, REQUIRED | LISTED, TO(METRIC), "Chỉ tiêu", "Metric", NO_HELP) \
	NOTE_FIELD(F, BREAK_METRIC)
#define ROUND_FIELDS(F) \
	UID_FIELD(F, ROUND) \
	F(ROUND, CLUSTER, "cluster", REFERENCE, REQUIRED | LISTED, TO(CLUSTER), "Cụm", "Cluster", NO_HELP) \
	F(ROUND, PERIOD, "period", PERIOD, REQUIRED | LISTED, NONE_, "Kỳ", "Period", NO_HELP) \
	F(ROUND, ORDINAL, "ordinal", INTEGER, REQUIRED | FIELD_PRESET, FROM_1_TO(99), "Lần", "Ordinal", NO_HELP) \
	F(ROUND, TITLE, "title", TEXT, LISTED | COMPOSED, NONE_, "Tên", "Title", NO_HELP) \
	F(ROUND, DUE, "due", DATE, REQUIRED | LISTED, NONE_, "Hạn", "Due", NO_HELP) \
	F(ROUND, REQUESTED_BY, "requested_by", REFERENCE, 0, TO(DOCUMENT), "Văn bản yêu cầu", "Requested by", NO_HELP) \
	NOTE_FIELD(F, ROUND)
#define SUBMISSION_FIELDS(F) \
	F(SUBMISSION, ROUND, "round", REFERENCE, REQUIRED, TO(ROUND), "Đợt", "Round", NO_HELP) \
	F(SUBMISSION, UNIT, "unit", REFERENCE, REQUIRED | LISTED, TO(UNIT), "Đơn vị", "Unit", NO_HELP) \
	F(SUBMISSION, STATE, "state", CHOICE, REQUIRED | LISTED | FIELD_PRESET, OF(SUBMISSION_STATE), "Tình trạng", \
		"State", NO_HELP) \
	F(SUBMISSION, RECEIVED, "received", DATE, LISTED, NONE_, "Ngày nhận", "Received", NO_HELP) \
	F(SUBMISSION, DOCUMENT, "document", REFERENCE, 0, TO(DOCUMENT), "Văn bản", "Document", NO_HELP) \
	F(SUBMISSION, REMINDED, "reminded", DATE, LISTED, NONE_, "Nhắc ngày", "Reminded", NO_HELP) \
	F(SUBMISSION, REASON, "reason", TEXT, COMPOSED, NONE_, "Lý do", "Reason", NO_HELP) \
	NOTE_FIELD(F, SUBMISSION)
#define PERSON_FIELDS(F) \
	UID_FIELD(F, PERSON) \
	F(PERSON, NAME, "name", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Họ tên", "Name", \
		"Đúng như giấy viết; không ghi “đồng chí”, “ông”, “bà”.", "Exactly as written, without titles.") \
	F(PERSON, HAS_MARKS, "has_marks", BOOL, REQUIRED | FIELD_PRESET, PRESET_NUMBER(1), "Đủ dấu", "Has marks", \
		"Không: nguồn viết không dấu.", "No: the source had no diacritics.") \
	F(PERSON, PHONE, "phone", CODE, LISTED, NONE_, "Điện thoại", "Phone", NO_HELP) \
	F(PERSON, EMAIL, "email", CODE, 0, NONE_, "Thư điện tử", "E-mail", NO_HELP) \
	NOTE_FIELD(F, PERSON) \
	F(PERSON, NAME_KEY, "name_key", PERSON_KEY, 0, FROM(PERSON_NAME), "Khóa", "Key", NO_HELP) \
	F(PERSON, NAME_BARE, "name_bare", BARE, 0, FROM(PERSON_NAME), "Không dấu", "Folded", NO_HELP)
#define POST_FIELDS(F) \
	UID_FIELD(F, POST) \
	F(POST, PERSON, "person", REFERENCE, REQUIRED | LISTED, TO(PERSON), "Người", "Person", NO_HELP) \
	F(POST, UNIT, "unit", REFERENCE, REQUIRED | LISTED, TO(UNIT), "Đơn vị", "Unit", NO_HELP) \
	F(POST, TITLE, "title", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Chức vụ", "Title", NO_HELP) \
	F(POST, FROM, "from", DATE, LISTED, NONE_, "Từ", "From", NO_HELP) \
	F(POST, TO, "to", DATE, LISTED, NONE_, "Đến", "To", NO_HELP) \
	F(POST, IS_CONTACT, "is_contact", BOOL, REQUIRED | FIELD_PRESET, NONE_, "Đầu mối", "Contact", NO_HELP) \
	NOTE_FIELD(F, POST) \
	F(POST, FIRST_DAY, "first_day", FIRST_DAY, 0, FROM(POST_FROM), "Ngày đầu", "First day", NO_HELP) \
	F(POST, LAST_DAY, "last_day", LAST_DAY, 0, FROM(POST_TO), "Ngày cuối", "Last day", NO_HELP)
#define DOCUMENT_FIELDS(F) \
	UID_FIELD(F, DOCUMENT) \
	F(DOCUMENT, KIND, "kind", CHOICE, REQUIRED | LISTED, OF(DOCUMENT_KIND), "Loại", "Kind", NO_HELP) \
	F(DOCUMENT, TITLE, "title", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Trích yếu", "Title", \
		NO_HELP) \
	F(DOCUMENT, NUMBER, "number", CODE, LISTED | SEARCHED, NONE_, "Số ký hiệu", "Number", "Như in trên giấy.", \
		"As printed.") \
	F(DOCUMENT, ISSUER, "issuer", REFERENCE, 0, TO(UNIT), "Nơi ban hành", "Issuer", NO_HELP) \
	F(DOCUMENT, ISSUER_TEXT, "issuer_text", TEXT, COMPOSED, NONE_, "Nơi ban hành (như in)", "Issuer as printed", \
		"Của trang tin: tên trang và người viết.", "Of a page: its site and author.") \
	F(DOCUMENT, DATE, "date", DATE, LISTED, NONE_, "Ngày văn bản", "Date", NO_HELP) \
	F(DOCUMENT, PUBLISHED, "published", DATE, 0, NONE_, "Ngày đăng", "Published", "Ngày đăng khác ngày diễn ra.", \
		"Not the day of the event.") \
	F(DOCUMENT, DIRECTION, "direction", CHOICE, 0, OF(DOCUMENT_DIRECTION), "Đi, đến", "Direction", NO_HELP) \
	F(DOCUMENT, RECEIVED, "received", DATE, 0, NONE_, "Ngày đến", "Received", NO_HELP) \
	F(DOCUMENT, STAGE, "stage", CHOICE, REQUIRED | FIELD_PRESET, PRESET(DOCUMENT_STAGE, DOCUMENT_STAGE_ISSUED), \
		"Trạng thái", "Stage", NO_HELP) \
	F(DOCUMENT, CLUSTER, "cluster", REFERENCE, LISTED, TO(CLUSTER), "Của cụm", "Of cluster", NO_HELP) \
	F(DOCUMENT, WORK_YEAR, "work_year", YEAR, LISTED, NONE_, "Năm", "Work year", NO_HELP) \
	F(DOCUMENT, CUSTODIAN, "custodian", REFERENCE, 0, TO(UNIT), "Người giữ", "Custodian", NO_HELP) \
	F(DOCUMENT, KEPT_AT, "kept_at", TEXT, COMPOSED, NONE_, "Nơi lưu", "Kept at", NO_HELP) \
	F(DOCUMENT, PATH, "path", CODE, 0, NONE_, "Tệp, địa chỉ", "File, address", NO_HELP) \
	F(DOCUMENT, LANGUAGE, "language", CODE, REQUIRED | FIELD_PRESET, PRESET_WORD("vi"), "Ngôn ngữ", "Language", \
		NO_HELP) \
	F(DOCUMENT, IS_TRANSLATION, "is_translation", BOOL, REQUIRED | FIELD_PRESET, NONE_, "Bản dịch", "Translation", \
		NO_HELP) \
	F(DOCUMENT, IS_COMPLETE, "is_complete", BOOL, REQUIRED | FIELD_PRESET, PRESET_NUMBER(1), "Đủ bài", "Complete", \
		NO_HELP) \
	F(DOCUMENT, REPLACES, "replaces", REFERENCE, 0, TO(DOCUMENT), "Thay thế", "Replaces", NO_HELP) \
	NOTE_FIELD(F, DOCUMENT) \
	F(DOCUMENT, TITLE_KEY, "title_key", KEY, 0, FROM(DOCUMENT_TITLE), "Khóa", "Key", NO_HELP) \
	F(DOCUMENT, TITLE_BARE, "title_bare", BARE, 0, FROM(DOCUMENT_TITLE), "Không dấu", "Folded", NO_HELP)
#define CITATION_FIELDS(F) \
	UID_FIELD(F, CITATION) \
	F(CITATION, DOCUMENT, "document", REFERENCE, REQUIRED | LISTED, TO(DOCUMENT), "Nguồn", "Source", NO_HELP) \
	F(CITATION, ENTITY, "entity", ENTITY, REQUIRED, NONE_, "Loại bản ghi", "Kind of record", NO_HELP) \
	F(CITATION, RECORD, "record", ANY, REQUIRED | LISTED, NONE_, "Bản ghi", "Record", NO_HELP) \
	F(CITATION, FIELD, "field", CODE, LISTED, NONE_, "Trường", "Field", "Trống: cả bản ghi.", \
		"Empty: the whole record.") \
	F(CITATION, QUOTE, "quote", TEXT, LISTED | SEARCHED | COMPOSED, NONE_, "Nguyên văn", "Quote", NO_HELP) \
	F(CITATION, BASIS, "basis", CHOICE, REQUIRED | FIELD_PRESET, OF(CITATION_BASIS), "Căn cứ", "Basis", \
		"Suy ra thì ghi chú vì sao.", "Inferred needs a note.") \
	F(CITATION, AGREES, "agrees", CHOICE, REQUIRED | LISTED | FIELD_PRESET, OF(CITATION_AGREES), "So với sổ", \
		"Against the book", NO_HELP) \
	NOTE_FIELD(F, CITATION)
#define COVENANT_FIELDS(F) \
	UID_FIELD(F, COVENANT) \
	F(COVENANT, CLUSTER, "cluster", REFERENCE, REQUIRED | LISTED, TO(CLUSTER), "Cụm", "Cluster", NO_HELP) \
	F(COVENANT, PERIOD, "period", PERIOD, REQUIRED | LISTED, NONE_, "Kỳ", "Period", NO_HELP) \
	F(COVENANT, ORDINAL, "ordinal", INTEGER, REQUIRED | FIELD_PRESET, FROM_1_TO(99), "Lần", "Ordinal", NO_HELP) \
	F(COVENANT, THEME, "theme", TEXT, LISTED | SEARCHED | COMPOSED, NONE_, "Chủ đề", "Theme", NO_HELP) \
	F(COVENANT, SIGNED, "signed", DATE, LISTED, NONE_, "Ngày ký", "Signed", NO_HELP) \
	F(COVENANT, MEETING, "meeting", REFERENCE, 0, TO(MEETING), "Hội nghị", "Meeting", NO_HELP) \
	F(COVENANT, DOCUMENT, "document", REFERENCE, 0, TO(DOCUMENT), "Văn bản", "Document", NO_HELP) \
	F(COVENANT, ITEM_COUNT, "item_count", INTEGER, 0, RANGE(0, 999), "Số nội dung theo nguồn", "Published items", \
		NO_HELP) \
	F(COVENANT, TARGET_COUNT, "target_count", INTEGER, 0, RANGE(0, 999), "Số chỉ tiêu theo nguồn", \
		"Published targets", NO_HELP) \
	F(COVENANT, STATE, "state", CHOICE, REQUIRED | LISTED | FIELD_PRESET, OF(COVENANT_STATE), "Trạng thái", \
		"State", NO_HELP) \
	NOTE_FIELD(F, COVENANT)
#define COVENANT_ITEM_FIELDS(F) \
	UID_FIELD(F, COVENANT_ITEM) \
	F(COVENANT_ITEM, COVENANT, "covenant", REFERENCE, REQUIRED, TO(COVENANT), "Giao ước", "Covenant", NO_HELP) \
	F(COVENANT_ITEM, POSITION, "position", INTEGER, REQUIRED, RANGE(1, 9999), "Thứ tự", "Position", NO_HELP) \
	F(COVENANT_ITEM, TEXT, "text", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Nội dung", "Text", \
		NO_HELP) \
	F(COVENANT_ITEM, METRIC, "metric", REFERENCE, LISTED, TO(METRIC), "Chỉ tiêu", "Metric", NO_HELP) \
	NOTE_FIELD(F, COVENANT_ITEM)
#define COVENANT_PARTY_FIELDS(F) \
	F(COVENANT_PARTY, COVENANT, "covenant", REFERENCE, REQUIRED, TO(COVENANT), "Giao ước", "Covenant", NO_HELP) \
	F(COVENANT_PARTY, POSITION, "position", INTEGER, REQUIRED, RANGE(1, 9999), "Thứ tự", "Position", NO_HELP) \
	F(COVENANT_PARTY, UNIT, "unit", REFERENCE, REQUIRED | LISTED, TO(UNIT), "Đơn vị", "Unit", NO_HELP) \
	F(COVENANT_PARTY, PERSON, "person", REFERENCE, LISTED, TO(PERSON), "Người ký", "Signatory", NO_HELP) \
	F(COVENANT_PARTY, TITLE, "title", TEXT, LISTED | COMPOSED, NONE_, "Chức vụ", "Title", NO_HELP) \
	NOTE_FIELD(F, COVENANT_PARTY)
#define MEETING_FIELDS(F) \
	UID_FIELD(F, MEETING) \
	F(MEETING, KINDS, "kinds", SET, REQUIRED | LISTED, OF(MEETING_KINDS), "Loại", "Kinds", "Có thể chọn nhiều.", \
		"Several may be chosen.") \
	F(MEETING, TITLE, "title", TEXT, LISTED | SEARCHED | COMPOSED, NONE_, "Tên", "Title", NO_HELP) \
	F(MEETING, CLUSTER, "cluster", REFERENCE, LISTED, TO(CLUSTER), "Cụm", "Cluster", NO_HELP) \
	F(MEETING, ORGANISER, "organiser", REFERENCE, 0, TO(UNIT), "Bên tổ chức", "Organiser", NO_HELP) \
	F(MEETING, HOST, "host", REFERENCE, 0, TO(UNIT), "Bên đăng cai", "Host", NO_HELP) \
	F(MEETING, DATE, "date", DATE, LISTED, NONE_, "Ngày", "Date", NO_HELP) \
	F(MEETING, TO, "to", DATE, 0, NONE_, "Đến ngày", "To", NO_HELP) \
	F(MEETING, DAYPART, "daypart", CHOICE, 0, OF(MEETING_DAYPART), "Buổi", "Part of the day", NO_HELP) \
	F(MEETING, PLACE, "place", TEXT, LISTED | SEARCHED | COMPOSED, NONE_, "Nơi họp", "Place", NO_HELP) \
	F(MEETING, CLOSES, "closes", PERIOD, LISTED, NONE_, "Kỳ tổng kết", "Closes", \
		"Kỳ mà hội nghị tổng kết, không suy từ ngày họp.", \
		"The period that it closes; never derived from its date.") \
	F(MEETING, OPENS, "opens", PERIOD, 0, NONE_, "Kỳ triển khai", "Opens", NO_HELP) \
	F(MEETING, STATE, "state", CHOICE, REQUIRED | FIELD_PRESET, PRESET(MEETING_STATE, MEETING_STATE_HELD), \
		"Trạng thái", "State", NO_HELP) \
	F(MEETING, ATTENDANCE, "attendance", INTEGER, 0, RANGE(0, 999999), "Số dự", "Attendance", NO_HELP) \
	F(MEETING, ATTENDANCE_TEXT, "attendance_text", TEXT, COMPOSED, NONE_, "Thành phần", "Attendance in words", \
		NO_HELP) \
	NOTE_FIELD(F, MEETING)
#define PARTICIPANT_FIELDS(F) \
	UID_FIELD(F, PARTICIPANT) \
	F(PARTICIPANT, MEETING, "meeting", REFERENCE, REQUIRED, TO(MEETING), "Hội nghị", "Meeting", NO_HELP) \
	F(PARTICIPANT, POSITION, "position", INTEGER, REQUIRED, RANGE(1, 9999), "Thứ tự", "Position", NO_HELP) \
	F(PARTICIPANT, PERSON, "person", REFERENCE, LISTED, TO(PERSON), "Người", "Person", NO_HELP) \
	F(PARTICIPANT, UNIT, "unit", REFERENCE, LISTED, TO(UNIT), "Đơn vị", "Unit", NO_HELP) \
	F(PARTICIPANT, CAPACITY, "capacity", SET, REQUIRED | LISTED | FIELD_PRESET, \
		PRESET(PARTICIPANT_CAPACITY, 1 << PARTICIPANT_CAPACITY_ATTENDING), "Tư cách", "Capacity", NO_HELP) \
	F(PARTICIPANT, TITLES, "titles", TEXT, LISTED | SEARCHED | COMPOSED, NONE_, "Chức danh như in", \
		"Titles as printed", NO_HELP) \
	NOTE_FIELD(F, PARTICIPANT)
#define MEETING_ITEM_FIELDS(F) \
	UID_FIELD(F, MEETING_ITEM) \
	F(MEETING_ITEM, MEETING, "meeting", REFERENCE, REQUIRED, TO(MEETING), "Hội nghị", "Meeting", NO_HELP) \
	F(MEETING_ITEM, POSITION, "position", INTEGER, REQUIRED, RANGE(1, 9999), "Thứ tự", "Position", NO_HELP) \
	F(MEETING_ITEM, KIND, "kind", CHOICE, REQUIRED | LISTED, OF(MEETING_ITEM_KIND), "Loại", "Kind", NO_HELP) \
	F(MEETING_ITEM, TEXT, "text", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Nội dung", "Text", \
		NO_HELP) \
	NOTE_FIELD(F, MEETING_ITEM)
#define AWARD_FIELDS(F) \
	UID_FIELD(F, AWARD) \
	F(AWARD, CODE, "code", CODE, REQUIRED, NONE_, "Mã", "Code", NO_HELP) \
	F(AWARD, NAME, "name", TEXT, REQUIRED | LISTED | SEARCHED | COMPOSED, NONE_, "Tên", "Name", NO_HELP) \
	F(AWARD, NAME_EN, "name_en", TEXT, 0, NONE_, "Tên tiếng Anh", "English name", NO_HELP) \
	F(AWARD, FORM, "form", CHOICE, REQUIRED | LISTED, OF(AWARD_FORM), "Hình thức", "Form", NO_HELP) \
	F(AWARD, LEVEL, "level", CHOICE, REQUIRED | LISTED, OF(AWARD_LEVEL), "Cấp", "Level", NO_HELP) \
	F(AWARD, SCOPE, "scope", CHOICE, LISTED, OF(AWARD_SCOPE), "Diện", "Scope", NO_HELP) \
	F(AWARD, TO, "to", SET, REQUIRED, OF(AWARD_TO), "Đối tượng", "For", NO_HELP) \
	NOTE_FIELD(F, AWARD) \
	F(AWARD, NAME_KEY, "name_key", KEY, 0, FROM(AWARD_NAME), "Khóa", "Key", NO_HELP) \
	F(AWARD, NAME_BARE, "name_bare", BARE, 0, FROM(AWARD_NAME), "Không dấu", "Folded", NO_HELP)
#define NOMINATION_FIELDS(F) \
	UID_FIELD(F, NOMINATION) \
	F(NOMINATION, CLUSTER, "cluster", REFERENCE, LISTED, TO(CLUSTER), "Cụm", "Cluster", NO_HELP) \
	F(NOMINATION, PROPOSER, "proposer", REFERENCE, 0, TO(UNIT), "Bên đề nghị", "Proposer", NO_HELP) \
	F(NOMINATION, WORK_YEAR, "work_year", YEAR, REQUIRED | LISTED, NONE_, "Năm thành tích", "Work year", NO_HELP) \
	F(NOMINATION, AWARD_YEAR, "award_year", YEAR, 0, NONE_, "Năm của danh hiệu", "Award year", NO_HELP) \
	F(NOMINATION, UNIT, "unit", REFERENCE, LISTED, TO(UNIT), "Đơn vị", "Unit", NO_HELP) \
	F(NOMINATION, PERSON, "person", REFERENCE, LISTED, TO(PERSON), "Cá nhân", "Person", NO_HELP) \
	F(NOMINATION, COUNT, "count", INTEGER, LISTED, RANGE(1, 999999), "Số lượng theo nguồn", "Published count", \
		"Chỉ khi nguồn không nêu tên.", "Only when the source names nobody.") \
	F(NOMINATION, AWARD, "award", REFERENCE, LISTED, TO(AWARD), "Hình thức", "Award", "Trống: nguồn không nói.", \
		"Empty: not stated.") \
	F(NOMINATION, AUTHORITY, "authority", REFERENCE, LISTED, TO(UNIT), "Cấp khen", "Authority", \
		"Trống: nguồn không nói.", "Empty: not stated.") \
	F(NOMINATION, STATE, "state", CHOICE, REQUIRED | LISTED | FIELD_PRESET, OF(NOMINATION_STATE), "Kết quả", \
		"State", "Là trạng thái của bước sau cùng.", "That of the last step.") \
	F(NOMINATION, GRANTED_AWARD, "granted_award", REFERENCE, 0, TO(AWARD), "Được tặng", "Granted award", NO_HELP) \
	F(NOMINATION, DECISION, "decision", REFERENCE, 0, TO(DOCUMENT), "Quyết định", "Decision", NO_HELP) \
	NOTE_FIELD(F, NOMINATION)
#define NOMINATION_STEP_FIELDS(F) \
	UID_FIELD(F, NOMINATION_STEP) \
	F(NOMINATION_STEP, NOMINATION, "nomination", REFERENCE, REQUIRED, TO(NOMINATION), "Đề nghị", "Nomination", \
		NO_HELP) \
	F(NOMINATION_STEP, POSITION, "position", INTEGER, REQUIRED, RANGE(1, 9999), "Thứ tự", "Position", NO_HELP) \
	F(NOMINATION_STEP, DATE, "date", DATE, LISTED, NONE_, "Ngày", "Date", NO_HELP) \
	F(NOMINATION_STEP, BODY, "body", REFERENCE, LISTED, TO(UNIT), "Nơi xét", "Body", NO_HELP) \
	F(NOMINATION_STEP, STATE, "state", CHOICE, REQUIRED | LISTED, OF(NOMINATION_STATE), "Kết quả", "State", \
		NO_HELP) \
	F(NOMINATION_STEP, MEETING, "meeting", REFERENCE, 0, TO(MEETING), "Hội nghị", "Meeting", NO_HELP) \
	F(NOMINATION_STEP, DOCUMENT, "document", REFERENCE, 0, TO(DOCUMENT), "Văn bản", "Document", NO_HELP) \
	NOTE_FIELD(F, NOMINATION_STEP)
#define APPRAISAL_FIELDS(F) \
	UID_FIELD(F, APPRAISAL) \
	F(APPRAISAL, CLUSTER, "cluster", REFERENCE, REQUIRED | LISTED, TO(CLUSTER), "Cụm", "Cluster", NO_HELP) \
	F(APPRAISAL, WORK_YEAR, "work_year", YEAR, REQUIRED | LISTED, NONE_, "Năm", "Work year", NO_HELP) \
	F(APPRAISAL, UNIT, "unit", REFERENCE, REQUIRED | LISTED, TO(UNIT), "Đơn vị", "Unit", NO_HELP) \
	F(APPRAISAL, SCORE, "score", HUNDREDTHS, LISTED, NONE_, "Điểm", "Score", NO_HELP) \
	F(APPRAISAL, MAX_SCORE, "max_score", HUNDREDTHS, LISTED, NONE_, "Điểm tối đa", "Maximum", NO_HELP) \
	F(APPRAISAL, RANK, "rank", INTEGER, LISTED, RANGE(1, 9999), "Hạng", "Rank", "Có thể đồng hạng.", \
		"Equal ranks are allowed.") \
	F(APPRAISAL, LEADING, "leading", BOOL, LISTED, NONE_, "Dẫn đầu", "Leading", NO_HELP) \
	F(APPRAISAL, CLASS, "class", TEXT, LISTED | COMPOSED, NONE_, "Xếp loại", "Class", NO_HELP) \
	NOTE_FIELD(F, APPRAISAL)
#define ACCOUNT_FIELDS(F) \
	UID_FIELD(F, ACCOUNT) \
	F(ACCOUNT, LOGIN, "login", CODE, REQUIRED | LISTED, NONE_, "Tên đăng nhập", "Login", NO_HELP) \
	F(ACCOUNT, NAME, "name", TEXT, REQUIRED | LISTED | COMPOSED, NONE_, "Tên hiển thị", "Name", NO_HELP) \
	F(ACCOUNT, PERSON, "person", REFERENCE, 0, TO(PERSON), "Người", "Person", NO_HELP) \
	F(ACCOUNT, ACTIVE, "active", BOOL, REQUIRED | LISTED | FIELD_PRESET, PRESET_NUMBER(1), "Đang dùng", "Active", \
		NO_HELP) \
	NOTE_FIELD(F, ACCOUNT)
#define BOOK_FIELDS(F) \
	F(BOOK, TITLE, "title", TEXT, REQUIRED | COMPOSED, NONE_, "Tên sổ", "Title", NO_HELP) \
	F(BOOK, KEEPER, "keeper", REFERENCE, 0, TO(UNIT), "Đơn vị giữ sổ", "Keeper", NO_HELP) \
	F(BOOK, CURRENT_YEAR, "current_year", YEAR, REQUIRED, NONE_, "Năm công tác", "Current year", NO_HELP) \
	F(BOOK, CUTOFF_HALF, "cutoff_half", CODE, 0, NONE_, "Ngày chốt 6 tháng", "Half-year cut-off", NO_HELP) \
	F(BOOK, CUTOFF_YEAR, "cutoff_year", CODE, 0, NONE_, "Ngày chốt năm", "Year cut-off", NO_HELP) \
	NOTE_FIELD(F, BOOK)

/* E(ENTITY, first enumerator) */
#define ENTITIES(E) \
	E(UNIT) \
	E(PHASE) \
	E(CLUSTER) \
	E(CLUSTER_YEAR) \
	E(SUCCESSION) \
	E(MEMBERSHIP) \
	E(ROLE) \
	E(TERM) \
	E(METRIC) \
	E(CLUSTER_METRIC) \
	E(FIGURE) \
	E(SUCCESSION_SHARE) \
	E(ALIAS) \
	E(CLASS_SET) \
	E(CLASS) \
	E(SPAN) \
	E(BREAK) \
	E(BREAK_METRIC) \
	E(ROUND) \
	E(SUBMISSION) \
	E(PERSON) \
	E(POST) \
	E(DOCUMENT) \
	E(CITATION) \
	E(COVENANT) \
	E(COVENANT_ITEM) \
	E(COVENANT_PARTY) \
	E(MEETING) \
	E(PARTICIPANT) \
	E(MEETING_ITEM) \
	E(AWARD) \
	E(NOMINATION) \
	E(NOMINATION_STEP) \
	E(APPRAISAL) \
	E(ACCOUNT) \
	E(BOOK)

#define FIELD_ENUMERATOR(entity, name, ...) entity##_##name,
#define E(entity) enum entity##_field{ entity##_FIELDS(FIELD_ENUMERATOR) entity##_FIELD_COUNT };
ENTITIES(E)
#undef E
#undef FIELD_ENUMERATOR
/* clang-format on */
#endif

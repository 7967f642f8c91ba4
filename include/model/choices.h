/* The closed lists of records.md: one X-list each gives the enum, the word in files and the words on the screen.
 *
 * C(SET, NAME, number, word in files, Vietnamese on screen, English).  Numbers are stored in the book and never change. */
#ifndef MODEL_CHOICES_H
#define MODEL_CHOICES_H

/* clang-format off: a table reads by its columns */
#define UNIT_FAMILY_CHOICES(C) \
	C(UNIT_FAMILY, UNION, 0, "công đoàn", "Công đoàn", "Trade union") \
	C(UNIT_FAMILY, FRONT, 1, "mặt trận", "Mặt trận", "Fatherland Front") \
	C(UNIT_FAMILY, ASSOCIATION, 2, "đoàn thể - hội", "Đoàn thể - hội", "Association") \
	C(UNIT_FAMILY, GOVERNMENT, 3, "chính quyền", "Chính quyền", "Government") \
	C(UNIT_FAMILY, PARTY, 4, "đảng", "Đảng", "Party") \
	C(UNIT_FAMILY, COUNCIL, 5, "hội đồng", "Hội đồng", "Council") \
	C(UNIT_FAMILY, ENTERPRISE, 6, "doanh nghiệp", "Doanh nghiệp", "Enterprise") \
	C(UNIT_FAMILY, OTHER, 7, "khác", "Khác", "Other")
#define UNIT_SECTOR_CHOICES(C) \
	C(UNIT_SECTOR, ADMINISTRATION, 0, "HCSN", "HCSN", "Administration") \
	C(UNIT_SECTOR, EDUCATION, 1, "giáo dục", "Giáo dục", "Education") \
	C(UNIT_SECTOR, HEALTH, 2, "y tế", "Y tế", "Health") \
	C(UNIT_SECTOR, ENTERPRISE, 3, "doanh nghiệp", "Doanh nghiệp", "Enterprise") \
	C(UNIT_SECTOR, COMMUNE, 4, "xã phường", "Xã phường", "Commune, ward") \
	C(UNIT_SECTOR, OTHER, 5, "khác", "Khác", "Other")
#define PHASE_LEVEL_CHOICES(C) \
	C(PHASE_LEVEL, CENTRAL, 0, "trung ương", "Trung ương", "Central") \
	C(PHASE_LEVEL, CENTRAL_BRANCH, 1, "ngành trung ương", "Ngành trung ương", "Central branch") \
	C(PHASE_LEVEL, PROVINCE, 2, "tỉnh", "Tỉnh", "Province") \
	C(PHASE_LEVEL, LOCAL_BRANCH, 3, "ngành địa phương", "Ngành địa phương", "Local branch") \
	C(PHASE_LEVEL, DISTRICT, 4, "huyện", "Huyện", "District") \
	C(PHASE_LEVEL, ABOVE_BASE, 5, "cấp trên cơ sở", "Cấp trên cơ sở", "Above grassroots") \
	C(PHASE_LEVEL, COMMUNE, 6, "xã", "Xã", "Commune") \
	C(PHASE_LEVEL, BASE, 7, "cơ sở", "Cơ sở", "Grassroots") \
	C(PHASE_LEVEL, OTHER, 8, "khác", "Khác", "Other")
#define SUCCESSION_KIND_CHOICES(C) \
	C(SUCCESSION_KIND, MERGER, 0, "hợp nhất", "Hợp nhất", "Merged into a new one") \
	C(SUCCESSION_KIND, ABSORPTION, 1, "nhập vào", "Nhập vào", "Absorbed") \
	C(SUCCESSION_KIND, DIVISION, 2, "chia", "Chia", "Divided") \
	C(SUCCESSION_KIND, SPLIT_OFF, 3, "tách", "Tách", "Split off") \
	C(SUCCESSION_KIND, REPLACEMENT, 4, "đổi tổ chức", "Đổi tổ chức", "Replaced") \
	C(SUCCESSION_KIND, PART_TRANSFER, 5, "chuyển một phần", "Chuyển một phần", "Part transferred") \
	C(SUCCESSION_KIND, END, 6, "kết thúc", "Kết thúc", "Ended") \
	C(SUCCESSION_KIND, REFOUNDED, 7, "tái lập", "Tái lập", "Founded anew")
#define CLUSTER_KIND_CHOICES(C) \
	C(CLUSTER_KIND, CLUSTER, 0, "cụm", "Cụm", "Cluster") \
	C(CLUSTER_KIND, BLOCK, 1, "khối", "Khối", "Block")
#define CLUSTER_ROTATION_CHOICES(C) \
	C(CLUSTER_ROTATION, ELECTION, 0, "bầu", "Bầu", "Election") \
	C(CLUSTER_ROTATION, ACCLAMATION, 1, "suy tôn", "Suy tôn", "Acclamation") \
	C(CLUSTER_ROTATION, TURNS, 2, "luân phiên", "Luân phiên", "In turn") \
	C(CLUSTER_ROTATION, APPOINTMENT, 3, "phân công", "Phân công", "Appointment by the owner") \
	C(CLUSTER_ROTATION, UNKNOWN, 4, "không rõ", "Không rõ", "Not known")
#define CLUSTER_YEAR_STATE_CHOICES(C) \
	C(CLUSTER_YEAR_STATE, RUNNING, 0, "đang thực hiện", "Đang thực hiện", "Running") \
	C(CLUSTER_YEAR_STATE, CLOSED, 1, "đã tổng kết", "Đã tổng kết", "Closed") \
	C(CLUSTER_YEAR_STATE, HANDED_OVER, 2, "đã bàn giao", "Đã bàn giao", "Handed over")
#define TERM_YEAR_BASIS_CHOICES(C) \
	C(TERM_YEAR_BASIS, STATED, 0, "nêu rõ", "Nêu rõ", "Stated") \
	C(TERM_YEAR_BASIS, INFERRED, 1, "suy ra", "Suy ra", "Inferred") \
	C(TERM_YEAR_BASIS, UNKNOWN, 2, "không rõ", "Không rõ", "Not known")
#define TERM_HOW_CHOICES(C) \
	C(TERM_HOW, ELECTED, 0, "bầu", "Bầu", "Elected") \
	C(TERM_HOW, ACCLAIMED, 1, "suy tôn", "Suy tôn", "Acclaimed") \
	C(TERM_HOW, IN_TURN, 2, "luân phiên", "Luân phiên", "In turn") \
	C(TERM_HOW, APPOINTED, 3, "phân công", "Phân công", "Appointed") \
	C(TERM_HOW, HOSTING, 4, "đăng cai", "Đăng cai", "As host") \
	C(TERM_HOW, ACTING, 5, "quyền", "Quyền", "Acting")
#define METRIC_KIND_CHOICES(C) \
	C(METRIC_KIND, FLOW, 0, "phát sinh", "Phát sinh", "Flow") \
	C(METRIC_KIND, STOCK, 1, "hiện có", "Hiện có", "Stock") \
	C(METRIC_KIND, RATIO, 2, "tỷ lệ", "Tỷ lệ", "Ratio") \
	C(METRIC_KIND, MEAN, 3, "bình quân", "Bình quân", "Mean") \
	C(METRIC_KIND, CLASS, 4, "xếp loại", "Xếp loại", "Count of a class")
#define METRIC_CLASS_OF_CHOICES(C) \
	C(METRIC_CLASS_OF, FLOW, 0, "phát sinh", "Phát sinh", "Flow") \
	C(METRIC_CLASS_OF, STOCK, 1, "hiện có", "Hiện có", "Stock")
#define METRIC_PART_RULE_CHOICES(C) \
	C(METRIC_PART_RULE, AMONG, 0, "trong đó", "Trong đó", "Among which") \
	C(METRIC_PART_RULE, ADDS_UP, 1, "cộng lại bằng", "Cộng lại bằng", "Adds up to")
#define METRIC_SLASH_CHOICES(C) \
	C(METRIC_SLASH, ASK, 0, "hỏi", "Hỏi", "Ask") \
	C(METRIC_SLASH, PLAN, 1, "kế hoạch", "Kế hoạch", "Plan") \
	C(METRIC_SLASH, WHOLE, 2, "tổng", "Tổng", "Whole") \
	C(METRIC_SLASH, OTHER, 3, "chỉ tiêu khác", "Chỉ tiêu khác", "Another metric")
#define METRIC_BETTER_CHOICES(C) \
	C(METRIC_BETTER, UP, 0, "tăng", "Tăng", "Up") \
	C(METRIC_BETTER, DOWN, 1, "giảm", "Giảm", "Down") \
	C(METRIC_BETTER, NEITHER, 2, "không", "Không", "Neither")
#define FIGURE_KIND_CHOICES(C) \
	C(FIGURE_KIND, RESULT, 0, "thực hiện", "Thực hiện", "Result") \
	C(FIGURE_KIND, ASSIGNED, 1, "kế hoạch giao", "Kế hoạch giao", "Assigned plan") \
	C(FIGURE_KIND, REGISTERED, 2, "kế hoạch đăng ký", "Kế hoạch đăng ký", "Registered plan")
#define FIGURE_STATUS_CHOICES(C) \
	C(FIGURE_STATUS, NUMBER, 1, "có số", "Có số", "Has a number") \
	C(FIGURE_STATUS, WORDS, 2, "có lời", "Có lời", "Said without a number") \
	C(FIGURE_STATUS, NOT_YET, 3, "chưa có", "Chưa có", "Not yet") \
	C(FIGURE_STATUS, NOT_ASKED, 4, "không giao", "Không giao", "Not asked")
#define QUALIFIER_CHOICES(C) \
	C(QUALIFIER, EXACTLY, 0, "=", "đúng", "exactly") \
	C(QUALIFIER, MORE_THAN, 1, ">", "trên", "more than") \
	C(QUALIFIER, LESS_THAN, 2, "<", "gần, dưới", "nearly, less than") \
	C(QUALIFIER, ABOUT, 3, "~", "khoảng", "about")
#define FIGURE_STAGE_CHOICES(C) \
	C(FIGURE_STAGE, PRELIMINARY, 0, "sơ bộ", "Sơ bộ", "Preliminary") \
	C(FIGURE_STAGE, FINAL, 1, "chính thức", "Chính thức", "Final")
#define FIGURE_ORIGIN_CHOICES(C) \
	C(FIGURE_ORIGIN, UNIT, 0, "đơn vị báo cáo", "Đơn vị báo cáo", "The unit's report") \
	C(FIGURE_ORIGIN, CLUSTER, 1, "cụm báo cáo", "Cụm báo cáo", "The cluster's report") \
	C(FIGURE_ORIGIN, ABOVE, 2, "cấp trên công bố", "Cấp trên công bố", "Published above") \
	C(FIGURE_ORIGIN, OTHER, 3, "nguồn khác", "Nguồn khác", "Another source")
#define FIGURE_COVERAGE_CHOICES(C) \
	C(FIGURE_COVERAGE, EXACT, 0, "đúng", "Đúng", "Exactly the metric") \
	C(FIGURE_COVERAGE, MORE, 1, "gộp", "Gộp", "More than the metric") \
	C(FIGURE_COVERAGE, PART, 2, "một phần", "Một phần", "A part of the metric")
#define FIGURE_WITH_PREDECESSORS_CHOICES(C) \
	C(FIGURE_WITH_PREDECESSORS, YES, 0, "có", "Có", "Yes") \
	C(FIGURE_WITH_PREDECESSORS, NO, 1, "không", "Không", "No") \
	C(FIGURE_WITH_PREDECESSORS, UNKNOWN, 2, "không rõ", "Không rõ", "Not known")
#define FIGURE_PCT_OF_CHOICES(C) \
	C(FIGURE_PCT_OF, PLAN, 0, "kế hoạch", "Kế hoạch", "Plan") \
	C(FIGURE_PCT_OF, PREVIOUS, 1, "kỳ trước", "Kỳ trước", "Previous period") \
	C(FIGURE_PCT_OF, WHOLE, 2, "tổng", "Tổng", "Whole")
#define SPAN_KIND_CHOICES(C) \
	C(SPAN_KIND, TO_DATE, 0, "lũy kế", "Lũy kế đến ngày", "Cumulative to a day") \
	C(SPAN_KIND, DATES, 1, "từ ngày đến ngày", "Từ ngày đến ngày", "From day to day")
#define SUBMISSION_STATE_CHOICES(C) \
	C(SUBMISSION_STATE, MISSING, 0, "chưa nộp", "Chưa nộp", "Not handed in") \
	C(SUBMISSION_STATE, HANDED_IN, 1, "đã nộp", "Đã nộp", "Handed in") \
	C(SUBMISSION_STATE, RETURNED, 2, "trả lại", "Trả lại", "Returned") \
	C(SUBMISSION_STATE, ACCEPTED, 3, "đã nhận", "Đã nhận", "Accepted")
#define COVENANT_STATE_CHOICES(C) \
	C(COVENANT_STATE, PLANNED, 0, "dự kiến", "Dự kiến", "Planned") \
	C(COVENANT_STATE, SIGNED, 1, "đã ký", "Đã ký", "Signed") \
	C(COVENANT_STATE, CLOSED, 2, "đã tổng kết", "Đã tổng kết", "Closed")
#define MEETING_KINDS_CHOICES(C) \
	C(MEETING_KINDS, HALF_YEAR, 0, "sơ kết", "Sơ kết", "Half-year review") \
	C(MEETING_KINDS, CLOSING, 1, "tổng kết", "Tổng kết", "Closing review") \
	C(MEETING_KINDS, SIGNING, 2, "ký giao ước", "Ký giao ước", "Signing of the covenant") \
	C(MEETING_KINDS, LAUNCH, 3, "phát động", "Phát động", "Launch") \
	C(MEETING_KINDS, BRIEFING, 4, "giao ban", "Giao ban", "Briefing") \
	C(MEETING_KINDS, HANDOVER, 5, "bàn giao", "Bàn giao", "Hand-over") \
	C(MEETING_KINDS, APPRAISAL, 6, "bình xét", "Bình xét", "Appraisal") \
	C(MEETING_KINDS, OTHER, 7, "khác", "Khác", "Other")
#define MEETING_DAYPART_CHOICES(C) \
	C(MEETING_DAYPART, MORNING, 0, "sáng", "sáng", "morning") \
	C(MEETING_DAYPART, AFTERNOON, 1, "chiều", "chiều", "afternoon") \
	C(MEETING_DAYPART, EVENING, 2, "tối", "tối", "evening")
#define MEETING_STATE_CHOICES(C) \
	C(MEETING_STATE, PLANNED, 0, "dự kiến", "Dự kiến", "Planned") \
	C(MEETING_STATE, HELD, 1, "đã họp", "Đã họp", "Held") \
	C(MEETING_STATE, POSTPONED, 2, "hoãn", "Hoãn", "Postponed") \
	C(MEETING_STATE, CANCELLED, 3, "hủy", "Hủy", "Cancelled")
#define PARTICIPANT_CAPACITY_CHOICES(C) \
	C(PARTICIPANT_CAPACITY, CHAIR, 0, "chủ trì", "chủ trì", "chair") \
	C(PARTICIPANT_CAPACITY, REPORTER, 1, "báo cáo", "báo cáo", "reporter") \
	C(PARTICIPANT_CAPACITY, DIRECTION, 2, "chỉ đạo", "chỉ đạo", "direction") \
	C(PARTICIPANT_CAPACITY, SPEAKER, 3, "phát biểu", "phát biểu", "speaker") \
	C(PARTICIPANT_CAPACITY, SECRETARY, 4, "thư ký", "thư ký", "secretary") \
	C(PARTICIPANT_CAPACITY, GIVER, 5, "bên giao", "bên giao", "handing over") \
	C(PARTICIPANT_CAPACITY, TAKER, 6, "bên nhận", "bên nhận", "taking over") \
	C(PARTICIPANT_CAPACITY, DEPUTISING, 7, "ủy quyền dự", "ủy quyền dự", "deputising") \
	C(PARTICIPANT_CAPACITY, GUEST, 8, "khách", "khách", "guest") \
	C(PARTICIPANT_CAPACITY, ATTENDING, 9, "dự", "dự", "attending")
#define MEETING_ITEM_KIND_CHOICES(C) \
	C(MEETING_ITEM_KIND, REPORT, 0, "báo cáo", "Báo cáo", "Report") \
	C(MEETING_ITEM_KIND, DISCUSSION, 1, "thảo luận", "Thảo luận", "Discussion") \
	C(MEETING_ITEM_KIND, AGREEMENT, 2, "thống nhất", "Thống nhất", "Agreed") \
	C(MEETING_ITEM_KIND, ELECTION, 3, "bầu", "Bầu", "Elected") \
	C(MEETING_ITEM_KIND, ACCLAMATION, 4, "suy tôn", "Suy tôn", "Acclaimed") \
	C(MEETING_ITEM_KIND, TASK, 5, "nhiệm vụ", "Nhiệm vụ", "Task") \
	C(MEETING_ITEM_KIND, OPINION, 6, "ý kiến", "Ý kiến", "Opinion") \
	C(MEETING_ITEM_KIND, HANDOVER, 7, "bàn giao", "Bàn giao", "Hand-over")
#define AWARD_FORM_CHOICES(C) \
	C(AWARD_FORM, FLAG, 0, "cờ", "Cờ", "Flag") \
	C(AWARD_FORM, CERTIFICATE, 1, "bằng khen", "Bằng khen", "Certificate of merit") \
	C(AWARD_FORM, COMMENDATION, 2, "giấy khen", "Giấy khen", "Commendation") \
	C(AWARD_FORM, ORDER, 3, "huân chương", "Huân chương", "Order") \
	C(AWARD_FORM, TITLE, 4, "danh hiệu", "Danh hiệu", "Title") \
	C(AWARD_FORM, MEDAL, 5, "kỷ niệm chương", "Kỷ niệm chương", "Medal") \
	C(AWARD_FORM, OTHER, 6, "khác", "Khác", "Other")
#define AWARD_LEVEL_CHOICES(C) \
	C(AWARD_LEVEL, STATE, 0, "nhà nước", "Nhà nước", "State") \
	C(AWARD_LEVEL, MINISTRY_PROVINCE, 1, "bộ - tỉnh", "Bộ - tỉnh", "Ministry, province") \
	C(AWARD_LEVEL, CONFEDERATION, 2, "Tổng LĐLĐ", "Tổng LĐLĐ", "General Confederation") \
	C(AWARD_LEVEL, FEDERATION, 3, "LĐLĐ tỉnh - ngành", "LĐLĐ tỉnh - ngành", "Federation") \
	C(AWARD_LEVEL, ABOVE_BASE, 4, "cấp trên cơ sở", "Cấp trên cơ sở", "Above grassroots") \
	C(AWARD_LEVEL, BASE, 5, "cơ sở", "Cơ sở", "Grassroots") \
	C(AWARD_LEVEL, OTHER, 6, "khác", "Khác", "Other")
#define AWARD_SCOPE_CHOICES(C) \
	C(AWARD_SCOPE, OVERALL, 0, "toàn diện", "Toàn diện", "Overall") \
	C(AWARD_SCOPE, THEMATIC, 1, "chuyên đề", "Chuyên đề", "Thematic") \
	C(AWARD_SCOPE, URGENT, 2, "đột xuất", "Đột xuất", "Ad hoc")
#define AWARD_TO_CHOICES(C) \
	C(AWARD_TO, COLLECTIVE, 0, "tập thể", "Tập thể", "Collectives") \
	C(AWARD_TO, PERSON, 1, "cá nhân", "Cá nhân", "Persons")
#define NOMINATION_STATE_CHOICES(C) \
	C(NOMINATION_STATE, ACCLAIMED, 0, "suy tôn", "Suy tôn", "Acclaimed") \
	C(NOMINATION_STATE, PROPOSED, 1, "đề nghị", "Đề nghị", "Proposed") \
	C(NOMINATION_STATE, SUBMITTED, 2, "trình", "Trình", "Submitted") \
	C(NOMINATION_STATE, RECOGNISED, 3, "công nhận", "Công nhận", "Recognised") \
	C(NOMINATION_STATE, GRANTED, 4, "được tặng", "Được tặng", "Granted") \
	C(NOMINATION_STATE, REFUSED, 5, "không được", "Không được", "Not granted") \
	C(NOMINATION_STATE, WITHDRAWN, 6, "rút", "Rút", "Withdrawn")
#define DOCUMENT_KIND_CHOICES(C) \
	C(DOCUMENT_KIND, DECISION, 0, "quyết định", "Quyết định", "Decision") \
	C(DOCUMENT_KIND, PLAN, 1, "kế hoạch", "Kế hoạch", "Plan") \
	C(DOCUMENT_KIND, GUIDANCE, 2, "hướng dẫn", "Hướng dẫn", "Guidance") \
	C(DOCUMENT_KIND, RULES, 3, "quy chế", "Quy chế", "Rules") \
	C(DOCUMENT_KIND, CRITERIA, 4, "tiêu chí - thang điểm", "Tiêu chí - thang điểm", "Criteria") \
	C(DOCUMENT_KIND, PROGRAMME, 5, "chương trình", "Chương trình", "Programme") \
	C(DOCUMENT_KIND, REPORT, 6, "báo cáo", "Báo cáo", "Report") \
	C(DOCUMENT_KIND, MINUTES, 7, "biên bản", "Biên bản", "Minutes") \
	C(DOCUMENT_KIND, COVENANT, 8, "giao ước", "Giao ước", "Covenant") \
	C(DOCUMENT_KIND, SUBMISSION, 9, "tờ trình", "Tờ trình", "Submission") \
	C(DOCUMENT_KIND, LETTER, 10, "công văn", "Công văn", "Official letter") \
	C(DOCUMENT_KIND, NOTICE, 11, "thông báo", "Thông báo", "Notice") \
	C(DOCUMENT_KIND, PAGE, 12, "bài báo - trang tin", "Bài báo - trang tin", "Article, web page") \
	C(DOCUMENT_KIND, OTHER, 13, "khác", "Khác", "Other")
#define DOCUMENT_DIRECTION_CHOICES(C) \
	C(DOCUMENT_DIRECTION, OUTGOING, 0, "đi", "Đi", "Outgoing") \
	C(DOCUMENT_DIRECTION, INCOMING, 1, "đến", "Đến", "Incoming") \
	C(DOCUMENT_DIRECTION, INTERNAL, 2, "nội bộ", "Nội bộ", "Internal")
#define DOCUMENT_STAGE_CHOICES(C) \
	C(DOCUMENT_STAGE, DRAFT, 0, "dự thảo", "Dự thảo", "Draft") \
	C(DOCUMENT_STAGE, ISSUED, 1, "ban hành", "Ban hành", "Issued") \
	C(DOCUMENT_STAGE, EXPIRED, 2, "hết hiệu lực", "Hết hiệu lực", "No longer in force")
#define CITATION_BASIS_CHOICES(C) \
	C(CITATION_BASIS, STATED, 0, "nêu rõ", "Nêu rõ", "Stated") \
	C(CITATION_BASIS, INFERRED, 1, "suy ra", "Suy ra", "Inferred")
#define CITATION_AGREES_CHOICES(C) \
	C(CITATION_AGREES, AGREES, 0, "khớp", "Khớp", "Agrees") \
	C(CITATION_AGREES, DIFFERS, 1, "khác", "Khác", "Differs") \
	C(CITATION_AGREES, ADDS, 2, "bổ sung", "Bổ sung", "Adds")

#define CHOICE_SETS(S) \
	S(UNIT_FAMILY) \
	S(UNIT_SECTOR) \
	S(PHASE_LEVEL) \
	S(SUCCESSION_KIND) \
	S(CLUSTER_KIND) \
	S(CLUSTER_ROTATION) \
	S(CLUSTER_YEAR_STATE) \
	S(TERM_YEAR_BASIS) \
	S(TERM_HOW) \
	S(METRIC_KIND) \
	S(METRIC_CLASS_OF) \
	S(METRIC_PART_RULE) \
	S(METRIC_SLASH) \
	S(METRIC_BETTER) \
	S(FIGURE_KIND) \
	S(FIGURE_STATUS) \
	S(QUALIFIER) \
	S(FIGURE_STAGE) \
	S(FIGURE_ORIGIN) \
	S(FIGURE_COVERAGE) \
	S(FIGURE_WITH_PREDECESSORS) \
	S(FIGURE_PCT_OF) \
	S(SPAN_KIND) \
	S(SUBMISSION_STATE) \
	S(COVENANT_STATE) \
	S(MEETING_KINDS) \
	S(MEETING_DAYPART) \
	S(MEETING_STATE) \
	S(PARTICIPANT_CAPACITY) \
	S(MEETING_ITEM_KIND) \
	S(AWARD_FORM) \
	S(AWARD_LEVEL) \
	S(AWARD_SCOPE) \
	S(AWARD_TO) \
	S(NOMINATION_STATE) \
	S(DOCUMENT_KIND) \
	S(DOCUMENT_DIRECTION) \
	S(DOCUMENT_STAGE) \
	S(CITATION_BASIS) \
	S(CITATION_AGREES)

/* One enum holds them all, so that a field's number can be compared without a cast: FIGURE_KIND_RESULT … */
#define C(set, name, number, word, vi, en) set##_##name = number,
#define S(set) set##_CHOICES(C)
enum choice_number { CHOICE_SETS(S) CHOICE_NUMBER_END = 1 << 16 };
#undef S
#undef C
/* clang-format on */
#endif

/* Every question that the screens and the commands ask: one list.  ?1 … are explained beside each.  A test prepares them all and
 * refuses a plan that scans a table that grows. */
#ifndef APP_QUESTIONS_READ_H
#define APP_QUESTIONS_READ_H
#include "store/rows.h"

/* clang-format off: a table reads by its columns */
/* A column of the phase of `subject` valid on `day`: before its first phase the first, after its end the last. */
#define NAME_ON(column, subject, day) \
	"coalesce((SELECT " column " FROM phase WHERE subject=" subject " AND first_day<=" day \
	" ORDER BY first_day DESC LIMIT 1),(SELECT " column " FROM phase WHERE subject=" subject \
	" ORDER BY first_day LIMIT 1))"
/* Years of a stored date: '<2024-05' → 2024. */
#define YEAR_OF(column) "CAST(substr(ltrim(" column ",'<>~'),1,4) AS INTEGER)"
#define ALIVE_IN(unit, year) \
	"(coalesce(" unit ".\"from\",'')='' OR substr(" unit \
	".\"from\",1,1)='<' OR " YEAR_OF(unit ".\"from\"") "<=" year ")" \
							   " AND (coalesce(" unit ".\"to\",'')='' OR substr(" unit \
							   ".\"to\",1,1)='>' OR " YEAR_OF(unit ".\"to\"") ">=" year \
													  ")"

/* Whether the membership m is sure in the year by its own beginning: '<2024' is sure of 2024. */
#define MEMBER_DATED(year) \
	"(m.first_day>'0001-01-01' OR (coalesce(m.\"from\",'') LIKE '<%' AND " YEAR_OF("m.\"from\"") "<=" year "))"

/* Q(NAME, scans, sql) */
#define READ_QUESTIONS(Q) \
	/* ?1 first day, ?2 last day of the year */ \
	Q(BOARD_CLUSTERS, true, \
		"SELECT c.id, c.owner, o.short, p.short, p.name FROM cluster c" \
		" JOIN phase p ON p.id=" NAME_ON("id", "c.id", "?2") " LEFT JOIN phase o ON o.id=" NAME_ON("id", \
			"c.owner", \
			"?2") " WHERE EXISTS (SELECT 1 FROM phase q WHERE q.subject=c.id AND q.first_day<=?2 AND q.last_day>=?1)" \
			      " ORDER BY coalesce(o.level,99), o.short_key, c.owner, p.short_key, c.id") \
	/* ?1 cluster, ?2 first, ?3 last year, ?4 day for names: who leads and deputises */ \
	Q(BOARD_HOLDERS, false, \
		"SELECT t.work_year, r.code, coalesce(" NAME_ON("short", "t.unit", \
			"?4") ",(SELECT name FROM person WHERE id=t.person))" \
			      " FROM term t JOIN role r ON r.id=t.role WHERE t.cluster=?1 AND t.work_year BETWEEN ?2 AND ?3" \
			      " ORDER BY t.work_year, t.role, t.first_day, t.id") \
	/* ?1 cluster, ?2 work year: published members and deputies of that year */ \
	Q(CLUSTER_YEAR, false, \
		"SELECT member_count, deputy_count, theme, id, state FROM cluster_year WHERE cluster=?1 AND work_year=?2") \
	/* ?1 cluster: the first year that a number of members is published for */ \
	Q(CLUSTER_PUBLISHED, false, \
		"SELECT min(work_year) FROM cluster_year WHERE cluster=?1 AND member_count IS NOT NULL") \
	/* ?1 cluster, ?2 work year: the published number of members */ \
	Q(CLUSTER_PUBLISHED_IN, false, \
		"SELECT member_count FROM cluster_year WHERE cluster=?1 AND work_year=?2 AND member_count IS NOT NULL") \
	/* ?1 cluster, ?2 first, ?3 last day, ?4 year: number of named members, and of those whose own beginning does not reach it */ \
	Q(MEMBER_COUNT, false, \
		"SELECT count(*), sum(undated) FROM (SELECT max(NOT " MEMBER_DATED( \
			"?4") ") AS undated" \
			      " FROM membership m JOIN unit u ON u.id=m.unit" \
			      " WHERE m.cluster=?1 AND m.first_day<=?3 AND m.last_day>=?2 AND " ALIVE_IN( \
				      "u", "?4") " GROUP BY m.unit)") \
	/* ?1 cluster, ?2 first, ?3 last year, ?4 day for names */ \
	Q(TERMS, false, \
		"SELECT t.id, t.work_year, r.code, t.unit, CASE WHEN t.unit IS NULL THEN NULL ELSE " NAME_ON("short", \
			"t.unit", \
			"?4") " END, p.name, t.how, r.id, t.person, m.date, m.kinds, d.title, d.date, t.first_day, t.last_day" \
			      " FROM term t JOIN role r ON r.id=t.role" \
			      " LEFT JOIN person p ON p.id=t.person LEFT JOIN meeting m ON m.id=t.meeting LEFT JOIN document d ON d.id=t.document" \
			      " WHERE t.cluster=?1 AND t.work_year BETWEEN ?2 AND ?3 ORDER BY t.work_year, t.role, t.first_day, t.id") \
	/* ?1 cluster, ?2 and ?3 least and greatest period of the year: the latest round, handed in, asked */ \
	Q(ROUND_STATE, false, \
		"SELECT r.id, (SELECT count(*) FROM submission s WHERE s.round=r.id AND s.state IN (1,3))," \
		" (SELECT count(*) FROM submission s WHERE s.round=r.id), r.title, r.due, r.period" \
		" FROM round r WHERE r.cluster=?1 AND r.period BETWEEN ?2 AND ?3 ORDER BY r.period DESC, r.ordinal DESC LIMIT 1") \
	/* ?1 cluster, ?2 today: the next planned meeting */ \
	Q(NEXT_MEETING, false, \
		"SELECT date FROM meeting WHERE cluster=?1 AND state=0 AND ltrim(date,'<>~')>=?2 ORDER BY date LIMIT 1") \
	/* ?1 cluster, ?2 day */ \
	Q(CLUSTER_HEAD, false, \
		"SELECT " NAME_ON("short", "c.id", "?2") ", " NAME_ON("name", "c.id", "?2") ", " NAME_ON( \
			"short", "c.owner", "?2") ", c.kind FROM cluster c WHERE c.id=?1") \
	/* ?1 cluster, ?2 first, ?3 last day, ?4 year, ?5 and ?6 least and greatest period of the year, ?7 entity membership */ \
	Q(MEMBERS, false, \
		"SELECT m.unit, m.id, " NAME_ON("short", "m.unit", "?3") ", " NAME_ON("name", "m.unit", \
			"?3") ", coalesce(m.\"from\",''), coalesce(m.\"to\",u.\"to\",'')," \
			      " (" MEMBER_DATED( \
				      "?4") " " \
					    "  OR EXISTS (SELECT 1 FROM term t WHERE t.unit=m.unit AND t.work_year=?4 AND t.cluster=?1)" \
					    "  OR EXISTS (SELECT 1 FROM figure f WHERE f.subject=m.unit AND f.period BETWEEN ?5 AND ?6)" \
					    "  OR EXISTS (SELECT 1 FROM covenant c JOIN covenant_party y ON y.covenant=c.id" \
					    "             WHERE c.cluster=?1 AND c.period BETWEEN ?5 AND ?6 AND y.unit=m.unit)" \
					    "  OR EXISTS (SELECT 1 FROM citation x JOIN document d ON d.id=x.document" \
					    "             WHERE x.entity=?7 AND x.record=m.id AND d.work_year=?4))," \
					    " s.successor, CASE WHEN s.successor IS NULL THEN NULL ELSE " NAME_ON( \
						    "short", "s.successor", \
						    "s.date") " END," \
							      " s.date, coalesce(CASE WHEN d.title LIKE 'Nghị quyết%' THEN 'NQ ' WHEN d.kind=0 THEN 'QĐ ' ELSE '' END||d.number,d.title)" \
							      " FROM membership m JOIN unit u ON u.id=m.unit" \
							      " LEFT JOIN succession s ON s.id=(SELECT id FROM succession WHERE predecessor=m.unit AND kind IN (0,1,4) ORDER BY date LIMIT 1)" \
							      " LEFT JOIN document d ON d.id=s.document" \
							      " WHERE m.cluster=?1 AND m.first_day<=?3 AND m.last_day>=?2 AND " ALIVE_IN( \
								      "u", \
								      "?4") " ORDER BY coalesce(m.position,0), " NAME_ON("short_key", \
								      "m.unit", "?3") ", m.unit") \
	/* ?1 cluster, ?2 unit, ?3 from year: roles held */ \
	Q(ROLES_OF_UNIT, false, \
		"SELECT r.label, r.label_block, t.work_year, r.label_en FROM term t JOIN role r ON r.id=t.role" \
		" WHERE t.unit=?2 AND t.cluster=?1 AND t.work_year>=?3 ORDER BY t.work_year, t.role") \
	/* ?1 subject: the successions of the whole family of predecessors and successors around it */ \
	Q(SUCCESSIONS_AROUND, false, \
		"WITH RECURSIVE kin(id) AS (SELECT ?1 UNION SELECT s.predecessor FROM succession s JOIN kin ON s.successor=kin.id" \
		" UNION SELECT s.successor FROM succession s JOIN kin ON s.predecessor=kin.id WHERE s.successor IS NOT NULL)" \
		" SELECT s.id, s.predecessor, s.successor, s.kind, s.date, " NAME_ON( \
			"short", "s.predecessor", "s.date") ", " NAME_ON("short", "s.successor", \
			"s.date") " FROM kin JOIN succession s ON s.predecessor=kin.id ORDER BY s.date, s.id") \
	/* ?1 succession */ \
	Q(SHARES, false, "SELECT metric, value, permille FROM succession_share WHERE succession=?1") \
	/* the roles of the book, leader first */ \
	Q(ROLES, true, \
		"SELECT r.id, r.label, r.label_block, r.label_en, r.single, r.members_only, r.counts, r.succeeds_to, r.code FROM role r" \
		" ORDER BY r.counts DESC, r.succeeds_to IS NOT NULL, r.id") \
	/* ?1 cluster: what decides its rotation */ \
	Q(CLUSTER_RULES, false, "SELECT rotation, deputy_succeeds, coalesce(\"from\",'') FROM cluster WHERE id=?1") \
	/* ?1 cluster: every term, known years first to last, unknown years at the end */ \
	Q(ALL_TERMS, false, \
		"SELECT t.id, t.role, t.unit, t.person, t.work_year, coalesce(t.\"from\",''), coalesce(t.\"to\",''), t.how" \
		" FROM term t WHERE t.cluster=?1 ORDER BY t.work_year IS NULL, t.work_year, t.id") \
	/* ?1 cluster, ?2 day: every membership with its name and key on the day */ \
	Q(ALL_MEMBERSHIPS, false, \
		"SELECT m.unit, coalesce(m.\"from\",''), coalesce(m.\"to\",''), " NAME_ON( \
			"short", "m.unit", "?2") ", " NAME_ON("short_key", "m.unit", \
			"?2") ", m.position FROM membership m WHERE m.cluster=?1 ORDER BY m.first_day") \
	/* ?1 cluster, ?2 year: the metrics that it collects */ \
	Q(COLLECTED, false, \
		"SELECT k.metric FROM cluster_metric k JOIN metric m ON m.id=k.metric" \
		" WHERE k.cluster=?1 AND k.from_year<=?2 AND coalesce(k.to_year,9999)>=?2" \
		" GROUP BY k.metric ORDER BY min(coalesce(k.position,9999)), m.position, k.metric") \
	/* ?1 cluster, ?2 year: the set nearest in time when the year itself has none */ \
	Q(COLLECTED_NEAREST, false, \
		"SELECT k.metric FROM cluster_metric k JOIN metric m ON m.id=k.metric" \
		" WHERE k.cluster=?1 AND k.from_year=(SELECT from_year FROM cluster_metric WHERE cluster=?1 ORDER BY abs(from_year-?2) LIMIT 1)" \
		" GROUP BY k.metric ORDER BY min(coalesce(k.position,9999)), m.position, k.metric") \
	/* ?1 cluster, ?2 year: its main metrics */ \
	Q(COLLECTED_MAIN, false, \
		"SELECT k.metric FROM cluster_metric k JOIN metric m ON m.id=k.metric WHERE k.cluster=?1 AND k.main=1" \
		" AND (k.from_year<=?2 AND coalesce(k.to_year,9999)>=?2 OR k.from_year=(SELECT from_year FROM cluster_metric" \
		" WHERE cluster=?1 ORDER BY abs(from_year-?2) LIMIT 1)) GROUP BY k.metric ORDER BY m.position, k.metric") \
	/* ?1 subject: the metrics of which the book has a figure */ \
	Q(METRICS_OF_SUBJECT, false, \
		"SELECT m.id FROM (SELECT DISTINCT metric FROM figure WHERE subject=?1) f JOIN metric m ON m.id=f.metric" \
		" ORDER BY m.position, m.id") \
	/* ?1 metric */ \
	Q(METRIC, false, \
		"SELECT m.id, m.name, m.short, m.measure, m.kind, m.class_of, m.decimals, m.slash, m.better, m.numerator, m.denominator," \
		" m.weight, n.decimals, d.decimals, w.decimals, m.part_of, m.part_rule, m.name_en, m.code FROM metric m" \
		" LEFT JOIN metric n ON n.id=m.numerator LEFT JOIN metric d ON d.id=m.denominator LEFT JOIN metric w ON w.id=m.weight" \
		" WHERE m.id=?1") \
	/* ?1 subject, ?2 metric, ?3 period, ?4 kind, ?5 entity figure */ \
	Q(FIGURE, false, \
		"SELECT id, status, value, qualifier, words, coverage, with_predecessors, as_of, coverage_note, rev, stage," \
		" EXISTS (SELECT 1 FROM citation c WHERE c.entity=?5 AND c.record=figure.id AND c.agrees=1)" \
		" FROM figure WHERE subject=?1 AND metric=?2 AND period=?3 AND kind=?4") \
	/* ?1 subject: the largest amount known of each metric, whatever its sign, and the least */ \
	Q(LARGEST, false, "SELECT metric, max(abs(value)), min(value) FROM figure WHERE subject=?1 GROUP BY metric") \
	/* ?1 subject, ?2 metric: the same of one metric */ \
	Q(LARGEST_OF, false, "SELECT max(abs(value)), min(value) FROM figure WHERE subject=?1 AND metric=?2") \
	/* ?1 entity, ?2 record: titles of the documents cited for it */ \
	Q(SOURCES, false, \
		"SELECT d.title, d.number, c.quote, c.agrees, c.field, d.id, c.id FROM citation c JOIN document d ON d.id=c.document" \
		" WHERE c.entity=?1 AND c.record=?2 ORDER BY c.agrees, c.id") \
	/* ?1 subject, ?2 metric, ?3 and ?4 least and greatest period, ?5 kind */ \
	Q(READINGS, false, \
		"SELECT f.id, f.period, f.status, f.value, f.qualifier, f.coverage, f.with_predecessors, f.as_of, f.words," \
		" s.first_day, s.last_day FROM figure f LEFT JOIN span s ON s.id=f.period" \
		" WHERE f.subject=?1 AND f.metric=?2 AND f.period BETWEEN ?3 AND ?4 AND f.kind=?5 ORDER BY f.period") \
	/* breaks that concern a subject, or the whole book: ?1 subject */ \
	Q(BREAKS, true, \
		"SELECT id, subject, with_children, all_stock, date, reason FROM \"break\" WHERE subject IS NULL OR subject=?1" \
		" OR with_children=1 ORDER BY date, id") \
	Q(BREAK_METRICS, false, "SELECT metric FROM break_metric WHERE \"break\"=?1") \
	/* ?1 subject, ?2 day: its parents, nearest first; clusters it belongs to on the day */ \
	Q(ABOVE, false, \
		"WITH RECURSIVE up(id, n) AS (SELECT ?1, 0 UNION SELECT (SELECT parent FROM phase p WHERE p.subject=up.id AND p.first_day<=?2" \
		" ORDER BY p.first_day DESC LIMIT 1), n+1 FROM up WHERE n<20 AND up.id IS NOT NULL)" \
		" SELECT id FROM up WHERE n>0 AND id IS NOT NULL" \
		" UNION ALL SELECT cluster FROM membership WHERE unit=?1 AND first_day<=?2 AND last_day>=?2") \
	/* ?1 unit, ?2 day */ \
	Q(UNIT, false, \
		"SELECT " NAME_ON("short", "u.id", "?2") ", " NAME_ON("name", "u.id", \
			"?2") ", coalesce(u.\"from\",''), coalesce(u.\"to\",'')," \
			      " (SELECT id FROM phase WHERE subject=u.id ORDER BY first_day<=?2 DESC, abs(julianday(first_day)-julianday(?2)) LIMIT 1)" \
			      " FROM unit u WHERE u.id=?1") \
	/* ?1 unit */ \
	Q(PHASES, false, \
		"SELECT p.id, p.name, p.short, coalesce(p.\"from\",''), coalesce(p.\"to\",''), p.parent, p.level FROM phase p" \
		" WHERE p.subject=?1 ORDER BY p.first_day") \
	/* ?1 phase, ?2 day: name of its parent */ \
	Q(PHASE_PARENT, false, \
		"SELECT p.parent, " NAME_ON("short", "p.parent", "?2") ", p.level FROM phase p WHERE p.id=?1") \
	/* ?1 unit: its predecessors with their life */ \
	Q(PREDECESSORS, false, \
		"SELECT s.predecessor, " NAME_ON("short", "s.predecessor", \
			"s.date") ", coalesce(u.\"from\",''), coalesce(u.\"to\",'')," \
				  " s.kind, s.date, coalesce(d.number,d.title), d.title FROM succession s LEFT JOIN unit u ON u.id=s.predecessor" \
				  " LEFT JOIN document d ON d.id=s.document WHERE s.successor=?1 ORDER BY s.date, " NAME_ON( \
					  "short_key", "s.predecessor", "s.date")) \
	Q(SUCCESSORS, false, \
		"SELECT s.successor, CASE WHEN s.successor IS NULL THEN '' ELSE " NAME_ON("short", "s.successor", \
			"s.date") " END," \
				  " coalesce(u.\"from\",''), coalesce(u.\"to\",''), s.kind, s.date, coalesce(d.number,d.title), d.title FROM succession s" \
				  " LEFT JOIN unit u ON u.id=s.successor LEFT JOIN document d ON d.id=s.document WHERE s.predecessor=?1 ORDER BY s.date") \
	/* ?1 unit, ?2 day: the clusters it is or was in */ \
	Q(CLUSTERS_OF_UNIT, false, \
		"SELECT m.cluster, " NAME_ON("short", "m.cluster", \
			"?2") ", coalesce(m.\"from\",''), coalesce(m.\"to\",u.\"to\",'')," \
			      " m.id FROM membership m JOIN unit u ON u.id=m.unit WHERE m.unit=?1 ORDER BY m.first_day, m.cluster") \
	/* ?1 unit, ?2 day: every role it held */ \
	Q(TERMS_OF_UNIT, false, \
		"SELECT t.id, r.label, r.label_block, c.kind, t.work_year, " NAME_ON("short", "t.cluster", \
			"?2") ", t.how, r.label_en FROM term t" \
			      " JOIN role r ON r.id=t.role JOIN cluster c ON c.id=t.cluster WHERE t.unit=?1 ORDER BY t.work_year DESC, t.role") \
	/* ?1 day, ?2 least key (blob): units in order, page by page */ \
	Q(UNITS_IN_ORDER, false, \
		"SELECT p.subject, p.short, p.name, " NAME_ON("short", "p.parent", \
			"?1") ", coalesce(u.\"from\",''), coalesce(u.\"to\",'')" \
			      " FROM phase p JOIN unit u ON u.id=p.subject" \
			      " WHERE (p.first_day<=?1 AND p.last_day>=?1 OR p.id=(SELECT id FROM phase q" \
			      " WHERE q.subject=p.subject ORDER BY q.first_day<=?1 DESC, q.first_day DESC LIMIT 1))" \
			      " ORDER BY p.name_key, p.subject LIMIT ?2") \
	/* ?1 day, ?2 parent (NULL: none), ?3 at most: units right below it, and whether some are below them */ \
	Q(UNIT_CHILDREN, false, \
		"SELECT p.subject, p.name, coalesce(u.\"from\",''), coalesce(u.\"to\",'')," \
		" EXISTS (SELECT 1 FROM phase c WHERE c.parent=p.subject) FROM phase p JOIN unit u ON u.id=p.subject" \
		" WHERE p.parent IS ?2 AND (p.first_day<=?1 AND p.last_day>=?1 OR p.id=(SELECT id FROM phase q" \
		" WHERE q.subject=p.subject ORDER BY q.first_day<=?1 DESC, q.first_day DESC LIMIT 1))" \
		" ORDER BY p.name_key LIMIT ?3") \
	/* ?1 unit, ?2 day: its parent */ \
	Q(UNIT_PARENT, false, \
		"SELECT parent FROM phase WHERE subject=?1 ORDER BY first_day<=?2 DESC, first_day DESC LIMIT 1") \
	Q(UNIT_COUNT, true, "SELECT count(*) FROM unit")

/* clang-format on */
#define Q(name, scans, sql) READ_##name,
enum read_question { READ_QUESTIONS(Q) READ_QUESTION_COUNT };
#undef Q
extern const struct question read_questions[READ_QUESTION_COUNT];

/* Opens the question with args … (struct value). */
#define ASK(rows, store, name, err, ...) \
	rows_open((rows), (store), &read_questions[READ_##name], (struct value[]){ __VA_ARGS__ }, \
		sizeof((struct value[]){ __VA_ARGS__ }) / sizeof(struct value), (err))
#endif

/* The questions about one cluster: its names, papers and meetings.  ?1 … are explained beside each. */
#ifndef APP_QUESTIONS_CLUSTER_H
#define APP_QUESTIONS_CLUSTER_H
#include "app/questions_read.h"

/* clang-format off: a table reads by its columns */
/* Q(NAME, scans, sql) */
#define CLUSTER_QUESTIONS(Q) \
	/* ?1 subject, ?2 its entity: every name and other spelling */ \
	Q(ALL_NAMES, false, \
		"SELECT name FROM phase WHERE subject=?1 UNION SELECT short FROM phase WHERE subject=?1" \
		" UNION SELECT text FROM alias WHERE entity=?2 AND record=?1") \
	/* ?1 cluster, ?2 and ?3 least and greatest period of the year, ?4 first day of the next year: its last meeting */ \
	Q(LAST_MEETING, false, \
		"SELECT m.id, m.kinds, m.date, m.place, m.closes," \
		" (SELECT count(*) FROM meeting_item i WHERE i.meeting=m.id AND i.kind NOT IN (0,1,6))" \
		" FROM meeting m WHERE m.cluster=?1 AND m.state=1" \
		" AND (m.closes BETWEEN ?2 AND ?3 OR ltrim(m.date,'<>~')<?4) ORDER BY ltrim(m.date,'<>~') DESC, m.id DESC LIMIT 1") \
	/* ?1 cluster, ?2 and ?3 least and greatest period of the year */ \
	Q(COVENANT_OF_YEAR, false, \
		"SELECT c.id, c.state, c.signed, c.theme, (SELECT count(*) FROM covenant_party p WHERE p.covenant=c.id), c.period" \
		" FROM covenant c WHERE c.cluster=?1 AND c.period BETWEEN ?2 AND ?3 ORDER BY c.period DESC, c.ordinal DESC LIMIT 1") \
	/* ?1 unit, ?2 and ?3 least and greatest period of the year, ?4 kind result: a plan is no report */ \
	Q(HAS_FIGURES, false, \
		"SELECT EXISTS (SELECT 1 FROM figure WHERE subject=?1 AND period BETWEEN ?2 AND ?3 AND kind=?4 AND status<>3)") \
	/* the place of the last metric of the catalogue */ \
	Q(LAST_METRIC_POSITION, true, "SELECT coalesce(max(position), 0) FROM metric") \
	/* ?1 cluster: its covenants, the latest first */ \
	Q(COVENANTS, false, \
		"SELECT c.id, c.period, c.theme, c.signed, c.state," \
		" (SELECT count(*) FROM covenant_party p WHERE p.covenant=c.id)," \
		" max(coalesce(c.item_count,0),(SELECT count(*) FROM covenant_item i WHERE i.covenant=c.id))" \
		" FROM covenant c WHERE c.cluster=?1 ORDER BY c.period DESC, c.ordinal DESC, c.id") \
	/* ?1 cluster, ?2 day for names: its nominations, the latest first */ \
	Q(NOMINATIONS, false, \
		"SELECT n.id, n.work_year, CASE WHEN n.unit IS NULL THEN NULL ELSE " NAME_ON("short", "n.unit", \
			"?2") " END," \
			      " p.name, n.count, a.name, n.state, CASE WHEN n.authority IS NULL THEN NULL ELSE " NAME_ON( \
				      "short", "n.authority", \
				      "?2") " END FROM nomination n LEFT JOIN person p ON p.id=n.person" \
					    " LEFT JOIN award a ON a.id=coalesce(n.granted_award,n.award)" \
					    " WHERE n.cluster=?1 ORDER BY n.work_year DESC, n.award, n.id") \
	/* ?1 cluster: its meetings, the latest first */ \
	Q(MEETINGS, false, \
		"SELECT m.id, m.date, m.kinds, m.closes, m.place, m.state, m.title," \
		" (SELECT count(*) FROM meeting_item i WHERE i.meeting=m.id AND i.kind NOT IN (0,1,6))," \
		" (SELECT count(*) FROM participant p WHERE p.meeting=m.id)," \
		" (SELECT count(*) FROM meeting_item i WHERE i.meeting=m.id)" \
		" FROM meeting m WHERE m.cluster=?1 ORDER BY ltrim(m.date,'<>~') DESC, m.id DESC") \
	/* ?1 cluster, ?2 metric, ?3 year: the row by which it collects the metric then */ \
	Q(COLLECTED_BY, false, \
		"SELECT id FROM cluster_metric WHERE cluster=?1 AND metric=?2 AND from_year<=?3 AND coalesce(to_year,9999)>=?3 LIMIT 1") \
	/* ?1 first and ?2 last day, ?3 unit: its level and who headed it then, as far as the book knows */ \
	Q(HEAD_OF_UNIT, false, \
		"SELECT " NAME_ON("level", "?3", \
			"?2") ", (SELECT p.name FROM post o JOIN person p ON p.id=o.person" \
			      " WHERE o.unit=?3 AND o.first_day<=?2 AND o.last_day>=?1 AND (o.title LIKE 'Chủ tịch%' OR o.title LIKE 'chủ tịch%')" \
			      " ORDER BY o.first_day DESC LIMIT 1)")

/* clang-format on */
#define Q(name, scans, sql) CLUSTER_##name,
enum cluster_question { CLUSTER_QUESTIONS(Q) CLUSTER_QUESTION_COUNT };
#undef Q
extern const struct question cluster_questions[CLUSTER_QUESTION_COUNT];

/* Opens the question with args … (struct value). */
#define ASK_CLUSTER(rows, store, name, err, ...) \
	rows_open((rows), (store), &cluster_questions[CLUSTER_##name], (struct value[]){ __VA_ARGS__ }, \
		sizeof((struct value[]){ __VA_ARGS__ }) / sizeof(struct value), (err))
#endif

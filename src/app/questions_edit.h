/* Every question that the deeds of app/ ask when they name, find, check and write records: one list, walked by a test. */
#ifndef SRC_APP_QUESTIONS_EDIT_H
#define SRC_APP_QUESTIONS_EDIT_H
#include "store/rows.h"

/* From column 2 on: what a name is matched and ordered by. */
#define NAMES_OF_PHASE "p.name, p.name_bare, p.name_key, p.short, p.short_bare, p.short_key"

/* Q(NAME, scans a growing table (reason beside it), SQL) */
#define EDIT_QUESTIONS(Q) \
	/* ---- names ---- */ \
	Q(SUBJECT_KIND, false, "SELECT kind FROM subject WHERE id = ?1") \
	Q(PHASE_SINCE, false, \
		"SELECT id, name, short FROM phase WHERE subject = ?1 AND first_day <= ?2 ORDER BY first_day DESC LIMIT 1") \
	Q(PHASE_FIRST, false, "SELECT id, name, short FROM phase WHERE subject = ?1 ORDER BY first_day LIMIT 1") \
	Q(NAMESAKES, false, \
		"SELECT o.subject FROM phase p JOIN phase o ON o.name_key = p.name_key AND o.subject <> p.subject" \
		" WHERE p.id = ?1 AND (SELECT owner FROM cluster WHERE id = o.subject) IS (SELECT owner FROM cluster" \
		" WHERE id = p.subject) GROUP BY o.subject") \
	Q(UNIT_LIFE, false, "SELECT \"from\", \"to\" FROM unit WHERE id = ?1") \
	Q(CLUSTER_LIFE, false, "SELECT \"from\", \"to\" FROM cluster WHERE id = ?1") \
	Q(PHASE_LIFE, false, "SELECT min(first_day), max(last_day) FROM phase WHERE subject = ?1") \
	Q(CLUSTER_KIND, false, "SELECT kind FROM cluster WHERE id = ?1") \
	Q(METRIC_SCALE, false, "SELECT decimals FROM metric WHERE id = ?1") \
	/* ---- all names of units and clusters, for the memory (find_index.h); of one source: kind, subject, names ---- */ \
	Q(CLUSTERS, true, "SELECT id FROM cluster ORDER BY id") \
	Q(NAMES_AFTER, false, "SELECT id, subject, name, short FROM phase WHERE id > ?1 ORDER BY id LIMIT ?2") \
	Q(ALIASES_OF_KINDS, true, "SELECT id, entity, record, text FROM alias WHERE entity = ?1 OR entity = ?2") \
	Q(PHASE_NAME, false, \
		"SELECT s.kind, p.subject, p.name, p.short FROM phase p JOIN subject s ON s.id = p.subject" \
		" WHERE p.id = ?1") \
	Q(ALIAS_NAME, false, "SELECT entity, record, text, '' FROM alias WHERE id = ?1") \
	/* ---- finding: the folded word narrows first, text/match decides; names are few beside figures ---- */ \
	Q(NAMES_LIKE, true, \
		"SELECT p.subject, s.kind, " NAMES_OF_PHASE " FROM phase p JOIN subject s ON s.id = p.subject" \
		" WHERE (p.name_bare LIKE ?1 OR p.short_bare LIKE ?1) AND (?2 = 0 OR s.kind = ?2) ORDER BY p.id") \
	Q(CLUSTER_NAMES_LIKE, true, \
		"SELECT p.subject, 2, " NAMES_OF_PHASE " FROM cluster c CROSS JOIN phase p ON p.subject = c.id" \
		" WHERE p.name_bare LIKE ?1 OR p.short_bare LIKE ?1 ORDER BY p.id") \
	Q(NAMES_WHOLE, false, \
		"SELECT p.subject, s.kind, p.name, p.short FROM phase p JOIN subject s ON s.id = p.subject" \
		" WHERE p.name_key = CAST(?1 AS BLOB) AND (?2 = 0 OR s.kind = ?2)" \
		" UNION SELECT p.subject, s.kind, p.name, p.short FROM phase p JOIN subject s ON s.id = p.subject" \
		" WHERE p.short_key = CAST(?1 AS BLOB) AND (?2 = 0 OR s.kind = ?2)") \
	Q(NAMES_FIRST, true, \
		"SELECT p.subject, s.kind, " NAMES_OF_PHASE " FROM phase p JOIN subject s ON s.id = p.subject" \
		" WHERE (?1 = 0 OR s.kind = ?1) ORDER BY p.name_key LIMIT ?2") \
	Q(CLUSTER_NAMES_FIRST, true, \
		"SELECT p.subject, 2, " NAMES_OF_PHASE " FROM cluster c CROSS JOIN phase p ON p.subject = c.id" \
		" ORDER BY p.name_key LIMIT ?1") \
	Q(SUBJECT_COUNT, true, \
		"SELECT CASE ?1 WHEN 0 THEN (SELECT count(*) FROM subject) WHEN 1 THEN (SELECT count(*) FROM unit)" \
		" ELSE (SELECT count(*) FROM cluster) END") \
	Q(ALIASES_LIKE, true, \
		"SELECT entity, record, text FROM alias WHERE text_bare LIKE ?1 AND (entity = ?2 OR entity = ?3)" \
		" ORDER BY id") \
	Q(PEOPLE_LIKE, true, "SELECT id, name FROM person WHERE name_bare LIKE ?1") \
	Q(DOCUMENTS_LIKE, true, "SELECT id, title, number FROM document WHERE title_bare LIKE ?1 OR number LIKE ?2") \
	Q(METRICS_LIKE, true, "SELECT id, name, short, code, name_en FROM metric") \
	Q(ROLES_LIKE, true, "SELECT id, label, label_block, code, label_en FROM role") \
	Q(AWARDS_LIKE, true, "SELECT id, name, code, name_en FROM award") \
	Q(CLASS_SETS_LIKE, true, "SELECT id, name, code, name_en FROM class_set") \
	Q(CLASSES_LIKE, true, "SELECT id, name, short, name_en FROM class") \
	Q(COVENANT_ITEMS_LIKE, true, "SELECT id, text FROM covenant_item") \
	Q(ACCOUNTS_LIKE, true, "SELECT id, login, name FROM account") \
	Q(POSTS_OF, false, \
		"SELECT title, unit FROM post WHERE person = ?1 ORDER BY last_day DESC, first_day DESC, id LIMIT 2") \
	Q(LAST_PARENT, false, "SELECT parent FROM phase WHERE subject = ?1 ORDER BY first_day DESC LIMIT 1") \
	Q(METRIC_BY_CODE, false, "SELECT id FROM metric WHERE code = ?1") \
	Q(ROLE_BY_CODE, false, "SELECT id FROM role WHERE code = ?1") \
	Q(AWARD_BY_CODE, false, "SELECT id FROM award WHERE code = ?1") \
	Q(CLASS_SET_BY_CODE, false, "SELECT id FROM class_set WHERE code = ?1") \
	Q(ACCOUNT_BY_LOGIN, false, "SELECT id FROM account WHERE login = ?1") \
	/* ---- facts for rules ---- */ \
	Q(ALIAS_OF, false, "SELECT id FROM alias WHERE entity = ?1 AND record = ?2 LIMIT 1") \
	Q(CITATION_OF, false, "SELECT id FROM citation WHERE entity = ?1 AND record = ?2 LIMIT 1") \
	Q(CITED, false, "SELECT id FROM citation WHERE entity = ?1 AND record = ?2 AND document = ?3 LIMIT 1") \
	Q(PHASES_ABOVE, false, \
		"WITH RECURSIVE up(id) AS (SELECT ?1 UNION SELECT ?2 UNION SELECT p.parent FROM up JOIN phase p ON p.subject = up.id" \
		" WHERE p.parent IS NOT NULL) SELECT p.id, p.subject, p.parent, p.name, p.first_day, p.last_day" \
		" FROM up JOIN phase p ON p.subject = up.id") \
	Q(EDGES_AFTER, false, \
		"WITH RECURSIVE after(id) AS (SELECT ?1 UNION SELECT s.successor FROM after JOIN succession s ON s.predecessor = after.id" \
		" WHERE s.successor IS NOT NULL) SELECT s.id, s.predecessor, s.successor, s.kind, s.date" \
		" FROM after JOIN succession s ON s.predecessor = after.id") \
	Q(CLUSTERS_OF_OWNER, false, "SELECT id, number, \"from\", \"to\" FROM cluster WHERE owner = ?1") \
	Q(MEMBERSHIPS_OF, false, "SELECT id, \"from\", \"to\" FROM membership WHERE unit = ?1 AND cluster = ?2") \
	Q(MEMBERSHIPS_OPEN, false, \
		"SELECT id, cluster FROM membership WHERE unit = ?1 AND first_day <= ?2 AND coalesce(\"to\", '') = ''" \
		" ORDER BY first_day, cluster") \
	Q(TERMS_OPEN, false, \
		"SELECT t.id, t.cluster, t.work_year, t.first_day, r.members_only FROM term t JOIN role r ON r.id = t.role" \
		" WHERE t.unit = ?1 AND t.work_year >= ?2 AND coalesce(t.\"to\", '') = '' ORDER BY t.work_year, t.role, t.id") \
	Q(POSTS_OPEN, false, \
		"SELECT id FROM post WHERE unit = ?1 AND first_day <= ?2 AND coalesce(\"to\", '') = '' ORDER BY id") \
	Q(MEMBERS_ON, false, \
		"SELECT DISTINCT unit FROM membership WHERE cluster = ?1 AND first_day <= ?2 AND last_day >= ?2" \
		" ORDER BY coalesce(position, 9999), id") \
	Q(TERMS_OF, false, \
		"SELECT id, unit, person, \"from\", \"to\" FROM term WHERE cluster = ?1 AND work_year = ?2 AND role = ?3") \
	Q(TERMS_OF_MEMBER, false, \
		"SELECT t.id, t.work_year, t.\"from\", t.\"to\", t.role FROM term t JOIN role r ON r.id = t.role" \
		" WHERE t.unit = ?1 AND t.cluster = ?2 AND r.members_only = 1") \
	Q(METRIC_CHAIN, false, \
		"WITH RECURSIVE up(id) AS (SELECT ?1 UNION SELECT m.part_of FROM up JOIN metric m ON m.id = up.id" \
		" WHERE m.part_of IS NOT NULL) SELECT id FROM up WHERE id IS NOT NULL") \
	Q(METRIC_PARTS, true, "SELECT id FROM metric WHERE part_of = ?1 ORDER BY position, id") \
	Q(FIGURES_OF_METRIC, true, "SELECT id FROM figure WHERE metric = ?1 ORDER BY id") \
	Q(HAS_FIGURES, true, "SELECT 1 FROM figure WHERE metric = ?1 AND value IS NOT NULL LIMIT 1") \
	Q(HAS_SHARES, true, "SELECT 1 FROM succession_share WHERE metric = ?1 AND value IS NOT NULL LIMIT 1") \
	Q(SHARES_OF_METRIC, true, "SELECT id FROM succession_share WHERE metric = ?1 ORDER BY id") \
	Q(FIGURE_AT, false, "SELECT id FROM figure WHERE subject = ?1 AND metric = ?2 AND period = ?3 AND kind = ?4") \
	Q(MAIN_METRICS, false, "SELECT id, metric, from_year, to_year, main FROM cluster_metric WHERE cluster = ?1") \
	Q(MEETINGS_LIKE_THIS, false, "SELECT id FROM meeting WHERE organiser = ?1 AND date = ?2") \
	Q(MEETINGS_OF_CLUSTER, false, "SELECT id FROM meeting WHERE cluster = ?1 AND date = ?2") \
	Q(DOCUMENTS_NUMBERED, true, \
		"SELECT id FROM document WHERE number = ?1 AND date IS ?2 AND issuer IS ?3 AND issuer_text IS ?4") \
	Q(STEPS_OF, false, \
		"SELECT id, position, state, date FROM nomination_step WHERE nomination = ?1 ORDER BY position, id") \
	Q(CLUSTERS_OF_UNIT, false, \
		"SELECT DISTINCT m.cluster FROM membership m JOIN cluster c ON c.id = m.cluster" \
		" WHERE m.unit = ?1 AND m.first_day <= ?3 AND m.last_day >= ?2 ORDER BY c.uid") \
	Q(METRIC_MEASURE, false, "SELECT measure FROM metric WHERE id = ?1") \
	Q(SOURCES_OF_FIGURE, false, \
		"SELECT DISTINCT d.title, d.uid FROM citation c JOIN document d ON d.id = c.document" \
		" WHERE c.entity = 11 AND c.record = ?1 ORDER BY d.uid") \
	Q(HAS_NAME, false, "SELECT 1 FROM phase WHERE subject = ?1 AND (name_bare = ?2 OR short_bare = ?2) LIMIT 1") \
	Q(ROUNDS_OF, false, "SELECT id, period FROM round WHERE cluster = ?1") \
	Q(ROLE_CHAIN, false, \
		"WITH RECURSIVE up(id) AS (SELECT ?1 UNION SELECT r.succeeds_to FROM up JOIN role r ON r.id = up.id" \
		" WHERE r.succeeds_to IS NOT NULL) SELECT 1 FROM up WHERE id = ?2")

#define EDIT_NAME(name, scans_, sql_) EDIT_ASK_##name,
enum edit_question { EDIT_QUESTIONS(EDIT_NAME) EDIT_QUESTION_COUNT };
#undef EDIT_NAME

extern const struct question edit_questions[EDIT_QUESTION_COUNT];
#define EDIT_ASK(name) (&edit_questions[EDIT_ASK_##name])

/* Whether a record of the kind is there: "SELECT 1 FROM unit WHERE id = ?1". */
extern const struct question exists_questions[ENTITY_END];
#endif

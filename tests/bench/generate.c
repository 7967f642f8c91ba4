/* Fills a book with made-up units, names, clusters, roles and figures of ten years, to be measured.
 *
 *   thidua init --book BOOK --year 2024 && generate [-u UNITS] FIGURES BOOK
 *
 * BOOK is a new book with the catalogue.  The store writes history with every record, which is not what is measured here, so
 * the rows are written by SQL as one change without rows of history, the way a book of millions is loaded.  The derived columns
 * come from model/.  The same arguments give the same book. */
#include "model/choices.h"
#include "model/field.h"
#include "model/fields.h"
#include "model/period.h"
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FIRST_YEAR 2015
#define YEARS 10
#define MEMBERS 10     /* of a cluster */
#define METRICS 20     /* that a cluster collects */
#define BASE_METRICS 8 /* that a grassroots unit has figures of */
#define OWNERS 34
#define CLUSTERS 330 /* at most */

struct filling {
	sqlite3 *db;
	sqlite3_stmt *subject, *unit, *cluster, *phase, *membership, *figure, *term, *metric_of, *round, *submission;
	sqlite3_int64 change, next_subject;
	sqlite3_int64 owners[OWNERS], metrics[METRICS], leader, deputy;
	long figures, wanted; /* written, asked for */
	unsigned long long seed;
};

static void
give_up(struct filling *filling, const char *doing)
{
	fprintf(stderr, "generate: %s: %s\n", doing, sqlite3_errmsg(filling->db));
	exit(EXIT_FAILURE);
}

static void
run(struct filling *filling, const char *sql)
{
	if (sqlite3_exec(filling->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		give_up(filling, sql);
}

static sqlite3_stmt *
prepare(struct filling *filling, const char *sql)
{
	sqlite3_stmt *stmt;
	if (sqlite3_prepare_v2(filling->db, sql, -1, &stmt, NULL) != SQLITE_OK)
		give_up(filling, sql);
	return stmt;
}

static void
step(struct filling *filling, sqlite3_stmt *stmt)
{
	if (sqlite3_step(stmt) != SQLITE_DONE)
		give_up(filling, sqlite3_sql(stmt));
	sqlite3_reset(stmt);
}

/* The integers of the first column, at most capacity. */
static size_t
integers(struct filling *filling, const char *sql, sqlite3_int64 *out, size_t capacity)
{
	sqlite3_stmt *stmt = prepare(filling, sql);
	size_t count = 0;
	while (count < capacity && sqlite3_step(stmt) == SQLITE_ROW)
		out[count++] = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return count;
}

static sqlite3_int64
integer(struct filling *filling, const char *sql)
{
	sqlite3_int64 one = 0;
	integers(filling, sql, &one, 1);
	return one;
}

static unsigned
any(struct filling *filling, unsigned below)
{
	filling->seed = filling->seed * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)(filling->seed >> 33) % below;
}

/* ---- names ---- */

static const char *const syllables[] = { "Bình", "Thái", "Hòa", "Phú", "Đông", "Sơn", "Hải", "Quảng", "Thanh", "Vĩnh",
	"Long", "An", "Yên", "Hưng", "Lộc", "Định", "Tân", "Mỹ", "Đức", "Trường", "Nghĩa", "Xuân", "Thịnh", "Châu" };
static const char *const bases[][2] = {
	{ "Công đoàn cơ sở Trường Tiểu học", "CĐCS TH" },
	{ "Công đoàn cơ sở Trường Trung học cơ sở", "CĐCS THCS" },
	{ "Công đoàn cơ sở Công ty TNHH", "CĐCS Cty" },
	{ "Công đoàn cơ sở Công ty cổ phần May", "CĐCS May" },
	{ "Công đoàn cơ sở Trạm Y tế xã", "CĐCS TYT" },
	{ "Công đoàn cơ sở xã", "CĐCS xã" },
};

static const char *
syllable(struct filling *filling)
{
	return syllables[any(filling, sizeof syllables / sizeof *syllables)];
}

/* ---- records ---- */

static void
bind_derived(sqlite3_stmt *stmt, int place, const struct record *record, int field)
{
	const char *text = record_text(record, field);
	if (!record_has(record, field))
		sqlite3_bind_null(stmt, place);
	else if (field == PHASE_NAME_KEY || field == PHASE_SHORT_KEY)
		sqlite3_bind_blob(stmt, place, text, (int)strlen(text), SQLITE_TRANSIENT);
	else
		sqlite3_bind_text(stmt, place, text, -1, SQLITE_TRANSIENT);
}

/* parent and level -1: none, as for a cluster. */
static void
add_phase(struct filling *filling, const char *name, const char *brief, sqlite3_int64 parent, int level)
{
	static const int fields[] = { PHASE_NAME, PHASE_SHORT, PHASE_FIRST_DAY, PHASE_LAST_DAY, PHASE_NAME_KEY,
		PHASE_NAME_BARE, PHASE_SHORT_KEY, PHASE_SHORT_BARE };
	struct record phase = record_new(ENTITY_PHASE);
	record_set_text(&phase, PHASE_NAME, name);
	record_set_text(&phase, PHASE_SHORT, brief);
	record_derive(&phase);
	sqlite3_bind_int64(filling->phase, 1, filling->next_subject);
	sqlite3_bind_int64(filling->phase, 2, filling->change);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		bind_derived(filling->phase, (int)i + 3, &phase, fields[i]);
	sqlite3_bind_null(filling->phase, 11);
	sqlite3_bind_null(filling->phase, 12);
	if (parent >= 0)
		sqlite3_bind_int64(filling->phase, 11, parent);
	if (level >= 0)
		sqlite3_bind_int(filling->phase, 12, level);
	step(filling, filling->phase);
	record_release(&phase);
}

/* A subject of the kind, 1 unit or 2 cluster, as a row of stmt (id, uid, rev, owner). */
static sqlite3_int64
add_subject(struct filling *filling, sqlite3_stmt *stmt, int kind, sqlite3_int64 owner)
{
	char uid[40];
	sqlite3_int64 id = ++filling->next_subject;
	snprintf(uid, sizeof uid, "made-%lld", (long long)id);
	sqlite3_bind_int64(filling->subject, 1, id);
	sqlite3_bind_int(filling->subject, 2, kind);
	step(filling, filling->subject);
	sqlite3_bind_int64(stmt, 1, id);
	sqlite3_bind_text(stmt, 2, uid, -1, SQLITE_TRANSIENT);
	sqlite3_bind_int64(stmt, 3, filling->change);
	if (kind == 2)
		sqlite3_bind_int64(stmt, 4, owner);
	step(filling, stmt);
	return id;
}

/* A row of integers: ?1 the change, then the others. */
static void
add_row(struct filling *filling, sqlite3_stmt *stmt, const sqlite3_int64 *values, int count)
{
	sqlite3_bind_int64(stmt, 1, filling->change);
	for (int i = 0; i < count; i++)
		sqlite3_bind_int64(stmt, i + 2, values[i]);
	step(filling, stmt);
}

/* Ten years of the first metrics, as many as are still wanted. */
static void
add_figures(struct filling *filling, sqlite3_int64 subject, int metrics)
{
	unsigned size = 10 + any(filling, 5000);
	for (int m = 0; m < metrics; m++)
		for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS && filling->figures < filling->wanted; year++) {
			sqlite3_int64 values[] = { subject, filling->metrics[m], period_year(year),
				size + any(filling, 500) };
			add_row(filling, filling->figure, values, 4);
			filling->figures++;
		}
}

static void
add_terms(struct filling *filling, sqlite3_int64 cluster, const sqlite3_int64 *members)
{
	for (int i = 0; i < YEARS; i++) {
		sqlite3_int64 led[] = { cluster, FIRST_YEAR + i, filling->leader, members[i % MEMBERS] };
		sqlite3_int64 next[] = { cluster, FIRST_YEAR + i, filling->deputy, members[(i + 1) % MEMBERS] };
		add_row(filling, filling->term, led, 4);
		add_row(filling, filling->term, next, 4);
	}
}

static void
add_round(struct filling *filling, sqlite3_int64 cluster, const sqlite3_int64 *members)
{
	sqlite3_int64 asked[] = { cluster, period_year(FIRST_YEAR + YEARS - 1) };
	add_row(filling, filling->round, asked, 2);
	sqlite3_int64 round = sqlite3_last_insert_rowid(filling->db);
	for (int i = 0; i < MEMBERS; i++) {
		sqlite3_int64 handed_in[] = { round, members[i], any(filling, 2) };
		add_row(filling, filling->submission, handed_in, 3);
	}
}

static void
add_cluster(struct filling *filling, int number)
{
	char name[200], brief[200];
	sqlite3_int64 members[MEMBERS], owner = filling->owners[number % OWNERS];
	const char *place = syllable(filling);
	for (int i = 0; i < MEMBERS; i++) {
		const char *first = syllable(filling), *last = syllable(filling);
		members[i] = add_subject(filling, filling->unit, 1, 0);
		snprintf(name, sizeof name, "Liên đoàn Lao động huyện %s %s %d", first, last, number);
		snprintf(brief, sizeof brief, "LĐLĐ huyện %s %s %d", first, last, number);
		add_phase(filling, name, brief, owner, PHASE_LEVEL_DISTRICT);
		add_figures(filling, members[i], METRICS);
	}
	sqlite3_int64 cluster = add_subject(filling, filling->cluster, 2, owner);
	snprintf(name, sizeof name, "Cụm thi đua số %d các Liên đoàn Lao động huyện vùng %s", number + 1, place);
	snprintf(brief, sizeof brief, "Cụm số %d – LĐLĐ các huyện %s", number + 1, place);
	add_phase(filling, name, brief, -1, -1);
	for (int i = 0; i < MEMBERS; i++) {
		sqlite3_int64 values[] = { cluster, members[i] };
		add_row(filling, filling->membership, values, 2);
	}
	for (int i = 0; i < METRICS; i++) {
		sqlite3_int64 values[] = { cluster, filling->metrics[i], FIRST_YEAR, i + 1, i < 5 };
		add_row(filling, filling->metric_of, values, 5);
	}
	add_figures(filling, cluster, METRICS);
	add_terms(filling, cluster, members);
	add_round(filling, cluster, members);
}

static void
add_base(struct filling *filling, long number, sqlite3_int64 parent)
{
	char name[200], brief[200];
	const char *const *base = bases[any(filling, sizeof bases / sizeof *bases)];
	const char *first = syllable(filling), *second = syllable(filling), *third = syllable(filling);
	sqlite3_int64 unit = add_subject(filling, filling->unit, 1, 0);
	snprintf(name, sizeof name, "%s %s %s %s %ld", base[0], first, second, third, number % 97);
	snprintf(brief, sizeof brief, "%s %s %s %s %ld", base[1], first, second, third, number % 97);
	add_phase(filling, name, brief, parent, PHASE_LEVEL_BASE);
	add_figures(filling, unit, BASE_METRICS);
}

/* ---- the whole ---- */

static void
prepare_all(struct filling *filling)
{
	filling->subject = prepare(filling, "INSERT INTO subject(id, kind) VALUES (?1, ?2)");
	filling->unit = prepare(filling, "INSERT INTO unit(id, uid, rev, family) VALUES (?1, ?2, ?3, 0)");
	filling->cluster = prepare(
		filling, "INSERT INTO cluster(id, uid, rev, owner, kind, rotation) VALUES (?1, ?2, ?3, ?4, 0, 2)");
	filling->phase = prepare(filling,
		"INSERT INTO phase(subject, rev, name, short, first_day, last_day, name_key, name_bare, short_key, short_bare, parent,"
		" level) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
	filling->membership = prepare(filling,
		"INSERT INTO membership(uid, cluster, unit, \"from\", first_day, last_day, rev)"
		" VALUES ('made-' || ?3, ?2, ?3, '2015', '2015-01-01', '9999-12-31', ?1)");
	filling->figure = prepare(filling,
		"INSERT INTO figure(subject, metric, period, status, value, qualifier, rev) VALUES (?2, ?3, ?4, 1, ?5, 0, ?1)");
	filling->term = prepare(filling,
		"INSERT INTO term(uid, cluster, work_year, year_basis, role, unit, first_day, last_day, rev)"
		" VALUES ('made-' || ?2 || '-' || ?3 || '-' || ?4, ?2, ?3, 0, ?4, ?5, ?3 || '-01-01', ?3 || '-12-31', ?1)");
	filling->metric_of = prepare(filling,
		"INSERT INTO cluster_metric(cluster, metric, from_year, position, main, rev) VALUES (?2, ?3, ?4, ?5, ?6, ?1)");
	filling->round = prepare(filling,
		"INSERT INTO round(uid, cluster, period, due, rev) VALUES ('made-' || ?2, ?2, ?3, '2024-12-15', ?1)");
	filling->submission =
		prepare(filling, "INSERT INTO submission(round, unit, state, rev) VALUES (?2, ?3, ?4, ?1)");
}

static void
finalize_all(struct filling *filling)
{
	for (sqlite3_stmt *stmt; (stmt = sqlite3_next_stmt(filling->db, NULL));)
		sqlite3_finalize(stmt);
}

static void
read_catalogue(struct filling *filling)
{
	size_t owners = integers(filling, "SELECT DISTINCT subject FROM phase WHERE level = 2 ORDER BY subject",
		filling->owners, OWNERS);
	size_t metrics = integers(filling,
		"SELECT id FROM metric WHERE kind IN (0, 1) AND from_year IS NULL ORDER BY position, id",
		filling->metrics, METRICS);
	filling->leader = integer(filling, "SELECT id FROM role WHERE code = 'truong'");
	filling->deputy = integer(filling, "SELECT id FROM role WHERE code = 'pho'");
	filling->next_subject = integer(filling, "SELECT max(id) FROM subject");
	if (owners < OWNERS || metrics < METRICS || !filling->leader || !filling->deputy) {
		fprintf(stderr, "generate: the book has no catalogue; make it with thidua init\n");
		exit(EXIT_FAILURE);
	}
}

static void
fill(struct filling *filling, long units)
{
	run(filling, "PRAGMA journal_mode = MEMORY");
	run(filling, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; BEGIN IMMEDIATE");
	run(filling,
		"INSERT INTO change(at, account, action, about)"
		" SELECT '2024-12-20T02:12:00.000Z', min(id), 'import', '{}' FROM account");
	filling->change = sqlite3_last_insert_rowid(filling->db);
	read_catalogue(filling);
	prepare_all(filling);
	int clusters = 1 + (int)(filling->wanted / (2L * MEMBERS * METRICS * YEARS));
	clusters = clusters > CLUSTERS ? CLUSTERS : clusters;
	for (int i = 0; i < clusters; i++)
		add_cluster(filling, i);
	for (long i = (long)clusters * MEMBERS; i < units; i++)
		add_base(filling, i, filling->owners[i % OWNERS]);
	/* The change is complete: what follows is written in the name of another. */
	sqlite3_stmt *complete = prepare(filling,
		"INSERT INTO change_record(entity, record, change, ordinal, op, fields) VALUES (?2, 1, ?1, 1, 2, '{}')");
	sqlite3_int64 book[] = { ENTITY_BOOK };
	add_row(filling, complete, book, 1);
	finalize_all(filling);
	run(filling, "COMMIT; PRAGMA journal_mode = WAL");
}

int
main(int argc, char **argv)
{
	struct filling filling = { .seed = 1 };
	long units = 120000;
	int option;
	while ((option = getopt(argc, argv, "u:")) == 'u')
		units = atol(optarg);
	if (option != -1 || argc - optind != 2 || (filling.wanted = atol(argv[optind])) < 1) {
		fprintf(stderr, "usage: generate [-u UNITS] FIGURES BOOK\n");
		return 2;
	}
	const char *path = argv[optind + 1];
	if (sqlite3_open_v2(path, &filling.db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
		give_up(&filling, path);
	fill(&filling, units);
	sqlite3_int64 pages = integer(&filling, "PRAGMA page_count");
	sqlite3_close(filling.db);
	printf("%s: %ld figures, %ld units, %lld MB\n", path, filling.figures, units,
		(long long)pages * 4096 / 1000000);
	return EXIT_SUCCESS;
}

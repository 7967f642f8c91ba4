#include "app/role_matrix.h"
#include "app/edges.h"
#include "app/namesakes.h"
#include "app/questions_read.h"
#include "app/year.h"
#include "base/mem.h"
#include "model/fields.h"
#include "model/rotation.h"
#include "text/date.h"
#include <stdlib.h>
#include <string.h>

/* What the rules of rotation are asked with; the texts that the facts borrow are owned here. */
struct facts {
	struct role_facts *roles;
	size_t role_count;
	enum role_post *posts; /* one a role */
	struct term_facts *terms;
	size_t term_count;
	struct rotation_member *members;
	size_t member_count; /* every row of the matrix, those of the year to fill first */
	struct edges edges;
	struct rotation_facts rotation;
	char *founded;
};

static void
facts_release(struct facts *facts)
{
	for (size_t i = 0; i < facts->role_count; i++) {
		free((char *)facts->roles[i].label);
		free((char *)facts->roles[i].label_block);
		free((char *)facts->roles[i].label_en);
	}
	for (size_t i = 0; i < facts->member_count; i++) {
		free((char *)facts->members[i].name);
		free((void *)facts->members[i].key);
		free((char *)facts->members[i].since);
	}
	free(facts->roles);
	free(facts->posts);
	free(facts->terms);
	free(facts->members);
	free(facts->founded);
	edges_release(&facts->edges);
}

void
role_matrix_release(struct role_matrix *matrix)
{
	for (size_t i = 0; i < matrix->row_count; i++) {
		free(matrix->rows[i].name);
		free(matrix->rows[i].marks);
		free(matrix->rows[i].terms);
	}
	for (size_t i = 0; i < matrix->suggestion_count; i++) {
		free(matrix->suggestions[i].label);
		free(matrix->suggestions[i].unit_name);
		free(matrix->suggestions[i].reason);
	}
	for (size_t i = 0; i < matrix->term_count; i++) {
		free(matrix->terms[i].role);
		free(matrix->terms[i].unit_name);
		free(matrix->terms[i].person);
		free(matrix->terms[i].how);
		free(matrix->terms[i].how_brief);
	}
	free(matrix->years);
	free(matrix->rows);
	free(matrix->suggestions);
	free(matrix->terms);
	free(matrix->remark);
	free(matrix->cluster.name);
	free(matrix->cluster.full_name);
	free(matrix->cluster.owner_name);
	*matrix = (struct role_matrix){ 0 };
}

static bool
read_roles(struct facts *facts, struct store *store, struct err *err)
{
	struct rows *rows;
	if (!rows_open(&rows, store, &read_questions[READ_ROLES], NULL, 0, err))
		return false;
	size_t capacity = 0;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(facts->roles, facts->role_count, capacity);
		facts->roles[facts->role_count++] = (struct role_facts){
			.id = rows_integer(rows, 0),
			.label = mem_copy_text(rows_text(rows, 1)),
			.label_block = mem_copy_text(rows_text(rows, 2)),
			.label_en = mem_copy_text(rows_text(rows, 3)),
			.single = rows_integer(rows, 4) != 0,
			.members_only = rows_integer(rows, 5) != 0,
			.counts = rows_integer(rows, 6) != 0,
			.succeeds_to = rows_integer(rows, 7),
		};
	}
	rows_close(rows);
	facts->posts = mem_new(facts->role_count, sizeof *facts->posts);
	for (size_t i = 0; i < facts->role_count; i++)
		facts->posts[i] = role_post_of(facts->roles[i].id, facts->roles, facts->role_count);
	return err->kind == ERR_NONE;
}

static bool
read_terms(struct facts *facts, struct store *store, int64_t cluster, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, ALL_TERMS, err, ARG_INTEGER(cluster)))
		return false;
	size_t capacity = 0;
	while (rows_next(rows, err)) {
		ARRAY_RESERVE(facts->terms, facts->term_count, capacity);
		facts->terms[facts->term_count++] = (struct term_facts){
			.id = rows_integer(rows, 0),
			.cluster = cluster,
			.role = rows_integer(rows, 1),
			.unit = rows_integer(rows, 2),
			.person = rows_integer(rows, 3),
			.year = (int)rows_integer(rows, 4),
			.days = days_of(rows_text(rows, 5), rows_text(rows, 6)),
			.how = rows_known(rows, 7) ? (enum choice_number)rows_integer(rows, 7)
						   : (enum choice_number) - 1,
		};
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
read_rules(struct facts *facts, struct store *store, int64_t cluster, int next_year, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, CLUSTER_RULES, err, ARG_INTEGER(cluster)))
		return false;
	if (rows_next(rows, err)) {
		facts->rotation.rotation = (enum choice_number)rows_integer(rows, 0);
		facts->rotation.deputy_succeeds = rows_integer(rows, 1) != 0;
		facts->founded = mem_copy_text(rows_text(rows, 2));
	}
	rows_close(rows);
	facts->rotation.founded = facts->founded;
	facts->rotation.deputy_count = -1;
	if (err->kind || !ASK(&rows, store, CLUSTER_YEAR, err, ARG_INTEGER(cluster), ARG_INTEGER(next_year)))
		return false;
	if (rows_next(rows, err) && rows_known(rows, 1))
		facts->rotation.deputy_count = (int)rows_integer(rows, 1);
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
is_member(const struct members *members, int64_t unit)
{
	for (size_t i = 0; i < members->count; i++)
		if (members->rows[i].unit == unit)
			return true;
	return false;
}

static bool
has_member(const struct facts *facts, int64_t unit)
{
	for (size_t i = 0; i < facts->member_count; i++)
		if (facts->members[i].unit == unit)
			return true;
	return false;
}

/* The rows with their keys: those who are members of the year to fill, or the others.  A unit that came and went and came again
 * counts once, from its first day. */
static bool
read_members(struct facts *facts, struct store *store, int64_t cluster, const struct members *next, bool others,
	const char *day, struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, ALL_MEMBERSHIPS, err, ARG_INTEGER(cluster), ARG_TEXT(day)))
		return false;
	while (rows_next(rows, err)) {
		int64_t unit = rows_integer(rows, 0);
		if (is_member(next, unit) == others || has_member(facts, unit))
			continue;
		size_t length;
		const char *key = rows_bytes(rows, 4, &length);
		facts->members = mem_resize(facts->members, facts->member_count + 1, sizeof *facts->members);
		facts->members[facts->member_count++] = (struct rotation_member){
			.unit = unit,
			.name = mem_copy_text(brief_name(rows_text(rows, 3))),
			.key = mem_copy_bytes(key ? key : "", length),
			.key_length = length,
			.since = mem_copy_text(rows_text(rows, 1)),
		};
	}
	rows_close(rows);
	return err->kind == ERR_NONE;
}

static bool
tell_members_apart(struct facts *facts, struct store *store, const char *day, struct err *err)
{
	char **texts = mem_new(facts->member_count, sizeof *texts);
	char ***names = mem_new(facts->member_count, sizeof *names);
	int64_t *units = mem_new(facts->member_count, sizeof *units);
	for (size_t i = 0; i < facts->member_count; i++) {
		texts[i] = (char *)facts->members[i].name;
		names[i] = &texts[i];
		units[i] = facts->members[i].unit;
	}
	bool done = namesakes_mark(names, units, facts->member_count, store, day, err);
	for (size_t i = 0; i < facts->member_count; i++)
		facts->members[i].name = texts[i];
	free(texts);
	free(names);
	free(units);
	return done;
}

static bool
facts_read(struct facts *facts, struct store *store, const struct role_matrix *matrix, const struct members *next,
	const struct year_bounds *bounds, int year, struct err *err)
{
	int64_t cluster = matrix->cluster.id;
	if (!read_roles(facts, store, err) || !read_terms(facts, store, cluster, err) ||
		!read_rules(facts, store, cluster, year + 1, err) ||
		!read_members(facts, store, cluster, next, false, bounds->last_day, err))
		return false;
	facts->rotation.member_count = facts->member_count;
	if (!read_members(facts, store, cluster, next, true, bounds->last_day, err) ||
		!tell_members_apart(facts, store, bounds->last_day, err))
		return false;
	int64_t *units = mem_new(facts->member_count + matrix->row_count, sizeof *units);
	size_t count = 0;
	for (size_t i = 0; i < facts->member_count; i++)
		units[count++] = facts->members[i].unit;
	for (size_t i = 0; i < matrix->row_count; i++)
		units[count++] = matrix->rows[i].unit;
	bool done = edges_read(&facts->edges, store, units, count, err);
	free(units);
	facts->rotation.year = year + 1;
	facts->rotation.block = matrix->cluster.block;
	facts->rotation.members = facts->members;
	facts->rotation.roles = facts->roles;
	facts->rotation.role_count = facts->role_count;
	facts->rotation.terms = facts->terms;
	facts->rotation.term_count = facts->term_count;
	facts->rotation.edges = facts->edges.items;
	facts->rotation.edge_count = facts->edges.count;
	return done;
}

static struct matrix_row *
row_of(struct role_matrix *matrix, int64_t unit)
{
	for (size_t i = 0; i < matrix->row_count; i++)
		if (matrix->rows[i].unit == unit)
			return &matrix->rows[i];
	return NULL;
}

static struct matrix_row *
row_added(struct role_matrix *matrix, const struct member *member)
{
	struct matrix_row *row = row_of(matrix, member->unit);
	if (row)
		return row;
	matrix->rows = mem_resize(matrix->rows, matrix->row_count + 1, sizeof *matrix->rows);
	row = &matrix->rows[matrix->row_count++];
	*row = (struct matrix_row){
		.unit = member->unit,
		.name = mem_copy_text(member->name),
		.marks = mem_new(matrix->year_count, sizeof *row->marks),
		.terms = mem_new(matrix->year_count, sizeof *row->terms),
	};
	return row;
}

static bool
year_known(const struct facts *facts, int year)
{
	for (size_t i = 0; i < facts->term_count; i++)
		if (facts->terms[i].year == year)
			return true;
	return false;
}

static bool
tell_rows_apart(struct role_matrix *matrix, struct store *store, int year, struct err *err)
{
	struct year_bounds bounds = year_bounds(year);
	char ***names = mem_new(matrix->row_count, sizeof *names);
	int64_t *units = mem_new(matrix->row_count, sizeof *units);
	for (size_t i = 0; i < matrix->row_count; i++) {
		names[i] = &matrix->rows[i].name;
		units[i] = matrix->rows[i].unit;
	}
	bool done = namesakes_mark(names, units, matrix->row_count, store, bounds.last_day, err);
	free(names);
	free(units);
	return done;
}

/* Rows are the members of any shown year, those of the work year first and in its order. */
static bool
read_years(struct role_matrix *matrix, struct store *store, struct members *of_next, int year, struct err *err)
{
	struct members *all = mem_new(matrix->year_count, sizeof *all);
	bool done = true;
	for (size_t i = 0; done && i < matrix->year_count; i++)
		done = members_read(&all[i], store, matrix->cluster.id, matrix->years[i], err);
	for (size_t pass = 0; done && pass < 2; pass++)
		for (size_t i = 0; i < matrix->year_count; i++)
			for (size_t j = 0; j < all[i].count; j++)
				if (pass == 1 || matrix->years[i] == year) {
					struct matrix_row *row = row_added(matrix, &all[i].rows[j]);
					row->marks[i] = all[i].rows[j].certain ? MATRIX_MEMBER : MATRIX_NOT_KNOWN;
				}
	if (done) {
		*of_next = all[matrix->year_count - 1];
		all[matrix->year_count - 1] = (struct members){ 0 };
	}
	for (size_t i = 0; i < matrix->year_count; i++)
		members_release(&all[i]);
	free(all);
	return done && tell_rows_apart(matrix, store, year, err);
}

static void
mark_terms(struct role_matrix *matrix, const struct facts *facts)
{
	for (size_t i = 0; i < facts->term_count; i++) {
		const struct term_facts *term = &facts->terms[i];
		enum role_post post = ROLE_OTHER;
		for (size_t r = 0; r < facts->role_count; r++)
			if (facts->roles[r].id == term->role)
				post = facts->posts[r];
		struct matrix_row *row = row_of(matrix, term->unit);
		int at = term->year - matrix->years[0];
		if (!row || post == ROLE_OTHER || !term->year || at < 0 || at >= (int)matrix->year_count)
			continue;
		if (row->marks[at] == MATRIX_LEADER)
			continue;
		row->marks[at] = post == ROLE_LEADER ? MATRIX_LEADER : MATRIX_DEPUTY;
		row->terms[at] = term->id;
	}
}

/* A certain member is "without a role" only in a year of which the book knows some role. */
static void
mark_unknown(struct role_matrix *matrix, const struct facts *facts)
{
	for (size_t y = 0; y < matrix->year_count; y++)
		for (size_t i = 0; i < matrix->row_count; i++)
			if (matrix->rows[i].marks[y] == MATRIX_MEMBER && !year_known(facts, matrix->years[y]) &&
				y + 1 < matrix->year_count)
				matrix->rows[i].marks[y] = MATRIX_NOT_KNOWN;
}

static void
count_service(struct role_matrix *matrix, const struct facts *facts)
{
	struct service *service = mem_new(facts->member_count, sizeof *service);
	struct rotation_facts everybody = facts->rotation;
	everybody.member_count = facts->member_count;
	rotation_service(service, &everybody);
	for (size_t i = 0; i < facts->member_count; i++) {
		struct matrix_row *row = row_of(matrix, service[i].unit);
		if (!row)
			continue;
		row->led = (int)service[i].as_leader;
		row->deputised = (int)service[i].as_deputy;
		row->last = service[i].last;
	}
	free(service);
}

static const char *
member_name(const struct role_matrix *matrix, int64_t unit)
{
	for (size_t i = 0; i < matrix->row_count; i++)
		if (matrix->rows[i].unit == unit)
			return matrix->rows[i].name;
	return "…";
}

static const struct role_facts *
role_numbered(const struct facts *facts, int64_t role, enum role_post *post)
{
	for (size_t i = 0; i < facts->role_count; i++) {
		if (facts->roles[i].id == role) {
			*post = facts->posts[i];
			return &facts->roles[i];
		}
	}
	*post = ROLE_OTHER;
	return NULL;
}

static void
suggest(struct role_matrix *matrix, const struct facts *facts)
{
	struct rotation rotation = { 0 };
	rotation_suggest(&rotation, &facts->rotation);
	matrix->suggestions = mem_new(rotation.count, sizeof *matrix->suggestions);
	for (size_t i = 0; i < rotation.count; i++) {
		const struct suggestion *from = &rotation.items[i];
		struct str reason = { 0 };
		rotation_say_reason(&reason, from, &facts->rotation);
		enum role_post post;
		const struct role_facts *role = role_numbered(facts, from->role, &post);
		matrix->suggestions[matrix->suggestion_count++] = (struct matrix_suggestion){
			.role = from->role,
			.leads = post == ROLE_LEADER,
			.label = mem_copy_text(role ? role_label(role, matrix->cluster.block) : ""),
			.unit = from->unit,
			.unit_name = mem_copy_text(member_name(matrix, from->unit)),
			.reason = str_take(&reason),
		};
		struct matrix_row *row = row_of(matrix, from->unit);
		size_t last = matrix->year_count - 1;
		if (row && row->marks[last] != MATRIX_LEADER && row->marks[last] != MATRIX_DEPUTY)
			row->marks[last] = post == ROLE_LEADER ? MATRIX_LEADER_SUGGESTED : MATRIX_DEPUTY_SUGGESTED;
	}
	struct str remark = { 0 };
	rotation_say_note(&remark, &rotation, &facts->rotation);
	matrix->remark = str_take(&remark);
	rotation_release(&rotation);
}

/* "suy tôn, hội nghị 07/12/2024": how the role was given and where, as far as the book knows. */
static char *
how_given(const struct rows *rows, bool brief)
{
	struct str how = { 0 };
	if (rows_known(rows, 6))
		str_add_text(&how, choice_word(ENTITY_TERM, TERM_HOW, rows_integer(rows, 6)));
	if (rows_known(rows, 9)) {
		if (brief)
			str_add_text(&how, how.length ? " " : "");
		else
			str_add_text(&how,
				how.length ? say(SAY(", hội nghị ", ", meeting of "))
					   : say(SAY("hội nghị ", "meeting of ")));
		date_show(&how, rows_text(rows, 9));
	}
	return str_take(&how);
}

/* As on the row of the unit where that tells it from a namesake. */
static const char *
told_apart(struct role_matrix *matrix, int64_t unit, const char *name)
{
	const struct matrix_row *row = row_of(matrix, unit);
	return row && text_starts(row->name, name) ? row->name : name;
}

static void
take_term(struct role_matrix *matrix, const struct facts *facts, const struct rows *rows)
{
	enum role_post post;
	const struct role_facts *role = role_numbered(facts, rows_integer(rows, 7), &post);
	matrix->terms = mem_resize(matrix->terms, matrix->term_count + 1, sizeof *matrix->terms);
	matrix->terms[matrix->term_count++] = (struct matrix_term){
		.term = rows_integer(rows, 0),
		.year = (int)rows_integer(rows, 1),
		.unit = rows_integer(rows, 3),
		.role = mem_copy_text(role ? role_label(role, matrix->cluster.block) : ""),
		.unit_name = mem_copy_text(told_apart(matrix, rows_integer(rows, 3), rows_text(rows, 4))),
		.person = mem_copy_text(rows_text(rows, 5)),
		.how = how_given(rows, false),
		.how_brief = how_given(rows, true),
		.leads = post == ROLE_LEADER,
		.deputises = post == ROLE_DEPUTY,
	};
}

static int
by_year_and_post(const void *a, const void *b)
{
	const struct matrix_term *x = a, *y = b;
	if (x->year != y->year)
		return x->year < y->year ? -1 : 1;
	int post_x = x->leads ? 0 : x->deputises ? 1 : 2, post_y = y->leads ? 0 : y->deputises ? 1 : 2;
	if (post_x != post_y)
		return post_x - post_y;
	return x->term < y->term ? -1 : x->term > y->term;
}

static bool
read_held(struct role_matrix *matrix, const struct facts *facts, struct store *store, int year, const char *day,
	struct err *err)
{
	struct rows *rows;
	if (!ASK(&rows, store, TERMS, err, ARG_INTEGER(matrix->cluster.id), ARG_INTEGER(year), ARG_INTEGER(year + 1),
		    ARG_TEXT(day)))
		return false;
	while (rows_next(rows, err))
		take_term(matrix, facts, rows);
	rows_close(rows);
	if (matrix->term_count)
		qsort(matrix->terms, matrix->term_count, sizeof *matrix->terms, by_year_and_post);
	for (size_t i = 0; i < matrix->term_count; i++)
		matrix->decided = matrix->decided || (matrix->terms[i].leads && matrix->terms[i].year == year + 1);
	return err->kind == ERR_NONE;
}

bool
role_matrix_read(struct role_matrix *out, struct store *store, int64_t cluster, int first, int year, struct err *err)
{
	*out = (struct role_matrix){ .year_count = (size_t)(year + 2 - first) };
	out->years = mem_new(out->year_count, sizeof *out->years);
	for (size_t i = 0; i < out->year_count; i++)
		out->years[i] = first + (int)i;
	struct year_bounds bounds = year_bounds(year);
	struct facts facts = { 0 };
	struct members next = { 0 };
	if (!store_read_begin(store, err))
		goto fail;
	bool done = cluster_head_read(&out->cluster, store, cluster, bounds.last_day, err) &&
		read_years(out, store, &next, year, err) && facts_read(&facts, store, out, &next, &bounds, year, err) &&
		read_held(out, &facts, store, year, bounds.last_day, err);
	store_read_end(store);
	if (!done)
		goto fail;
	mark_terms(out, &facts);
	mark_unknown(out, &facts);
	count_service(out, &facts);
	suggest(out, &facts);
	facts_release(&facts);
	members_release(&next);
	return true;
fail:
	facts_release(&facts);
	members_release(&next);
	role_matrix_release(out);
	return false;
}

/* Rules of saving that look at other records: terms, memberships, phases, parents, successions, clusters that look
 * alike.
 *
 * A check returns false with a sentence for what is impossible; a warning is a sentence (owned) or NULL and never
 * blocks (records.md, referential rule 3). */
#ifndef MODEL_ROLES_H
#define MODEL_ROLES_H
#include "base/err.h"
#include "model/choices.h"
#include "model/interval.h"

struct record;
struct role_facts {
	int64_t id;
	const char *label, *label_block, *label_en; /* "Cụm trưởng", "Khối trưởng"; borrowed */
	bool single, members_only, counts;
	int64_t succeeds_to; /* 0 = none */
};
struct role_facts role_facts_of(const struct record *role);
enum role_post { ROLE_OTHER, ROLE_LEADER, ROLE_DEPUTY };
/* DEPUTY: it succeeds to another; LEADER: another succeeds to it; both only when it counts for rotation. */
enum role_post role_post_of(int64_t role, const struct role_facts *roles, size_t count);
/* The label in the words of the cluster's kind and the person's language; borrowed. */
const char *role_label(const struct role_facts *role, bool block);

struct term_facts {
	int64_t id; /* 0 = new */
	int64_t cluster, role;
	int64_t unit, person;   /* 0 = none */
	const char *unit_name;  /* for sentences; borrowed, may be NULL */
	int year;               /* work year; 0 = unknown */
	struct days days;       /* days_of(from, to): open where not given */
	enum choice_number how; /* TERM_HOW_…; CHOICE_NUMBER_END when not stated */
};
struct term_facts term_facts_of(const struct record *term);
/* The days it was held: those of its work year where from and to are open. */
struct days term_days(const struct term_facts *term);
/* A single role is held by one unit on any day of one cluster and work year; terms of unknown year never clash;
 * another person of the same unit is no clash.  others may contain the term itself (by id) and terms of other
 * clusters, roles and years. */
bool term_check(const struct term_facts *term, const struct role_facts *role, bool block,
	const struct term_facts *others, size_t count, struct err *err);

struct membership_facts {
	int64_t id, cluster, unit;
	const char *unit_name;
	const char *from, *to; /* stored dates */
};
struct membership_facts membership_facts_of(const struct record *membership);
/* The same unit twice in the same cluster on one day. */
bool membership_check(const struct membership_facts *membership, const struct membership_facts *others, size_t count,
	struct err *err);
/* The role is for members and the unit is not recorded as one at any day of the term: offer to add the membership. */
bool term_needs_membership(const struct term_facts *term, const struct role_facts *role,
	const struct membership_facts *memberships, size_t count);
enum membership_certainty { MEMBER_NO, MEMBER_UNSURE, MEMBER_SURE };
/* In a year: an empty or `<` beginning is certain only from the first year that a source, a term or a figure attests
 * (0 = none; `<2024` attests 2024 itself). */
enum membership_certainty membership_in_year(const struct membership_facts *membership, int year, int first_attested);

struct phase_facts {
	int64_t id, subject, parent; /* parent 0 = none */
	const char *name;
	struct days days;
};
struct phase_facts phase_facts_of(const struct record *phase);
/* Two phases of a subject on one day; a cycle of parents on any day. */
bool phase_check(const struct phase_facts *phase, const struct phase_facts *others, size_t count, struct err *err);

struct succession_facts {
	int64_t id, predecessor, successor; /* successor 0 = none */
	enum choice_number kind;
	const char *date;                            /* stored */
	const char *predecessor_to, *successor_from; /* stored, of the units; NULL or "" = not known */
};
/* The part of succession_check that looks at days. */
bool succession_days_check(const struct succession_facts *succession, struct err *err);
/* kết thúc has no successor and all others have one; no cycles; successor.from ≤ date ≤ the day after predecessor.to
 * where known (a unit that ends on 30/6 has its successor on 01/7). */
bool succession_check(const struct succession_facts *succession, const struct succession_facts *others, size_t count,
	struct err *err);

/* Outside the life of a unit or cluster: «Hà Nam kết thúc 30/6/2025; bản ghi này ở ngoài thời gian đó.» */
char *life_warning(const char *name, const char *from, const char *to, const struct days *days);

struct cluster_facts {
	int64_t id, owner;
	int number;                   /* 0 = none */
	const char *name, *name_bare; /* as people know it, and text_bare of it */
	struct days days;
};
/* The first other cluster of the same owner with the same number or folded name whose validity overlaps; NULL when
 * none. */
const struct cluster_facts *cluster_looks_like(
	const struct cluster_facts *cluster, const struct cluster_facts *others, size_t count);
/* «Giống “Cụm thi đua số 3” của cùng cấp tổ chức; kiểm tra xem có phải một cụm.»; NULL when none. */
char *cluster_warning(const struct cluster_facts *cluster, const struct cluster_facts *others, size_t count);
#endif

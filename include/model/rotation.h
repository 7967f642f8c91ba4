/* Roles rotate: who has served, and the suggestion for the next year.  A suggestion never forces. */
#ifndef MODEL_ROTATION_H
#define MODEL_ROTATION_H
#include "base/str.h"
#include "model/boundary.h"
#include "model/roles.h"

struct rotation_member {
	int64_t unit;
	const char *name; /* as reasons name it: "Nam Định" */
	const void *key;  /* its collation key */
	size_t key_length;
	const char *since; /* stored date of the beginning of its membership (or its predecessors'); "" = not known */
};
struct rotation_facts {
	int year;                    /* the year to fill */
	enum choice_number rotation; /* CLUSTER_ROTATION_… */
	bool deputy_succeeds;
	bool block;          /* khối: the roles' labels of a block */
	const char *founded; /* stored date of the cluster's beginning; "" = not known */
	int deputy_count;    /* deputies wanted: 0 = none, −1 = not stated: as many as last year, at least one */
	/* members of the year to fill that were members before, themselves or as their predecessors */
	const struct rotation_member *members;
	size_t member_count;
	const struct role_facts
		*roles; /* leader first: what is not members_only and counted is left out of the suggestion */
	size_t role_count;
	const struct term_facts *terms; /* all of the cluster, in order of year and entry */
	size_t term_count;
	const struct succession_edge *edges;
	size_t edge_count;
};

/* What a unit has served, its predecessors' service in that cluster included. */
struct service {
	int64_t unit;
	size_t as_leader, as_deputy; /* times; a change of person within a year counts once; unknown years count */
	int last;                    /* last year as leader or deputy before the year to fill; 0 = never */
	size_t year_unknown;         /* of the times: those whose year is not known */
};
/* One for each member, in their order; out has room for member_count. */
void rotation_service(struct service *out, const struct rotation_facts *facts);

enum rotation_reason {
	ROTATION_DEPUTY_SUCCEEDS, /* it was deputy last year */
	ROTATION_NEVER_SERVED,
	ROTATION_LONGEST_AGO
};
enum rotation_tie { ROTATION_NO_TIE, ROTATION_TIE_BY_MEMBERSHIP, ROTATION_TIE_BY_ORDER };
struct suggestion {
	int64_t role, unit;
	enum rotation_reason reason;
	int year;              /* DEPUTY_SUCCEEDS: that year; LONGEST_AGO: when it last served */
	int64_t served_by;     /* DEPUTY_SUCCEEDS: the unit that was it, when a predecessor; else 0 */
	int64_t deputy_role;   /* DEPUTY_SUCCEEDS */
	enum rotation_tie tie; /* what decided among those who waited equally long */
	int64_t *tied;         /* them, in the order of the rule; owned */
	size_t tied_count;
	int64_t *unknown; /* units considered whose terms of unknown year might change it; owned */
	size_t unknown_count;
};
enum rotation_none {
	ROTATION_SUGGESTED,
	ROTATION_APPOINTED, /* phân công: the owner appoints */
	ROTATION_NO_MEMBERS,
	ROTATION_NO_ROLES, /* the book has no role that rotates */
	ROTATION_ALL_FILLED
};
struct rotation {
	enum rotation_none none;
	struct suggestion *items; /* in the order of the roles */
	size_t count;
	int known_from;     /* first year of which the book knows a term; 0 = none */
	bool years_missing; /* the cluster is older than that, or its age is not known: say so */
};
void rotation_suggest(struct rotation *out, const struct rotation_facts *facts);
void rotation_release(struct rotation *rotation);
/* Appends «vì là cụm phó năm 2024», «vì chưa lần nào giữ vai trò; ngang hàng: Ninh Bình, Thái Bình; xếp theo vần». */
void rotation_say_reason(struct str *out, const struct suggestion *suggestion, const struct rotation_facts *facts);
/* Appends «Sổ chỉ biết từ năm 2024: ghi thêm năm cũ thì gợi ý đổi theo.», or why nothing is suggested; nothing when
 * there is nothing to add. */
void rotation_say_note(struct str *out, const struct rotation *rotation, const struct rotation_facts *facts);
#endif

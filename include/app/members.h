/* The members of a cluster in a work year, under the names of that year. */
#ifndef APP_MEMBERS_H
#define APP_MEMBERS_H
#include "store/store.h"

struct member {
	int64_t unit, membership;
	char *name, *brief, *full_name; /* "LĐLĐ tỉnh Hà Nam" · "Hà Nam" · "Liên đoàn Lao động tỉnh Hà Nam" */
	char *from, *to;                /* stored dates of the membership, else of the unit's end; "" not known */
	bool certain;                   /* sure for this year: dated, or attested by a source or a figure of the year */
	int64_t successor;              /* 0: none */
	char *successor_name;           /* "Ninh Bình (mới)" */
	char *succession_date, *decision; /* stored date; number or title of the paper; "" none */
	char *roles;                      /* "cụm phó 2024, cụm trưởng 2025"; "" none */
};
struct members {
	struct member *rows;
	size_t count;
	int published; /* number of members that a source gives for the year; -1: none */
	struct cluster_head {
		int64_t id;
		char *name, *full_name, *owner_name;
		bool block;
	} cluster;
};
bool members_read(struct members *out, struct store *store, int64_t cluster, int year, struct err *err);
void members_release(struct members *members);
/* Names of a cluster on a day; members are owned by the caller (freed by members_release and the like). */
bool cluster_head_read(
	struct cluster_head *head, struct store *store, int64_t cluster, const char *day, struct err *err);
void cluster_head_release(struct cluster_head *head);
/* The brief name used where the kind of unit goes without saying: "LĐLĐ tỉnh Hà Nam" → "Hà Nam"; borrowed from name. */
const char *brief_name(const char *name);
#endif

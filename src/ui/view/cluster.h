/* A cluster on the screen: one view whose eight tabs are pages, each with a struct and file of its own. */
#ifndef UI_VIEW_CLUSTER_H
#define UI_VIEW_CLUSTER_H
#include "app/members.h"
#include "ui/view/views.h"

enum cluster_tab {
	CLUSTER_OVERVIEW,
	CLUSTER_MEMBERS,
	CLUSTER_ROLES,
	CLUSTER_FIGURES,
	CLUSTER_COMPARE,
	CLUSTER_COVENANTS,
	CLUSTER_AWARDS,
	CLUSTER_MEETINGS,
	CLUSTER_TABS
};
struct cluster_view;
struct page;
/* As view_ops; optional ones may be NULL. */
struct page_ops {
	size_t size; /* of the struct that begins with struct page; zeroed before open */
	void (*open)(struct page *);
	enum context (*context)(const struct page *);
	bool (*load)(struct page *, struct err *);
	void (*arrange)(struct page *, const struct layout *);
	void (*frame)(const struct page *, struct frame *); /* state, detail, note */
	void (*draw)(const struct page *, struct draw *);
	enum outcome (*act)(struct page *, enum action_id, struct err *);
	enum outcome (*text)(struct page *, const char *utf8, size_t length, bool pasted, struct err *);
	bool (*allows)(const struct page *, enum action_id);
	struct words (*label)(const struct page *, enum action_id);
	const struct hint *(*hints)(const struct page *, size_t *count);
	/* Nothing to stand on: row 24 tells the ways on.  NULL op: never. */
	bool (*is_empty)(const struct page *);
	void (*answer)(struct page *, const struct view *closed);
	bool (*report)(struct page *, struct report *, struct err *);
	bool (*unsaved)(const struct page *);
	bool (*draft)(const struct page *, struct draft *);
	void (*close)(struct page *);
};
struct page {
	const struct page_ops *ops;
	struct cluster_view *of;
	bool stale; /* reads again before it is shown */
};
/* Where Esc leads back to after a jump from another tab. */
struct cluster_way {
	int tab, year;
	char part[16]; /* as session.part */
};
#define CLUSTER_WAYS 4
struct cluster_view {
	struct view view;
	struct cluster_head head; /* under the name of the year */
	int tab;
	struct page *pages[CLUSTER_TABS];      /* NULL: not looked at yet */
	struct cluster_way ways[CLUSTER_WAYS]; /* the newest last; the tab bar forgets them */
	int way_count;
};

struct session *page_session(const struct page *page);
struct store *page_store(const struct page *page);
struct ui *page_ui(const struct page *page);
int64_t page_cluster(const struct page *page);
/* Jumps to another tab of the same cluster, in a year: Esc there leads back here, to the year of here.  NULL when it cannot be
 * shown (err). */
struct page *page_go(struct page *page, enum cluster_tab tab, int year, struct err *err);

extern const struct page_ops overview_page_ops, members_page_ops, roles_page_ops, figures_page_ops, compare_page_ops,
	covenants_page_ops, awards_page_ops, meetings_page_ops;
struct figure_key;
/* Where the figures of a cluster are on top and show the figure: the cursor onto its cell. */
void cluster_go_to_figure(struct ui *ui, const struct figure_key *key);
/* On the comparison: the chart of a metric. */
void compare_show_chart(struct page *compare, int64_t metric);
/* On the figures: the cursor onto a metric of a unit, of the cluster's own report, or of the first unit (subject 0). */
bool figures_show(struct page *figures, int64_t subject, int64_t metric, struct err *err);
#endif

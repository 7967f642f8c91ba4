/* Facts loaded and rules of model/ asked, one file a family of kinds. */
#ifndef SRC_APP_EDIT_RULES_H
#define SRC_APP_EDIT_RULES_H
#include "app/edit_steps.h"
#include "app/questions_edit.h"
#include "model/fields.h"
#include "model/interval.h"

/* Texts that facts borrow, freed together. */
struct kept {
	char **texts;
	size_t count, capacity;
};
const char *kept_copy(struct kept *kept, const char *text); /* NULL for NULL */
/* The short name of a record, kept; NULL: err. */
const char *kept_name(struct kept *kept, struct store *store, enum entity_id entity, int64_t id, struct err *err);
void kept_release(struct kept *kept);

/* Units: edit_rules_units.c */
bool rules_of_phase(struct edit *edit, struct err *err);
bool rules_of_succession(struct edit *edit, struct err *err);
bool rules_of_cluster(struct edit *edit, struct err *err);
/* Beginning (the field from) and end (to) of a unit or cluster fit its successions: edit_rules_lives.c */
bool rules_of_life(struct edit *edit, int from, int to, struct err *err);
/* Clusters in their years: edit_rules_years.c */
bool rules_of_membership(struct edit *edit, struct err *err);
bool rules_of_term(struct edit *edit, struct err *err);
/* Every term of the unit in the cluster that only a member may hold is still one of a member, when the membership `except` (0:
 * none) is not there and `instead` (NULL: none) is. */
bool check_terms_covered(struct store *store, int64_t unit, int64_t cluster, int64_t except,
	const struct record *instead, struct err *err);
bool rules_of_role(struct edit *edit, struct err *err);
bool rules_of_covenant_party(struct edit *edit, struct err *err);
bool rules_of_meeting(struct edit *edit, struct err *err);
bool rules_of_document(struct edit *edit, struct err *err);
bool rules_of_nomination(struct edit *edit, struct err *err);
bool rules_of_step(struct edit *edit, struct err *err);
/* Metrics and figures: edit_rules_figures.c */
bool rules_of_metric(struct edit *edit, struct err *err);
bool rules_of_cluster_metric(struct edit *edit, struct err *err);
bool rules_of_figure(struct edit *edit, struct err *err);

/* A metric with figures never gets fewer decimals, but for the undo of having got more. */
bool check_decimals(struct edit *edit, struct err *err);
/* Figures and shares of a metric from decimals to decimals; refused when one passes the bound or would lose a digit. */
bool rescale_metric(struct edit *edit, int from, int to, struct err *err);
/* The state of a nomination from its steps. */
bool settle_nomination(struct change *change, int64_t nomination, struct err *err);
/* One submission row for each member that a round asks and has none yet. */
bool settle_round(struct change *change, int64_t round, struct err *err);
/* The rounds that a new membership falls into. */
bool settle_rounds_of(struct change *change, const struct record *membership, struct err *err);

/* Adds life_warning when the days lie outside the life of a unit or cluster. */
bool warn_of_life(struct edit *edit, int64_t subject, const struct days *days, struct err *err);
#endif

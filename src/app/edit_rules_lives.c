/* Beginning and end of a unit or cluster against the successions that it is part of. */
#include "app/edges.h"
#include "app/edit_rules.h"
#include "base/mem.h"
#include "model/roles.h"
#include "text/date.h"
#include <stdlib.h>

static bool
refuse(int field, struct words words, const char *date, struct err *err)
{
	struct str when = { 0 };

	date_show(&when, date);
	err_set_field(err, field, words, str_text(&when), NULL);
	str_release(&when);
	return false;
}

/* The rule is that of the succession; the sentence is for who changes the unit. */
static bool
check_edge(const struct record *life, const struct succession_edge *edge, int from, int to, struct err *err)
{
	struct succession_facts facts = { .date = edge->date };

	if (edge->predecessor == life->id) {
		facts.predecessor_to = record_text(life, to);
		if (!succession_days_check(&facts, err))
			return refuse(to,
				SAY("Kết thúc trước ngày kế thừa ({1}) thì không được; hãy sửa ngày này, hoặc sửa ngày của kế thừa trước.",
					"It cannot end before its succession ({1}); please correct this date, or first that of the "
					"succession."),
				edge->date, err);
	}
	if (edge->successor == life->id) {
		facts.predecessor_to = NULL;
		facts.successor_from = record_text(life, from);
		if (!succession_days_check(&facts, err))
			return refuse(from,
				SAY("Thành lập sau ngày kế thừa ({1}) thì không được; hãy sửa ngày này, hoặc sửa ngày của kế thừa trước.",
					"It cannot begin after its succession ({1}); please correct this date, or first that of the "
					"succession."),
				edge->date, err);
	}
	return true;
}

bool
rules_of_life(struct edit *edit, int from, int to, struct err *err)
{
	struct edges edges = { 0 };
	const struct record *life = edit->record;

	if (!life->id || (!record_has(life, from) && !record_has(life, to)))
		return true;
	bool good = edges_read(&edges, edit->store, &life->id, 1, err);
	for (size_t i = 0; good && i < edges.count; i++)
		good = check_edge(life, &edges.items[i], from, to, err);
	edges_release(&edges);
	return good;
}

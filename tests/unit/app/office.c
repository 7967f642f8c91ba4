#include "office.h"
#include "base/mem.h"
#include <stdlib.h>

struct office
open_office(void **state)
{
	struct office o = { .store = make_book(*state, "so.db", "hoa") };

	o.owner = add_unit(o.store, "tld", "Tổng LĐLĐ", NULL, NULL);
	o.a = add_unit(o.store, "ha-nam", "LĐLĐ tỉnh Hà Nam", NULL, "2025-06-30");
	o.b = add_unit(o.store, "nam-dinh", "LĐLĐ tỉnh Nam Định", "1997", NULL);
	o.cluster = add_cluster(o.store, "cum-3", "Cụm thi đua số 3", o.owner);
	add_member(o.store, o.cluster, o.a, NULL, NULL);
	add_member(o.store, o.cluster, o.b, "2020", NULL);
	o.leader = add_role(o.store, "truong", "cụm trưởng", true, true);
	o.deputy = add_role(o.store, "pho", "cụm phó", false, true);
	return o;
}

void
refuse_put(struct office *o, struct record record, enum err_kind kind, int field, const char *words)
{
	struct err err = { 0 };
	bool done = put(o->store, &record, NULL, &err);

	check_int(err.field, field < 0 ? 0 : field + 1);
	refused(done, &err, kind, words);
	record_release(&record);
}

static char *
notices_of(struct office *o, struct record record)
{
	struct notices notices = { 0 };
	struct err err = { 0 };
	struct str all = { 0 };

	works(put(o->store, &record, &notices, &err), &err);
	for (size_t i = 0; i < notices.count; i++) {
		str_add_text(&all, i ? "|" : "");
		str_add_text(&all, notices.sentences[i]);
	}
	notices_release(&notices);
	record_release(&record);
	return str_take(&all);
}

void
check_notice(struct office *o, struct record record, const char *words)
{
	char *all = notices_of(o, record);

	if (!strstr(all, words))
		fail_msg("«%s», expected «%s»", all, words);
	free(all);
}

void
check_no_notice(struct office *o, struct record record)
{
	char *all = notices_of(o, record);

	check_text(all, "");
	free(all);
}

struct record
new_phase(int64_t subject, const char *name, const char *from, const char *to, int64_t parent)
{
	struct record phase = record_new(ENTITY_PHASE);

	record_set_integer(&phase, PHASE_SUBJECT, subject);
	record_set_text(&phase, PHASE_NAME, name);
	record_set_text(&phase, PHASE_SHORT, name);
	record_set_text(&phase, PHASE_FROM, from);
	record_set_text(&phase, PHASE_TO, to);
	if (parent)
		record_set_integer(&phase, PHASE_PARENT, parent);
	return phase;
}

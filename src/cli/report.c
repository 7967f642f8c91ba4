/* Reports for paper and spreadsheets. */
#include "app/reports.h"
#include "base/file.h"
#include "base/mem.h"
#include "commands.h"
#include "model/fields.h"
#include <stdlib.h>
#include <string.h>

/* ---- where a report goes ----------------------------------------------------------------------------------------------- */

/* Pages of a terminal are its own: no form feed. */
static bool
put_bytes(struct deed *deed, const struct str *bytes, struct err *err)
{
	const char *at = bytes->bytes, *end = bytes->bytes + bytes->length;
	bool done = true;
	while (done && deed->out.terminal && at < end) {
		const char *feed = memchr(at, '\f', (size_t)(end - at));
		const char *stop = feed ? feed : end;
		done = output_add(&deed->out, at, (size_t)(stop - at), err);
		at = feed ? feed + 1 : end;
	}
	return done && (at == end || output_add(&deed->out, at, (size_t)(end - at), err));
}

bool
put_report(struct deed *deed, struct report *report, struct err *err)
{
	static const enum report_format formats[] = {
		[FORMAT_CSV] = REPORT_CSV, [FORMAT_TEXT] = REPORT_TEXT, [FORMAT_XLSX] = REPORT_XLSX
	};
	struct str bytes = { 0 };
	bool done = report_write(report, formats[deed->format], &bytes, err) && put_bytes(deed, &bytes, err);
	str_release(&bytes);
	report_release(report);
	return done;
}

/* ---- what is reported ---------------------------------------------------------------------------------------------------- */

static bool
of_clusters(struct report *out, struct deed *deed, int year, struct err *err)
{
	return report_clusters(out, deed->store, year, err);
}

/* The cluster that every other report is about. */
static bool
given_cluster(int64_t *cluster, struct deed *deed, int year, struct err *err)
{
	return find_given(cluster, deed, OPTION_CLUSTER, ENTITY_CLUSTER, year, err);
}

static bool
of_members(struct report *out, struct deed *deed, int year, struct err *err)
{
	int64_t cluster;
	return given_cluster(&cluster, deed, year, err) && report_members(out, deed->store, cluster, year, err);
}

static bool
of_roles(struct report *out, struct deed *deed, int year, struct err *err)
{
	int64_t cluster;
	int since;
	if (!given_year(&since, deed, OPTION_SINCE, year - YEARS_BEFORE, err))
		return false;
	if (since > year)
		return misuse(deed, err,
			SAY("--since phải không sau năm công tác.", "--since must not be after the work year."), NULL);
	return given_cluster(&cluster, deed, year, err) && report_roles(out, deed->store, cluster, since, year, err);
}

static bool
of_figures(struct report *out, struct deed *deed, int year, struct err *err)
{
	const char *part = given(deed, OPTION_PART);
	struct figures_wish wish = { .kind = FIGURE_KIND_RESULT,
		.kinds = given(deed, OPTION_PLANS) ? FIGURES_WITH_PLANS : FIGURES_OF_ONE_KIND };
	if (!period_read(&wish.when, year, part ? part : "Y", err)) {
		deed->misused = true;
		return false;
	}
	return given_cluster(&wish.cluster, deed, year, err) && report_figures(out, deed->store, &wish, err);
}

static bool
of_comparison(struct report *out, struct deed *deed, int year, struct err *err)
{
	struct asked_comparison asked;
	(void)year;
	bool done = comparison_asked(&asked, deed, err) && report_comparison(out, deed->store, &asked.wish, err);
	asked_comparison_release(&asked);
	return done;
}

static bool
of_papers(struct report *out, struct deed *deed, enum entity_id entity, int year, struct err *err)
{
	int64_t cluster;
	return given_cluster(&cluster, deed, year, err) && report_papers(out, deed->store, entity, cluster, year, err);
}

static bool
of_covenants(struct report *out, struct deed *deed, int year, struct err *err)
{
	return of_papers(out, deed, ENTITY_COVENANT, year, err);
}

static bool
of_awards(struct report *out, struct deed *deed, int year, struct err *err)
{
	return of_papers(out, deed, ENTITY_NOMINATION, year, err);
}

static bool
of_meetings(struct report *out, struct deed *deed, int year, struct err *err)
{
	return of_papers(out, deed, ENTITY_MEETING, year, err);
}

static const struct {
	const char *name;
	bool (*make)(struct report *out, struct deed *deed, int year, struct err *err);
} reports[] = {
	{ "clusters", of_clusters },
	{ "members", of_members },
	{ "roles", of_roles },
	{ "figures", of_figures },
	{ "compare", of_comparison },
	{ "covenants", of_covenants },
	{ "awards", of_awards },
	{ "meetings", of_meetings },
};

static const char *
report_name(size_t index)
{
	return index < ARRAY_COUNT(reports) ? reports[index].name : NULL;
}

static bool
refuse_unknown(struct deed *deed, const char *name, struct err *err)
{
	struct str names = { 0 };
	for (size_t i = 0; report_name(i); i++)
		str_add_format(&names, "%s%s", i ? ", " : "", report_name(i));
	misuse(deed, err, SAY("Không có báo cáo “{1}”; có: {2}.", "There is no report “{1}”; there are: {2}."), name,
		str_text(&names), NULL);
	str_release(&names);
	return false;
}

bool
run_report(struct deed *deed, struct err *err)
{
	const char *name = deed->arguments->words[0];
	struct report report = { 0 };
	int year;
	size_t i = 0;
	while (report_name(i) && !text_equal(report_name(i), name))
		i++;
	if (!report_name(i))
		return refuse_unknown(deed, name, err);
	return work_year(&year, deed, err) && reports[i].make(&report, deed, year, err) &&
		put_report(deed, &report, err);
}

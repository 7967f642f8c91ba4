/* Every question of app/ prepares, and none walks a table that grows unless its list says so. */
#include "../check.h"
#include "app/questions_cluster.h"
#include "app/questions_edit.h"
#include "app/questions_read.h"
#include <stdlib.h>
#include <unistd.h>

static const char *const growing[] = { "figure", "phase", "unit", "membership", "term", "citation", "alias", "person",
	"post", "document", "succession", "meeting", "participant", "meeting_item", "covenant", "covenant_item",
	"covenant_party", "nomination", "nomination_step", "submission", "appraisal", "cluster_metric", "cluster_year",
	"change", "change_record" };

struct fixture {
	char folder[64], path[80];
	struct store *store;
};

static int
open_fixture(void **state)
{
	struct fixture *fixture = calloc(1, sizeof *fixture);
	snprintf(fixture->folder, sizeof fixture->folder, "%s", "/tmp/thidua-questions-XXXXXX");
	if (!mkdtemp(fixture->folder))
		return -1;
	snprintf(fixture->path, sizeof fixture->path, "%s/so.db", fixture->folder);
	struct host host = host_machine();
	struct err err = { 0 };
	if (!store_create(&fixture->store, fixture->path, &host, "hoa", "Sổ thử", 2024, &err))
		return -1;
	*state = fixture;
	return 0;
}

static int
close_fixture(void **state)
{
	struct fixture *fixture = *state;
	store_close(fixture->store);
	static const char *const tails[] = { "", "-wal", "-shm", "-gate" };
	for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
		char path[96];
		snprintf(path, sizeof path, "%s%s", fixture->path, tails[i]);
		unlink(path);
	}
	rmdir(fixture->folder);
	free(fixture);
	return 0;
}

/* "SCAN phase", or under another name than the table's: the plan names the alias, so the FROM clause is looked up. */
static bool
scans_growing(const char *step)
{
	for (size_t i = 0; i < sizeof growing / sizeof *growing; i++) {
		char wanted[64];
		snprintf(wanted, sizeof wanted, "SCAN %s", growing[i]);
		const char *at = strstr(step, wanted);
		if (at && (at[strlen(wanted)] == '\0' || at[strlen(wanted)] == '\n' || at[strlen(wanted)] == ' '))
			return true;
	}
	return strstr(step, "SCAN ") && strlen(strstr(step, "SCAN ")) < 9;
}

static void
walk(struct store *store, const struct question *questions, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct str plan = { 0 };
		struct err err = { 0 };
		if (!question_plan(&plan, store, &questions[i], &err))
			fail_msg("%s: %s", questions[i].name, err.text);
		if (!questions[i].scans && scans_growing(str_text(&plan)))
			fail_msg("%s walks a table that grows:\n%s", questions[i].name, str_text(&plan));
		str_release(&plan);
	}
}

static void
readers_ask_without_walking_growing_tables(void **state)
{
	struct fixture *fixture = *state;
	walk(fixture->store, read_questions, READ_QUESTION_COUNT);
}

static void
writers_ask_without_walking_growing_tables(void **state)
{
	struct fixture *fixture = *state;
	walk(fixture->store, edit_questions, EDIT_QUESTION_COUNT);
}

static void
pages_of_a_cluster_ask_without_walking_growing_tables(void **state)
{
	struct fixture *fixture = *state;
	walk(fixture->store, cluster_questions, CLUSTER_QUESTION_COUNT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			readers_ask_without_walking_growing_tables, open_fixture, close_fixture),
		cmocka_unit_test_setup_teardown(
			pages_of_a_cluster_ask_without_walking_growing_tables, open_fixture, close_fixture),
		cmocka_unit_test_setup_teardown(
			writers_ask_without_walking_growing_tables, open_fixture, close_fixture),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Plays cases and looks against a program in a real pty: screen -p PROGRAM [options] CASE… LOOK…   See tests/README.md. */
#include "base/file.h"
#include "base/mem.h"
#include "look.h"
#include "play.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { JOBS_MOST = 16, TIMEOUT = 5, PROGRAM_BYTES_MOST = 1 << 28 };
static const char usage[] = "usage: screen -p PROGRAM [-x EXAMPLE-FOLDER] [-d DATA] [-t SECONDS] [-w 'WRAPPER …'] [-j "
			    "JOBS] [-u] [-k] CASE… LOOK…\n"
			    "  -u  write what is drawn into the cases    -k  keep the folders of the cases\n";

struct run {
	struct play_options options;
	char *top, *program, *data, *source, *example, *empty;
	const char *example_folder;
	const char *wrapper[16];
	char *wrapper_words;
	int jobs;
	bool keep;
	char **cases;
	size_t count;
};
struct job {
	pid_t child;
	size_t number;
};

static int
remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status, (void)kind, (void)place;
	return remove(path);
}

static char *
path_in(const char *folder, const char *name)
{
	struct str path = { 0 };
	str_add_format(&path, "%s/%s", folder, name);
	return str_take(&path);
}

static bool
say_fault(const char *what)
{
	fprintf(stderr, "screen: %s: %s\n", what, strerror(errno));
	return false;
}

/* A copy where any user may run it, wherever the tree lies. */
static bool
copy_program(struct run *run, const char *from)
{
	struct str bytes = { 0 };
	struct err err = { 0 };
	char *folder = path_in(run->top, "bin");
	run->program = path_in(folder, strrchr(from, '/') ? strrchr(from, '/') + 1 : from);
	bool done = mkdir(folder, 0755) == 0 && file_read(&bytes, from, PROGRAM_BYTES_MOST, &err) &&
		file_replace(run->program, bytes.bytes, bytes.length, &err) && chmod(run->program, 0755) == 0 &&
		chmod(folder, 0755) == 0;
	if (!done)
		fprintf(stderr, "screen: %s: %s\n", from, err.text ? err.text : strerror(errno));
	run->options.program = run->program;
	free(folder);
	str_release(&bytes);
	err_release(&err);
	return done;
}

static bool
is_wanted(const struct run *run, const char *directive)
{
	bool wanted = false;
	for (size_t i = 0; !wanted && i < run->count; i++) {
		struct str text = { 0 };
		struct err err = { 0 };
		wanted =
			file_read(&text, run->cases[i], PROGRAM_BYTES_MOST, &err) && strstr(str_text(&text), directive);
		str_release(&text);
		err_release(&err);
	}
	return wanted;
}

/* Makes the book that cases copy; false when the program cannot. */
static bool
make_book(const struct run *run, const char *path, const char *from)
{
	char **environment = play_environment(&run->options, run->top);
	char *arguments[] = { (char *)run->program, "--book", (char *)path, "init", from ? "--from" : NULL,
		(char *)from, NULL };
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		int in = open("/dev/null", O_RDONLY);
		if (in >= 0 && dup2(in, 0) == 0 && dup2(2, 1) == 1)
			execve(run->program, arguments, environment);
		_exit(127);
	}
	int status = -1;
	bool done = child > 0 && waitpid(child, &status, 0) == child && status == 0;
	for (char **variable = environment; *variable; variable++)
		free(*variable);
	free(environment);
	if (!done)
		fprintf(stderr, "screen: %s init %s%s failed\n", run->program, from ? "--from " : "", from ? from : "");
	return done;
}

static void
make_books(struct run *run)
{
	char *folder = run->example_folder ? realpath(run->example_folder, NULL) : NULL;
	if (folder && is_wanted(run, "book example")) {
		run->example = path_in(run->top, "example.db");
		run->options.example = make_book(run, run->example, folder) ? run->example : NULL;
	}
	free(folder);
	if (is_wanted(run, "book empty")) {
		run->empty = path_in(run->top, "empty.db");
		run->options.empty = make_book(run, run->empty, NULL) ? run->empty : NULL;
	}
}

static bool
is_look(const char *path)
{
	const char *ending = strrchr(path, '.');
	return ending && text_equal(ending, ".look");
}

/* A case and a look may share a name. */
static char *
case_name(const char *path)
{
	const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	return mem_copy_bytes(base, is_look(path) ? strlen(base) : strcspn(base, "."));
}

static char *
report_path(const struct run *run, size_t number)
{
	struct str path = { 0 };
	str_add_format(&path, "%s/report-%zu", run->top, number);
	return str_take(&path);
}

/* One case, in a process of its own. */
static _Noreturn void
work(const struct run *run, size_t number)
{
	struct str report = { 0 };
	struct err err = { 0 };
	bool (*play)(const char *, const struct play_options *, struct str *) =
		is_look(run->cases[number]) ? play_looks : play_case;
	bool passed = play(run->cases[number], &run->options, &report);
	char *name = case_name(run->cases[number]), *path = report_path(run, number);
	struct str text = { 0 };
	str_add_format(&text, "%s %s\n%s", passed ? "ok" : "FAILED", name, str_text(&report));
	bool written = file_replace(path, text.bytes, text.length, &err);
	free(name);
	free(path);
	str_release(&report);
	str_release(&text);
	err_release(&err);
	_exit(passed && written ? 0 : 1);
}

static bool
print_report(const struct run *run, size_t number, bool passed)
{
	struct str text = { 0 };
	struct err err = { 0 };
	char *name = case_name(run->cases[number]), *path = report_path(run, number);
	if (file_read(&text, path, PROGRAM_BYTES_MOST, &err)) {
		fputs(str_text(&text), stdout);
	} else {
		printf("FAILED %s\n  the case itself died\n", name);
		passed = false;
	}
	fflush(stdout);
	free(name);
	free(path);
	str_release(&text);
	err_release(&err);
	return passed;
}

/* Waits for one of the jobs; its index. */
static size_t
await_job(struct job *jobs, size_t count, bool *passed)
{
	int status;
	for (;;) {
		pid_t child = wait(&status);
		if (child < 0)
			die("wait");
		for (size_t i = 0; i < count; i++)
			if (jobs[i].child == child) {
				*passed = status == 0;
				return i;
			}
	}
}

static size_t
play_all(const struct run *run)
{
	struct job jobs[JOBS_MOST];
	size_t running = 0, next = 0, passed = 0;
	while (next < run->count || running) {
		if (next < run->count && running < (size_t)run->jobs) {
			fflush(NULL);
			pid_t child = fork();
			if (child < 0)
				die("fork");
			if (child == 0)
				work(run, next);
			jobs[running++] = (struct job){ .child = child, .number = next++ };
			continue;
		}
		bool good;
		size_t done = await_job(jobs, running, &good);
		passed += print_report(run, jobs[done].number, good);
		jobs[done] = jobs[--running];
	}
	return passed;
}

static bool
read_options(struct run *run, int argc, char **argv, const char **program)
{
	const char *data = "tests/data";
	int option;
	while ((option = getopt(argc, argv, "p:x:d:t:w:j:uk")) != -1) {
		switch (option) {
		case 'p':
			*program = optarg;
			break;
		case 'x':
			run->example_folder = optarg;
			break;
		case 'd':
			data = optarg;
			break;
		case 't':
			run->options.timeout = atoi(optarg) * 1000;
			break;
		case 'w':
			run->wrapper_words = mem_copy_text(optarg);
			break;
		case 'j':
			run->jobs = atoi(optarg);
			break;
		case 'u':
			run->options.update = true;
			break;
		case 'k':
			run->keep = true;
			break;
		default:
			return false;
		}
	}
	run->cases = argv + optind;
	run->count = (size_t)(argc - optind);
	run->data = realpath(data, NULL);
	run->source = realpath(".", NULL);
	return *program && run->jobs >= 1 && run->jobs <= JOBS_MOST && run->options.timeout > 0 && run->source;
}

static void
split_wrapper(struct run *run)
{
	char *state = NULL;
	size_t count = 0;
	run->wrapper[count++] = "/usr/bin/env"; /* finds the wrapper in PATH */
	for (char *word = strtok_r(run->wrapper_words, " ", &state); word && count + 1 < ARRAY_COUNT(run->wrapper);
		word = strtok_r(NULL, " ", &state))
		run->wrapper[count++] = word;
	run->options.wrapper = run->wrapper;
}

int
main(int argc, char **argv)
{
	static struct run run = { .jobs = 2, .options.timeout = TIMEOUT * 1000 };
	const char *program = NULL, *temporary = getenv("TMPDIR");
	if (!read_options(&run, argc, argv, &program)) {
		fputs(usage, stderr);
		return 2;
	}
	if (run.wrapper_words)
		split_wrapper(&run);
	struct str top = { 0 };
	str_add_format(&top, "%s/screen-XXXXXX", temporary ? temporary : "/tmp");
	run.top = str_take(&top);
	if (!mkdtemp(run.top) || chmod(run.top, 0755) != 0)
		return say_fault(run.top), 2;
	run.options.top = run.top;
	run.options.data = run.data ? run.data : "";
	run.options.source = run.source;
	size_t passed = 0;
	if (copy_program(&run, program)) {
		make_books(&run);
		passed = play_all(&run);
	}
	printf("%zu passed, %zu failed\n", passed, run.count - passed);
	if (run.keep)
		printf("kept: %s\n", run.top);
	else
		nftw(run.top, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	char *owned[] = { run.wrapper_words, run.top, run.program, run.data, run.source, run.example, run.empty };
	for (size_t i = 0; i < ARRAY_COUNT(owned); i++)
		free(owned[i]);
	return run.count && passed == run.count ? 0 : 1;
}

#include "cli/cli.h"
#include "base/mem.h"
#include "commands.h"
#include "text/clean.h"
#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a client of SSH could use to steer the program or what it starts (reliability.md 2.1). */
static const char *const steering[] = { "TERMINFO", "TERMINFO_DIRS", "TERMCAP", "ESCDELAY", "LINES", "COLUMNS",
	"NCURSES_TRACE", "NCURSES_NO_UTF8_ACS", "NCURSES_NO_PADDING", "NCURSES_NO_SETBUF", "NCURSES_ASSUMED_COLORS",
	"NCURSES_GPM_TERMS", "LESS", "LESSOPEN", "LESSCLOSE", "EDITOR", "VISUAL", "PAGER", "SHELL", "IFS",
	"XDG_STATE_HOME", "TMPDIR" };

static void
shed_environment(void)
{
	for (size_t i = 0; i < ARRAY_COUNT(steering); i++)
		unsetenv(steering[i]);
	/* ncurses looks below HOME for descriptions of terminals too. */
	setenv("TERMINFO_DIRS", "/etc/terminfo:/lib/terminfo:/usr/share/terminfo", 1);
	setenv("PATH", "/usr/bin:/bin", 1);
	struct rlimit none = { 0, 0 };
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
}

static bool
read_language(const char *word)
{
	if (text_equal(word, "en"))
		say_choose(LANGUAGE_EN);
	else if (text_equal(word, "vi"))
		say_choose(LANGUAGE_VI);
	else
		return false;
	return true;
}

static void
choose_language(size_t count, char *const *words)
{
	const char *wanted = arguments_peek(OPTION_LANG, count, words);
	if ((!wanted || !read_language(wanted)) && getenv("THIDUA_LANG"))
		read_language(getenv("THIDUA_LANG"));
}

/* What somebody who sees no files of this machine may not say. */
static bool
check_served(const struct arguments *asked, struct err *err)
{
	const struct command *command = asked->command;
	if (asked->values[OPTION_BOOK] || asked->values[OPTION_AS] || asked->values[OPTION_FROM] ||
		asked->values[OPTION_OUTPUT])
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Qua SSH không chọn được sổ, tài khoản, thư mục, tệp.",
				"Over SSH neither book nor account, folder or file can be chosen."),
			NULL);
	if (command && (text_equal(command->name, "init") || text_equal(command->name, "backup")))
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Lệnh “{1}” không dùng được qua SSH.", "The command “{1}” is not for use over SSH."),
			command->name, NULL);
	bool reads_file = command && command->path >= 0 && asked->count > (size_t)command->path;
	if (reads_file && !text_equal(asked->words[command->path], "-"))
		return err_set(err, ERR_NOT_ALLOWED,
			SAY("Qua SSH chỉ nhập được từ đầu vào: viết - thay cho tên tệp.",
				"Over SSH only standard input can be read: write - instead of a file name."),
			NULL);
	return true;
}

/* The client's command takes the place of the missing one; book and account stay those of the forced command. */
static bool
take_asked(struct arguments *arguments, const char *line, struct err *err)
{
	char **words = NULL;
	size_t count = 0;
	struct arguments asked = { 0 };
	bool done = words_split(&words, &count, line, err);
	if (done) {
		choose_language(count, words);
		done = arguments_read(&asked, count, words, err) && check_served(&asked, err);
	}
	words_free(words, count);
	if (!done) {
		arguments->command = asked.command;
		arguments_release(&asked);
		return false;
	}
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		if (asked.values[i])
			continue;
		asked.values[i] = arguments->values[i];
		arguments->values[i] = NULL;
	}
	arguments_release(arguments);
	*arguments = asked;
	return true;
}

static char *
data_folder_book(void)
{
	const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
	struct str path = { 0 };
	if (data && *data == '/')
		str_add_text(&path, data);
	else
		str_add_format(&path, "%s/.local/share", home ? home : "");
	str_add_text(&path, "/thidua/so.db");
	return str_take(&path);
}

static void
choose_book(struct cli_request *out)
{
	const char *named = out->arguments->values[OPTION_BOOK];
	if (!named)
		named = getenv("THIDUA_BOOK");
	out->book_is_default = !named || !*named;
	out->book = out->book_is_default ? data_folder_book() : mem_copy_text(named);
}

/* The system user, as login and sudo name them; the account's text passes the one door for text. */
static bool
choose_login(struct cli_request *out, struct err *err)
{
	const char *name = out->arguments->values[OPTION_AS];
	if (!name || !*name)
		name = getenv("LOGNAME");
	if (!name || !*name)
		name = getenv("USER");
	const struct passwd *user = name && *name ? NULL : getpwuid(getuid());
	if (user)
		name = user->pw_name;
	struct str login = { 0 };
	if (!text_clean(&login, name ? name : "", name ? strlen(name) : 0, TEXT_PARAGRAPH, NULL, err))
		return false;
	if (!login.length)
		return err_set(err, ERR_INVALID,
			SAY("Không rõ ai đang dùng máy: hãy nêu --as TÊN.",
				"It is not known who uses this machine: give --as LOGIN."),
			NULL);
	out->login = str_take(&login);
	return true;
}

static bool
choose_utf8(struct cli_request *out, struct err *err)
{
	const char *word = out->arguments->values[OPTION_UTF8];
	if (!word || text_equal(word, "auto"))
		out->utf8 = CLI_UTF8_AUTO;
	else if (text_equal(word, "on"))
		out->utf8 = CLI_UTF8_ON;
	else if (text_equal(word, "off"))
		out->utf8 = CLI_UTF8_OFF;
	else
		return err_set(err, ERR_INVALID,
			SAY("“--utf8 {1}” không có; hãy viết on, off hoặc auto.",
				"There is no “--utf8 {1}”; write on, off or auto."),
			word, NULL);
	return true;
}

static bool
check_language(const struct arguments *arguments, struct err *err)
{
	const char *word = arguments->values[OPTION_LANG];
	return !word || read_language(word) ||
		err_set(err, ERR_INVALID,
			SAY("“--lang {1}” không có; hãy viết vi hoặc en.", "There is no “--lang {1}”; write vi or en."),
			word, NULL);
}

static bool
understand(struct cli_request *out, size_t count, char *const *words, struct err *err)
{
	choose_language(count, words);
	if (!arguments_read(out->arguments, count, words, err))
		return false;
	if (out->arguments->values[OPTION_AS]) {
		const char *asked = getenv("SSH_ORIGINAL_COMMAND");
		out->served = asked || getenv("SSH_CONNECTION");
		if (asked && *asked && !out->arguments->command && !take_asked(out->arguments, asked, err))
			return false;
		shed_environment();
	}
	if (!check_language(out->arguments, err) || !choose_utf8(out, err) || !choose_login(out, err))
		return false;
	choose_book(out);
	out->screen = !out->arguments->command;
	return true;
}

static int
tell_about(const struct cli_request *request)
{
	struct output out = output_new(request->utf8 == CLI_UTF8_OFF);
	struct str text = { 0 };
	struct err err = { 0 };
	if (request->arguments->values[OPTION_HELP])
		help_add(&text, request->arguments->command);
	else
		str_add_text(&text, "thidua " THIDUA_VERSION "\n");
	bool done = output_add(&out, str_text(&text), text.length, &err) && output_finish(&out, &err);
	if (!done && !out.cut)
		cli_complain(err.text);
	str_release(&text);
	str_release(&out.held);
	err_release(&err);
	return done ? 0 : 1;
}

static void
complain_misuse(const char *sentence, const struct command *command)
{
	struct str lines = { 0 };
	str_add_text(&lines, sentence);
	str_add_format(&lines, "\n%s thidua %s%s--help", say(SAY("Xem:", "See:")), command ? command->name : "",
		command ? " " : "");
	cli_complain(str_text(&lines));
	str_release(&lines);
}

bool
cli_read(struct cli_request *out, int argc, char **argv, int *status)
{
	struct err err = { 0 };
	*out = (struct cli_request){ .arguments = mem_new(1, sizeof *out->arguments) };
	if (!understand(out, argc > 0 ? (size_t)argc - 1 : 0, argv + 1, &err)) {
		complain_misuse(err.text, out->arguments->command);
		err_release(&err);
		*status = 2;
		return false;
	}
	if (!out->arguments->values[OPTION_HELP] && !out->arguments->values[OPTION_VERSION])
		return true;
	*status = tell_about(out);
	return false;
}

void
cli_release(struct cli_request *request)
{
	if (request->arguments)
		arguments_release(request->arguments);
	free(request->arguments);
	free(request->book);
	free(request->login);
	*request = (struct cli_request){ 0 };
}

static bool
refuse_format(struct deed *deed, const char *wanted, struct err *err)
{
	struct str formats = { 0 };
	formats_add(&formats, deed->arguments->command, ", ");
	misuse(deed, err,
		SAY("“--format {1}” không có ở lệnh này; có: {2}.", "This command has no “--format {1}”; it has: {2}."),
		wanted, str_text(&formats), NULL);
	str_release(&formats);
	return false;
}

static bool
choose_format(struct deed *deed, struct err *err)
{
	const char *wanted = given(deed, OPTION_FORMAT);
	const struct command *command = deed->arguments->command;
	bool excel = given(deed, OPTION_EXCEL) != NULL;
	deed->format = excel ? FORMAT_CSV : command->format;
	deed->style = (struct csv_style){
		.separator = excel ? ';' : ',', .crlf = excel, .bom = excel, .defuse = !given(deed, OPTION_RAW)
	};
	if (!wanted)
		return true;
	for (enum exchange_format i = FORMAT_TABLE; format_word(i); i++) {
		if (!text_equal(wanted, format_word(i)) || !(command->formats & 1u << i))
			continue;
		if (excel && i != FORMAT_CSV)
			return misuse(deed, err,
				SAY("--excel là một kiểu CSV; không đi với --format {1}.",
					"--excel is a kind of CSV; it does not go with --format {1}."),
				wanted, NULL);
		deed->format = i;
		return true;
	}
	return refuse_format(deed, wanted, err);
}

/* A workbook is no text: letters of it would only upset a terminal. */
static bool
check_terminal(struct deed *deed, struct err *err)
{
	return deed->format != FORMAT_XLSX || !deed->out.terminal || given(deed, OPTION_OUTPUT) ||
		misuse(deed, err,
			SAY("Tệp Excel không hiện được trên màn hình; hãy nêu --output TỆP.xlsx.",
				"An Excel file cannot be shown on a terminal; give --output FILE.xlsx."),
			NULL);
}

/* A terminal between two machines turns each LF into CR LF: the file that arrives is another. */
static bool
check_place_of_files(struct deed *deed, struct err *err)
{
	bool shown = deed->format == FORMAT_TABLE || deed->format == FORMAT_TEXT;
	if (!deed->request->served || !deed->out.terminal || shown)
		return true;
	return err_set(err, ERR_NOT_ALLOWED,
		SAY("Tệp không xuất ra màn hình qua SSH được nguyên vẹn; hãy bỏ -t và chuyển vào tệp.",
			"A file does not leave through a terminal over SSH unchanged; leave out -t and send it into a file."),
		NULL);
}

static bool
tell_waiting(void *to, const char *login)
{
	bool *told = to;
	if (!*told && isatty(STDERR_FILENO) == 1) {
		char *sentence = *login
			? say_format(SAY("Đang chờ {1} ghi xong…", "Waiting for {1} to finish writing…"), login, NULL)
			: say_format(SAY("Đang chờ người khác ghi xong…", "Waiting for somebody to finish writing…"),
				  NULL);
		cli_complain(sentence);
		free(sentence);
	}
	*told = true;
	return true;
}

bool
cli_open_book(struct store **out, const struct cli_request *request, const struct host *host, struct err *err)
{
	struct stat found;
	*out = NULL;
	if (stat(request->book, &found) != 0 && errno == ENOENT)
		return err_set(err, ERR_NOT_FOUND,
			SAY("Chưa có sổ {1}; lập sổ mới bằng lệnh: thidua init --book {1}",
				"There is no book {1}; make one with: thidua init --book {1}"),
			request->book, NULL);
	return store_open(out, request->book, host, request->login, err);
}

static bool
carry_out(struct deed *deed, struct err *err)
{
	bool told = false;
	if (!choose_format(deed, err) || !check_place_of_files(deed, err) || !check_terminal(deed, err))
		return false;
	const char *path = given(deed, OPTION_OUTPUT);
	if (path && !output_into(&deed->out, path, deed->request->book, err))
		return false;
	if (deed->arguments->command->bookless)
		return deed->arguments->command->run(deed, err);
	if (!cli_open_book(&deed->store, deed->request, &deed->host, err))
		return false;
	store_on_wait(deed->store, tell_waiting, &told);
	bool done = deed->arguments->command->run(deed, err);
	store_close(deed->store);
	return done;
}

int
cli_run(const struct cli_request *request, const struct host *host)
{
	struct deed deed = { .request = request,
		.arguments = request->arguments,
		.host = *host,
		.out = output_new(request->utf8 == CLI_UTF8_OFF) };
	struct err err = { 0 }, late = { 0 };
	bool done = carry_out(&deed, &err);
	/* What stops half way leaves no file. */
	bool told = !done && deed.out.path ? false : output_finish(&deed.out, &late);
	if (!done && !deed.out.cut && deed.misused)
		complain_misuse(err.text ? err.text : "", deed.arguments->command);
	else if (!done && !deed.out.cut && err.text)
		cli_complain(err.text);
	else if (done && !told && !deed.out.cut)
		cli_complain(late.text);
	str_release(&deed.out.held);
	err_release(&err);
	err_release(&late);
	return deed.misused ? 2 : done && told ? 0 : 1;
}

/* Making a book, looking after it. */
#include "base/mem.h"
#include "listing.h"
#include "workshop.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Folders on the way to the book in the data folder; one that is there already is fine. */
static bool
make_folders(const char *path, struct err *err)
{
	char *copy = mem_copy_text(path);
	bool done = true;
	for (char *slash = strchr(copy + 1, '/'); slash && done; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(copy, 0700) != 0 && errno != EEXIST)
			done = err_set(err, ERR_STORAGE,
				SAY("Không tạo được thư mục {1}: {2}.", "Cannot make the folder {1}: {2}."), copy,
				err_system(errno), NULL);
		*slash = '/';
	}
	free(copy);
	return done;
}

static bool
check_free(const char *path, struct err *err)
{
	struct stat found;
	return lstat(path, &found) != 0 ||
		err_set(err, ERR_INVALID,
			SAY("Đã có {1}, init không ghi đè; hãy chọn tên khác.",
				"{1} is there already and init never writes over; please choose another name."),
			path, NULL);
}

static bool
fill_book(struct store *store, const char *folder, bool example, struct err *err)
{
	return load_catalogue(store, err) && (!example || load_example(store, err)) &&
		(!folder || load_folder(store, folder, err));
}

/* The book is built in a folder of its own and copied to its place when everything is in it: a fault, a kill or a full disk on
 * the way leave no book. */
static bool
build_book(struct deed *deed, const char *workshop, int year, struct err *err)
{
	const char *title = given(deed, OPTION_TITLE);
	struct str path = { 0 };
	str_add_format(&path, "%s/so.db", workshop);
	struct store *store = NULL;
	bool done = store_create(&store, str_text(&path), &deed->host, deed->request->login,
			    title && *title ? title : say(SAY("Sổ thi đua", "Emulation book")), year, err) &&
		fill_book(store, given(deed, OPTION_FROM), given(deed, OPTION_EXAMPLE), err) &&
		store_backup(store, deed->request->book, err);
	store_close(store);
	str_release(&path);
	return done;
}

bool
run_init(struct deed *deed, struct err *err)
{
	const char *book = deed->request->book;
	int year;
	if (!given_year(&year, deed, OPTION_YEAR, deed->host.today(deed->host.self) / 10000, err) ||
		!check_free(book, err) || (deed->request->book_is_default && !make_folders(book, err)))
		return false;
	char *workshop;
	bool done = workshop_make(&workshop, book, ".new-", err);
	if (done) {
		done = build_book(deed, workshop, year, err);
		workshop_remove(workshop);
	}
	free(workshop);
	return done && output_say(&deed->out, err, SAY("Đã lập sổ {1}.", "Made the book {1}."), book, NULL);
}

struct findings {
	char **sentences;
	size_t count, capacity;
};

static void
keep_finding(void *to, const char *sentence)
{
	struct findings *findings = to;
	ARRAY_RESERVE(findings->sentences, findings->count, findings->capacity);
	findings->sentences[findings->count++] = mem_copy_text(sentence);
}

static bool
put_findings(struct deed *deed, const struct findings *findings, struct err *err)
{
	static const struct column columns[] = { { "finding", WORDS("Chỗ hỏng", "Damage"), SHOWN_ALWAYS, false } };
	if (deed->format == FORMAT_TABLE && !findings->count)
		return output_say(&deed->out, err, SAY("Sổ không có chỗ nào hỏng.", "The book has no damage."), NULL);
	struct listing listing = listing_new(deed, findings->count, columns, ARRAY_COUNT(columns));
	for (size_t i = 0; i < findings->count; i++)
		listing_text(&listing, i, 0, findings->sentences[i]);
	return listing_put(deed, &listing, err);
}

bool
run_check(struct deed *deed, struct err *err)
{
	struct findings findings = { 0 };
	bool done = store_check(deed->store, keep_finding, &findings, err) && put_findings(deed, &findings, err);
	/* The findings have said it all: the status tells that there are some. */
	bool sound = findings.count == 0;
	words_free(findings.sentences, findings.count);
	return done && sound;
}

bool
run_backup(struct deed *deed, struct err *err)
{
	const char *path = deed->arguments->words[0];
	return store_backup(deed->store, path, err) &&
		output_say(&deed->out, err, SAY("Đã chép sổ ra {1}.", "Copied the book to {1}."), path, NULL);
}

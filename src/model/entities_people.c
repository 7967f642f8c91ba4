/* People, the posts they hold, who may write in the book, and the book itself. */
#include "model/entities.h"
#include "text/date.h"
#include <string.h>

FIELD_TABLE(PERSON)
FIELD_TABLE(POST)
FIELD_TABLE(ACCOUNT)
FIELD_TABLE(BOOK)

static bool
check_post(const struct record *post, struct err *err)
{
	return check_interval(post, POST_FROM, POST_TO, err);
}

/* records.md: a login is a system user or a name that a forced command gives: one word. */
static bool
check_account(const struct record *account, struct err *err)
{
	if (!strpbrk(record_text(account, ACCOUNT_LOGIN), " \t/:"))
		return true;
	return err_set_field(err, ACCOUNT_LOGIN,
		SAY("Tên đăng nhập là một từ, không có dấu cách, “/” hay “:”.",
			"A login is one word without blanks, “/” or “:”."),
		NULL);
}

/* A cut-off is a day of every year, written 31/5. */
static bool
check_cutoff(const struct record *book, int field, struct err *err)
{
	struct str day = { 0 };
	struct err ignored = { 0 };
	const char *text = record_text(book, field);
	bool good = !*text ||
		(strlen(text) <= strlen("31/12") && strchr(text, '/') && date_read(&day, text, 2001, &ignored) &&
			date_is_full(str_text(&day)) && text_starts(str_text(&day), "2001-"));

	str_release(&day);
	err_release(&ignored);
	return good ||
		err_set_field(err, field,
			SAY("“{1}” là ngày và tháng của mọi năm, ví dụ 31/5.",
				"“{1}” is a day and month of every year, as in 31/5."),
			say(book->entity->fields[field].label), NULL);
}

static bool
check_book(const struct record *book, struct err *err)
{
	return check_cutoff(book, BOOK_CUTOFF_HALF, err) && check_cutoff(book, BOOK_CUTOFF_YEAR, err);
}

const struct entity PERSON_entity = { ENTITY_HEAD(PERSON, "person"), .one = WORDS("người", "person"),
	.many = WORDS("người", "people"), NO_OWNER, .uid_field = PERSON_UID, .name_field = PERSON_NAME, NO_KEY };
const struct entity POST_entity = { ENTITY_HEAD(POST, "post"), .one = WORDS("chức vụ", "post"),
	.many = WORDS("chức vụ", "posts"), NO_OWNER, .uid_field = POST_UID, .name_field = POST_TITLE,
	KEY(POST_PERSON, POST_UNIT, POST_TITLE, POST_FROM), .check = check_post };
const struct entity ACCOUNT_entity = { ENTITY_HEAD(ACCOUNT, "account"), .one = WORDS("tài khoản", "account"),
	.many = WORDS("tài khoản", "accounts"), NO_OWNER, .uid_field = ACCOUNT_UID, .name_field = ACCOUNT_NAME,
	KEY(ACCOUNT_LOGIN), .check = check_account };
const struct entity BOOK_entity = { ENTITY_HEAD(BOOK, "book"), .one = WORDS("sổ", "book"), .many = WORDS("sổ", "books"),
	NO_OWNER, .uid_field = -1, .name_field = BOOK_TITLE, NO_KEY, .check = check_book };

#include "cases.h"
#include "text/json.h"

static void
commas_are_set_where_they_belong(void **state)
{
	(void)state;
	struct str out = { 0 };
	json_open(&out, '{');
	json_name(&out, "tên");
	json_string(&out, "Đắk \"Lắk\"\\\n\x01\x7F{[:");
	json_name(&out, "không");
	json_string(&out, NULL);
	json_name(&out, "hàng");
	json_open(&out, '[');
	json_integer(&out, -12);
	json_number(&out, "98.5");
	json_bool(&out, true);
	json_bool(&out, false);
	json_open(&out, '[');
	json_close(&out, ']');
	json_close(&out, ']');
	json_close(&out, '}');
	str_add_byte(&out, '\n');
	json_open(&out, '[');
	json_close(&out, ']');
	check_text(str_text(&out),
		"{\"tên\":\"Đắk \\\"Lắk\\\"\\\\\\n\\u0001\\u007f{[:\",\"không\":null,"
		"\"hàng\":[-12,98.5,true,false,[]]}\n[]");
	str_release(&out);
}

/* The tokens in one line, ! where it is refused. */
static void
describe(struct str *out, const char *bytes, size_t length)
{
	static const char *const names[] = { "", "{", "}", "[", "]", "name ", "string ", "number ", "true", "false",
		"null" };
	struct json_reader reader;
	struct err err = { 0 };
	enum json_token token = JSON_NULL;
	json_reader_init(&reader, bytes, length);
	while (token != JSON_END) {
		if (!json_next(&reader, &token, &err)) {
			str_add_format(out, "!%ld", err.column);
			break;
		}
		str_add_text(out, names[token]);
		if (token == JSON_NAME || token == JSON_STRING || token == JSON_NUMBER)
			str_add_text(out, str_text(&reader.text));
		str_add_text(out, token == JSON_END ? "" : ";");
	}
	json_reader_release(&reader);
	err_release(&err);
}

static void
check_tokens(const char *bytes, const char *expected)
{
	struct str out = { 0 };
	describe(&out, bytes, strlen(bytes));
	check_text(str_text(&out), expected);
	str_release(&out);
}

static void
good_json_is_read(void **state)
{
	(void)state;
	check_tokens("null", "null;");
	check_tokens(" [1, -0.5e+3 ,true,false,null] ", "[;number 1;number -0.5e+3;true;false;null;];");
	check_tokens("{\"a\":{\"b\":[]},\"c\":\"\"}", "{;name a;{;name b;[;];};name c;string ;};");
	check_tokens("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u1ead\\uD83D\\ude00ế\"", "string \"\\/\b\f\n\r\tậ😀ế;");
	check_tokens("0", "number 0;");
}

static void
bad_json_is_refused(void **state)
{
	(void)state;
	static const char *const bad[] = { "", " ", "{", "[", "}", "]", "[1", "[1,]", "[,1]", "{,}", "{\"a\"}",
		"{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:1}", "[1 2]", "{\"a\":1]", "[}", "nul", "truex", "01", "-", "1.",
		".5", "1e", "+1", "0x1", "\"", "\"a", "\"\n\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"",
		"\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\u0000\"", "\"\\", "1 2", "\"\xC3\"", "\xEF\xBB\xBF[]", "'a'",
		"[1]//", "NaN" };
	for (size_t n = 0; n < ARRAY_COUNT(bad); n++) {
		struct str out = { 0 };
		describe(&out, bad[n], strlen(bad[n]));
		if (!strchr(str_text(&out), '!'))
			fail_msg("«%s» was taken: %s", bad[n], str_text(&out));
		str_release(&out);
	}
	struct str out = { 0 };
	describe(&out, "[1,\0]", 5);
	check_text(str_text(&out), "[;number 1;!4");
	str_release(&out);
}

static void
nesting_has_a_bound(void **state)
{
	(void)state;
	struct str deep = { 0 }, out = { 0 };
	for (int n = 0; n < JSON_DEPTH; n++)
		str_add_byte(&deep, '[');
	for (int n = 0; n < JSON_DEPTH; n++)
		str_add_byte(&deep, ']');
	describe(&out, str_text(&deep), deep.length);
	check(!strchr(str_text(&out), '!'));
	str_splice(&deep, 0, 0, "[", 1);
	str_clear(&out);
	describe(&out, str_text(&deep), deep.length);
	check(strstr(str_text(&out), "!33") != NULL);
	str_release(&deep);
	str_release(&out);
}

static bool
add_pair(void *to, const char *code, const char *before, const char *after, struct err *err)
{
	(void)err;
	str_add_format(to, "%s:%s>%s;", code, before ? before : "(null)", after ? after : "(null)");
	return strcmp(code, "stop") != 0;
}

static bool
changes(const char *json, struct str *out)
{
	struct err err = { 0 };
	str_clear(out);
	bool read = json_read_changes(json, strlen(json), add_pair, out, &err);
	err_release(&err);
	return read;
}

static void
changes_of_a_history_entry_are_read(void **state)
{
	(void)state;
	struct str out = { 0 };
	check(changes("{}", &out));
	check_text(str_text(&out), "");
	check(changes("{\"name\":[\"cũ\",\"mới\"],\"note\":[null,\"\"]}", &out));
	check_text(str_text(&out), "name:cũ>mới;note:(null)>;");
	check(!changes("{\"stop\":[null,null],\"x\":[null,null]}", &out));
	check_text(str_text(&out), "stop:(null)>(null);");
	static const char *const bad[] = { "", "[]", "null", "{\"a\":\"b\"}", "{\"a\":[\"b\"]}",
		"{\"a\":[\"b\",\"c\",\"d\"]}", "{\"a\":[1,2]}", "{\"a\":[[],null]}",
		"{\"a\":[null,null],\"a\":[null,null]}", "{}x", "{\"a\":[null,null]" };
	for (size_t n = 0; n < ARRAY_COUNT(bad); n++)
		if (changes(bad[n], &out))
			fail_msg("«%s» was taken", bad[n]);
	str_release(&out);
}

static void
whatever_is_written_is_read_back(void **state)
{
	(void)state;
	uint64_t seed = 8259;
	for (int n = 0; n < 3000; n++) {
		static const char *const pieces[] = { "a", "ậ", "\"", "\\", "\n", "\x01", "{", "[", ":", ",", "\x7F",
			"😀" };
		struct str text = { 0 }, json = { 0 }, out = { 0 }, expected = { 0 };
		for (uint32_t count = chance(&seed, 8); count; count--)
			str_add_text(&text, pieces[chance(&seed, ARRAY_COUNT(pieces))]);
		json_open(&json, '{');
		for (int member = 0; member < 2; member++) {
			char name[2] = { (char)('a' + member), '\0' };
			json_name(&json, name);
			json_open(&json, '[');
			json_string(&json, str_text(&text));
			json_string(&json, member ? NULL : "x");
			json_close(&json, ']');
		}
		json_close(&json, '}');
		check(changes(str_text(&json), &out));
		str_add_format(&expected, "a:%s>x;b:%s>(null);", str_text(&text), str_text(&text));
		check_text(str_text(&out), str_text(&expected));
		str_release(&text);
		str_release(&json);
		str_release(&out);
		str_release(&expected);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commas_are_set_where_they_belong),
		cmocka_unit_test(good_json_is_read),
		cmocka_unit_test(bad_json_is_refused),
		cmocka_unit_test(nesting_has_a_bound),
		cmocka_unit_test(changes_of_a_history_entry_are_read),
		cmocka_unit_test(whatever_is_written_is_read_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

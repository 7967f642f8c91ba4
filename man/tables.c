#include "tables.h"
#include "base/mem.h"
#include "model/field.h"
#include "text/case.h"
#include "ui/action.h"
#include "ui/help.h"
#include <string.h>

/* ---- mdoc ---- */

/* Text that a reader may copy: groff would make typographic signs of these. */
static void
add_escaped(struct str *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\\')
			str_add_text(out, "\\e");
		else if (*text == '"')
			str_add_text(out, "\\(dq");
		else if (*text == '\'')
			str_add_text(out, "\\(aq");
		else if (*text == '~')
			str_add_text(out, "\\(ti");
		else if (*text == '-')
			str_add_text(out, "\\-");
		else
			str_add_byte(out, *text);
	}
}

static void
add_line(struct str *out, const char *text)
{
	str_add_text(out, *text == '.' || *text == '\'' ? "\\&" : "");
	add_escaped(out, text);
	str_add_byte(out, '\n');
}

/* One argument whatever is in it: a sign alone would be punctuation to mdoc. */
static void
add_argument(struct str *out, const char *text)
{
	str_add_text(out, " \"\\&");
	add_escaped(out, text);
	str_add_byte(out, '"');
}

static void
add_item(struct str *out, const char *key, const char *meaning)
{
	str_add_text(out, ".It Ic");
	add_argument(out, key);
	str_add_byte(out, '\n');
	add_line(out, meaning);
}

/* ---- options ---- */

/* "vi|en" is a choice of words, anything else the name of a value. */
static void
add_value(struct str *out, const char *value)
{
	if (!strchr(value, '|')) {
		str_add_text(out, " Ar");
		struct str small = { 0 };
		text_lower(&small, value);
		add_argument(out, str_text(&small));
		str_release(&small);
		return;
	}
	str_add_text(out, " Cm ");
	for (; *value; value++) {
		if (*value == '|')
			str_add_text(out, " | ");
		else
			str_add_byte(out, *value);
	}
}

void
table_option(struct str *out, enum option_id id)
{
	const struct option *option = &options[id];
	str_add_text(out, ".It");
	if (option->letter)
		str_add_format(out, " Fl %c ,", option->letter);
	str_add_format(out, " Fl -%s", option->name);
	if (option->kind != OPTION_FLAG)
		add_value(out, say(option->value));
	str_add_byte(out, '\n');
	struct str sentence = { 0 };
	str_add_text(&sentence, say(option->help));
	str_add_byte(&sentence, '.');
	add_line(out, str_text(&sentence));
	str_release(&sentence);
}

static void
add_takers(struct str *out, enum option_id id)
{
	const char *before = ".Pq Cm ";
	for (size_t n = 0; n < command_count; n++) {
		if (!(commands[n].options & UINT64_C(1) << id))
			continue;
		str_add_format(out, "%s%s", before, commands[n].name);
		before = " , ";
	}
	if (!text_starts(before, "."))
		str_add_byte(out, '\n');
}

void
table_options(struct str *out, uint64_t set)
{
	for (int id = 0; id < OPTION_COUNT; id++) {
		if (!(set & UINT64_C(1) << id))
			continue;
		table_option(out, (enum option_id)id);
		add_takers(out, (enum option_id)id);
	}
}

/* ---- keys ---- */

static void
begin_keys(struct str *out, struct words head)
{
	str_add_text(out, ".Ss");
	add_argument(out, say(head));
	str_add_text(out, "\n.Bl -tag -width \"Ctrl+K · Ctrl+G k\" -compact\n");
}

static bool
is_bound(enum context context, int key, enum action_id action)
{
	for (size_t n = 0; n < binding_count; n++)
		if (bindings[n].context == context && (!key || bindings[n].key == key) && bindings[n].action == action)
			return true;
	return false;
}

/* The same in every box that is typed into. */
static bool
edits_text(int key, enum action_id action)
{
	for (int context = 0; context < CONTEXT_COUNT; context++)
		if (context_is_typing((enum context)context) && !is_bound((enum context)context, key, action))
			return false;
	return true;
}

/* Second ways (? / Space) wherever nothing can be typed: the page says so once. */
static bool
is_printable(int key)
{
	return key >= ' ' && key < 0x7F;
}

/* The place has a key of its own for it, or says in its own words what the common key does. */
static bool
is_own(enum context context, enum action_id action)
{
	if (action_help(context, action).vi != actions[action].help.vi)
		return true;
	for (size_t n = 0; n < binding_count; n++)
		if (bindings[n].context == context && bindings[n].action == action && !is_printable(bindings[n].key) &&
			!(context_is_typing(context) && edits_text(bindings[n].key, action)))
			return true;
	return false;
}

static void
add_everywhere(struct str *out)
{
	begin_keys(out, context_words(IN_ANY));
	for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
		struct str keys = { 0 }, meaning = { 0 };
		bool works = actions[id].menu || is_bound(IN_ANY, K_NONE, (enum action_id)id);
		if (actions[id].group != GROUP_MOVE) {
			str_add_text(&meaning, say(actions[id].label));
			str_add_text(&meaning, " – ");
		}
		str_add_text(&meaning, say(actions[id].help));
		action_keys(&keys, IN_ANY, (enum action_id)id);
		if (works)
			add_item(out, str_text(&keys), str_text(&meaning));
		str_release(&keys);
		str_release(&meaning);
	}
	str_add_text(out, ".El\n");
}

static void
add_text_boxes(struct str *out)
{
	begin_keys(out, SAY("Trong mọi ô gõ chữ", "In every text box"));
	for (size_t n = 0; n < binding_count; n++)
		if (bindings[n].context == IN_FIELD && edits_text(bindings[n].key, bindings[n].action))
			add_item(out, key_shown(bindings[n].key), say(actions[bindings[n].action].help));
	str_add_text(out, ".El\n");
}

static void
add_place(struct str *out, enum context context)
{
	struct str rows = { 0 };
	for (int id = ACTION_NONE + 1; id < ACTION_COUNT; id++) {
		struct str keys = { 0 };
		if (is_own(context, (enum action_id)id)) {
			action_keys(&keys, context, (enum action_id)id);
			add_item(&rows, str_text(&keys), say(action_help(context, (enum action_id)id)));
		}
		str_release(&keys);
	}
	if (rows.length) {
		begin_keys(out, context_words(context));
		str_add(out, rows.bytes, rows.length);
		str_add_text(out, ".El\n");
	}
	str_release(&rows);
}

void
table_keys(struct str *out)
{
	add_everywhere(out);
	add_text_boxes(out);
	for (int context = IN_ANY + 1; context < CONTEXT_COUNT; context++)
		add_place(out, (enum context)context);
}

void
table_figures(struct str *out)
{
	str_add_text(out, ".Bl -tag -width \"khoảng 7,2 triệu   ~7,2 triệu\" -compact\n");
	for (const struct help_topic *topic = help_topics; *topic->left.vi; topic++)
		if (topic->context == IN_GRID && *topic->right.vi)
			add_item(out, say(topic->left), say(topic->right));
	str_add_text(out, ".El\n");
}

/* ---- fields ---- */

static void
add_field(struct str *out, const struct field *field)
{
	struct str meaning = { 0 }, values = { 0 };
	str_add_text(&meaning, say(field->label));
	str_add_format(&meaning, "; %s", field_type_word(field->type));
	field_values_add(&values, field);
	if (values.length)
		str_add_format(&meaning, ": %s", str_text(&values));
	str_add_format(out, ".It %s%s\n", field->code, field->flags & FIELD_REQUIRED ? " \\&!" : "");
	add_line(out, str_text(&meaning));
	str_release(&meaning);
	str_release(&values);
}

void
table_fields(struct str *out)
{
	for (int id = ENTITY_NONE + 1; id < ENTITY_END; id++) {
		const struct entity *entity = entity_of((enum entity_id)id);
		str_add_format(out, ".Ss %s\n", entity->table);
		add_line(out, say(entity->one));
		str_add_text(out, ".Bl -tag -width \"membership\" -compact\n");
		for (int i = 0; i < entity->field_count; i++)
			if (!FIELD_IS_DERIVED(&entity->fields[i]))
				add_field(out, &entity->fields[i]);
		str_add_text(out, ".El\n");
	}
}

#include "draft_tree.h"
#include "base/mem.h"
#include <stdlib.h>
#include <string.h>

void
node_release(struct node *node)
{
	for (size_t i = 0; i < node->count; i++)
		node_release(&node->children[i]);
	free(node->children);
	free(node->name);
	free(node->text);
	*node = (struct node){ 0 };
}

static bool read_children(struct node *node, struct json_reader *reader, struct err *err);

static bool
read_value(struct node *node, struct json_reader *reader, enum json_token token, struct err *err)
{
	node->kind = token;
	if (token == JSON_OBJECT || token == JSON_ARRAY)
		return read_children(node, reader, err);
	if (token == JSON_STRING || token == JSON_NUMBER)
		node->text = mem_copy_text(str_text(&reader->text));
	return true;
}

/* Nesting is limited by the reader: JSON_DEPTH. */
static bool
read_children(struct node *node, struct json_reader *reader, struct err *err)
{
	for (;;) {
		enum json_token token;
		if (!json_next(reader, &token, err))
			return false;
		if (token == JSON_OBJECT_END || token == JSON_ARRAY_END)
			return true;
		ARRAY_RESERVE(node->children, node->count, node->capacity);
		struct node *child = &node->children[node->count++];
		*child = (struct node){ 0 };
		if (token == JSON_NAME) {
			child->name = mem_copy_text(str_text(&reader->text));
			if (!json_next(reader, &token, err))
				return false;
		}
		if (!read_value(child, reader, token, err))
			return false;
	}
}

bool
node_read(struct node *out, const char *bytes, size_t length, struct err *err)
{
	struct json_reader reader;
	enum json_token token;

	*out = (struct node){ 0 };
	json_reader_init(&reader, bytes, length);
	bool good = json_next(&reader, &token, err) && read_value(out, &reader, token, err) &&
		json_next(&reader, &token, err);
	json_reader_release(&reader);
	return good;
}

const struct node *
node_member(const struct node *node, const char *name)
{
	for (size_t i = 0; node && node->kind == JSON_OBJECT && i < node->count; i++)
		if (strcmp(node->children[i].name, name) == 0)
			return &node->children[i];
	return NULL;
}

const char *
node_text(const struct node *node)
{
	return node && node->kind == JSON_STRING ? node->text : "";
}

bool
node_integer(const struct node *node, int64_t *out)
{
	*out = 0;
	if (!node || node->kind != JSON_NUMBER)
		return false;
	const char *digits = node->text + (node->text[0] == '-');
	if (strspn(digits, "0123456789") != strlen(digits) || strlen(digits) > 18)
		return false;
	*out = strtoll(node->text, NULL, 10);
	return true;
}

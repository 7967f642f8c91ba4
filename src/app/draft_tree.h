/* A small JSON text as a tree, for readers that take members in any order. */
#ifndef APP_DRAFT_TREE_H
#define APP_DRAFT_TREE_H
#include "text/json.h"

struct node {
	enum json_token kind; /* JSON_OBJECT, JSON_ARRAY, JSON_STRING, JSON_NUMBER, JSON_TRUE, JSON_FALSE, JSON_NULL */
	char *name;           /* of a member; NULL in an array */
	char *text;           /* of a string or number */
	struct node *children;
	size_t count, capacity;
};
/* A zeroed node can be released, and so can one that was not read to its end. */
bool node_read(struct node *out, const char *bytes, size_t length, struct err *err);
void node_release(struct node *node);
/* The member of that name, NULL when it is missing or node is NULL. */
const struct node *node_member(const struct node *node, const char *name);
/* "" and 0 for what is none. */
const char *node_text(const struct node *node);
bool node_integer(const struct node *node, int64_t *out);
#endif

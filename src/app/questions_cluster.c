#include "app/questions_cluster.h"

#define Q(name, scans, sql) [CLUSTER_##name] = { #name, sql, scans },
const struct question cluster_questions[CLUSTER_QUESTION_COUNT] = { CLUSTER_QUESTIONS(Q) };
#undef Q

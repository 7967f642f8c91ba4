#include "app/questions_read.h"

#define Q(label, may_scan, text) { .name = #label, .sql = text, .scans = may_scan },
const struct question read_questions[READ_QUESTION_COUNT] = { READ_QUESTIONS(Q) };
#undef Q

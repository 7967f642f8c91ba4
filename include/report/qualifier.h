/* The sign of a qualifier as files and cells show it. */
#ifndef REPORT_QUALIFIER_H
#define REPORT_QUALIFIER_H
#include "model/choices.h"

/* '=', '>', '<' or '~'. */
char qualifier_sign(enum choice_number qualifier);
#endif

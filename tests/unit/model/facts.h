/* Metrics and quantities that the tests of the rules share. */
#ifndef TESTS_MODEL_FACTS_H
#define TESTS_MODEL_FACTS_H
#include "model/metric.h"
#include "model/quantity.h"

/* "members", "money" …: see facts.c; fails the test for an unknown name. */
struct metric_facts metric_of(const char *name);
/* ">6500" */
struct quantity quantity_of(const char *text);
#endif

/* Calls of the system and allocations that fail when they are told to, whoever makes them: our own code, SQLite, libunistring.
 * The program that links this has open(), pwrite(), malloc() … of its own in front of the C library's. */
#ifndef TESTS_TORTURE_FAULT_CALLS_H
#define TESTS_TORTURE_FAULT_CALLS_H
#include <stdbool.h>

enum fault_kind { FAULT_CALL, FAULT_ALLOCATION, FAULT_KINDS };

/* From here on both kinds are counted.  The at-th of the kind fails (0: none does), with all each one from there on. */
void faults_arm(enum fault_kind kind, long at, bool all);
/* Nothing fails any more, nothing is counted. */
void faults_disarm(void);
/* How many of the kind there were while armed. */
long faults_counted(enum fault_kind kind);
#endif

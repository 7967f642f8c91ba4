# thidua: make run, make test, make check.
CC ?= gcc
BUILD ?= debug
B ?= build/$(BUILD)
LAYERS ?= base text model store report app ui cli
WARNINGS := -Wall -Wextra -Wpedantic -Wconversion -Wshadow
CFLAGS.debug := -O1 -g
CFLAGS.release := -O2 -g
CFLAGS.asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -Iinclude -Isrc $(WARNINGS) $(CFLAGS.$(BUILD)) $(CFLAGS)
LIBS := -lncursesw -lsqlite3 -lunistring
SOURCES := $(sort $(shell find $(addprefix src/,$(LAYERS)) -name '*.c'))
OBJECTS := $(SOURCES:%.c=$(B)/%.o)
UNIT := $(sort $(shell find $(addprefix tests/unit/,$(LAYERS)) -name '*_test.c' 2>/dev/null))
UNIT_PROGRAMS := $(UNIT:%.c=$(B)/%)

.PHONY: all unit
all: $(B)/thidua
$(B)/lib.a: $(OBJECTS)
	@rm -f $@
	ar rcs $@ $^
$(B)/thidua: $(B)/src/main.o $(B)/lib.a
	$(CC) $(ALL_CFLAGS) -o $@ $^ $(LIBS)
$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(B)/tests/unit/%: $(B)/tests/unit/%.o $(B)/lib.a
	$(CC) $(ALL_CFLAGS) -o $@ $< $(B)/lib.a $(LIBS) -lcmocka
unit: $(UNIT_PROGRAMS)
	@for t in $(UNIT_PROGRAMS); do $$t || exit 1; done
.PRECIOUS: $(B)/%.o
-include $(shell find $(B) -name '*.d' 2>/dev/null)

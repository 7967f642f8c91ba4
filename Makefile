# thidua: a book of emulation clusters.
#
#   make run            build and start on the example book (build/example/so.db); BOOK=so.db opens another
#   make test           build and run all tests that need no more than libraries: at most 3 minutes
#   make check          the long way: format, clang, analyzer, sanitizers, tidy, valgrind, manual, install, reproducible
#   make all            build build/release/thidua
#   make install        into PREFIX (/usr/local), below DESTDIR; make uninstall takes it out again
#   make bench          print how fast it is on this machine; FIGURES="100000 1000000" are the sizes of the books
#   make fuzz           feed the readers random bytes, FUZZ_SECONDS (7) each
#   make torture        the long forms: kill -9, every failing call, the race of the log, an hour of each fuzzer: a night;
#                       TORTURE_KILLS, _SAVES, _RACE_SECONDS, _FUZZ_SECONDS … shorten it (tests/README.md)
#   make format         lay the sources out as .clang-format says
#   make update-screens make update-cli   rewrite the expectations of tests/e2e, tests/cli from what is shown now;
#                       git diff then tells what changed (CASES="home filter" limits both, and make e2e, make cli)
#   make unit           unit tests only; LAYERS="base text" limits them; likewise make e2e, make cli, make style
#   make clean          remove build/
#
# BUILD=release|debug|asan|coverage live side by side in build/$(BUILD).  V=1 shows commands, WERROR=1 makes every
# warning an error.  What is missing on the machine is installed where that is possible (as root, or with sudo), else one
# line names the packages, which are called the same in Debian 12 and Ubuntu 24.04.

VERSION := 0.1.0
BUILD ?= $(if $(filter test unit e2e cli style update-screens update-cli,$(MAKECMDGOALS)),debug,release)
B ?= build/$(BUILD)
HOUSE := base text model store report app ui cli
LAYERS ?= $(HOUSE)
PREFIX ?= /usr/local
DESTDIR ?=
BINDIR ?= $(PREFIX)/bin
MANDIR ?= $(PREFIX)/share/man
COMPLETIONDIR ?= $(PREFIX)/share/bash-completion/completions
FUZZ_SECONDS ?= 7
Q := $(if $(V),,@)

# As many jobs as processors, unless the person said how many.
ifeq ($(MAKELEVEL),0)
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 1)
endif
endif
MAKEFLAGS += --no-builtin-rules

WARNINGS := -Wall -Wextra -Wpedantic -Wformat=2 -Wconversion -Wshadow $(if $(WERROR),-Werror)
SANITIZERS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
# No path of the folder in which it is built: the same sources give the same bytes everywhere.
FLAGS.release := -O2 -g -ffile-prefix-map="$(CURDIR)=."
FLAGS.debug := -O1 -g
FLAGS.asan := -O1 -g $(SANITIZERS)
FLAGS.coverage := -O0 -g --coverage
FLAGS.analyzer := -O1 -g -fanalyzer
FLAGS.fuzz := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
# Each is used where the compiler takes it without a warning (measured: no cost in start or drawing).
HARDENING := -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fcf-protection=full \
	-ftrivial-auto-var-init=zero -fPIE
HARDENING_LINK := -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack
HARDENING_FILE := $(B)/hardening-$(notdir $(firstword $(CC))).mk
ifeq ($(BUILD),release)
ifneq ($(filter-out clean format uninstall,$(or $(MAKECMDGOALS),all)),)
include $(HARDENING_FILE)
endif
endif

CPPFLAGS_ALL = -D_GNU_SOURCE -DTHIDUA_VERSION='"$(VERSION)"' -Iinclude -Isrc
ALL_CFLAGS = -std=c11 $(CPPFLAGS_ALL) $(WARNINGS) $(FLAGS.$(BUILD)) $(HARDENED) $(CPPFLAGS) $(CFLAGS)
ALL_LDFLAGS = $(FLAGS.$(BUILD)) $(HARDENED_LINK) $(LDFLAGS)
# libxlsxwriter is loaded when it is needed (src/report/xlsx_library.h).
LIBS := -lncursesw -lsqlite3 -lunistring

SOURCES := $(sort $(shell find $(addprefix src/,$(HOUSE)) -name '*.c' 2>/dev/null))
# What the fuzzing programs feed is the whole of what they need.
ifeq ($(BUILD),fuzz)
SOURCES := $(filter src/base/% src/text/% src/model/% src/store/% src/report/% src/app/% src/ui/key.c src/ui/key_table.c,$(SOURCES))
endif
OBJECTS := $(SOURCES:%.c=$(B)/%.o) $(B)/gen/embedded.o
UNIT := $(sort $(shell find $(addprefix tests/unit/,$(LAYERS)) -name '*_test.c' 2>/dev/null))
UNIT_PARTS := $(sort $(filter-out $(UNIT),$(shell find $(addprefix tests/unit/,$(LAYERS)) -name '*.c' 2>/dev/null)))
UNIT_PROGRAMS := $(UNIT:%.c=$(B)/%)
SYLLABLES_OBJECTS := $(patsubst %.c,$(B)/%.o,$(sort $(wildcard tests/e2e/syllables/*.c)))
E2E_OBJECTS := $(patsubst %.c,$(B)/%.o,$(sort $(wildcard tests/e2e/*.c)))
TORTURE := $(addprefix $(B)/tests/torture/,fault kill race)
BENCH := $(patsubst %.c,$(B)/%,$(sort $(wildcard tests/bench/*.c)))
FUZZ := $(patsubst tests/fuzz/%.c,%,$(sort $(wildcard tests/fuzz/*.c)))
EMBEDDED := $(sort $(wildcard share/sql/*.sql share/catalogue/*.csv share/provinces/*.csv share/example/*.csv))
C_FILES = $(sort $(shell find src include tests man -name '*.[ch]'))
QUIET := $(findstring s,$(filter-out --%,$(firstword -$(MAKEFLAGS))))
SAY = $(if $(V),,$(if $(QUIET),@,@echo '  $(1) $(2)';))

# Nothing is compiled before its libraries are there.
HAVE := build/have/$(firstword $(filter check,$(MAKECMDGOALS)) $(filter test,$(MAKECMDGOALS)) run)

.DEFAULT_GOAL := all
.PHONY: all pages run test check bench fuzz torture format install uninstall clean unit e2e cli style update-screens update-cli
.PHONY: FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(B)/thidua pages

$(B)/thidua: $(B)/src/main.o $(B)/lib.a
	$(call SAY,LINK,$@) $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)
$(B)/lib.a: $(OBJECTS) $(B)/objects.list
	$(call SAY,AR  ,$@) rm -f $@ && ar rcsD $@ $(OBJECTS)
$(B)/%.o: %.c $(B)/flags.list
	@mkdir -p $(@D)
	$(call SAY,CC  ,$<) $(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<
$(B)/gen/%.o: $(B)/gen/%.c $(B)/flags.list
	$(call SAY,CC  ,$<) $(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# A list changes its time only when its contents change: what depends on it is then made again.
define list
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(1))' >$@.$$$$ && if cmp -s $@.$$$$ $@; then rm -f $@.$$$$; else mv $@.$$$$ $@; fi
endef
$(B)/flags.list: FORCE | $(HAVE)
	$(call list,$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS))
$(B)/objects.list: FORCE
	$(call list,$(OBJECTS))
$(B)/embedded.list: FORCE
	$(call list,$(EMBEDDED))

# The files of share/ as arrays of bytes: a string above 4095 bytes is more than C11 promises.
$(B)/gen/embedded.c: $(EMBEDDED) $(B)/embedded.list
	@mkdir -p $(@D)
	$(call SAY,GEN ,$@) { echo '#include "base/embedded.h"'; n=0; \
	for file in $(EMBEDDED); do n=$$((n + 1)); \
		echo "static const unsigned char file_$$n[] = {"; od -An -v -tu1 $$file | sed 's/  */,/g; s/^,//; s/$$/,/'; echo "0 };"; \
	done; \
	echo 'const struct embedded embedded_files[] = {'; n=0; \
	for file in $(EMBEDDED); do n=$$((n + 1)); \
		echo "{ \"$${file#share/}\", file_$$n, sizeof file_$$n - 1 },"; \
	done; \
	echo '{ 0, 0, 0 } };'; echo "const size_t embedded_count = $$n;"; } >$@

# Pages of the manual: the prose is man/*.in, their tables come from the lists that the program works with.
PAGES := $(patsubst man/%.in,%,$(sort $(wildcard man/*.in man/*/*.in)))
FILL_OBJECTS := $(patsubst %.c,$(B)/%.o,$(sort $(wildcard man/*.c)))
$(B)/fill: $(FILL_OBJECTS) $(B)/lib.a
	$(call SAY,LINK,$@) $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)
$(PAGES:%=$(B)/man/%): $(B)/man/%: man/%.in $(B)/fill
	@mkdir -p $(@D)
	$(call SAY,PAGE,$@) $(B)/fill $(if $(filter vi/%,$*),vi,en) $< >$@
pages: $(PAGES:%=$(B)/man/%)

$(HARDENING_FILE): Makefile | $(HAVE)
	@mkdir -p $(@D)
	@echo '#include <string.h>' >$@.c; echo 'int main(void) { return 0; }' >>$@.c; \
	taken= link=; \
	for flag in $(HARDENING); do \
		case $$flag in -D*) flag="-U_FORTIFY_SOURCE $$flag";; esac; \
		if $(CC) -Werror -O2 $$flag -c -o $@.o $@.c 2>/dev/null; then taken="$$taken $$flag"; fi; \
	done; \
	for flag in $(HARDENING_LINK); do \
		if $(CC) -Werror -O2 -fPIE $$flag -o $@.o $@.c 2>/dev/null; then link="$$link $$flag"; fi; \
	done; \
	rm -f $@.c $@.o; printf 'HARDENED := %s\nHARDENED_LINK := %s\n' "$$taken" "$$link" >$@

# ---- what the machine must have -------------------------------------------------------------------------------------
# header:one call:how to link:package, the same name in Debian 12 and Ubuntu 24.04
LIBRARIES.run := stdio.h:puts(""):-lc:libc6-dev curses.h:initscr():-lncursesw:libncurses-dev \
	sqlite3.h:sqlite3_libversion():-lsqlite3:libsqlite3-dev unistr.h:u8_check(0,0):-lunistring:libunistring-dev \
	xlsxwriter.h:workbook_new(""):-lxlsxwriter:libxlsxwriter-dev
LIBRARIES.test := $(LIBRARIES.run) cmocka.h:cmocka_set_message_output(CM_OUTPUT_TAP):-lcmocka:libcmocka-dev \
	vterm.h:vterm_new(1,1):-lvterm:libvterm-dev
LIBRARIES.check := $(LIBRARIES.test)
# a command that succeeds when it is there:package
PROGRAMS.run :=
PROGRAMS.test := perl -MUnicode::Collate::Locale -e 1:perl|infocmp putty:ncurses-term|command -v script:bsdutils|command -v unzip:unzip
PROGRAMS.check := $(PROGRAMS.test)|clang --version:clang|clang-tidy --version:clang-tidy|\
	clang-format --version:clang-format|valgrind --version:valgrind|command -v mandoc:mandoc|groff --version:groff-base|\
	clang -fsanitize=fuzzer,address -x c /dev/null -shared -o /dev/null:libclang-rt-dev

# The compiler's own package, by the name it is called by.
COMPILER_PACKAGE = $(if $(findstring clang,$(notdir $(firstword $(CC)))),clang,gcc)
# Without a compiler no library can be seen: all are named then.
define have
	@mkdir -p $(@D); try=$@.try; missing=; \
	command -v $(firstword $(CC)) >/dev/null || missing=" $(COMPILER_PACKAGE)"; \
	for need in $(foreach library,$(LIBRARIES.$(1)),'$(library)'); do \
		IFS=:; set -- $$need; unset IFS; \
		printf '#include <stdarg.h>\n#include <stddef.h>\n#include <stdint.h>\n#include <setjmp.h>\n' >$$try.c; \
		printf '#include <%s>\nint main(void) { (void)%s; return 0; }\n' "$$1" "$$2" >>$$try.c; \
		$(CC) -D_GNU_SOURCE -w -o $$try $$try.c $$3 2>/dev/null || missing="$$missing $$4"; \
	done; rm -f $$try $$try.c; \
	list='$(PROGRAMS.$(1))'; IFS='|'; set -- $$list; unset IFS; \
	for need; do sh -c "$${need%:*}" >/dev/null 2>&1 </dev/null || missing="$$missing $${need##*:}"; done; \
	[ -z "$$missing" ] && { touch $@; exit 0; }; \
	by_hand="hãy chạy với quyền root (run as root): apt-get install$$missing"; \
	may=; root=; \
	if [ "$$(id -u)" = 0 ]; then may=1; \
	elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || (: </dev/tty) 2>/dev/null; }; then may=1; root=sudo; fi; \
	if [ -z "$$may" ] || ! command -v apt-get >/dev/null; then \
		echo "thidua: máy còn thiếu gói; $$by_hand"; exit 2; \
	fi; \
	echo "thidua: máy còn thiếu gói, đang cài (installing):$$missing"; \
	get="$$root env DEBIAN_FRONTEND=noninteractive apt-get -q -y"; \
	ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || $$get update || exit 2; \
	$$get install --no-install-recommends $$missing || { $$get update && $$get install --no-install-recommends $$missing; } || \
		{ echo "thidua: không cài được (could not install); $$by_hand"; exit 2; }; \
	touch $@
endef
build/have/%: Makefile
	$(call have,$*)

# ---- the program in use ---------------------------------------------------------------------------------------------
BOOK ?= build/example/so.db
run: $(B)/thidua $(if $(filter build/example/so.db,$(BOOK)),build/example/so.db)
	@$(B)/thidua --book $(BOOK) $(ARGS)
build/example/so.db: | $(B)/thidua
	@mkdir -p $(@D)
	@$(B)/thidua --book $@ init --from share/example

# thidua.1 goes to man1/, vi/thidua.1 to vi/man1/
man_place = $(MANDIR)/$(dir $(1))man$(subst .,,$(suffix $(1)))/$(notdir $(1))
COMPLETION := $(notdir $(wildcard share/completion/*.bash))
INSTALLED = $(BINDIR)/thidua $(foreach page,$(PAGES),$(call man_place,$(page))) \
	$(addprefix $(COMPLETIONDIR)/,$(COMPLETION:.bash=))
install: $(B)/thidua pages
	install -d $(foreach folder,$(sort $(dir $(INSTALLED))),"$(DESTDIR)$(folder)")
	install -m 755 $(B)/thidua "$(DESTDIR)$(BINDIR)/thidua"
	$(foreach page,$(PAGES),install -m 644 $(B)/man/$(page) "$(DESTDIR)$(call man_place,$(page))" &&) true
	$(foreach file,$(COMPLETION),install -m 644 share/completion/$(file) "$(DESTDIR)$(COMPLETIONDIR)/$(file:.bash=)" &&) true
uninstall:
	rm -f $(foreach file,$(INSTALLED),"$(DESTDIR)$(file)")
clean:
	rm -rf build
format:
	clang-format -i $(C_FILES)

# ---- tests ----------------------------------------------------------------------------------------------------------
# A test program may have parts beside it: tests/unit/store/*.c that do not end in _test.c are linked into each of that
# folder's tests.
$(B)/tests/%.o: private CPPFLAGS_ALL += -Itests -Itests/unit
parts = $(filter $(1)/%,$(UNIT_PARTS:%.c=$(B)/%.o))
.SECONDEXPANSION:
$(UNIT_PROGRAMS): $(B)/%: $(B)/%.o $$(call parts,$$(@D)) $(B)/lib.a
	$(call SAY,LINK,$@) $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter-out %.list,$^) $(LIBS) -lcmocka
$(BENCH): $(B)/%: $(B)/%.o $(B)/lib.a
	$(call SAY,LINK,$@) $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)
$(TORTURE): %: %.o $(B)/tests/torture/torture.o $(B)/tests/unit/app/book.o $(B)/lib.a
	$(call SAY,LINK,$@) $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) $(B)/lib.a $(LIBS) -lcmocka
$(B)/tests/torture/fault: $(B)/tests/torture/fault_calls.o
$(B)/tests/torture/fault $(B)/tests/fuzz/book: $(B)/tests/torture/deeds.o
$(B)/screen: $(E2E_OBJECTS) $(B)/lib.a
	$(call SAY,LINK,$@) $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ -lncursesw -lvterm -lutil
$(B)/syllables: $(SYLLABLES_OBJECTS) $(filter-out %/screen.o,$(E2E_OBJECTS)) $(B)/lib.a
	$(call SAY,LINK,$@) $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ -lncursesw -lvterm -lutil -lunistring
$(B)/drawing: $(B)/tests/e2e/selftest/drawing.o
	$(call SAY,LINK,$@) $(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ -lncursesw

unit: $(UNIT_PROGRAMS)
	@for test in $(UNIT_PROGRAMS); do $$test || exit 1; done
SCREEN_FLAGS ?= -j 4
e2e: $(B)/thidua $(B)/screen
	@$(B)/screen -p $(B)/thidua -x share/example $(SCREEN_FLAGS) $(screens)
update-screens: SCREEN_FLAGS += -u
update-screens: e2e
cli: $(B)/thidua
	@tests/cli/run -p $(B)/thidua $(CLI_FLAGS) $(call cases,cli)
update-cli: CLI_FLAGS += -u
update-cli: cli
style:
	@tests/style/run
# A case and a look may share a name: both are meant.
LOOKS ?= tests/e2e/looks
look = $(if $(LOOKS),$(wildcard $(LOOKS)/$(1).look))
screens = $(if $(CASES),$(foreach name,$(CASES),$(call look,$(name)) $(if $(call look,$(name)),\
	$(wildcard tests/e2e/cases/$(name).case),tests/e2e/cases/$(name).case)),\
	$(sort $(wildcard tests/e2e/cases/*.case)) $(call look,*))
cases = $(if $(CASES),$(CASES:%=tests/$(1)/cases/%.case),$(sort $(wildcard tests/$(1)/cases/*.case)))

export PATIENCE
SUITES ?= style harness packages unit torture man cli e2e looks syllables
test: $(UNIT_PROGRAMS) $(TORTURE) $(B)/screen $(B)/syllables $(B)/drawing $(B)/thidua pages
	@tests/run $(B) $(SUITES)

# ---- the long way ---------------------------------------------------------------------------------------------------
CHECKS ?= format gcc clang analyzer tidy man install reproducible asan valgrind torture fuzz
check:
	@tests/check '$(MAKE)' $(CHECKS)
programs: $(UNIT_PROGRAMS) $(TORTURE) $(BENCH) $(B)/screen $(B)/syllables $(B)/drawing $(B)/thidua pages
check-format:
	@clang-format --dry-run -Werror $(C_FILES)
# Built once, for all steps that look at what is shipped.
SHIPPED = $(MAKE) CC=gcc BUILD=release B=build/gcc WERROR=1
check-gcc:
	@$(SHIPPED) programs
check-clang:
	@$(MAKE) CC=clang BUILD=debug B=build/clang WERROR=1 programs
check-analyzer:
	@$(MAKE) CC=gcc BUILD=analyzer B=build/analyzer WERROR=1 build/analyzer/thidua
check-tidy: $(patsubst %.c,build/tidy/%.ok,$(sort $(shell find src man -name '*.c')))
build/tidy/%.ok: %.c .clang-tidy
	@mkdir -p $(@D)
	$(call SAY,TIDY,$<) clang-tidy --quiet $< -- -std=c11 $(CPPFLAGS_ALL) 2>$@.log || { cat $@.log; exit 1; }
	@touch $@
# mandoc and groff read mdoc each in its own way; groff only complains, it never fails.
check-man:
	@$(SHIPPED) lint-pages
lint-pages: pages
	@mandoc -T lint -W warning $(PAGES:%=$(B)/man/%)
	@for page in $(PAGES:%=$(B)/man/%); do \
		complaints=$$(groff -Kutf8 -mdoc -Tutf8 -ww -z $$page 2>&1); \
		[ -z "$$complaints" ] || { echo "$$complaints"; exit 1; }; \
	done
check-install: DIR = $(CURDIR)/build/destdir
check-install:
	@rm -rf "$(DIR)" && $(SHIPPED) DESTDIR="$(DIR)" PREFIX=/opt/office install
	@cd "$(DIR)" && find . -type f -printf '%m %p\n' | LC_ALL=C sort -k 2 | diff - "$(CURDIR)/tests/install/files"
	@cd "$(DIR)" && opt/office/bin/thidua --book so.db init --example && opt/office/bin/thidua --book so.db check && rm so.db*
	@bash -c '. "$(DIR)/opt/office/share/bash-completion/completions/thidua" && complete -p thidua'
	@$(SHIPPED) DESTDIR="$(DIR)" PREFIX=/opt/office uninstall
	@left=$$(find "$(DIR)" -type f); test -z "$$left" || { echo "left behind: $$left"; exit 1; }
# The same sources in another folder, with other times, by another hand.
check-reproducible: DIR = $(CURDIR)/build/reproducible/another folder
check-reproducible:
	@$(SHIPPED) all
	@rm -rf "$(DIR)" && mkdir -p "$(DIR)" && cp -R Makefile src include share man tests "$(DIR)"
	@find "$(DIR)" -type f -exec touch -d 2001-02-03 {} +
	@cd "$(DIR)" && umask 077 && TZ=Asia/Ho_Chi_Minh LC_ALL=C $(SHIPPED) all
	@for made in thidua $(PAGES:%=man/%); do cmp "build/gcc/$$made" "$(DIR)/build/gcc/$$made" || exit 1; done
	@rm -rf build/reproducible
check-asan:
	@$(MAKE) BUILD=asan B=build/asan SUITES='unit torture cli e2e' PATIENCE=20 test
# The longest cases, since valgrind is slow.
VALGRIND_CASES ?= 4
VALGRIND := valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite \
	--errors-for-leak-kinds=definite --log-file=%q{HOME}/sanitizer.%p
check-valgrind:
	@$(MAKE) BUILD=debug B=build/debug WERROR=1 LOOKS= SCREEN_FLAGS="-t 60 -w '$(VALGRIND)'" \
		CASES="$$(ls -S tests/e2e/cases | head -n $(VALGRIND_CASES) | sed 's/\.case$$//' | tr '\n' ' ')" e2e
check-torture:
	@$(MAKE) BUILD=debug B=build/debug torture-check
check-fuzz: fuzz

torture:
	@$(MAKE) BUILD=debug B=build/debug torture-long
torture-%: $(TORTURE)
	@tests/torture/run $(B) $* '$(MAKE)'
bench: $(BENCH) $(B)/thidua
	@tests/bench/run $(B) $(FIGURES)
fuzz:
	@$(MAKE) CC=clang BUILD=fuzz B=build/fuzz fuzz-all
fuzz-all: $(FUZZ:%=fuzz-%)
$(FUZZ:%=fuzz-%): fuzz-%: $(B)/tests/fuzz/%
	@mkdir -p $(B)/corpus/$* $(B)/found
	@$< -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=1024 -max_len=4096 -verbosity=0 \
		-artifact_prefix=$(B)/found/$*- $(B)/corpus/$* $(wildcard tests/fuzz/corpus/$*)
	@echo "fuzz $*: $(FUZZ_SECONDS) s without a find"
$(FUZZ:%=$(B)/tests/fuzz/%): $(B)/%: $(B)/%.o $(B)/lib.a
	$(call SAY,LINK,$@) $(CC) $(ALL_CFLAGS) -fsanitize=fuzzer $(ALL_LDFLAGS) -o $@ $(filter %.o,$^) $(B)/lib.a $(LIBS) $(FUZZ_LIBS)
$(B)/tests/fuzz/book: $(B)/tests/unit/app/book.o
$(B)/tests/fuzz/book: private FUZZ_LIBS := -lcmocka
.PHONY: programs lint-pages fuzz-all $(FUZZ:%=fuzz-%) $(addprefix check-,$(CHECKS))

-include $(patsubst %.o,%.d,$(OBJECTS) $(B)/src/main.o $(E2E_OBJECTS) $(SYLLABLES_OBJECTS) $(B)/tests/e2e/selftest/drawing.o) \
	$(addsuffix .d,$(UNIT_PROGRAMS) $(TORTURE) $(BENCH) $(FUZZ:%=$(B)/tests/fuzz/%)) $(FILL_OBJECTS:.o=.d) $(UNIT_PARTS:%.c=$(B)/%.d) \
	$(patsubst %,$(B)/tests/torture/%.d,torture deeds fault_calls)

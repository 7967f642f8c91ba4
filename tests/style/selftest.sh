#!/bin/sh
# Each check of this folder must refuse what it is there to refuse: tiny trees with one fault each.
here=$(cd "$(dirname "$0")" && pwd) || exit 2
top=$(mktemp -d) || exit 2
trap 'rm -rf "$top"' EXIT
passed=0 failed=0

# tree FILE: a tree whose only file has the text on stdin
tree() {
	rm -rf "$top/tree"
	mkdir -p "$top/tree/$(dirname "$1")"
	cat >"$top/tree/$1"
}

verdict() {
	if [ "$1" = yes ]; then
		echo "ok style-selftest $2"
		passed=$((passed + 1))
	else
		echo "FAILED style-selftest $2"
		printf '%s\n' "$report" | sed 's/^/  /'
		failed=$((failed + 1))
	fi
}

# refuses CHECK SENTENCE NAME: the check fails on the tree and says so
refuses() {
	report=$(cd "$top/tree" && "$here/run" "$1" 2>&1) && status=0 || status=$?
	answer=no
	if [ "$status" != 0 ]; then
		case $report in *"$2"*) answer=yes ;; esac
	fi
	verdict "$answer" "$3"
}

# accepts CHECK NAME
accepts() {
	report=$(cd "$top/tree" && "$here/run" "$1" 2>&1) && answer=yes || answer=no
	verdict "$answer" "$2"
}

echo '#include "store/book.h"' | tree src/model/unit.c
refuses layers 'model reaches up to store' 'model does not include store'
echo '#include "ui/view.h"' | tree include/app/edit.h
refuses layers 'app reaches up to ui' 'a public header does not reach up'
echo '#include "cli/cli.h"' | tree src/ui/ui.c
refuses layers 'never see each other' 'ui does not include cli'
echo '#include "ui/ui.h"' | tree src/cli/cli.c
refuses layers 'never see each other' 'cli does not include ui'
echo '#include <curses.h>' | tree src/ui/view/home.c
refuses layers 'curses outside' 'only ui/term includes curses'
echo '#include <ncursesw/ncurses.h>' | tree src/cli/init.c
refuses layers 'curses outside' 'cli does not include ncursesw'
echo '#include <sqlite3.h>' | tree src/app/edit.c
refuses layers 'SQLite outside' 'only store includes SQLite'
for header in unistr uninorm uniwidth unigbrk unicase unictype uniname; do
	echo "#include <$header.h>" | tree src/report/text.c
	refuses layers 'libunistring outside' "only text includes $header.h"
done
echo '#include <xlsxwriter.h>' | tree src/app/export.c
refuses layers 'libxlsxwriter outside' 'only report includes libxlsxwriter'
echo '# include "../base/str.h"' | tree src/text/clean.c
refuses layers 'leaves its folder' 'no include goes up with ..'
echo '#include "clean.h"' | tree src/text/clean.c
refuses layers 'without its folder' 'an include names its folder'
echo '#include "common/list.h"' | tree src/text/clean.c
refuses layers 'of no layer' 'an include names a layer'
echo 'int x;' | tree src/utils/list.c
refuses layers 'is no layer' 'there are no other folders'
echo '#include "quick.h"' | tree src/text/clean.c
touch "$top/tree/src/text/quick.h"
accepts layers 'a header beside its file is named alone'
printf '#include <unistd.h>\n#include "base/str.h"\n#include "text/clean.h"\n' | tree src/text/clean.c
accepts layers 'itself and lower layers are included'
printf '#include "ui/ui.h"\n#include "cli/cli.h"\n' | tree src/main.c
accepts layers 'main includes both ui and cli'

echo 'int x;' | tree include/base/str.h
refuses guards 'wants the guard BASE_STR_H' 'a header has a guard'
printf '#ifndef STR_H\n#define STR_H\n#endif\n' | tree include/base/str.h
refuses guards 'wants the guard BASE_STR_H' 'a guard has the name of folder and file'
printf '#ifndef BASE_STR_H\n#define BASE_STRR_H\n#endif\n' | tree include/base/str.h
refuses guards 'wants the guard BASE_STR_H' 'a guard defines what it asks for'
printf '#ifndef UI_TERM_DRAW_H\n#define UI_TERM_DRAW_H\n#endif\n' | tree src/ui/term/draw.h
accepts guards 'a guard for a folder in a folder'
printf '#ifndef SRC_APP_FIND_H\n#define SRC_APP_FIND_H\n#endif\n' | tree src/app/find.h
accepts guards 'a guard of a header inside src'
printf '#ifndef UI_TERM_DRAW_H\n#define UI_TERM_DRAW_H\n#endif\n' | tree src/ui/term/draw.h
mkdir -p "$top/tree/include/ui/term" && cp "$top/tree/src/ui/term/draw.h" "$top/tree/include/ui/term/draw.h"
refuses guards 'has the guard of' 'no guard is used twice'

echo 'x = SAY("Sổ {1} đang mở", "The book is open");' | tree src/app/a.c
refuses words '(1) in Vietnamese, () in English' 'both languages have the same places'
printf 'x = WORDS("Sổ {1} "\n\t"của {2}", "Book {2} "\n\t"/* of */");' | tree src/app/a.c
refuses words '(1 2) in Vietnamese, (2) in English' 'literals in a row are one text'
echo 'x = SAY("", "Book");' | tree src/app/a.c
refuses words 'without a Vietnamese text' 'no Vietnamese text is empty'
echo 'x = WORDS("Sổ", " ");' | tree src/app/a.c
refuses words 'without an English text' 'no English text is empty'
echo 'x = SAY(name, "Book");' | tree src/app/a.c
refuses words 'wants two texts' 'a text is written out'
echo 'x = SAY("Sổ {0}", "Book {0}");' | tree src/app/a.c
refuses words 'outside {1} to {9}' 'places begin at 1'
echo 'return SAY("", "");' | tree src/app/a.c
accepts words 'nothing to say in both languages'
echo 'x = WORDS(NULL, NULL);' | tree src/app/a.c
accepts words 'NULL in both languages'
echo 'x = WORDS("Sổ", NULL);' | tree src/app/a.c
refuses words 'wants two texts' 'no half is NULL'
printf 'x = SAY("So\314\211", "Book");\n' | tree src/app/a.c
refuses words 'is not NFC' 'texts are NFC'
echo 'x = SAY("Sổ «{1}»", "The book “{1}”");' | tree src/app/a.c
refuses words 'quotes with' 'quotes are “ ”'
printf '#define SAY(vi_, en_) x\n/* SAY("a") */ x = SAY("{2} \\"của\\" {1}" /* , */,\n\t"{1} of {2}");\n' | tree src/app/a.c
accepts words 'places in another order, comments and quotes'
printf '#define ROW(vi, en) \\\n\t{ WORDS(vi, en) }\nint x;\n' | tree src/app/a.c
accepts words 'macros hand their parameters on'
printf '#define ROW(x) x\nint x = SAY(y, z);\n' | tree src/app/a.c
refuses words 'wants two texts' 'a macro ends with its line'

echo 'return change_write(change, record, err);' | tree src/ui/view/grid.c
refuses door 'writes past app/edit' 'a view does not write'
echo '	change_delete (change, record, err);' | tree src/app/import.c
refuses door 'writes past app/edit' 'import does not delete'
echo 'return change_write(change, record, err);' | tree src/app/edit_parts.c
accepts door 'app/edit writes'
echo 'bool change_write(struct change *change);' | tree include/store/change.h
accepts door 'store declares it'

for function in strcpy strcat sprintf strtok gets alloca; do
	echo "	$function(buffer);" | tree src/base/a.c
	refuses banned 'a banned function' "$function is not called"
done
printf '/* strcpy(a, b) is\n * strtok(x) not called */\nfgets(line); snprintf(a); "gets(x)";\n' | tree src/base/a.c
accepts banned 'comments, strings and longer names may hold them'
for word in TODO FIXME XXX HACK stub placeholder 'For now'; do
	echo "int x; /* $word: finish */" | tree src/base/a.c
	refuses banned 'unfinished work' "no $word"
done
echo '.\" TODO' | tree man/thidua.1
refuses banned 'unfinished work' 'the manual is finished too'

{ printf 'void\nlong_one(void)\n{\n'; seq 61; echo '}'; } | tree src/base/a.c
report=$(cd "$top/tree" && "$here/run" sizes)
case $report in *'look: src/base/a.c:3: 62 lines: long_one(void)'*) verdict yes 'a long function is listed' ;;
*) verdict no 'a long function is listed' ;; esac
seq 601 | tree src/base/a.c
report=$(cd "$top/tree" && "$here/run" sizes)
case $report in *'look: src/base/a.c: 601 lines'*) verdict yes 'a long file is listed' ;;
*) verdict no 'a long file is listed' ;; esac

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]

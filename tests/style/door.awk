# One door for every write: in the program only src/app/edit*.c, and the store itself, call change_write, change_delete.
FILENAME ~ /^(src|include)\// && FILENAME !~ /^(src|include)\/store\// && FILENAME !~ /^src\/app\/edit[a-z_]*\.c$/ &&
/(^|[^a-z_])change_(write|delete)[ \t]*\(/ {
	printf "%s:%d: writes past app/edit: %s\n", FILENAME, FNR, $0
	faults++
}
END { exit faults > 0 }

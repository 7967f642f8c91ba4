# Functions that cannot be used safely, and words that betray unfinished work.
function fault(sentence) {
	printf "%s:%d: %s: %s\n", FILENAME, FNR, sentence, $0
	faults++
}

FNR == 1 { comment = 0 }

/(^|[^A-Za-z])(TODO|FIXME|XXX|HACK)([^A-Za-z]|$)/ { fault("unfinished work") }
{
	lower = tolower($0)
	if (lower ~ /(^|[^a-z_])(stub|stubs|placeholder|placeholders|for now)([^a-z_]|$)/)
		fault("unfinished work")
}

FILENAME ~ /\.[ch]$/ {
	code = $0
	gsub(/"([^"\\]|\\.)*"/, "\"\"", code)
	if (comment) {
		if (!sub(/^.*\*\//, "", code))
			next
		comment = 0
	}
	gsub(/\/\*([^*]|\*[^\/])*\*\//, "", code)
	sub(/\/\/.*/, "", code)
	if (sub(/\/\*.*/, "", code))
		comment = 1
	if (code ~ /(^|[^A-Za-z0-9_])(strcpy|stpcpy|strcat|sprintf|vsprintf|strtok|gets|alloca|strncpy|strncat)[ \t]*\(/)
		fault("a banned function")
}

END { exit faults > 0 }

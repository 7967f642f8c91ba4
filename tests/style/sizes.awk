# Lists functions above 60 lines and files above 600: places to look at, not faults.
function finish() {
	if (file && lines > 600)
		printf "look: %s: %d lines\n", file, lines
}

FNR == 1 { finish(); file = FILENAME; previous = "" }
{ lines = FNR }
/^\{/ { start = FNR; name = previous }
/^\}/ && start {
	if (FNR - start > 60)
		printf "look: %s:%d: %d lines: %s\n", FILENAME, start, FNR - start, name
	start = 0
}
{ previous = $0 }
END { finish() }

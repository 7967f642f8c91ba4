# A header opens with #ifndef FOLDER_FILE_H, #define the same, and ends with #endif; no guard is used twice.
function fault(sentence) {
	printf "%s: %s\n", file, sentence
	faults++
}

function finish(    want, path) {
	if (!file)
		return
	path = file
	sub(/^(src|include)\//, "", path)
	sub(/^.*\/unit\//, "tests/", path)
	sub(/^tests\/e2e\//, "e2e/", path)
	want = toupper(path)
	gsub(/[^A-Z0-9]/, "_", want)
	# A header inside src may say so, since include may have its namesake.
	if (file ~ /^src\// && first == "#ifndef SRC_" want)
		want = "SRC_" want
	if (first != "#ifndef " want || second != "#define " want || last !~ /^#endif/)
		fault("wants the guard " want)
	else if (want in seen)
		fault("has the guard of " seen[want])
	seen[want] = file
}

FNR == 1 { finish(); file = FILENAME; first = second = last = "" }
/^#/ { if (first == "") first = $0; else if (second == "") second = $0 }
/[^ \t]/ { last = $0 }
END { finish(); exit faults > 0 }

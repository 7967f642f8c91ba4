# Each folder includes itself and those to its left: base < text < model < store < report < app < {ui, cli} < main.
# Curses only in src/ui/term, SQLite only in src/store, libunistring only in src/text, libxlsxwriter only in src/report.
BEGIN {
	count = split("base text model store report app ui main", names, " ")
	for (i = 1; i <= count; i++)
		rank[names[i]] = i
	rank["cli"] = rank["ui"]
}

function fault(sentence) {
	printf "%s:%d: %s: %s\n", FILENAME, FNR, sentence, $0
	faults++
}

# A header used only inside a folder stays beside its .c and may be named alone.
function is_beside(name,    path, line, there) {
	path = FILENAME
	sub(/[^\/]*$/, "", path)
	there = (getline line <(path name)) >= 0
	close(path name)
	return there
}

FNR == 1 {
	count = split(FILENAME, part, "/")
	product = part[1] == "src" || part[1] == "include"
	layer = count == 2 ? "main" : part[2]
	if (product && !(layer in rank)) {
		printf "%s: the folder %s is no layer\n", FILENAME, layer
		faults++
	}
}

/^[ \t]*#[ \t]*include/ {
	name = $0
	sub(/^[ \t]*#[ \t]*include[ \t]*/, "", name)
	system_header = substr(name, 1, 1) == "<"
	name = substr(name, 2)
	sub(/[>"].*/, "", name)
	if (!product)
		next
	if (name ~ /(^|\/)\.\.\//)
		fault("an include leaves its folder with ../")
	else if (system_header) {
		if (name ~ /^(ncursesw?\/)?(n?curses|term|panel|form|menu)\.h$/ && FILENAME !~ /^src\/ui\/term\//)
			fault("curses outside src/ui/term")
		if (name ~ /^sqlite3/ && FILENAME !~ /^src\/store\//)
			fault("SQLite outside src/store")
		if (name ~ /^(uni|unistring\/)/ && name != "unistd.h" && FILENAME !~ /^src\/text\//)
			fault("libunistring outside src/text")
		if (name ~ /^xlsxwriter/ && FILENAME !~ /^src\/report\//)
			fault("libxlsxwriter outside src/report")
	} else {
		target = name
		if (!sub(/\/.*/, "", target)) {
			if (!is_beside(name))
				fault("an include without its folder")
		} else if (!(target in rank))
			fault("an include of no layer")
		else if (rank[target] > rank[layer])
			fault(layer " reaches up to " target)
		else if (rank[target] == rank[layer] && target != layer)
			fault(layer " and " target " never see each other")
	}
}

END { exit faults > 0 }

# Completion of thidua's command line.  Commands, options and their words come from the program's own help, kinds of record from
# its list of fields, names of clusters, units and metrics from the book: typed without marks they are found as well.

# What was typed of a word, without the quotes and backslashes that keep it together; nothing in it is ever run.
_thidua_typed()
{
	case $1 in
	\'* | \"*) typed=${1:1} ;;
	*) typed=${1//\\/} ;;
	esac
}

_thidua_words()
{
	COMPREPLY=($(compgen -W "$1" -- "$typed"))
}

_thidua_files()
{
	compopt -o filenames 2>/dev/null
	mapfile -t COMPREPLY < <(compgen "$1" -- "$typed")
}

# The second column of a line of CSV.
_thidua_name()
{
	local rest=${1#*,}
	name=${rest%%,*}
	[[ $rest == \"* ]] || return
	name=
	for ((;;)); do
		rest=${rest#\"}
		name+=${rest%%\"*}
		rest=${rest#*\"}
		[[ $rest == \"* ]] || return
		name+=\"
	done
}

# Names of records of a kind that match.  readline puts what all of them begin with in the place of what was typed; where that
# would be less than what was typed, a blank entry keeps the line as it is.
_thidua_names()
{
	local name line common= first=1
	compopt -o filenames 2>/dev/null
	while IFS= read -r line; do
		_thidua_name "$line"
		COMPREPLY+=("$name")
		((first)) && common=$name first=0
		while [[ ${name:0:${#common}} != "$common" ]]; do
			common=${common%?}
		done
	done < <("${thidua[@]}" find "$1" --format csv --raw -- "$typed" 2>/dev/null | tail -n +2)
	((${#COMPREPLY[@]} > 1 && ${#common} < ${#typed})) && COMPREPLY+=(' ')
}

_thidua_kinds()
{
	_thidua_words "$("${thidua[@]}" fields --format csv 2>/dev/null | tail -n +2 | cut -d, -f1 | uniq)"
}

# The words of an option that takes one of a few: "table csv json" out of "--format table|csv|json".
_thidua_choices()
{
	sed -n "s/^ *\(-[a-zA-Z], \)\{0,1\}$1 \([a-z|]*|[a-z|]*\)\( .*\)\{0,1\}\$/\2/p" <<<"$help" | tr '|' ' '
}

# What may follow an option; false when it takes nothing that is known.
_thidua_value()
{
	local choices
	[[ $1 =~ ^--[a-z0-9-]+$ ]] || return 1
	case $1 in
	--cluster | --unit | --metric) _thidua_names "${1#--}" ;;
	--record)
		if [[ $kind ]]; then
			_thidua_names "$kind"
		else
			_thidua_kinds
			compopt -o nospace 2>/dev/null
			COMPREPLY=("${COMPREPLY[@]/%/:}")
		fi ;;
	--encoding) _thidua_words 'utf-8 utf-16le utf-16be tcvn3 vni cp1258 viscii vps mojibake' ;;
	--separator) _thidua_words 'tab' ;;
	--part) _thidua_words "Y H1 H2 Q1 Q2 Q3 Q4 $(printf 'M%02d ' {1..12})$(printf 'C%02d ' {2..11})" ;;
	--from) _thidua_files -d ;;
	--output) _thidua_files -f ;;
	--book) _thidua_files -f ;;
	*)
		choices=$(_thidua_choices "$1")
		[[ $choices ]] || return 1
		_thidua_words "$choices" ;;
	esac
}

_thidua()
{
	local thidua=("${1:-thidua}") word=${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD - 1)) args=() help kind= typed i
	COMPREPLY=()

	# readline breaks --option=value at the = and KIND:NAME at the :
	[[ $word == : || $word == = ]] && word= at=$COMP_CWORD
	_thidua_typed "$word"
	if [[ ${COMP_WORDS[at]} == : ]]; then
		kind=${COMP_WORDS[at - 1]} at=$((at - 2))
	fi
	[[ ${COMP_WORDS[at]} == = ]] && at=$((at - 1))

	help=$("${thidua[@]}" --help 2>/dev/null)
	local commands=$(sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p' <<<"$help")
	for ((i = 1; i < COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		if [[ $word != -* ]]; then
			args+=("$word")
			((${#args[@]} == 1)) && [[ $'\n'$commands$'\n' == *$'\n'"$word"$'\n'* ]] &&
				help=$("${thidua[@]}" "$word" --help 2>/dev/null)
		elif ! grep -q -e "^ *\(-[a-zA-Z], \)\{0,1\}$word  " <<<"$help"; then
			[[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))
			((i++))
			[[ $word == --book && $i -lt $COMP_CWORD ]] && thidua+=(--book "${COMP_WORDS[i]/#\~\//$HOME/}")
		fi
	done
	_thidua_value "${COMP_WORDS[at]}" && return

	if [[ $typed == -* ]]; then
		_thidua_words "$(grep -oE '^ *(-[a-zA-Z], )?--[a-z0-9-]+' <<<"$help" | grep -o -e '--.*')"
		return
	fi
	case ${args[0]}:${#args[@]} in
	:0)
		_thidua_files -f
		COMPREPLY+=($(compgen -W "$commands" -- "$typed")) ;;
	import:1 | export:1 | fields:1 | find:1 | show:1 | merge:1) _thidua_kinds ;;
	import:2 | backup:1) _thidua_files -f ;;
	report:1) _thidua_words 'clusters members roles figures compare covenants awards meetings' ;;
	show:2 | find:2 | merge:[23]) _thidua_names "${args[1]}" ;;
	esac
}
complete -F _thidua thidua

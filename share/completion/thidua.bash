# Completion of thidua's command line: commands, their options, and the words that an option or a command takes.
_thidua()
{
	local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command= i
	local commands='init import export fields clusters members compare rotation show merge history undo redo check backup'
	local options='--book --as --lang --utf8 --help --version'
	COMPREPLY=()

	# readline breaks --option=value at the =
	if [[ $word == = ]]; then
		word=
	elif [[ $previous == = ]]; then
		previous=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	case $previous in
	--lang) COMPREPLY=($(compgen -W 'vi en' -- "$word")); return ;;
	--utf8) COMPREPLY=($(compgen -W 'on off auto' -- "$word")); return ;;
	--format) COMPREPLY=($(compgen -W 'table csv json' -- "$word")); return ;;
	--encoding) COMPREPLY=($(compgen -W 'utf-8 utf-16le utf-16be tcvn3 vni cp1258 viscii vps mojibake' -- "$word")); return ;;
	--boundary) COMPREPLY=($(compgen -W 'then now' -- "$word")); return ;;
	--keep) COMPREPLY=($(compgen -W 'into from' -- "$word")); return ;;
	--part) COMPREPLY=($(compgen -W 'Y H1 H2 Q1 Q2 Q3 Q4 C09' -- "$word")); return ;;
	--from) COMPREPLY=($(compgen -d -- "$word")); return ;;
	--book) COMPREPLY=($(compgen -f -- "$word")); return ;;
	esac

	for ((i = 1; i < COMP_CWORD; i++)); do
		if [[ " $commands " == *" ${COMP_WORDS[i]} "* ]]; then
			command=${COMP_WORDS[i]}
			break
		fi
	done
	if [[ $word == -* ]]; then
		if [[ $command ]]; then
			options=$(thidua "$command" --help 2>/dev/null | grep -o -e '--[a-z0-9-]*' | sort -u)
		fi
		COMPREPLY=($(compgen -W "$options" -- "$word"))
		return
	fi
	case $command in
	'') COMPREPLY=($(compgen -W "$commands" -f -- "$word")) ;;
	import | export | fields | show | merge)
		if ((COMP_CWORD == i + 1)); then
			COMPREPLY=($(compgen -W "$(thidua fields --format csv 2>/dev/null | tail -n +2 | cut -d, -f1 | uniq)" -- "$word"))
		elif [[ $command == import ]]; then
			COMPREPLY=($(compgen -f -- "$word"))
		fi ;;
	backup) COMPREPLY=($(compgen -f -- "$word")) ;;
	esac
}
complete -o filenames -F _thidua thidua

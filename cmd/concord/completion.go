package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/concord-l10n/concord/pipeline/bundle"
	"github.com/concord-l10n/concord/pipeline/report"
)

var completionCommand = command{
	name: "completion", args: "bash|zsh|fish|powershell", about: "about.completion",
	examples: []string{
		"source <(concord completion bash)",
		"concord completion fish >~/.config/fish/completions/concord.fish",
		"concord completion powershell | Out-String | Invoke-Expression",
	},
	flags: func(*tool) []cli.Flag { return nil },
	run: func(t *tool, c *cli.Context) error {
		text := shells[c.Args().First()]
		switch {
		case c.Args().First() == "words": // what the scripts ask
			text = strings.Join(completions(c.App, c.Args().Tail()), "\n") + "\n"
		case c.Args().First() == "next": // as words, and then "", which PowerShell before 7.3 cannot pass on
			text = strings.Join(completions(c.App, append(c.Args().Tail(), "")), "\n") + "\n"
		case text == "" || c.NArg() != 1:
			return t.fault("completion.shell", "Known", []string{"bash", "zsh", "fish", "powershell"})
		}
		_, err := fmt.Fprint(t.out, text)
		return t.written("-", err)
	},
}

// shells are the scripts. Each asks concord itself for the words that may come
// next, and leaves the names of files to the shell.
var shells = map[string]string{
	"bash": `_concord() {
	local IFS=$'\n'
	COMPREPLY=($(compgen -W "$(concord completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _concord concord
`,
	"zsh": `#compdef concord
_concord() {
	local -a next
	next=(${(f)"$(concord completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)"})
	if (( $#next )); then compadd -a next; else _files; fi
}
if [[ $funcstack[1] == _concord ]]; then _concord "$@"; else compdef _concord concord; fi
`, // the first where a file of fpath is what Tab runs for the first time, the second where it is sourced
	"fish": `complete -c concord -a '(concord completion words -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`,
	"powershell": `Register-ArgumentCompleter -Native -CommandName concord -ScriptBlock {
	param($word, $ast, $cursor)
	$words = @($ast.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
	$kind = if ($word -eq '') { 'next' } else { 'words' }
	concord completion $kind -- @words | Where-Object { $_ } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`,
}

// completions returns the words that may stand where the last of a command line
// does: those that begin as it does. None, if it is the name of a file.
func completions(app *cli.App, line []string) []string {
	if len(line) == 0 {
		line = []string{""}
	}
	word := line[len(line)-1]
	command := &cli.Command{Subcommands: app.Commands, Flags: app.Flags}
	value, operands := "", 0
	for _, arg := range line[:len(line)-1] {
		name := strings.TrimLeft(arg, "-")
		switch next := sub(command, arg); {
		case value != "":
			value = ""
		case next != nil:
			command = next
		case strings.HasPrefix(arg, "-") && !strings.Contains(arg, "=") && takesValue(app, command, name):
			value = name
		case !strings.HasPrefix(arg, "-"):
			operands++
		}
	}
	var all []string
	switch {
	case value != "":
		all = values(value)
	case strings.HasPrefix(word, "-"):
		for _, f := range command.Flags {
			all = append(all, "--"+f.Names()[0])
		}
	case command.Name == "completion":
		all = []string{"bash", "zsh", "fish", "powershell"}
	case command.Name == "explain" && operands == 0:
		all = rulesAlone()
	default:
		all = names(command.Subcommands)
	}
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(w string) bool { return !strings.HasPrefix(w, word) })
}

// values returns the words that a flag may have; none if it may have any.
func values(flag string) []string {
	var all []string
	switch flag {
	case "only", "skip":
		return ruleNames()
	case "fail-on":
		return append(slices.Clone(severities), "never")
	case "color":
		return []string{"auto", "always", "never"}
	case "progress":
		return []string{"auto", "never", "json"}
	case "format":
		for _, p := range report.All {
			all = append(all, p.Name)
		}
	case "bundle":
		for _, l := range bundle.All {
			all = append(all, l.Name)
		}
	}
	return all
}

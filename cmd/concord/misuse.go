package main

import (
	"regexp"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// misuses are the ways to get a flag wrong, by how the flag package of Go words
// them: in English, with one hyphen.
var misuses = []struct{ id, wording string }{
	{"command.flag.unknown", `^flag provided but not defined: -(?P<flag>.+)$`},
	{"command.flag.unknown", `^bad flag syntax: -+(?P<flag>.+)$`},
	{"command.flag.bare", `^flag needs an argument: -(?P<flag>.+)$`},
	{"command.flag.value", `^invalid (?:boolean )?value "(?P<value>.*)" for (?:flag )?-(?P<flag>[^:]+): `},
}

// misused says what is wrong with a flag of a command.
func (t *tool) misused(err error, command string) error {
	for _, m := range misuses {
		re := regexp.MustCompile(m.wording)
		if found := re.FindStringSubmatch(err.Error()); found != nil {
			name := found[re.SubexpIndex("flag")]
			flag, word := strings.Repeat("-", min(2, len(name)))+name, ""
			if i := re.SubexpIndex("value"); i > 0 {
				word = found[i]
			}
			return t.fault(m.id, "Flag", flag, "Word", word, "Command", command)
		}
	}
	return t.fault("command.flag", "Why", err.Error(), "Command", command)
}

// once are the flags of which the last one would hold and the others be lost: of
// two projects only one would be checked.
var once = []string{"config", "lang", "baseline", "since", "encoding", "stdin-name", "out", "reason"}

// repeats says which flag is given more than once, if it is one of these. The
// flags come before the rest.
func (t *tool) repeats(app *cli.App, c *cli.Command, args []string) error {
	seen := make(map[string]bool)
	for i := 1; i < len(args) && args[i] != "--"; i++ {
		name, _, joined := strings.Cut(strings.TrimLeft(args[i], "-"), "=")
		if !strings.HasPrefix(args[i], "-") {
			continue
		}
		if seen[name] && slices.Contains(once, name) {
			return t.fault("command.flag.twice", "Flag", "--"+name, "Command", c.Name)
		}
		if seen[name] = true; !joined && takesValue(app, c, name) {
			i++
		}
	}
	return nil
}

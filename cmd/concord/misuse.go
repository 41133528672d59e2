package main

import (
	"regexp"
	"strings"
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

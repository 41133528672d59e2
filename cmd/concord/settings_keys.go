package main

import (
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/concord-l10n/concord/pipeline/bundle"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/rules"
)

// A ruling is what a project says of a rule or a group of rules.
type ruling struct{ name, word string }

// An ignored is a suppression that the project file holds.
type ignored struct {
	file, key string // file is a pattern of path.Match, as seen from the project
	rules     []string
	reason    string
	at        *yaml.Node
}

// severities are the words for what a finding is worth.
var severities = []string{"note", "warning", "error"}

// shape is all that a project file may say. Reading it fills in s.
func (s *settings) shape(r *settingsReader) setting {
	var layouts []string
	for _, l := range bundle.All {
		layouts = append(layouts, l.Name)
	}
	plain := func(to *string) setting { return r.text(to, nil) }
	return r.mapping(
		key{name: "source", about: "schema.source", setting: r.tag(&s.source)},
		key{name: "targets", about: "schema.targets", setting: several(&s.targets, r.tag)},
		key{name: "glossary", about: "schema.glossary", setting: several(&s.glossary, plain)},
		key{name: "releases", about: "schema.releases", setting: several(&s.releases, r.pattern)},
		key{name: "fail-on", about: "schema.fail-on", setting: r.word(&s.failOn, append(severities, "never")...)},
		key{name: "quotes", about: "schema.quotes", setting: r.word(&s.quotes, "check", "verbatim")},
		key{name: "rules", about: "schema.rules", setting: r.rulings(&s.rules)},
		key{name: "baseline", about: "schema.baseline", setting: plain(&s.baseline)},
		key{name: "ignore", about: "schema.ignore", setting: several(&s.ignore, r.ignored)},
		key{name: "build", about: "schema.build", setting: r.mapping(
			key{name: "out", about: "schema.out", setting: plain(&s.out)},
			key{name: "bundles", about: "schema.bundles", setting: several(&s.bundles, func(to *string) setting { return r.word(to, layouts...) })},
		)},
	)
}

// pattern is a pattern of the files of releases.
func (r *settingsReader) pattern(to *string) setting {
	v := r.text(to, func(n *yaml.Node) {
		if !strings.Contains(n.Value, "{locale}") {
			r.fail(n, "settings.pattern", "Pattern", n.Value)
		}
	})
	return v.like(`\{locale\}`)
}

// rulings is a mapping of rules and groups to severities.
func (r *settingsReader) rulings(to *[]ruling) setting {
	var keys []key
	for _, name := range ruleNames() {
		var word string
		v := r.word(&word, append([]string{"off"}, severities...)...)
		read := v.read
		v.read = func(n *yaml.Node) { read(n); *to = append(*to, ruling{name, word}) }
		keys = append(keys, key{name: name, setting: v})
	}
	v := r.mapping(keys...)
	v.now = func() any {
		all := pairs{}
		for _, x := range *to {
			all = append(all, pair{x.name, x.word})
		}
		return all
	}
	return v
}

// ruleNames returns the names of groups and rules.
func ruleNames() []string {
	return append([]string{
		string(lint.Terms), string(lint.Typography), string(lint.Numbers), string(lint.Structure),
		string(lint.Consistency), string(lint.Bilingual), string(lint.Hygiene), string(lint.Security),
	}, rulesAlone()...)
}

// rulesAlone returns the names of the rules.
func rulesAlone() []string {
	names := make([]string, len(rules.All))
	for i, r := range rules.All {
		names[i] = r.Name
	}
	return names
}

// globShape is the shape of the patterns of path.Match.
const globShape = `^([^\[\\]|\\.|\[\^?(([^\\\]-]|\\.)(-([^\\\]-]|\\.))?)+\])*$`

// ignored is one suppression.
func (r *settingsReader) ignored(to *ignored) setting {
	names := rulesAlone()
	v := r.mapping(
		key{name: "file", about: "schema.file", must: true, setting: r.text(&to.file, func(n *yaml.Node) {
			if _, err := path.Match(n.Value, ""); err != nil {
				r.fail(n, "settings.glob", "Pattern", n.Value)
			}
		}).like(globShape)},
		key{name: "key", about: "schema.key", setting: r.text(&to.key, nil)},
		key{name: "rule", about: "schema.rule", must: true, setting: several(&to.rules, func(to *string) setting { return r.word(to, names...) })},
		key{name: "reason", about: "schema.reason", must: true, setting: r.said(&to.reason)},
	)
	read := v.read
	v.read = func(n *yaml.Node) { to.at = n; read(n) }
	return v
}

// said is a text with something in it.
func (r *settingsReader) said(to *string) setting {
	v := r.text(to, func(n *yaml.Node) {
		if strings.TrimSpace(n.Value) == "" {
			r.fail(n, "settings.missing", "Key", r.path[len(r.path)-1])
		}
	})
	return v.like(`\S`)
}

// Package messages puts what the tool has to say into the language of its
// reader. A language is two files here: active.<tag>.toml, its messages, and
// rules.<tag>.toml, what the rules say of themselves in English, each in its own
// file. A new language needs no change of the code. No other package speaks through go-i18n.
package messages

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

//go:embed active.*.toml rules.*.toml
var catalogues embed.FS

// A voice is what the tool says in one language. A catalogue is read when
// something of it is first said.
type voice struct {
	messages func() *catalogue
	rules    func() *catalogue // of what stands in English elsewhere; nil in English
}

// known holds the voices there are, by language.
var known = sync.OnceValue(func() map[language.Tag]voice {
	all := make(map[language.Tag]voice)
	files, err := fs.Glob(catalogues, "active.*.toml")
	if err != nil {
		panic(err)
	}
	for _, file := range files {
		file = strings.TrimPrefix(file, "active.")
		tag := language.MustParse(strings.TrimSuffix(file, ".toml"))
		v := voice{messages: sync.OnceValue(func() *catalogue { return load(tag, "active."+file) })}
		if tag != language.English {
			v.rules = sync.OnceValue(func() *catalogue { return load(tag, "rules."+file) })
		}
		all[tag] = v
	}
	return all
})

// Languages returns the languages that the tool speaks, English first.
func Languages() []language.Tag {
	tags := []language.Tag{language.English}
	for _, tag := range slices.SortedFunc(maps.Keys(known()), func(a, b language.Tag) int { return strings.Compare(a.String(), b.String()) }) {
		if tag != language.English {
			tags = append(tags, tag)
		}
	}
	return tags
}

// A Printer says messages in one language. It is safe for concurrent use.
type Printer struct {
	tag language.Tag
	voice
}

// New returns a printer for the first of tags that names a language the tool
// speaks, or one close to it, and otherwise for English. Tags may be BCP 47
// (zh-Hans) or as in LC_ALL and LANG (zh_CN.UTF-8, C); empty ones are skipped.
func New(tags ...string) *Printer {
	tag := choose(tags)
	return &Printer{tag, known()[tag]}
}

// Load reads what the printer has to say, so that nobody waits for that later.
func (p *Printer) Load() { p.messages() }

func choose(tags []string) language.Tag {
	for _, name := range tags {
		name, _, _ = strings.Cut(name, ".")
		name, _, _ = strings.Cut(name, "@")
		if name == "C" || name == "POSIX" {
			break
		}
		tag, err := language.Parse(name)
		if err != nil || tag == language.Und {
			continue
		}
		if tag == language.English || tag == language.AmericanEnglish {
			return language.English // the usual answer, without building a matcher
		}
		speaks := Languages()
		if _, i, sure := language.NewMatcher(speaks).Match(tag); sure > language.No {
			return speaks[i]
		}
	}
	return language.English
}

// Tag returns the language that p speaks.
func (p *Printer) Tag() language.Tag { return p.tag }

// Say renders m. Arguments go in as they are, control characters included. An
// argument that is itself a message is said first, and a list of strings is
// joined. Say never fails: a message that no catalogue holds, or that lacks an
// argument, comes out as its id and arguments.
func (p *Printer) Say(m concord.Message) string {
	c := p.messages()
	if text, ok := c.plain[m.ID].fill(p, m.Args); ok {
		return text
	}
	args := make(map[string]any, len(m.Args))
	for name, value := range m.Args {
		args[name] = p.argument(value)
	}
	text, err := c.localizer.Localize(&i18n.LocalizeConfig{
		MessageID: m.ID, TemplateData: args, PluralCount: args["PluralCount"],
	})
	if err != nil || strings.Contains(text, "<no value>") {
		return spell(m.ID, args)
	}
	return text
}

// Translate returns a text that stands in English in the file of the rule that it
// is about, such as its title, in the language of p. The id leads to it in
// rules.<tag>.toml; what that lacks is returned as it is.
func (p *Printer) Translate(id, english string) string {
	if p.rules == nil {
		return english
	}
	if text, ok := p.rules().plain[id].fill(p, nil); ok {
		return text
	}
	return english
}

func (p *Printer) argument(value any) any {
	switch v := value.(type) {
	case concord.Message:
		return p.Say(v)
	case []string:
		return strings.Join(v, p.Say(concord.Message{ID: "list.separator"}))
	}
	return value
}

// spell writes what is to be said without saying it.
func spell(id string, args map[string]any) string {
	var b strings.Builder
	b.WriteString(id)
	for _, name := range slices.Sorted(maps.Keys(args)) {
		fmt.Fprintf(&b, " %s=%q", name, fmt.Sprint(args[name]))
	}
	return b.String()
}

// Package messages puts what the tool has to say into the language of its
// reader. A catalogue is one file here, active.<tag>.toml; a new one needs no
// other change. No other package speaks through go-i18n.
package messages

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

//go:embed active.*.toml
var catalogues embed.FS

// known holds the catalogues there are, by language. Each is read when something
// is first said in it.
var known = sync.OnceValue(func() map[language.Tag]func() *catalogue {
	all := make(map[language.Tag]func() *catalogue)
	files, err := catalogues.ReadDir(".")
	if err != nil {
		panic(err)
	}
	for _, f := range files {
		tag := language.MustParse(strings.TrimSuffix(strings.TrimPrefix(f.Name(), "active."), ".toml"))
		all[tag] = sync.OnceValue(func() *catalogue { return load(tag, f.Name()) })
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
	tag       language.Tag
	catalogue func() *catalogue
}

// New returns a printer for the first of tags that names a language the tool
// speaks, or one close to it, and otherwise for English. Tags may be BCP 47
// (zh-Hans) or as in LC_ALL and LANG (zh_CN.UTF-8, C); empty ones are skipped.
func New(tags ...string) *Printer {
	tag := choose(tags)
	return &Printer{tag, known()[tag]}
}

// Load reads what the printer has to say, so that nobody waits for that later.
func (p *Printer) Load() { p.catalogue() }

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
	c := p.catalogue()
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

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

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

//go:embed active.*.toml
var catalogues embed.FS

// catalogue holds every message in every language. English, the language to
// fall back to, comes first.
var catalogue = sync.OnceValue(func() *i18n.Bundle {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	files, err := catalogues.ReadDir(".")
	if err != nil {
		panic(err)
	}
	for _, f := range files {
		if _, err := bundle.LoadMessageFileFS(catalogues, f.Name()); err != nil {
			panic(err) // the catalogues are part of the program, and tested
		}
	}
	return bundle
})

// Languages returns the languages that the tool speaks, English first.
func Languages() []language.Tag { return slices.Clone(catalogue().LanguageTags()) }

// A Printer says messages in one language. It is safe for concurrent use.
type Printer struct {
	tag       language.Tag
	localizer *i18n.Localizer
}

// New returns a printer for the first of tags that names a language the tool
// speaks, or one close to it, and otherwise for English. Tags may be BCP 47
// (zh-Hans) or as in LC_ALL and LANG (zh_CN.UTF-8, C); empty ones are skipped.
func New(tags ...string) *Printer {
	tag := choose(tags)
	return &Printer{tag, i18n.NewLocalizer(catalogue(), tag.String())}
}

func choose(tags []string) language.Tag {
	known := catalogue().LanguageTags()
	matcher := language.NewMatcher(known)
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
		if _, i, sure := matcher.Match(tag); sure > language.No {
			return known[i]
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
	args := make(map[string]any, len(m.Args))
	for name, value := range m.Args {
		args[name] = p.argument(value)
	}
	text, err := p.localizer.Localize(&i18n.LocalizeConfig{
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

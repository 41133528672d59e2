package bundle

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/locales/messages"
)

// A message is one text of an edition, in every language that has it.
type message struct {
	id          string // unique in the edition: "warm-winter.title", "term.slogan.china-temperature"
	of          int    // index of the release; -1 for a term
	key         string // of the segments, or the id of the concept
	description string // for translators; not a word in it changes when lines move
	texts       map[language.Tag]text
}

// A text is a message in one language.
type text struct {
	other string // as it is published
	at    string // file:line
}

// messages returns the texts of the edition: the releases in their order and
// each in the order of its source, then the terms of the glossary.
func (e *Edition) messages() ([]message, error) {
	var all []message
	ids := newNames("term")
	for i := range e.Releases {
		texts, err := e.Releases[i].messages(ids.unique(safe(e.Releases[i].Final.Name, false)))
		if err != nil {
			return nil, err
		}
		for n := range texts {
			texts[n].of = i
		}
		all = append(all, texts...)
	}
	if e.Glossary != nil {
		all = append(all, e.terms()...)
	}
	return all, nil
}

// messages returns the texts of a release, whose ids begin with prefix.
func (r *Release) messages(prefix string) ([]message, error) {
	var all []message
	index := make(map[string]int)
	ids := newNames()
	files := make(map[language.Tag]string)
	for _, d := range r.Final.Documents() {
		if other, ok := files[d.Locale]; ok {
			return nil, &concord.PlaceError{At: concord.Position{File: d.File}, Message: concord.Message{
				ID: "bundle.twice", Args: map[string]any{"Other": other, "Locale": d.Locale.String(), "Release": r.Final.Name},
			}}
		}
		files[d.Locale] = d.File
		seen := newNames()
		lines := counter{doc: d, line: 1}
		for i := range d.Segments {
			s := &d.Segments[i]
			other := published(d, s)
			if s.Kind == concord.Blank || other == "" {
				continue
			}
			key := seen.unique(s.Key)
			n, ok := index[key]
			if !ok {
				n = len(all)
				index[key] = n
				all = append(all, message{
					id:          prefix + "." + ids.unique(safe(key, true)),
					key:         key,
					description: describe(s.Kind, d.File),
					texts:       make(map[language.Tag]text),
				})
			}
			all[n].texts[d.Locale] = text{other, where(d.File, lines.to(s.Cover(concord.Span{}).Start))}
		}
	}
	return all, nil
}

// describe says what a text is. Bundles speak English, whoever makes them.
func describe(kind concord.Kind, file string) string {
	return messages.New().Say(concord.Message{ID: "bundle.description", Args: map[string]any{
		"Kind": concord.Message{ID: "kind." + kind.String()}, "File": file,
	}})
}

// terms returns the terms to use, so that what a program or a page says beside
// the releases can be worded like them.
func (e *Edition) terms() []message {
	var all []message
	ids := newNames()
	for c := range e.Glossary.All() {
		m := message{
			of: -1, id: "term." + ids.unique(safe(c.ID, true)), key: c.ID, description: c.Definition,
			texts: make(map[language.Tag]text),
		}
		if m.description == "" {
			m.description = strings.TrimSpace(c.Kind + " " + c.ID)
		}
		for _, tag := range e.locales() {
			if t := termIn(c, tag); t != nil {
				m.texts[tag] = text{t.Text, where(t.At.File, t.At.Line)}
			}
		}
		if len(m.texts) > 0 {
			all = append(all, m)
		}
	}
	return all
}

// termIn returns the term to use for a concept in a language, or nil.
func termIn(c *glossary.Concept, tag language.Tag) *glossary.Term {
	if t := c.Preferred(locales.Chain(tag)); t != nil {
		return t
	}
	for _, t := range c.Terms {
		if t.Status == glossary.DoNotTranslate {
			return t
		}
	}
	return nil
}

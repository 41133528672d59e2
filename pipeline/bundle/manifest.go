package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/fix"
)

// ManifestName is the name of the manifest, at the root of the output folder.
const ManifestName = "manifest.json"

// A manifest says what an edition was made of, what was changed on the way and
// what is missing. It has no time stamp, so it changes only with its contents.
type manifest struct {
	Version  int               `json:"version"`
	Source   string            `json:"source"`
	Locales  []string          `json:"locales"`
	Glossary []manifestFile    `json:"glossary"`
	Inputs   []manifestInput   `json:"inputs"`
	Files    []manifestFile    `json:"files"` // that were written
	Messages []manifestMessage `json:"messages"`
	Layout   []manifestEdit    `json:"layout_edits"` // of what is in no message, such as blank lines
	Missing  manifestMissing   `json:"missing"`
}

type manifestFile struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}

type manifestInput struct {
	Release string `json:"release"`
	manifestFile
}

type manifestMessage struct {
	ID        string         `json:"id"`
	Release   string         `json:"release,omitempty"` // none for a term
	Key       string         `json:"key"`
	Present   []string       `json:"present"`
	Missing   []string       `json:"missing"`
	Edits     []manifestEdit `json:"edits"`
	Questions int            `json:"questions"` // findings that nobody has settled yet
}

// A manifestEdit is a correction. Its place is in the text as it was read, or,
// if it became possible only by another correction, in the text after that.
type manifestEdit struct {
	Locale    string `json:"locale"`
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	Rule      string `json:"rule"`
	Authority string `json:"authority"`
	Concept   string `json:"concept,omitempty"`
	Before    string `json:"before"`
	After     string `json:"after"`
}

type manifestMissing struct {
	Languages []missingLanguage `json:"languages"` // of a release that has no text in it at all
	Messages  []missingMessage  `json:"messages"`  // the other ones that lack a language
}

type missingLanguage struct {
	Release string `json:"release"`
	Locale  string `json:"locale"`
}

type missingMessage struct {
	ID      string   `json:"id"`
	Locales []string `json:"locales"`
}

// Manifest describes an edition and the files that were made of it.
func Manifest(e *Edition, files []File) (File, error) {
	m, err := e.manifest(files)
	if err != nil {
		return File{}, err
	}
	return m.file()
}

func (e *Edition) manifest(files []File) (*manifest, error) {
	all, err := e.messages()
	if err != nil {
		return nil, err
	}
	m := &manifest{
		Version: 1, Source: e.Source.String(), Locales: []string{}, Glossary: []manifestFile{}, Inputs: []manifestInput{},
		Files: []manifestFile{}, Messages: []manifestMessage{}, Layout: []manifestEdit{},
		Missing: manifestMissing{[]missingLanguage{}, []missingMessage{}},
	}
	for _, tag := range e.locales() {
		m.Locales = append(m.Locales, tag.String())
	}
	if e.Glossary != nil {
		for _, f := range e.Glossary.Files {
			m.Glossary = append(m.Glossary, manifestFile{f.Name, f.Sum})
		}
	}
	for _, f := range files {
		m.Files = append(m.Files, manifestFile{f.Name, digest(f.Data)})
	}
	absent := make(map[missingLanguage]bool)
	for i := range e.Releases {
		r := &e.Releases[i]
		for _, in := range r.Inputs {
			m.Inputs = append(m.Inputs, manifestInput{r.Final.Name, manifestFile(in)})
		}
		for _, tag := range e.wanted() {
			if !r.has(tag) {
				gone := missingLanguage{r.Final.Name, tag.String()}
				absent[gone] = true
				m.Missing.Languages = append(m.Missing.Languages, gone)
			}
		}
	}
	m.Messages, m.Layout = e.account(all, m.Layout)
	for _, x := range m.Messages {
		lacking := missingMessage{ID: x.ID}
		for _, tag := range x.Missing {
			if !absent[missingLanguage{x.Release, tag}] {
				lacking.Locales = append(lacking.Locales, tag)
			}
		}
		if lacking.Locales != nil {
			m.Missing.Messages = append(m.Missing.Messages, lacking)
		}
	}
	return m, nil
}

func (m *manifest) file() (File, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(m); err != nil {
		return File{}, fmt.Errorf("write manifest: %w", err)
	}
	return File{ManifestName, b.Bytes()}, nil
}

func digest(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

func (r *Release) has(tag language.Tag) bool {
	for _, d := range r.Final.Documents() {
		if d.Locale == tag {
			return true
		}
	}
	return false
}

// account tells for each message which languages have it, what was corrected in
// it, and how many questions are open. Corrections of anything else are added
// to layout.
func (e *Edition) account(all []message, layout []manifestEdit) ([]manifestMessage, []manifestEdit) {
	out := make([]manifestMessage, 0, len(all))
	type place struct {
		release int
		key     string
	}
	index := make(map[place]int)
	for i, m := range all {
		x := manifestMessage{ID: m.id, Key: m.key, Present: []string{}, Missing: []string{}, Edits: []manifestEdit{}}
		for _, tag := range e.locales() {
			if _, ok := m.texts[tag]; ok {
				x.Present = append(x.Present, tag.String())
			} else if slices.Contains(e.wanted(), tag) {
				x.Missing = append(x.Missing, tag.String())
			}
		}
		if m.of >= 0 {
			x.Release = e.Releases[m.of].Final.Name
			index[place{m.of, m.key}] = i
		}
		out = append(out, x)
	}
	for i := range e.Releases {
		for _, d := range e.Releases[i].Decisions {
			n, ok := index[place{i, d.Finding.Place.Seg().Key}]
			switch {
			case d.Outcome == fix.Suppressed, d.Outcome == fix.Elsewhere:
			case d.Outcome != fix.Applied && ok:
				out[n].Questions++
			case d.Outcome == fix.Applied && ok:
				out[n].Edits = append(out[n].Edits, correction(d))
			case d.Outcome == fix.Applied:
				layout = append(layout, correction(d))
			}
		}
	}
	return out, layout
}

func correction(d fix.Decision) manifestEdit {
	place := d.Finding.Place
	at := place.Position()
	wide := place.Around(d.Fix.Edits)
	concept, ok := strings.CutPrefix(d.Finding.Authority, "glossary#")
	if !ok {
		concept = ""
	}
	return manifestEdit{
		place.Doc.Locale.String(), at.File, at.Line, at.Column, d.Finding.Rule, d.Finding.Authority,
		concept, wide.Text(), wide.Edited(d.Fix.Edits),
	}
}

// Gaps says what e lacks: the languages that a release has no text in, the
// texts of a release that lack a language, and how many terms do.
func (e *Edition) Gaps() ([]concord.Message, error) {
	m, err := e.manifest(nil)
	if err != nil {
		return nil, err
	}
	var gaps []concord.Message
	say := func(id string, args map[string]any) { gaps = append(gaps, concord.Message{ID: id, Args: args}) }
	absent := make(map[string][]string)
	for _, l := range m.Missing.Languages {
		absent[l.Release] = append(absent[l.Release], l.Locale)
	}
	for _, r := range e.Releases {
		if tags := absent[r.Final.Name]; tags != nil {
			say("bundle.no-language", map[string]any{"Release": r.Final.Name, "Locales": tags})
		}
	}
	release := make(map[string]string)
	for _, x := range m.Messages {
		release[x.ID] = x.Release
	}
	terms := 0
	for _, x := range m.Missing.Messages {
		if release[x.ID] == "" {
			terms++
			continue
		}
		say("bundle.no-text", map[string]any{"ID": x.ID, "Locales": x.Locales})
	}
	if terms > 0 {
		say("bundle.no-term", map[string]any{"PluralCount": terms})
	}
	return gaps, nil
}

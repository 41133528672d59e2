package bundle

import (
	"crypto/sha1"
	"fmt"
	"strings"

	"golang.org/x/text/language"
)

// An entry is a message in one language as go-i18n keeps it. Fields that are
// empty are left out.
type entry struct {
	at          string // where the text is from; for a comment
	id          string
	description string
	hash        string // of the source that a translation is of
	left, right string // delimiters, where the text would be taken for a template
	other       string
}

// fields returns the names and values of an entry, in the order they are written.
func (e *entry) fields() [][2]string {
	var all [][2]string
	for _, f := range [][2]string{
		{"description", e.description}, {"hash", e.hash}, {"leftDelim", e.left}, {"rightDelim", e.right}, {"other", e.other},
	} {
		if f[1] != "" {
			all = append(all, f)
		}
	}
	return all
}

// goI18n makes a layout of go-i18n's message files, active.<tag>.<ext>, one a
// locale. A locale without a single text has no file: an empty one would keep
// go-i18n from falling back to another language.
func goI18n(ext string, write func([]entry) ([]byte, error)) func(*Edition) ([]File, error) {
	return func(e *Edition) ([]File, error) {
		all, err := e.messages()
		if err != nil {
			return nil, err
		}
		var files []File
		for _, tag := range e.locales() {
			entries := e.entries(all, tag)
			if len(entries) == 0 {
				continue
			}
			data, err := write(entries)
			if err != nil {
				return nil, fmt.Errorf("bundle %s: %w", tag, err)
			}
			files = append(files, File{"active." + tag.String() + "." + ext, data})
		}
		return files, nil
	}
}

func (e *Edition) entries(all []message, tag language.Tag) []entry {
	var out []entry
	for _, m := range all {
		t, ok := m.texts[tag]
		if !ok {
			continue
		}
		x := entry{at: t.at, id: m.id, description: m.description, other: t.other}
		x.left, x.right = delimiters(t.other)
		if source, ok := m.texts[e.Source]; ok && tag != e.Source {
			x.hash = hash(m.description, source.other)
		}
		out = append(out, x)
	}
	return out
}

// hash is what goi18n merge holds a translation to: it drops one whose source
// has another hash.
func hash(description, source string) string {
	return fmt.Sprintf("sha1-%x", sha1.Sum([]byte(description+source)))
}

// delimiters returns delimiters that do not occur in a text, so that go-i18n
// gives it back verbatim, if it has the usual ones in it.
func delimiters(text string) (left, right string) {
	if !strings.Contains(text, "{{") {
		return "", ""
	}
	for n := 2; ; n++ {
		if left = strings.Repeat("<", n); !strings.Contains(text, left) {
			return left, strings.Repeat(">", n)
		}
	}
}

const notice = "Written by concord. Corrections belong in the releases and in the glossary."

package glossary

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// hostile returns a glossary whose terms invite work without end: one that
// repeats itself, one that begins as another, beginnings of compounds, marks.
func hostile() *Glossary {
	g := &Glossary{}
	for _, text := range []string{"aaaa", "alpha beta gamma delta epsilon", "alpha beta", "gamma", "中中中中国", "가나", "e\u0301\u0323", "\u0301", "-", "a-b", "о о о а", strings.Repeat("x ", 50) + "y"} {
		c := &Concept{ID: text}
		c.Terms = []*Term{{Concept: c, Text: text, Status: Deprecated, Match: Fold, Prefix: true, Hyphen: true}}
		g.Add(c)
	}
	return g
}

// TestHostileTexts: what is long costs in proportion to its length.
func TestHostileTexts(t *testing.T) {
	m := NewMatcher(hostile(), language.English)
	for name, unit := range map[string]string{
		"one letter": "a", "one word": "aaaa ", "first words of a term": "alpha beta gamma delta ", "repeated word": "x ",
		"combining marks": "\u0301", "marks out of order": "e\u0301\u0323", "Han": "中", "Hangul": "가나", "vowels of Hangul": "\u1161", "leading consonants": "\u1100",
		"Cyrillic": "о ", "one Cyrillic word": "о", "invisible": "\u200b", "soft hyphens": "a\u00ad", "joiners in clusters": "\u1161\u200d", "spaces": " ", "line breaks": "a\n", "tabs": "\t",
		"hyphens at line ends": "aaaa-\n", "hyphens": "-", "quotation marks": "“", "not UTF-8": "\xff", "truncated": "\xe4\xb8", "variation selectors": "中\ufe0f",
	} {
		// In proportion this is a fraction of a second; squared, minutes.
		text := strings.Repeat(unit, 1<<19/len(unit))
		start := time.Now()
		m.Find(text, nil, nil)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: %d KB in %v", name, len(text)>>10, took)
		}
	}
}

// TestManyMarks: protected stretches cost in proportion too.
func TestManyMarks(t *testing.T) {
	text := strings.Repeat("aaaa ", 100_000)
	var marks []concord.Mark
	for at := 0; at < len(text); at += 10 {
		marks = append(marks, concord.Mark{Span: concord.Span{Start: at, End: at + 4}})
	}
	start := time.Now()
	found := NewMatcher(hostile(), language.English).Find(text, nil, marks)
	if len(found) != 50_000 {
		t.Errorf("%d found, want every other of 100000", len(found))
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

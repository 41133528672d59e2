package glossary

import (
	"fmt"
	"strings"
	"testing"
)

// TestDecl wants what a pattern cannot say to be an error at its place that says
// what to write.
func TestDecl(t *testing.T) {
	for _, c := range []struct{ locale, term, want string }{
		{"ru", "text: Институт чая, decl: m1.sg | *, animate: false", ""},
		{"ru", "text: Союз, decl: m9", "glossary.decl.class"},
		{"ru", "text: Союз чая, decl: m1", "glossary.decl.words"},
		{"ru", "text: Палата, decl: m1", "glossary.decl.misfit"},
		{"ru", "text: Союз, decl: m1", "glossary.decl.animate"},
		{"ru", "text: Чайная союз, decl: adj m1, animate: false", "glossary.decl.adjective"},
		{"ru", "text: Союз, decl: m1, gender: f, animate: false", "glossary.decl.gender"},
		{"ru", "text: рынок, decl: m1, animate: false", "glossary.decl.missing"},
		{"ru", "text: рынок, decl: m-ок, animate: false", ""},
		{"ru", "text: урок, decl: m1!, animate: false", ""},
		{"ru", "text: весна, decl: f-а, animate: false", "glossary.decl.missing"},
		{"ru", "text: весна, decl: f-а.sg", ""},
		{"ru", "text: весна, decl: f-а, animate: false, forms: {pl.gen: вёсен}", ""},
		{"ru", "text: Чайные Штаты, decl: adj m1, number: pl, animate: false", ""},
		{"pl", "text: związek, decl: m3-u", "glossary.decl.missing"},
		{"pl", "text: związek, decl: m3-ek-u", ""},
		{"pl", "text: student, decl: m1", "glossary.decl.missing"},
		{"de", "text: Verband, decl: m-es", "glossary.decl.missing"},
		{"de", "text: Verband, decl: m-es, forms: {pl: Verbände}", ""},
		{"de", "text: Haus, decl: n-s.sg", "glossary.decl.misfit"},
		{"fr", "text: maison, decl: f", "glossary.decl.class"},
	} {
		text := fmt.Sprintf("glossary: x\nconcepts:\n  - {id: a, kind: term, terms: {%s: {preferred: {%s}}}}\n", c.locale, c.term)
		_, err := Load(File{Name: "x.yaml", Data: []byte(text)})
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", c.term, err)
		case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "x.yaml:3:")):
			t.Errorf("%s: %v, want %s", c.term, err, c.want)
		}
	}
}

// TestDeclWritten writes a glossary with patterns and reads it again.
func TestDeclWritten(t *testing.T) {
	text := `glossary: x
concepts:
  - {id: a, kind: term, terms: {de: {preferred: {text: Teebund, decl: m-es, forms: {gen: [Teebundes, Teebunds], pl: Teebünde}}, deprecated: [{text: Verein, decl: m-s-e}]}}}
`
	g, err := Load(File{Name: "x.yaml", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	out, err := Write(g)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Load(File{Name: "x.yaml", Data: out})
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for i, term := range g.Concept(0).Terms {
		if got := again.Concept(0).Terms[i]; fmt.Sprint(got.Paradigm) != fmt.Sprint(term.Paradigm) || got.Grammar != term.Grammar {
			t.Errorf("%v %v, want %v %v", got.Grammar, got.Paradigm, term.Grammar, term.Paradigm)
		}
	}
}

package pipeline_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/fix"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/rules"
)

// The laws of the house that concern the whole. Those of one part are fuzzed
// beside it: reading and splicing in format, the matcher in glossary.

// press loads the glossary that the laws are held with: gates, nested names,
// eight languages.
func press(t testing.TB) *glossary.Glossary {
	t.Helper()
	data, err := os.ReadFile("../glossary/testdata/press.yaml")
	if err != nil {
		t.Fatal(err)
	}
	g, err := glossary.Load(glossary.File{Name: "press.yaml", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

var (
	lawFormats = []string{".txt", ".md", ".html"}
	lawLocales = []string{"en", "zh-Hans", "fr", "de", "ko", "ja", "ru", "es", "tr", "zh-Hant", "en-GB"}
)

// seed adds texts in which the rules have much to do, and shapes that broke
// something once.
func seed(f *testing.F) {
	for i, text := range []string{
		"Walk into the \"Chinese temperature\" of cryogenic\nmedicine - today; In 2015 , it began. \n\n\nEdward Moser, Nobel laureate\n",
		"A production-university-research platform of China University of Science and Technology in Hefei.  \r\n\r\nAn hybrid umbilical cord blood transplant",
		"与Andre Heim教授合作，研究冷冻\n医学的进展。成黄计划",
		"les membres de la Ligue internationale de recherche sur la prolongation de la vie; d’Edward Moser, Nobel",
		"Die kryogene Medizin; Andre Heims Rede. Ka\u0308ltekonservierung",
		"저온의학을 다루는 상하이폴리테크닉대학교는 냉동의학이",
		"アンドレ・ハイムは凍結医学の進歩を語った。ハイフ\u3099リッド臍帯血移植",
		"<p>Chinese&nbsp;temperature and &quot;China Temperature&quot;; cryogenic <b>medicine</b> - <code>cryogenic medicine</code></p>",
		"# Cryogenic Medicine\n\n> cryogenic medicine\n\n* Yinfeng's life extension program - cooled to -190 °C\n  on August 9-10.",
		"\ufeffYINFENG BIOTECH OPENS \"He said so.\" ”\u00a0\n\n \u00a0 \n. ”",
		"cryo\u00adgenic medi\u00adcine\u200b CRYOGENİC MEDİCİNE ẞ ſ K",
	} {
		for j := range lawFormats {
			f.Add(text, uint8(j), uint8(i))
		}
	}
}

// settle corrects a text once. It returns nil for text that is refused.
func settle(t *testing.T, p *pipeline.Pipeline, text string, ext, locale uint8) *pipeline.Result {
	t.Helper()
	name := "law" + lawFormats[int(ext)%len(lawFormats)]
	doc, err := format.Decode(name, []byte(text), format.Options{Locale: language.MustParse(lawLocales[int(locale)%len(lawLocales)])})
	if err != nil {
		return nil
	}
	res, err := p.Correct(&concord.Release{Name: "law", Targets: []*concord.Document{doc}})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// FuzzIdempotent is law 2: a corrected text is not corrected again.
func FuzzIdempotent(f *testing.F) {
	seed(f)
	p := pipeline.New(pipeline.Config{Glossary: press(f), Rules: rules.All, Edit: true})
	f.Fuzz(func(t *testing.T, text string, ext, locale uint8) {
		res := settle(t, p, text, ext, locale)
		if res == nil {
			return
		}
		once := res.Final.Targets[0].Raw
		again := settle(t, p, string(once), ext, locale)
		if again == nil {
			t.Fatalf("%q became %q, which cannot be read", text, once)
		}
		if twice := again.Final.Targets[0].Raw; !bytes.Equal(once, twice) {
			t.Errorf("%q\nonce  %q\ntwice %q", text, once, twice)
		}
	})
}

// FuzzOutside is law 3: undoing the edits of each round, piece by piece, gives
// the text that was there, so nothing outside them changed. It holds law 6 as
// well: no edit removes or alters what a preferred, admitted or protected term
// has consumed.
func FuzzOutside(f *testing.F) {
	seed(f)
	g := press(f)
	p := pipeline.New(pipeline.Config{Glossary: g, Rules: rules.All, Edit: true})
	f.Fuzz(func(t *testing.T, text string, ext, locale uint8) {
		res := settle(t, p, text, ext, locale)
		if res == nil {
			return
		}
		doc := res.Draft.Targets[0]
		terms := glossary.NewMatcher(g, doc.Locale)
		scope := terms.Scope(doc.Texts())
		var kept []concord.Span // bytes of the file outside all edits of the first round
		last := 0
		for _, d := range res.Decisions {
			if d.Outcome != fix.Applied || d.Finding.Place.Doc != doc {
				continue
			}
			for _, e := range d.Fix.Edits {
				s := e.Place.Seg()
				for _, m := range terms.Find(s.Text, scope, s.Marks) {
					if d.Finding.Rule == rules.Term.Name && m.Term.Status.Guard() && m.Span.Overlaps(e.Place.Span) {
						t.Errorf("%q: edits %q of %q", text, e.Place.Text(), s.Text[m.Span.Start:m.Span.End])
					}
				}
			}
		}
		first := edited(doc, res.Decisions)
		for _, e := range first {
			kept = append(kept, concord.Span{Start: last, End: e.raw.Start})
			last = e.raw.End
		}
		kept = append(kept, concord.Span{Start: last, End: len(doc.Raw)})
		if len(first) == 0 && !bytes.Equal(doc.Raw, res.Final.Targets[0].Raw) && res.Draft == res.Final {
			t.Fatalf("%q changed without an edit", text)
		}
		var want []byte
		for i, k := range kept {
			want = append(want, doc.Raw[k.Start:k.End]...)
			if i < len(first) {
				want = append(want, first[i].new...)
			}
		}
		if got := afterFirstRound(res, doc); got != nil && !bytes.Equal(got, want) && ext%3 == 0 {
			t.Errorf("%q\n got %q\nwant %q", text, got, want)
		}
	})
}

type rawEdit struct {
	raw concord.Span
	new string
}

// edited returns the edits that were made to doc, in the order of the file.
func edited(doc *concord.Document, decisions []fix.Decision) []rawEdit {
	var edits []rawEdit
	for _, d := range decisions {
		if d.Outcome == fix.Applied && d.Finding.Place.Doc == doc {
			for _, e := range d.Fix.Edits {
				edits = append(edits, rawEdit{e.Place.Raw(), e.New})
			}
		}
	}
	for i := range edits { // few: insertion sort keeps the order of equal places
		for j := i; j > 0 && edits[j].raw.Start < edits[j-1].raw.Start; j-- {
			edits[j], edits[j-1] = edits[j-1], edits[j]
		}
	}
	return edits
}

// afterFirstRound returns the document that the second round looked at, or the
// final one if there was one round of edits.
func afterFirstRound(res *pipeline.Result, first *concord.Document) []byte {
	for _, d := range res.Decisions {
		if doc := d.Finding.Place.Doc; doc != first {
			return doc.Raw
		}
	}
	return res.Final.Targets[0].Raw
}

// FuzzOrder is law 5: neither the order of the inputs nor the number of workers
// changes a byte of any output.
func FuzzOrder(f *testing.F) {
	seed(f)
	g := press(f)
	f.Fuzz(func(t *testing.T, text string, ext, locale uint8) {
		half := len(text) / 2
		texts := map[string]string{"a": text, "b": text[:half], "c": text[half:], "d": text + text}
		opts := format.Options{Locale: language.MustParse(lawLocales[int(locale)%len(lawLocales)]), Format: format.All[int(ext)%len(format.All)].Name}
		run := func(names []string, workers int) map[string]string {
			p := pipeline.New(pipeline.Config{
				Glossary: g, Rules: rules.All, Edit: true,
				Read: func(name string) ([]byte, error) { return []byte(texts[name]), nil },
			})
			var jobs []pipeline.Job
			for _, n := range names {
				jobs = append(jobs, pipeline.Job{Name: n, Targets: []pipeline.Input{{File: n, Options: opts}}})
			}
			out := make(map[string]string)
			err := p.Each(context.Background(), jobs, workers, func(i int, res *pipeline.Result, err error) {
				if err != nil {
					var panicked *pipeline.PanicError
					if errors.As(err, &panicked) {
						t.Fatalf("%v\n%s", panicked.Value, panicked.Stack)
					}
					out[names[i]] = "error: " + err.Error()
					return
				}
				out[names[i]] = string(res.Final.Targets[0].Raw)
				for _, d := range res.Decisions {
					out[names[i]] += fmt.Sprintf("\n%s %s %s", d.Finding.Rule, d.Outcome, d.Finding.Place.Position())
				}
			})
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		one := run([]string{"a", "b", "c", "d"}, 1)
		many := run([]string{"d", "b", "a", "c"}, 4)
		for name, want := range one {
			if many[name] != want {
				t.Errorf("%s: %q\nand with another order %q", name, want, many[name])
			}
		}
	})
}

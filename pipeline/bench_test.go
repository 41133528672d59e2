package pipeline_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/rules"
)

// invented makes words and releases from a fixed seed, so that every run of the
// benchmarks measures the same bytes.
type invented struct{ *rand.Rand }

func newInvented() invented { return invented{rand.New(rand.NewPCG(1, 2))} }

func (v invented) word() string {
	syllables := []string{"ba", "chen", "dor", "fel", "gan", "hu", "kor", "lin", "mor", "nes", "pol", "qi", "ran", "shu", "tem", "vor", "wen", "xia", "yin", "zan"}
	var b strings.Builder
	for range 2 + v.IntN(2) {
		b.WriteString(syllables[v.IntN(len(syllables))])
	}
	return b.String()
}

// glossary returns n concepts with a preferred and a deprecated term of two or
// three words each.
func (v invented) glossary(n int) *glossary.Glossary {
	g := &glossary.Glossary{Name: "invented"}
	for i := range n {
		c := &glossary.Concept{ID: fmt.Sprintf("c%d", i)}
		head := v.word() + " " + v.word()
		c.Terms = []*glossary.Term{
			{Concept: c, Locale: language.English, Text: head + " plan", Status: glossary.Preferred, Match: glossary.Fold},
			{Concept: c, Locale: language.English, Text: head + " program", Status: glossary.Deprecated, Match: glossary.Fold, Auto: true},
		}
		g.Add(c)
	}
	return g
}

// release returns about size bytes of a release in which one sentence in four
// holds a term of g.
func (v invented) release(g *glossary.Glossary, size int) string {
	var b strings.Builder
	b.WriteString("A new hall opens\n\n")
	for b.Len() < size {
		for range 3 + v.IntN(4) {
			b.WriteString("The ")
			for range 8 + v.IntN(12) {
				b.WriteString(v.word() + " ")
			}
			if v.IntN(4) == 0 {
				b.WriteString("of the " + g.Concept(v.IntN(g.Len())).Terms[v.IntN(2)].Text + " ")
			}
			b.WriteString("in Jinan. ")
		}
		b.WriteString("it ends.\n\n")
	}
	return b.String()
}

// BenchmarkFix is the whole correction of a text in memory, by all rules.
func BenchmarkFix(b *testing.B) {
	for _, terms := range []int{100, 10_000, 1_000_000} {
		for _, size := range []int{15 << 10, 1 << 20} {
			b.Run(fmt.Sprintf("terms=%d/size=%dK", terms, size>>10), func(b *testing.B) {
				v := newInvented()
				g := v.glossary(terms / 2)
				text := []byte(v.release(g, size))
				p := pipeline.New(pipeline.Config{Glossary: g, Rules: rules.All, Edit: true})
				benchOnce(b, p, text) // builds the matcher
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					benchOnce(b, p, text)
				}
			})
		}
	}
}

// BenchmarkFirst is one release with everything built for it: what a person
// who corrects a single file waits for.
func BenchmarkFirst(b *testing.B) {
	v := newInvented()
	g := v.glossary(5_000)
	text := []byte(v.release(g, 15<<10))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		benchOnce(b, pipeline.New(pipeline.Config{Glossary: g, Rules: rules.All, Edit: true}), text)
	}
}

func benchOnce(b *testing.B, p *pipeline.Pipeline, text []byte) {
	doc, err := format.Decode("bench.txt", text, format.Options{Locale: language.English})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := p.Correct(&concord.Release{Targets: []*concord.Document{doc}}); err != nil {
		b.Fatal(err)
	}
}

package pipeline_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime/debug"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/rules"
)

// invented makes glossaries and releases from a fixed seed, so that every run
// of the benchmarks measures the same bytes. Words, and Han characters, are as
// frequent as Zipf has them.
type invented struct {
	*rand.Rand
	tag   language.Tag
	file  string // whose extension says the format
	zipf  *rand.Zipf
	last  uint64   // the word before
	words []string // in Chinese characters; the first are the most frequent
}

func newInvented(tag language.Tag, file string) *invented {
	v := &invented{Rand: rand.New(rand.NewPCG(1, 2)), tag: tag, file: file}
	if v.chinese() {
		other := locales.For(tag).Letters.Foreign() // no text has these
		for _, i := range v.Perm(3000) {
			if c := '一' + rune(i*5); !other(c) {
				v.words = append(v.words, string(c))
			}
		}
	}
	syllables := strings.Fields("a an ba be chen co dor de el fel ga hu in is kor lin mo nes o pol qi ran shu tem u vor wen xia yin zan")
	seen := make(map[string]bool)
	for !v.chinese() && len(v.words) < 20_000 { // the frequent ones are short
		var b strings.Builder
		for range 1 + min(len(v.words)/50, 1) + v.IntN(2+min(len(v.words)/2000, 2)) {
			b.WriteString(syllables[v.IntN(len(syllables))])
		}
		if w := b.String(); !seen[w] || len(v.words) < 50 {
			seen[w] = true
			v.words = append(v.words, w)
		}
	}
	v.zipf = rand.NewZipf(v.Rand, 1.2, 8, uint64(len(v.words)-1))
	return v
}

func (v *invented) chinese() bool { return v.tag == language.SimplifiedChinese }

// word returns a word as running text has it: never the same twice in a row.
func (v *invented) word() string {
	n := v.zipf.Uint64()
	for n == v.last {
		n = v.zipf.Uint64()
	}
	v.last = n
	return v.words[n]
}

// term returns two to four words, or characters, all equally frequent.
func (v *invented) term() string {
	words := []string{v.words[200+v.IntN(len(v.words)-200)]}
	for range 1 + v.IntN(3) {
		words = append(words, v.words[v.IntN(len(v.words))])
	}
	if v.chinese() {
		return strings.Join(words, "") + v.words[v.IntN(len(v.words))]
	}
	return strings.Join(words, " ")
}

// glossary returns n concepts with a preferred and a deprecated term each.
func (v *invented) glossary(n int) *glossary.Glossary {
	g := &glossary.Glossary{Name: "invented"}
	for i := range n {
		c := &glossary.Concept{ID: fmt.Sprintf("c%d", i)}
		c.Terms = []*glossary.Term{
			{Concept: c, Locale: v.tag, Text: v.term(), Status: glossary.Preferred, Match: glossary.Fold},
			{Concept: c, Locale: v.tag, Text: v.term(), Status: glossary.Deprecated, Match: glossary.Fold, Auto: true},
		}
		g.Add(c)
	}
	return g
}

// release returns about size bytes of a release with two terms a KB, of which
// one is to be corrected, and with as many numbers, quotations, addresses and
// headings as releases have.
func (v *invented) release(g *glossary.Glossary, size int) string {
	var b strings.Builder
	next := 0
	b.WriteString(v.heading("A new hall opens", 1) + "\n\n")
	for b.Len() < size {
		if v.IntN(8) == 0 {
			b.WriteString(v.heading("The "+v.word()+" "+v.word(), 2) + "\n\n")
		}
		b.WriteString(v.markup("<p>", ""))
		for range 2 + v.IntN(4) {
			v.sentence(&b, func() string {
				if b.Len() < next {
					return ""
				}
				next += 256 + v.IntN(512)
				return g.Concept(v.IntN(g.Len())).Terms[v.IntN(2)].Text
			})
		}
		b.WriteString("it ends." + v.markup("</p>", "") + "\n\n")
	}
	return b.String()
}

// sentence writes one, with the terms that are due.
func (v *invented) sentence(b *strings.Builder, due func() string) {
	space, comma, stop := " ", ",", "."
	if v.chinese() {
		space, comma, stop = "", "，", "。"
	} else {
		b.WriteString("The")
	}
	for range 8 + v.IntN(16) {
		b.WriteString(space + v.word())
		switch v.IntN(200) { // about as many words as a KB has
		case 0:
			b.WriteString(space + "“" + v.word() + "”")
		case 1:
			b.WriteString(space + v.markup("<b>", "**") + v.word() + v.markup("</b>", "**"))
		case 2:
			b.WriteString(space + "https://www.example.org/" + fmt.Sprint(v.IntN(1000)))
		case 3, 4:
			fmt.Fprintf(b, "%s%d", space, v.IntN(3000))
		case 5, 6, 7, 8, 9, 10, 11, 12:
			b.WriteString(comma)
		case 13:
			b.WriteString("-" + v.word())
		}
		if t := due(); t != "" {
			b.WriteString(space + t)
		}
	}
	b.WriteString(stop + space)
}

// markup returns what the format of the release has: HTML, or Markdown.
func (v *invented) markup(html, markdown string) string {
	switch {
	case strings.HasSuffix(v.file, ".html"):
		return html
	case strings.HasSuffix(v.file, ".md"):
		return markdown
	}
	return ""
}

func (v *invented) heading(text string, level int) string {
	switch {
	case strings.HasSuffix(v.file, ".html"):
		return fmt.Sprintf("<h%d>%s</h%[1]d>", level, text)
	case strings.HasSuffix(v.file, ".md"):
		return strings.Repeat("#", level) + " " + text
	}
	return text
}

// BenchmarkFix is the whole correction of a text in memory, by all rules that are
// on. Sizes above 1 MB, and a million terms, are measured where CONCORD_BENCH=large.
func BenchmarkFix(b *testing.B) {
	sizes, terms := []int{15 << 10, 1 << 20}, []int{100, 10_000}
	if os.Getenv("CONCORD_BENCH") == "large" {
		sizes, terms = append(sizes, 10<<20, 100<<20), append(terms, 1_000_000)
	}
	for _, n := range terms {
		for _, size := range sizes {
			fixes(b, language.English, "bench.txt", n, size)
		}
		fixes(b, language.English, "bench.txt", n, 1<<20, string(lint.Terms), string(lint.Typography))
	}
	for _, file := range []string{"bench.md", "bench.html"} {
		fixes(b, language.English, file, 10_000, 1<<20)
	}
	for _, n := range terms {
		fixes(b, language.SimplifiedChinese, "bench.txt", n, 1<<20)
		fixes(b, language.SimplifiedChinese, "bench.txt", n, 1<<20, string(lint.Terms), string(lint.Typography))
	}
}

// fixes corrects a text by all rules, or only by some. Garbage is collected about
// as seldom as the program does it.
func fixes(b *testing.B, tag language.Tag, file string, terms, size int, only ...string) {
	name := fmt.Sprintf("%s/%s/terms=%d/size=%dK", tag, file[len("bench."):], terms, size>>10)
	b.Run(strings.Join(append([]string{name}, only...), ","), func(b *testing.B) {
		defer debug.SetGCPercent(debug.SetGCPercent(max(100, (1600<<20)/max(size, 1<<20)))) // each 64 MB, or when it has doubled
		v := newInvented(tag, file)
		g := v.glossary(terms / 2)
		text := []byte(v.release(g, size))
		if !utf8.Valid(text) {
			b.Fatal("not UTF-8")
		}
		p := pipeline.New(pipeline.Config{Glossary: g, Rules: pipeline.Only(rules.All, only, nil), Edit: true})
		benchOnce(b, p, v, text) // builds the matcher
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
		start := cpuTime()
		for b.Loop() {
			benchOnce(b, p, v, text)
		}
		reportCPU(b, start, len(text))
	})
}

// BenchmarkFirst is one release with everything built for it: what a person
// who corrects a single file waits for.
func BenchmarkFirst(b *testing.B) {
	v := newInvented(language.English, "bench.txt")
	g := v.glossary(5_000)
	text := []byte(v.release(g, 15<<10))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		benchOnce(b, pipeline.New(pipeline.Config{Glossary: g, Rules: pipeline.Only(rules.All, nil, nil), Edit: true}), v, text)
	}
}

func benchOnce(b *testing.B, p *pipeline.Pipeline, v *invented, text []byte) {
	doc, err := format.Decode(v.file, text, format.Options{Locale: v.tag})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := p.Correct(&concord.Release{Targets: []*concord.Document{doc}}); err != nil {
		b.Fatal(err)
	}
}

// reportCPU reports MB for each second of processor time.
func reportCPU(b *testing.B, start time.Duration, size int) {
	if used := cpuTime() - start; used > 0 {
		b.ReportMetric(float64(size)*float64(b.N)/1e6/used.Seconds(), "MB/cpu-s")
	}
}

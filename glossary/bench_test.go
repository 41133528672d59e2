package glossary

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// An inventor makes texts and glossaries from a fixed seed: words and Han
// characters as frequent as Zipf has them, with as many quotation marks, dashes,
// accents, digits and odd spaces as news has.
type inventor struct {
	*rand.Rand
	zipf  *rand.Zipf
	words []string
	chars []rune
}

func newInventor() *inventor {
	r := rand.New(rand.NewPCG(1, 2))
	v := &inventor{Rand: r}
	syllables := strings.Fields("a an ba be chen co dor de el fel ga hu in is kor lin mo nes o pol qi ran shu tem u vor wen xia yin zan")
	seen := make(map[string]bool)
	for len(v.words) < 20_000 { // the frequent ones are short
		var b strings.Builder
		for range 1 + min(len(v.words)/50, 1) + v.IntN(2+min(len(v.words)/2000, 2)) {
			b.WriteString(syllables[v.IntN(len(syllables))])
		}
		if w := b.String(); !seen[w] || len(v.words) < 50 {
			seen[w] = true
			v.words = append(v.words, w)
		}
	}
	for _, i := range r.Perm(3000) {
		v.chars = append(v.chars, '一'+rune(i*5))
	}
	v.zipf = rand.NewZipf(r, 1.2, 8, uint64(len(v.words)-1))
	return v
}

// term returns a term of English words or Han characters, all equally frequent.
func (v *inventor) term(lang string) string {
	var b strings.Builder
	if lang == "zh" {
		for range 3 + v.IntN(4) {
			b.WriteRune(v.chars[v.IntN(len(v.chars))])
		}
		return b.String()
	}
	if v.IntN(5) == 0 { // a name of its own
		return capital(v.words[v.IntN(len(v.words))] + v.words[500+v.IntN(1000)])
	}
	b.WriteString(v.words[200+v.IntN(len(v.words)-200)])
	for range 1 + v.IntN(3) {
		b.WriteString(" " + v.words[v.IntN(len(v.words))])
	}
	return b.String()
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// glossary returns n terms, two to a concept: the deprecated ones in any
// capitals, of the others every other a name.
func (v *inventor) glossary(lang string, n int) *Glossary {
	g := new(Glossary)
	tag := language.MustParse(map[string]string{"en": "en", "zh": "zh-Hans"}[lang])
	for i := range n / 2 {
		c := &Concept{ID: fmt.Sprint("c", i), Case: Case(i % 2)}
		c.Terms = []*Term{
			{Concept: c, Locale: tag, Text: v.term(lang), Match: Fold},
			{Concept: c, Locale: tag, Text: v.term(lang), Status: Deprecated, Match: Fold, Auto: true},
		}
		g.Add(c)
	}
	return g
}

// text returns about size bytes in which a term stands rate times a KB, and
// by chance.
func (v *inventor) text(g *Glossary, lang string, size int, rate float64) string {
	var b strings.Builder
	next := 0.0
	due := func() string {
		next += (0.5 + v.Float64()) * 1024 / rate
		return g.concepts.decode(v.IntN(g.Len())).Terms[v.IntN(2)].Text
	}
	for b.Len() < size {
		for range 3 + v.IntN(4) {
			if lang == "zh" {
				v.chinese(&b, due, &next)
			} else {
				v.english(&b, due, &next)
			}
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func (v *inventor) english(b *strings.Builder, due func() string, next *float64) {
	b.WriteString(capital(v.words[v.zipf.Uint64()]))
	for range 8 + v.IntN(20) {
		switch v.IntN(170) { // about as many words as a KB has
		case 0:
			b.WriteString(" “" + v.words[v.zipf.Uint64()] + "”")
		case 1:
			b.WriteString("’s")
		case 2:
			b.WriteString(" — caf\u00e9")
		case 3:
			fmt.Fprintf(b, " %d\u00a0km", v.IntN(3000))
		case 4, 5, 6, 7, 8, 9, 10, 11:
			b.WriteString(",")
		}
		b.WriteString(" " + v.words[v.zipf.Uint64()])
		if float64(b.Len()) >= *next {
			b.WriteString(" " + due())
		}
	}
	b.WriteString(". ")
}

func (v *inventor) chinese(b *strings.Builder, due func() string, next *float64) {
	for range 10 + v.IntN(30) {
		switch v.IntN(120) {
		case 0:
			b.WriteString("“" + string(v.chars[v.zipf.Uint64()%3000]) + "”")
		case 1, 2, 3:
			fmt.Fprintf(b, "%d年", 1990+v.IntN(40))
		case 4, 5, 6, 7, 8, 9, 10:
			b.WriteString("，")
		}
		b.WriteRune(v.chars[v.zipf.Uint64()%3000])
		if float64(b.Len()) >= *next {
			b.WriteString(due())
		}
	}
	b.WriteString("。")
}

func BenchmarkFind(b *testing.B) {
	for _, lang := range []string{"en", "zh"} {
		for _, terms := range []int{100, 10_000, 1_000_000} {
			rates := []float64{2}
			if terms == 1_000_000 && lang == "en" {
				rates = []float64{2, 15}
			}
			for _, rate := range rates {
				b.Run(fmt.Sprintf("%s/%d/rate=%g", lang, terms, rate), func(b *testing.B) {
					v := newInventor()
					g := v.glossary(lang, terms)
					measureFind(b, g, lang, []string{v.text(g, lang, 1<<20, rate)})
				})
			}
		}
	}
}

// BenchmarkFindParagraphs is BenchmarkFind as a document asks for it.
func BenchmarkFindParagraphs(b *testing.B) {
	for _, lang := range []string{"en", "zh"} {
		b.Run(lang+"/10000", func(b *testing.B) {
			v := newInventor()
			g := v.glossary(lang, 10_000)
			measureFind(b, g, lang, strings.Split(v.text(g, lang, 1<<20, 2), "\n\n"))
		})
	}
}

// BenchmarkFindLong is BenchmarkFind for texts of one, ten and a hundred MB: a
// MB costs the same in each.
func BenchmarkFindLong(b *testing.B) {
	for _, lang := range []string{"en", "zh"} {
		v := newInventor()
		g := v.glossary(lang, 10_000)
		text := v.text(g, lang, 1<<20, 2)
		for _, times := range []int{1, 10, 100} {
			b.Run(fmt.Sprintf("%s/%dMB", lang, times), func(b *testing.B) {
				measureFind(b, g, lang, []string{strings.Repeat(text, times)})
			})
		}
	}
}

func measureFind(b *testing.B, g *Glossary, lang string, texts []string) {
	m := NewMatcher(g, g.Concept(0).Terms[0].Locale)
	size, hits := 0, 0
	for _, t := range texts {
		size += len(t)
		hits += len(m.Find(t, nil, nil))
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	start := cpuTime()
	for b.Loop() {
		for _, t := range texts {
			m.Find(t, nil, nil)
		}
	}
	reportCPU(b, start, size)
	runtime.ReadMemStats(&after)
	mb := float64(size) / (1 << 20)
	b.ReportMetric(float64(hits)/mb/1024, "hits/KB")
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(b.N)/mb, "allocs/MB")
}

// reportCPU reports MB for each second of processor time.
func reportCPU(b *testing.B, start time.Duration, size int) {
	if used := cpuTime() - start; used > 0 {
		b.ReportMetric(float64(size)*float64(b.N)/1e6/used.Seconds(), "MB/cpu-s")
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, lang := range []string{"en", "zh"} {
		for _, terms := range []int{100, 10_000, 1_000_000} {
			b.Run(fmt.Sprintf("%s/%d", lang, terms), func(b *testing.B) {
				g := newInventor().glossary(lang, terms)
				var before, after runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&before)
				m := NewMatcher(g, g.Concept(0).Terms[0].Locale)
				runtime.GC()
				runtime.ReadMemStats(&after)
				runtime.KeepAlive(m)
				b.ReportAllocs()
				start := cpuTime()
				for b.Loop() {
					NewMatcher(g, g.Concept(0).Terms[0].Locale)
				}
				b.ReportMetric(float64((cpuTime()-start).Microseconds())/1e3/float64(b.N), "cpu-ms")
				b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "MB-kept")
			})
		}
	}
}

// A wordTrie is what one writes first: a map from word to node. It knows of no
// folding but lower case, of no conditions, and of nothing but words. It is
// what the matcher is measured against on whatever machine.
type wordTrie struct {
	next map[string]*wordTrie
	end  bool
}

func (t *wordTrie) add(term string) {
	for _, w := range strings.FieldsFunc(strings.ToLower(term), notWord) {
		if t.next == nil {
			t.next = make(map[string]*wordTrie)
		}
		if t.next[w] == nil {
			t.next[w] = new(wordTrie)
		}
		t = t.next[w]
	}
	t.end = true
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func (t *wordTrie) find(text string) int {
	text = strings.ToLower(text)
	hits := 0
	for at := 0; at < len(text); {
		word, end := wordIn(text, at)
		node, best, from := t.next[word], 0, end
		for node != nil {
			if node.end {
				best = from
			}
			word, from = wordIn(text, from)
			node = node.next[word]
		}
		at = end
		if best > 0 {
			hits++
			at = best
		}
	}
	return hits
}

// wordIn returns the first word from an offset on, and where it ends.
func wordIn(s string, at int) (string, int) {
	for at < len(s) {
		r, n := utf8.DecodeRuneInString(s[at:])
		if !notWord(r) {
			break
		}
		at += n
	}
	end := at
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if notWord(r) {
			break
		}
		end += n
	}
	return s[at:end], end
}

// BenchmarkFindNaiveMap says also how many times as fast the matcher is on the
// same text: the two take turns, so that what slows the machine slows both.
func BenchmarkFindNaiveMap(b *testing.B) {
	v := newInventor()
	g := v.glossary("en", 10_000)
	text := v.text(g, "en", 1<<20, 2)
	var t wordTrie
	for c := range g.All() {
		t.add(c.Terms[0].Text)
		t.add(c.Terms[1].Text)
	}
	m := NewMatcher(g, language.English)
	b.SetBytes(int64(len(text)))
	var ratios []float64
	var naive time.Duration
	for b.Loop() {
		start := cpuTime()
		t.find(text)
		between := cpuTime()
		for range 4 {
			m.Find(text, nil, nil)
		}
		fast := (cpuTime() - between) / 4
		naive += between - start
		ratios = append(ratios, float64(between-start)/float64(max(fast, 1)))
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "x-faster")
	b.ReportMetric(float64(len(text))*float64(b.N)/1e6/naive.Seconds(), "MB/cpu-s")
}

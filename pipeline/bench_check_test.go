package pipeline_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/lint"
	"github.com/concord-l10n/concord/pipeline/rules"
)

// BenchmarkCheck looks for all that there is to find in releases of 15 KB with
// their Chinese source, by all rules that are on, those that compare releases
// included, and by those that are off as well. A MB is of both texts. Above 1 MB it
// measures where CONCORD_BENCH=large.
func BenchmarkCheck(b *testing.B) {
	sizes := []int{1}
	if os.Getenv("CONCORD_BENCH") == "large" {
		sizes = append(sizes, 10, 100)
	}
	for _, mb := range sizes {
		b.Run(fmt.Sprintf("en/terms=10000/size=%dM", mb), func(b *testing.B) { checks(b, mb<<20, pipeline.Only(rules.All, nil, nil)) })
		b.Run(fmt.Sprintf("en/terms=10000/size=%dM,all", mb), func(b *testing.B) { checks(b, mb<<20, rules.All) })
	}
}

func checks(b *testing.B, size int, by []*lint.Rule) {
	en, zh := newInvented(language.English, "bench.txt"), newInvented(language.SimplifiedChinese, "bench.txt")
	g := &glossary.Glossary{Name: "invented"}
	for i := range 5_000 {
		c := &glossary.Concept{ID: fmt.Sprintf("c%d", i)}
		c.Terms = []*glossary.Term{
			{Concept: c, Locale: zh.tag, Text: zh.term(), Status: glossary.Preferred, Match: glossary.Fold},
			{Concept: c, Locale: en.tag, Text: en.term(), Status: glossary.Preferred, Match: glossary.Fold},
			{Concept: c, Locale: en.tag, Text: en.term(), Status: glossary.Deprecated, Match: glossary.Fold, Auto: true},
		}
		g.Add(c)
	}
	files := make(map[string][]byte)
	var jobs []pipeline.Job
	total := 0
	for total < size {
		source, target := bilingual(en, zh, g, 15<<10)
		name := fmt.Sprint(len(jobs))
		files[name+"/zh.txt"], files[name+"/en.txt"] = []byte(source), []byte(target)
		jobs = append(jobs, pipeline.Job{
			Name:    name,
			Source:  &pipeline.Input{File: name + "/zh.txt", Options: format.Options{Locale: zh.tag}},
			Targets: []pipeline.Input{{File: name + "/en.txt", Options: format.Options{Locale: en.tag}}},
		})
		total += len(source) + len(target)
	}
	p := pipeline.New(pipeline.Config{
		Glossary: g, Rules: by,
		Read: func(name string) ([]byte, error) { return files[name], nil },
	})
	b.SetBytes(int64(total))
	start, found := cpuTime(), 0
	for b.Loop() {
		found = 0
		var notes []lint.Note
		for _, job := range jobs {
			res, err := p.Run(job)
			if err != nil {
				b.Fatal(err)
			}
			notes = append(notes, res.Notes...)
			found += len(res.Decisions)
		}
		found += len(p.Across(notes))
	}
	reportCPU(b, start, total)
	b.ReportMetric(float64(found)/(float64(total)/1e3), "findings/KB")
}

var figures = regexp.MustCompile(`[0-9]+`)

// bilingual returns a release and its source, paragraph by paragraph: a paragraph
// has the same concepts and figures in both.
func bilingual(en, zh *invented, g *glossary.Glossary, size int) (source, target string) {
	var a, b strings.Builder
	a.WriteString("新馆开放\n\n")
	b.WriteString("A new hall opens\n\n")
	next := 0
	for b.Len() < size {
		var terms []string
		var chinese, english strings.Builder
		for range 2 + en.IntN(4) {
			en.sentence(&english, func() string {
				if b.Len()+english.Len() < next {
					return ""
				}
				next += 256 + en.IntN(512)
				c := g.Concept(en.IntN(g.Len()))
				terms = append(terms, c.Terms[0].Text)
				return c.Terms[1+en.IntN(2)].Text
			})
			zh.sentence(&chinese, func() string {
				if len(terms) == 0 {
					return ""
				}
				t := terms[0]
				terms = terms[1:]
				return t
			})
		}
		a.WriteString(figures.ReplaceAllString(chinese.String(), "") + strings.Join(terms, "、"))
		a.WriteString(strings.Join(figures.FindAllString(english.String(), -1), "、") + "。\n\n")
		b.WriteString(english.String() + "it ends.\n\n")
	}
	return a.String(), b.String()
}

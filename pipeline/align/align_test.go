package align

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// document makes a document of lines "kind key text".
func document(t testing.TB, tag string, lines string) *concord.Document {
	t.Helper()
	kinds := make(map[string]concord.Kind)
	for k := concord.Body; k <= concord.Blank; k++ {
		kinds[k.String()] = k
	}
	d := &concord.Document{File: tag + ".txt", Locale: language.MustParse(tag)}
	for l := range strings.Lines(strings.TrimSpace(lines)) {
		f := strings.SplitN(strings.TrimSpace(l), " ", 3)
		kind, ok := kinds[f[0]]
		if !ok || len(f) != 3 {
			t.Fatalf("line %q", l)
		}
		d.Segments = append(d.Segments, concord.Segment{Kind: kind, Key: f[1], Text: f[2]})
	}
	return d
}

const source = `
title title 静海行动在临澜启动
lead lead 六月二十日，静海行动在临澜湾正式启动，来自十二个国家的一百多位代表出席了仪式。
heading heading.1 海底的声音
body body.1 项目已经运行3年，布设了28个监听站，每天记录1440分钟的声音。
body body.2 研究人员说，海并不沉默，只是没有人去听。
body body.3 数据将通过 data.quiet-sea.example 向公众开放。
caption caption.1 监听站的浮标
end-mark end-mark （完）
`

func TestKeys(t *testing.T) {
	src := document(t, "zh-Hans", source)
	for name, c := range map[string]struct{ target, want string }{
		"complete": {
			`
title title Quiet Sea is launched in Linlan
lead lead On June 20 the Quiet Sea action was launched in Linlan Bay; more than a hundred delegates from twelve countries attended.
heading heading.1 The sound of the sea bed
body body.1 The project has run for 3 years, has 28 listening stations and records 1440 minutes of sound every day.
body body.2 The sea is not silent, the researchers said; it is only that nobody listens.
body body.3 The data will be open to the public at data.quiet-sea.example.
caption caption.1 The buoy of a station
end-mark end-mark (End)`,
			"title lead heading.1 body.1 body.2 body.3 caption.1 end-mark",
		},
		"a paragraph is missing": {
			`
title title Quiet Sea is launched in Linlan
lead lead On June 20 the Quiet Sea action was launched in Linlan Bay; more than a hundred delegates from twelve countries attended.
heading heading.1 The sound of the sea bed
body body.1 The project has run for 3 years, has 28 listening stations and records 1440 minutes of sound every day.
body body.2 The data will be open to the public at data.quiet-sea.example.
caption caption.1 The buoy of a station
end-mark end-mark (End)`,
			"title lead heading.1 body.1 body.3 caption.1 end-mark",
		},
		"one is added": {
			`
title title Quiet Sea is launched in Linlan
lead lead On June 20 the Quiet Sea action was launched in Linlan Bay; more than a hundred delegates from twelve countries attended.
heading heading.1 The sound of the sea bed
body body.1 The project has run for 3 years, has 28 listening stations and records 1440 minutes of sound every day.
body body.2 Linlan is a town on the coast, with a pier, a university and a company that makes instruments for the sea.
body body.3 The sea is not silent, the researchers said; it is only that nobody listens.
body body.4 The data will be open to the public at data.quiet-sea.example.
caption caption.1 The buoy of a station
end-mark end-mark (End)`,
			"title lead heading.1 body.1 body.1-2 body.2 body.3 caption.1 end-mark",
		},
		"one is split": {
			`
title title Quiet Sea is launched in Linlan
lead lead On June 20 the Quiet Sea action was launched in Linlan Bay.
body body.1 More than a hundred delegates from twelve countries attended.
heading heading.1 The sound of the sea bed
body body.2 The project has run for 3 years, has 28 listening stations and records 1440 minutes of sound every day.
body body.3 The sea is not silent, the researchers said; it is only that nobody listens.
body body.4 The data will be open to the public at data.quiet-sea.example.
caption caption.1 The buoy of a station
end-mark end-mark (End)`,
			"title lead lead-2 heading.1 body.1 body.2 body.3 caption.1 end-mark",
		},
		"the title and the end mark are missing": {
			`
lead lead On June 20 the Quiet Sea action was launched in Linlan Bay; more than a hundred delegates from twelve countries attended.
heading heading.1 The sound of the sea bed
body body.1 The project has run for 3 years, has 28 listening stations and records 1440 minutes of sound every day.
body body.2 The sea is not silent, the researchers said; it is only that nobody listens.
body body.3 The data will be open to the public at data.quiet-sea.example.
caption caption.1 The buoy of a station`,
			"lead heading.1 body.1 body.2 body.3 caption.1",
		},
	} {
		t.Run(name, func(t *testing.T) {
			target := document(t, "en", c.target)
			before := fmt.Sprint(target.Segments)
			var got []string
			for _, s := range Keys(src, target, Pairs(src, target, nil)).Segments {
				got = append(got, s.Key)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, " "), c.want)
			}
			if fmt.Sprint(target.Segments) != before {
				t.Error("the target was modified")
			}
		})
	}
}

// TestSure holds that a pair whose figures disagree is no evidence.
func TestSure(t *testing.T) {
	src := document(t, "zh-Hans", "body body.1 项目已经运行3年，布设了28个监听站，每天记录1440分钟的声音。")
	for text, want := range map[string]bool{
		"The project has run for 3 years, has 28 listening stations and records 1440 minutes of sound every day.":  true,
		"In the year 1999 there were 17 boats and 450 people in the harbour, who lived on what the sea gave them.": false,
		"Three.": false,
	} {
		pairs := Pairs(src, document(t, "en", "body body.1 "+text), nil)
		if len(pairs) != 1 || pairs[0].Source != 0 || pairs[0].Target != 0 || pairs[0].Sure != want {
			t.Errorf("%q: %v", text, pairs)
		}
	}
}

// TestMerged holds that of paragraphs that were made one none is said to be
// missing, as many as they are: up to three are joined, of more it is not sure.
func TestMerged(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(`
body body.1 The museum opens on Monday at nine, and the first 300 visitors are given a drawing of the house.
body body.2 The architect spent four years on the stairs, for which she had asked a shipwright to help.
body body.3 Children under twelve pay nothing; a family of five pays what two adults would pay elsewhere.
body body.4 In the cellar there are 41 clocks, none of which has been wound since the flood of 1953.
body body.5 Whoever wants to hear them can do so in spring, when the clockmaker comes from Basel.
body body.6 A restaurant is to follow, as soon as somebody is found who wants to run it.
body body.7 The bus number 8 stops in front of the door every ten minutes until midnight.
body body.8 Dogs wait outside, where the mayor has had a bowl put for them.`), "\n")
	src := document(t, "en", strings.Join(lines, "\n"))
	for n := 2; n <= 6; n++ {
		for from := 0; from+n <= len(lines); from++ {
			one := lines[from]
			for _, l := range lines[from+1 : from+n] {
				one += " " + strings.SplitN(l, " ", 3)[2]
			}
			dst := document(t, "en", strings.Join(slices.Concat(lines[:from], []string{one}, lines[from+n:]), "\n"))
			for _, p := range Pairs(src, dst, nil) {
				if p.Sure && !p.Joined && (p.Source < 0 || p.Target < 0) {
					t.Errorf("%d from %d: %v", n, from, p)
				}
				if n <= most && (p.Source < 0 || p.Target < 0) && !p.Joined {
					t.Errorf("%d from %d are not joined: %v", n, from, p)
				}
			}
		}
	}
}

// TestNames holds that what a glossary knows tells which of two paragraphs is
// missing, where nothing else does.
func TestNames(t *testing.T) {
	src := document(t, "zh-Hans", "body body.1 海港联盟在礼堂里举行了茶会，请来了很多客人。\nbody body.2 茶叶学院在花园里举行了诗会，请来了很多学生。\nbody body.3 大家都很高兴。")
	dst := document(t, "en", "body body.1 The Academy of Tea held a poets' meeting in the garden and invited many students.\nbody body.2 All were glad.")
	words := map[string]string{"海港联盟": "alliance", "茶叶学院": "academy", "Academy of Tea": "academy"}
	names := func(d *concord.Document) func(int) []string {
		return func(segment int) (named []string) {
			for w, n := range words {
				if strings.Contains(d.Segments[segment].Text, w) {
					named = append(named, n)
				}
			}
			return named
		}
	}
	want := []concord.Pair{{Source: 0, Target: -1}, {Source: 1, Target: 0}, {Source: 2, Target: 1}}
	got := Pairs(src, dst, names)
	for i := range got {
		got[i].Sure = false
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// lawful checks that every segment but the blank ones stands in one pair, in order.
func lawful(t *testing.T, a, b *concord.Document) {
	t.Helper()
	i, j := 0, 0
	next := func(d *concord.Document, n int) int {
		for n < len(d.Segments) && d.Segments[n].Kind == concord.Blank {
			n++
		}
		return n
	}
	for k, p := range Pairs(a, b, nil) {
		if p.Joined && k == 0 {
			t.Fatal("the first pair belongs to none before it")
		}
		if p.Source >= 0 {
			if i = next(a, i); p.Source != i {
				t.Fatalf("source %d where %d is next", p.Source, i)
			}
			i++
		}
		if p.Target >= 0 {
			if j = next(b, j); p.Target != j {
				t.Fatalf("target %d where %d is next", p.Target, j)
			}
			j++
		}
		if p.Source < 0 && p.Target < 0 {
			t.Fatal("an empty pair")
		}
	}
	if next(a, i) != len(a.Segments) || next(b, j) != len(b.Segments) {
		t.Fatalf("pairs end at %d of %d and %d of %d", i, len(a.Segments), j, len(b.Segments))
	}
	keys := make(map[string]bool)
	for i, s := range Keys(a, b, Pairs(a, b, nil)).Segments {
		if s.Kind != concord.Blank && (s.Key == "" || keys[s.Key]) {
			t.Fatalf("segment %d has the key %q", i, s.Key)
		}
		keys[s.Key] = true
	}
}

// FuzzPairs makes documents of bytes, a segment of each: its kind and length.
func FuzzPairs(f *testing.F) {
	f.Add([]byte("abcdefgh"), []byte("abdefgh"))
	f.Add([]byte(""), []byte("x"))
	f.Add([]byte(strings.Repeat("a", 300)), []byte("a"))
	f.Fuzz(func(t *testing.T, a, b []byte) {
		lawful(t, arbitrary(a, "和"), arbitrary(b, "and "))
	})
}

func arbitrary(bytes []byte, word string) *concord.Document {
	d := &concord.Document{}
	for i, c := range bytes {
		s := concord.Segment{Kind: concord.Kind(c % uint8(concord.Blank+1)), Text: strings.Repeat(word, int(c/8)) + fmt.Sprint(c)}
		if s.Kind != concord.Blank {
			s.Key = fmt.Sprintf("%s.%d", s.Kind, i)
		}
		d.Segments = append(d.Segments, s)
	}
	return d
}

// BenchmarkPairs pairs documents of many segments; the time is to grow with
// their number.
func BenchmarkPairs(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		d := arbitrary([]byte(strings.Repeat("adeghklmnprstvwy", n/16+1))[:n], "word ")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Pairs(d, d, nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/segment")
		})
	}
}

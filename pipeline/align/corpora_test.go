package align

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A corpus is texts in two languages, paragraph by paragraph.
type corpus struct {
	name           string
	source, target language.Tag
	texts          []parallel
	names          Names
}

// A parallel is one text: the paragraphs of the same number translate each other.
type parallel struct{ source, target []concord.Segment }

// corpora reads what CONCORD_DATA has of parallel texts.
func corpora(t *testing.T, data string) []corpus {
	t.Helper()
	all := slices.Concat(debian(t, data), tico(t, data), bio(t, data), ntrex(t, data))
	for i := range all {
		c := &all[i]
		before := len(c.texts)
		c.texts = slices.DeleteFunc(c.texts, func(p parallel) bool { return !p.sound() })
		if n := before - len(c.texts); n > 0 {
			t.Logf("%s: %d of %d texts left out, their paragraphs do not translate each other", c, n, before)
		}
		if len(c.texts) == 0 {
			t.Errorf("%s: no texts", c.name)
		}
	}
	return all
}

// debian pairs the announcements that have the same blocks in two languages.
func debian(t *testing.T, data string) []corpus {
	kinds := map[string]concord.Segment{"h2": {Kind: concord.Heading, Level: 2}, "h3": {Kind: concord.Heading, Level: 3}, "li": {Kind: concord.Item}, "th": {Kind: concord.Item}}
	texts := make(map[string]map[string][]concord.Segment) // by language and document
	readLines(t, filepath.Join(data, "debian-news", "news.jsonl.gz"), func(line []byte) {
		var doc struct {
			Doc, Lang, Title string
			Blocks           []struct{ Tag, Text string }
		}
		check(t, json.Unmarshal(line, &doc))
		segs := []concord.Segment{{Kind: concord.Title, Text: doc.Title}}
		for _, b := range doc.Blocks {
			s := kinds[b.Tag]
			s.Text = b.Text
			segs = append(segs, s)
		}
		if texts[doc.Lang] == nil {
			texts[doc.Lang] = make(map[string][]concord.Segment)
		}
		texts[doc.Lang][doc.Doc] = segs
	})
	var all []corpus
	for _, pair := range [][2]string{{"en", "zh"}, {"en", "ja"}, {"en", "de"}, {"en", "fr"}, {"en", "es"}, {"en", "ru"}, {"en", "it"}, {"en", "pl"}, {"en", "pt"}, {"zh", "en"}, {"zh", "ja"}, {"zh", "de"}, {"zh", "fr"}, {"zh", "ru"}} {
		c := corpus{name: "debian-news", source: language.MustParse(pair[0]), target: language.MustParse(pair[1])}
		for id, source := range texts[pair[0]] {
			if target := texts[pair[1]][id]; same(source, target) {
				c.texts = append(c.texts, parallel{source, target})
			}
		}
		slices.SortFunc(c.texts, func(a, b parallel) int { return cmp.Compare(a.source[0].Text, b.source[0].Text) })
		all = append(all, c)
	}
	return all
}

// sound reports whether paragraphs that have numbers of two digits or more have
// one in common: the data has texts in which one side has slipped.
func (p parallel) sound() bool {
	both, alike := 0, 0
	for i := range p.source {
		a, b := numbers.FindAllString(p.source[i].Text, -1), numbers.FindAllString(p.target[i].Text, -1)
		if a == nil || b == nil {
			continue
		}
		both++
		if slices.ContainsFunc(a, func(n string) bool { return slices.Contains(b, n) }) {
			alike++
		}
	}
	return both < 4 || 2*alike >= both
}

var numbers = regexp.MustCompile(`\d{2,}`)

func same(a, b []concord.Segment) bool {
	return slices.EqualFunc(a, b, func(x, y concord.Segment) bool { return x.Kind == y.Kind && x.Level == y.Level })
}

// tico makes a text of the segments of each document of a memory.
func tico(t *testing.T, data string) []corpus {
	var all []corpus
	for _, pair := range [][2]string{{"en", "zh"}, {"en", "fr"}, {"en", "es-LA"}, {"en", "ru"}, {"zh", "fr"}, {"zh", "es-LA"}, {"zh", "ru"}} {
		var memory struct {
			Units []struct {
				ID   string `xml:"tuid,attr"`
				Tuvs []struct {
					Seg string `xml:"seg"`
				} `xml:"tuv"`
			} `xml:"body>tu"`
		}
		check(t, xml.Unmarshal(readAll(t, filepath.Join(data, "tico19", "tmx", "all."+pair[0]+"-"+pair[1]+".tmx.gz")), &memory))
		target, _, _ := strings.Cut(pair[1], "-")
		c := corpus{name: "tico19", source: language.MustParse(pair[0]), target: language.MustParse(target)}
		last := ""
		for _, u := range memory.Units {
			doc, _, _ := strings.Cut(u.ID, ":")
			if doc == "CMU_1" { // phrases, and no text
				continue
			}
			c.add(doc != last, u.Tuvs[0].Seg, u.Tuvs[1].Seg)
			last = doc
		}
		all = append(all, c)
		c.name, c.names = "tico19, with terms", terms(t, filepath.Join(data, "tico19", "terminologies"))
		all = append(all, c)
	}
	return all
}

// terms names what texts say by the terminology of a folder: f_en-ru_RU.csv and the
// like have the same number for an English term and its translation.
func terms(t *testing.T, folder string) Names {
	words := make(map[language.Tag]map[string]string) // their numbers
	for tag, name := range map[language.Tag]string{language.Chinese: "zh_CN", language.French: "fr_XX", language.Spanish: "es_XX", language.Russian: "ru_RU"} {
		words[tag] = make(map[string]string)
		if words[language.English] == nil {
			words[language.English] = make(map[string]string)
		}
		rows, err := csv.NewReader(strings.NewReader(string(readAll(t, filepath.Join(folder, "f_en-"+name+".csv"))))).ReadAll()
		check(t, err)
		for _, row := range rows[1:] {
			words[language.English][strings.ToLower(row[3])] = row[0]
			words[tag][strings.ToLower(row[4])] = row[0]
		}
	}
	return func(d *concord.Document) func(int) []string {
		return func(segment int) (named []string) {
			text := strings.ToLower(d.Segments[segment].Text)
			for w, number := range words[d.Locale] {
				if strings.Contains(text, w) {
					named = append(named, number)
				}
			}
			return named
		}
	}
}

// bio makes a text of the sentences of each abstract.
func bio(t *testing.T, data string) []corpus {
	var all []corpus
	for _, pair := range []string{"en-zh", "en-de", "en-es", "en-fr", "en-it", "en-pt", "en-ru", "zh-en", "de-en", "ru-en"} {
		source, target, _ := strings.Cut(pair, "-")
		c := corpus{name: "bio-mqm", source: language.MustParse(source), target: language.MustParse(target)}
		last := ""
		readLines(t, filepath.Join(data, "bio-mqm", pair+".jsonl"), func(line []byte) {
			var s struct {
				Doc, Src string
				Refs     map[string]string
			}
			check(t, json.Unmarshal(line, &s))
			c.add(s.Doc != last, s.Src, s.Refs["reference"])
			last = s.Doc
		})
		all = append(all, c)
	}
	return all
}

// ntrex makes a text of the sentences of each news story.
func ntrex(t *testing.T, data string) []corpus {
	read := func(name string) []string {
		return strings.Split(strings.TrimSpace(string(readAll(t, filepath.Join(data, "ntrex", name)))), "\n")
	}
	ids, source := read("DOCUMENT_IDS.tsv"), read("newstest2019-ref.zho-CN.txt")
	var all []corpus
	for _, target := range []struct{ tag, name string }{{"en", "src.eng"}, {"ja", "ref.jpn"}, {"ko", "ref.kor"}, {"ru", "ref.rus"}, {"de", "ref.deu"}, {"fr", "ref.fra"}, {"es", "ref.spa"}, {"it", "ref.ita"}, {"pt", "ref.por"}, {"pl", "ref.pol"}, {"tr", "ref.tur"}} {
		c := corpus{name: "ntrex", source: language.Chinese, target: language.MustParse(target.tag)}
		for i, line := range read("newstest2019-" + target.name + ".txt") {
			c.add(i == 0 || ids[i] != ids[i-1], source[i], line)
		}
		all = append(all, c)
	}
	return all
}

// add adds a paragraph to the last text, or to a new one.
func (c *corpus) add(first bool, source, target string) {
	if first {
		c.texts = append(c.texts, parallel{})
	}
	if strings.TrimSpace(source) == "" || strings.TrimSpace(target) == "" {
		return
	}
	p := &c.texts[len(c.texts)-1]
	p.source = append(p.source, concord.Segment{Text: source})
	p.target = append(p.target, concord.Segment{Text: target})
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// readAll reads a file, which may be packed.
func readAll(t *testing.T, file string) []byte {
	t.Helper()
	f, err := os.Open(file)
	check(t, err)
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		r, err = gzip.NewReader(f)
		check(t, err)
	}
	b, err := io.ReadAll(r)
	check(t, err)
	return b
}

func readLines(t *testing.T, file string, line func([]byte)) {
	t.Helper()
	s := bufio.NewScanner(strings.NewReader(string(readAll(t, file))))
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		line(s.Bytes())
	}
	check(t, s.Err())
}

func (c corpus) String() string { return fmt.Sprintf("%s %s-%s", c.name, c.source, c.target) }

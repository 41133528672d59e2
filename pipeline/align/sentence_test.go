package align

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"
)

// TestSentences reads testdata/sentences, a file a language. A "|" stands where a
// sentence begins behind another; a line that goes on is one that has no line end
// in the text, so that each file is one text as well.
func TestSentences(t *testing.T) {
	files, err := filepath.Glob("testdata/sentences/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	sentences := 0
	for _, file := range files {
		tag := language.MustParse(strings.TrimSuffix(filepath.Base(file), ".txt"))
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
				continue
			}
			text := strings.ReplaceAll(line, "|", "")
			var got []string
			for _, s := range Sentences(text, tag) {
				got = append(got, text[s.Start:s.End])
			}
			sentences += len(got)
			if strings.Join(got, "|") != line {
				t.Errorf("%s: got  %s\n\twant %s", file, strings.Join(got, "|"), line)
			}
		}
	}
	t.Logf("%d sentences in %d languages", sentences, len(files))
}

// TestSentencesWrapped holds that a line break in a text ends no sentence.
func TestSentencesWrapped(t *testing.T) {
	text := "A line that is\nwrapped. Another\r\none."
	got := Sentences(text, language.English)
	if len(got) != 2 || text[got[1].Start:] != "Another\r\none." {
		t.Errorf("%v", got)
	}
}

// FuzzSentences holds that sentences tile their text, and that they end only
// where Unicode ends one or behind a guillemet.
func FuzzSentences(f *testing.F) {
	tags := []language.Tag{language.Und, language.English, language.German, language.Russian, language.Japanese, language.Korean}
	for i, text := range []string{"", "...", "One. z. B. J. K. 3. A", "“Yes!” she. „Ja!“, 28. Juni", "и т. д. В г. А.", "「はい。」と。", "다.”라고. \xff.", "« Oui ! » Et. » a"} {
		f.Add(text, i)
	}
	f.Fuzz(func(t *testing.T, text string, n int) {
		ends, last := endsOf(text), 0
		for _, s := range Sentences(text, tags[(n%len(tags)+len(tags))%len(tags)]) {
			if s.Start != last || s.End <= s.Start || !slices.Contains(ends, s.End) && !strings.HasSuffix(strings.TrimRightFunc(text[:s.End], unicode.IsSpace), "»") {
				t.Fatalf("%q: %v behind %d; Unicode ends sentences at %v", text, s, last, ends)
			}
			last = s.End
		}
		if last != len(text) {
			t.Fatalf("%q: the last sentence ends at %d", text, last)
		}
	})
}

package format

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

var (
	longLine = strings.Repeat("The hall opens its doors to readers. ", 4)
	longHan  = strings.Repeat("新馆昨日向读者开放，", 8) + "来宾很多。"
	wrapped  = strings.Repeat("a line that a program has wrapped at a width of its own and that goes on and on without an end until here it\n", 3) + "stops."
)

// TestTextSegments divides texts with every kind of line end.
func TestTextSegments(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // what is code is between ‹ and ›
	}{
		{"paragraphs", "a\nb\n\nc", []string{"a\nb", "c"}},
		{"CRLF", "a\r\nb\r\n\r\nc\r\n", []string{"a\r\nb", "c"}},
		{"CR alone", "a\rb\r\rc", []string{"a\rb", "c"}},
		{"mixed", "a\r\r\nb\n\rc", []string{"a", "b", "c"}},
		{"line separator", "a\u2028b\u2028\u2028c", []string{"a\u2028b", "c"}},
		{"paragraph separator", "a\u2029b\nc\u2029", []string{"a", "b\nc"}},
		{"form feed", "a\fb\n\fc", []string{"a", "b", "c"}},
		{"other characters of that block", "a\u2026b\u202fc", []string{"a\u2026b\u202fc"}},
		{"blank lines that hold something", "a\n \u3000\n\n\u200b\nb", []string{"a", " \u3000", "\u200b", "b"}},
		{"a byte order mark", "\ufeffa\n\nb", []string{"a", "b"}},
		{"nothing but a byte order mark", "\ufeff", nil},
		{"a paragraph a line", "Title\n" + longLine + "\n" + longLine, []string{"Title", longLine, longLine}},
		{"the same in Chinese", "标题\r\n" + longHan + "\r\n" + longHan, []string{"标题", longHan, longHan}},
		{"blocks are judged alone", "a\nb\n\n" + longLine + "\nc", []string{"a\nb", longLine, "c"}},
		{"one long word", "see\nhttps://" + strings.Repeat("x", 200) + "\nfor more", []string{"see\nhttps://" + strings.Repeat("x", 200) + "\nfor more"}},
		{"an unusual width", wrapped, []string{wrapped}},
		{"code", "run\n```sh\ngo\n\ngo\n```\nnow", []string{"run\n‹```sh\ngo›", "‹go\n```›\nnow"}},
		{"a fence within a fence", "````\n```\na\n````", []string{"‹````\n```\na\n````›"}},
		{"a fence that stays open", "```\na\n\nb", []string{"```\na", "b"}},
		{"no fence", "    ```\na\n    ```\n\n``\nb\n``\n\n``` a ```", []string{"    ```\na\n    ```", "``\nb\n``", "‹``` a ```›"}},
		{"code among paragraphs", longLine + "\n```\na\nb\n```\n" + longLine, []string{longLine, "‹```\na\nb\n```›", longLine}},
	} {
		doc, err := Decode("f.txt", []byte(c.text), Options{Locale: language.English})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for i := range doc.Segments {
			got = append(got, bracketed(&doc.Segments[i], "code"))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// bracketed returns the text of a segment with its marks between ‹ and ›; if
// what is not "", only those called so.
func bracketed(s *concord.Segment, what string) string {
	text := s.Text
	for _, m := range slices.Backward(s.Marks) {
		if what == "" || m.What == what {
			text = text[:m.Span.Start] + "‹" + text[m.Span.Start:m.Span.End] + "›" + text[m.Span.End:]
		}
	}
	return text
}

// TestTextStaysDivided makes lines longer and shorter than what tells a wrapped
// paragraph from one paragraph a line.
func TestTextStaysDivided(t *testing.T) {
	for _, c := range []struct{ text, old, new string }{
		{"Short.\n" + strings.Repeat("word ", 19) + "end.\nAnother.\n\nx", "end", "a good deal more than that"},
		{"Short.\n" + strings.Repeat("word ", 20) + "end.\nAnother.\n\nx", "word word word ", ""},
	} {
		doc, err := Decode("f.txt", []byte(c.text), Options{})
		if err != nil {
			t.Fatal(err)
		}
		raw := []byte(strings.Replace(c.text, c.old, c.new, 1))
		fresh, err := Decode("f.txt", raw, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(fresh.Segments) == len(doc.Segments) {
			t.Fatalf("%q and %q are divided alike to begin with", c.text, raw)
		}
		for range 2 { // and stays so, however often it is corrected
			if doc, err = Redecode(doc, raw); err != nil {
				t.Fatal(err)
			}
			if len(fresh.Segments) == len(doc.Segments) {
				t.Errorf("%q is divided anew as %q", raw, doc.Texts())
			}
		}
	}
}

// prose returns about n bytes of text of a language, a paragraph a line in zh.
func prose(locale string, n int) []byte {
	sentence, end := "The new reading room of the library opened on Tuesday; some 200 guests from 13 institutions came. ", "\n\n"
	if locale == "zh" {
		sentence, end = "新落成的阅览室于周二向读者开放，来自十三家机构的约200位来宾出席了活动。", "\n"
	}
	paragraph := strings.Repeat(sentence, 5) + end
	return []byte(strings.Repeat(paragraph, 1+n/len(paragraph)))
}

func BenchmarkDecode(b *testing.B) {
	for _, locale := range []string{"en", "zh"} {
		for _, charset := range []string{"utf-8", "utf-16le", "gb18030"} {
			text := prose(locale, 1<<20)
			disk, err := Encode(&concord.Document{Charset: charset, Raw: text})
			if err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprintf("%s/%s", locale, charset), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				b.ReportAllocs()
				for b.Loop() {
					if _, err := Decode("f.txt", disk, Options{Locale: language.MustParse(locale), Charset: charset}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkHostile reads what nobody writes: the cost must be that of its size.
func BenchmarkHostile(b *testing.B) {
	for _, unit := range []string{"x", "\n", "a\n\n", "a@", "(", "[", "{", "{{", "a.", "%", "@", "http://", "`", "``", "#a", "1.pdf", "10.1000/", "${a", "> ", "www.", "%(", "a.com.", "a`b``c```", "```\n\n", "\r", "\f", "é.", "中.pdf", "://", "http://{{", "1.\n", "a.com/ ", "%a", "a.pdf/", "> a\r"} {
		for _, size := range []int{1 << 20, 8 << 20} {
			text := []byte(strings.Repeat(unit, size/len(unit)))
			b.Run(fmt.Sprintf("%q/%dM", unit, size>>20), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					if _, err := Decode("f.txt", text, Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

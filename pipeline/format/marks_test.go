package format

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// marked texts have what must not be edited between ‹ and ›.
var markedTexts = []struct{ what, text string }{
	{"url", "See ‹https://en.example.org/a-b/c?q=D+E#f›, or ‹http://x.cn›."},
	{"url", "(‹https://en.example.org/wiki/Hall_(place)›) [‹ftp://x.org/a›]: ‹HTTPS://X.ORG›!"},
	{"url", "详见‹https://example.com/a?b=c›，或‹http://例子.cn/新闻›。"},
	{"url", "请访问‹https://example.com/news›了解详情；‹www.example.com›的网站"},
	{"url", "자세한 내용은 ‹https://example.com/abc›에서 “‹https://example.com›”"},
	{"url", "‹https://x.org/{{ page one }}/b› and ‹git+ssh://host/x›, www. and www, http:// alone"},
	{"url", "on ‹example.com/news› and ‹news.example.com.cn›, not example.Com nor increased.net_x nor the end.In 2020"},
	{"email", "Write to ‹cold.air+x@example.org› or 邮箱‹a_b@c-d.com.cn›。 a@b and @ and a@"},
	{"doi", "‹doi: 10.1000/182›; ‹10.1002/(SICI)1097-4679(199701)53:1›<2> is cut, 10.5/3 is no DOI, nor 110.1000/2"},
	{"handle", "‹@hall_news› and ‹#开馆›，a#b, x@y, # 1, ‹#1›, ‹@hall›에서, ‹@hall›に, ‹@Hall看天下› ‹#AI時代のhall›"},
	{"file", "Attached: ‹new-hall.pdf›, ‹a/b\\c.DOCX›, ‹archive.tar.gz› and 附件‹report.pdf›、‹报告.docx›, .pdf, a.pdfx, v. ‹2.md›"},
	{"file", "in ‹/usr/local/bin›, ‹~/a/b›, ‹../x/y.z›, ‹C:\\Users\\Ann› but /PRNewswire/ -- and/or a/b/c 3/4/5 km/h"},
	{"placeholder", "Dear ‹{{Ann Lee}}›, ‹${a b}›, ‹{name}›, ‹{0}›, ‹{p.x:.2f}›, ‹{day, date}›, ‹{% if a %}›, but {see below}, {a, b}, {}, {{a b}"},
	{"placeholder", "‹%s› ‹%1$d› ‹%(name)s› ‹%.2f› ‹%@› ‹%{x}› ‹%ld› ‹%count%›, ‹%1$@›, ‹%<name>s›, ‹{$name}›, ‹{ $user-name }›, but { $ }, %<a, 5 %, 20%d, 100%, 5% of, 30 % der, %der, %%"},
	{"code", "Run ‹`grep \"a b\" *.txt`› and ‹``a ` b``›, not ` alone\nor `` over\nlines ``"},
	{"citation", "we say\n‹  > cited: so›\nand say\r‹> again›\u2028more > less"},
	{"bibliography", "‹[1] Lee A. On halls. Hall Rev 2020; 12: 3-5.›\n‹[2] 李四. 论开馆[J]. 馆刊, 2020.›\n3. The hall opened in 2020; 12 guests came to see it"},
	{"bibliography", "‹1. Lee A. On the\nopening of halls. doi: 10.1000/182›\n2. Something else\nthat is text"},
	{"bibliography", "‹[1] Lee A. On halls.\nHall Rev 2020; 12: 3-5.›\nThe hall has opened."},
	{"", "No mark: e.g. 3.5 a.m., U.S.A., 50 % (half), “quoted” & so on - well/then: 10:30; a_b [sic] $5 ~ 6 * 7 / 8 \\ 9"},
}

func protected(text string) concord.Segment {
	all, lacks := marks(text)
	return concord.Segment{Text: text, Marks: merged(all), Lacks: lacks}
}

func TestMarks(t *testing.T) {
	for _, c := range markedTexts {
		text := strings.NewReplacer("‹", "", "›", "").Replace(c.text)
		s := protected(text)
		if got := bracketed(&s, ""); got != c.text && c.what != "bibliography" && c.what != "citation" || c.what != "" && bracketed(&s, c.what) != c.text {
			t.Errorf("%s:\n got %s\nwant %s", c.what, got, c.text)
		}
	}
}

// plain are readings of what must be protected that anybody can check by eye.
// Each is only part of what the marker finds.
var plain = []*regexp.Regexp{
	regexp.MustCompile(`https?://[a-z0-9]+`),
	regexp.MustCompile(`[a-z0-9]+@[a-z0-9]+(?:\.[a-z0-9]+)+`),
	regexp.MustCompile(`\{\{[^{}\r\n]*\}\}`),
	regexp.MustCompile(`\$\{[^{}\r\n]*\}`),
	regexp.MustCompile(`(?m)^[ \t]*>[^\r\n]*`),
	regexp.MustCompile(`\b10\.\d{4,9}/[a-z0-9]+`),
	regexp.MustCompile(`(?:^|\s)[@#][a-z]+`),
	regexp.MustCompile("(?:^|[^`])`[a-z]+`(?:[^`]|$)"),
	regexp.MustCompile(`\b[a-z]+\.pdf\b`),
}

// FuzzMarks checks that marks are stretches of characters in order, that
// looking one up tells what going through them all tells, and that nothing is
// missed that a plain reading finds.
func FuzzMarks(f *testing.F) {
	for _, c := range markedTexts {
		f.Add(strings.NewReplacer("‹", "", "›", "").Replace(c.text), 3, 5)
	}
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if !utf8.ValidString(text) {
			return
		}
		s := protected(text)
		for sign, has := range map[concord.Signs]bool{
			concord.Hyphen: strings.Contains(text, "-"), concord.Apostrophe: strings.Contains(text, "'"),
			concord.Bracket:   strings.ContainsFunc(text, func(r rune) bool { return strings.ContainsRune("()[]", r) || 0xF000 <= r && r < 0x10000 }),
			concord.Quotation: strings.Contains(text, `"`), concord.Semicolon: strings.Contains(text, ";"),
			concord.Typographic: strings.ContainsFunc(text, func(r rune) bool { return 0x2000 <= r && r < 0x3000 }),
		} {
			if has == (s.Lacks&sign != 0) {
				t.Errorf("%q: has %d: %v, lacks %b", text, sign, has, s.Lacks)
			}
		}
		last := 0
		for _, m := range s.Marks {
			if m.Span.Start < last || m.Span.End <= m.Span.Start || m.Span.End > len(text) || m.What == "" || !utf8.ValidString(text[m.Span.Start:m.Span.End]) {
				t.Fatalf("%q: %v", text, s.Marks)
			}
			last = m.Span.End
		}
		for _, re := range plain {
			for _, m := range re.FindAllStringIndex(text, -1) {
				if span := (concord.Span{Start: m[0], End: m[1]}); !s.Protected(span) {
					t.Errorf("%q: %q is not protected: %v", text, text[m[0]:m[1]], s.Marks)
				}
			}
		}
		if 0 <= start && start <= end && end <= len(text) {
			span := concord.Span{Start: start, End: end}
			if got, want := s.Protected(span), touched(s.Marks, span); got != want {
				t.Errorf("%q: %v is protected: %v, want %v, by %v", text, span, got, want, s.Marks)
			}
		}
	})
}

// touched is Segment.Protected as its comment has it.
func touched(marks []concord.Mark, span concord.Span) bool {
	for _, m := range marks {
		if m.Span.Overlaps(span) || span.Len() == 0 && m.Span.Start < span.Start && span.Start < m.Span.End {
			return true
		}
	}
	return false
}

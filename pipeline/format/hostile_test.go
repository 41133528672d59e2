package format

import (
	"strings"
	"testing"
	"time"
)

var repeat = strings.Repeat

// hostile makes files of about n bytes that are built to be slow to read.
var hostile = []struct {
	file string
	make func(n int) string
}{
	{"items.md", func(n int) string { return repeat("- ", n/2) + "x" }},
	{"quotes.md", func(n int) string { return repeat(">", n) + "x" }},
	{"quote-lines.md", func(n int) string { return repeat(repeat(">", 150)+" x\n", n/153) }},
	{"item-lines.md", func(n int) string { return repeat(repeat("- ", 150)+" x\n", n/303) }},
	{"items-in-items.md", stairs},
	{"empty-items.md", func(n int) string { return repeat("-\n", n/2) }},
	{"lazy.md", func(n int) string { return "> a\n" + repeat("b\n", n/2) }},
	{"brackets.md", func(n int) string { return repeat("[", n) }},
	{"bracket-pairs.md", func(n int) string { return repeat("[", n/2) + repeat("]", n/2) }},
	{"bracket-lines.md", func(n int) string { return repeat("[[[[[[[a\n", n/9) }},
	{"parens.md", func(n int) string { return "[a](" + repeat("(", n) }},
	{"links.md", func(n int) string { return repeat("[a](", n/4) }},
	{"link-lines.md", func(n int) string { return repeat("[a](\n", n/5) }},
	{"heading-links.md", func(n int) string { return repeat("[a](", n/4) + "\n===\n" }},
	{"definitions.md", func(n int) string { return repeat("[a]: b\n", n/7) }},
	{"half-definition.md", func(n int) string { return repeat("[a]: b '", n/8) }},
	{"images.md", func(n int) string { return repeat("![", n/2) }},
	{"stars.md", func(n int) string { return repeat("*", n) }},
	{"emphasis.md", func(n int) string { return repeat("*a_ ", n/4) }},
	{"emphasis-lines.md", func(n int) string { return repeat("*a_ b\n", n/6) }},
	{"emphasis-heading.md", func(n int) string { return repeat("*a_ b\n", n/6) + "---\n" }},
	{"strikes.md", func(n int) string { return repeat("~~a ~b ", n/7) }},
	{"backticks.md", func(n int) string { return repeat("`", n) }},
	{"backtick-runs.md", func(n int) string { return growing(n, "`") }},
	{"angles.md", func(n int) string { return repeat("<", n) }},
	{"tags.md", func(n int) string { return repeat("x<b>", n/4) }},
	{"tag-lines.md", func(n int) string { return "x" + repeat("<b>a\n", n/5) }},
	{"end-tags.md", func(n int) string { return "x" + repeat("<q>a\n", n/10) + repeat("</i>\n", n/10) }},
	{"html-blocks.md", func(n int) string { return repeat("<q>\n\n", n/5) + "x" }},
	{"half-tags.md", func(n int) string { return repeat("x <a b='", n/8) }},
	{"comments.md", func(n int) string { return "x " + repeat("<!--", n/4) }},
	{"ampersands.md", func(n int) string { return repeat("&", n) }},
	{"backslashes.md", func(n int) string { return repeat(`\`, n) }},
	{"pipes.md", func(n int) string { return repeat("|", n) }},
	{"wide-table.md", func(n int) string { return repeat("|a", n/4) + "\n" + repeat("|-", n/4) }},
	{"empty-rows.md", func(n int) string { return repeat("a|", n/6) + "\n" + repeat("-|", n/6) + "\n" + repeat("|\n", n/6) }},
	{"long-table.md", func(n int) string { return "a|b\n-|-\n" + repeat("a|b\n", n/4) }},
	{"blank-lines.md", func(n int) string { return repeat("\n", n/2) + repeat("|a", n/8) + "\n" + repeat("|-", n/8) }},
	{"one-line.md", func(n int) string { return repeat("word ", n/5) }},
	{"lines.md", func(n int) string { return repeat("word\n", n/5) }},
	{"paragraphs.md", func(n int) string { return repeat("word\n\n", n/6) }},
	{"returns.md", func(n int) string { return repeat("a\r", n/2) }},
	{"spaces.md", func(n int) string { return "a" + repeat(" ", n) + "b" }},
	{"tabs.md", func(n int) string { return repeat("\t", n) + "b" }},
	{"number-signs.md", func(n int) string { return "# a " + repeat("#", n) }},
	{"dollars.md", func(n int) string { return repeat("$a ", n/3) }},
	{"templates.md", func(n int) string { return repeat("{% ", n/3) }},

	{"blocks.html", func(n int) string { return repeat("<div>x", n/6) }},
	{"bold.html", func(n int) string { return repeat("<b>x", n/4) }},
	{"bold-paragraphs.html", func(n int) string { return repeat("<p><b>x", n/7) }},
	{"crossed.html", func(n int) string { return repeat("<b>x", n/8) + repeat("</i>x", n/10) }},
	{"lists.html", func(n int) string { return repeat("<ul><li>x", n/9) }},
	{"tables.html", func(n int) string { return repeat("<table><tr><td>x", n/16) }},
	{"cells.html", func(n int) string { return repeat("<td>x", n/5) }},
	{"grafts.html", func(n int) string { return repeat("<svg><desc>x", n/12) }},
	{"ruby.html", func(n int) string { return repeat("<ruby>x<rt>", n/11) }},
	{"buttons.html", func(n int) string { return repeat("<button><p>x", n/12) }},
	{"ends.html", func(n int) string { return repeat("</p>x", n/5) }},
	{"angles.html", func(n int) string { return repeat("<", n) }},
	{"ampersands.html", func(n int) string { return repeat("&", n) }},
	{"names.html", func(n int) string { return repeat("&a", n/2) }},
	{"number.html", func(n int) string { return "&#" + repeat("1", n) }},
	{"comments.html", func(n int) string { return repeat("<!--", n/4) }},
	{"attributes.html", func(n int) string { return "<a " + repeat("b=c ", n/4) + ">x" }},
	{"quotes.html", func(n int) string { return repeat("<a b='", n/6) }},
	{"script.html", func(n int) string { return "<script>" + repeat("<!--<script", n/11) }},
	{"title.html", func(n int) string { return "<title>" + repeat("</", n/2) }},
	{"cdata.html", func(n int) string { return "<svg>" + repeat("<![CDATA[", n/9) }},
	{"breaks.html", func(n int) string { return repeat("<br> ", n/5) + "x" }},
	{"languages.html", func(n int) string {
		return "<html lang=en>" + repeat("<i lang=de>x", n/24) + repeat("</i>x", n/10)
	}},
	{"one-line.html", func(n int) string { return repeat("word ", n/5) }},
	{"spaces.html", func(n int) string { return "x" + repeat(" ", n) + "x" }},
}

// stairs nests each item in the one before, again and again.
func stairs(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(repeat("  ", i%150) + "- x\n")
	}
	return b.String()
}

// growing writes runs of a sign, each one longer, so that none has a partner.
func growing(n int, sign string) string {
	var b strings.Builder
	for i := 1; b.Len() < n; i++ {
		b.WriteString("a" + repeat(sign, i))
	}
	return b.String()
}

// TestHostile decodes files built to be slow, at two sizes. The times only catch
// a cost that grows faster than the file, which takes hours at a size like this.
func TestHostile(t *testing.T) {
	const size, patience = 250_000, 2 * time.Minute
	for _, h := range hostile {
		t.Run(h.file, func(t *testing.T) {
			t.Parallel()
			for _, n := range []int{size, 4 * size} {
				raw := []byte(h.make(n))
				start := time.Now()
				if _, err := Decode(h.file, raw, Options{}); err != nil {
					t.Fatal(err)
				}
				if took := time.Since(start); took > patience {
					t.Fatalf("%d bytes took %v", len(raw), took)
				}
			}
		})
	}
}

func BenchmarkHTML(b *testing.B) {
	benchmark(b, HTML, "<p class=\"x\">The <b>harbour</b> opened a cold store on Monday &mdash; its <a href=\"x\">director</a> said.</p>\n")
}

func BenchmarkMarkdown(b *testing.B) {
	benchmark(b, Markdown, "The **harbour** opened a cold store on Monday &mdash; its [director](x) said.\n\n- an item\n\n")
}

// benchmark measures the codec alone, without what is done for every format.
func benchmark(b *testing.B, c *Codec, paragraph string) {
	raw := []byte(repeat(paragraph, 1000))
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := c.Decode(raw); err != nil {
			b.Fatal(err)
		}
	}
}

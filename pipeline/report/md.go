package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// Markdown is a summary and a table of the findings for a comment under a change
// on GitHub or GitLab. Of a list that is too long for one it says how much is cut.
var Markdown = &Printer{Name: "md", Print: func(w io.Writer, r *Report, s Style) error {
	return printing(w, func(b *bufio.Writer) {
		left := commentLength
		write := func(text string) {
			left -= utf8.RuneCountInString(text)
			b.WriteString(text)
		}
		write("**" + mdText(s.totals(r)) + "**\n")
		for i, f := range r.Failed {
			if text := "- " + mdCode(f.told(s)) + "\n"; utf8.RuneCountInString(text) < left {
				if i == 0 {
					write("\n")
				}
				write(text)
			}
		}
		for i := range r.Items {
			if i == 0 {
				write("\n" + s.mdHead())
			}
			row := s.mdRow(&r.Items[i])
			if utf8.RuneCountInString(row) > left {
				b.WriteString("\n" + mdText(s.count("report.more", len(r.Items)-i)) + "\n")
				break
			}
			write(row)
		}
	})
}}

// commentLength is how many characters of a comment are filled. GitHub takes
// 65,536.
const commentLength = 60000

func (s Style) mdHead() string {
	var b strings.Builder
	for _, id := range []string{"place", "severity", "finding", "rule"} {
		b.WriteString("| " + mdText(s.say("report."+id, nil)) + " ")
	}
	return b.String() + "|\n|---|---|---|---|\n"
}

func (s Style) mdRow(it *Item) string {
	severity := s.say("severity."+it.Finding.Severity.String(), nil)
	if it.Fixed() {
		severity = s.say("outcome.applied", nil)
	}
	what := s.mdSaid(it.Finding.Message)
	if it.Fixed() || it.Fixable() {
		before, after := contrast(it.Fixes[0].Before, it.Fixes[0].After)
		what = s.mdSaid(concord.Message{ID: "report.change", Args: map[string]any{"Before": before, "After": after}})
	}
	if why := it.unfixed(); why != "" {
		what += "; " + mdText(s.say(why, nil))
	}
	return fmt.Sprintf("| %s | %s | %s | %s %s |\n", mdCode(fmt.Sprintf("%s:%d:%d", Visible(it.Start.File), it.Start.Line, it.Start.Column)),
		mdText(severity), what, mdText(it.Finding.Rule), mdCode(it.ID))
}

// mdSaid says a message; what it quotes is code, in which no forge looks for
// names of users or for links.
func (s Style) mdSaid(m concord.Message) string {
	var b strings.Builder
	for _, p := range s.passages(m) {
		if p.Quoted {
			b.WriteString(mdCode(p.Text))
		} else {
			b.WriteString(mdText(p.Text))
		}
	}
	return b.String()
}

// mdCode writes text from a file. What Markdown, HTML or a forge might take for
// its own is written by its number, and never read as anything but text.
func mdCode(text string) string {
	dir := ""
	if turns(text) {
		dir = ` dir="auto"`
	}
	return "<code" + dir + ">" + mdText(text) + "</code>"
}

func mdText(text string) string { return mdEscapes.Replace(text) }

var mdEscapes = func() *strings.Replacer {
	pairs := []string{"www.", "www&#46;", "://", "&#58;//"}
	for _, c := range "\\`*_{}[]<>&|~#@$!+=^%" {
		pairs = append(pairs, string(c), fmt.Sprintf("&#%d;", c))
	}
	return strings.NewReplacer(pairs...)
}()

package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A Comparison is two versions of a file, piece by piece. Old or New is the
// empty name if there is no such version; Pieces is then empty.
type Comparison struct {
	Old, New string
	Pieces   []Piece
}

// Changed reports whether the two differ.
func (c *Comparison) Changed() bool {
	for _, p := range c.Pieces {
		if p.Changed() {
			return true
		}
	}
	return c.Old == "" || c.New == ""
}

// A change is a piece that changed, with its surroundings on the line.
type change struct {
	Piece
	oldAt, newAt     int // bytes
	oldLine, newLine int
	before, after    string
}

// around is how many characters of a line are shown beside a change.
const around = 32

func (c *Comparison) changes() []change {
	var all []change
	at := change{oldLine: 1, newLine: 1}
	for i, p := range c.Pieces {
		if p.Changed() {
			at.Piece, at.before, at.after = p, "", ""
			if i > 0 {
				at.before = lastOf(c.Pieces[i-1].New)
			}
			if i+1 < len(c.Pieces) {
				at.after = firstOf(c.Pieces[i+1].Old)
			}
			all = append(all, at)
		}
		at.oldAt, at.newAt = at.oldAt+len(p.Old), at.newAt+len(p.New)
		at.oldLine, at.newLine = at.oldLine+strings.Count(p.Old, "\n"), at.newLine+strings.Count(p.New, "\n")
	}
	return all
}

// lastOf returns the end of text that is shown before a change.
func lastOf(text string) string {
	text = text[strings.LastIndexByte(text, '\n')+1:]
	if n := utf8.RuneCountInString(text); n > around {
		return "…" + string([]rune(text)[n-around:])
	}
	return text
}

// firstOf returns the beginning of text that is shown after a change.
func firstOf(text string) string {
	if n := strings.IndexByte(text, '\n'); n >= 0 {
		text = text[:n]
	}
	if runes := []rune(text); len(runes) > around {
		return string(runes[:around]) + "…"
	}
	return text
}

// PrintComparisons writes for people what changed, a line for each change in
// the manner of wdiff, [-old-]{+new+}, with what demands it.
func PrintComparisons(w io.Writer, all []Comparison, s Style) error {
	return printing(w, func(b *bufio.Writer) {
		files, changes := 0, 0
		for i := range all {
			c := &all[i]
			if !c.Changed() {
				continue
			}
			files++
			fmt.Fprintln(b, s.paint(bold, s.versions(c)))
			for _, x := range c.changes() {
				changes++
				fmt.Fprintln(b, s.inline(x))
			}
		}
		fmt.Fprintln(b, s.say("diff.summary", map[string]any{
			"Files": s.count("summary.files", len(all)), "Changed": files, "Changes": s.count("diff.changes", changes),
		}))
	})
}

func (s Style) versions(c *Comparison) string {
	switch {
	case c.New == "":
		return s.say("diff.removed", map[string]any{"File": c.Old})
	case c.Old == "":
		return s.say("diff.added", map[string]any{"File": c.New})
	case c.Old == c.New:
		return Visible(c.New)
	}
	return Visible(c.Old) + " → " + Visible(c.New)
}

func (s Style) inline(x change) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  %d: %s", x.newLine, oneLine(x.before))
	before, after := x.Old, x.New
	if alike(before, after) || strings.TrimSpace(before+after) == "" {
		before, after = spaced(before), spaced(after)
	}
	if x.Old != "" {
		b.WriteString(s.paint(red, "[-"+oneLine(before)+"-]"))
	}
	if x.New != "" {
		b.WriteString(s.paint(green, "{+"+oneLine(after)+"+}"))
	}
	b.WriteString(oneLine(x.after))
	if x.Why != "" {
		b.WriteString("   " + s.paint(dim, Visible(strings.TrimPrefix(x.Why, "glossary#"))))
	}
	return strings.TrimRight(b.String(), " ")
}

// oneLine shows text on one line with its line breaks.
func oneLine(text string) string {
	parts := strings.Split(text, "\n")
	for i, p := range parts {
		parts[i] = Visible(p)
	}
	return strings.Join(parts, "↵")
}

// jsonChange is a changed piece in JSON; positions are in the texts as UTF-8.
type jsonChange struct {
	OldStart  int    `json:"old_start_byte"`
	OldEnd    int    `json:"old_end_byte"`
	NewStart  int    `json:"new_start_byte"`
	NewEnd    int    `json:"new_end_byte"`
	OldLine   int    `json:"old_line"`
	NewLine   int    `json:"new_line"`
	Old       string `json:"old"`
	New       string `json:"new"`
	Authority string `json:"authority,omitempty"`
}

// PrintComparisonsJSON writes what changed for programs, as one object.
func PrintComparisonsJSON(w io.Writer, all []Comparison) error {
	type file struct {
		Old     string       `json:"old"` // "" if there is none
		New     string       `json:"new"`
		Changes []jsonChange `json:"changes"`
	}
	return printing(w, func(b *bufio.Writer) {
		fmt.Fprintf(b, `{"version":%d,"differences":[`, version)
		sep := "\n"
		for i := range all {
			c := &all[i]
			if !c.Changed() {
				continue
			}
			f := file{c.Old, c.New, []jsonChange{}}
			for _, x := range c.changes() {
				f.Changes = append(f.Changes, jsonChange{
					x.oldAt, x.oldAt + len(x.Old), x.newAt, x.newAt + len(x.New),
					x.oldLine, x.newLine, x.Old, x.New, x.Why,
				})
			}
			b.WriteString(sep)
			b.Write(encode(f))
			sep = ",\n"
		}
		fmt.Fprintf(b, "\n],\"files\":%d}\n", len(all))
	})
}

package format

import (
	"regexp"
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
)

var protected = []struct {
	what string
	re   *regexp.Regexp
}{
	{"url", regexp.MustCompile(`(?i)\b(?:https?|ftp)://[^\s<>"'）」』》，。；、]+|\bwww\.[^\s<>"'）」』》，。；、]+`)},
	{"email", regexp.MustCompile(`(?i)[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+`)},
	{"doi", regexp.MustCompile(`(?i)\b(?:doi:\s*)?10\.\d{4,9}/[^\s<>"]+`)},
	{"handle", regexp.MustCompile(`(?:^|[^\pL\pN_])([@#][\pL\pN_]+)`)},
	{"file", regexp.MustCompile(`(?i)[\pL\pN_./\\-]*[\pL\pN_-]\.(?:html?|pdf|docx?|txt|json|xml|md|jpe?g|png|csv|xlsx?|pptx?|zip|gif|svg|ya?ml|toml)\b`)},
	{"placeholder", regexp.MustCompile(`\{\{[^{}\n]*\}\}|\$\{[^{}\n]*\}|\{[A-Za-z_][\w.]*\}|%(?:\d+\$)?[sdvf]\b`)},
	{"code", regexp.MustCompile("`[^`\n]+`")},
	{"citation", regexp.MustCompile(`(?m)^[ \t]*>.*$`)},
	{"bibliography", regexp.MustCompile(`(?m)^[ \t]*(?:\[\d+\]|\d+\.)[^\n]*(?:\b(?:19|20)\d\d;\s*\d+|(?i:doi:))[^\n]*$`)},
}

func marks(text string) []concord.Mark {
	if !strings.ContainsAny(text, ".@#{`>$%[/") {
		return nil
	}
	var all []concord.Mark
	for _, p := range protected {
		for _, m := range p.re.FindAllStringSubmatchIndex(text, -1) {
			start, end := m[0], m[1]
			if len(m) > 2 && m[2] >= 0 {
				start, end = m[2], m[3]
			}
			if p.what == "url" || p.what == "doi" {
				end = start + len(strings.TrimRight(text[start:end], ".,;:!?)"))
			}
			all = append(all, concord.Mark{Span: concord.Span{Start: start, End: end}, What: p.what})
		}
	}
	return all
}

// merged orders marks and makes one of those that overlap. It is called what
// the first of them is called.
func merged(marks []concord.Mark) []concord.Mark {
	slices.SortStableFunc(marks, func(a, b concord.Mark) int { return a.Span.Start - b.Span.Start })
	n := 0
	for _, m := range marks {
		switch {
		case m.Span.Len() == 0:
		case n > 0 && m.Span.Start < marks[n-1].Span.End:
			marks[n-1].Span.End = max(marks[n-1].Span.End, m.Span.End)
		default:
			marks[n] = m
			n++
		}
	}
	return marks[:n]
}

package rules

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// Caption compares what a caption says of a person with what the text says.
// Captions repeat the text by design, so where the two differ one is wrong.
var Caption = &lint.Rule{
	Name:     "caption",
	Group:    lint.Consistency,
	Severity: concord.Warning,
	Asks:     true,
	Doc: lint.Doc{
		Title: "A caption and the text describe one person differently",
		Text: `A caption such as "Name, office" or "Office Name" names somebody whom the text names as well, with another office or by another name.
Which of the two is right needs the source or a person, so nothing is edited. The finding covers what the caption says otherwise. A caption that says less is right; one that leaves out or adds "former", "deputy" or the like is not.
In English, and in simpler form in German, French and Spanish: there only captions "Name, office" are read.`,
		Bad:  "A new hall\n\nThe mayor opened the hall on Monday. Ann Lee, head of the tea office of the Port of Ys, spoke first, and everybody listened.\n\n\nAnn Lee, head of the coffee office of the Port of Ys",
		Good: "A new hall\n\nThe mayor opened the hall on Monday. Ann Lee, head of the tea office of the Port of Ys, spoke first, and everybody listened.\n\n\nAnn Lee, head of the tea office of the Port of Ys",
		Readings: []lint.Reading{
			{Texts: lint.Announcements},
			{Texts: lint.News},
			{Texts: lint.Abstracts},
			{Texts: lint.FromChinese, Read: 5, Right: 5},
		},
	},
	Run: func(p *lint.Pass) {
		if len(p.Locale.Names.Status) == 0 { // it is not known how offices are written
			return
		}
		var words wordIndex
		for i := range p.Doc.Segments {
			if s := &p.Doc.Segments[i]; s.Kind == concord.Caption {
				if c, ok := readCaption(s.Text); ok && (!c.office1st || english(p.Doc.Locale)) {
					if words == nil {
						words = indexWords(p.Doc)
					}
					compareCaption(p, i, c, words)
				}
			}
		}
	},
}

// A caption is somebody's name and office, as spans of the caption's text.
type caption struct {
	name, office concord.Span
	office1st    bool // "Science fiction writer Ann Lee"
}

var (
	// A name is two to five capitalised words.
	nameFirst = expression(`^((?:\p{Lu}[\p{L}.'’-]*\s+){1,4}\p{Lu}[\p{L}.'’-]*)(?:\s*,\s+|\s+[–—-]\s+|:\s+)(\S.*)$`)
	// What follows an office says where the picture was taken, and by whom.
	scene      = expression(`(?:,\s+(?:at|in|on|during|with|before|after)\s[^,]*)?\s*\([^()]*\)\.?$|,\s+(?:at|in|on|during|with|before|after)\s[^,]*$`)
	officeName = expression(`^(\p{Lu}\p{Ll}+(?:\s+\p{Ll}[\p{L}-]*)+)\s+(\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,3})$`)
)

// verb is what a caption goes on with behind the office.
var verb = expression(`(?:,|\s)\s*(?:speaks|speaking|spoke|addresses|addressing|delivers|delivering|gives|giving|makes|making|meets|meeting|attends|attending|visits|visiting|poses|posing|shakes|shaking|opens|opening|with|at|during|in|on)\b.*$`)

// expression compiles a regular expression when it is first asked for: most runs
// do not need it.
func expression(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}

func readCaption(text string) (caption, bool) {
	text = strings.TrimRightFunc(text, unicode.IsSpace)
	if m := scene().FindStringIndex(text); m != nil {
		text = text[:m[0]]
	}
	if m := nameFirst().FindStringSubmatchIndex(text); m != nil {
		return caption{name: concord.Span{Start: m[2], End: m[3]}, office: concord.Span{Start: m[4], End: m[5]}}, true
	}
	if m := officeName().FindStringSubmatchIndex(text); m != nil {
		return caption{name: concord.Span{Start: m[4], End: m[5]}, office: concord.Span{Start: m[2], End: m[3]}, office1st: true}, true
	}
	return caption{}, false
}

// compareCaption looks in the text nearest to the caption, before and after.
func compareCaption(p *lint.Pass, at int, c caption, words wordIndex) {
	text := p.Doc.Segments[at].Text
	name, office := text[c.name.Start:c.name.End], text[c.office.Start:c.office.End]
	if c.office1st {
		held := regexp.MustCompile(`(?i:\b` + regexp.QuoteMeta(office) + `)\s+(\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)*)`)
		for i := range words.nearest(office, at) {
			if other, ok := holder(p.Doc.Segments[i].Text, held, name); ok {
				reportCaption(p, p.Place(at, c.name), p.Place(i, other))
				return
			}
		}
		return
	}
	for i := range words.nearest(name, at) {
		here, there, found := offices(office, p.Doc.Segments[i].Text, name, p.Locale)
		if found {
			if here.Len() > 0 {
				here.Start, here.End = here.Start+c.office.Start, here.End+c.office.Start
				reportCaption(p, p.Place(at, here), p.Place(i, there))
			}
			return
		}
	}
}

func reportCaption(p *lint.Pass, here, there concord.Place) {
	p.Report(concord.Finding{
		Place:     here,
		Message:   concord.Message{ID: "rule.caption", Args: map[string]any{"Here": here.Text(), "There": there.Text(), "Line": there.Position().Line}},
		Authority: "rules#caption",
		Related:   []concord.Related{{Place: there, Message: concord.Message{ID: "related.text"}}},
	})
}

// holder finds somebody else in an office: the capitalised words behind it. A
// text that has the caption's name as well says nothing against it.
func holder(body string, held *regexp.Regexp, name string) (concord.Span, bool) {
	m := held.FindStringSubmatchIndex(body)
	if m == nil || strings.Contains(body, name) {
		return concord.Span{}, false
	}
	return concord.Span{Start: m[2], End: m[3]}, true
}

// offices compares an office with what body says behind the name of its holder.
// Both are read as links, "head", "the tea office", "the Port of Ys"; those
// they share at the end are left out of the two spans. It reports false if body
// does not give the person an office, and empty spans if it is the same one.
// In languages other than English the words are compared and not the links.
func offices(office, body, name string, rules *locales.Rules) (here, there concord.Span, found bool) {
	at := strings.Index(body, name+", ")
	if at < 0 {
		return here, there, false
	}
	start := at + len(name) + len(", ")
	clause := body[start:]
	if stop := strings.IndexAny(clause, ".;\n"); stop >= 0 {
		clause = clause[:stop]
	}
	r := readOffices(office, clause, rules)
	if isEnglish := english(rules.Tag); r.same() && (r.status() || r.differ() && !isEnglish) {
		here, there = r.spans()
		there.Start, there.End = there.Start+start, there.End+start
		return here, there, true
	} else if !isEnglish || r.shared == len(r.mine) {
		return here, there, r.same()
	}
	if stop := verb().FindStringIndex(office); stop != nil { // "…, speaks at the ceremony"
		office = office[:stop[0]]
	}
	mine, theirs := strings.Split(office, " of "), strings.Split(clause, " of ")
	i, j := len(mine)-1, len(theirs)-1
	for j >= 0 && !strings.HasPrefix(bare(theirs[j])+" ", bare(mine[i])+" ") && !strings.HasPrefix(bare(theirs[j]), bare(mine[i])+",") {
		j--
	}
	if j < 0 {
		return alike(office, clause, start)
	}
	for i, j = i-1, j-1; i >= 0 && j >= 0 && bare(mine[i]) == bare(theirs[j]); i, j = i-1, j-1 {
	}
	if i < 0 {
		return here, there, true
	}
	here.End = len(strings.Join(mine[:i+1], " of "))
	there = concord.Span{Start: start, End: start + len(strings.Join(theirs[:max(j, 0)+1], " of "))}
	return here, there, true
}

// alike decides whether a clause that shares no link with an office is about
// the same office in other words: half of the words must be there.
func alike(office, clause string, start int) (here, there concord.Span, found bool) {
	words := strings.Fields(office)
	shared, end := 0, 0
	for _, w := range words {
		if at := strings.Index(clause, w); at >= 0 {
			shared, end = shared+1, max(end, at+len(w))
		}
	}
	if 2*shared < len(words) || end > 3*len(office) {
		return here, there, false
	}
	return concord.Span{End: len(office)}, concord.Span{Start: start, End: start + end}, true
}

// bare returns a link without the article before it.
func bare(link string) string {
	for _, article := range []string{"a ", "an ", "the "} {
		if rest, ok := strings.CutPrefix(link, article); ok {
			return rest
		}
	}
	return link
}

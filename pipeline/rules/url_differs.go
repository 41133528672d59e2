package rules

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// URLDiffers compares the addresses of the source with those of its translation.
var URLDiffers = &lint.Rule{
	Name:     "url-differs",
	Group:    lint.Bilingual,
	Severity: concord.Note,
	Asks:     true,
	Doc: lint.Doc{
		Title: "An address, a handle, a placeholder or code is not that of the source",
		Text: `What is addressed or computed with is the same in every language. Missing, or other than in the source, it is an error: a reader who follows it ends elsewhere.
Where a link of Markdown or HTML leads is compared as well, though nobody sees it: to another site it is a warning, as that may be the page of others in the language, and one that is missing is a note.
One that differs in the language alone, in path, query, host or name of a file, is the same: /zh-hans/, ?lang=zh, zh.example.com, index.de.html. Of the same site with another path or country it may be the page in the other language: a note, unless the host says so (de.example.org), as is an address that only the translation has. One that was moved to another paragraph is not missing. Hashtags are translated: they are counted, but for their figures. Of code the figures and signs are compared, as its words may stand for something (rm FILE). Placeholders may change their order if they are numbered, or have a name, and those in a message of ICU are there once for each branch. Scheme, "www." and a slash at the end do not matter.`,
		Source: "礼堂自2024年5月6日起开放，时间见 https://hall.example.org/open 网页。",
		Bad:    "The hall opens on May 6, 2024; for the hours see https://hail.example.org/open.",
		Good:   "The hall opens on May 6, 2024; for the hours see https://hall.example.org/open.",
		Readings: []lint.Reading{
			{Texts: lint.Announcements, Read: 65, Right: 58, Others: "addresses that the translator added on purpose; one is in half of all findings, and of the 23 that differ 17 are right"},
			{Texts: lint.News, Read: 1, Right: 0, Others: "a hashtag that was translated"},
			{Texts: lint.Manuals, Read: 25, Right: 18, Others: "words in code and addresses that stand for something, and were translated"},
		},
	},
	Run: func(p *lint.Pass) {
		for b := range flanked(p) {
			there, here := fixedIn(p.Release.Source, b.Source), fixedIn(p.Doc, b.Target)
			if len(there) == 0 && len(here) == 0 {
				continue
			}
			disordered(p, there, here)
			there, here = moved(p, apartFrom(there, here), p.Doc), moved(p, apartFrom(here, there), p.Release.Source)
			for _, was := range there {
				n := slices.IndexFunc(here, func(f fixture) bool { return f.what == was.what })
				if n < 0 {
					missingMark(p, b, was)
					continue
				}
				otherMark(p, was, here[n])
				here = slices.Delete(here, n, n+1)
			}
			for _, f := range here {
				if f.leads() {
					p.Report(concord.Finding{Place: f.place, Message: concord.Message{ID: "rule.url-differs.added", Args: map[string]any{"Found": f.shown}}})
				}
			}
		}
	},
}

// A fixture is a stretch that is the same in every language.
type fixture struct {
	what  string
	text  string // folded
	shown string
	place concord.Place
}

// leads reports whether a fixture leads elsewhere: what is an address in the text
// here may stand behind a link there.
func (f fixture) leads() bool { return f.what == "url" || f.what == "email" || f.what == "link" }

// is reports whether a fixture says the same as another.
func (f fixture) is(o fixture) bool {
	return f.text == o.text && (f.what == o.what || f.leads() && o.leads())
}

// fixedIn returns the fixtures of some segments.
func fixedIn(d *concord.Document, segments []int) (all []fixture) {
	for _, i := range segments {
		messages := messageArguments(concord.Place{Doc: d, Segment: i})
		all = append(all, messages...)
		var chosen map[string]bool // placeholders of a message: each branch has them, and languages differ in how many there are
		if len(messages) > 0 {
			chosen = make(map[string]bool)
		}
		for _, m := range d.Segments[i].Marks {
			place := concord.Place{Doc: d, Segment: i, Span: m.Span}
			text := place.Text()
			switch m.What {
			case "url":
				text = folded(text)
			case "email", "doi":
				text = strings.ToLower(text)
			case "handle":
				if digitsOf(text) == text[1:] {
					continue // a number sign: "#1" is "no 1" elsewhere
				}
				if strings.HasPrefix(text, "#") || strings.ContainsFunc(text, together) {
					text = text[:1] + digitsOf(text) // counted, but for #COP28
				}
			case "placeholder":
				if text = placeholderText(text); chosen[text] {
					continue
				}
				if chosen != nil {
					chosen[text] = true
				}
			case "code":
				if text = bareCode(text); text == "" || len(text) > 60 { // a program has words for people
					continue
				}
			default:
				continue
			}
			all = append(all, fixture{m.What, text, place.Text(), place})
		}
		for _, l := range d.Segments[i].Links {
			text, place := folded(l.Address), concord.Place{Doc: d, Segment: i, Span: l.Span}
			if schemed(l.Address) && text != folded(place.Text()) {
				all = append(all, fixture{"link", text, l.Address, place})
			}
		}
	}
	return all
}

// bareCode returns code without its words, which a translation may put otherwise:
// rm FILE, /path/to/my_file. What has nothing else is a word.
func bareCode(code string) string {
	code = strings.Join(strings.Fields(code), " ") // lines are wrapped anew
	code = strings.Trim(code, steering)
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || r == '_' }
	var b strings.Builder
	bare := false
	for at, r := range code {
		switch before := lastRune(code[:at]); {
		case inWord(r) || r == '-' && inWord(before):
			if text := b.String(); !strings.HasSuffix(text, "a") {
				b.WriteByte('a')
			}
		default:
			bare = bare || r != ' '
			b.WriteRune(r)
		}
	}
	if !bare {
		return ""
	}
	return b.String()
}

// schemed reports whether an address is whole: paths on the same site are often
// those of a language.
func schemed(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") || strings.HasPrefix(address, "mailto:")
}

// apartFrom returns those of some fixtures that others have not: an address at
// all, anything else as often as it is missing there.
func apartFrom(some, others []fixture) []fixture {
	others = slices.Clone(others)
	return slices.DeleteFunc(slices.Clone(some), func(f fixture) bool {
		n := slices.IndexFunc(others, f.is)
		if n >= 0 && !f.leads() {
			others = slices.Delete(others, n, n+1)
		}
		return n >= 0
	})
}

// moved leaves out the addresses that stand anywhere in a document.
func moved(p *lint.Pass, some []fixture, d *concord.Document) []fixture {
	if len(some) == 0 {
		return nil
	}
	elsewhere := lint.Once(p, d, func(d *concord.Document) []fixture {
		all := make([]int, len(d.Segments))
		for i := range all {
			all[i] = i
		}
		return fixedIn(d, all)
	})
	return slices.DeleteFunc(some, func(f fixture) bool {
		return f.leads() && slices.ContainsFunc(elsewhere, f.is)
	})
}

func missingMark(p *lint.Pass, b lint.Bead, was fixture) {
	if was.what == "code" && strings.Contains(joined(p.Doc, b.Target), was.shown) {
		return // it stands there as plain text, of which tag-differs tells
	}
	severity := concord.Error
	switch was.what {
	case "handle", "code":
		severity = concord.Warning
	case "link":
		severity = concord.Note
	}
	p.Report(concord.Finding{
		Place:    whole(p, b.Target[0]),
		Severity: severity,
		Message:  concord.Message{ID: "rule.url-differs.missing", Args: map[string]any{"There": was.shown}},
		Related:  []concord.Related{inSource(p, was.place.Segment, was.place.Span)},
	})
}

func otherMark(p *lint.Pass, was, is fixture) {
	f := concord.Finding{
		Place:    is.place,
		Severity: concord.Error,
		Message:  concord.Message{ID: "rule.url-differs", Args: map[string]any{"Here": is.shown, "There": was.shown}},
		Related:  []concord.Related{inSource(p, was.place.Segment, was.place.Span)},
	}
	switch {
	case (was.what == "url" || was.what == "link") && inTongue(was.shown, p.Release.Source.Locale) && inTongue(is.shown, p.Doc.Locale) && site(was.text) == site(is.text):
		return // the page in this language, under its own name
	case (was.what == "url" || was.what == "link") && site(was.text) == site(is.text):
		f.Severity, f.Message.ID = concord.Note, "rule.url-differs.local"
	case was.what == "link", was.what == "handle" && strings.HasPrefix(was.shown, "#"):
		f.Severity = concord.Warning
	}
	p.Report(f)
}

// inTongue reports whether the name of the host that an address leads to begins with
// a language: de.example.org.
func inTongue(address string, tag language.Tag) bool {
	_, host, ok := strings.Cut(strings.ToLower(address), "://")
	label, rest, _ := strings.Cut(host, ".")
	return ok && strings.Contains(rest, ".") && label == base(tag).String()
}

// country is what a host ends or begins with in another language.
var country = expression(`^(?:[a-z]{2}|intl|global)\.|(?:\.(?:com|org|net|gov|edu|co))?(?:\.[a-z]{2,3})?$`)

// site returns the host of an address without what goes by the country.
func site(url string) string {
	host := url[:len(url)-len(strings.TrimLeft(url, "abcdefghijklmnopqrstuvwxyz0123456789-._~%:@+!$*'=,;&"))]
	return country().ReplaceAllString(host, "")
}

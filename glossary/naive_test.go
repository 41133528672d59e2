package glossary

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// What the matcher must do, written to be checked by eye and not to be fast:
// every spelling is tried at every character of the text.

// naiveFind finds what Matcher.Find must find.
func naiveFind(g *Glossary, tag language.Tag, text string, in *Scope, skip []concord.Mark) []Match {
	all := naiveSpellings(g, tag)
	kept := naiveShadowOf(text)
	found := naiveScan(all, kept, text, in, skip, func(at, end int) bool { return true })
	if len(kept.eol) == 0 {
		return found
	}
	// Hyphens at line ends read as division: only what spans one of them, and
	// touches nothing that was found with the hyphens kept.
	joined, joints := kept.joined()
	more := naiveScan(all, joined, text, in, skip, func(at, end int) bool {
		span := joined.span(at, end)
		return slices.ContainsFunc(joints, func(j int) bool { return at < j && j < end }) &&
			!slices.ContainsFunc(found, func(m Match) bool { return m.Span.Overlaps(span) })
	})
	found = append(found, more...)
	slices.SortFunc(found, func(x, y Match) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	return found
}

// A naivePattern is a pattern and what its numbers stand for.
type naivePattern struct {
	pattern
	term *Term
	form *Form
}

func naiveSpellings(g *Glossary, tag language.Tag) []naivePattern {
	var all []naivePattern
	names := g.protected()
	spellings(g, tag, func(p pattern) {
		p.text = strings.Clone(p.text)
		q := naivePattern{pattern: p}
		if int(p.concept) < g.Len() {
			q.term = g.Concept(int(p.concept)).Terms[p.term]
		} else {
			q.term = names[int(p.concept)-g.Len()].Terms[p.term]
		}
		q.form = q.term.form(p.form)
		all = append(all, q)
	})
	return all
}

func naiveScan(all []naivePattern, s naiveShadow, text string, in *Scope, skip []concord.Mark, allowed func(at, end int) bool) []Match {
	var found []Match
	for at := 0; at < len(s.text); {
		best, bestEnd := -1, at
		var also []*Term
		for i := range all {
			p := &all[i]
			end, ok := naiveEnd(p, s.text, at)
			if !ok || !s.edge(at) || !s.edge(end) || !naiveBounded(p, s.text, at, end) || !allowed(at, end) {
				continue
			}
			span := s.span(at, end)
			if slices.ContainsFunc(skip, func(m concord.Mark) bool { return m.Span.Overlaps(span) }) || !in.allows(p.term, s.text, at, end) {
				continue
			}
			switch {
			case best < 0, end > bestEnd, end == bestEnd && p.traits.has(guard) && !all[best].traits.has(guard):
				best, bestEnd, also = i, end, nil
			case end == bestEnd && p.traits.has(guard) == all[best].traits.has(guard) && p.term.Concept != all[best].term.Concept && !slices.Contains(also, p.term):
				also = append(also, p.term)
			}
		}
		if best < 0 {
			_, n := utf8.DecodeRuneInString(s.text[at:])
			at += n
			continue
		}
		p, span := all[best], s.span(at, bestEnd)
		tail := bestEnd
		if isHangul(lastRune(s.text[:bestEnd])) {
			for tail < len(s.text) && isHangul(firstRune(s.text[tail:])) {
				tail += utf8.RuneLen(firstRune(s.text[tail:]))
			}
		}
		if p.traits.has(tailed) {
			tail = bestEnd + len(naiveLetters(s.text[bestEnd:], true))
		}
		behind := concord.Span{Start: span.End, End: span.End}
		if tail > bestEnd {
			behind = s.span(bestEnd, tail)
		}
		found = append(found, Match{
			Span: span, Concept: p.term.Concept, Term: p.term, Form: p.form, Plural: p.traits.has(plural), Hyphened: p.traits.has(hyphened), Prefix: p.traits.has(prefix) && !p.traits.has(tailed), OtherScript: p.traits.has(other),
			Tail: behind, Denormal: !norm.NFC.IsNormalString(text[span.Start:span.End]), Also: also,
		})
		at = bestEnd
	}
	return found
}

// naiveEnd compares a spelling with as many characters of the text.
func naiveEnd(p *naivePattern, s string, at int) (int, bool) {
	end := at
	for range p.text {
		if end == len(s) {
			return 0, false
		}
		_, n := utf8.DecodeRuneInString(s[end:])
		end += n
	}
	got := s[at:end]
	switch p.traits.match() {
	case Strict:
		return end, got == p.text
	case Exact:
		return end, got == p.text || got == strings.ToUpper(p.text) || !p.traits.has(common) && naiveRaised(got, p.text)
	case noun:
		return end, unicode.IsUpper(firstRune(got)) && strings.EqualFold(got, p.text)
	}
	return end, strings.EqualFold(got, p.text)
}

// naiveRaised: several words may have a capital in front, as where a sentence begins.
func naiveRaised(got, text string) bool {
	first := firstRune(text)
	return unicode.IsLower(first) && strings.Contains(text, " ") && got == string(unicode.ToUpper(first))+text[utf8.RuneLen(first):]
}

// naiveBounded: no form may touch a letter, digit or underscore of its script,
// and a common noun may not follow a hyphen; Han and kana have no boundary,
// Hangul only one on the left. The first part of a compound is what does touch
// a letter on the right; a hyphenated spelling stands before a word in lower case.
func naiveBounded(p *naivePattern, s string, at, end int) bool {
	before, after := lastRune(s[:at]), firstRune(s[end:])
	first, last := firstRune(s[at:end]), lastRune(s[at:end])
	rules := locales.For(p.term.Locale)
	led := p.traits.has(glued) && script(first) == unicode.Arabic && rules.Proclitic(naiveLetters(s[:at], false))
	if touching(before, first) && !led || p.term.Concept.Case == Common && before == '-' && joins(first) {
		return false
	}
	if p.traits.has(hyphened) && (strings.ContainsRune(slugs, before) && before != 0 || after != ' ' || !unicode.IsLower(firstRune(s[end+1:]))) {
		return false
	}
	longer := touching(last, after) && !isHangul(last)
	if p.traits.has(prefix) {
		return longer && unicode.IsLetter(after) && (!p.traits.has(tailed) || rules.Enclitic(naiveLetters(s[end:], true)))
	}
	return !longer
}

// naiveLetters returns the letters that a text begins or ends with.
func naiveLetters(s string, begins bool) string {
	other := func(r rune) bool { return !joins(r) }
	if begins {
		if end := strings.IndexFunc(s, other); end >= 0 {
			return s[:end]
		}
		return s
	}
	rest := s[strings.LastIndexFunc(s, other)+1:]
	return strings.TrimLeftFunc(strings.ToValidUTF8(rest, ""), other)
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func lastRune(s string) rune {
	if s == "" {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// A naiveShadow knows of every byte where the cluster it is of begins and ends.
type naiveShadow struct {
	text     string
	from, to []int
	eol      []int // hyphens that stood at a line end
}

func naiveShadowOf(text string) naiveShadow {
	var s naiveShadow
	emit := func(out string, from, to int) {
		s.text += out
		for range len(out) {
			s.from, s.to = append(s.from, from), append(s.to, to)
		}
	}
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		switch {
		case strings.ContainsRune("\t\n\r", r) || space(r):
			end, breaks, tab := naiveGap(text, at)
			next := firstRune(text[end:])
			last := lastRune(s.text)
			switch {
			case breaks > 1:
				emit("\n", at, end)
			case tab:
				emit("\t", at, end)
			case breaks == 1 && unspaced(last) && unspaced(next):
			case breaks == 1 && last == '-' && unicode.IsLetter(next) && unicode.IsLetter(lastRune(s.text[:len(s.text)-1])):
				s.eol = append(s.eol, len(s.text)-1)
			default:
				emit(" ", at, end)
			}
			at = end
		case dropped(r):
			at += n
		case r == utf8.RuneError && n == 1:
			emit("\uFFFD", at, at+1)
			at++
		default:
			end := naiveCluster(text, at)
			emit(strings.Map(fold, norm.NFC.String(text[at:end])), at, end)
			at = end
		}
	}
	return s
}

// naiveGap returns the end of the white space at an offset, its line breaks,
// and whether a tab stands in its first line.
func naiveGap(text string, at int) (end, breaks int, tab bool) {
	for end = at; end < len(text); {
		r, n := utf8.DecodeRuneInString(text[end:])
		switch {
		case strings.HasPrefix(text[end:], "\r\n"):
			n, breaks = 2, breaks+1
		case r == '\n' || r == '\r':
			breaks++
		case r == '\t':
			tab = tab || breaks == 0
		case !space(r) && !dropped(r):
			return end, breaks, tab
		}
		end += n
	}
	return end, breaks, tab
}

// naiveCluster returns the end of the character at an offset and of all that
// combines with it.
func naiveCluster(text string, at int) int {
	_, n := utf8.DecodeRuneInString(text[at:])
	end := at + max(n, norm.NFC.NextBoundaryInString(text[at:], true))
	for i, r := range text[at:end] {
		if i > 0 && (dropped(r) || space(r) || r < ' ' || r == utf8.RuneError) {
			return at + i
		}
	}
	return end
}

func (s naiveShadow) edge(at int) bool {
	return at == 0 || at == len(s.from) || s.from[at] != s.from[at-1]
}

func (s naiveShadow) span(at, end int) concord.Span {
	return concord.Span{Start: s.from[at], End: s.to[end-1]}
}

// joined leaves out the hyphens at line ends, and returns where they stood.
func (s naiveShadow) joined() (naiveShadow, []int) {
	var out naiveShadow
	var joints []int
	for i := range len(s.text) {
		if slices.Contains(s.eol, i) {
			joints = append(joints, len(out.text))
			continue
		}
		out.text += s.text[i : i+1]
		out.from, out.to = append(out.from, s.from[i]), append(out.to, s.to[i])
	}
	return out, joints
}

package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// roleOf returns the office that a text gives to one of its names: as
// "director of institute of tea" where it stands behind the name, with the name of
// a body, or "president" where it stands before the name as a title. It returns ""
// if there is none that one person alone holds.
func roleOf(all nameList, i int, text string, rules *locales.Rules) string {
	n := all[i]
	if newForm(text[n.span.Start:n.span.End], rules).headed {
		return ""
	}
	before := strings.Fields(text[max(0, n.span.Start-32):n.span.Start])
	if last := len(before) - 1; last >= 0 && before[last] != strings.ToLower(before[last]) && slices.Contains(rules.Names.Offices, strings.ToLower(before[last])) {
		return strings.ToLower(before[last])
	}
	if i > 0 && all[i-1].segment == n.segment {
		if body := text[all[i-1].span.Start:all[i-1].span.End]; newForm(body, rules).headed {
			if office, last := officeBetween(text[all[i-1].span.End:n.span.Start], rules); last {
				return ofBody(office, body)
			}
		}
	}
	if i+1 < len(all) && all[i+1].segment == n.segment {
		if body := text[all[i+1].span.Start:all[i+1].span.End]; newForm(body, rules).headed {
			if between, ok := strings.CutPrefix(text[n.span.End:all[i+1].span.Start], ", "); ok {
				if office, last := officeBetween(between, rules); !last {
					return ofBody(office, body)
				}
			}
		}
	}
	return ""
}

// between says what binds an office to a body and its holder.
const between = " · "

func ofBody(office, body string) string {
	if office == "" {
		return ""
	}
	return office + between + strings.Join(strings.Fields(body), " ")
}

// officeBetween returns the office that stands between two names, in lower case
// and without articles, "" if that is none that one person holds; and whether the
// office ends it, as in "Institute of Tea director Bo Ek", or a connector.
func officeBetween(text string, rules *locales.Rules) (office string, last bool) {
	const longest = 3 // words
	if strings.ContainsAny(text, ",.;:()\n") {
		return "", false
	}
	small := func(w string) bool {
		w = strings.TrimRight(w, "'’")
		return slices.Contains(rules.Names.Connectors, w) || slices.Contains(rules.Article.SmallWords, w)
	}
	said := strings.Fields(strings.ToLower(text))
	first, link := 0, len(said)
	for link > 0 && small(said[link-1]) {
		link--
	}
	for first < link && small(said[first]) {
		first++
	}
	held := said[first:link]
	is := func(w string) bool { return slices.Contains(rules.Names.Offices, w) }
	status := func(w string) bool { return slices.Contains(rules.Names.Status, strings.TrimRight(w, "-")) }
	if len(held) == 0 || len(held) > longest || !is(held[len(held)-1]) && !is(held[0]) || slices.ContainsFunc(held, status) {
		return "", false
	}
	return strings.Join(held, " "), link == len(said)
}

// holders returns the names that were noted of one office and are not that which was
// noted most often, and that speak against it.
func holders(notes []lint.Note, same []int) []wording {
	rules := locales.For(notes[same[0]].Place.Doc.Locale)
	firsts, usual := weighed(notes, same, person)
	var all []wording
	for _, i := range firsts {
		a, b := notes[i], notes[usual]
		named := strings.Contains(a.Key, between)
		if i != usual && (named && a.Place.Doc == b.Place.Doc && a.Place.Segment != b.Place.Segment && !sharesName(a.Value, b.Value, rules) || soundsAs(a.Value, b.Value, rules)) {
			all = append(all, wording{a, b})
		}
	}
	return all
}

// person returns a name in lower case with single spaces.
func person(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// sharesName reports whether two names share a word: that may be one person.
func sharesName(a, b string, rules *locales.Rules) bool {
	x := newForm(b, rules).words
	return slices.ContainsFunc(newForm(a, rules).words, func(w string) bool { return slices.Contains(x, w) })
}

// soundsAs reports whether two names of as many words differ in sounds that are
// confused when names are romanised.
func soundsAs(a, b string, rules *locales.Rules) bool {
	x, y := newForm(a, rules).words, newForm(b, rules).words
	if len(x) != len(y) || slices.Equal(x, y) {
		return false
	}
	same := 0
	for i := range x {
		if x[i] == y[i] {
			same++
		} else if skeleton(x[i]) != skeleton(y[i]) || pinyin(x[i]) && pinyin(y[i]) {
			return false
		}
	}
	return same > 0
}

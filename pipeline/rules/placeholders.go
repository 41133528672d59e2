package rules

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// verbFormat matches a placeholder as C and its kin write it.
var verbFormat = expression(`^%(\d+\$)?[-+ #0]*[\d.*]*(?:ll|[hlzjt])?([a-zA-Z@])$`)

// placeholderText returns a placeholder as it is compared: without blanks inside
// its braces, and without the number by which a translation changes the order.
func placeholderText(text string) string {
	if m := verbFormat().FindStringSubmatch(text); m != nil && m[1] != "" {
		return strings.Replace(text, m[1], "", 1)
	}
	return strings.ReplaceAll(text, " ", "")
}

// messageArgument matches where a message of ICU chooses by an argument.
var messageArgument = expression(`\{\s*([\w.]+)\s*,\s*(plural|select|selectordinal)\s*,`)

// messageArguments returns the choices in a segment. Which branches they have is
// a matter of the language.
func messageArguments(place concord.Place) (all []fixture) {
	text := place.Seg().Text
	if strings.IndexByte(text, '{') < 0 {
		return nil
	}
	for _, m := range messageArgument().FindAllStringSubmatchIndex(text, -1) {
		place := place.At(concord.Span{Start: m[0], End: m[1]})
		shown := "{" + text[m[2]:m[3]] + ", " + text[m[4]:m[5]] + "}"
		all = append(all, fixture{"placeholder", shown, shown, place})
	}
	return all
}

// disordered reports placeholders of C that stand in another order than in the
// source: a program fills them in one after the other, unless they are numbered.
func disordered(p *lint.Pass, there, here []fixture) {
	source, target := verbs(there), verbs(here)
	if len(source) != len(target) {
		return
	}
	for n := range source {
		if source[n].text == target[n].text {
			continue
		}
		was, is := source[n:], target[n:]
		if slices.Equal(sortedTexts(was), sortedTexts(is)) {
			p.Report(concord.Finding{
				Place:    is[0].place,
				Severity: concord.Error,
				Message:  concord.Message{ID: "rule.url-differs.order", Args: map[string]any{"Here": is[0].shown, "There": was[0].shown}},
				Related:  []concord.Related{inSource(p, was[0].place.Segment, was[0].place.Span)},
			})
		}
		return
	}
}

// verbs returns those placeholders of C that have no number; none if any has.
func verbs(all []fixture) (some []fixture) {
	for _, f := range all {
		if f.what != "placeholder" {
			continue
		}
		m := verbFormat().FindStringSubmatch(f.shown)
		if m == nil {
			continue
		}
		if m[1] != "" {
			return nil
		}
		some = append(some, f)
	}
	return some
}

func sortedTexts(all []fixture) []string {
	texts := make([]string, len(all))
	for i, f := range all {
		texts[i] = f.text
	}
	slices.Sort(texts)
	return texts
}

package align

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

func TestSentencePairs(t *testing.T) {
	source := "项目已经运行3年。它布设了28个监听站，每天记录1440分钟的声音。海并不沉默，只是没有人去听。"
	for name, c := range map[string]struct{ target, want string }{
		"as many": {
			"The project has run for 3 years. It has 28 stations, which record 1440 minutes of sound every day. The sea is not silent; it is only that nobody listens.",
			"项目已经运行3年。=The project has run for 3 years.|它布设了28个监听站，每天记录1440分钟的声音。=It has 28 stations, which record 1440 minutes of sound every day.|海并不沉默，只是没有人去听。=The sea is not silent; it is only that nobody listens.",
		},
		"two became one": {
			"The project has run for 3 years, and its 28 stations record 1440 minutes of sound every day. The sea is not silent; it is only that nobody listens.",
			"项目已经运行3年。它布设了28个监听站，每天记录1440分钟的声音。=The project has run for 3 years, and its 28 stations record 1440 minutes of sound every day.|海并不沉默，只是没有人去听。=The sea is not silent; it is only that nobody listens.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, p := range SentencePairs(source, c.target, language.SimplifiedChinese, language.English) {
				got = append(got, source[p.Source.Start:p.Source.End]+"="+c.target[p.Target.Start:p.Target.End])
			}
			if strings.Join(got, "|") != c.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "|"), c.want)
			}
		})
	}
}

// FuzzSentencePairs holds that passages are in order and leave out nothing but
// blanks.
func FuzzSentencePairs(f *testing.F) {
	f.Add("One. Two! Three?", "Eins. Zwei, drei. Vier.")
	f.Add("", " ")
	f.Add("一。二。", "« Un ! » Deux.\n")
	f.Fuzz(func(t *testing.T, a, b string) {
		var from, to concord.Span
		for _, p := range SentencePairs(a, b, language.Chinese, language.French) {
			next(t, a, &from, p.Source)
			next(t, b, &to, p.Target)
		}
		next(t, a, &from, concord.Span{Start: len(a), End: len(a)})
		next(t, b, &to, concord.Span{Start: len(b), End: len(b)})
	})
}

// next checks that there are only blanks between two spans.
func next(t *testing.T, text string, last *concord.Span, span concord.Span) {
	t.Helper()
	if span.Start < last.End || span.End < span.Start || strings.TrimFunc(text[last.End:span.Start], unicode.IsSpace) != "" {
		t.Fatalf("%q: %v behind %v", text, span, *last)
	}
	*last = span
}

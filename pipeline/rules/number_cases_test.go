package rules

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/glossary"
	"github.com/concord-l10n/concord/pipeline/format"
	"github.com/concord-l10n/concord/pipeline/lint"
)

// bilingual are the rules that hold the numbers of a text against its source.
var bilingual = []*lint.Rule{NumberValue, DateValue, UnitValue, NumberMissing, NumberExtra}

// TestNumberCases runs testdata/numbers.txt, which says how it is written: a
// wrong number must be found, by the rule that the case names, and at most one right
// translation in a hundred may be suspected.
func TestNumberCases(t *testing.T) { runPairs(t, "numbers.txt", 750, bilingual...) }

// TestNegationCases runs testdata/negations.txt in the same way.
func TestNegationCases(t *testing.T) { runPairs(t, "negations.txt", 100, NegationLost) }

// TestCodeCases runs testdata/codes.txt in the same way.
func TestCodeCases(t *testing.T) { runPairs(t, "codes.txt", 60, CodeDiffers, URLDiffers, PhoneDiffers) }

// runPairs runs a file of translations, of which there must be so many.
func runPairs(t *testing.T, file string, least int, rules ...*lint.Rule) {
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var source *concord.Document
	right, wrong, suspected := 0, 0, 0
	for n, line := range strings.Split(string(data), "\n") {
		mark, rest, _ := strings.Cut(line, " ")
		rule, pair, _ := strings.Cut(rest, " ")
		switch {
		case line == "" || mark == "#":
		case mark == "+":
			right++
			if found := compareLines(source, line1(rest), rules); len(found) > 0 {
				suspected++
				t.Logf("%s:%d: %v in a right translation: %s", file, n+1, found, rest)
			}
		case mark == "-":
			wrong++
			if found := compareLines(source, line1(pair), rules); !slices.ContainsFunc(found, func(f string) bool { return strings.HasPrefix(f, rule) }) {
				t.Errorf("%s:%d: found %v, want %s: %s", file, n+1, found, rule, pair)
			}
		default:
			source = line1(line)
		}
	}
	t.Logf("%d right translations, %d suspected; %d wrong ones", right, suspected, wrong)
	if right+wrong < least || suspected*100 > right {
		t.Errorf("%d right and %d wrong translations, %d suspected", right, wrong, suspected)
	}
}

// line1 makes a document of one line, "en It says so."
func line1(line string) *concord.Document {
	tag, text, _ := strings.Cut(line, " ")
	d, err := format.Decode(tag+".txt", []byte(text), format.Options{Locale: language.MustParse(tag)})
	if err != nil {
		panic(err)
	}
	return d
}

// compareLines returns what some rules find in a translation: rule and text.
func compareLines(source, target *concord.Document, rules []*lint.Rule) (found []string) {
	terms := glossary.NewMatcher(&glossary.Glossary{}, target.Locale)
	l := lint.Linter{
		Rules: rules,
		Terms: func(language.Tag) *glossary.Matcher { return terms },
		Pairs: func(_, _ *concord.Document) []concord.Pair { return []concord.Pair{{Sure: true}} },
	}
	round := l.Run(&concord.Release{Source: source, Targets: []*concord.Document{target}}, nil)
	l.Ask(round)
	for _, f := range round.Found {
		found = append(found, f.Rule+" "+f.Place.Text())
	}
	return found
}

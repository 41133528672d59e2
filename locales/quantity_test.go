package locales

import (
	"testing"

	"golang.org/x/text/language"
)

// TestNumerals reads the tables of every locale: values that parse, units that
// rules/und.toml knows, words that are found again and say one thing in each table.
func TestNumerals(t *testing.T) {
	facts := unitFacts()
	for name, rules := range table() {
		r := rules()
		r.Quantities("")
		for _, units := range []map[string][]string{r.Numerals.Units, r.Numerals.Before} {
			for unit := range units {
				if _, ok := facts[unit]; !ok {
					t.Errorf("rules/%s.toml: und.toml has no measure %q", name, unit)
				}
			}
		}
		for value, words := range r.Numerals.Words {
			for _, w := range words {
				found := r.Quantities(w)
				if len(found) != 1 || found[0].Amount != amountOf(value) {
					t.Errorf("rules/%s.toml: %s is read as %+v, want %s", name, w, found, value)
				}
			}
		}
	}
	for name, rules := range table() {
		q := &rules().Numerals
		for table, of := range map[string]map[string][]string{"words": q.Words, "ordinals": q.Ordinals, "loose": q.Loose, "parts": q.Parts, "scales": q.Scales, "weekdays": q.Weekdays, "units": q.Units} {
			says := make(map[string]string)
			for value, words := range of {
				for _, word := range words {
					if other, twice := says[word]; twice && other != value {
						t.Errorf("rules/%s.toml: %q is both %s and %s of numerals.%s", name, word, other, value, table)
					}
					says[word] = value
				}
			}
		}
	}
	for unit, f := range facts {
		if _, ok := facts[f.of]; !ok {
			t.Errorf("rules/und.toml: %s is measured in %s, which is none", unit, f.of)
		}
	}
}

// TestAmount calculates.
func TestAmount(t *testing.T) {
	a := func(text string) Amount { return amountOf(text) }
	product, _ := a("3.5").Times(a("100000000"))
	third, _ := a("1").By(a("3"))
	whole, _ := third.Times(a("3"))
	sum, _ := third.Plus(a("2/3"))
	quarter, _ := a("1").By(a("4"))
	for got, want := range map[string]string{
		product.String(): "350,000,000", product.Western(): "350 million", product.Eastern(): "3.5亿",
		third.String(): "1/3", whole.String(): "1", sum.String() + " sum": "1 sum", quarter.String(): "0.25",
		a("3500").Western(): "3500", a("35000").Eastern(): "3.5万", a("1200000000000").Eastern(): "1.2万亿", a("0").String(): "0",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	if _, ok := a("1").By(a("0")); ok {
		t.Error("divided by zero")
	}
}

func BenchmarkQuantities(b *testing.B) {
	for tag, text := range map[string]string{
		"en":      "The group, which has been at work in the region for a decade, said on Monday that it would invest 350 million yuan in new stations near the coast. ",
		"zh-Hans": "集团董事长在接受采访时表示，未来三年将继续投入3.5亿元用于沿海观测站的建设与维护，并与高校共同培养专业人才。",
	} {
		r := table()[tag]()
		b.Run(tag, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				r.Quantities(text)
			}
		})
	}
}

// TestWrapped reads number words that a line break parts, with the blanks that
// markup leaves beside it.
func TestWrapped(t *testing.T) {
	for _, text := range []string{"three thousand boats", "three\nthousand boats", "three \nthousand boats", "three\n    thousand boats", "three \n thousand boats"} {
		found := For(language.English).Quantities(text)
		if len(found) == 1 && found[0].Amount == amountOf("3000") {
			continue
		}
		t.Errorf("%q is read as %+v", text, found)
	}
}

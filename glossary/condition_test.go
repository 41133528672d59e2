package glossary

import (
	"strings"
	"testing"
)

// TestInQuotes: directly in quotation marks of any language, as the shadow of a
// text shows them; French ones have a space inside.
func TestInQuotes(t *testing.T) {
	for text, want := range map[string]bool{
		`the "@" of`: true, "the “@” of": true, "die „@“ und": true, "die »@« und": true, "die ‚@‘ und": true,
		"la «\u00a0@\u00a0» et": true, "la «\u202f@\u202f» et": true, "la « @ » et": true, "la «@» et": true, "la ‹@› et": true,
		"「@」は": true, "『@』は": true, "《@》里": true, "‘@’는": true,
		`the " @ " of`: false, `"so" @ "so"`: false, "« a » @ « b »": false, "la « une @ » et": false, "la « @ même » et": false,
		"@": false, `"@`: false, `@"`: false, "(@)": false,
	} {
		s := NewShadow(text).Text
		left, right, _ := strings.Cut(s, "@")
		if got := inQuotes(left, right); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestAfterName: a surname alone is not corrected behind somebody's first name,
// but a name that ends the sentence before is no first name.
func TestAfterName(t *testing.T) {
	titles := []string{"Professor", "Dr"}
	for text, want := range map[string]bool{
		"Pierre @": true, "Pierre-Marie @": true, "P. @": true, "J.-P. @": true, "J.R. @": true, "Chr. @": true, "Alex. @": true, "Capt. @": true,
		"Łódź @": true, "Пьер @": true,
		"with Professor @": false, "Dr. @": false, "spoke with @": false, "@": false,
		"came to Linlan. @": false, "the film of Bai Fan. @": false, "came to Łódź. @": false, "Linlan, @": false, "Then @": false, "But @": false, "He @": true, "An @": true, "Bai Fan! @": false,
	} {
		left, _, _ := strings.Cut(NewShadow(text).Text, "@")
		if got := afterName(left, titles, []string{"an", "but", "he", "then"}); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

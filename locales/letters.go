package locales

import (
	"strings"
	"sync"
)

// Letters says in which form of the Han characters a language is written.
type Letters struct {
	Other string // the form that it is not written in: "simplified", "traditional"; empty: any
}

// otherForms holds, for each form, the characters that stand in texts of that form alone.
var otherForms = map[string]func() map[rune]bool{
	"simplified":  sync.OnceValue(func() map[rune]bool { return charactersOf("han/simplified.txt") }),
	"traditional": sync.OnceValue(func() map[rune]bool { return charactersOf("han/traditional.txt") }),
}

func charactersOf(file string) map[rune]bool {
	data, err := hanFiles.ReadFile(file)
	if err != nil {
		panic(err)
	}
	all := make(map[rune]bool)
	for _, c := range strings.TrimSpace(string(data)) {
		all[c] = true
	}
	return all
}

// Foreign returns what tells the Han characters that a language is not written in,
// nil if it is written in any.
func (f *Letters) Foreign() func(rune) bool {
	other := otherForms[f.Other]
	if other == nil {
		return nil
	}
	all := other()
	return func(c rune) bool { return all[c] }
}

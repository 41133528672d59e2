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
var otherForms = map[string]func() *hanSet{
	"simplified":  sync.OnceValue(func() *hanSet { return charactersOf("han/simplified.txt") }),
	"traditional": sync.OnceValue(func() *hanSet { return charactersOf("han/traditional.txt") }),
}

// A hanSet is a set of Han characters.
type hanSet [lastHan - firstHan + 1]bool

func (h *hanSet) has(c rune) bool { return firstHan <= c && c <= lastHan && h[c-firstHan] }

func charactersOf(file string) *hanSet {
	data, err := hanFiles.ReadFile(file)
	if err != nil {
		panic(err)
	}
	all := new(hanSet)
	for _, c := range strings.TrimSpace(string(data)) {
		all[c-firstHan] = true
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
	return other().has
}

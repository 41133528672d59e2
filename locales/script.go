package locales

import (
	"slices"
	"strings"
	"sync"
)

// A scriptTable says how the characters of one form of Chinese are written in the
// other, the usual way first. What is written alike is not in it.
type scriptTable map[rune][]rune

// scripts holds, for the form of what is to be written anew, its table.
var scripts = map[string]func() scriptTable{
	"simplified":  sync.OnceValue(func() scriptTable { return readScripts(false) }),
	"traditional": sync.OnceValue(func() scriptTable { return readScripts(true) }),
}

func readScripts(back bool) scriptTable {
	data, err := hanFiles.ReadFile("han/scripts.txt")
	if err != nil {
		panic(err)
	}
	table := make(scriptTable)
	for line := range strings.Lines(string(data)) {
		all := []rune(strings.TrimSpace(line))
		for _, c := range all[1:] {
			if back {
				table[c] = append(table[c], all[0])
			} else {
				table[all[0]] = append(table[all[0]], c)
			}
		}
	}
	return table
}

// Rewritten returns how a text in the form of the Han characters that the language
// is not written in may read in the one it is written in: 发展 may be 發展 or 髮展.
// They are 64 at most, so that of a text with more ambiguous characters the
// last ones have their usual form. Nothing is returned for a language that is
// written in any form.
func (f *Letters) Rewritten(text string) []string {
	const most = 64
	read := scripts[f.Other]
	if read == nil {
		return nil
	}
	table := read()
	all := []string{""}
	for _, c := range text {
		forms := table[c]
		if len(forms) == 0 {
			forms = []rune{c}
		}
		if len(all)*len(forms) > most {
			forms = forms[:1]
		}
		longer := make([]string, 0, len(all)*len(forms))
		for _, form := range forms {
			for _, s := range all {
				longer = append(longer, s+string(form))
			}
		}
		all = longer
	}
	slices.Sort(all)
	return slices.Compact(all)
}

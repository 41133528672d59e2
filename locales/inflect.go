package locales

import (
	"slices"
	"strings"
)

// Government says which cases a word before a term asks of it, by the word in
// lower case: a preposition, or a determiner.
type Government map[string][]string

// inflect returns the new term in the form that the old one has: for each slot
// that may be meant the form for it. If they differ, the word before the term
// may tell which is meant.
func (f *fitting) inflect() string {
	slots := f.Slots
	if len(slots) == 0 {
		return f.New
	}
	texts := f.forms(slots)
	if len(texts) > 1 {
		slots = f.narrow(slots)
		texts = f.forms(slots)
	}
	switch {
	case len(texts) == 0 || texts[0] == "":
		f.unsure("doubt.form")
		return f.New
	case len(texts) > 1 || len(slots) == 0:
		f.unsure("doubt.case")
	}
	return texts[0]
}

// forms returns the distinct forms of the new term for some slots. The first
// is empty if one of them is not known.
func (f *fitting) forms(slots []Slot) []string {
	var all []string
	for _, s := range slots {
		text := f.Forms.At(s)
		if text == "" && len(f.Forms) == 0 && s == f.lemma(f.Now) {
			text = f.New
		}
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	slices.Sort(all)
	return all
}

// narrow leaves those of some slots that the word before the term allows. If
// it allows none, the text is wrong already, and none is left.
func (f *fitting) narrow(slots []Slot) []Slot {
	word, gap := f.before(true)
	cases, ok := f.Government[strings.ToLower(f.Text[word.Start:word.End])]
	if gap == "" || !ok {
		return slots
	}
	return slices.DeleteFunc(slices.Clone(slots), func(s Slot) bool { return !slices.Contains(cases, s.Case) })
}

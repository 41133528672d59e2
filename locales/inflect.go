package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inflect returns the new term in the form that the old one has: for each slot
// that may be meant the form for it. Where they differ, the words before the
// term may tell which is meant; where those contradict the form, the text is
// wrong already.
func (f *fitting) inflect() string {
	if f.compounded() {
		if len(f.Forms) > 0 && !slices.ContainsFunc(f.Slots, func(s Slot) bool { return s.like(f.lemma(f.Old)) }) {
			f.unsure("doubt.form")
		}
		return f.New
	}
	if len(f.Slots) == 0 {
		if len(f.Forms.Texts()) > 1 && len(f.Declension.Cases) > 0 {
			f.unsure("doubt.form")
		}
		return f.New
	}
	f.animates()
	texts, doubt := f.texts()
	if doubt != "" {
		f.unsure(doubt)
	}
	if len(texts) == 0 {
		return f.New
	}
	return texts[0]
}

// compounded reports whether the term is the first part of a hyphenated compound.
func (f *fitting) compounded() bool {
	c, n := utf8.DecodeRuneInString(f.Text[f.Span.End:])
	then, _ := utf8.DecodeRuneInString(f.Text[f.Span.End+n:])
	return f.Declension.Compounds && n > 0 && hyphen(c) && unicode.IsLetter(then)
}

// animates doubts a term that is animate where the old one is not: words that
// agree with it may stand anywhere in the sentence.
func (f *fitting) animates() {
	if len(f.Declension.Cases) > 0 && f.Old.Animate != "" && f.Now.Animate != "" && f.Old.Animate != f.Now.Animate {
		f.unsure("doubt.animate")
	}
}

// redetermine gives the determiner before a term of another gender the form that
// goes with that. It is a proposal: more words may have to agree.
func (f *fitting) redetermine() {
	cell := ""
	for _, s := range f.narrow(f.Slots) {
		is := strings.TrimRight(f.Now.Gender, "123") + "." + s.Case
		if s.Number == "pl" || cell != "" && cell != is {
			return
		}
		cell = is
	}
	word, gap := f.before(true)
	found := f.Text[word.Start:word.End]
	if is := f.determine(strings.ToLower(found), cell); is != "" && gap != "" {
		f.change(word.Start, word.End, likeCase(found, is))
	}
}

// texts returns the forms of the new term that may be meant, and why it is not
// certain which, if it is not.
func (f *fitting) texts() (all []string, doubt string) {
	slots := f.narrow(f.Slots)
	if len(slots) == 0 {
		slots, doubt = f.Slots, "doubt.disagrees"
	}
	known := true
	for _, s := range slots {
		texts := f.forms(s)
		if n := numberOr(f.Now.Number); len(texts) == 0 && n != s.Number {
			doubt = "doubt.number"
			texts = f.forms(Slot{n, s.Case, s.Strength})
		}
		known = known && len(texts) > 0 && !f.lacks(s.Strength)
		for _, t := range texts {
			if !slices.Contains(all, t) {
				all = append(all, t)
			}
		}
	}
	switch {
	case doubt != "":
	case !known:
		doubt = "doubt.form"
	case len(all) > 1:
		doubt = "doubt.case"
	case f.entitles() && all[0] != f.New:
		all, doubt = append(all, f.New), "doubt.case"
	}
	return all, doubt
}

// lacks reports whether forms are given without their strength for a term that
// begins with an adjective, as its first word shows: they are those of the dictionary.
func (f *fitting) lacks(strength string) bool {
	if strength == f.strongest() || strength == "" {
		return false
	}
	if len(f.Forms) == 0 {
		return f.declined(f.New) != ""
	}
	first := ""
	for i, x := range f.Forms {
		word, _, _ := strings.Cut(x.Text, " ")
		if x.Slot.Strength == "" && i > 0 && word != first && strings.Contains(x.Text, " ") {
			return true
		}
		first = word
	}
	return false
}

// entitles reports whether the term may be a title before a name, which is not
// declined without an article: "für Präsident Berg".
func (f *fitting) entitles() bool {
	return f.Declension.CapitalNouns && f.bare && startsUpper(f.next()) &&
		slices.ContainsFunc(f.Slots, func(s Slot) bool { return s.like(f.lemma(f.Old)) })
}

// forms returns the forms of the new term for a slot: more than one only if the
// slot does not say which strength it is. Of several forms of a slot it is the
// one that answers to the old one, "Bunds" to "Werks", else the first.
func (f *fitting) forms(slot Slot) (all []string) {
	var slots []Slot
	texts := make(map[Slot][]string)
	for _, x := range f.Forms {
		if !x.Slot.like(slot) {
			continue
		}
		if texts[x.Slot] == nil {
			slots = append(slots, x.Slot)
		}
		texts[x.Slot] = append(texts[x.Slot], x.Text)
	}
	for _, s := range slots {
		of := texts[s]
		if f.Variant < len(of) {
			of = of[f.Variant:]
		}
		if !slices.Contains(all, of[0]) {
			all = append(all, of[0])
		}
	}
	if len(f.Forms) == 0 && slot.like(f.lemma(f.Now)) {
		all = append(all, f.New)
	}
	return all
}

// Readings returns a swap once for every form that the new term may need in that
// place, the likeliest first; none if that is certain, and the swap itself says
// it. What Fit makes of several are proposals.
func (r *Rules) Readings(s *Swap) []Swap {
	if len(s.Slots) == 0 || len(s.Forms) == 0 {
		return nil
	}
	text, at := window(s.Text, s.Span, reach)
	f := fitting{Rules: r, Swap: *s, found: s.Text[s.Span.Start:s.Span.End]}
	f.Text, f.Span = text, shift(s.Span, -at)
	if f.compounded() {
		return nil
	}
	texts, _ := f.texts()
	if len(texts) < 2 {
		return nil
	}
	all := make([]Swap, len(texts))
	for i, t := range texts {
		all[i] = *s
		all[i].Forms, all[i].Variant = nil, 0
		for _, x := range s.Slots {
			all[i].Forms = append(all[i].Forms, Inflection{x, t})
		}
	}
	return all
}

// articled doubts a determiner that no term in the singular of the new gender has
// behind it.
func (f *fitting) articled() {
	if len(f.Determiners) == 0 || len(f.Slots) > 0 {
		return
	}
	word, gap := f.before(true)
	_, agrees, ok := f.determiner(strings.ToLower(f.Text[word.Start:word.End]))
	if !ok || gap == "" {
		return
	}
	if !slices.ContainsFunc(agrees, func(c string) bool {
		head, _, _ := strings.Cut(c, ".")
		return head == f.Now.Gender || head == strings.TrimRight(f.Now.Gender, "123")
	}) {
		f.unsure("doubt.gender")
	}
}

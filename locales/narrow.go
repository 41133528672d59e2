package locales

import (
	"slices"
	"strings"
)

// Government says which cases a word before a term asks of it, by the word in
// lower case: a preposition.
type Government map[string][]string

// Attributes are what may stand between a determiner or preposition and a term.
type Attributes struct {
	Like        Regexp            // adjectives look like this …
	Not         Regexp            // … but these words do not count
	Endings     []AttributeEnding `toml:"ending"` // of those that tell by themselves
	Transparent []string          // words that agree with nothing: "их"
}

// AttributeEnding says what adjectives that end so agree with.
type AttributeEnding struct {
	At    Ending
	Cells cells
}

// narrow leaves those of some slots that the words before the term allow, with the
// strength of an adjective behind those, where that is known. If they allow none,
// the text is wrong already, and none is left.
func (f *fitting) narrow(slots []Slot) []Slot {
	if len(f.Declension.Cases) == 0 {
		return f.numbered(slots)
	}
	n := narrowing{fitting: f, slots: slots, at: f.Span.Start}
	for n.back() {
	}
	if !n.settled && len(n.adjectives) == 0 && !n.raised {
		n.strength = f.strongest()
	}
	f.bare = !n.article
	return f.strong(n.slots, n.strength)
}

// A narrowing goes back from a term word by word, to the preposition or determiner
// that it depends on.
type narrowing struct {
	*fitting
	slots      []Slot
	at         int      // where the last word that was looked at begins
	adjectives []string // passed on the way
	settled    bool     // that word was found; or it may stand for another one
	article    bool     // it is a determiner
	raised     bool     // a capital word may be an adjective: "die Deutsche Bank"
	strength   string   // of an adjective behind it
}

// back looks at one word more, and reports whether to go on.
func (n *narrowing) back() bool {
	word, gap := n.wordBefore(n.at, n.at == n.Span.Start)
	if gap == "" {
		return false
	}
	n.at = word.Start
	found := n.Text[word.Start:word.End]
	w := strings.ToLower(found)
	if cases, ok := n.Government[w]; ok {
		n.slots = n.governed(n.inside(n.slots, n.adjectives, n.strongest()), cases)
		n.settled, n.strength = true, n.strongest()
		return false
	}
	if d, agrees, ok := n.determiner(w); ok {
		n.settled, n.article = true, true
		if governs := n.Contractions[w] != ""; governs || !d.Relative || !n.behindComma(n.at) {
			n.determined(d, agrees, governs)
		}
		return false
	}
	n.raised = n.raised || startsUpper(found) && n.attribute(w)
	return slices.Contains(n.Attributes.Transparent, w) || n.attribute(found) && n.pass(w)
}

// determined takes in what a determiner says, and the preposition before it.
func (n *narrowing) determined(d Determiner, agrees cells, governs bool) {
	n.strength = d.Strength
	n.slots = n.inside(n.agreeing(n.slots, agrees), n.adjectives, d.Strength)
	word, gap := n.wordBefore(n.at, false)
	if cases, ok := n.Government[strings.ToLower(n.Text[word.Start:word.End])]; ok && gap != "" && !governs {
		n.slots = n.governed(n.slots, cases)
	}
}

// pass goes past an adjective, with what its ending tells. Where endings go by the
// determiner, that is seen later; where not, a word that does not agree is none.
func (n *narrowing) pass(adjective string) bool {
	told := n.agreeing(n.slots, n.Attributes.tells(adjective))
	if len(told) > 0 {
		n.slots = told
	} else if len(n.Declension.Strengths) == 0 {
		return false
	}
	n.adjectives = append(n.adjectives, adjective)
	return len(n.adjectives) < 4
}

// behindComma reports whether a comma stands before a word, or before the
// preposition that it follows.
func (f *fitting) behindComma(at int) bool {
	word, gap := f.wordBefore(at, false)
	if f.Government[strings.ToLower(f.Text[word.Start:word.End])] != nil && gap != "" {
		at = word.Start
	}
	return strings.HasSuffix(strings.TrimRight(f.Text[:at], " \u00a0\r\n"), ",")
}

// strongest returns the strength of an adjective that nothing stands before.
func (f *fitting) strongest() string {
	if len(f.Declension.Strengths) == 0 {
		return ""
	}
	return f.Declension.Strengths[0]
}

// strong leaves those of some slots that have a strength, or do not say.
func (f *fitting) strong(slots []Slot, strength string) []Slot {
	if strength == "" {
		return slots
	}
	var all []Slot
	for _, s := range slots {
		if s.Strength == "" || s.Strength == strength {
			s.Strength = strength
			all = append(all, s)
		}
	}
	return all
}

func (f *fitting) governed(slots []Slot, cases []string) []Slot {
	return slices.DeleteFunc(slices.Clone(slots), func(s Slot) bool { return !slices.Contains(cases, s.Case) })
}

// agreeing leaves those of some slots that have one of the cells.
func (f *fitting) agreeing(slots []Slot, c cells) []Slot {
	return slices.DeleteFunc(slices.Clone(slots), func(s Slot) bool {
		return !slices.ContainsFunc(c, func(cell string) bool {
			head, of, _ := strings.Cut(cell, ".")
			if of != s.Case || (head == "pl") != (s.Number == "pl") {
				return false
			}
			gender := f.Old.Gender
			return head == "pl" || gender == "" || head == gender || head == strings.TrimRight(gender, "123")
		})
	})
}

// attribute reports whether a word may be an adjective.
func (f *fitting) attribute(word string) bool {
	a := &f.Attributes
	return a.Like.Regexp != nil && a.Like.MatchString(word) && !a.Not.MatchString(strings.ToLower(word))
}

// tells returns what an adjective agrees with, if its ending tells.
func (a *Attributes) tells(word string) cells {
	var all cells
	for _, e := range a.Endings {
		if e.At.MatchString(word) {
			all = append(all, e.Cells...)
		}
	}
	return all
}

// inside leaves those of some slots that the endings of adjectives of a strength
// allow. If they allow none, those are no adjectives.
func (f *fitting) inside(slots []Slot, adjectives []string, strength string) []Slot {
	if strength == "" {
		return slots
	}
	for _, w := range adjectives {
		var c cells
		for i := range f.Declension.Adjectives {
			for key, row := range f.Declension.Adjectives[i].Rows {
				of, is, _ := strings.Cut(key, ".")
				if is != strength {
					continue
				}
				for k, ending := range strings.Fields(row) {
					if attributeEnding(w) == ending {
						c = append(c, of+"."+f.Declension.Cases[k])
					}
				}
			}
		}
		if slots = f.agreeing(slots, c); len(slots) == 0 {
			return nil
		}
	}
	return slots
}

// attributeEnding returns the ending of an adjective where there are strengths:
// "e", or "e" and a consonant.
func attributeEnding(word string) string {
	if at := strings.LastIndexByte(word, 'e'); at >= len(word)-2 && at >= 0 {
		return word[at:]
	}
	return ""
}

// numbered leaves those of some slots that have the number of the word before the
// term, if that is one of a series and tells it: "le mois", "les mois".
func (f *fitting) numbered(slots []Slot) []Slot {
	left, _ := f.left()
	for n := min(2, len(left)); n > 0; n-- {
		cells := f.shapes[written(left[len(left)-n:], f.Text)]
		if len(cells) == 0 {
			continue
		}
		number := cells[0].number
		if number == "" || slices.ContainsFunc(cells, func(c cell) bool { return c.number != number }) {
			return slots
		}
		if told := slices.DeleteFunc(slices.Clone(slots), func(s Slot) bool { return s.Number != number }); len(told) > 0 {
			return told
		}
		return slots
	}
	return slots
}

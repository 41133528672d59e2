package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A wordSense is what a word says of numbers; an Amount with Over 0 is not said.
type wordSense struct {
	cardinal, ordinal, loose, part, scale Amount
	month                                 int
	one, and, andTens, multiple, become   bool
	ten                                   bool // takes the ones behind it
	over                                  bool // an ending makes it a denominator
}

// numberWords finds the words of a language that say numbers, in any case of letters.
type numberWords struct {
	any     bool // the language has some
	hyphens bool // some have a hyphen
	senses  map[string]*wordSense
	begins  [512]bool // by the first two bytes, to rule most words out
	longest int
	pieces  []string // of compounds, the longest first
	endings map[string]ending
	unended map[string]bool
	stems   []phrase // what words may begin with; open: of a number, not a month
}

// numberWords collects the words of a locale.
func (n *numerals) numberWords(r *Rules) numberWords {
	w := numberWords{senses: make(map[string]*wordSense)}
	q := n.Numerals
	each := func(words []string, set func(*wordSense)) {
		for _, word := range words {
			set(w.sense(word))
		}
	}
	tables := []struct {
		of  map[string][]string
		set func(*wordSense, Amount)
	}{
		{q.Words, func(s *wordSense, a Amount) { s.cardinal = a }},
		{q.Ordinals, func(s *wordSense, a Amount) { s.ordinal = a }},
		{w.stemsOf(q.Loose, true), func(s *wordSense, a Amount) { s.loose = a }},
		{q.Parts, func(s *wordSense, a Amount) { s.part = a }},
		{q.Scales, func(s *wordSense, a Amount) { s.scale = a }},
	}
	for _, t := range tables {
		for value, words := range t.of {
			words = slices.DeleteFunc(slices.Clone(words), func(w string) bool { return strings.HasSuffix(w, "*") })
			each(words, func(s *wordSense) { t.set(s, amountOf(value)) })
		}
	}
	for value, stems := range q.Stems {
		for _, stem := range stems {
			for _, ending := range q.Adjective {
				w.sense(stem + ending).ordinal = amountOf(value)
			}
		}
	}
	for _, word := range q.Words["10"] {
		w.sense(word).ten = q.Teens
	}
	each(q.One, func(s *wordSense) { s.one = true })
	each(q.And, func(s *wordSense) { s.and = true })
	each(q.AndTens, func(s *wordSense) { s.andTens = true })
	each(q.Multiples, func(s *wordSense) { s.multiple = true })
	each(q.Become, func(s *wordSense) { s.multiple, s.become = true, true })
	w.months(r)
	if q.Compounds {
		for word, s := range w.senses {
			if s.cardinal.Over != 0 || s.scale.Over != 0 && len(word) >= 3 || s.ordinal.Over != 0 && !s.hundredth() {
				w.pieces = append(w.pieces, word)
			}
		}
		slices.SortFunc(w.pieces, func(a, b string) int { return len(b) - len(a) })
		w.longest = 64
	}
	w.addEndings(q)
	w.any = len(w.senses) > 0 && n.han['一'].Over == 0
	return w
}

// months adds the names of the months, written as they are and in short.
func (w *numberWords) months(r *Rules) {
	add := func(name string, month int) {
		if word := strings.TrimSuffix(name, "."); letterByte(word[0]) && wordEnd(word, 0) == len(word) {
			w.sense(word).month = month
		}
	}
	for i, name := range r.Structure.Months {
		add(name, i+1)
	}
	for name, month := range r.Typography.ShortMonths {
		add(name, month)
	}
	for value, names := range w.stemsOf(r.Numerals.Months, false) {
		month, _ := amountOf(value).Int()
		for _, name := range names {
			add(name, month)
		}
	}
}

// stemsOf takes the words with a * out of a table, and keeps them as stems.
func (w *numberWords) stemsOf(table map[string][]string, number bool) map[string][]string {
	whole := make(map[string][]string, len(table))
	for value, words := range table {
		for _, word := range words {
			if stem, open := strings.CutSuffix(word, "*"); open {
				stem = strings.ToLower(stem)
				w.stems = append(w.stems, phrase{text: stem, says: value, open: number})
				w.begin(stem)
				w.longest = 64
			} else {
				whole[value] = append(whole[value], word)
			}
		}
	}
	slices.SortFunc(w.stems, func(a, b phrase) int { return strings.Compare(a.text, b.text) })
	return whole
}

// sense returns the sense of a word, which is none yet if the word is new.
func (w *numberWords) sense(word string) *wordSense {
	lower := strings.ToLower(word)
	s := w.senses[lower]
	if s == nil {
		s = new(wordSense)
		w.senses[lower] = s
	}
	w.begin(lower)
	w.longest = max(w.longest, len(word)+4)
	w.hyphens = w.hyphens || strings.Contains(word, "-")
	return s
}

// begin notes how a word may begin, in any case of letters.
func (w *numberWords) begin(lower string) {
	first, size := utf8.DecodeRuneInString(lower)
	for _, form := range []string{lower, string(unicode.ToUpper(first)) + lower[size:], strings.ToUpper(lower)} {
		w.begins[beginning(form)] = true
	}
}

// beginning hashes the first two bytes of a word.
func beginning(word string) int {
	if len(word) == 1 {
		return int(word[0])
	}
	return int(word[0])<<3&0x1FF ^ int(word[1])
}

// may reports whether a word may say a number.
func (w *numberWords) may(word string) bool {
	return w.begins[beginning(word)] && len(word) <= w.longest
}

// find returns the sense of a word, or nil.
func (w *numberWords) find(word string) *wordSense {
	if word == "" || !w.may(word) {
		return nil
	}
	var buf [72]byte
	lower := buf[:0]
	for _, c := range word {
		lower = utf8.AppendRune(lower, unicode.ToLower(c))
	}
	if s := w.senses[string(lower)]; s != nil || w.endings == nil {
		return s
	}
	return w.ended(lower)
}

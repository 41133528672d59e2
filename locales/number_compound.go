package locales

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// An ending is what letters behind a number word make of it.
type ending struct {
	ordinal, over bool
}

// addEndings notes the endings that number words may have.
func (w *numberWords) addEndings(q *Numerals) {
	if len(q.Endings) == 0 {
		return
	}
	w.endings, w.unended = make(map[string]ending), make(map[string]bool)
	for _, e := range q.Endings {
		w.endings[e] = ending{}
	}
	for _, e := range q.Over {
		w.endings[e] = ending{over: true}
	}
	for _, e := range q.Adjective {
		w.endings[e] = ending{ordinal: true}
	}
	for _, word := range q.Unended {
		w.unended[word] = true
	}
	w.longest = 64
}

// ended returns the sense of a number word, in lower case, that has an ending.
func (w *numberWords) ended(lower []byte) *wordSense {
	for cut := len(lower) - 1; cut > 1; cut-- {
		s := w.senses[string(lower[:cut])]
		if s == nil || s.cardinal.Over == 0 && s.ordinal.Over == 0 || w.unended[string(lower[:cut])] {
			continue
		}
		e, ok := w.endings[string(lower[cut:])]
		switch {
		case !ok:
		case e.ordinal && s.cardinal.Over != 0:
			return &wordSense{ordinal: s.cardinal}
		case e.over && s.cardinal.Over != 0:
			return &wordSense{cardinal: s.cardinal, over: true}
		case !e.ordinal && !e.over || s.cardinal.Over == 0:
			return s
		}
	}
	return nil
}

// compound returns the number that a word is joined from, and how much of the word
// says it: "einundzwanzig", "duecentomila"; all but the unit of "zehnjährig".
// ordinal reports that the last part was one.
func (r *quantityReader) compound(at, end int) (s inWords, to int, ordinal, ok bool) {
	w := &r.words
	if len(w.pieces) == 0 || end-at < 6 || end-at > w.longest {
		return s, at, false, false
	}
	var buf [72]byte
	lower := buf[:0]
	for _, c := range r.text[at:end] {
		lower = utf8.AppendRune(lower, unicode.ToLower(c))
	}
	if len(lower) != end-at {
		return s, at, false, false
	}
	for rest := string(lower); rest != "" && !ordinal; {
		piece := w.piece(rest)
		sense := w.senses[piece]
		switch {
		case piece == "":
			after, and := cutAnd(w, rest)
			if !and || s.words == 0 {
				to = end - len(rest)
				if e, ok := w.endings[rest]; ok && s.words > 1 {
					return s, end, e.ordinal, true
				}
				_, stop, unit := r.units.at(r.text, to)
				return s, to, false, unit && stop == end && s.words > 0 && s.value() != 1
			}
			rest, s.and = after, true
			continue
		case sense.cardinal.Over == 0 && sense.scale.Over == 0:
			ordinal = true
			sense = &wordSense{cardinal: sense.ordinal}
		}
		if !s.take(sense) || ordinal && len(piece) != len(rest) {
			return s, at, false, false
		}
		rest = rest[len(piece):]
	}
	return s, end, ordinal, s.words > 1
}

// piece returns the longest part of a compound that a text begins with.
func (w *numberWords) piece(text string) string {
	for _, p := range w.pieces {
		if strings.HasPrefix(text, p) {
			return p
		}
	}
	return ""
}

// hundredth reports whether an ordinal counts hundreds, which no compound adds.
func (s *wordSense) hundredth() bool { return s.ordinal.Compare(whole(100)) >= 0 }

// cutAnd cuts what joins the parts of a compound off its front.
func cutAnd(w *numberWords, rest string) (string, bool) {
	for word, s := range w.senses {
		if after, ok := strings.CutPrefix(rest, word); ok && s.and {
			return after, true
		}
	}
	return rest, false
}

// inWords is a number in words, as far as it was read.
type inWords struct {
	total, part uint64 // what scales have been applied to, and what is open
	scale       uint64 // the last scale
	words       int
	and         bool // a word that joins was read
	ten         bool // the last word is a ten that takes ones
}

func (s *inWords) value() uint64 { return s.total + s.part }

// take adds the next word of a number, and reports false if it does not fit:
// then another number begins there.
func (s *inWords) take(w *wordSense) bool {
	joined := s.and
	s.and = false
	switch {
	case w.cardinal.Over != 0:
		v, _ := w.cardinal.Int()
		n := uint64(v)
		switch rest := s.part % 100; {
		case s.words == 0, s.part == 0 && n < s.scale, s.part > 0 && s.part%1000 == 0 && n < 1000, s.part > 0 && rest == 0 && n < 100,
			(rest >= 20 || rest == 10 && s.ten) && rest%10 == 0 && n < 10, (rest == 60 || rest == 80) && n < 20,
			joined && rest > 0 && rest < 10 && n >= 20 && n%10 == 0: // einundzwanzig
			s.part, s.ten = s.part+n, w.ten
		default:
			return false
		}
	case w.scale.Over != 0:
		v, _ := w.scale.Int()
		n := uint64(v)
		switch {
		case n < 1000 && s.part < 100 && (s.part > 0 || s.words == 0 || n < s.scale):
			s.part = max(s.part, 1) * n
		case n >= 1000 && (s.part > 0 || s.words == 0) && (s.scale == 0 || n < s.scale):
			s.total, s.part, s.scale = s.total+max(s.part, 1)*n, 0, n
		case n >= 1000 && s.total > 0 && n > s.scale && s.value() < 1e6: // mil millones, mil doscientos millones
			s.total, s.part, s.scale = s.value()*n, 0, n
		default:
			return false
		}
	default:
		return false
	}
	s.words++
	return true
}

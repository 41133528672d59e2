package locales

import (
	"strings"
	"unicode/utf8"
)

// scaled reads the scales behind a number, "million" or 万, and smaller numbers
// with scales that follow: 1亿2000万, "2 млн 300 тыс.".
func (r *quantityReader) scaled(q *Quantity, end int) int {
	var total, section Amount // what is done, and what 百 and 千 have been applied to
	total.Over, section.Over = 1, 1
	part, open := q.Amount, true              // the number that no scale has been applied to yet
	last, big, ok := Amount{}, Amount{}, true // the last scale, and the last that is no 百 or 千
	for ok {
		scale, to, found := r.scaleAt(end, q)
		if found {
			sum := section
			if open {
				sum, ok = section.Plus(part)
			}
			switch product, fits := sum.Times(scale); {
			case !ok || !fits:
				return end
			case scale.Compare(r.myriad) < 0 && open: // 5千
				section, ok = scaledPart(section, part, scale)
			case big.Over != 0 && scale.Compare(big) >= 0: // 万亿, "thousand million"
				if sum, ok = total.Plus(sum); ok {
					total, ok = sum.Times(scale)
				}
				section, big = Amount{0, 0, 1}, scale
			default:
				total, ok = total.Plus(product)
				section, big = Amount{0, 0, 1}, scale
			}
			part, open, end, last = Amount{0, 0, 1}, false, to, scale
			continue
		}
		if last.Over == 0 {
			return end
		}
		more, to, found := r.smaller(end, last)
		if !found || open {
			break
		}
		part, open, end = more, true, to
	}
	if sum, fits := total.Plus(section); fits {
		if open {
			sum, fits = sum.Plus(part)
		}
		if ok && fits {
			q.Amount = sum
		}
	}
	return end
}

// scaledPart returns section + part × scale.
func scaledPart(section, part, scale Amount) (Amount, bool) {
	product, ok := part.Times(scale)
	if !ok {
		return section, false
	}
	return section.Plus(product)
}

// smaller reads the number that goes on behind a scale: 2000 of 1亿2000万.
func (r *quantityReader) smaller(end int, last Amount) (part Amount, to int, ok bool) {
	gap := r.gapAfter(end, false)
	if figureWidth(r.text, gap) == 0 {
		return part, end, false
	}
	f, read := r.readFigure(r.text, gap)
	if !read || f.part || f.amount.Compare(last) >= 0 {
		return part, end, false
	}
	var q Quantity
	scale, _, scaled := r.scaleAt(f.end, &q)
	if scaled && scale.Compare(last) < 0 {
		return f.amount, f.end, true
	}
	return f.amount, f.end, !scaled && len(r.han) > 0 && (gap == end || r.SpacedParts)
}

// scaleAt returns the scale at an offset and where it ends.
func (r *quantityReader) scaleAt(at int, q *Quantity) (scale Amount, end int, ok bool) {
	gap := r.gapAfter(at, true)
	if _, to, more := r.more.at(r.text, r.gapAfter(at, false)); more { // 200多万, "300+ billion"
		next := r.gapAfter(to, true)
		_, _, found := r.hanScale(to)
		s := r.words.find(r.text[next:wordEnd(r.text, next)])
		switch {
		case found:
			at, gap, q.About = to, to, true
		case len(r.han) == 0 && s != nil && s.scale.Over != 0 && s.scale.Compare(whole(1000)) >= 0:
			at, gap, q.About = next, next, true
		}
	}
	if _, _, unit := r.units.at(r.text, at); !unit { // 3千米
		if scale, end, ok := r.hanScale(gap); ok && (gap == at || r.text[at] == ' ') {
			return scale, end, true
		}
	}
	word := r.text[gap:wordEnd(r.text, gap)]
	if says, end, ok := r.scaleStems.at(r.text, gap); ok {
		return amountOf(says), end, true
	}
	if s := r.words.find(word); s != nil && s.scale.Over != 0 && bounded(r.text, gap+len(word)) {
		end := gap + len(word)
		if strings.HasPrefix(r.text[end:], ".") && utf8.RuneCountInString(word) <= 4 && r.abbreviated(word) { // "Mio."
			end++
		}
		return s.scale, end, true
	}
	if unit, _, coin := r.units.at(r.text, gap+len(word)); q.Unit != "" && gap == at || coin && r.kindOf(unit) == Money && word != "" { // £45m, "45 M€"
		for value, words := range r.Short {
			for _, short := range words {
				if word == short {
					return amountOf(value), gap + len(word), true
				}
			}
		}
	}
	return scale, at, false
}

// abbreviated reports whether the tables have a word with a full stop.
func (r *quantityReader) abbreviated(word string) bool {
	for _, words := range r.Scales {
		for _, w := range words {
			if w == word+"." {
				return true
			}
		}
	}
	return false
}

func (r *quantityReader) hanScale(at int) (scale Amount, end int, ok bool) {
	if at >= len(r.text) || r.text[at] < 0xE3 || len(r.han) == 0 {
		return scale, at, false
	}
	c, n := utf8.DecodeRuneInString(r.text[at:])
	scale, ok = r.han[c]
	if strings.ContainsRune(r.Coins, c) && figureWidth(r.text, at+n) == 0 {
		unit, _, _ := r.units.at(r.text, at+n)
		ok = ok && r.kindOf(unit) == Money
	}
	return scale, at + n, ok && scale.Zeros >= 2
}

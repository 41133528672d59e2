package locales

// ordinalWord adds an ordinal in words, of which tens and units may both be one:
// "vigésimo quinto" is the 25th.
func (r *quantityReader) ordinalWord(sense *wordSense, at, end int) int {
	q := Quantity{Amount: sense.ordinal, Or: sense.part, Loose: small(sense.ordinal)}
	gap := r.gapAfter(end, false)
	next := wordEnd(r.text, gap)
	tens, _ := sense.ordinal.Int()
	if units := r.words.find(r.text[gap:next]); gap > end && tens >= 20 && tens%10 == 0 && units != nil && units.ordinal.Over != 0 {
		if n, _ := units.ordinal.Int(); n < 10 {
			q.Amount, _ = q.Amount.Plus(units.ordinal)
			q.Or, end = Amount{}, next
		}
	}
	return r.ordinalOf(q, at, end)
}

// ordinalOf adds an ordinal in words, with the quarter of the year that it counts
// or the share that it says: "jeder fünfte".
func (r *quantityReader) ordinalOf(q Quantity, at, end int) int {
	q.Kind = Ordinal
	if says, start, ok := r.before.ending(r.text, r.gapBefore(at)); ok && says == "every" && start >= r.end() {
		if share, fits := whole(1).By(q.Amount); fits {
			q.Kind, q.Or, q.Amount, q.Loose = Fraction, q.Amount, share, true
		}
	}
	if _, to, ok := r.shareWords.at(r.text, r.gapAfter(end, false)); ok && q.Kind == Ordinal && q.Amount.Compare(whole(2)) > 0 {
		q.Kind, q.Or = Fraction, q.Amount
		q.Amount, _ = whole(1).By(q.Amount)
		end = to
	}
	end = r.yearPart(&q, at, end)
	r.add(q, at, end)
	return end
}

// overEnding makes a denominator, and the number behind it, a fraction.
func (r *quantityReader) overEnding(q *Quantity, end int) (to int, ok bool) {
	gap := r.gapAfter(end, false)
	to = wordEnd(r.text, gap)
	sense := r.words.find(r.text[gap:to])
	if sense == nil || sense.cardinal.Over == 0 || sense.cardinal.Compare(q.Amount) >= 0 {
		return end, false
	}
	q.Amount, ok = sense.cardinal.By(q.Amount)
	q.Kind = Fraction
	return to, ok
}

// scaleOf returns the scale that a part is taken of, "half a million" or "a quarter
// of a million", and where it ends.
func (r *quantityReader) scaleOf(end int) (scale Amount, to int, ok bool) {
	for range 3 { // an article and a word for "of" at most
		gap := r.gapAfter(end, true)
		next := wordEnd(r.text, gap)
		_, of, linked := r.of.at(r.text, gap)
		if _, past, ok := r.links.at(r.text, gap); ok {
			of, linked = past, true
		}
		switch s := r.words.find(r.text[gap:next]); {
		case gap == end:
			return scale, end, false
		case s != nil && s.scale.Over != 0:
			return s.scale, next, s.scale.Compare(whole(1000)) >= 0
		case linked:
			end = of
		case s != nil && s.one:
			end = next
		default:
			return scale, end, false
		}
	}
	return scale, end, false
}

// unitOf returns the unit that a part is taken of, "a quarter of an hour", and
// where it ends.
func (r *quantityReader) unitOf(end int) (unit string, to int, ok bool) {
	for range 3 { // an article and a word for "of" at most
		gap := r.gapAfter(end, true)
		next := wordEnd(r.text, gap)
		if unit, to, ok = r.units.at(r.text, gap); ok || gap == end {
			return unit, to, ok && gap > end
		}
		_, of, linked := r.of.at(r.text, gap)
		if _, past, ok := r.links.at(r.text, gap); ok {
			of, linked = past, true
		}
		switch s := r.words.find(r.text[gap:next]); {
		case linked:
			end = of
			if unit, to, ok = r.units.at(r.text, end); ok { // "d'heure"
				return unit, to, true
			}
		case s != nil && s.one:
			end = next
		default:
			return "", end, false
		}
	}
	return "", end, false
}

// single adds what an article counts, "a mile" or "a third", and returns where to
// go on.
func (r *quantityReader) single(at, end int) int {
	if gap := r.gapAfter(end, false); gap > end {
		next := wordEnd(r.text, gap)
		if s := r.words.find(r.text[gap:next]); s != nil && s.part.Over != 0 && s.ordinal.Over != 0 {
			share, _ := whole(1).By(s.part)
			r.add(Quantity{Amount: share, Or: s.ordinal, Kind: Fraction, Loose: true}, at, next)
			return next
		}
		if unit, to, ok := r.units.at(r.text, gap); ok && figureWidth(r.text, r.gapAfter(to, false)) == 0 { // "a mile", but "a $5 ticket"
			q := Quantity{Amount: whole(1), Unit: unit, Kind: r.kindOf(unit), Loose: true}
			if _, past, half := r.halves.at(r.text, r.gapAfter(to, false)); half { // "a year and a half"
				q.Amount, _ = q.Amount.Plus(amountOf("1/2"))
				to = past
			}
			r.add(q, at, to)
			return to
		}
	}
	return end
}

// article reports whether a word is an article as well as a number.
func (r *quantityReader) article(at, end int) bool {
	sense := r.words.find(r.text[at:end])
	return sense != nil && sense.one
}

// shares adds a number of parts, "three fifths"; of a scale behind them, "three
// quarters of a million"; or of the quarters of a year. It returns where to go on.
func (r *quantityReader) shares(q Quantity, part Amount, from, end int, article bool) int {
	if says, _, ok := r.before.ending(r.text, r.gapBefore(from)); ok && says == "counted" && part == whole(4) {
		q.Kind, q.Unit, q.Loose = Measured, "quarters", false
		r.add(q, from, end)
		return end
	}
	q.Amount, _ = q.Amount.By(part)
	if scale, to, ok := r.scaleOf(end); ok {
		if product, fits := q.Amount.Times(scale); fits {
			q.Amount, q.Loose = product, false
			return r.finish(q, from, to)
		}
	}
	q.Kind, q.Loose = Fraction, article
	if unit, to, ok := r.unitOf(end); ok {
		q.Kind, q.Unit, end = r.kindOf(unit), unit, to
	}
	r.add(q, from, end)
	return end
}

// unitsOfOrdinal adds the ordinal that a word says to the tens before it,
// "twenty-first" or "vingt et unième", and returns where it ends; end is where the
// tens do and next where the word does.
func (r *quantityReader) unitsOfOrdinal(q *Quantity, tens uint64, sense *wordSense, end, next int) (to int, ok bool) {
	if sense.andTens {
		past := r.gapAfter(next, true)
		last := wordEnd(r.text, past)
		if sense = r.words.find(r.text[past:last]); past == next || sense == nil {
			return end, false
		}
		next = last
	}
	if _, _, unit := r.units.at(r.text, end+1); unit && r.text[end] == ' ' { // "veinte segundos"
		return end, false
	}
	n, _ := sense.ordinal.Int()
	most := 10
	if tens == 60 || tens == 80 { // soixante-douzième
		most = 20
	}
	if sense.ordinal.Over == 0 || tens < 20 || tens%10 != 0 || n >= most || r.text[end] == '\n' {
		return end, false
	}
	q.Amount, ok = q.Amount.Plus(sense.ordinal)
	q.Loose = false
	return next, ok
}

package locales

import "github.com/concord-l10n/concord"

// marksSeen is how a text uses the marks in its figures. Some write "p = 0.035" where
// their language has a comma; then their "4.239" may be 4 as well as 4239.
type marksSeen struct {
	odd     rune     // a mark of groups that certainly stands before decimal places
	grouped []figure // those of one group, in order
}

// see remembers a figure. It is plain if nothing behind it changed its amount.
func (m *marksSeen) see(f *figure, plain bool) {
	switch {
	case f.odd && f.mark != 0:
		m.odd = f.mark
	case plain && f.mark != 0:
		m.grouped = append(m.grouped, *f)
	}
}

// reconsider gives the quantities of a text, in order, that may be meant otherwise
// their other value.
func (m *marksSeen) reconsider(all []Quantity) {
	for _, f := range m.grouped {
		if f.mark != m.odd {
			continue
		}
		for len(all) > 0 && all[0].Span.End <= f.start {
			all = all[1:]
		}
		if len(all) > 0 && all[0].Span.Contains(concord.Span{Start: f.start, End: f.end}) && all[0].Amount == f.amount {
			thousand, _ := NewAmount(1000, 0)
			all[0].Or, _ = f.amount.By(thousand)
		}
	}
}

package locales

import "strings"

// tolerance stands between a value and how far it may be off: "63.4±3.7 %".
const tolerance = "±"

// bracketed reads the unit that stands behind the bracket of a value with its
// tolerance, "(63.4±3.7)%", where the number ends at an offset.
func (r *quantityReader) bracketed(q *Quantity, at, end int) {
	if !strings.HasSuffix(strings.TrimRight(r.text[:at], " "), tolerance) {
		return
	}
	for _, bracket := range []string{")", "）"} {
		if q.Unit == "" && strings.HasPrefix(r.text[end:], bracket) {
			r.unit(q, at, end+len(bracket))
		}
	}
}

// shareTolerances gives values the unit that stands behind their tolerance.
func (r *quantityReader) shareTolerances() {
	for i := 1; i < len(r.out); i++ {
		a, b := &r.out[i-1], &r.out[i]
		if a.Unit == "" && a.Kind == Count && b.Unit != "" && strings.TrimSpace(r.text[a.Span.End:b.Span.Start]) == tolerance {
			a.Unit, a.Kind = b.Unit, b.Kind
		}
	}
}

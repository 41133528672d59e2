package locales

import "sync"

// A unitFact is a Measure, ready for use.
type unitFact struct {
	of    string
	times Amount
	from  Amount
	kind  QuantityKind
	any   []string
}

// unitFacts are the units of rules/und.toml by name.
var unitFacts = sync.OnceValue(func() map[string]unitFact {
	facts := make(map[string]unitFact)
	for name, m := range table()["und"]().Numerals.Measures {
		f := unitFact{of: m.Of, times: whole(1), kind: quantityKinds[m.Kind], any: m.Any}
		if m.Of == "" {
			f.of = name
		}
		if m.Times != "" {
			f.times = amountOf(m.Times)
		}
		if m.From != "" {
			f.from = amountOf(m.From)
		}
		facts[name] = f
	}
	return facts
})

// kindOf returns the kind of the quantities with a unit.
func (n *numerals) kindOf(unit string) QuantityKind { return unitFacts()[unit].kind }

// SameUnit reports whether two units are one, or one may stand for the other,
// as $ may for USD.
func SameUnit(a, b string) bool {
	if a == b {
		return true
	}
	for _, name := range unitFacts()[a].any {
		if name == b {
			return true
		}
	}
	for _, name := range unitFacts()[b].any {
		if name == a {
			return true
		}
	}
	return false
}

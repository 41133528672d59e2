package main

import (
	"strings"

	"golang.org/x/text/language"
)

// sourceless says which releases of the project lack the text in the language of
// the source: nothing is held against it there.
func (in *inputs) sourceless(s *search) {
	if s.source == language.Und || len(s.patterns) == 0 {
		return
	}
	const most = 5 // names that are shown
	var names []string
	lacking := 0
	for i := range in.jobs {
		if in.jobs[i].Source == nil {
			if lacking++; lacking <= most {
				names = append(names, in.jobs[i].Name)
			}
		}
	}
	if lacking == 0 {
		return
	}
	if lacking > most {
		names = append(names, "…")
	}
	s.t.tell("input.no-source", "PluralCount", lacking, "Lang", s.source.String(), "Names", strings.Join(names, ", "))
}

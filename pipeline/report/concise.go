package report

import (
	"bufio"
	"fmt"
	"io"
)

// Concise is one line for each finding, in the manner of a compiler.
var Concise = &Printer{Name: "concise", Print: func(w io.Writer, r *Report, s Style) error {
	return printing(w, func(b *bufio.Writer) {
		for i := range r.Items {
			it := &r.Items[i]
			severity := s.paint(tints[it.Finding.Severity], s.say("severity."+it.Finding.Severity.String(), nil))
			if it.Fixed() {
				severity = s.paint(green, s.say("outcome.applied", nil))
			}
			fmt.Fprintf(b, "%s:%d:%d: %s: %s [%s] %s\n", Visible(it.Start.File), it.Start.Line, it.Start.Column,
				severity, s.message(it.Finding.Message), it.Finding.Rule, it.ID)
		}
	})
}}

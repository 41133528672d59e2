package report

import (
	"bufio"
	"io"
)

// JSONL is a finding on each line, each an object as in JSON's list.
var JSONL = &Printer{Name: "jsonl", Print: func(w io.Writer, r *Report, _ Style) error {
	return printing(w, func(b *bufio.Writer) {
		for i := range r.Items {
			b.Write(encode(finding(&r.Items[i])))
			b.WriteByte('\n')
		}
	})
}}

package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/concord-l10n/concord"
)

// Checkstyle is XML as Checkstyle writes it, of which many servers make
// annotations: com.puppycrawl.tools.checkstyle.XMLLogger.
var Checkstyle = &Printer{Name: "checkstyle", Print: func(w io.Writer, r *Report, _ Style) error {
	return printing(w, func(b *bufio.Writer) {
		b.WriteString(xmlHead + `<checkstyle version="4.3">` + "\n")
		for _, f := range r.Failed {
			fmt.Fprintf(b, "<file name=\"%s\">\n", xmlText(slashed(f.File)))
			line, column := f.at()
			checkstyleError(b, line, column, "error", f.why(), "concord")
			b.WriteString("</file>\n")
		}
		for file, items := range r.byFile() {
			fmt.Fprintf(b, "<file name=\"%s\">\n", xmlText(slashed(file)))
			for _, it := range items {
				checkstyleError(b, it.Start.Line, it.Start.Column, checkstyleLevels[it.Finding.Severity],
					english().message(it.Finding.Message), "concord."+it.Finding.Rule)
			}
			b.WriteString("</file>\n")
		}
		b.WriteString("</checkstyle>\n")
	})
}}

var checkstyleLevels = map[concord.Severity]string{concord.Note: "info", concord.Warning: "warning", concord.Error: "error"}

func checkstyleError(b *bufio.Writer, line, column int, severity, message, source string) {
	fmt.Fprintf(b, "<error line=\"%d\" column=\"%d\" severity=\"%s\" message=\"%s\" source=\"%s\"/>\n",
		line, column, severity, xmlText(message), xmlText(source))
}

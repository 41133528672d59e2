package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/concord-l10n/concord"
)

// JUnit is XML as test runners write it: a suite for each file and in it a test
// for each rule that ran, which fails if the rule found what makes the run fail.
// What else it found is output of the test. Tests have the same names from run
// to run, so that servers can tell since when one fails.
var JUnit = &Printer{Name: "junit", Print: func(w io.Writer, r *Report, s Style) error {
	if s.Fails == nil {
		s.Fails = func(concord.Severity) bool { return true }
	}
	return printing(w, func(b *bufio.Writer) {
		var suites []junitSuite
		for _, f := range r.Failed {
			suites = append(suites, junitSuite{f.File, []junitCase{{name: "concord", fault: "error", kind: "concord", lines: []string{f.why()}}}})
		}
		for file, items := range r.byFile() {
			suites = append(suites, junitSuite{file, r.cases(items, s.Fails)})
		}
		tests, failures, errors := 0, 0, 0
		for _, suite := range suites {
			tests += len(suite.cases)
			failures += suite.count("failure")
			errors += suite.count("error")
		}
		fmt.Fprintf(b, xmlHead+"<testsuites name=\"concord\" tests=\"%d\" failures=\"%d\" errors=\"%d\">\n", tests, failures, errors)
		for _, suite := range suites {
			suite.write(b)
		}
		b.WriteString("</testsuites>\n")
	})
}}

type junitSuite struct {
	file  string
	cases []junitCase
}

type junitCase struct {
	name  string
	fault string   // "failure", "error" or ""
	kind  string   // of fault
	lines []string // of fault
	out   []string // lines of what is no fault
}

// cases returns the tests of a file in the order of the rules.
func (r *Report) cases(items []*Item, fails func(concord.Severity) bool) []junitCase {
	found := make(map[string][]*Item)
	for _, it := range items {
		found[it.Finding.Rule] = append(found[it.Finding.Rule], it)
	}
	var all []junitCase
	for _, rule := range r.Rules {
		if rule.Off && found[rule.Name] == nil {
			continue
		}
		c := junitCase{name: rule.Name}
		worst := concord.Note
		for _, it := range found[rule.Name] {
			f := it.Finding
			text := fmt.Sprintf("%s:%d:%d: %s: %s [%s]", Visible(it.Start.File), it.Start.Line, it.Start.Column, f.Severity, it.told(english()), it.ID)
			if !fails(f.Severity) {
				c.out = append(c.out, text)
				continue
			}
			worst = max(worst, f.Severity)
			c.fault, c.kind, c.lines = "failure", worst.String(), append(c.lines, text)
		}
		all = append(all, c)
	}
	return all
}

func (s junitSuite) count(fault string) int {
	n := 0
	for _, c := range s.cases {
		if c.fault == fault {
			n++
		}
	}
	return n
}

func (s junitSuite) write(b *bufio.Writer) {
	file := xmlText(slashed(s.file))
	fmt.Fprintf(b, "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\">\n", file, len(s.cases), s.count("failure"), s.count("error"))
	for _, c := range s.cases {
		fmt.Fprintf(b, "<testcase name=\"%s\" classname=\"%s\"", xmlText(c.name), file)
		if c.lines == nil && c.out == nil {
			b.WriteString("/>\n")
			continue
		}
		b.WriteString(">")
		if c.lines != nil {
			first, _, _ := strings.Cut(c.lines[0], "\n")
			if n := len(c.lines); n > 1 {
				first = fmt.Sprintf("%s (and %d more)", first, n-1)
			}
			fmt.Fprintf(b, "<%s type=\"%s\" message=\"%s\">%s</%[1]s>", c.fault, c.kind, xmlText(first), xmlLines(c.lines))
		}
		if c.out != nil {
			fmt.Fprintf(b, "<system-out>%s</system-out>", xmlLines(c.out))
		}
		b.WriteString("</testcase>\n")
	}
	b.WriteString("</testsuite>\n")
}

func xmlLines(lines []string) string {
	var b strings.Builder
	for text := range strings.SplitSeq(strings.Join(lines, "\n"), "\n") {
		b.WriteString("\n" + xmlText(text))
	}
	return b.String() + "\n"
}

package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	udiff "github.com/aymanbagabas/go-udiff"
)

// Diff is the change of each file as a patch, which patch -p0 and git apply -p0
// carry out. It is made of the bytes on disk, in the encoding of the file.
var Diff = &Printer{Name: "diff", Print: func(w io.Writer, r *Report, s Style) error {
	var failed error
	err := printing(w, func(b *bufio.Writer) {
		for _, run := range r.Runs {
			if run.Draft == run.Final {
				continue
			}
			before, after, err := s.bytes(run)
			if err != nil {
				failed = err
				return
			}
			name := patchName(run.Draft.File)
			s.patch(b, udiff.Unified(name, name, before, after))
		}
	})
	if failed != nil {
		return failed
	}
	return err
}}

// bytes returns what a run made of what: for a terminal as text, otherwise as
// it is on disk.
func (s Style) bytes(run Run) (before, after string, err error) {
	if s.Terminal {
		return string(run.Draft.Raw), string(run.Final.Raw), nil
	}
	old, err := encoded(run.Draft)
	if err != nil {
		return "", "", fmt.Errorf("write patch: %w", err)
	}
	now, err := encoded(run.Final)
	if err != nil {
		return "", "", fmt.Errorf("write patch: %w", err)
	}
	return string(old), string(now), nil
}

// patch writes a patch line by line.
func (s Style) patch(b *bufio.Writer, patch string) {
	header := 2 // lines to come
	for l := range strings.Lines(patch) {
		text, end := strings.CutSuffix(l, "\n")
		if s.Terminal {
			text = shown(text)
		}
		t := tint("")
		switch {
		case header > 0:
			header--
			t = bold
		case strings.HasPrefix(text, "@@"):
			t = cyan
		case strings.HasPrefix(text, "-"):
			t = red
		case strings.HasPrefix(text, "+"):
			t = green
		}
		b.WriteString(s.paint(t, text))
		if end {
			b.WriteByte('\n')
		}
	}
}

// shown makes a line visible but for its tabs and a carriage return at its end.
func shown(line string) string {
	cols := strings.Split(strings.TrimSuffix(line, "\r"), "\t")
	for i, col := range cols {
		cols[i] = Visible(col)
	}
	return strings.Join(cols, "\t")
}

// patchName writes the name of a file as patch and git read it: quoted in the
// manner of C where it holds a control character, a quote or a backslash, and
// ended by a tab where it holds a space.
func patchName(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f || r == '"' || r == '\\' }) || hiddenIn(name) {
		var b strings.Builder
		b.WriteByte('"')
		for i := range len(name) {
			switch c := name[i]; {
			case c == '"' || c == '\\':
				b.WriteByte('\\')
				b.WriteByte(c)
			case c < ' ' || c >= 0x7f:
				fmt.Fprintf(&b, `\%03o`, c)
			default:
				b.WriteByte(c)
			}
		}
		return b.String() + `"`
	}
	if strings.Contains(name, " ") {
		return name + "\t"
	}
	return name
}

func hiddenIn(s string) bool { return strings.IndexFunc(s, hidden) >= 0 }

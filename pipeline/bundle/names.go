package bundle

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/concord-l10n/concord"
)

// safe returns a name that is plain in every format: letters, digits, hyphens
// and low lines, and dots if they are part of the name's structure.
func safe(name string, dots bool) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || dots && r == '.' {
			return r
		}
		return '-'
	}, name)
	if name = strings.Trim(name, "-."); name == "" {
		return "x"
	}
	return name
}

// names hands out names that are not taken.
type names map[string]bool

func newNames(taken ...string) names {
	n := make(names)
	for _, name := range taken {
		n[name] = true
	}
	return n
}

// unique returns name, or name with a number behind it if it is taken.
func (n names) unique(name string) string {
	free := name
	for i := 2; n[free]; i++ {
		free = fmt.Sprintf("%s-%d", name, i)
	}
	n[free] = true
	return free
}

// A counter counts the lines of a document from its start onward.
type counter struct {
	doc          *concord.Document
	offset, line int
}

// to returns the line of an offset, which is not before the one asked for last.
func (c *counter) to(offset int) int {
	if offset > c.offset {
		c.line += bytes.Count(c.doc.Raw[c.offset:offset], []byte{'\n'})
		c.offset = offset
	}
	return c.line
}

// where names a line for a comment, itself on one line: the name of a file may
// hold a line break. It is empty if the line is not known.
func where(file string, line int) string {
	if line == 0 {
		return ""
	}
	return fmt.Sprintf("%s:%d", strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '?'
		}
		return r
	}, file), line)
}

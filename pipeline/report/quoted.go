package report

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"github.com/concord-l10n/concord"
)

// A passage is a stretch of what is said: the tool's own words, or text that it
// quotes from a file.
type passage struct {
	Text   string // visible
	Quoted bool
}

// The marks that stand around what a message quotes while it is said. No visible
// text has them.
const (
	quoteStart = "\x01"
	quoteEnd   = "\x02"
)

// passages says m, told apart from what it quotes.
func (s Style) passages(m concord.Message) []passage {
	text := s.plain(quoting(m))
	if strings.Contains(text, `\x01`) { // no catalogue holds m, so that it is spelled out
		return []passage{{s.message(m), true}}
	}
	var all []passage
	for i, part := range strings.Split(text, quoteStart) {
		quoted, own, ends := strings.Cut(part, quoteEnd)
		if i == 0 || !ends {
			quoted, own = "", part
		}
		if quoted != "" {
			all = append(all, passage{quoted, true})
		}
		if own != "" {
			all = append(all, passage{line(own), false})
		}
	}
	return all
}

// quoting puts marks around the arguments of m that are text.
func quoting(m concord.Message) concord.Message {
	args := make(map[string]any, len(m.Args))
	for name, value := range m.Args {
		switch v := value.(type) {
		case string:
			if v != "" { // which some messages ask
				value = quoteStart + line(v) + quoteEnd
			}
		case []string:
			all := make([]string, len(v))
			for i, text := range v {
				all[i] = quoteStart + line(text) + quoteEnd
			}
			value = all
		case concord.Message:
			value = quoting(v)
		}
		args[name] = value
	}
	return concord.Message{ID: m.ID, Args: args}
}

// turns reports whether text has a letter that is written from right to left, so
// that what stands around it must be kept from turning with it.
func turns(text string) bool {
	for i := 0; i < len(text); {
		p, n := bidi.LookupString(text[i:])
		if c := p.Class(); c == bidi.R || c == bidi.AL || c == bidi.AN {
			return true
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(text[i:])
		}
		i += n
	}
	return false
}

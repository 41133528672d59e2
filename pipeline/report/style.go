package report

import (
	"bufio"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales/messages"
)

// A Style says how to print. The zero Style is plain English.
type Style struct {
	Say      *messages.Printer // nil: English; outputs for machines are in English always
	Color    bool              // ANSI sequences may be written
	Terminal bool              // a person reads w as it is: a patch is shown rather than given byte for byte
	Repeat   string            // flags and files to repeat in the commands that are suggested, quoted for a shell

	Fault   func(error) string          // says what is wrong with a file, its name first; nil: in English
	Version string                      // of the program; "" if it has none
	Fails   func(concord.Severity) bool // whether findings of a severity make the run fail; nil: all do
}

func (s Style) say(id string, args map[string]any) string {
	return s.message(concord.Message{ID: id, Args: args})
}

// message says m on one line, with all that it holds from files made visible.
func (s Style) message(m concord.Message) string { return line(s.plain(m)) }

// plain says m with what it holds from files as it is.
func (s Style) plain(m concord.Message) string {
	if s.Say == nil {
		s.Say = messages.New()
	}
	return s.Say.Say(m)
}

// A tint is an ANSI sequence that colours what follows.
type tint string

const (
	red    tint = "\x1b[31m"
	green  tint = "\x1b[32m"
	yellow tint = "\x1b[33m"
	cyan   tint = "\x1b[36m"
	dim    tint = "\x1b[2m"
	bold   tint = "\x1b[1m"
	reset  tint = "\x1b[0m"
)

func (s Style) paint(t tint, text string) string {
	if !s.Color || t == "" || text == "" {
		return text
	}
	return string(t) + text + string(reset)
}

var tints = map[concord.Severity]tint{concord.Error: red, concord.Warning: yellow, concord.Note: cyan}

// cells measures text in columns of a terminal, the same on every machine: the
// library's own default looks at the environment.
var cells = runewidth.Condition{StrictEmojiNeutral: true}

// columns returns how many columns of a terminal a text takes.
func columns(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case ' ' <= r && r <= '~':
			n++
		case aloof(r):
			n += cells.RuneWidth(r)
		default:
			return cells.StringWidth(text)
		}
	}
	return n
}

// aloof reports whether r is one of the frequent characters that never combine
// with others of their kind, or with ASCII, so that each counts by itself.
func aloof(r rune) bool {
	return 0xA1 <= r && r < 0x300 && r != 0xAD || '‐' <= r && r <= '‧' || '←' <= r && r <= '⇿' || '一' <= r && r <= '鿿'
}

// pad fills text up to a width.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-columns(text)))
}

// printing gives print a buffered writer and returns the first error of w.
func printing(w io.Writer, print func(*bufio.Writer)) error {
	b := bufio.NewWriterSize(w, 1<<16)
	print(b)
	return b.Flush()
}

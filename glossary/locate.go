package glossary

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/concord-l10n/concord"
)

// A YAML parser says of a fault in which line something began that it cannot
// finish, and not where it gave up. That is the end of the shortest beginning of
// the file that has the same fault.

// located bounds how long a file is of which beginnings are parsed, in bytes.
const located = 256 << 10

// locate returns where a YAML file has its fault, from line and column 1.
func locate(data []byte, err error) (line, column int) {
	line, column = 1, 1
	if m := yamlLine().FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
	}
	why, first := yamlFault(err), 0
	if len(data) > located {
		if data, first = pieceWith(data, why); data == nil {
			return line, column
		}
	}
	fails := func(n int) bool {
		err := parsed(data[:n])
		return err != nil && yamlFault(err) == why
	}
	good, bad := 0, len(data)
	for step := 1; bad > 0; step *= 2 {
		n := runeStart(data, max(bad-step, 0))
		if !fails(n) {
			good = n
			break
		}
		bad = n
	}
	for {
		n := runeStart(data, (good+bad)/2)
		if n <= good {
			break
		}
		if fails(n) {
			bad = n
		} else {
			good = n
		}
	}
	at := positionIn(File{Data: data}, good)
	return first + at.Line, at.Column
}

// pieceWith returns the piece of a large file that has a fault by itself, and how
// many lines are before it; nil if there is none.
func pieceWith(data []byte, why string) (piece []byte, lines int) {
	f, ok := split(data)
	if !ok {
		return nil, 0
	}
	f.pieces(pieceLen, func(p []byte, line int) bool {
		if err := parsed(p); err != nil && yamlFault(err) == why {
			piece, lines = p, line-1
		}
		return piece == nil
	})
	return piece, lines
}

func parsed(data []byte) error {
	err := yaml.NewDecoder(bytes.NewReader(data)).Decode(new(yaml.Node))
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

func runeStart(data []byte, n int) int {
	for n > 0 && n < len(data) && !utf8.RuneStart(data[n]) {
		n--
	}
	return n
}

var yamlLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`line (\d+): `) })

// yamlFault returns what a parser says is wrong, without the place.
func yamlFault(err error) string {
	return yamlLine().ReplaceAllString(strings.TrimPrefix(err.Error(), "yaml: "), "")
}

// reasons say in the words of the catalogue what parsers say in theirs: the first
// whose beginning fits.
var reasons = []struct{ begins, id string }{
	{"did not find expected ',' or ']'", "list"},
	{"did not find expected ',' or '}'", "keys"},
	{"did not find expected node content", "content"},
	{"did not find expected '-' indicator", "item"},
	{"did not find expected key", "indent"},
	{"found unexpected end of stream", "quote"},
	{"found a tab character", "tab"},
	{"found character that cannot start any token", "sign"},
	{"mapping values are not allowed", "colon"},
	{"block sequence entries are not allowed", "dash"},
	{"could not find expected ':'", "no-colon"},
	{"unknown anchor", "anchor"},
	{"found unknown escape character", "escape"},
	{"found invalid Unicode character escape code", "escape"},
	{"did not find expected hexdecimal number", "escape"},
	{"exceeded max depth", "deep"},
	{"invalid character '[' exceeded max depth", "deep"},
	{"unexpected end of JSON input", "end"},
	{"invalid character", "json"},
	{"xml: ", "xml"},
	{"extraneous or missing \"", "csv-quote"},
	{"bare \"", "csv-bare"},
}

// Unreadable returns why a YAML file cannot be read, without the place, to be said
// in a message: a glossary, or the project file.
func Unreadable(err error) any { return reason(yamlFault(err)) }

// reason returns why a file cannot be read, in words of the catalogue if there
// are any.
func reason(why string) any {
	for _, r := range reasons {
		if strings.HasPrefix(why, r.begins) {
			_, rest, _ := strings.Cut(why, "'")
			sign, _, _ := strings.Cut(rest, "' ")
			return concord.Message{ID: "glossary.syntax." + r.id, Args: map[string]any{"Found": sign, "Why": strings.TrimPrefix(why, "xml: ")}}
		}
	}
	return why
}

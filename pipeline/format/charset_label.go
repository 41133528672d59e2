package format

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"

	"github.com/concord-l10n/concord"
)

const (
	utf8Name    = "utf-8"
	utf16Name   = "utf-16" // in the order that a byte order mark says
	utf16leName = "utf-16le"
	utf16beName = "utf-16be"
)

// commonCharsets are the encodings that a message names; many more are read.
var commonCharsets = []string{
	"utf-8", "utf-16le", "utf-16be", "gb18030", "gbk", "big5", "shift_jis", "euc-jp", "euc-kr", "iso-8859-1", "windows-1252", "windows-1251", "koi8-r",
}

// A charset is an encoding by its name, in lower case. What a character is on
// disk never depends on the characters before it.
type charset struct {
	name              string
	encoding.Encoding // nil for UTF-8
}

// CharsetName returns the name that Document.Charset has for a label such as
// "GB2312", "latin1" or "cp1252". The error says which there are.
func CharsetName(label string) (string, error) {
	c, ok := charsetOf(label)
	if !ok {
		return "", unknownLabel("--encoding", label)
	}
	return c.name, nil
}

func unknownLabel(where, label string) error {
	return &concord.PlaceError{
		At:      concord.Position{File: where},
		Message: concord.Message{ID: "charset.label", Args: map[string]any{"Label": label, "Known": commonCharsets}},
	}
}

// charsetOf looks a label up as IANA has it, and then as browsers have it. The
// order matters: browsers read windows-1252 where a page says ISO-8859-1.
func charsetOf(label string) (charset, bool) {
	label = plainLabel(label)
	if label == "" || label == utf8Name {
		return charset{name: utf8Name}, true
	}
	e, err := ianaindex.IANA.Encoding(label)
	if err != nil || e == nil {
		if e, err = htmlindex.Get(label); err != nil {
			return charset{}, false
		}
	}
	name, err := ianaindex.MIME.Name(e)
	if err != nil {
		if name, err = htmlindex.Name(e); err != nil {
			return charset{}, false
		}
	}
	switch name = strings.ToLower(name); name {
	case utf8Name:
		return charset{name: utf8Name}, true
	case "iso-2022-jp", "hz-gb-2312", "replacement", "x-user-defined": // states, or no characters of their own
		return charset{}, false
	}
	return charset{name, e}, true
}

// plainLabel spells a label as the indexes do.
func plainLabel(label string) string {
	label = strings.ToLower(strings.TrimSpace(label))
	if rest, ok := cutAny(label, "iso-8859", "iso_8859", "iso8859"); ok && len(rest) > 0 {
		return "iso-8859-" + strings.TrimLeft(rest, "-_")
	}
	switch label {
	case "utf8", "utf-8-sig", "utf8-bom", "utf-8-bom":
		return utf8Name
	case "utf16", "utf16le", "utf16be":
		return "utf-16" + label[len("utf16"):]
	case "ascii":
		return "us-ascii"
	case "latin-1":
		return "iso-8859-1"
	case "cp936", "ms936", "windows-936":
		return "gbk"
	case "cp932", "windows-932":
		return "shift_jis"
	case "cp949", "ms949", "uhc":
		return "euc-kr"
	case "cp950", "ms950", "windows-950":
		return "big5"
	}
	return label
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

package format

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// fault is an error at a place in a file: behind the text before it, and at an
// offset on disk.
func fault(file string, before []byte, offset int, id string, pairs ...any) error {
	before = bytes.TrimPrefix(before, []byte(byteOrderMark))
	bol := bytes.LastIndexByte(before, '\n') + 1
	m := concord.Message{ID: id, Args: make(map[string]any)}
	for i := 0; i < len(pairs); i += 2 {
		m.Args[pairs[i].(string)] = pairs[i+1]
	}
	return &concord.PlaceError{Message: m, At: concord.Position{
		File: file, Offset: offset, Line: 1 + bytes.Count(before, []byte{'\n'}), Column: 1 + utf8.RuneCount(before[bol:]),
	}}
}

// notUTF8 says where a file stops being UTF-8, and what to do about it.
func notUTF8(file string, disk []byte, o Options) error {
	at := 0
	for at < len(disk) {
		r, n := utf8.DecodeRune(disk[at:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		at += n
	}
	before := disk[:at]
	switch guess := guess(disk, o); {
	case multibyte(before) >= sound:
		return fault(file, before, at, "charset.damaged")
	case guess != "":
		return fault(file, before, at, "charset.guess", "Guess", guess)
	}
	return fault(file, before, at, "charset.utf8")
}

// binary says that there is a byte in a file that no text has.
func binary(file string, disk []byte, at int) error {
	if guess := wide(disk); guess != "" {
		return fault(file, disk[:at], at, "charset.guess", "Guess", guess)
	}
	return fault(file, disk[:at], at, "charset.binary")
}

// sound is how many characters of several bytes show that a file is UTF-8: in
// another encoding, letters hardly ever come in such sequences.
const sound = 3

// soundUTF8 reports whether a file is UTF-8 beyond doubt, and not just ASCII.
func soundUTF8(disk []byte) bool {
	return multibyte(disk) >= sound && utf8.Valid(disk)
}

// multibyte counts the characters of several bytes in UTF-8, up to enough.
func multibyte(text []byte) int {
	n := 0
	for _, b := range text {
		if b >= 0xC0 {
			if n++; n == sound {
				break
			}
		}
	}
	return n
}

// differs says where a file and the text that was read from it part.
func (c charset) differs(d *concord.Document, disk, out []byte, stored []int, o Options) error {
	same := common(disk, out)
	k, exact := slices.BinarySearch(stored, same)
	if !exact {
		k--
	}
	at, offset := 0, 0
	if k >= 0 {
		at, offset = stepStart(d.Raw, k), stored[k]
	}
	for at < len(d.Raw) {
		_, n := utf8.DecodeRune(d.Raw[at:])
		one, _, bad := c.encode(d.Raw[at : at+n])
		if bad >= 0 || offset+len(one) > same {
			break
		}
		at, offset = at+n, offset+len(one)
	}
	before := d.Raw[:at]
	if c.name == utf16leName || c.name == utf16beName {
		return fault(d.File, before, offset, "charset.half", "Charset", c.name)
	}
	if guess := guess(disk, o); guess != "" && guess != c.name {
		return fault(d.File, before, offset, "charset.fault-guess", "Charset", c.name, "Guess", guess)
	}
	return fault(d.File, before, offset, "charset.fault", "Charset", c.name)
}

// lacks says that a character of d cannot be stored.
func (c charset) lacks(d *concord.Document, at int) error {
	r, n := utf8.DecodeRune(d.Raw[at:])
	offset := 0
	if out, _, bad := c.encode(d.Raw[:at]); bad < 0 {
		offset = len(out)
	}
	return fault(d.File, d.Raw[:at], offset, "charset.lacks",
		"Charset", c.name, "Char", string(d.Raw[at:at+n]), "Code", fmt.Sprintf("U+%04X", r))
}

var labelled = expression(`(?i)\b(?:charset|encoding)\s*=\s*["']?([\w.:-]+)`)

// guess returns the encoding that a file may be in, or "": what it says of
// itself, then what its language is often written in, the one that its bytes
// look like most first, then whatever else its bytes look like. A guess is good
// for advice alone.
func guess(disk []byte, o Options) string {
	var names []string
	if name := wide(disk); name != "" {
		return name
	}
	if m := labelled().FindSubmatch(disk[:min(len(disk), 1024)]); m != nil {
		names = append(names, string(m[1]))
	}
	usual, found := usualIn(o.Locale), detected(disk)
	names = append(names, slices.DeleteFunc(slices.Clone(found), func(name string) bool { return !slices.Contains(usual, name) })...)
	names = slices.Concat(names, usual, found)
	for _, name := range names {
		c, ok := charsetOf(name)
		if !ok || c.Encoding == nil {
			continue
		}
		if text, err := c.NewDecoder().Bytes(disk); err == nil {
			if out, _, bad := c.encode(text); bad < 0 && bytes.Equal(out, disk) {
				return c.name
			}
		}
	}
	return ""
}

// usualIn returns the encodings that texts in a language are often in.
func usualIn(tag language.Tag) []string {
	base, _ := tag.Base()
	if script, _ := tag.Script(); base.String() == "zh" && script.String() == "Hant" {
		return []string{"big5"}
	}
	return usual[base.String()]
}

var usual = map[string][]string{
	"zh": {"gb18030"}, "ja": {"shift_jis", "euc-jp"}, "ko": {"euc-kr"}, "ru": {"windows-1251"}, "uk": {"windows-1251"},
}

// detected returns what a detector takes the non-ASCII part of a file for, best
// first. It looks at no more than a good sample.
func detected(disk []byte) []string {
	const sample = 1 << 16
	at := bytes.IndexFunc(disk, func(r rune) bool { return r >= utf8.RuneSelf })
	found, err := chardet.NewTextDetector().DetectAll(disk[max(0, at):min(len(disk), max(0, at)+sample)])
	if err != nil {
		return nil
	}
	slices.SortStableFunc(found, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
	})
	var names []string
	for _, f := range found {
		if name := strings.ToLower(f.Charset); f.Confidence >= 10 && !strings.HasPrefix(name, utf16Name) { // wide knows better
			names = append(names, name)
		}
	}
	return names
}

// wide returns the UTF-16 that a file without a byte order mark may be in: the
// upper halves of its ASCII characters are zero, and on one side only.
func wide(disk []byte) string {
	var zeros [2]int
	sample := disk[:min(len(disk), 4096)]
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch {
	case len(disk)%2 != 0 || zeros[0]+zeros[1] < 2: // a single one is damage
	case zeros[0] == 0 && zeros[1] > len(sample)/64:
		return utf16leName
	case zeros[1] == 0 && zeros[0] > len(sample)/64:
		return utf16beName
	}
	return ""
}

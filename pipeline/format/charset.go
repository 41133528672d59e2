package format

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"github.com/concord-l10n/concord"
)

const byteOrderMark = "\ufeff"

// marked returns the encoding whose byte order mark a file begins with, or "".
func marked(disk []byte) string {
	switch {
	case bytes.HasPrefix(disk, []byte(byteOrderMark)):
		return utf8Name
	case bytes.HasPrefix(disk, []byte("\xff\xfe")):
		return utf16leName
	case bytes.HasPrefix(disk, []byte("\xfe\xff")):
		return utf16beName
	}
	return ""
}

// convert sets what d is on disk: its text as UTF-8 with a byte order mark kept
// as U+FEFF, its encoding, and where it is stored. It is accepted only if
// encoding the text gives the bytes that were read.
func convert(d *concord.Document, disk []byte, o Options) error {
	c, err := chosen(d.File, disk, o.Charset)
	if err != nil {
		return err
	}
	d.Charset = c.name
	if c.Encoding == nil {
		return convertUTF8(d, disk, o)
	}
	if o.Charset != "" && !strings.HasPrefix(c.name, utf16Name) && soundUTF8(disk) {
		return fault(d.File, nil, 0, "charset.is-utf8", "Charset", c.name)
	}
	if d.Raw, err = c.NewDecoder().Bytes(disk); err != nil {
		return fault(d.File, nil, 0, "charset.fault", "Charset", c.name)
	}
	out, stored, bad := c.encode(d.Raw)
	if bad >= 0 || !bytes.Equal(out, disk) {
		return c.differs(d, disk, out, stored, o)
	}
	d.Stored = stored
	if at := bytes.IndexByte(d.Raw, 0); at >= 0 {
		return fault(d.File, d.Raw[:at], DiskOffset(d, at), "charset.binary")
	}
	return nil
}

// chosen returns the encoding of a file: the declared one, which a byte order
// mark must not belie, or that of the mark, or UTF-8.
func chosen(file string, disk []byte, declared string) (charset, error) {
	c, ok := charsetOf(declared)
	mark := marked(disk)
	switch {
	case !ok:
		return c, unknownLabel(file, declared)
	case c.name == utf16Name && mark != utf16leName && mark != utf16beName:
		if len(disk) > 0 {
			return c, fault(file, nil, 0, "charset.order")
		}
		mark = utf16leName
	case mark == "" || mark == c.name:
		return c, nil
	case declared != "" && c.name != utf16Name:
		return c, fault(file, nil, 0, "charset.mark", "Found", mark, "Charset", c.name)
	}
	c, _ = charsetOf(mark)
	return c, nil
}

func convertUTF8(d *concord.Document, disk []byte, o Options) error {
	if !utf8.Valid(disk) {
		return notUTF8(d.File, disk, o)
	}
	if at := bytes.IndexByte(disk, 0); at >= 0 {
		return binary(d.File, disk, at)
	}
	d.Raw = disk
	return nil
}

// holds reports whether text can be stored and is the same when it is read.
func (c charset) holds(text []byte) bool {
	if c.Encoding == nil {
		return utf8.Valid(text)
	}
	out, _, bad := c.encode(text)
	if bad >= 0 {
		return false
	}
	back, _, err := transform.Bytes(c.NewDecoder(), out)
	return err == nil && bytes.Equal(back, text)
}

// Holds reports whether text can stand in the file of d, in its encoding.
func Holds(d *concord.Document, text string) bool {
	if d.Charset == utf8Name {
		return utf8.ValidString(text)
	}
	c, ok := charsetOf(d.Charset)
	return ok && c.holds([]byte(text))
}

// Encode returns the bytes to write to disk. The error names the first
// character that the encoding of d has no bytes for.
func Encode(d *concord.Document) ([]byte, error) {
	c, ok := charsetOf(d.Charset)
	if !ok {
		return nil, unknownLabel(d.File, d.Charset)
	}
	out, _, bad := c.encode(d.Raw)
	if bad < 0 && c.Encoding != nil {
		bad = c.lost(d.Raw, out)
	}
	if bad >= 0 {
		return nil, c.lacks(d, bad)
	}
	return out, nil
}

// store works out where a document that was edited is on disk.
func store(d *concord.Document) error {
	c, ok := charsetOf(d.Charset)
	if !ok || c.Encoding == nil {
		return nil
	}
	out, stored, bad := c.encode(d.Raw)
	if bad < 0 {
		bad = c.lost(d.Raw, out)
	}
	if bad >= 0 {
		return c.lacks(d, bad)
	}
	d.Stored = stored
	return nil
}

// lost returns where text is not the same when out is read, or -1. Some
// encodings write two characters with the same bytes.
func (c charset) lost(text, out []byte) int {
	back, err := c.NewDecoder().Bytes(out)
	if err == nil && bytes.Equal(back, text) {
		return -1
	}
	at := common(text, back)
	for at > 0 && (at == len(text) || !utf8.RuneStart(text[at])) {
		at--
	}
	return at
}

// common returns how many bytes a and b share at their beginning.
func common(a, b []byte) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

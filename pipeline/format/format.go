// Package format reads release files into documents and splices edits back.
// A format is one file here: how to decode it and how to escape text for it.
package format

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

// A Codec is one file format.
type Codec struct {
	Name       string
	Extensions []string // lower case, with the dot
	// Decode returns the segments of a file in UTF-8, which may begin with a byte
	// order mark, with offsets of it. Kinds and keys are filled in later.
	Decode func(raw []byte) ([]concord.Segment, error)
	Escape func(text string) string // text as it must stand in the file
	// again decodes what d became by corrections, where that takes more than the
	// bytes: how it is divided must not change. Nil for Decode.
	again func(d *concord.Document, raw []byte) ([]concord.Segment, error)
	// comments finds the comments of a file; nil if the format has none.
	comments func(raw []byte) []Comment
}

// All lists the formats. The first to claim an extension has it.
var All = []*Codec{Text, Markdown, HTML}

// ErrUnknown means that no format claims a file.
var ErrUnknown = errors.New("no format for this file; name one with --format-in, or give it an extension concord knows")

// Options say how to read a file.
type Options struct {
	Locale  language.Tag
	Charset string // a label that CharsetName knows; "" for UTF-8, or UTF-16 with a byte order mark
	Format  string // name of a codec; "" to go by the extension

	Verbatim bool // quoted speech is not to be touched
}

func find(file, format string) (*Codec, error) {
	ext := strings.ToLower(filepath.Ext(file))
	for _, c := range All {
		if format == c.Name || format == "" && slices.Contains(c.Extensions, ext) {
			return c, nil
		}
	}
	return nil, fmt.Errorf("%s: %w", file, ErrUnknown)
}

// Decode reads the bytes of a file as a document. Bytes that are not text in
// the encoding of the file are a concord.PlaceError.
func Decode(file string, disk []byte, o Options) (*concord.Document, error) {
	c, err := find(file, o.Format)
	if err != nil {
		return nil, err
	}
	d := &concord.Document{File: file, Format: c.Name, Locale: o.Locale, Verbatim: o.Verbatim}
	if err := convert(d, disk, o); err != nil {
		return nil, err
	}
	segs, err := c.Decode(d.Raw)
	if err != nil {
		return nil, err
	}
	return finish(d, segs, nil), nil
}

// finish puts segments into a document and fills in what no codec knows. Before
// are segments that are protected by what their text says alone, or nil.
func finish(d *concord.Document, segs, before []concord.Segment) *concord.Document {
	d.Segments = segs
	d.Measure()
	for i := range segs {
		if i < len(before) && segs[i].Text == before[i].Text && segs[i].Marks == nil {
			segs[i].Marks, segs[i].Lacks = before[i].Marks, before[i].Lacks
			continue
		}
		more, lacks := marks(segs[i].Text)
		segs[i].Lacks = lacks
		if d.Format != Text.Name { // which has signs of its own for code; a backtick in its text is one
			more = slices.DeleteFunc(more, func(m concord.Mark) bool { return m.What == "code" })
		}
		if d.Verbatim {
			more = append(more, speech(segs[i].Text)...)
		}
		segs[i].Marks = merged(append(segs[i].Marks, more...))
	}
	classify(d, locales.For(d.Locale))
	return d
}

// Redecode reads new bytes, in UTF-8, as the same document: same name, language,
// format and encoding.
func Redecode(d *concord.Document, raw []byte) (*concord.Document, error) {
	c, err := find(d.File, d.Format)
	if err != nil {
		return nil, err
	}
	n := *d
	n.Raw = raw
	if err := store(&n); err != nil {
		return nil, err
	}
	var segs []concord.Segment
	if c.again != nil {
		segs, err = c.again(d, raw)
	} else {
		segs, err = c.Decode(raw)
	}
	if err != nil {
		return nil, err
	}
	var before []concord.Segment
	if c == Text && !bytes.Contains(d.Raw, []byte(fence)) { // other codecs protect by markup
		before = d.Segments
	}
	return finish(&n, segs, before), nil
}

// Splice returns d.Raw with the edits made and every other byte kept. The edits
// must be ordered, must not overlap and must be locatable.
func Splice(d *concord.Document, edits []concord.Edit) ([]byte, error) {
	c, err := find(d.File, d.Format)
	if err != nil {
		return nil, err
	}
	size := len(d.Raw)
	for _, e := range edits {
		size += len(e.New)
	}
	out := make([]byte, 0, size)
	last := 0
	for _, e := range edits {
		raw, ok := e.Place.Seg().Locate(e.Place.Span)
		if !ok || raw.Start < last {
			return nil, fmt.Errorf("%s: an edit cannot be placed", e.Place.Position())
		}
		out = append(out, d.Raw[last:raw.Start]...)
		out = append(out, c.Escape(e.New)...)
		last = raw.End
	}
	return append(out, d.Raw[last:]...), nil
}

// Escape returns text as it must stand in the file of d.
func Escape(d *concord.Document, text string) string {
	c, err := find(d.File, d.Format)
	if err != nil {
		return text
	}
	return c.Escape(text)
}

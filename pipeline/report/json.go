package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales/messages"
)

// version is that of the shape of JSON and JSONL. Fields are added without a
// new version; none is renamed, dropped or given another meaning.
const version = 1

// JSON is one object for programs, with a finding on each line. What it says is
// in English; a program that speaks another language has message_id and args.
var JSON = &Printer{Name: "json", Print: func(w io.Writer, r *Report, _ Style) error {
	return printing(w, func(b *bufio.Writer) {
		fmt.Fprintf(b, `{"version":%d,"findings":[`, version)
		for i := range r.Items {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
			b.Write(encode(finding(&r.Items[i])))
		}
		failed := make([]jsonFailure, len(r.Failed))
		for i, f := range r.Failed {
			failed[i] = jsonFailure{f.File, f.Err.Error()}
		}
		fmt.Fprintf(b, "\n],\"files\":%d,\"failed\":%s,\"known\":%d,\"suppressed\":%d}\n", r.Files, encode(failed), r.Known(), r.Suppressed())
	})
}}

// jsonFinding is a finding in JSON. Its first thirteen fields, up to fixes, are
// what scripts rely on.
type jsonFinding struct {
	ID          string         `json:"id"`
	Rule        string         `json:"rule"`
	Group       string         `json:"group"`
	Severity    string         `json:"severity"`
	File        string         `json:"file"`
	Line        int            `json:"line"`
	Column      int            `json:"column"`
	StartByte   int            `json:"start_byte"` // of the file on disk
	EndByte     int            `json:"end_byte"`
	Text        string         `json:"text"` // as a reader sees it
	Message     string         `json:"message"`
	Authority   string         `json:"authority"`
	Fixes       []jsonFix      `json:"fixes"`
	Outcome     string         `json:"outcome"`
	EndLine     int            `json:"end_line"`
	EndColumn   int            `json:"end_column"`
	UTF16Column int            `json:"utf16_column"`
	UTF16End    int            `json:"utf16_end_column"`
	Fingerprint string         `json:"fingerprint"`
	MessageID   string         `json:"message_id"`
	Args        map[string]any `json:"args,omitempty"`
	Related     []jsonRelated  `json:"related,omitempty"`
}

// jsonFix is a fix in JSON: the bytes from start_byte to end_byte of its
// finding would become text. A fix that also changes something elsewhere lists
// all of its edits; text is then only what becomes of the finding's place.
type jsonFix struct {
	Auto   bool       `json:"auto"`
	Text   string     `json:"text"`
	Before string     `json:"before"` // as a reader sees it
	After  string     `json:"after"`
	Edits  []jsonEdit `json:"edits,omitempty"`
}

type jsonEdit struct {
	StartByte int    `json:"start_byte"`
	EndByte   int    `json:"end_byte"`
	Text      string `json:"text"`
}

type jsonRelated struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	StartByte int    `json:"start_byte"`
	EndByte   int    `json:"end_byte"`
	Text      string `json:"text"`
	Message   string `json:"message"`
}

type jsonFailure struct {
	File  string `json:"file"`
	Error string `json:"error"`
}

// english is how outputs for machines speak. Making a voice costs more than
// saying a sentence.
var english = sync.OnceValue(func() Style { return Style{Say: messages.New()} })

func finding(it *Item) jsonFinding {
	f := it.Finding
	out := jsonFinding{
		ID: it.ID, Rule: f.Rule, Group: it.Group, Severity: f.Severity.String(),
		File: it.Start.File, Line: it.Start.Line, Column: it.Start.Column,
		StartByte: it.Start.Offset, EndByte: it.End.Offset, Text: f.Place.Text(),
		Message: english().plain(f.Message), Authority: f.Authority, Fixes: []jsonFix{},
		Outcome: it.Outcome.String(), EndLine: it.End.Line, EndColumn: it.End.Column,
		UTF16Column: it.Start.UTF16, UTF16End: it.End.UTF16,
		Fingerprint: it.Fingerprint, MessageID: f.Message.ID, Args: english().args(f.Message.Args),
	}
	for _, p := range it.Fixes {
		if !p.Placed {
			continue // no bytes of the file answer to it
		}
		x := jsonFix{Auto: p.Auto, Text: p.Text, Before: p.Before, After: p.After}
		for _, e := range p.Edits {
			x.Edits = append(x.Edits, jsonEdit{e.Start.Offset, e.End.Offset, e.Text})
		}
		out.Fixes = append(out.Fixes, x)
	}
	for _, ref := range it.Related {
		out.Related = append(out.Related, jsonRelated{
			ref.Start.File, ref.Start.Line, ref.Start.Column,
			ref.Start.Offset, ref.End.Offset, ref.Text, english().plain(ref.Message),
		})
	}
	return out
}

// args replaces messages among arguments by what they say.
func (s Style) args(args map[string]any) map[string]any {
	out := make(map[string]any, len(args))
	for name, value := range args {
		if m, ok := value.(concord.Message); ok {
			value = s.plain(m)
		}
		out[name] = value
	}
	return out
}

// encode returns v as JSON on one line, with <, > and & as they are. Characters
// that a terminal obeys or that a reader cannot see are escaped.
func encode(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err) // an argument of a message that JSON cannot hold is a defect of its rule
	}
	text := bytes.TrimSuffix(b.Bytes(), []byte("\n"))
	if bytes.IndexFunc(text, hidden) < 0 {
		return text
	}
	var out bytes.Buffer
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		if hidden(r) && r != utf8.RuneError {
			for _, u := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&out, `\u%04x`, u)
			}
		} else {
			out.Write(text[:n])
		}
		text = text[n:]
	}
	return out.Bytes()
}

package glossary

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// unreadable returns what keeps a file from being read in any format, as one
// *concord.PlaceError each: bytes that are not UTF-8, control characters, and
// conflicts of a merge that nobody has settled.
func unreadable(f File) []error {
	fault := func(at int, id string, args map[string]any) error {
		return &concord.PlaceError{At: positionIn(f, at), Message: concord.Message{ID: id, Args: args}}
	}
	if zeros(f.Data) {
		return []error{fault(0, "glossary.encoding", nil)}
	}
	if at := invalid(f.Data); at >= 0 {
		return []error{fault(at, "glossary.encoding", nil)}
	}
	if at := bytes.IndexFunc(f.Data, control); at >= 0 {
		return []error{fault(at, "glossary.control", map[string]any{"Code": fmt.Sprintf("U+%04X", f.Data[at])})}
	}
	var faults []error
	for _, at := range conflicts(f.Data) {
		mark, _, _ := bytes.Cut(f.Data[at:min(at+7, len(f.Data))], []byte(" "))
		faults = append(faults, fault(at, "glossary.conflict", map[string]any{"Mark": string(mark)}))
	}
	return faults
}

// positionIn returns the line and column of an offset.
func positionIn(f File, at int) concord.Position {
	before := f.Data[:at]
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return concord.Position{File: f.Name, Offset: at, Line: 1 + bytes.Count(before, []byte("\n")), Column: column}
}

// zeros reports whether a file looks like UTF-16 or UTF-32: every second byte or
// so of its beginning is zero.
func zeros(data []byte) bool {
	head := data[:min(len(data), 1024)]
	return len(head) > 1 && bytes.Count(head, []byte{0}) > len(head)/4 && bytes.Count(head, []byte{0}) < len(head)
}

func control(r rune) bool { return r < ' ' && r != '\t' && r != '\n' && r != '\r' }

// conflicts returns where the marks begin that a merge has left: of each conflict
// the first, and others that stand without it.
func conflicts(data []byte) []int {
	if !bytes.Contains(data, []byte("<<<<<<<")) && !bytes.Contains(data, []byte("=======")) && !bytes.Contains(data, []byte(">>>>>>>")) {
		return nil
	}
	var all []int
	open := false
	at := 0
	for line := range bytes.Lines(data) {
		bare := bytes.TrimRight(line, "\r\n")
		switch {
		case bytes.HasPrefix(bare, []byte("<<<<<<< ")):
			all, open = append(all, at), true
		case string(bare) == "=======", bytes.HasPrefix(bare, []byte("||||||| ")):
			if !open {
				all = append(all, at)
			}
		case bytes.HasPrefix(bare, []byte(">>>>>>> ")):
			if !open {
				all = append(all, at)
			}
			open = false
		}
		at += len(line)
	}
	return all
}

// invalid returns the first offset that is not UTF-8, or -1.
func invalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; at < len(data); {
		r, n := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return -1
}

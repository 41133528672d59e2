package baseline

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-l10n/concord"
)

// version is that of the shape of the file. What a later version of concord
// writes is refused, rather than read by halves.
const version = 1

// file is a baseline as it is kept.
type file struct {
	Version  int     `json:"version"`
	Findings []Entry `json:"findings"`
	Files    []Text  `json:"files"` // missing in what earlier versions of concord have written
}

// Encode returns b as the bytes of a file, an entry on each line.
func (b *Baseline) Encode() []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\"version\": %d, \"findings\": [", version)
	encodeLines(&out, b.Entries)
	if len(b.Texts) > 0 {
		out.WriteString("], \"files\": [")
		encodeLines(&out, b.Texts)
	}
	out.WriteString("]}\n")
	return out.Bytes()
}

func encodeLines[T any](out *bytes.Buffer, all []T) {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for i, v := range all {
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
		if err := enc.Encode(v); err != nil {
			panic(err) // texts and a number can be encoded
		}
		out.Truncate(out.Len() - 1)
	}
	out.WriteByte('\n')
}

// Decode reads what Encode has written, or what somebody has made of it: in any
// order. What it cannot read is a *concord.PlaceError.
func Decode(name string, data []byte) (*Baseline, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var f file
	fail := func(offset int64, id string, args map[string]any) error {
		before := data[:min(int(offset), len(data))]
		line := bytes.LastIndexByte(before, '\n') + 1
		at := concord.Position{File: name, Line: 1 + bytes.Count(before, []byte{'\n'}), Column: max(1, len([]rune(string(before[line:]))))}
		return &concord.PlaceError{At: at, Message: concord.Message{ID: id, Args: args}}
	}
	err := dec.Decode(&f)
	_, more := dec.Token()
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case f.Version > version:
		return nil, fail(1, "baseline.version", map[string]any{"Version": f.Version, "Known": version})
	case errors.As(err, &syntax):
		return nil, fail(syntax.Offset, "baseline.broken", map[string]any{"Why": err.Error()})
	case errors.As(err, &kind):
		return nil, fail(kind.Offset, "baseline.broken", map[string]any{"Why": err.Error()})
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return nil, fail(int64(len(data)), "baseline.broken", map[string]any{"Why": concord.Message{ID: "baseline.end"}})
	case err != nil:
		return nil, fail(dec.InputOffset(), "baseline.broken", map[string]any{"Why": err.Error()})
	case !errors.Is(more, io.EOF):
		return nil, fail(dec.InputOffset(), "baseline.broken", map[string]any{"Why": concord.Message{ID: "baseline.more"}})
	case f.Version != version:
		return nil, fail(1, "baseline.version", map[string]any{"Version": f.Version, "Known": version})
	}
	for i := range f.Findings {
		f.Findings[i].File = norm.NFC.String(f.Findings[i].File)
	}
	slices.SortStableFunc(f.Findings, func(a, b Entry) int { return compare(a.Key, b.Key) })
	b := new(Baseline)
	for _, e := range f.Findings {
		if e.Count < 1 || e.Rule == "" || e.Sentence == "" || strings.TrimSpace(e.Reason) == "" {
			return nil, fail(1, "baseline.entry", map[string]any{"File": e.File, "Rule": e.Rule})
		}
		if n := len(b.Entries) - 1; n >= 0 && b.Entries[n].Key == e.Key { // two branches were merged
			b.Entries[n].Count = max(b.Entries[n].Count, e.Count)
			continue
		}
		b.Entries = append(b.Entries, e)
	}
	for _, t := range f.Files {
		if _, err := hex.DecodeString(t.Sketch); err != nil || len(t.Sketch)%digits != 0 {
			return nil, fail(1, "baseline.sketch", map[string]any{"File": t.File})
		}
	}
	b.Texts = textsOf(b.Entries, f.Files)
	return b, nil
}

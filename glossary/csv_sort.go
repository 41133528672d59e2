package glossary

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"io"
	"slices"
	"strings"
)

// SortedRows are a CSV file, to be read with the rows of each concept together,
// in the order in which the concepts first occur.
type sortedRows struct {
	data   []byte
	rows   []tableRow // the header, then all others
	faults []error    // where the file is no CSV
	given  int        // rows that have been given to be read
	rest   []byte     // of the row that is being given
	read   int        // rows that have been read
	origin int        // the line where the last of those begins for the reader
}

// A tableRow is where a row stands in the file.
type tableRow struct{ concept, line, from, to uint32 }

func sortRows(name string, data []byte) *sortedRows {
	t := newTable(name, data, bytes.NewReader(data))
	t.header()
	last := t.csv.InputOffset()
	s := &sortedRows{data: data, rows: []tableRow{{to: uint32(last)}}}
	number := make(map[string]uint32)
	for t.next() {
		if t.blank() {
			continue
		}
		id := t.named("id").text
		n, ok := number[id]
		if !ok {
			n = uint32(len(number) + 1)
			number[strings.Clone(id)] = n
		}
		line, _ := t.csv.FieldPos(0)
		end := t.csv.InputOffset()
		s.rows = append(s.rows, tableRow{n, uint32(line), uint32(last), uint32(end)})
		last = end
	}
	slices.SortStableFunc(s.rows, func(a, b tableRow) int { return cmp.Compare(a.concept, b.concept) })
	s.faults = t.faults
	return s
}

// Read gives the rows one after the other.
func (s *sortedRows) Read(p []byte) (int, error) {
	if len(s.rest) == 0 {
		if s.given == len(s.rows) {
			return 0, io.EOF
		}
		r := s.rows[s.given]
		s.given++
		if s.rest = s.data[r.from:r.to]; !bytes.HasSuffix(s.rest, []byte("\n")) { // the last of the file
			s.rest = append(slices.Clone(s.rest), '\n')
		}
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

// advance notes that a reader has read a row.
func (s *sortedRows) advance(r *csv.Reader) {
	s.origin, _ = r.FieldPos(0)
	s.read++
}

// line returns the line of the file that is a line of the row read last.
func (s *sortedRows) line(line int) int {
	return int(s.rows[s.read-1].line) + line - s.origin
}

package glossary

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"
)

// TBX is TermBase eXchange, ISO 30042, of 2008 and of 2019, in both its styles:
// with data categories as values of type and as elements.
var TBX = &Format{Name: "tbx", Extensions: []string{".tbx"}, Read: readTBX, Write: writeTBX}

// The elements of the two editions.
var (
	tbxEntry  = []string{"termEntry", "conceptEntry"}
	tbxLocale = []string{"langSet", "langSec"}
	tbxTerm   = []string{"tig", "ntig", "termSec"}
)

// The values of the data categories that say what concord knows.
var (
	tbxStatus = map[string]Status{
		"preferredTerm-admn-sts": Preferred, "admittedTerm-admn-sts": Admitted, "deprecatedTerm-admn-sts": Deprecated, "supersededTerm-admn-sts": Deprecated,
		"standardizedTerm": Preferred, "preferredTerm": Preferred, "admittedTerm": Admitted, "deprecatedTerm": Deprecated, "supersededTerm": Deprecated,
	}
	tbxGender = map[string]string{"masculine": "m", "feminine": "f", "neuter": "n"}
	tbxNumber = map[string]string{"singular": "sg", "plural": "pl"}
)

func readTBX(f File, g *Glossary) error {
	data := bytes.TrimPrefix(f.Data, []byte("\ufeff"))
	t := &tbxReader{reader: reader{file: f.Name}, xml: xml.NewDecoder(bytes.NewReader(data)), data: data, place: yaml.Node{Line: 1, Column: 1}}
	t.xml.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // it is UTF-8, as has been seen
	known := false
	for !t.ended {
		at := t.here()
		token, err := t.xml.Token()
		if err != nil {
			t.broken(err)
			break
		}
		start, ok := token.(xml.StartElement)
		switch name := start.Name.Local; {
		case !ok:
		case name == "tbx" || name == "martif":
			known = true
			if e := (&element{StartElement: start, at: at}); e.attr("lang") != "" {
				g.Base = t.lang(e)
			}
		case name == "title" && g.Name == "":
			if e := t.element(start, at, 0); e != nil {
				g.Name = e.text
			}
		case slices.Contains(tbxEntry, name):
			if e := t.element(start, at, 0); e != nil {
				g.Add(t.entry(e))
			}
		}
	}
	if !known && len(t.faults) == 0 {
		t.fail(&yaml.Node{Line: 1, Column: 1}, "glossary.tbx")
	}
	return t.err()
}

// A tbxReader reads a file entry by entry.
type tbxReader struct {
	reader
	xml   *xml.Decoder
	data  []byte
	ended bool      // there is nothing more to read
	at    int       // an offset that has been asked for
	place yaml.Node // and its line and column
}

// here returns the place of what is read next.
func (t *tbxReader) here() yaml.Node {
	to := min(int(t.xml.InputOffset()), len(t.data))
	between := t.data[t.at:to]
	if i := bytes.LastIndexByte(between, '\n'); i >= 0 {
		t.place.Line += bytes.Count(between, []byte("\n"))
		t.place.Column = 1
		between = between[i+1:]
	}
	t.place.Column += utf8.RuneCount(between)
	t.at = to
	return t.place
}

func (t *tbxReader) broken(err error) {
	t.ended = true
	if errors.Is(err, io.EOF) {
		return
	}
	why := err.Error()
	if fault := (*xml.SyntaxError)(nil); errors.As(err, &fault) {
		why = fault.Msg
	}
	at := t.here()
	t.fail(&at, "glossary.syntax", "Why", reason("xml: "+why))
}

// lang reads the language of an element.
func (t *tbxReader) lang(e *element) language.Tag {
	n := e.at
	n.Kind, n.Value = yaml.ScalarNode, e.attr("lang")
	if n.Value == "und" {
		return language.Und
	}
	return t.tag(&n)
}

func (t *tbxReader) entry(e *element) *Concept {
	c := &Concept{ID: e.attr("id"), At: t.reader.at(&e.at)}
	c.Kind, c.Definition, c.Note = e.said("subjectField", tbxLocale), e.said("definition", nil), e.said("note", tbxLocale)
	if c.ID == "" {
		t.fail(&e.at, "glossary.id")
	}
	if pos := e.said("partOfSpeech", nil); pos == "properNoun" || slices.Contains(properKinds, c.Kind) {
		c.Case = Proper
	}
	e.each(tbxLocale, func(l *element) {
		tag := t.lang(l)
		unsaid := Preferred // the status of a term that says none
		l.each(tbxTerm, func(sec *element) {
			if term := t.termOf(sec, c, tag, unsaid); term != nil {
				c.Terms = append(c.Terms, term)
				unsaid = Admitted
			}
		})
	})
	return c
}

func (t *tbxReader) termOf(e *element, c *Concept, tag language.Tag, unsaid Status) *Term {
	text := e.says("term", nil)
	if text == nil || text.text == "" {
		t.fail(&e.at, "glossary.term")
		return nil
	}
	term := &Term{Concept: c, Locale: tag, Text: text.text, Status: unsaid, Match: defaultMatch(c), Note: e.said("note", nil), At: t.reader.at(&text.at)}
	for _, category := range []string{"administrativeStatus", "normativeAuthorization"} {
		if s, ok := tbxStatus[e.said(category, nil)]; ok {
			term.Status = s
			break
		}
	}
	if tag == language.Und {
		term.Status = DoNotTranslate
	}
	// Where a note says how a term is used, nobody but a person can tell.
	term.Auto = term.Status == Deprecated && e.says("usageNote", nil) == nil
	term.Grammar.Gender = tbxGender[e.said("grammaticalGender", nil)]
	term.Grammar.Number = tbxNumber[e.said("grammaticalNumber", nil)]
	return term
}

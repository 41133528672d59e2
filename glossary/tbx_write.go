package glossary

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"

	"golang.org/x/text/language"
)

// writeTBX writes the edition of 2019, with data categories as values of type.
func writeTBX(g *Glossary) ([]byte, error) {
	w := new(tbxWriter)
	w.WriteString(xml.Header)
	w.line(0, `<tbx type="TBX-Basic" style="dca" xml:lang="%s" xmlns="urn:iso:std:iso:30042:ed-2">`, g.Base.String())
	w.line(1, `<tbxHeader><fileDesc><titleStmt><title>%s</title></titleStmt><sourceDesc><p>concord</p></sourceDesc></fileDesc></tbxHeader>`, g.Name)
	w.line(1, `<text><body>`)
	for c := range g.All() {
		w.concept(c)
	}
	w.line(1, `</body></text>`)
	w.line(0, `</tbx>`)
	return w.Bytes(), nil
}

type tbxWriter struct{ bytes.Buffer }

// line writes a line with texts in it, as they must stand in XML.
func (w *tbxWriter) line(indent int, format string, texts ...string) {
	var escaped []any
	for _, s := range texts {
		var b bytes.Buffer
		if err := xml.EscapeText(&b, []byte(s)); err != nil {
			panic(err) // a buffer takes all
		}
		escaped = append(escaped, b.String())
	}
	fmt.Fprintf(w, "%*s"+format+"\n", append([]any{2 * indent, ""}, escaped...)...)
}

// category writes what is said in a data category, if anything.
func (w *tbxWriter) category(indent int, element, category, text string) {
	if text != "" {
		w.line(indent, "<"+element+` type="`+category+`">%s</`+element+">", text)
	}
}

func (w *tbxWriter) concept(c *Concept) {
	w.line(2, `<conceptEntry id="%s">`, c.ID)
	w.category(3, "descrip", "subjectField", c.Kind)
	w.category(3, "descrip", "definition", c.Definition)
	if c.Note != "" {
		w.line(3, `<note>%s</note>`, c.Note)
	}
	var order []language.Tag
	for _, t := range c.Terms {
		if !slices.Contains(order, t.Locale) {
			order = append(order, t.Locale)
		}
	}
	for _, tag := range order {
		w.line(3, `<langSec xml:lang="%s">`, tag.String())
		for _, t := range plain(c) {
			if t.Locale == tag {
				w.term(c, t)
			}
		}
		w.line(3, `</langSec>`)
	}
	w.line(2, `</conceptEntry>`)
}

func (w *tbxWriter) term(c *Concept, t *Term) {
	name := func(names map[string]string, value string) string {
		for long, short := range names {
			if short == value && value != "" {
				return long
			}
		}
		return ""
	}
	w.line(4, `<termSec>`)
	w.line(5, `<term>%s</term>`, t.Text)
	if c.Case == Proper {
		w.category(5, "termNote", "partOfSpeech", "properNoun")
	}
	w.category(5, "termNote", "administrativeStatus", map[Status]string{
		Preferred: "preferredTerm", Admitted: "admittedTerm", DoNotTranslate: "preferredTerm", Deprecated: "deprecatedTerm", Forbidden: "deprecatedTerm",
	}[t.Status]+"-admn-sts")
	w.category(5, "termNote", "grammaticalGender", name(tbxGender, t.Grammar.Gender))
	w.category(5, "termNote", "grammaticalNumber", name(tbxNumber, t.Grammar.Number))
	if !t.Status.Guard() && !(always(t) && t.Replace == "" && t.Match == defaultMatch(c)) {
		w.category(5, "termNote", "usageNote", "not in every text")
	}
	if t.Note != "" {
		w.line(5, `<note>%s</note>`, t.Note)
	}
	w.line(4, `</termSec>`)
}

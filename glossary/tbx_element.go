package glossary

import (
	"encoding/xml"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// An element is one of a file, with all in it.
type element struct {
	xml.StartElement
	at    yaml.Node
	text  string
	below []*element
}

// element reads the rest of an element; nil if it does not end.
func (t *tbxReader) element(start xml.StartElement, at yaml.Node, depth int) *element {
	e := &element{StartElement: start, at: at}
	for depth < 100 {
		at := t.here()
		token, err := t.xml.Token()
		if err != nil {
			t.broken(err)
			return nil
		}
		switch token := token.(type) {
		case xml.CharData:
			e.text += string(token)
		case xml.StartElement:
			child := t.element(token, at, depth+1)
			if child == nil {
				return nil
			}
			e.below = append(e.below, child)
			e.text += child.text
		case xml.EndElement:
			e.text = strings.Join(strings.Fields(e.text), " ")
			return e
		}
	}
	t.ended = true
	t.fail(&at, "glossary.syntax", "Why", reason("exceeded max depth"))
	return nil
}

func (e *element) attr(name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// category names what an element says.
func (e *element) category() string {
	if kind := e.attr("type"); kind != "" {
		return kind
	}
	return e.Name.Local
}

// each gives the elements of some names within another, but for those in one of
// them.
func (e *element) each(names []string, do func(*element)) {
	for _, b := range e.below {
		if slices.Contains(names, b.Name.Local) {
			do(b)
		} else {
			b.each(names, do)
		}
	}
}

// says returns what an element says in a category, outside of some elements.
func (e *element) says(category string, outside []string) *element {
	for _, b := range e.below {
		if b.category() == category {
			return b
		}
		if slices.Contains(outside, b.Name.Local) {
			continue
		}
		if found := b.says(category, outside); found != nil {
			return found
		}
	}
	return nil
}

func (e *element) said(category string, outside []string) string {
	if found := e.says(category, outside); found != nil {
		return found.text
	}
	return ""
}

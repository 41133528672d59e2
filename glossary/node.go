package glossary

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A reader turns the nodes of a YAML or JSON file into a glossary and collects
// what is wrong, so that an author sees all of it at once.
type reader struct {
	file   string
	tags   map[string]language.Tag // by what stands in the file
	line   int                     // lines of the file before what is read
	faults []error
}

// fail records a fault at a node.
func (r *reader) fail(n *yaml.Node, id string, args ...any) {
	m := concord.Message{ID: id, Args: make(map[string]any)}
	for i := 0; i+1 < len(args); i += 2 {
		m.Args[args[i].(string)] = args[i+1]
	}
	r.faults = append(r.faults, &concord.PlaceError{At: r.at(n), Message: m})
}

// err returns the faults in the order of the file.
func (r *reader) err() error {
	slices.SortStableFunc(r.faults, func(a, b error) int {
		at, bt := a.(*concord.PlaceError).At, b.(*concord.PlaceError).At
		return cmp.Or(cmp.Compare(at.Line, bt.Line), cmp.Compare(at.Column, bt.Column))
	})
	return errors.Join(r.faults...)
}

func (r *reader) at(n *yaml.Node) concord.Position {
	return concord.Position{File: r.file, Line: r.line + n.Line, Column: n.Column}
}

// root parses a file and returns its one document, nil if it is empty.
func (r *reader) root(data []byte) *yaml.Node {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, more yaml.Node
	err := dec.Decode(&doc)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err == nil {
		if err = dec.Decode(&more); err == nil {
			r.fail(&more, "glossary.documents")
		}
	}
	if err != nil && !errors.Is(err, io.EOF) {
		at := new(yaml.Node)
		at.Line, at.Column = locate(data, err)
		r.fail(at, "glossary.syntax", "Why", Unreadable(err))
		return nil
	}
	return doc.Content[0]
}

// An object is a mapping whose keys are asked for one by one; what was never
// asked for is unknown.
type object struct {
	*reader
	node   *yaml.Node
	values map[string]*yaml.Node // nil if there are so few that looking through them is faster
	known  []string
}

// object reads a mapping. Of anything else it returns one without keys.
func (r *reader) object(n *yaml.Node) *object {
	o := &object{reader: r, node: n, known: make([]string, 0, 16)}
	if n.Kind != yaml.MappingNode {
		r.fail(n, "glossary.mapping")
		o.node = &yaml.Node{}
		return o
	}
	if len(n.Content) > 32 {
		o.values = make(map[string]*yaml.Node)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if o.valueIn(n.Content[:i], key.Value) != nil {
			r.fail(key, "glossary.twice", "Key", key.Value)
		}
		if o.values != nil {
			o.values[key.Value] = n.Content[i+1]
		}
	}
	return o
}

// value returns the value of a key, the last if there are several, or nil.
func (o *object) value(key string) *yaml.Node { return o.valueIn(o.node.Content, key) }

func (o *object) valueIn(content []*yaml.Node, key string) *yaml.Node {
	if o.values != nil {
		return o.values[key]
	}
	for i := len(content)/2*2 - 2; i >= 0; i -= 2 {
		if content[i].Value == key {
			return content[i+1]
		}
	}
	return nil
}

// get returns the value of a key, nil if it is absent or null.
func (o *object) get(key string) *yaml.Node {
	o.known = append(o.known, key)
	n := o.value(key)
	if n == nil || n.Tag == "!!null" {
		return nil
	}
	if n.Kind == yaml.AliasNode {
		o.fail(n, "glossary.alias")
		return nil
	}
	return n
}

// done reports the keys that nothing asked for.
func (o *object) done() {
	for i := 0; i+1 < len(o.node.Content) && o.node.Kind == yaml.MappingNode; i += 2 {
		if key := o.node.Content[i]; !slices.Contains(o.known, key.Value) {
			o.fail(key, "glossary.key", "Key", key.Value, "Known", o.known)
		}
	}
}

func (o *object) text(key string) string {
	n := o.get(key)
	if n == nil {
		return ""
	}
	return o.scalar(n)
}

// scalar returns the text of a node that is not a list or mapping.
func (r *reader) scalar(n *yaml.Node) string {
	switch {
	case n.Kind != yaml.ScalarNode:
		r.fail(n, "glossary.text")
		return ""
	case n.Style&yaml.TaggedStyle != 0 && n.Tag != "!!str":
		r.fail(n, "glossary.tag", "Tag", n.Tag)
	}
	return n.Value
}

func (o *object) flag(key string, otherwise bool) bool {
	n := o.get(key)
	switch {
	case n == nil:
		return otherwise
	case n.Tag != "!!bool":
		o.fail(n, "glossary.bool", "Key", key)
		return otherwise
	}
	return strings.EqualFold(n.Value, "true")
}

// items returns the elements of a list; a single value is a list of one.
func (o *object) items(key string) []*yaml.Node {
	n := o.get(key)
	switch {
	case n == nil:
		return nil
	case n.Kind == yaml.SequenceNode:
		return n.Content
	}
	return []*yaml.Node{n}
}

// list returns the elements of a list, and of nothing else.
func (o *object) list(key string) []*yaml.Node {
	n := o.get(key)
	switch {
	case n == nil:
		return nil
	case n.Kind != yaml.SequenceNode:
		o.fail(n, "glossary.list", "Key", key)
		return nil
	}
	return n.Content
}

func (o *object) texts(key string) []string {
	var all []string
	for _, n := range o.items(key) {
		text := o.scalar(n)
		if text == "" && n.Kind == yaml.ScalarNode {
			o.fail(n, "glossary.empty", "Key", key)
		}
		all = append(all, text)
	}
	return all
}

// choice reads a value of a closed list and returns its index, -1 if absent.
func (o *object) choice(key string, options ...string) int {
	n := o.get(key)
	if n == nil {
		return -1
	}
	i := slices.Index(options, n.Value)
	if i < 0 {
		o.fail(n, "glossary.choice", "Key", key, "Word", n.Value, "Known", options)
	}
	return i
}

// tag reads a locale tag.
func (r *reader) tag(n *yaml.Node) language.Tag {
	if tag, ok := r.tags[n.Value]; ok && n.Kind == yaml.ScalarNode {
		return tag
	}
	if n.Kind != yaml.ScalarNode {
		r.fail(n, "glossary.text")
		return language.Und
	}
	tag, err := language.Parse(n.Value)
	if err != nil || tag == language.Und {
		r.fail(n, "glossary.locale", "Word", n.Value)
		return language.Und
	}
	if r.tags == nil {
		r.tags = make(map[string]language.Tag)
	}
	r.tags[n.Value] = canonical(tag)
	return canonical(tag)
}

// canonical returns the tag under which terms are filed: Chinese without a
// script is in simplified characters.
func canonical(tag language.Tag) language.Tag {
	if tag == language.Chinese {
		return language.SimplifiedChinese
	}
	return tag
}

// pattern compiles a regular expression between what anchors it.
func (o *object) pattern(key, before, after string) *regexp.Regexp {
	n := o.get(key)
	if n == nil || n.Value == "" {
		return nil
	}
	re, err := regexp.Compile(before + o.scalar(n) + after)
	if err != nil {
		// Where the fault is, counted in the author's own text.
		_, bare := regexp.Compile(n.Value)
		o.fail(n, "glossary.pattern", "Key", key, "Why", expressionFault(bare))
		return nil
	}
	return re
}

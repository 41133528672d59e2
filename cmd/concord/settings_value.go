package main

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A setting is something that a project file may say: how it is read, how a JSON
// schema describes it, and what it is now. All three are of one making, so that
// they cannot drift apart.
type setting struct {
	read   func(*yaml.Node) // reports to the reader what is wrong
	schema map[string]any
	now    func() any
}

// A key is one key of a mapping.
type key struct {
	name, about string // about is a message for the schema
	setting
	must bool
}

// text is a text that check, which may be nil, has nothing against.
func (r *settingsReader) text(to *string, check func(*yaml.Node)) setting {
	return setting{
		read: func(n *yaml.Node) {
			switch tag := n.ShortTag(); {
			case n.Kind != yaml.ScalarNode:
				r.fail(n, "settings.text")
			case tag != "!!str" && tag != "!!timestamp": // a number or a word of YAML, as editors take it
				r.fail(n, "settings.bare", "Word", n.Value)
			default:
				if *to = n.Value; check != nil {
					check(n)
				}
			}
		},
		schema: map[string]any{"type": "string"},
		now:    func() any { return *to },
	}
}

// like says in the schema of a text what it looks like.
func (v setting) like(pattern string) setting {
	v.schema["pattern"] = pattern
	return v
}

// word is one of a list of words.
func (r *settingsReader) word(to *string, known ...string) setting {
	v := r.text(to, nil)
	read := v.read
	v.read = func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode && !slices.Contains(known, n.Value) {
			r.fail(n, "settings.choice", "Word", n.Value, "Known", known)
		} else {
			read(n)
		}
	}
	v.schema = map[string]any{"enum": known}
	return v
}

// tagShape is the shape of the tags that a project file may have. A schema cannot
// tell which languages there are.
const tagShape = "^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$"

var tagLike = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(tagShape) })

// tag is a language tag.
func (r *settingsReader) tag(to *language.Tag) setting {
	var word string
	v := r.text(&word, func(n *yaml.Node) {
		var err error
		if *to, err = language.Parse(n.Value); err != nil || !tagLike().MatchString(n.Value) {
			r.fail(n, "settings.locale", "Word", n.Value)
		}
	})
	v.like(tagShape)
	v.now = func() any { return tagText(*to) }
	return v
}

func tagText(tag language.Tag) string {
	if tag == language.Und {
		return ""
	}
	return tag.String()
}

// several is a list, in the place of what there was before, or one item alone. Item
// says what an item is, which is kept in the list.
func several[T any](to *[]T, item func(*T) setting) setting {
	return setting{
		read: func(n *yaml.Node) {
			*to = nil
			n = meant(n)
			nodes := []*yaml.Node{n}
			if n.Kind == yaml.SequenceNode {
				nodes = n.Content
			}
			for _, n := range nodes {
				var one T
				item(&one).read(meant(n))
				*to = append(*to, one)
			}
		},
		schema: eitherOf(item(new(T)).schema),
		now: func() any {
			all := []any{}
			for i := range *to {
				all = append(all, item(&(*to)[i]).now())
			}
			return all
		},
	}
}

// meant returns the node that a node stands for, if it is an alias: *name.
func meant(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

func eitherOf(item map[string]any) map[string]any {
	return map[string]any{"anyOf": []any{item, map[string]any{"type": "array", "items": item}}}
}

// mapping is a mapping with the given keys and no others. A key without a value
// says nothing.
func (r *settingsReader) mapping(keys ...key) setting {
	known := make(map[string]key, len(keys))
	properties := make(map[string]any)
	var must []string
	for _, k := range keys {
		known[k.name] = k
		described := maps.Clone(k.schema)
		if k.must {
			must = append(must, k.name)
		} else {
			described = map[string]any{"anyOf": []any{k.schema, map[string]any{"type": "null"}}}
		}
		if k.about != "" && r.say != nil {
			described["description"] = r.say(k.about)
		}
		properties[k.name] = described
	}
	v := setting{
		read:   func(n *yaml.Node) { r.keys(n, known, must) },
		schema: map[string]any{"type": "object", "properties": properties, "additionalProperties": false},
		now: func() any {
			var all pairs
			for _, k := range keys {
				all = append(all, pair{k.name, k.now()})
			}
			return all
		},
	}
	if must != nil {
		v.schema["required"] = must
	}
	return v
}

// keys hands the value of each key of a mapping to whom it is for.
func (r *settingsReader) keys(n *yaml.Node, known map[string]key, must []string) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, "settings.mapping")
		return
	}
	seen := make(map[string]bool)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, of := n.Content[i], meant(n.Content[i+1])
		k, ok := known[name.Value]
		switch {
		case !ok:
			r.fail(name, "settings.key", "Key", name.Value, "Known", slices.Sorted(maps.Keys(known)))
		case seen[name.Value]:
			r.fail(name, "settings.twice", "Key", name.Value)
		case of.Tag != "!!null":
			r.path = append(r.path, name.Value)
			r.origin[strings.Join(r.path, ".")] = concord.Position{File: r.file, Line: name.Line, Column: name.Column}
			k.read(of)
			r.path = r.path[:len(r.path)-1]
		}
		seen[name.Value] = seen[name.Value] || of.Tag != "!!null" || !slices.Contains(must, name.Value)
	}
	for _, name := range must {
		if !seen[name] {
			r.fail(n, "settings.missing", "Key", name)
		}
	}
}

// pairs are the keys of a mapping with their values, in order.
type pairs []pair

type pair struct {
	name string
	of   any
}

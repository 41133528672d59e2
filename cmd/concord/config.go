package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
	"go.yaml.in/yaml/v3"
)

var configCommand = command{
	name: "config", args: "show|schema", about: "about.config",
	examples: []string{"concord config show", "concord config show --origin", "concord config schema >concord.schema.json"},
	below:    []command{configShow, configSchema},
}

var configShow = command{
	name: "show", about: "about.config.show",
	examples: []string{"concord config show", "concord config show --origin", "concord config show --config press/concord.yaml"},
	flags: func(t *tool) []cli.Flag {
		return []cli.Flag{t.stringFlag("config", "flag.config"), t.boolFlag("origin", "flag.origin")}
	},
	run: func(t *tool, c *cli.Context) error {
		set, err := t.settings(c.String("config"))
		if err != nil {
			return err
		}
		text, err := t.shownSettings(set, c.Bool("origin"))
		if err != nil {
			return err
		}
		_, err = t.out.Write(text)
		return t.written("-", err)
	},
}

var configSchema = command{
	name: "schema", about: "about.config.schema",
	examples: []string{"concord config schema", "concord config schema >concord.schema.json", "concord config schema | jq .properties.rules"},
	flags:    func(*tool) []cli.Flag { return nil },
	run: func(t *tool, c *cli.Context) error {
		_, err := t.out.Write(t.settingsSchema())
		return t.written("-", err)
	},
}

// settingsSchema returns the JSON schema of project files. It is made of the
// table by which they are read.
func (t *tool) settingsSchema() []byte {
	schema := defaults().shape(&settingsReader{say: t.text}).schema
	schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	schema["title"] = settingsName
	schema["type"] = []string{"object", "null"} // a file of comments
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(schema); err != nil {
		panic(err) // maps, lists and texts can be encoded
	}
	return out.Bytes()
}

// shownSettings writes settings as a project file that says the same, and if it
// is asked for where each comes from.
func (t *tool) shownSettings(set *settings, origin bool) ([]byte, error) {
	w := settingsWriter{set: set}
	if origin {
		w.usual = t.text("config.default")
	}
	root := w.mapping(set.shape(new(settingsReader)).now().(pairs), "")
	if len(root.Content) == 0 {
		return nil, nil
	}
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	if err := enc.Encode(root); err != nil {
		return nil, fmt.Errorf("show settings: %w", err)
	}
	return []byte(visibleLines(out.String())), enc.Close()
}

// visibleLines makes a text visible but for its line ends.
func visibleLines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(visible(strings.TrimSuffix(line, "\n")) + "\n")
	}
	return b.String()
}

// A settingsWriter turns what the settings are into YAML.
type settingsWriter struct {
	set   *settings
	usual string // what to say of what nobody has set; "" to say nothing
}

func (w settingsWriter) mapping(all pairs, path string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, p := range all {
		name := strings.TrimPrefix(path+"."+p.name, ".")
		var of *yaml.Node
		switch v := p.of.(type) {
		case pairs:
			of = w.mapping(v, name)
		case []any:
			of = w.sequence(v)
		case string:
			of = textNode(v)
		}
		if of.Value == "" && len(of.Content) == 0 {
			continue // nothing is set, and there is no default
		}
		key := textNode(p.name)
		switch {
		case of.Kind == yaml.MappingNode:
		case of.Kind == yaml.ScalarNode || of.Style == yaml.FlowStyle:
			of.LineComment = w.comment(name)
		default:
			key.HeadComment = w.comment(name)
		}
		n.Content = append(n.Content, key, of)
	}
	return n
}

func (w settingsWriter) comment(name string) string {
	if w.usual == "" {
		return ""
	}
	if at, ok := w.set.origin[name]; ok {
		return at.String()
	}
	return w.usual
}

func (w settingsWriter) sequence(all []any) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, v := range all {
		if v, ok := v.(pairs); ok {
			n.Style = 0
			n.Content = append(n.Content, settingsWriter{set: w.set}.mapping(v, "-"))
			continue
		}
		n.Content = append(n.Content, textNode(v.(string)))
	}
	return n
}

func textNode(text string) *yaml.Node {
	n := new(yaml.Node)
	n.SetString(text)
	return n
}

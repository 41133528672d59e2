package bundle

import (
	"bytes"

	"go.yaml.in/yaml/v3"
)

// GoI18nYAML is go-i18n's message files in YAML.
var GoI18nYAML = &Layout{Name: "go-i18n-yaml", Build: goI18n("yaml", func(entries []entry) ([]byte, error) {
	doc := &yaml.Node{Kind: yaml.MappingNode}
	for _, e := range entries {
		id := yamlString(e.id)
		if e.at != "" {
			id.HeadComment = "# " + e.at
		}
		value := &yaml.Node{Kind: yaml.MappingNode}
		for _, f := range e.fields() {
			value.Content = append(value.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: f[0]}, yamlString(f[1]))
		}
		doc.Content = append(doc.Content, id, value)
	}
	var b bytes.Buffer
	b.WriteString("# " + notice + "\n\n")
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(doc); err != nil {
		return nil, err
	}
	return b.Bytes(), enc.Close()
})}

// yamlString writes a string in quotes, so that none is taken for a number, a
// date or a truth value.
func yamlString(s string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: s}
}

package bundle

import (
	"bytes"
	"encoding/json"
)

// GoI18nJSON is go-i18n's message files in JSON.
var GoI18nJSON = &Layout{Name: "go-i18n-json", Build: goI18n("json", func(entries []entry) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("{")
	for i, e := range entries {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n  " + jsonString(e.id) + ": {")
		for j, f := range e.fields() {
			if j > 0 {
				b.WriteByte(',')
			}
			b.WriteString("\n    " + jsonString(f[0]) + ": " + jsonString(f[1]))
		}
		b.WriteString("\n  }")
	}
	b.WriteString("\n}\n")
	return b.Bytes(), nil
})}

// jsonString writes a string with <, > and & as they are.
func jsonString(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a string has no value that JSON lacks
	}
	return string(bytes.TrimSpace(b.Bytes()))
}

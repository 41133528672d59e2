package bundle

import (
	"fmt"
	"strings"
)

// GoI18nTOML is go-i18n's message files in TOML.
var GoI18nTOML = &Layout{Name: "go-i18n-toml", Build: goI18n("toml", func(entries []entry) ([]byte, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", notice)
	for _, e := range entries {
		b.WriteByte('\n')
		if e.at != "" {
			fmt.Fprintf(&b, "# %s\n", e.at)
		}
		fmt.Fprintf(&b, "[%s]\n", tomlString(e.id))
		for _, f := range e.fields() {
			fmt.Fprintf(&b, "%s = %s\n", f[0], tomlString(f[1]))
		}
	}
	return []byte(b.String()), nil
})}

// tomlString writes a basic string. Control characters are escaped; all others
// stand as they are, so that a translator can read them.
func tomlString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}

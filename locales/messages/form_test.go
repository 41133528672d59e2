package messages

import (
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"github.com/concord-l10n/concord"
)

// TestForms holds what is said without a template to what go-i18n makes of it.
func TestForms(t *testing.T) {
	values := []any{"\"x\" {{.New}} <&>\x1b", 7, -1, "", concord.Message{ID: "severity.note"}, []string{"a", "b"}}
	for tag := range known() {
		p := New(tag.String())
		c := p.messages()
		if len(c.plain) < 20 {
			t.Errorf("%s: only %d messages need no template", tag, len(c.plain))
		}
		for id, f := range c.plain {
			for i := range values {
				args, said := make(map[string]any), make(map[string]any)
				for n, name := range f.names {
					args[name] = values[(i+n)%len(values)]
					said[name] = p.argument(args[name])
				}
				want, err := c.localizer.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: said})
				if got, ok := f.fill(p, args); !ok || err != nil || got != want {
					t.Errorf("%s %s\n got %q, %v\nwant %q, %v", tag, id, got, ok, want, err)
				}
			}
		}
	}
}

package messages

import (
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A catalogue is what the tool says in one language.
type catalogue struct {
	localizer *i18n.Localizer
	plain     map[string]*form // of the messages that need no template
}

// load reads one embedded catalogue. They are checked by tests, so that a fault
// in one is a fault of the build.
func load(tag language.Tag, file string) *catalogue {
	bundle := i18n.NewBundle(tag)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	read, err := bundle.LoadMessageFileFS(catalogues, file)
	if err != nil {
		panic(err)
	}
	c := &catalogue{i18n.NewLocalizer(bundle, tag.String()), make(map[string]*form)}
	for _, m := range read.Messages {
		if f := newForm(m); f != nil {
			c.plain[m.ID] = f
		}
	}
	return c
}

// A form is a message that has one form and nothing but text and arguments in
// it, taken apart: {{.Found}} is texts[0], names[0], texts[1]. There may be one
// for each finding, and a template takes twenty times as long.
type form struct {
	texts []string // one more than names
	names []string // of arguments
}

// newForm takes a message apart, or returns nil if it is a matter for go-i18n.
func newForm(m *i18n.Message) *form {
	if m.Zero+m.One+m.Two+m.Few+m.Many+m.LeftDelim+m.RightDelim != "" {
		return nil
	}
	f := new(form)
	for rest := m.Other; ; {
		text, after, more := strings.Cut(rest, "{{")
		f.texts = append(f.texts, text)
		if !more {
			return f
		}
		field, after, closed := strings.Cut(after, "}}")
		name, ok := strings.CutPrefix(field, ".")
		if !ok || !closed || name == "" || name == "PluralCount" || strings.ContainsFunc(name, notLetter) {
			return nil
		}
		f.names, rest = append(f.names, name), after
	}
}

func notLetter(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }

// fill says a message with its arguments. It reports false if that takes
// go-i18n: a form is missing, or an argument, or one is neither text nor number.
func (f *form) fill(p *Printer, args map[string]any) (string, bool) {
	if f == nil || args["PluralCount"] != nil {
		return "", false
	}
	if len(f.names) == 0 {
		return f.texts[0], true
	}
	var b strings.Builder
	for i, name := range f.names {
		b.WriteString(f.texts[i])
		switch v := args[name].(type) {
		case string:
			b.WriteString(v)
		case int:
			b.WriteString(strconv.Itoa(v))
		case concord.Message, []string:
			b.WriteString(p.argument(v).(string))
		default:
			return "", false
		}
	}
	b.WriteString(f.texts[len(f.names)])
	return b.String(), true
}

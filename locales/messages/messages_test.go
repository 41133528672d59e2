package messages

import (
	"strings"
	"testing"

	"github.com/concord-l10n/concord"
)

func TestNew(t *testing.T) {
	for _, c := range []struct{ tags, want string }{
		{"", "en"},
		{"zh_CN.UTF-8", "zh-Hans"},
		{"zh-Hans", "zh-Hans"},
		{"zh_SG@stroke", "zh-Hans"},
		{"zh", "zh-Hans"},
		{"zh_TW.UTF-8", "zh-Hans"}, // nearer to the reader than English
		{"en_US.UTF-8", "en"},
		{"C", "en"},
		{"C.UTF-8 zh_CN", "en"}, // LC_ALL=C is a choice
		{"POSIX zh_CN", "en"},
		{" zh_CN", "zh-Hans"},
		{"fr_FR.UTF-8 zh_CN", "zh-Hans"},
		{"nonsense! zh_CN", "zh-Hans"},
		{"und zh_CN", "zh-Hans"},
		{"de_DE", "en"},
	} {
		if got := New(strings.Split(c.tags, " ")...).Tag().String(); got != c.want {
			t.Errorf("New(%q) speaks %s, want %s", c.tags, got, c.want)
		}
	}
}

func TestSay(t *testing.T) {
	args := func(pairs ...any) map[string]any {
		m := make(map[string]any)
		for i := 0; i < len(pairs); i += 2 {
			m[pairs[i].(string)] = pairs[i+1]
		}
		return m
	}
	for _, c := range []struct {
		tag  string
		m    concord.Message
		want string
	}{
		{"en", concord.Message{ID: "fix.delete", Args: args("Old", "{{.New}} \x1b[31m")}, "delete \"{{.New}} \x1b[31m\""},
		{"zh", concord.Message{ID: "fix.delete", Args: args("Old", "旧")}, "删除“旧”"},
		{"en", concord.Message{ID: "no.such", Args: args("B", "b\n", "A", 1)}, `no.such A="1" B="b\n"`},
		{"en", concord.Message{ID: "fix.replace", Args: args("Old", "a")}, `fix.replace Old="a"`},
		{"en", concord.Message{ID: "fix.replace"}, `fix.replace`},
		{"en", concord.Message{ID: "rule.term.forbidden", Args: args("Found", "x")}, `"x" must not be used`},
		{
			"en",
			concord.Message{ID: "rule.term.ambiguous", Args: args("Found", "x", "Concepts", []string{"a", "b"})},
			`"x" names more than one thing (a, b): which one is meant?`,
		},
		{
			"en",
			concord.Message{ID: "rule.term.doubt", Args: args("Found", "x", "Wanted", "y", "Doubt", concord.Message{ID: "fix.delete", Args: args("Old", "z")})},
			`"x" is not the agreed name, which is "y", but delete "z"`,
		},
		{"en", concord.Message{}, ""},
		{"en", concord.Message{ID: "summary.findings", Args: args("PluralCount", "many")}, `summary.findings PluralCount="many"`},
		{"en", concord.Message{ID: "summary.findings", Args: args("PluralCount", 1)}, "1 finding"},
		{"en", concord.Message{ID: "summary.findings", Args: args("PluralCount", 0)}, "0 findings"},
		{"zh", concord.Message{ID: "summary.findings", Args: args("PluralCount", 1)}, "1 处发现"},
	} {
		if got := New(c.tag).Say(c.m); got != c.want {
			t.Errorf("%s %v\n got %q\nwant %q", c.tag, c.m, got, c.want)
		}
	}
}

func TestTranslate(t *testing.T) {
	for _, c := range []struct{ tag, id, want string }{
		{"en", "double-space.title", "in English"},
		{"zh", "double-space.title", "行内有两个连续的空格"},
		{"zh", "no-such.title", "in English"},
	} {
		if got := New(c.tag).Translate(c.id, "in English"); got != c.want {
			t.Errorf("%s %s\n got %q\nwant %q", c.tag, c.id, got, c.want)
		}
	}
}

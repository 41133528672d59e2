package suppress

import (
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
)

// TestParse reads comments as people write them.
func TestParse(t *testing.T) {
	for _, c := range []struct{ comment, rules, reason string }{
		{"<!-- concord-ignore term: so said -->", "term", "so said"},
		{"<!--concord-ignore term,dash:so said-->", "term dash", "so said"},
		{"<!-- concord-ignore\n  term, dash:\n  so\tsaid: twice --->", "term dash", "so said: twice"},
		{"<!-- concord-ignore term、dash：原文如此 -->", "term dash", "原文如此"},
		{"<!-- concord-ignore term -->", "term", "!"},
		{"<!-- concord-ignore term: -->", "term", "!"},
		{"<!-- concord-ignore: so said -->", "", "!"},
		{"<!-- concord-ignore -->", "", "!"},
		{"<!-- concord-ignored term: so said -->", "no", ""},
		{"<!-- do not concord-ignore term: x -->", "no", ""},
		{"<?concord-ignore term: x?>", "no", ""},
	} {
		s := parse(c.comment)
		switch {
		case s == nil:
			if c.rules != "no" {
				t.Errorf("%s is no suppression", c.comment)
			}
		case strings.Join(s.Rules, " ") != c.rules || (s.Fault != Sound) != (c.reason == "!") || s.Fault == Sound && s.Reason != c.reason:
			t.Errorf("%s is %+v", c.comment, s)
		}
	}
}

// TestComments says what part of a document each comment is about.
func TestComments(t *testing.T) {
	for _, c := range []struct{ name, text, about string }{
		{"a.md", "one\n\n<!-- concord-ignore term: x -->\ntwo\n\nthree", "two"},
		{"a.md", "one <!-- concord-ignore term: x --> more\n\ntwo", "one  more"},
		{"a.md", "one <!-- concord-ignore term: x -->\n\ntwo", "one "},
		{"a.md", "- one\n- <!-- concord-ignore term: x --> two\n- three", "three"},
		{"a.md", "> one\n\n<!-- concord-ignore term:\nx -->\n\n| a | b |\n|---|---|", "a"},
		{"a.md", "one\n\n<!-- concord-ignore term: x -->", ""},
		{"a.html", "<p>one</p><!-- concord-ignore term: x --><p>two</p>", "two"},
		{"a.html", "<p>one <b><!-- concord-ignore term: x --></b></p><p>two</p>", "one"},
		{"a.html", "<p><!-- concord-ignore term: x --> one</p><p>two</p>", "one"},
		{"a.html", "<script>// <!-- concord-ignore term: x --></script><p>one</p>", "none"},
		{"a.txt", "<!-- concord-ignore term: x -->\n\none", "none"},
	} {
		d, err := format.Decode(c.name, []byte(c.text), format.Options{Locale: language.English})
		if err != nil {
			t.Fatal(err)
		}
		all := comments(d)
		if len(all) == 0 {
			if c.about != "none" {
				t.Errorf("%q: no suppression", c.text)
			}
			continue
		}
		about := ""
		if n := all[0].segment; n < len(d.Segments) {
			about = d.Segments[n].Text
		}
		if len(all) != 1 || about != c.about {
			t.Errorf("%q: %d, about %q, want %q", c.text, len(all), about, c.about)
		}
		if at := all[0].At; !strings.HasPrefix(string(d.Raw[at.Raw().Start:]), at.Text()) || at.Text()[:4] != "<!--" {
			t.Errorf("%q: the comment is at %v", c.text, at.Raw())
		}
		if by := Of([]*concord.Document{d}, nil).By(&concord.Finding{Rule: "dash", Place: concord.Place{Doc: d, Segment: all[0].segment}}); by != nil {
			t.Errorf("%q: another rule is suppressed", c.text)
		}
	}
}

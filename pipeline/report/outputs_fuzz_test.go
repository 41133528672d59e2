package report

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
)

// FuzzOutputs holds every output to its notation, whatever a file is called and
// says: it can be read, and nothing in it is hidden.
func FuzzOutputs(f *testing.F) {
	for _, text := range nasty {
		f.Add(text, text)
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		doc, err := format.Decode("d/"+name, []byte(text+" temp, "+text+" temp"), format.Options{Format: format.Text.Name, Locale: language.English})
		if err != nil || !utf8.ValidString(name) {
			return
		}
		found := occurrences(doc, "temp", text)
		if len(found) == 0 {
			return
		}
		found[0].Message.Args["Found"] = text
		found[0].Related = []concord.Related{{Place: found[len(found)-1].Place, Message: concord.Message{ID: text}}}
		r := reportOf(t, &concord.Release{Targets: []*concord.Document{doc}}, found, false)
		r.Failed = []Failure{{name, errors.New(text)}}
		for _, p := range All {
			out := print(t, p.Name, r)
			if i := strings.IndexFunc(strings.ReplaceAll(out, "\n", ""), hidden); i >= 0 && p != Diff {
				t.Errorf("%s hides something: %q", p.Name, out)
			}
			switch p {
			case JSON, SARIF, GitLab, RDJSON:
				if !json.Valid([]byte(out)) {
					t.Errorf("%s is no JSON: %q", p.Name, out)
				}
			case JUnit, Checkstyle:
				for d := xml.NewDecoder(strings.NewReader(out)); ; {
					if _, err := d.Token(); errors.Is(err, io.EOF) {
						break
					} else if err != nil {
						t.Fatalf("%s: %v: %q", p.Name, err, out)
					}
				}
			case GitHub:
				for l := range strings.Lines(out) {
					if _, ok := readAnnotation(l); !ok {
						t.Errorf("%q is no command", l)
					}
				}
			case HTML:
				closed(t, out)
			}
		}
	})
}

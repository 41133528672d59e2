package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/concord-l10n/concord/pipeline/report"
)

// Help names every output.
func TestFormats(t *testing.T) {
	for _, lang := range []string{"en", "zh-Hans"} {
		var out bytes.Buffer
		w := world{in: strings.NewReader(""), out: &out, err: &out, env: func(string) string { return "" }, tty: func(any) bool { return false }}
		run([]string{"concord", "check", "--help", "--ui-lang", lang}, w)
		words := strings.FieldsFunc(out.String(), func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') })
		known := strings.Join(words, " ") + " "
		for _, p := range report.All {
			if !strings.Contains(known, " "+p.Name+" ") {
				t.Errorf("%s: help does not name %s", lang, p.Name)
			}
		}
	}
}

package rules

import (
	"crypto/sha1"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/locales/messages"
)

// TestTranslated holds what rules say of themselves in other languages to the
// English: all of it is there, none of it is of another English text than that of
// today, and nothing is left of what is gone.
func TestTranslated(t *testing.T) {
	english := texts()
	for _, tag := range messages.Languages() {
		if tag == language.English {
			continue
		}
		file := filepath.Join("..", "..", "locales", "messages", "rules."+tag.String()+".toml")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var translated map[string]struct{ Hash, Other string }
		if err := toml.Unmarshal(data, &translated); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, id := range slices.Sorted(maps.Keys(english)) {
			want := hash(english[id])
			switch got, ok := translated[id]; {
			case !ok:
				t.Errorf("%s lacks a text; translate it:\n[%q]\nhash = %q\nother = %q", file, id, want, english[id])
			case got.Hash != want:
				t.Errorf("%s: the English of %q has changed; mend the text, and write:\nhash = %q\nThe English:\n%s", file, id, want, english[id])
			case got.Other == english[id] && !strings.HasPrefix(id, "texts."): // names may stay
				t.Errorf("%s: %q is still in English", file, id)
			case got.Other == "" || strings.Contains(got.Other, "{{") || strings.TrimSpace(got.Other) != got.Other:
				t.Errorf("%s: %q is empty, a template, or has white space at its ends", file, id)
			}
		}
		for _, id := range slices.Sorted(maps.Keys(translated)) {
			if _, ok := english[id]; !ok {
				t.Errorf("%s: no rule says %q any more; delete it", file, id)
			}
		}
	}
}

// texts returns what the rules say of themselves, by id.
func texts() map[string]string {
	all := make(map[string]string)
	for _, r := range All {
		all[r.Name+".title"], all[r.Name+".text"] = r.Doc.Title, r.Doc.Text
		for _, x := range r.Doc.Readings {
			all["texts."+string(x.Texts)] = string(x.Texts)
			if x.Others != "" {
				all[r.Name+".reading."+string(x.Texts)] = x.Others
			}
		}
	}
	return all
}

// hash is what goi18n merge keeps of the text that was translated.
func hash(text string) string { return fmt.Sprintf("sha1-%x", sha1.Sum([]byte(text))) }

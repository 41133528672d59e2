package main

import (
	"embed"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/locales/messages"
)

// TestProjectsInLanguages holds what is written for people in other languages to
// the English: the same files, and in YAML the same but for comments and
// definitions.
func TestProjectsInLanguages(t *testing.T) {
	for root, from := range map[string]embed.FS{"sample": sample, "blank": blank} {
		for _, tag := range messages.Languages() {
			own := root + "." + tag.String()
			seen := 0
			err := fs.WalkDir(from, own, func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				seen++
				english, err := from.ReadFile(root + strings.TrimPrefix(name, own))
				if err != nil {
					return err
				}
				data, err := from.ReadFile(name)
				if path.Ext(name) == ".yaml" && !reflect.DeepEqual(bareYAML(t, data), bareYAML(t, english)) {
					t.Errorf("%s says something else than the English", name)
				}
				return err
			})
			if tag != language.English && (err != nil || seen == 0) {
				t.Errorf("%s: %d files, %v", own, seen, err)
			}
		}
	}
}

// bareYAML returns what a file says to concord.
func bareYAML(t *testing.T, data []byte) any {
	var all map[string]any
	if err := yaml.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	concepts, _ := all["concepts"].([]any)
	for _, c := range concepts {
		delete(c.(map[string]any), "definition")
	}
	return all
}

package rules

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// TestPlainBytes holds the look at eight bytes at once against one at each.
func TestPlainBytes(t *testing.T) {
	for c := range 256 {
		for at := range 8 {
			s := strings.Repeat("z", at) + string([]byte{byte(c)}) + strings.Repeat("@", 7-at)
			if got, want := plainBytes(s), (c < 'A' || c > 'Z') && c < 0x80; got != want {
				t.Fatalf("%q: %v", s, got)
			}
		}
	}
}

// TestNames says where names begin and end.
func TestNames(t *testing.T) {
	for text, want := range map[string][]string{
		"The mayor met Ann Lee's friends.":                                  {"Ann Lee"},
		"In May Ann Lee met Professor Bo Ek.":                               {"Ann Lee", "Bo Ek"},
		"They saw Ann Lee and Bo Ek of Ys.":                                 {"Ann Lee", "Bo Ek of Ys"},
		"the University of Tea and Science of Ys":                           {"University of Tea and Science of Ys"},
		"the University of Tea and Ys University of Coffee":                 {"University of Tea", "Ys University of Coffee"},
		"on Tuesday the Tea Society, Ys Harbour\nOffice, and May-Britt Lee": {"Tea Society", "Ys Harbour\nOffice", "May-Britt Lee"},
		"President Lee Ming, and Lee.\n\nMing":                              {"Lee Ming"},
		"It is. Tea is. A. Lee":                                             nil,
	} {
		doc := &concord.Document{Locale: language.English, Segments: []concord.Segment{{Text: text}}}
		var got []string
		for _, n := range namesOf(doc) {
			got = append(got, text[n.span.Start:n.span.End])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

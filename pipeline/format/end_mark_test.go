package format

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// TestEndMark: an end mark may stand by itself or end the last paragraph, which
// is then no heading, however short.
func TestEndMark(t *testing.T) {
	const before = "A title\n\nA paragraph that is the first one of all.\n\n"
	for _, c := range []struct {
		tag, last string
		want      concord.Kind
	}{
		{"en", "(ENDS)", concord.EndMark},
		{"en", "###", concord.EndMark},
		{"en", "It was a good year. (ENDS)", concord.Body},
		{"en", "It was a good year (ENDS)", concord.Body},
		{"en", "It was a good year (so they say)", concord.Heading},
		{"en", "The end", concord.Heading},
		{"zh-Hans", "把每一株海草种活。（完）", concord.Body},
		{"zh-Hans", "（完）", concord.EndMark},
		{"ja", "海草を植えた。（完）", concord.Body},
		{"ja", "百株以上", concord.Heading},
		{"fr", "Ce fut une bonne année (FIN)", concord.Body},
	} {
		doc, err := Decode("a.txt", []byte(before+c.last), Options{Locale: language.MustParse(c.tag)})
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Segments[len(doc.Segments)-1].Kind; got != c.want {
			t.Errorf("%s %q is a %v, want %v", c.tag, c.last, got, c.want)
		}
	}
}

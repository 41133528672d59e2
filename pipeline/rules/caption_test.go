package rules

import "testing"

// TestReadCaption: where a picture was taken, and by whom, is no part of an
// office.
func TestReadCaption(t *testing.T) {
	for text, want := range map[string][2]string{
		"Ann Lee, head of the tea office":                                     {"Ann Lee", "head of the tea office"},
		"Ann Lee, head of the tea office (Photo by Bo Ek)":                    {"Ann Lee", "head of the tea office"},
		"Ann Lee, head of the tea office, at the Old Pier":                    {"Ann Lee", "head of the tea office"},
		"Ann Lee, head of the tea office, at the Old Pier (Photo by Bo Ek).":  {"Ann Lee", "head of the tea office"},
		"Ann Lee, head of the tea office, Port of Ys":                         {"Ann Lee", "head of the tea office, Port of Ys"},
		"Science writer Ann Lee (Photo by Bo Ek)":                             {"Ann Lee", "Science writer"},
		"Ann Lee (left), at the Old Pier":                                     {},
		"The scene of the anniversary (Photo courtesy of the Academy of Tea)": {},
	} {
		c, ok := readCaption(text)
		got := [2]string{text[c.name.Start:c.name.End], text[c.office.Start:c.office.End]}
		if got != want || ok != (want[0] != "") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

package bundle

import "testing"

func TestUnwrap(t *testing.T) {
	for in, want := range map[string]string{
		"one line":                 "one line",
		"two\nlines":               "two lines",
		"two  \r\n   lines":        "two lines",
		"研究冷冻\n医学":                 "研究冷冻医学",
		"研究，\n  医学":                "研究，医学",
		"使用\nChina Temperature":    "使用 China Temperature",
		"한국\n어":                    "한국 어",
		"カタ\nカナ":                   "カタカナ",
		"China-\nEurope":           "China-Europe",
		"cooled to -\n190":         "cooled to - 190",
		"a dash —\nand more":       "a dash — and more",
		"three\nshort\nlines here": "three short lines here",
	} {
		if got := unwrap(in); got != want {
			t.Errorf("unwrap(%q) = %q, want %q", in, got, want)
		}
	}
}

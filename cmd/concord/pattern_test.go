package main

import "testing"

// TestNamed says what names of files are taken to tell.
func TestNamed(t *testing.T) {
	for file, want := range map[string]string{
		"en.txt":             ". en",
		"spring/zh-Hans.txt": "spring zh-Hans",
		"spring.en.md":       "spring en",
		"spring_en.txt":      "spring en",
		"spring.zh_CN.txt":   "spring zh-CN",
		"spring.pt-BR.html":  "spring pt-BR",
		"fr/spring.txt":      "spring fr",
		"a/fr/spring.txt":    "a/spring fr",
		"in/spring.txt":      "in/spring und",
		"no/spring.txt":      "no/spring und",
		"the.txt":            "the und",
		"release.txt":        "release und",
		"plan-it.txt":        "plan-it und",
		"v1.2.txt":           "v1.2 und",
		"000_8458c5d011.txt": "000_8458c5d011 und",
	} {
		release, tag, _ := named(file)
		if got := release + " " + tag.String(); got != want {
			t.Errorf("named(%q) = %q, want %q", file, got, want)
		}
	}
}

// TestPattern says what a pattern of the settings takes in.
func TestPattern(t *testing.T) {
	for pattern, files := range map[string]map[string]string{
		"releases/{release}/{locale}.{ext}": {
			"releases/spring/en.txt":      "spring en",
			"releases/spring/zh-Hans.md":  "spring zh-Hans",
			"releases/spring/README.md":   "",
			"releases/spring/en.docx":     "",
			"releases/spring/more/en.txt": "",
			"other/spring/en.txt":         "",
		},
		"{locale}/{release}.html": {
			"de/spring.html": "spring de",
			"de/spring.txt":  "",
		},
		"releases/{release}.{locale}.md": {
			"releases/spring.en.md":   "spring en",
			"releases/a.spring.en.md": "a.spring en",
		},
	} {
		p := newPattern(pattern)
		for file, want := range files {
			release, tag, ok := p.match(file)
			got := release + " " + tag.String()
			if !ok {
				got = ""
			}
			if got != want {
				t.Errorf("%s: %s is %q, want %q", pattern, file, got, want)
			}
		}
	}
}

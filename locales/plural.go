package locales

import "strings"

// plural returns the plural of an English noun phrase in the singular, and
// whether it is certain: of a regular noun that ends the phrase.
func plural(s string) (string, bool) {
	head, tail := s, ""
	for _, prep := range []string{" of ", " for ", " in ", " on ", " to ", " and "} {
		if at := strings.Index(s, prep); at >= 0 && at < len(head) {
			head, tail = s[:at], s[at:]
		}
	}
	many, regular := pluralNoun(head)
	return many + tail, regular && tail == ""
}

// irregular are endings of nouns whose plural spelling does not tell.
var irregular = []string{
	"is", "us", "um", "ix", "ex", "man", "men", "child", "foot", "tooth", "mouse", "goose", "person", "people",
	"f", "fe", "o", "z", "data", "media", "ware", "craft", "fish", "deer", "sheep", "medicine", "research", "information", "equipment", "technology transfer",
}

func pluralNoun(s string) (string, bool) {
	lower := strings.ToLower(s)
	regular := true
	for _, end := range irregular {
		regular = regular && !strings.HasSuffix(lower, end)
	}
	ends := func(of ...string) bool {
		for _, end := range of {
			if strings.HasSuffix(lower, end) {
				return true
			}
		}
		return false
	}
	switch {
	case ends("sis", "xis"):
		return s[:len(s)-2] + "es", false
	case ends("leaf", "shelf"):
		return s[:len(s)-1] + "ves", false
	case ends("ss", "x", "ch", "sh", "z"):
		return s + "es", regular
	case ends("s"): // it may be one already
		return s + "es", false
	case len(s) > 1 && ends("y") && !strings.ContainsRune("aeiou", rune(lower[len(lower)-2])):
		return s[:len(s)-1] + "ies", regular
	}
	return s + "s", regular
}

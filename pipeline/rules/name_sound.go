package rules

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// unaccented returns a word in lower case without its accents.
func unaccented(word string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsMark(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, norm.NFD.String(word))
}

// skeleton returns the consonants of a word in lower case, one letter for each
// group that is confused when a name comes back from Chinese: l and r, b and p,
// d and t, g, k and h, sibilants, f, v and w, m and n. Vowels, y, silent gh and an
// h inside a word are left out, and double consonants count once.
func skeleton(word string) string {
	word = strings.ReplaceAll(strings.ReplaceAll(word, "gh", ""), "ph", "f")
	word = strings.ReplaceAll(word, "ck", "k")
	var b []byte
	for i, c := range word {
		var class byte
		switch c {
		case 'l', 'r':
			class = 'l'
		case 'b', 'p':
			class = 'b'
		case 'd', 't':
			class = 'd'
		case 'g', 'k', 'q':
			class = 'g'
		case 'h':
			if i > 0 {
				continue
			}
			class = 'g'
		case 's', 'z', 'c', 'j', 'x', 'ß':
			class = 's'
		case 'f', 'v', 'w':
			class = 'f'
		case 'm', 'n':
			class = 'm'
		default:
			continue
		}
		if len(b) == 0 || b[len(b)-1] != class {
			b = append(b, class)
		}
	}
	return string(b)
}

// resemblance returns the similarity of two words by Jaro and Winkler, 0 to 1:
// how many letters they share near the same place, and more for a common beginning.
func resemblance(a, b string) float64 {
	x, y := []rune(a), []rune(b)
	reach := max(max(len(x), len(y))/2-1, 0)
	taken := make([]bool, len(y))
	var shared, there []rune
	for i, c := range x {
		for j := max(0, i-reach); j < min(len(y), i+reach+1); j++ {
			if !taken[j] && y[j] == c {
				taken[j] = true
				shared = append(shared, c)
				break
			}
		}
	}
	for j, c := range y {
		if taken[j] {
			there = append(there, c)
		}
	}
	if len(shared) == 0 {
		return 0
	}
	swaps := 0
	for i := range shared {
		if shared[i] != there[i] {
			swaps++
		}
	}
	m := float64(len(shared))
	jaro := (m/float64(len(x)) + m/float64(len(y)) + (m-float64(swaps)/2)/m) / 3
	prefix := 0
	for prefix < min(len(x), len(y), 4) && x[prefix] == y[prefix] {
		prefix++
	}
	return jaro + float64(prefix)*0.1*(1-jaro)
}

// syllables matches what is written as Pinyin without tones: a syllable may lack
// its initial only at the beginning.
var syllables = expression(`^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v)(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v)){0,2}$`)

// pinyin reports whether a word in lower case may be Pinyin, whose syllables
// differ by a letter where the names are different.
func pinyin(word string) bool { return syllables().MatchString(word) }

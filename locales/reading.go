package locales

import (
	"embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A Reading is a way to read Han characters and to write that in another script.
type Reading int

// The readings that are known.
const (
	Romanised      Reading = iota // Mandarin in Pinyin or as Taiwan spells it, in lower case without tones, marks, hyphens and spaces: "linqiubai", "linchiupai"
	HangulMandarin                // Mandarin in Hangul: "린추바이"
	HangulKorean                  // as Korean reads the characters: "임추백"
	allReadings
)

//go:embed han/*.txt
var hanFiles embed.FS

// A readingTable is the syllables of the characters from firstHan to lastHan.
type readingTable struct {
	syllables []string
	starts    []uint32 // of each character, and behind the last, in of
	of        []uint16 // the numbers of syllables
}

var (
	mandarin = sync.OnceValue(func() *readingTable { return readTable("han/mandarin.txt") })
	korean   = sync.OnceValue(func() *readingTable { return readTable("han/korean.txt") })
)

func readTable(file string) *readingTable {
	data, err := hanFiles.ReadFile(file)
	if err != nil {
		panic(err)
	}
	t := &readingTable{starts: make([]uint32, lastHan-firstHan+2)}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	for _, line := range lines { // count, so that starts is where each ends …
		_, all, _ := strings.Cut(line, " ")
		for _, c := range all {
			t.starts[c-firstHan]++
		}
	}
	sum := uint32(0)
	for i, n := range t.starts {
		sum += n
		t.starts[i] = sum
	}
	t.of = make([]uint16, sum)
	for i, line := range lines { // … and then where it begins
		syllable, all, _ := strings.Cut(line, " ")
		t.syllables = append(t.syllables, syllable)
		for _, c := range all {
			t.starts[c-firstHan]--
			t.of[t.starts[c-firstHan]] = uint16(i)
		}
	}
	return t
}

// numbers returns the syllables of a character.
func (t *readingTable) numbers(c rune) []uint16 {
	if c < firstHan || c > lastHan {
		return nil
	}
	return t.of[t.starts[c-firstHan]:t.starts[c-firstHan+1]]
}

// spellings holds, for each reading, how each syllable of its table is spelled.
var spellings = sync.OnceValue(func() (all [allReadings][][]string) {
	for _, s := range mandarin().syllables {
		all[Romanised] = append(all[Romanised], slices.Concat(pinyinOf(s), wadeGilesOf(s)))
		all[HangulMandarin] = append(all[HangulMandarin], []string{hangulOf(s)})
	}
	for _, s := range korean().syllables {
		all[HangulKorean] = append(all[HangulKorean], slices.Compact([]string{s, initialSound(s)}))
	}
	return all
})

// Spells returns how much of a text in Han characters, from its beginning on, is
// spelled by how much of a word, from its beginning on, in bytes: as much of the word
// as possible.
func (r Reading) Spells(text, word string) (han, letters int) {
	const most = 12 // characters
	return spells(r.table(), spellings()[r], text, word, most)
}

func (r Reading) table() *readingTable {
	if r == HangulKorean {
		return korean()
	}
	return mandarin()
}

// Begins reports whether a spelling of a Han character begins with a letter.
func (r Reading) Begins(c, letter rune) bool {
	if r == Romanised && 'a' <= letter && letter <= 'z' {
		return firstHan <= c && c <= lastHan && latinInitials()[c-firstHan]&(1<<(letter-'a')) != 0
	}
	for _, i := range r.table().numbers(c) {
		for _, s := range spellings()[r][i] {
			if first, _ := utf8.DecodeRuneInString(s); first == letter && s != "" {
				return true
			}
		}
	}
	return false
}

// latinInitials holds of each character a bit for each letter that it may begin with
// in Latin letters.
var latinInitials = sync.OnceValue(func() *[lastHan - firstHan + 1]uint32 {
	all := new([lastHan - firstHan + 1]uint32)
	for at := range all {
		for _, i := range mandarin().numbers(firstHan + rune(at)) {
			for _, s := range spellings()[Romanised][i] {
				if s != "" && 'a' <= s[0] && s[0] <= 'z' {
					all[at] |= 1 << (s[0] - 'a')
				}
			}
		}
	}
	return all
})

func spells(table *readingTable, spelled [][]string, text, word string, most int) (han, letters int) {
	if most == 0 || word == "" {
		return 0, 0
	}
	c, n := utf8.DecodeRuneInString(text)
	for _, i := range table.numbers(c) {
		for _, s := range spelled[i] {
			rest, ok := strings.CutPrefix(word, s)
			if !ok || s == "" {
				continue
			}
			if h, l := spells(table, spelled, text[n:], rest, most-1); len(s)+l > letters {
				han, letters = n+h, len(s)+l
			}
		}
	}
	return han, letters
}

// ReadAlike reports whether two Han characters may be read the same in Mandarin, as a
// simplified one and its traditional one are.
func ReadAlike(a, b rune) bool {
	x := mandarin().numbers(a)
	return a == b || slices.ContainsFunc(mandarin().numbers(b), func(i uint16) bool { return slices.Contains(x, i) })
}

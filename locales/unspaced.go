package locales

import "unicode/utf8"

// Unspaced says how names are told where nothing parts words and names have no
// capitals.
type Unspaced struct {
	Surnames []string   // of one or two characters
	Given    int        // characters of a given name, at most
	Titles   []string   // stand before the name of a person, or behind it
	Says     []string   // verbs and the like that stand behind a person
	Bodies   []string   // how names of bodies and places end
	Common   []string   // words that end so, or begin like the name of a person, and are no names
	Parts    string     // characters that a name does not have
	classes  []hanClass // of each Han character from firstHan on
}

// A hanClass says where in the lists a character stands: most stand in none, and need
// no second look.
type hanClass uint8

const (
	partsNames   hanClass = 1 << iota // in Parts
	opensSurname                      // begins a surname
	endsTitle                         // ends a title
	endsBody                          // ends the name of a body
)

const firstHan, lastHan = '\u4E00', '\u9FFF'

func (u *Unspaced) prepare() {
	if len(u.Bodies) == 0 {
		return
	}
	u.classes = make([]hanClass, lastHan-firstHan+1)
	mark := func(c rune, as hanClass) {
		if c >= firstHan && c <= lastHan {
			u.classes[c-firstHan] |= as
		}
	}
	for _, c := range u.Parts {
		mark(c, partsNames)
	}
	for _, s := range u.Surnames {
		c, _ := utf8.DecodeRuneInString(s)
		mark(c, opensSurname)
	}
	for _, s := range u.Titles {
		c, _ := utf8.DecodeLastRuneInString(s)
		mark(c, endsTitle)
	}
	for _, s := range u.Bodies {
		c, _ := utf8.DecodeLastRuneInString(s)
		mark(c, endsBody)
	}
}

func (u *Unspaced) is(c rune, as hanClass) bool {
	return c >= firstHan && c <= lastHan && u.classes[c-firstHan]&as != 0
}

// Holds reports whether a name of a language of which there are lists may have a character.
func (u *Unspaced) Holds(c rune) bool { return c >= firstHan && c <= lastHan && !u.is(c, partsNames) }

// OpensSurname reports whether a surname begins with a character.
func (u *Unspaced) OpensSurname(c rune) bool { return u.is(c, opensSurname) }

// EndsTitle reports whether a title ends with a character.
func (u *Unspaced) EndsTitle(c rune) bool { return u.is(c, endsTitle) }

// EndsBody reports whether the name of a body or a place ends with a character.
func (u *Unspaced) EndsBody(c rune) bool { return u.is(c, endsBody) }

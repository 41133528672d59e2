package locales

import (
	"embed"
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/language"
)

// Rules is what is known of a language. Lists that a locale does not have are
// those of the locale it inherits from.
type Rules struct {
	Tag          language.Tag `toml:"-"`
	Spoken       []string     // what Grammar.Sound may be; empty: "vowel" or "consonant"
	Length       float64      // characters of a text, without spaces, for one of its English translation (NTREX-128); 0: not known
	Run          int          // a common term of so many Han characters or less may be part of a longer word, if more follow
	Structure    Structure
	Mention      Mention
	Sentence     Sentence
	Article      Article
	Possessive   Possessive
	Series       []Series
	Sounds       map[string]Sound
	Merges       map[string]string // a word, and the article a term begins with, to what both become
	Own          []string          // articles a term may begin with
	Places       []string          // words before the name of a place that go by which place it is
	Gender       Gender
	Particles    Particles
	Sandhi       []Sandhi
	Suffix       Suffix
	Clitics      Clitics
	Declension   Declension
	Government   Government
	Determiners  []Determiner
	Contractions map[string]string // words that hold two: "im", "in dem"
	Attributes   Attributes
	Alternations []Alternation
	Names        Names
	Letters      Letters
	Unspaced     Unspaced
	Verbal       []Verbal
	Number       Number
	Phone        Phone
	Codes        Codes
	Numerals     Numerals
	Repetition   Repetition
	Negation     Negation
	Typography   Typography
	shapes       map[string][]cell // of Series
	numerals     *lazyNumerals     // of Numerals
}

// Structure lists the words by which the parts of a release are known.
type Structure struct {
	ReleaseTime []string `toml:"release-time"` // labels, without the colon
	Sections    []string // labels such as "Latest developments"
	EndMarks    []string `toml:"end-marks"` // whole, with their brackets
	PhotoCredit []string `toml:"photo-credit"`
	Datelines   []string // what a report opens with instead of place and day
	Days        []string // of the week, Monday first; empty where they have no capital
	Months      []string // January first; empty where months are numbered
}

// Codes lists the words that tell that a code follows.
type Codes struct {
	Exchanges []string // before a colon and the code of a share
}

// Mention lists the words that show that a form is being talked about.
type Mention struct {
	Before []string // directly before it, but for an article and a quotation mark
	After  []string // directly after it, but for a quotation mark
}

//go:embed rules/*.toml
var files embed.FS

// table holds every locale that has a file, by its tag. A file is read when it is
// asked for: to read all takes longer than to check a release.
var table = sync.OnceValue(func() map[string]func() *Rules {
	all := make(map[string]func() *Rules)
	entries, err := files.ReadDir("rules")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".toml")
		all[name] = sync.OnceValue(func() *Rules {
			r := load(path.Join("rules", e.Name()))
			r.Tag = language.MustParse(name)
			return r
		})
	}
	return all
})

// load reads one embedded file. They are checked by a test, so that a fault in
// one is a fault of the build.
func load(file string) *Rules {
	data, err := files.ReadFile(file)
	if err != nil {
		panic(err)
	}
	r := new(Rules)
	meta, err := toml.Decode(string(data), r)
	if err == nil && len(meta.Undecoded()) > 0 {
		err = fmt.Errorf("unknown keys %v", meta.Undecoded())
	}
	if err != nil {
		panic(fmt.Sprintf("%s: %v", file, err))
	}
	r.shapes = index(r.Series)
	r.numerals = new(lazyNumerals)
	r.Sentence.prepare()
	r.Unspaced.prepare()
	return r
}

var none = &Rules{}

// For returns the rules for a language: those of the nearest tag of its chain
// that has any, or rules that say nothing.
func For(tag language.Tag) *Rules {
	if rules, ok := table()[tag.String()]; ok { // mostly
		return rules()
	}
	for _, t := range Chain(tag) {
		if rules, ok := table()[t.String()]; ok {
			return rules()
		}
	}
	return none
}

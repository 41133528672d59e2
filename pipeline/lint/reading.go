package lint

// A Reading is what came of reading the findings of a rule, one by one, in texts
// that people and machines have translated. A finding was right if what it says is so of the
// text as it stands, and an editor would want to hear of it.
type Reading struct {
	Texts  Texts
	Read   int    // findings; none if there were none
	Right  int    // of them
	Others string // what the others were, without a full stop
}

// Texts names a collection of texts.
type Texts string

// The collections, as the head of the manual describes them.
const (
	Announcements Texts = "Debian"
	News          Texts = "NTREX"
	Abstracts     Texts = "bio-MQM"
	Pages         Texts = "web pages"
	Manuals       Texts = "manuals"
	Terminologies Texts = "TICO-19"
	FromChinese   Texts = "machine-translated from Chinese" // the rules were written with these in view
)

// Read returns how many findings of a rule were read in texts of others, and how
// many of them were right.
func (d *Doc) Read() (read, right int) {
	for _, r := range d.Readings {
		if r.Texts != FromChinese {
			read, right = read+r.Read, right+r.Right
		}
	}
	return read, right
}

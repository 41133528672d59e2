package glossary

import (
	"cmp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/language"
)

// scripts are those of which a term has a letter at least, by the script of its
// language. Names in Latin letters stand in every language.
var scripts = map[string][]*unicode.RangeTable{
	"Hans": {unicode.Han, unicode.Latin}, "Hant": {unicode.Han, unicode.Bopomofo, unicode.Latin},
	"Jpan": {unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Latin}, "Kore": {unicode.Hangul, unicode.Han, unicode.Latin},
	"Latn": {unicode.Latin}, "Cyrl": {unicode.Cyrillic, unicode.Latin}, "Grek": {unicode.Greek, unicode.Latin},
	"Arab": {unicode.Arabic, unicode.Latin}, "Hebr": {unicode.Hebrew, unicode.Latin}, "Thai": {unicode.Thai, unicode.Latin},
	"Deva": {unicode.Devanagari, unicode.Latin}, "Beng": {unicode.Bengali, unicode.Latin}, "Taml": {unicode.Tamil, unicode.Latin},
	"Telu": {unicode.Telugu, unicode.Latin}, "Khmr": {unicode.Khmer, unicode.Latin}, "Geor": {unicode.Georgian, unicode.Latin},
	"Armn": {unicode.Armenian, unicode.Latin}, "Ethi": {unicode.Ethiopic, unicode.Latin}, "Mymr": {unicode.Myanmar, unicode.Latin},
}

// An orthography is what a language is written with, as far as that is known.
type orthography struct {
	tag        language.Tag
	scripts    []*unicode.RangeTable // nil: not known, or several
	hangul     bool
	neighbours string // characters of others that look like its own
	has, lacks uint8  // the sets of Chinese characters that it does not write: in one and not in the other
}

func orthographyOf(tag language.Tag) *orthography {
	o := &orthography{tag: tag}
	if tag == language.Und {
		return o
	}
	base, _ := tag.Base()
	script, sure := tag.Script()
	if sure >= language.High || base.String() == "zh" {
		o.scripts = scripts[script.String()]
	}
	o.hangul = base.String() == "ko"
	o.neighbours = cmp.Or(neighbours[tag.String()], neighbours[base.String()])
	switch script.String() {
	case "Hans":
		o.has, o.lacks = traditional, simplified
	case "Hant":
		o.has, o.lacks = simplified, taiwan
	case "Jpan":
		o.has, o.lacks = simplified, japan
	}
	return o
}

// latinLike are the Greek letters that nobody takes for a sign.
const latinLike = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"

// foreign returns a letter of a script that a language is not written in, and
// whether there is none of its own. A Greek letter by itself is a sign.
func (o *orthography) foreign(text string) (strange rune, all bool) {
	if o.scripts == nil {
		return 0, false
	}
	all = true
	var last rune
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
		case unicode.In(r, o.scripts...):
			all = false
		case unicode.In(r, unicode.Common, unicode.Inherited):
		case unicode.Is(unicode.Greek, r) && !strings.ContainsRune(latinLike, r) && !unicode.Is(unicode.Greek, last) && strange == 0:
			strange = -r // unless another follows
		case strange <= 0:
			strange = r
		}
		last = r
	}
	return max(strange, 0), all && strange != 0
}

// The sets of Chinese characters that have their own shape somewhere, as far as
// the encodings of that place tell.
const (
	simplified  = 1 << iota // GB 2312 has it
	traditional             // Big5 has it among the frequent ones
	taiwan                  // Big5 has it
	hongkong                // its supplement has it
	frequent                // GB 2312 has it among the frequent ones
	japan                   // JIS X 0208 has it
)

// hanSets says in which of these sets a Chinese character is.
var hanSets = sync.OnceValue(func() map[rune]uint8 {
	sets := make(map[rune]uint8, 25_000)
	for _, s := range []struct {
		encoding           encoding.Encoding
		set                uint8
		first, last, trail byte // the lead bytes, and the first that may follow them
	}{
		{simplifiedchinese.GBK, simplified, 0xB0, 0xF7, 0xA1},
		{traditionalchinese.Big5, traditional, 0xA4, 0xC6, 0x40},
		{simplifiedchinese.GBK, frequent, 0xB0, 0xD7, 0xA1},
		{traditionalchinese.Big5, taiwan, 0xA4, 0xF9, 0x40},
		{traditionalchinese.Big5, hongkong, 0x81, 0xA0, 0x40},
		{traditionalchinese.Big5, hongkong, 0xFA, 0xFE, 0x40},
		{japanese.EUCJP, japan, 0xB0, 0xF4, 0xA1},
	} {
		decoder := s.encoding.NewDecoder()
		for lead := int(s.first); lead <= int(s.last); lead++ {
			for trail := int(s.trail); trail < 0xFF; trail++ {
				b, err := decoder.Bytes([]byte{byte(lead), byte(trail)})
				if r, n := utf8.DecodeRune(b); err == nil && n == len(b) && unicode.Is(unicode.Han, r) {
					sets[r] |= s.set
				}
			}
		}
	}
	return sets
})

// otherHan returns a Chinese character of a shape that a language does not use:
// a traditional one in simplified Chinese, or a simplified one in traditional
// Chinese or Japanese.
func (o *orthography) otherHan(text string) (rune, bool) {
	if o.has == 0 {
		return 0, false
	}
	sets := hanSets()
	for _, r := range text {
		if r < 0x3400 {
			continue
		}
		set := sets[r]
		if set&frequent == 0 && set&hongkong != 0 {
			continue // rare, and used there
		}
		if set&o.has != 0 && set&o.lacks == 0 {
			return r, true
		}
	}
	return 0, false
}

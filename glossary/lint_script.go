package glossary

import (
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

// writing returns the scripts that a language is written in; nil where that is
// not known, or where there are several.
func writing(tag language.Tag) []*unicode.RangeTable {
	script, sure := tag.Script()
	if base, _ := tag.Base(); tag == language.Und || sure < language.High && base.String() != "zh" {
		return nil
	}
	return scripts[script.String()]
}

// latinLike are the Greek letters that nobody takes for a sign.
const latinLike = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"

// foreign returns a letter of a script that a language is not written in, and
// whether there is none of its own. A Greek letter by itself is a sign.
func foreign(text string, tag language.Tag) (strange rune, all bool) {
	tables := writing(tag)
	if tables == nil {
		return 0, false
	}
	all = true
	var last rune
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
		case unicode.In(r, tables...):
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
func otherHan(text string, tag language.Tag) (rune, bool) {
	script, _ := tag.Script()
	var has, lacks uint8
	switch script.String() {
	case "Hans":
		has, lacks = traditional, simplified
	case "Hant":
		has, lacks = simplified, taiwan
	case "Jpan":
		has, lacks = simplified, japan
	default:
		return 0, false
	}
	for _, r := range text {
		if r >= 0x3400 {
			set := hanSets()[r]
			if set&frequent == 0 && set&hongkong != 0 {
				continue // rare, and used there
			}
			if set&has != 0 && set&lacks == 0 {
				return r, true
			}
		}
	}
	return 0, false
}

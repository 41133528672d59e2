package rules

import "strings"

// consonants says how the letters of Katakana and Cyrillic begin in Latin letters;
// those that are not listed are vowels or signs.
var consonants = map[string]string{
	"カキクケコ": "k", "ガギグゲゴ": "g", "サシスセソ": "s", "ザジズゼゾ": "z", "タテト": "t", "チ": "ch", "ツ": "ts", "ダヂヅデド": "d", "ナニヌネノン": "n",
	"ハヒヘホ": "h", "フ": "f", "バビブベボ": "b", "パピプペポ": "p", "マミムメモ": "m", "ラリルレロ": "r", "ワヲ": "w", "ヴ": "v",
	"бБ": "b", "вВ": "v", "гГ": "g", "дД": "d", "жЖзЗ": "z", "кК": "k", "лЛ": "l", "мМ": "m", "нН": "n", "пП": "p", "рР": "r", "сСшШщЩ": "s", "тТ": "t", "фФ": "f", "хХ": "h",
	"цЦ": "ts", "чЧ": "ch",
}

// consonantOf is consonants by letter.
var consonantOf = func() map[rune]string {
	all := make(map[rune]string)
	for letters, latin := range consonants {
		for _, c := range letters {
			all[c] = latin
		}
	}
	return all
}()

// unlike returns how many consonants of a word in Katakana or Cyrillic are not those of
// one in Latin letters. V is written as b in Japanese.
func unlike(token, latin string) int {
	var b strings.Builder
	for _, c := range token {
		b.WriteString(consonantOf[c])
	}
	fold := strings.NewReplacer("f", "b")
	x, y := fold.Replace(skeleton(b.String())), fold.Replace(skeleton(unaccented(latin)))
	return distanceOf([]rune(x), []rune(y))
}

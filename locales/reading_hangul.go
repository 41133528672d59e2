package locales

import "strings"

// Hangul syllables are numbered by their first consonant, vowel and last consonant.
const firstHangul, hangulVowels, hangulFinals = '가', 21, 28

// leads are the consonants that begin a Hangul syllable, in the order of Unicode.
const leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"

// hangulInitials and hangulEndings say how Mandarin is written in Korea: an
// ending is given as it is written behind no consonant.
var (
	hangulInitials = map[string]string{
		"b": "ㅂ", "p": "ㅍ", "m": "ㅁ", "f": "ㅍ", "d": "ㄷ", "t": "ㅌ", "n": "ㄴ", "l": "ㄹ", "g": "ㄱ", "k": "ㅋ", "h": "ㅎ", "j": "ㅈ", "q": "ㅊ", "x": "ㅅ",
		"zh": "ㅈ", "ch": "ㅊ", "sh": "ㅅ", "r": "ㄹ", "z": "ㅉ", "c": "ㅊ", "s": "ㅆ", "": "ㅇ",
	}
	hangulEndings = map[string]string{
		"a": "아", "o": "오", "e": "어", "i": "이", "u": "우", "v": "위", "ai": "아이", "ei": "에이", "ao": "아오", "ou": "어우", "an": "안", "en": "언", "ang": "앙", "eng": "엉", "ong": "웅", "er": "얼",
		"ia": "야", "ie": "예", "iao": "야오", "iu": "유", "ian": "옌", "in": "인", "iang": "양", "ing": "잉", "iong": "융", "io": "요",
		"ua": "와", "uo": "워", "uai": "와이", "ui": "우이", "uan": "완", "un": "운", "uang": "왕", "ve": "웨", "van": "위안", "vn": "윈",
	}
	hangulWhole = map[string]string{ // syllables that begin with a vowel
		"yi": "이", "ya": "야", "ye": "예", "yao": "야오", "you": "유", "yan": "옌", "yin": "인", "yang": "양", "ying": "잉", "yong": "융", "yo": "요", "yai": "야이",
		"wu": "우", "wa": "와", "wo": "워", "wai": "와이", "wei": "웨이", "wan": "완", "wen": "원", "wang": "왕", "weng": "웡", "yu": "위", "yue": "웨", "yuan": "위안", "yun": "윈",
		"zhi": "즈", "chi": "츠", "shi": "스", "ri": "르", "zi": "쯔", "ci": "츠", "si": "쓰",
	}
	afterPalatal = map[rune]rune{'야': '아', '예': '에', '요': '오', '유': '우', '양': '앙', '옌': '엔', '융': '웅'} // ㅈ ㅉ ㅊ
)

// hangulOf returns how a syllable of Pinyin is written in Hangul.
func hangulOf(syllable string) string {
	if whole := hangulWhole[syllable]; whole != "" {
		return whole
	}
	initial, final := initialOf(syllable)
	if strings.HasPrefix(final, "u") && initial != "" && strings.Contains("jqx", initial) {
		final = "v" + final[1:]
	}
	ending := []rune(hangulEndings[final])
	if len(ending) == 0 {
		return ""
	}
	if open, ok := afterPalatal[ending[0]]; ok && initial != "" && strings.Contains("jqzhch", initial) && initial != "h" {
		ending[0] = open
	}
	lead := strings.Index(leads, hangulInitials[initial]) / len("ㄱ")
	ending[0] = firstHangul + rune(lead)*hangulVowels*hangulFinals + (ending[0]-firstHangul)%(hangulVowels*hangulFinals)
	return string(ending)
}

// initialSound returns a Hangul syllable as it is read at the beginning of a word: 림 as 임.
func initialSound(syllable string) string {
	const n, l, none = 2, 5, 11             // ㄴ ㄹ ㅇ
	light := []rune{2, 3, 6, 7, 12, 17, 20} // ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ
	c := []rune(syllable)[0] - firstHangul
	lead, rest := c/(hangulVowels*hangulFinals), c%(hangulVowels*hangulFinals)
	before := false
	for _, v := range light {
		before = before || rest/hangulFinals == v
	}
	switch {
	case before && (lead == n || lead == l):
		lead = none
	case lead == l:
		lead = n
	}
	return string(firstHangul + lead*hangulVowels*hangulFinals + rest)
}

package locales

import "strings"

// pinyinOf returns how a syllable of Pinyin is spelled where letters have no marks.
func pinyinOf(syllable string) []string {
	initial, final, ok := strings.Cut(syllable, "v")
	if !ok {
		return []string{syllable}
	}
	return []string{initial + "u" + final, syllable, initial + "yu" + final}
}

// wadeInitials and wadeFinals turn the parts of Pinyin into those of Wade and Giles,
// without apostrophes.
var (
	wadeInitials = map[string]string{"b": "p", "p": "p", "d": "t", "t": "t", "g": "k", "k": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "ch": "ch", "r": "j", "z": "ts", "c": "ts"}
	wadeFinals   = map[string]string{
		"ian": "ien", "ie": "ieh", "iong": "iung", "ong": "ung", "ve": "ueh", "v": "u", "van": "uan", "vn": "un", "er": "erh",
	}
	wadeWhole = map[string][]string{ // syllables that follow no rule
		"yan": {"yen"}, "ye": {"yeh"}, "yi": {"yi", "i"}, "you": {"yu"}, "yue": {"yueh"}, "yong": {"yung"}, "yu": {"yu"}, "yuan": {"yuan"}, "yun": {"yun"}, "yo": {"yo"},
		"zhi": {"chih"}, "chi": {"chih"}, "shi": {"shih"}, "ri": {"jih"}, "zi": {"tzu"}, "ci": {"tzu", "tsu"}, "si": {"szu", "ssu", "su"},
		"ge": {"ko", "ke"}, "ke": {"ko", "ke"}, "he": {"ho", "he"}, "e": {"e", "o"}, "gui": {"kuei"}, "kui": {"kuei"},
		"duo": {"to"}, "tuo": {"to"}, "nuo": {"no"}, "luo": {"lo"}, "zuo": {"tso"}, "cuo": {"tso"}, "suo": {"so"}, "zhuo": {"cho"}, "chuo": {"cho"}, "ruo": {"jo"},
	}
)

// wadeGilesOf returns how a syllable of Pinyin is spelled by Wade and Giles.
func wadeGilesOf(syllable string) []string {
	if all := wadeWhole[syllable]; all != nil {
		return all
	}
	initial, final := initialOf(syllable)
	if strings.HasPrefix(final, "u") && strings.Contains("jqx", initial) && initial != "" { // xu, xue, xuan, xun
		final = "v" + final[1:]
	}
	if wade := wadeFinals[final]; wade != "" {
		final = wade
	}
	if wade := wadeInitials[initial]; wade != "" {
		initial = wade
	}
	return []string{initial + final}
}

// initialOf parts a syllable of Pinyin.
func initialOf(syllable string) (initial, final string) {
	for _, two := range []string{"zh", "ch", "sh"} {
		if final, ok := strings.CutPrefix(syllable, two); ok {
			return two, final
		}
	}
	if syllable != "" && strings.Contains("bpmfdtnlgkhjqxrzcsyw", syllable[:1]) {
		return syllable[:1], syllable[1:]
	}
	return "", syllable
}

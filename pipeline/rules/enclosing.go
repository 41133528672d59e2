package rules

// encloses reports whether a character opens what it encloses, in any script; the
// straight quotation mark does not say.
func encloses(r rune) bool {
	switch r {
	case '(', '[', '（', '［', '【', '〔', '「', '『', '《', '〈', '“', '„', '«', '‘':
		return true
	}
	return false
}

// discloses reports whether a character closes what one of those has opened.
func discloses(r rune) bool {
	switch r {
	case ')', ']', '）', '］', '】', '〕', '」', '』', '》', '〉', '”', '»':
		return true
	}
	return false
}

// inHan reports whether a character is one of the usual Han characters: quickly, as
// nearly all are in a text of them.
func inHan(r rune) bool { return '一' <= r && r <= '鿿' }

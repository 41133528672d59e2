package locales

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// written returns words before the term as the table of shapes has them.
func written(words []token, text string) string {
	var all []string
	for _, w := range words {
		all = append(all, strings.ReplaceAll(plainly(text[w.span.Start:w.span.End]), "’", "'"))
	}
	return strings.Join(all, " ")
}

// put writes a shape in the place of the words directly before the term. Line
// breaks stay between words: one behind a word that is now glued to the term moves
// before that word.
func (f *fitting) put(words []token, shape string) {
	start, last := words[0].span.Start, words[len(words)-1]
	end := last.span.End + len(last.gap)
	old := f.Text[start:end]
	shape = f.dress(old, shape)
	parts := strings.Fields(shape)
	glued := strings.HasSuffix(shape, "'") || strings.HasSuffix(shape, "’")
	if last.quoted && glued != last.elided {
		f.unsure("doubt.elision")
	}
	gaps, need := f.spread(words, len(parts), glued)
	var b strings.Builder
	if len(gaps) > need { // a line break that has no place left
		to, ok := spaceBefore(f.Text, start)
		if !ok || to.End != start {
			f.unsure("doubt.elision")
			return
		}
		start = to.Start
		b.WriteString(gaps[0][strings.IndexAny(gaps[0], "\r\n"):])
		gaps = gaps[1:]
	}
	for i, p := range parts {
		b.WriteString(p)
		if i < len(gaps) {
			b.WriteString(gaps[i])
		}
	}
	new := b.String()
	// A first word that stays is left alone.
	if head := parts[0] + " "; len(words) > 1 && len(parts) > 1 && strings.HasPrefix(new, head) && strings.HasPrefix(f.Text[start:end], head) {
		start, new = start+len(head), new[len(head):]
	}
	f.change(start, end, new)
}

// spread returns the white space between the words of a shape and behind it: that
// which stands there, line breaks first, or else spaces. If all of it must go,
// and a line break is in it, that is returned in front of those needed.
func (f *fitting) spread(words []token, parts int, glued bool) (gaps []string, need int) {
	if need = parts; glued {
		need--
	}
	for _, w := range words {
		if w.gap != "" {
			gaps = append(gaps, w.gap)
		}
	}
	for len(gaps) < need {
		gaps = append(gaps, " ")
	}
	for len(gaps) > need {
		plain := slices.IndexFunc(gaps, func(g string) bool { return !strings.ContainsAny(g, "\r\n") })
		if plain < 0 {
			break
		}
		gaps = slices.Delete(gaps, plain, plain+1)
	}
	return gaps, need
}

// dress gives a shape the capitals and the apostrophe of what it replaces.
func (f *fitting) dress(old, shape string) string {
	if strings.Contains(shape, "'") {
		mark := f.apostrophe(old, f.Text)
		if mark == "" {
			mark = "'"
		}
		shape = strings.ReplaceAll(shape, "'", mark)
	}
	if allCaps(f.word) && old == strings.ToUpper(old) {
		return strings.ToUpper(shape)
	}
	if c, _ := utf8.DecodeRuneInString(old); unicode.IsUpper(c) {
		c, n := utf8.DecodeRuneInString(shape)
		return string(unicode.ToUpper(c)) + shape[n:]
	}
	return shape
}

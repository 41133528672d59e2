package locales

import (
	"slices"
	"strings"
	"testing"
)

func TestInflectionGerman(t *testing.T) {
	loadDeclension(t, "de").run(t, func(s *declensionSuite, x declensionTest) (got, want string) {
		want = strings.TrimSpace(x.want)
		article, noun := "", x.source
		switch x.asked["definiteness"] {
		case "definite":
			article = "das"
		case "indefinite":
			article = "ein"
		}
		if first, rest, ok := strings.Cut(noun, " "); ok && startsUpper(rest) {
			if _, agrees, closed := s.rules.determiner(strings.ToLower(first)); closed {
				article, noun = strings.ToLower(first), rest
				x.source, x.agrees = noun, agrees
			}
		}
		switch x.kind {
		case "indefArticle":
			article, noun = "ein", ""
		case "defArticleInPreposition":
			article, noun = "im", ""
		case "withDefArticleInPreposition":
			article = "im"
		case "withPossArticle":
			article = "dein"
		}
		if _, agrees, closed := s.rules.determiner(strings.ToLower(noun)); closed {
			return s.alone(x, strings.ToLower(noun), agrees), want
		}
		return s.phrase(x, article, noun), want
	})
}

// phrase returns a noun in the slot that is asked for, with an article of the
// kind of another that agrees with it.
func (s *declensionSuite) phrase(x declensionTest, article, noun string) string {
	text := ""
	if noun != "" {
		if text = s.inflect(x); text == "" || article == "" {
			return text
		}
	}
	head := s.cell(x)
	is := ""
	if head != "" {
		is = s.rules.determine(article, head)
	}
	if is == "" {
		return ""
	}
	return strings.TrimSpace(is + " " + text)
}

// alone returns an article without a noun.
func (s *declensionSuite) alone(x declensionTest, article string, agrees cells) string {
	var all []string
	for _, cell := range agrees {
		head, of, _ := strings.Cut(cell, ".")
		if g := slotNames[x.asked["gender"]]; g != "" {
			head = g
		}
		if c := slotNames[x.asked["case"]]; c != "" {
			of = c
		}
		if form := s.rules.determine(article, head+"."+of); !slices.Contains(all, form) {
			all = append(all, form)
		}
	}
	if len(all) != 1 {
		return ""
	}
	return all[0]
}

// cell returns the gender or pl, and the case, that an article must have.
func (s *declensionSuite) cell(x declensionTest) string {
	cell := ""
	for _, w := range s.words {
		for _, from := range w {
			for _, slot := range from.slots(x) {
				if n := slotNames[x.asked["number"]]; n != "" {
					slot.Number = n
				}
				if c := slotNames[x.asked["case"]]; c != "" {
					slot.Case = c
				}
				head := from.grammar.Gender
				if slot.Number == "pl" {
					head = "pl"
				}
				if cell != "" && cell != head+"."+slot.Case {
					return ""
				}
				cell = head + "." + slot.Case
			}
		}
	}
	return cell
}

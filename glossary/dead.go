package glossary

import (
	"regexp"
	"regexp/syntax"
	"unicode"
	"unicode/utf8"

	"github.com/concord-l10n/concord"
)

// dead reports conditions with an alternative that can never hold: it asks for a
// letter directly beside a term that no letter may touch. "Park" is meant as
// "\s+Park".
func (l *linter) dead(t *Term) {
	first, _ := utf8.DecodeRuneInString(t.Text)
	last, _ := utf8.DecodeLastRuneInString(t.Text)
	if bare(t.When.LeftNot, first, false) {
		l.report(t, concord.Warning, "glossary.lint.left-not", map[string]any{"Term": t.Text})
	}
	if !t.Prefix && bare(t.When.RightNot, last, true) && !isHangul(last) {
		l.report(t, concord.Warning, "glossary.lint.right-not", map[string]any{"Term": t.Text})
	}
}

func bare(re *regexp.Regexp, beside rune, right bool) bool {
	if re == nil {
		return false
	}
	tree, err := syntax.Parse(re.String(), syntax.Perl)
	return err == nil && touches(tree, func(r rune) bool { return unicode.IsLetter(r) && touching(beside, r) }, right)
}

// touches reports whether an alternative of a pattern begins (right), or ends,
// with nothing but characters that cannot stand there.
func touches(re *syntax.Regexp, barred func(rune) bool, right bool) bool {
	switch re.Op {
	case syntax.OpLiteral:
		if right {
			return barred(re.Rune[0])
		}
		return barred(re.Rune[len(re.Rune)-1])
	case syntax.OpCharClass: // pairs of bounds
		for _, r := range re.Rune {
			if !barred(r) {
				return false
			}
		}
		return len(re.Rune) > 0
	case syntax.OpCapture, syntax.OpPlus:
		return touches(re.Sub[0], barred, right)
	case syntax.OpAlternate:
		for _, sub := range re.Sub {
			if touches(sub, barred, right) {
				return true
			}
		}
	case syntax.OpConcat:
		for i := range re.Sub {
			sub := re.Sub[i]
			if !right {
				sub = re.Sub[len(re.Sub)-1-i]
			}
			switch sub.Op {
			case syntax.OpBeginText, syntax.OpEndText, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpWordBoundary, syntax.OpNoWordBoundary, syntax.OpEmptyMatch:
				continue // stands nowhere
			}
			return touches(sub, barred, right)
		}
	}
	return false
}

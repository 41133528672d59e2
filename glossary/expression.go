package glossary

import (
	"errors"
	"regexp/syntax"

	"github.com/concord-l10n/concord"
)

// expressionFaults say in the words of the catalogue what keeps a regular
// expression from being read.
var expressionFaults = map[syntax.ErrorCode]string{
	syntax.ErrMissingParen:          "paren",
	syntax.ErrUnexpectedParen:       "paren",
	syntax.ErrMissingBracket:        "bracket",
	syntax.ErrInvalidCharClass:      "class",
	syntax.ErrInvalidCharRange:      "class",
	syntax.ErrInvalidEscape:         "escape",
	syntax.ErrTrailingBackslash:     "escape",
	syntax.ErrMissingRepeatArgument: "repeat",
	syntax.ErrInvalidRepeatOp:       "part",
	syntax.ErrInvalidRepeatSize:     "part",
	syntax.ErrInvalidPerlOp:         "part",
	syntax.ErrInvalidNamedCapture:   "part",
}

// expressionFault returns why a regular expression cannot be read, in words of the
// catalogue if there are any.
func expressionFault(err error) any {
	var fault *syntax.Error
	if !errors.As(err, &fault) || expressionFaults[fault.Code] == "" {
		return err.Error()
	}
	part := fault.Expr
	if fault.Code == syntax.ErrTrailingBackslash {
		part = `\`
	}
	return concord.Message{ID: "glossary.pattern." + expressionFaults[fault.Code], Args: map[string]any{"Part": part}}
}

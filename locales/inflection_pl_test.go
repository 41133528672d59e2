package locales

import (
	"strings"
	"testing"
)

func TestInflectionPolish(t *testing.T) {
	loadInflection(t, "pl").run(t, func(s *paradigmSuite, x inflectionTest) (got, want string) {
		if prep := x.source("withPreposition"); prep != "" {
			return s.rules.prefixed(prep, x.Source.Text), x.Result.Text
		}
		return s.inflect(x), strings.TrimSpace(x.Result.Text)
	})
}

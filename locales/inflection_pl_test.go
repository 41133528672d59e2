package locales

import (
	"strings"
	"testing"
)

func TestInflectionPolish(t *testing.T) {
	loadDeclension(t, "pl").run(t, func(s *declensionSuite, x declensionTest) (got, want string) {
		if prep := x.asked["withPreposition"]; prep != "" {
			return s.rules.prefixed(prep, x.source), x.want
		}
		return s.inflect(x), strings.TrimSpace(x.want)
	})
}

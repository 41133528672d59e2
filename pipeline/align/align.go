package align

import "github.com/concord-l10n/concord"

func Pairs(source, target *concord.Document) []concord.Pair   { return nil }
func Keys(source, target *concord.Document) *concord.Document { return target }

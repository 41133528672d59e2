// Package locales says how text in a language looks and bends: quotation
// marks, spacing, dashes, articles, elision, particles, case. What holds for a
// language is found by its tag and inherited: fr-CH from fr, fr from und.
package locales

import "golang.org/x/text/language"

// Chain returns tag and the tags it falls back to, nearest first and without
// und: zh-Hant-HK, zh-Hant; en-GB, en. Chinese without a script is zh-Hans.
func Chain(tag language.Tag) []language.Tag {
	var chain []language.Tag
	for t := tag; t != language.Und; t = t.Parent() {
		if t == language.Chinese {
			t = language.SimplifiedChinese
		}
		if len(chain) == 0 || chain[len(chain)-1] != t {
			chain = append(chain, t)
		}
		if t == language.SimplifiedChinese || t == language.TraditionalChinese {
			break
		}
	}
	return chain
}

// Package rules holds the rules. A rule is one file here.
package rules

import "github.com/concord-l10n/concord/pipeline/lint"

// All lists the rules in the order of their priority: where the fixes of two
// collide, the earlier one prevails and the later one is heard again. Terms
// come before typography, because a dash or a quotation mark may be part of a
// name.
//
// Left out: spelling, style and grammar at large. There are tools for them, and
// none of them is certain enough to edit unasked. Accelerators, plural forms and
// sizes of dialogs are of the catalogues of programs, not of releases. Which
// capitals a title has, how many sentences a paragraph, and whether ... is … are
// matters of the language and the house, in which texts of translators differ.
var All = []*lint.Rule{
	Term,
	FirstMention,
	TermMissing,
	Untranslated,
	CodeDiffers,
	URLDiffers,
	PhoneDiffers,
	TagBroken,
	TagDiffers,
	LengthRatio,
	NegationLost,
	EndMarkDiffers,
	EndMarkMissing,
	Caption,
	NumberValue,
	DateValue,
	UnitValue,
	NumberMissing,
	NumberExtra,
	NumberPlaceholder,
	NumberGroup,
	NumberRange,
	NumberConflict,
	NumberImplausible,
	DatelineDay,
	AndOthers,
	TranslationVaries,
	SourceVaries,
	NameRendering,
	TeaserTitle,
	RoleHolder,
	NameVariant,
	StrayQuote,
	QuoteSpace,
	UnopenedQuote,
	Unbalanced,
	Dash,
	Minus,
	DayRange,
	SemicolonCase,
	QuoteStyle,
	QuoteLocale,
	PunctuationWidth,
	PunctuationSpace,
	DoubledMark,
	DoubleSpace,
	TrailingSpace,
	Homoglyph,
	Invisible,
	Bidi,
	SourceScript,
	DoubledWord,
	RepeatedClause,
	Leftover,
	TitleMissing,
	FieldEmpty,
	DateMissing,
	AgencyMissing,
	MissingParagraph,
	ExtraParagraph,
	UnsurePairing,
	UnusedSuppression,
}

// Find returns the rule of a name, or nil.
func Find(name string) *lint.Rule {
	for _, r := range All {
		if r.Name == name {
			return r
		}
	}
	return nil
}

package locales

// Wants returns the keys of what a glossary should say of a term, and does not,
// so that the words and endings beside it can be chosen: "sound", "poss",
// "gender", "decl or forms". It is empty if all is known or can be told from spelling.
func (r *Rules) Wants(term string, g Grammar, p Paradigm, proper bool) []string {
	f := fitting{Rules: r, Swap: Swap{New: term, Was: term, Now: g, Old: g, Proper: proper}, found: term, word: term}
	var keys []string
	for _, need := range []struct {
		key string
		not func(*fitting) bool
	}{{"sound", (*fitting).unheard}, {"poss", (*fitting).unowned}} {
		if need.not(&f) {
			keys = append(keys, need.key)
		}
	}
	if r.gendered() && g.Gender == "" {
		keys = append(keys, "gender")
	}
	if len(r.Declension.Cases) > 0 && len(p) == 0 {
		keys = append(keys, "decl or forms")
	}
	return keys
}

// unheard reports whether it is not certain how the term begins or ends, where
// the language goes by that.
func (f *fitting) unheard() bool {
	if f.Article.Vowel != "" && f.sound(f.New) == "" {
		return true
	}
	for _, s := range f.Sounds {
		if s.class(f.New, f.Now.Sound) < 0 {
			return true
		}
	}
	if len(f.Suffix.Templates) > 0 {
		if _, known := f.tail(f.New, f.Now.Sound); !known && f.Proper {
			return true
		}
	}
	if len(f.Particles.Pairs) > 0 {
		if _, known := finalSound(f.New, f.Now.Sound); !known {
			return true
		}
	}
	return false
}

// unowned reports whether a term may end in a possessive or may not.
func (f *fitting) unowned() bool {
	return len(f.Suffix.Templates) > 0 && len(f.possessed()) > 1
}

package locales

// Typography says which marks a language uses. An empty field: concord does
// not know, and leaves the marks alone.
type Typography struct {
	Dash          string   // between words, with a space on each side
	Range         string   // between two days of a month
	Minus         string   // before a temperature
	FunctionWords []string `toml:"function-words"` // are lower case after a semicolon
	Adverbs       []string // endings of words that are lower case after a semicolon
}

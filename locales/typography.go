package locales

// Typography says which marks a language uses. An empty field: concord does
// not know, or the language has no one habit, and the marks are left alone.
type Typography struct {
	OpenQuote     string         `toml:"open-quote"` // of double quotation marks, where they are “ and ”
	CloseQuote    string         `toml:"close-quote"`
	Quotes        []string       // pairs of double quotation marks, the opening one and the closing one: the usual first
	Spaced        string         // marks that have a blank before them
	Dash          string         // between words, with a space on each side
	Range         string         // between two days of a month
	Minus         string         // before a temperature
	Upright       bool           // italics are not used, or seldom: what is stressed is bold, dotted or in quotation marks
	Degrees       []string       // units of temperature in words
	Ranges        []string       // words between the two numbers of a range: "to"
	ShortMonths   map[string]int `toml:"short-months"` // from 1
	Undated       []string       // before a month that no day follows: "in August"
	CompoundFirst []string       `toml:"compound-first"` // first parts of words with a hyphen, which engines take apart
	CompoundLast  []string       `toml:"compound-last"`  // and last parts
	FunctionWords []string       `toml:"function-words"` // lower case inside a sentence, and no part of a name …
	Surnames      []string       // … but for these, which are surnames as well or open titles
	Adverbs       string         // the ending of words that are lower case inside a sentence …
	NoAdverbs     []string       `toml:"no-adverbs"` // … but for these names, or words that have a capital for another reason
}

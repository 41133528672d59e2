package locales

// Repetition says what a language repeats on purpose, and what it does not.
type Repetition struct {
	Doubled []string    // words that may follow themselves, in lower case; empty: not known
	More    []string    // words between a word and the same once more: "and" in "more and more", "by" in "one by one"
	Least   int         // words that are repeated by mistake: fewer are one word that is doubled; 0: two
	Ranges  [][2]string // the words of a way from one thing to another: from, to
	After   [][2]string // the same where such words stand behind what they are about: "から", "へ"
	Behind  []string    // words that may follow a way and say nothing of where it leads
	Last    bool        // the verb may end a clause, so that one word behind a way is that
	Opposed []string    // words between two things that are told apart
	Glued   []Glued     // words of a script without spaces that do not follow themselves
	Pairs   Pairs       // words of Han characters
	Ends    []string    // how the words end that are sought, as with a particle; empty: any
}

// Glued says where a word of a script without spaces stands twice and must not.
type Glued struct {
	Word string
	Open bool     // other words begin with it in the same script: behind both must stand something else
	Not  []string // longer words and phrases that have it twice
}

// Pairs says which words of Han characters may stand twice in a row.
type Pairs struct {
	Next  string   // characters that may stand behind a word that stands twice by mistake; empty: not known
	Opens string   // characters that begin what is doubled to stress or to count: "一个一个"
	Fine  []string // other words that may be doubled
}

package locales

// Repetition says what a language repeats on purpose, and what it does not.
type Repetition struct {
	Doubled []string    // words that may follow themselves, in lower case; empty: not known
	Ranges  [][2]string // the words of a way from one thing to another: from, to
	Opposed []string    // words between two things that are told apart
}

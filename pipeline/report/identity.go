package report

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
)

// identify gives every item its fingerprint and id. A fingerprint is made of
// the rule, the file, what demands the rule, the sentence with its white space
// folded, and a count among items that share all of these. It knows no line
// numbers, so an edit elsewhere in the file does not change it. An id shows as
// much of it as tells the items of the report apart, six digits or more.
func identify(items []Item) {
	seen := make(map[traits]int, len(items))
	open := make([]*Item, len(items))
	var key []byte
	file, clean := "", slashed("")
	for i := range items {
		it := &items[i]
		if it.Start.File != file {
			file = it.Start.File
			clean = slashed(file)
		}
		key = key[:0]
		for _, part := range [...]string{it.Finding.Rule, clean, it.Finding.Authority} {
			key = append(append(key, part...), 0)
		}
		key = append(key, it.sentence...)
		same := traits{it.Finding.Rule, clean, it.Finding.Authority, it.sentence}
		n := seen[same]
		seen[same] = n + 1
		key = strconv.AppendInt(append(key, 0), int64(n), 10)
		sum := sha256.Sum256(key)
		it.Fingerprint = hex.EncodeToString(sum[:])
		open[i] = it
	}
	for digits := 6; len(open) > 0; digits++ {
		share := make(map[string]int, len(open))
		for _, it := range open {
			share[it.Fingerprint[:digits]]++
			it.ID = "F-" + it.Fingerprint[:digits]
		}
		open = slices.DeleteFunc(open, func(it *Item) bool { return share[it.Fingerprint[:digits]] == 1 })
	}
}

// Traits are what the fingerprint of an item is made of, but for the count.
type traits struct{ rule, file, authority, sentence string }

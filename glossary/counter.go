package glossary

import (
	"math"
	"math/bits"
)

// A counter estimates how many different hashes it has seen, from how many bits
// of a bitmap they leave unset: to within about a hundredth, if there are not
// many more than bits.
type counter struct {
	bitmap []uint64
	shift  uint
}

// newCounter returns a counter for up to about n hashes.
func newCounter(n int) *counter {
	shift := uint(64 - max(10, bits.Len(uint(n))))
	return &counter{make([]uint64, 1<<(64-shift)/64), shift}
}

func (c *counter) add(h uint64) {
	h >>= c.shift
	c.bitmap[h>>6] |= 1 << (h & 63)
}

func (c *counter) estimate() int {
	unset := 0
	for _, w := range c.bitmap {
		unset += 64 - bits.OnesCount64(w)
	}
	size := float64(64 * len(c.bitmap))
	return int(size * math.Log(size/max(1, float64(unset))))
}

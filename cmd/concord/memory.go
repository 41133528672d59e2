package main

import (
	"math"
	"runtime"
	"runtime/debug"
)

// uncollected is how much memory a run may take, in bytes, before garbage is
// collected for the first time. Most runs end before that.
const uncollected = 64 << 20

// patient has a run wait with collecting garbage until it has taken so much
// memory; from then on it collects as every program in Go does. What GOGC or
// GOMEMLIMIT say in its place holds.
func patient(env func(string) string) {
	if env("GOGC") != "" || env("GOMEMLIMIT") != "" {
		return
	}
	usual := debug.SetGCPercent(-1)
	debug.SetMemoryLimit(uncollected)
	type sentinel struct{ _ *byte }
	runtime.SetFinalizer(new(sentinel), func(*sentinel) { // garbage has been collected
		if since := debug.SetGCPercent(usual); since >= 0 {
			debug.SetGCPercent(since) // spare came before
		}
		debug.SetMemoryLimit(math.MaxInt64)
	})
}

// spare makes a run that takes all of a large glossary into memory more sparing
// with it. The bytes of a glossary need no looking through, so that it costs
// little to collect garbage more often than when memory has doubled.
func (t *tool) spare(size int64) {
	if size <= 16<<20 || t.env("GOGC") != "" {
		return
	}
	debug.SetGCPercent(25)
	if t.env("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(math.MaxInt64)
	}
}

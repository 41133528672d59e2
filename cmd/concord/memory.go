package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// uncollected is how much memory a run may take, in bytes, before garbage is
// collected, and how much it may take then until it is collected again.
const uncollected = 64 << 20

// patient has a run wait with collecting garbage until it has taken so much
// memory since the last time, or as much as every program in Go waits for if
// that is more. Most runs end before. What GOGC or GOMEMLIMIT say in its place
// holds.
func patient(env func(string) string) {
	if env("GOGC") != "" || env("GOMEMLIMIT") != "" {
		return
	}
	usual, set := debug.SetGCPercent(-1), -1
	debug.SetMemoryLimit(uncollected)
	var collected func()
	type sentinel struct{ _ *byte }
	arm := func() { runtime.SetFinalizer(new(sentinel), func(*sentinel) { collected() }) }
	collected = func() { // garbage has been, just now
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		next := max(usual, int(uncollected*100/max(1, live[0].Value.Uint64())))
		if since := debug.SetGCPercent(next); since != set {
			debug.SetGCPercent(since) // spare came before
			return
		}
		set = next
		debug.SetMemoryLimit(math.MaxInt64)
		arm()
	}
	arm()
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

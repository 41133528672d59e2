//go:build unix

package pipeline_test

import (
	"syscall"
	"time"
)

// cpuTime returns what this process has used of the processors: on a shared
// machine a better measure than the clock.
func cpuTime() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano())
}

package pipeline

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
)

// A PanicError is a defect of concord that one release brought to light. The
// other releases are not affected.
type PanicError struct {
	File  string
	Value any
	Stack []byte
}

// Error names the file; the stack is for the report of the defect.
func (e *PanicError) Error() string {
	return fmt.Sprintf("%s: internal error: %v; the file was left as it was, please report this with the file", e.File, e.Value)
}

// Each runs jobs with a number of workers and hands every outcome to done, in
// the order of the jobs and one at a time, whatever the number of workers.
// When ctx is cancelled it starts no further job and returns ctx's error.
func (p *Pipeline) Each(ctx context.Context, jobs []Job, workers int, done func(job int, res *Result, err error)) error {
	type outcome struct {
		res *Result
		err error
	}
	workers = max(1, min(workers, len(jobs)))
	slots := make([]chan outcome, len(jobs))
	for i := range slots {
		slots[i] = make(chan outcome, 1)
	}
	next := make(chan int)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := range next {
				res, err := p.contained(jobs[i])
				slots[i] <- outcome{res, err}
			}
		})
	}
	// A worker may run ahead of the slowest job by a few, so that finished
	// releases do not pile up in memory.
	ahead := make(chan struct{}, 4*workers)
	go func() {
		defer close(next)
		for i := range jobs {
			select {
			case ahead <- struct{}{}:
			case <-ctx.Done():
				return
			}
			next <- i
		}
	}()
	defer wg.Wait()
	for i := range jobs {
		select {
		case o := <-slots[i]:
			done(i, o.res, o.err)
			<-ahead
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// contained runs one job and turns a panic into an error of that job; so too the
// loss of memory that a file was mapped to.
func (p *Pipeline) contained(job Job) (res *Result, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if v := recover(); v != nil {
			res, err = nil, &PanicError{File: job.file(), Value: v, Stack: debug.Stack()}
		}
	}()
	return p.Run(job)
}

func (j Job) file() string {
	if len(j.Targets) > 0 {
		return j.Targets[0].File
	}
	return j.Name
}

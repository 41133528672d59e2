package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline"
	"github.com/concord-l10n/concord/pipeline/format"
)

// A fault is something that keeps a command from running, with the next step.
type fault struct {
	concord.Message
	say string // in the reader's language
}

// Error says what is wrong.
func (f *fault) Error() string { return f.say }

// message makes a message of an id, and names and values by turns.
func message(id string, pairs ...any) concord.Message {
	m := concord.Message{ID: id, Args: make(map[string]any)}
	for i := 0; i+1 < len(pairs); i += 2 {
		m.Args[pairs[i].(string)] = pairs[i+1]
	}
	return m
}

// text says a message.
func (t *tool) text(id string, pairs ...any) string { return t.say.Say(message(id, pairs...)) }

// tell writes a line to standard error.
func (t *tool) tell(id string, pairs ...any) {
	fmt.Fprintln(t.err, visible(t.say.Say(message(id, pairs...))))
}

func (t *tool) fault(id string, pairs ...any) error {
	m := message(id, pairs...)
	return &fault{m, t.say.Say(m)}
}

// complain writes what is wrong to standard error, a line for each error.
func (t *tool) complain(err error) {
	for _, line := range t.lines(err) {
		fmt.Fprintln(t.err, visible(line))
	}
}

// lines says an error; a joined one is a line for each.
func (t *tool) lines(err error) []string {
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		var lines []string
		for _, e := range all.Unwrap() {
			lines = append(lines, t.lines(e)...)
		}
		return lines
	}
	return []string{t.sentence(err)}
}

// sentence says one error in the reader's language.
func (t *tool) sentence(err error) string {
	var place *concord.PlaceError
	var path *fs.PathError
	var panicked *pipeline.PanicError
	switch {
	case errors.As(err, &place):
		return t.at(t.real(place.At.String()), t.say.Say(place.Message))
	case errors.As(err, &panicked):
		return t.at(t.real(panicked.File), t.text("file.panic", "Why", fmt.Sprint(panicked.Value)))
	case errors.Is(err, pipeline.ErrUnsettled):
		file, _, _ := strings.Cut(err.Error(), ": ")
		return t.at(t.real(file), t.text("file.unsettled"))
	case errors.Is(err, format.ErrUnknown):
		file, _, _ := strings.Cut(err.Error(), ": ")
		return t.at(t.real(file), t.text("file.unknown-format"))
	case errors.As(err, &path):
		return t.at(path.Path, t.cause(path.Err))
	}
	return err.Error()
}

// real leads from a name as seen from the project to one as seen from here.
func (t *tool) real(place string) string {
	if t.base == "" || filepath.IsAbs(place) {
		return place
	}
	return filepath.Join(t.base, filepath.FromSlash(place))
}

func (t *tool) at(place, what string) string { return place + ": " + what }

// cause says why a file could not be read or written, and what to do.
func (t *tool) cause(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return t.text("file.missing")
	case errors.Is(err, fs.ErrPermission):
		return t.text("file.permission")
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return t.text("file.full", "Why", err.Error())
	case errors.Is(err, syscall.EISDIR):
		return t.text("file.folder")
	case errors.Is(err, errStream):
		return t.text("file.stream")
	case errors.Is(err, errPointer):
		return t.text("file.pointer")
	case errors.Is(err, errChanged):
		return t.text("file.changed")
	case errors.Is(err, syscall.EROFS):
		return t.text("file.read-only")
	}
	return t.text("file.failed", "Why", err.Error())
}

// pathError names the file of an error that lost it.
func pathError(op, file string, err error) error {
	var path *fs.PathError
	var link *os.LinkError
	if errors.As(err, &link) {
		err = link.Err
	} else if errors.As(err, &path) {
		err = path.Err
	}
	return &fs.PathError{Op: op, Path: file, Err: err}
}

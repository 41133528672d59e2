package report

import (
	"errors"
	"io/fs"
	"strings"

	"github.com/concord-l10n/concord"
)

// A Failure is a file that could not be worked on.
type Failure struct {
	File string
	Err  error
}

// at returns the line and column that are to blame, from 1; 1 and 1 if none are.
func (f Failure) at() (line, column int) {
	var place *concord.PlaceError
	if errors.As(f.Err, &place) && place.At.Line > 0 {
		return place.At.Line, max(1, place.At.Column)
	}
	return 1, 1
}

// why says in English what is wrong, without the name of the file.
func (f Failure) why() string {
	var place *concord.PlaceError
	var named *fs.PathError
	switch {
	case errors.As(f.Err, &place):
		return english().message(place.Message)
	case errors.As(f.Err, &named):
		return line(named.Err.Error())
	}
	return line(f.Err.Error())
}

// told says to a person what is wrong with which file.
func (f Failure) told(s Style) string {
	name, why := Visible(f.File), f.why()
	if s.Fault != nil {
		if why = line(s.Fault(f.Err)); strings.Contains(why, name) {
			return why
		}
	}
	return name + ": " + why
}

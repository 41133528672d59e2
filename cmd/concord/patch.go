package main

import (
	"strconv"
	"strings"

	"github.com/concord-l10n/concord/pipeline"
)

// A patched file is what a patch says of it.
type patched struct {
	whole bool // it is no text to git
	came  []cameLine
	gone  map[string]int // how often each line went
}

type cameLine struct {
	number int
	text   string
}

// lines returns the lines that are new, in order. One that only moved within the
// file is not.
func (f *patched) lines() []pipeline.Lines {
	if f.whole {
		return whole
	}
	var all []pipeline.Lines
	for _, l := range f.came {
		if f.gone[l.text] > 0 {
			f.gone[l.text]--
			continue
		}
		all = merged(all, pipeline.Lines{First: l.number, Last: l.number})
	}
	return all
}

// changedLines reads a patch without context, as git writes it, and returns for
// each file the lines that are new in it, in order; of a file that is no text to
// git, all lines.
func changedLines(patch string) map[string][]pipeline.Lines {
	r := &patchReader{files: make(map[string]*patched)}
	for line := range strings.Lines(patch) {
		line = strings.TrimSuffix(line, "\n")
		if r.left > 0 {
			r.body(line)
		} else {
			r.head(line)
		}
	}
	all := make(map[string][]pipeline.Lines)
	for name, f := range r.files {
		if lines := f.lines(); lines != nil {
			all[name] = lines
		}
	}
	return all
}

// A patchReader reads a patch line by line.
type patchReader struct {
	files map[string]*patched
	name  string // of the file at hand
	left  int    // lines of the hunk at hand that are to come
	next  int    // number of the next of them that is new
}

func (r *patchReader) file() *patched {
	if r.files[r.name] == nil {
		r.files[r.name] = &patched{gone: make(map[string]int)}
	}
	return r.files[r.name]
}

// body reads a line of a hunk, which may look like anything.
func (r *patchReader) body(line string) {
	switch {
	case strings.HasPrefix(line, `\`): // "\ No newline at end of file"
		return
	case strings.HasPrefix(line, "-"):
		r.file().gone[line[1:]]++
	case strings.HasPrefix(line, "+") && r.next > 0:
		r.file().came = append(r.file().came, cameLine{r.next, line[1:]})
		r.next++
	}
	r.left--
}

// head reads a line that is not of a hunk.
func (r *patchReader) head(line string) {
	switch {
	case strings.HasPrefix(line, "diff --git "):
		r.name = bothNames(strings.TrimPrefix(line, "diff --git "))
	case strings.HasPrefix(line, "rename to "):
		r.name = unquoted(strings.TrimPrefix(line, "rename to "))
	case strings.HasPrefix(line, "copy to "):
		r.name = unquoted(strings.TrimPrefix(line, "copy to "))
	case strings.HasPrefix(line, "+++ "):
		r.name = strings.TrimPrefix(unquoted(strings.TrimSuffix(strings.TrimPrefix(line, "+++ "), "\t")), "b/")
	case strings.HasPrefix(line, "Binary files "):
		r.file().whole = true
	case strings.HasPrefix(line, "@@ "):
		r.left, r.next = hunk(line)
	}
}

// merged appends lines, which may begin where the last ones end.
func merged(all []pipeline.Lines, lines pipeline.Lines) []pipeline.Lines {
	if n := len(all) - 1; n >= 0 && lines.First-1 <= all[n].Last {
		all[n].Last = max(all[n].Last, lines.Last)
		return all
	}
	return append(all, lines)
}

// hunk reads a line such as "@@ -5,2 +6 @@ about": how many lines went and came,
// and which of those that came is the first.
func hunk(line string) (lines, first int) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return 0, 0
	}
	_, gone := ranged(strings.TrimPrefix(fields[1], "-"))
	first, came := ranged(strings.TrimPrefix(fields[2], "+"))
	return max(0, gone) + max(0, came), first
}

func ranged(text string) (start, n int) {
	first, count, several := strings.Cut(text, ",")
	start, _ = strconv.Atoi(first)
	if n = 1; several {
		n, _ = strconv.Atoi(count)
	}
	return start, n
}

// bothNames reads "a/NAME b/NAME": the name stands there twice, or it is said
// once more where the file was renamed.
func bothNames(text string) string {
	if half := len(text) / 2; len(text)%2 == 1 && text[half] == ' ' {
		return strings.TrimPrefix(unquoted(text[half+1:]), "b/")
	}
	return ""
}

// unquoted reads a name as git writes it: in the manner of C where it holds
// anything that is not plain.
func unquoted(name string) string {
	if plain, err := strconv.Unquote(name); err == nil {
		return plain
	}
	return name
}

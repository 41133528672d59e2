package main

import (
	"strconv"
	"strings"

	"github.com/concord-l10n/concord/pipeline"
)

// changedLines reads a patch without context, as git writes it, and returns for
// each file the lines that are new in it, in order; of a file that is no text to
// git, all lines.
func changedLines(patch string) map[string][]pipeline.Lines {
	all := make(map[string][]pipeline.Lines)
	name, skip := "", 0 // lines of a hunk to come, which may look like anything
	for line := range strings.Lines(patch) {
		line = strings.TrimSuffix(line, "\n")
		if skip > 0 {
			if !strings.HasPrefix(line, `\`) { // "\ No newline at end of file"
				skip--
			}
			continue
		}
		switch {
		case strings.HasPrefix(line, "diff --git "):
			name = bothNames(strings.TrimPrefix(line, "diff --git "))
		case strings.HasPrefix(line, "rename to "):
			name = unquoted(strings.TrimPrefix(line, "rename to "))
		case strings.HasPrefix(line, "copy to "):
			name = unquoted(strings.TrimPrefix(line, "copy to "))
		case strings.HasPrefix(line, "+++ "):
			name = strings.TrimPrefix(unquoted(strings.TrimSuffix(strings.TrimPrefix(line, "+++ "), "\t")), "b/")
		case strings.HasPrefix(line, "Binary files "):
			all[name] = whole
		case strings.HasPrefix(line, "@@ "):
			gone, lines := hunk(line)
			skip = gone + max(0, lines.Last-lines.First+1)
			if 1 <= lines.First && lines.First <= lines.Last {
				all[name] = merged(all[name], lines)
			}
		}
	}
	return all
}

// merged appends lines, which may begin where the last ones end.
func merged(all []pipeline.Lines, lines pipeline.Lines) []pipeline.Lines {
	if n := len(all) - 1; n >= 0 && lines.First-1 <= all[n].Last {
		all[n].Last = max(all[n].Last, lines.Last)
		return all
	}
	return append(all, lines)
}

// hunk reads a line such as "@@ -5,2 +6 @@ about": how many lines went, and which
// came; if none did, Last is less than First.
func hunk(line string) (gone int, came pipeline.Lines) {
	fields := strings.Fields(line)
	if len(fields) < 3 {
		return 0, pipeline.Lines{First: 1, Last: 0}
	}
	_, gone = ranged(strings.TrimPrefix(fields[1], "-"))
	start, n := ranged(strings.TrimPrefix(fields[2], "+"))
	return gone, pipeline.Lines{First: start, Last: start + n - 1}
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

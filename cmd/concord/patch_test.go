package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// patches are what git writes with -U0, and the lines that count in it.
var patches = []struct{ patch, want string }{
	{"", ""},
	{"diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-old\n+new\n@@ -4,0 +5,2 @@ about\n+x\n+y\n", "a.txt:1-1,5-6"},
	{"diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -3,2 +2,0 @@\n-x\n-y\n", ""},
	{"diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@\n---- a/b.txt\n-diff --git a/c b/c\n++++ b/b.txt\n+@@ -9 +9 @@\n@@ -7 +7 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n", "a.txt:1-2,7-7"},
	{"diff --git a/a b.txt b/a b.txt\n--- a/a b.txt\t\n+++ b/a b.txt\t\n@@ -0,0 +1 @@\n+x\n", "a b.txt:1-1"},
	{"diff --git \"a/\\303\\274\\\"\\t.txt\" \"b/\\303\\274\\\"\\t.txt\"\n--- \"a/\\303\\274\\\"\\t.txt\"\n+++ \"b/\\303\\274\\\"\\t.txt\"\n@@ -0,0 +1 @@\n+x\n", "ü\"\t.txt:1-1"},
	{"diff --git a/a.txt b/b.txt\nsimilarity index 90%\nrename from a.txt\nrename to b.txt\n--- a/a.txt\n+++ b/b.txt\n@@ -2 +2 @@\n-x\n+y\n", "b.txt:2-2"},
	{"diff --git a/a.txt b/b.txt\nsimilarity index 100%\nrename from a.txt\nrename to b.txt\n", ""},
	{"diff --git a/wide.txt b/wide.txt\nindex 1..2 100644\nBinary files a/wide.txt and b/wide.txt differ\n", "wide.txt:all"},
	{"diff --git a/wide.txt b/new.txt\nrename from wide.txt\nrename to new.txt\nBinary files a/wide.txt and b/new.txt differ\n", "new.txt:all"},
	{"diff --git a/a.txt b/a.txt\ndeleted file mode 100644\n--- a/a.txt\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n", ""},
	{"diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -3,2 +2,0 @@\n-x\n-\n@@ -9,0 +8,4 @@\n+\n+x\n+x\n+y\n", "a.txt:10-11"},
	{"diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -3 +2,0 @@\n-x\ndiff --git a/b.txt b/b.txt\n--- a/b.txt\n+++ b/b.txt\n@@ -0,0 +1 @@\n+x\n", "b.txt:1-1"},
}

func TestChangedLines(t *testing.T) {
	for _, x := range patches {
		var all []string
		for name, lines := range changedLines(x.patch) {
			var ranges []string
			for _, l := range lines {
				ranges = append(ranges, fmt.Sprintf("%d-%d", l.First, l.Last))
			}
			if slices.Equal(lines, whole) {
				ranges = []string{"all"}
			}
			all = append(all, name+":"+strings.Join(ranges, ","))
		}
		slices.Sort(all)
		if got := strings.Join(all, " "); got != x.want {
			t.Errorf("%q: %s, want %s", x.patch, got, x.want)
		}
	}
}

// FuzzChangedLines wants lines in order, whatever is read.
func FuzzChangedLines(f *testing.F) {
	for _, x := range patches {
		f.Add(x.patch)
	}
	f.Fuzz(func(t *testing.T, patch string) {
		for name, lines := range changedLines(patch) {
			last := 0
			for _, l := range lines {
				if l.First > l.Last || l.First <= last {
					t.Errorf("%q: lines %v", name, lines)
				}
				last = l.Last
			}
		}
	})
}

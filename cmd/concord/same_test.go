package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/concord-l10n/concord/pipeline/report"
)

// said runs a command line and returns what it writes, and its code.
func said(args ...string) (string, int) {
	var out, errs bytes.Buffer
	w := world{in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" }}
	w.tty = func(any) bool { return false }
	code := run(append([]string{"concord"}, args...), w)
	return out.String() + "\n" + errs.String(), code
}

// TestSameBytes checks the sample in every output, twenty times over: neither
// the number of jobs nor the order of the arguments changes a byte.
func TestSameBytes(t *testing.T) {
	t.Chdir(t.TempDir())
	if text, code := said("init", "--sample", "."); code != clean {
		t.Fatal(text)
	}
	settings, err := os.OpenFile(settingsName, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(settings, "ignore: [{file: releases/*/en.txt, rule: dash, reason: said so}, {file: releases/*/en.md, key: nosuch, rule: dash, reason: said so}]\n")
	if err := settings.Close(); err != nil {
		t.Fatal(err)
	}
	if text, code := said("baseline", "write", "--reason", "as it was", "releases/open-data"); code != clean {
		t.Fatal(text)
	}
	files, err := filepath.Glob("releases/*/*.*")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	var outputs []string
	for _, p := range report.All {
		outputs = append(outputs, "--format", p.Name+"="+filepath.Join("out", p.Name))
	}
	read := func(jobs string, args []string) map[string]string {
		text, code := said(append(append([]string{"check", "--jobs", jobs, "--progress", "never", "--format", "concise"}, outputs...), args...)...)
		all := map[string]string{"code": fmt.Sprint(code), "told": text}
		for _, p := range report.All {
			data, err := os.ReadFile(filepath.Join("out", p.Name))
			if err != nil {
				t.Fatal(err)
			}
			all[p.Name] = string(data)
		}
		return all
	}
	want := read("1", files)
	if want["code"] != "1" || !strings.Contains(want["text"], "known in the baseline") || !strings.Contains(want["text"], "suppressed") {
		t.Fatalf("nothing to compare:\n%s", want["text"])
	}
	r := rand.New(rand.NewPCG(7, 11))
	for i := range 20 {
		r.Shuffle(len(files), func(a, b int) { files[a], files[b] = files[b], files[a] })
		jobs := []string{"1", "2", "8"}[i%3]
		for name, got := range read(jobs, files) {
			if got != want[name] {
				t.Fatalf("run %d with %s jobs: %s differs", i, jobs, name)
			}
		}
	}
}

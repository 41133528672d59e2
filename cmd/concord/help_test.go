package main

import (
	"slices"
	"testing"
)

func TestWrapped(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"color the output: auto or never", 18, []string{"color the output:", "auto or never"}},
		{"unbreakable", 4, []string{"unbreakable"}},
		{"同时处理的文件数", 16, []string{"同时处理的文件数"}},
		{"只看自某次提交以来改动的行，内容以暂存区为准", 30, []string{"只看自某次提交以来改动的行，", "内容以暂存区为准"}},
		{"text、concise、json 或 md，写到文件", 16, []string{"text、concise、", "json 或 md，", "写到文件"}},
		{"", 10, []string{""}},
	} {
		if got := wrapped(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q in %d cells\n got %q\nwant %q", c.text, c.width, got, c.want)
		}
	}
}

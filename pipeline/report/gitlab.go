package report

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"io"

	"github.com/concord-l10n/concord"
)

// GitLab is a report on code quality, which GitLab shows in a merge request:
// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
var GitLab = &Printer{Name: "gitlab", Print: func(w io.Writer, r *Report, _ Style) error {
	return printing(w, func(b *bufio.Writer) {
		sep := "["
		add := func(i gitlabIssue) {
			b.WriteString(sep + "\n")
			b.Write(encode(i))
			sep = ","
		}
		for _, f := range r.Failed {
			line, _ := f.at()
			sum := sha256.Sum256([]byte("failed\x00" + slashed(f.File)))
			add(gitlabIssue{f.why(), "concord", hex.EncodeToString(sum[:]), "blocker", gitlabPlace{slashed(f.File), gitlabLines{line, line}}})
		}
		for it := range r.left() {
			add(gitlabIssue{
				english().message(it.Finding.Message), it.Finding.Rule, it.Fingerprint, gitlabLevels[it.Finding.Severity],
				gitlabPlace{slashed(it.Start.File), gitlabLines{it.Start.Line, it.End.Line}},
			})
		}
		if sep == "[" {
			b.WriteString(sep)
		}
		b.WriteString("\n]\n")
	})
}}

var gitlabLevels = map[concord.Severity]string{concord.Note: "info", concord.Warning: "minor", concord.Error: "major"}

type gitlabIssue struct {
	Description string      `json:"description"`
	CheckName   string      `json:"check_name"`
	Fingerprint string      `json:"fingerprint"` // no two are the same
	Severity    string      `json:"severity"`    // info, minor, major, critical or blocker
	Location    gitlabPlace `json:"location"`
}

type gitlabPlace struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

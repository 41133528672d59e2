package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/concord-l10n/concord"
)

// SARIF is a log in the Static Analysis Results Interchange Format 2.1.0, with a
// result on each line. The format:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html.
var SARIF = &Printer{Name: "sarif", Print: func(w io.Writer, r *Report, s Style) error {
	return printing(w, func(b *bufio.Writer) {
		fmt.Fprintf(b, `{"$schema":%q,"version":"2.1.0","runs":[{"tool":{"driver":%s},"results":[`, sarifSchema, encode(driver(r.Rules, s.Version)))
		sep := "\n"
		index := make(map[string]int, len(r.Rules))
		for i, rule := range r.Rules {
			index[rule.Name] = i
		}
		add := func(res sarifResult) {
			b.WriteString(sep)
			b.Write(encode(res))
			sep = ",\n"
		}
		for it := range r.left() {
			add(r.result(it, index))
		}
		for i := range r.Quiet {
			add(r.result(&r.Quiet[i], index))
		}
		fmt.Fprintf(b, "\n],\"invocations\":[%s],\"originalUriBaseIds\":%s,", encode(invocation(r)), encode(sarifBases))
		b.WriteString(`"automationDetails":{"id":"concord/"},"columnKind":"utf16CodeUnits","language":"en"}]}` + "\n")
	})
}}

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// sarifRoot is what names of files go by. Where it is, only the reader knows.
const sarifRoot = "%SRCROOT%"

var sarifBases = map[string]any{sarifRoot: map[string]any{"description": sarifText{"The folder that concord was run in."}}}

type sarifText struct {
	Text string `json:"text"`
}

// sarifMessage says text in a message. There a brace is written twice, or it
// would name an argument (3.11.5), and a bracket before a parenthesis makes a
// link (3.11.6), so that the two are parted.
func sarifMessage(text string) sarifText { return sarifText{sarifEscapes.Replace(text)} }

var sarifEscapes = strings.NewReplacer("{", "{{", "}", "}}", "](", "] (")

type sarifHelp struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Full    string      `json:"fullName"` // Azure DevOps asks for it, and for names of rules
	Version string      `json:"version,omitempty"`
	URI     string      `json:"informationUri"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID         string      `json:"id"`
	Name       string      `json:"name"`
	Short      sarifText   `json:"shortDescription"`
	Full       sarifText   `json:"fullDescription"`
	Help       sarifHelp   `json:"help"`
	HelpURI    string      `json:"helpUri"`
	Default    sarifConfig `json:"defaultConfiguration"`
	Properties struct {
		Tags []string `json:"tags"`
	} `json:"properties"`
}

type sarifConfig struct {
	Enabled bool   `json:"enabled"`
	Level   string `json:"level,omitempty"`
}

func driver(rules []Rule, version string) sarifDriver {
	d := sarifDriver{"concord", strings.TrimSpace("concord " + version), version, site, make([]sarifRule, len(rules))}
	for i, r := range rules {
		why, _, _ := strings.Cut(r.Text, "\n") // GitHub takes 1,024 characters
		rule := sarifRule{
			ID: r.Name, Name: joined(r.Group + "-" + r.Name), Short: sarifMessage(r.Title + "."), Full: sarifMessage(why), HelpURI: manual + "#" + r.Name,
			Default: sarifConfig{!r.Optional, sarifLevels[r.Severity]},
		}
		help := sarifMessage(r.Title + ".\n\n" + strings.ReplaceAll(r.Text, "\n", "\n\n")).Text
		rule.Help = sarifHelp{help, help}
		rule.Properties.Tags = []string{r.Group}
		d.Rules[i] = rule
	}
	return d
}

// joined writes a name as SARIF wants names, none of them that of an id: BilingualUrlDiffers for bilingual-url-differs.
func joined(name string) string {
	var b strings.Builder
	for word := range strings.SplitSeq(name, "-") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

var sarifLevels = map[concord.Severity]string{concord.Note: "note", concord.Warning: "warning", concord.Error: "error"}

type sarifInvocation struct {
	Successful    bool                `json:"executionSuccessful"`
	Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	Overrides     []sarifOverride     `json:"ruleConfigurationOverrides,omitempty"`
}

type sarifNotification struct {
	Level     string          `json:"level"`
	Message   sarifText       `json:"message"`
	Locations []sarifLocation `json:"locations"`
}

type sarifOverride struct {
	Configuration sarifConfig `json:"configuration"`
	Descriptor    struct {
		ID    string `json:"id"`
		Index int    `json:"index"`
	} `json:"descriptor"`
}

// invocation says what kept files from being worked on, and which rules did not
// run, or did, against their default.
func invocation(r *Report) sarifInvocation {
	out := sarifInvocation{Successful: len(r.Failed) == 0}
	for _, f := range r.Failed {
		at := sarifLocation{Physical: sarifPhysical{Artifact: artifact(f.File)}}
		out.Notifications = append(out.Notifications, sarifNotification{"error", sarifMessage(f.why()), []sarifLocation{at}})
	}
	for i, rule := range r.Rules {
		if rule.Off == rule.Optional {
			continue
		}
		o := sarifOverride{Configuration: sarifConfig{Enabled: !rule.Off}}
		o.Descriptor.ID, o.Descriptor.Index = rule.Name, i
		out.Overrides = append(out.Overrides, o)
	}
	return out
}

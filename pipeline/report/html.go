package report

import (
	"bufio"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales/messages"
)

// HTML is a page for people that needs no other file and no network: each finding
// in its sentence, with what would change. Without scripts it has no filter. All
// that comes from files is made visible and escaped.
var HTML = &Printer{Name: "html", Print: func(w io.Writer, r *Report, s Style) error {
	if s.Say == nil {
		s.Say = messages.New()
	}
	t, err := template.New("page").Funcs(template.FuncMap{"say": func(id string) string { return s.say(id, nil) }}).Parse(htmlPage)
	if err != nil {
		return err
	}
	b := bufio.NewWriterSize(w, 1<<16)
	if err := t.Execute(b, s.page(r)); err != nil {
		return err
	}
	return b.Flush()
}}

var (
	//go:embed html/page.html
	htmlPage string
	//go:embed html/page.css
	htmlCSS string
	//go:embed html/page.js
	htmlJS string
)

// htmlPolicy lets the page load nothing, and run its own style and script alone.
func htmlPolicy() string {
	hash := func(text string) string {
		sum := sha256.Sum256([]byte(text))
		return base64.StdEncoding.EncodeToString(sum[:])
	}
	return fmt.Sprintf("default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'", hash(htmlCSS), hash(htmlJS))
}

type htmlData struct {
	Lang, Policy, Totals, Shown string
	CSS                         template.CSS
	JS                          template.JS
	Failed                      []string
	Kinds, Rules                []htmlChoice
	Files                       []htmlFile
	Clean                       []string // names of files without findings
	CleanWord                   string
}

type htmlChoice struct {
	Name, Word string
	Count      int
}

type htmlFile struct {
	Name  string
	Items []htmlItem
}

func (s Style) page(r *Report) htmlData {
	p := htmlData{
		Lang: s.Say.Tag().String(), Policy: htmlPolicy(), Totals: s.totals(r), CSS: template.CSS(htmlCSS), JS: template.JS(htmlJS),
		Shown: s.count("report.shown", 0),
	}
	for _, f := range r.Failed {
		p.Failed = append(p.Failed, f.told(s))
	}
	kinds, rules := make(map[string]int), make(map[string]int)
	in := &htmlItems{style: s, texts: newReader(&concord.Document{})}
	for i, j := 0, 0; i < len(r.Items); i = j {
		file := r.Items[i].Start.File
		f := htmlFile{Name: Visible(file)}
		for j = i; j < len(r.Items) && r.Items[j].Start.File == file; j++ {
			it := in.item(&r.Items[j])
			kinds[it.Kind]++
			rules[it.Rule]++
			f.Items = append(f.Items, it)
		}
		p.Files = append(p.Files, f)
	}
	for _, kind := range []string{"error", "warning", "note", "fixed"} {
		if kinds[kind] > 0 {
			p.Kinds = append(p.Kinds, htmlChoice{kind, s.kind(kind), kinds[kind]})
		}
	}
	for _, rule := range r.Rules {
		if rules[rule.Name] > 0 {
			p.Rules = append(p.Rules, htmlChoice{rule.Name, s.say("report.about", map[string]any{"Title": s.Say.Translate(rule.Name+".title", rule.Title)}), rules[rule.Name]})
		}
	}
	listed := make(map[string]bool)
	for _, f := range p.Files {
		listed[f.Name] = true
	}
	for _, run := range r.Runs {
		if name := Visible(run.Draft.File); !listed[name] {
			p.Clean = append(p.Clean, name)
		}
	}
	p.CleanWord = s.count("report.clean", len(p.Clean))
	return p
}

// kind says a severity, or that something is fixed.
func (s Style) kind(kind string) string {
	if kind == "fixed" {
		return s.say("outcome.applied", nil)
	}
	return s.say("severity."+kind, nil)
}

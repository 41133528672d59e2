package locales

import (
	"slices"
	"strings"

	"github.com/concord-l10n/concord"
)

// A pattern says how the words of a term are declined, as a glossary has it in
// "decl": a class a word, then "|" and what is fixed. The class of a noun may
// end in "!", that a doubt of its does not hold, and in ".sg", that there is no plural.
type pattern struct {
	r       *Rules
	words   []declined // one each of the term's words that may change
	tail    string     // what follows them, with the space before it
	head    int        // index of the noun the adjectives agree with; -1: none
	gender  string
	animate bool
	numbers []string
}

// declined is a word of a term with its class: a noun, an adjective, or neither.
type declined struct {
	text, name string
	noun       *Class
	adjective  *Adjective
	stem       string
	sure       bool
}

func fault(id string, args ...any) *concord.Message {
	m := &concord.Message{ID: id, Args: make(map[string]any)}
	for i := 0; i+1 < len(args); i += 2 {
		m.Args[args[i].(string)] = args[i+1]
	}
	return m
}

// pattern reads g.Decl against a term.
func (r *Rules) pattern(term string, g Grammar) (*pattern, *concord.Message) {
	p := &pattern{r: r, head: -1, gender: g.Gender, animate: g.Animate == "yes", numbers: []string{"sg", "pl"}}
	front, tail, barred := strings.Cut(g.Decl, "|")
	names, words := strings.Fields(front), strings.Fields(term)
	tail = strings.TrimSpace(tail)
	if len(names) == 0 || len(names) > len(words) || !barred && len(names) < len(words) || tail != "" && tail != "*" {
		return nil, fault("glossary.decl.words", "Decl", g.Decl, "Term", term)
	}
	for _, w := range words[len(names):] {
		p.tail += " " + w
	}
	for i, name := range names {
		w, no := p.word(words[i], name)
		if no != nil {
			return nil, no
		}
		p.words = append(p.words, w)
		if w.noun != nil && p.head < 0 {
			p.head = i
		}
	}
	if g.Number == "pl" {
		p.numbers = []string{"pl"}
	}
	if no := p.agree(g); no != nil {
		return nil, no
	}
	for i := range p.words {
		if no := p.words[i].cut(p, numberOr(g.Number)); no != nil {
			return nil, no
		}
	}
	return p, nil
}

// word looks a class up.
func (p *pattern) word(text, name string) (declined, *concord.Message) {
	w := declined{text: text, name: name}
	d := &p.r.Declension
	base, singular := strings.CutSuffix(name, ".sg")
	base, w.sure = strings.CutSuffix(base, "!")
	if singular {
		p.numbers = p.numbers[:1]
	}
	if base == "*" || slices.ContainsFunc(d.Adjectives, func(a Adjective) bool { return a.Name == base }) {
		w.name = base
		return w, nil
	}
	base, plural := d.split(base)
	known, ends := false, ""
	for i := range d.Classes {
		c := &d.Classes[i]
		if c.Name != base {
			continue
		}
		known = true
		if c.Ends.Regexp != nil {
			ends = c.Ends.String()
		}
		if c.Ends.fits(text) || numberOfLemma(p) == "pl" && c.plural(d, text) != "" {
			w.noun = c
			if plural != "" {
				named := *c
				named.Pl = plural
				w.noun = &named
			}
			return w, nil
		}
	}
	if !known {
		return w, fault("glossary.decl.class", "Class", name, "Locale", p.r.Tag.String(), "Known", d.names())
	}
	return w, fault("glossary.decl.misfit", "Word", text, "Class", name, "Ends", ends)
}

func numberOfLemma(p *pattern) string { return p.numbers[len(p.numbers)-1] }

// split takes the plural from the name of a class that is named with it.
func (d *Declension) split(name string) (base, plural string) {
	at := strings.LastIndexByte(name, '-')
	if slices.ContainsFunc(d.Classes, func(c Class) bool { return c.Name == name }) || at < 0 {
		return name, ""
	}
	if row, ok := d.Plurals[name[at+1:]]; ok {
		return name[:at], row
	}
	return name, ""
}

// names returns the names of all classes.
func (d *Declension) names() []string {
	all := []string{"none"}
	for _, a := range d.Adjectives {
		all = append(all, a.Name)
	}
	for _, c := range d.Classes {
		all = append(all, c.Name)
	}
	all = slices.Compact(all)
	for name := range d.Plurals {
		if name != given {
			all = append(all, "…-"+name)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// agree settles gender and animacy, which the head and the glossary must not
// say differently.
func (p *pattern) agree(g Grammar) *concord.Message {
	if p.head < 0 {
		return nil
	}
	head := p.words[p.head]
	if p.gender == "" || head.noun.Gender != p.gender && strings.HasPrefix(head.noun.Gender, p.gender) {
		p.gender = head.noun.Gender
	}
	if p.gender != head.noun.Gender {
		return fault("glossary.decl.gender", "Class", head.name, "Gender", p.gender, "Is", head.noun.Gender)
	}
	switch p.gender {
	case "m1", "m2":
		p.animate = true
	case "m3":
		p.animate = false
	default:
		needs := strings.Contains(head.noun.Sg+head.noun.Pl, "=") || head.noun.As != ""
		if needs && g.Animate == "" && (head.noun.Gender == "m" || len(p.numbers) == 2 || p.numbers[0] == "pl") {
			return fault("glossary.decl.animate", "Term", head.text)
		}
	}
	return nil
}

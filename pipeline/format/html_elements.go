package format

import (
	"cmp"
	"strings"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// A htmlElement says how an element is read.
type htmlElement struct {
	name   string
	traits htmlTrait
	kind   concord.Kind // of what it holds
	level  int
	fence  htmlFence // how far its end tag reaches
	ends   []string  // what its start tag ends if it is open
	within htmlFence // and how far that reaches
	what   string    // what its tag is called in a segment, as in concord.Tag; "" for its name
}

func (e *htmlElement) is(t htmlTrait) bool { return e.traits&t != 0 }

// A htmlTrait is what some elements have in common. An element without any is inline.
type htmlTrait uint32

const (
	htmlBlock     htmlTrait = 1 << iota // ends a segment
	htmlRoot                            // always there, never closed
	htmlVoid                            // holds nothing
	htmlPhrasing                        // stays open when the block around it ends, until its own end tag
	htmlHidden                          // what it holds is no text
	htmlCode                            // marked "code"
	htmlCited                           // marked "citation"
	htmlEndsP                           // cannot stand in a paragraph, so it ends one
	htmlItem                            // its start ends an item of the same list
	htmlLoose                           // an item of a list can be ended from inside it
	htmlGraft                           // another language: SVG, MathML
	htmlAgain                           // HTML inside a graft
	htmlEndsGraft                       // cannot stand in a graft, so it ends one
	htmlMarker                          // phrasing opened in it ends with it
	htmlWall                            // no end tag of an inline element reaches out of it
	htmlScope                           // nor that of a block
	htmlList                            // nor that of an item
	htmlButton                          // nor that of a paragraph
	htmlTable                           // nor that of a part of a table
)

// A htmlFence is a kind of element that a tag does not reach across.
type htmlFence int

const (
	byBlock htmlFence = iota
	byScope
	byList
	byButton
	byTable
	byItem
	byGraft
	byNothing
)

// htmlFences lists the traits an element of each fence has one of.
var htmlFences = [byNothing]htmlTrait{htmlBlock | htmlWall, htmlScope, htmlScope | htmlList, htmlScope | htmlButton, htmlTable, 0, htmlGraft}

// fenced reports whether e is one of the fences.
func (e *htmlElement) fenced(f htmlFence) bool {
	return e.is(htmlFences[f]) || f == byItem && e.is(htmlBlock) && !e.is(htmlLoose)
}

// htmlNames lists the elements that have a trait.
var htmlNames = map[htmlTrait]string{
	htmlBlock: `address applet article aside audio blockquote button canvas caption center col colgroup dd details dialog
		dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr legend li
		listing main marquee menu nav object ol optgroup option p pre search section select summary table tbody td
		tfoot th thead title tr ul video`,
	htmlRoot:     "html head body",
	htmlVoid:     "area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr",
	htmlPhrasing: "a b big code em font i nobr s small strike strong tt u",
	htmlHidden:   "iframe math noembed noframes noscript plaintext rp rt script style svg template textarea xmp",
	htmlCode:     "code kbd listing pre samp tt var",
	htmlCited:    "blockquote cite q",
	htmlEndsP: `address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer
		form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary
		table ul xmp`,
	htmlItem:  "dd dt li",
	htmlLoose: "address div p",
	htmlGraft: "math svg",
	htmlAgain: "annotation-xml desc foreignobject mi mn mo ms mtext title",
	htmlEndsGraft: `b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing
		menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var`,
	htmlMarker: "applet caption marquee object td template th",
	htmlWall:   "template",
	htmlScope:  "applet caption marquee object table td template th",
	htmlList:   "ol ul",
	htmlButton: "button",
	htmlTable:  "table template",
}

// htmlTags lists the elements that look the same, by what their tag is called.
var htmlTags = map[string]string{
	"strong": "b strong",
	"em":     "cite dfn em i",
	"code":   "code kbd samp tt",
	"link":   "a",
	"image":  "image img svg",
	"break":  "br",
	"strike": "del s strike",
}

var htmlElements = htmlElementTable()

var headings = []string{"h1", "h2", "h3", "h4", "h5", "h6"}

func htmlElementTable() map[string]*htmlElement {
	all := make(map[string]*htmlElement)
	at := func(names string, set func(e *htmlElement)) {
		for _, name := range strings.Fields(names) {
			if all[name] == nil {
				all[name] = &htmlElement{name: name}
			}
			set(all[name])
		}
	}
	for t, names := range htmlNames {
		at(names, func(e *htmlElement) { e.traits |= t })
	}
	at(htmlNames[htmlBlock], func(e *htmlElement) { e.fence = byScope })
	at("li", func(e *htmlElement) { e.fence = byList })
	at("p", func(e *htmlElement) { e.fence = byButton })
	at("caption table tbody td tfoot th thead tr", func(e *htmlElement) { e.fence = byTable })
	at("math svg template", func(e *htmlElement) { e.fence = byNothing })

	ends := func(names, ended string, within htmlFence) {
		at(names, func(e *htmlElement) { e.ends, e.within = strings.Fields(ended), within })
	}
	ends("td th", "caption td th", byTable)
	ends("tr", "caption td th tr", byTable)
	ends("col colgroup tbody tfoot thead", "caption colgroup tbody td tfoot th thead tr", byTable)

	kind := func(names string, k concord.Kind) { at(names, func(e *htmlElement) { e.kind = k }) }
	kind("title", concord.Title)
	kind("h1 h2 h3 h4 h5 h6", concord.Heading)
	kind("dd dt li td th", concord.Item)
	kind("caption figcaption", concord.Caption)
	kind("blockquote", concord.Quote)
	at("h1 h2 h3 h4 h5 h6", func(e *htmlElement) { e.level = int(e.name[1] - '0') })
	for what, names := range htmlTags {
		at(names, func(e *htmlElement) { e.what = what })
	}
	return all
}

func htmlElementOf(name []byte) *htmlElement {
	if e := htmlElements[string(name)]; e != nil {
		return e
	}
	return &htmlElement{name: string(name)}
}

// inline returns the tag of an element for a segment. It reports false for what
// is no inline markup of the text around it.
func (e *htmlElement) inline(side concord.Side, raw concord.Span) (concord.Tag, bool) {
	if e.is(htmlBlock|htmlRoot|htmlHidden) && e.what == "" || e.name == "" {
		return concord.Tag{}, false
	}
	if e.what == "image" || e.is(htmlVoid) {
		if side == concord.Closes {
			return concord.Tag{}, false
		}
		side = concord.Stands
	}
	return concord.Tag{What: cmp.Or(e.what, e.name), Side: side, Raw: raw}, true
}

// A htmlTag is a start tag.
type htmlTag struct {
	*htmlElement
	empty     bool       // ends with />
	translate *htmlOrder // nil if it does not say
	lang      language.Base
	xmlns     bool
	href      string
}

func (t *htmlTag) attribute(key string, value []byte) {
	switch key {
	case "translate":
		switch v := strings.ToLower(string(value)); {
		case v == "no":
			t.translate = &htmlOrder{protect: true}
		case (v == "yes" || v == "") && t.translate == nil:
			t.translate = &htmlOrder{}
		}
	case "class":
		for class := range strings.FieldsSeq(string(value)) {
			if strings.EqualFold(class, "notranslate") {
				t.translate = &htmlOrder{protect: true}
			}
		}
	case "lang", "xml:lang":
		t.lang, _, _ = language.Make(string(value)).Raw()
	case "href":
		t.href = string(value)
	case "xmlns":
		t.xmlns = true
	}
}

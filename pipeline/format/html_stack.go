package format

import (
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// htmlStack says what is open. It follows the standard's rules for tags that are
// missing or in the wrong place, since they decide what a reader sees as quoted
// or as code. No step looks further down the stack than what it closes.
type htmlStack struct {
	open     []htmlOpen
	last     map[string]int // index of the innermost open element of a name
	phrasing []htmlPhrase   // open elements that outlive the blocks around them
	recent   map[string]int // 1 + index of the latest of a name

	code, cited         int
	translate, language []*htmlOrder // innermost last
	base                language.Base
}

// A htmlOpen is an open element.
type htmlOpen struct {
	*htmlElement
	htmlEffect
	kind            concord.Kind
	level           int
	hidden, foreign bool
	below           int            // what last was before it
	near            [byNothing]int // index of the nearest of each fence, itself included
	phrases         int            // how many phrases were open before the last marker
}

type htmlPhrase struct {
	*htmlElement
	htmlEffect
	below int // what recent was before it
	over  bool
}

// A htmlEffect is what an element does to the text in it.
type htmlEffect struct {
	code, cited         bool
	translate, language *htmlOrder
}

// A htmlOrder says to protect text or not; the innermost that is not over counts.
type htmlOrder struct{ protect, over bool }

func newHTMLStack() htmlStack {
	return htmlStack{
		open:   []htmlOpen{{htmlElement: &htmlElement{}}},
		last:   make(map[string]int),
		recent: make(map[string]int),
	}
}

func (s *htmlStack) top() *htmlOpen { return &s.open[len(s.open)-1] }

// protection names what protects text that stands here, "" if nothing does.
func (s *htmlStack) protection() string {
	switch {
	case s.cited > 0:
		return "citation"
	case s.code > 0:
		return "code"
	case protects(&s.translate):
		return "no-translate"
	case protects(&s.language):
		return "other-language"
	}
	return ""
}

func protects(orders *[]*htmlOrder) bool {
	n := len(*orders)
	for n > 0 && (*orders)[n-1].over {
		n--
	}
	*orders = (*orders)[:n]
	return n > 0 && (*orders)[n-1].protect
}

// document takes the attributes of <html> and <body>, which hold to the end.
func (s *htmlStack) document(tag htmlTag) {
	if tag.name == "head" {
		return
	}
	if tag.lang != (language.Base{}) && (tag.name == "body" || s.base == (language.Base{})) {
		s.base = tag.lang
	}
	tag.lang = language.Base{}
	s.begin(tag)
}

func (s *htmlStack) begin(tag htmlTag) htmlEffect {
	e := htmlEffect{code: tag.is(htmlCode), cited: tag.is(htmlCited), translate: tag.translate}
	if e.code {
		s.code++
	}
	if e.cited {
		s.cited++
	}
	if e.translate != nil {
		s.translate = append(s.translate, e.translate)
	}
	if none := (language.Base{}); tag.lang != none && s.base != none {
		e.language = &htmlOrder{protect: tag.lang != s.base}
		s.language = append(s.language, e.language)
	}
	return e
}

func (s *htmlStack) finish(e htmlEffect) {
	if e.code {
		s.code--
	}
	if e.cited {
		s.cited--
	}
	for _, o := range []*htmlOrder{e.translate, e.language} {
		if o != nil {
			o.over = true
		}
	}
}

// push opens an element.
func (s *htmlStack) push(tag htmlTag) {
	if tag.is(htmlPhrasing) {
		s.phrasing = append(s.phrasing, htmlPhrase{htmlElement: tag.htmlElement, htmlEffect: s.begin(tag), below: s.recent[tag.name]})
		s.recent[tag.name] = len(s.phrasing)
		return
	}
	s.pushElement(tag)
}

func (s *htmlStack) pushElement(tag htmlTag) {
	parent := s.top()
	e := htmlOpen{
		htmlElement: tag.htmlElement, htmlEffect: s.begin(tag),
		kind: parent.kind, level: parent.level,
		hidden: parent.hidden || tag.is(htmlHidden), foreign: tag.is(htmlGraft),
		below: s.last[tag.name], near: parent.near, phrases: parent.phrases,
	}
	if tag.is(htmlMarker) {
		e.phrases = len(s.phrasing)
	}
	if tag.kind != concord.Body && e.kind != concord.Quote {
		e.kind, e.level = tag.kind, tag.level
	}
	for f := range byNothing {
		if tag.fenced(f) {
			e.near[f] = len(s.open)
		}
	}
	s.last[tag.name] = len(s.open)
	s.open = append(s.open, e)
}

// pushForeign opens an element of SVG or MathML, whatever its name is in HTML.
func (s *htmlStack) pushForeign(tag htmlTag) {
	e := htmlElement{name: tag.name, traits: tag.traits & htmlGraft}
	if tag.is(htmlAgain) {
		e.traits = htmlWall | htmlScope
	}
	tag.htmlElement = &e
	s.pushElement(tag)
	s.top().foreign = !e.is(htmlWall)
}

// pop closes the innermost element. The root stays.
func (s *htmlStack) pop() {
	e := s.top()
	s.last[e.name] = e.below
	s.finish(e.htmlEffect)
	if e.is(htmlMarker) {
		for n := len(s.phrasing); n > e.phrases; n-- {
			s.endPhrase(n - 1)
		}
		s.phrasing = s.phrasing[:e.phrases]
	}
	s.open = s.open[:len(s.open)-1]
}

// closePhrase closes the latest phrase of a name, if there is one since the last
// marker.
func (s *htmlStack) closePhrase(name string) {
	base := s.top().phrases
	if i := s.recent[name] - 1; i >= base {
		s.endPhrase(i)
	}
	n := len(s.phrasing)
	for n > base && s.phrasing[n-1].over {
		n--
	}
	s.phrasing = s.phrasing[:n]
}

func (s *htmlStack) endPhrase(i int) {
	if p := &s.phrasing[i]; !p.over {
		p.over = true
		s.recent[p.name] = p.below
		s.finish(p.htmlEffect)
	}
}

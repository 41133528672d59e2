package concord

import "testing"

func TestRewrite(t *testing.T) {
	doc := &Document{Segments: []Segment{{Text: "of a Chinese temp."}, {Text: "else"}}}
	place := Place{Doc: doc, Span: Span{5, 17}}
	edit := func(segment, start, end int, text string) Edit {
		return Edit{Place{doc, segment, Span{start, end}}, text}
	}
	for _, c := range []struct {
		edits         []Edit
		before, after string
	}{
		{nil, "Chinese temp", "Chinese temp"},
		{[]Edit{edit(0, 5, 17, "China Temperature")}, "Chinese temp", "China Temperature"},
		{[]Edit{edit(0, 3, 4, "the"), edit(0, 5, 12, "China"), edit(0, 13, 17, "Temperature")}, "a Chinese temp", "the China Temperature"},
		{[]Edit{edit(0, 5, 5, "the "), edit(0, 17, 17, "s")}, "Chinese temp", "the Chinese temps"},
		{[]Edit{edit(0, 17, 18, "!"), edit(1, 0, 4, "")}, "Chinese temp.", "Chinese temp!"},
	} {
		wide := place.Around(c.edits)
		if before, after := wide.Text(), wide.Edited(c.edits); before != c.before || after != c.after {
			t.Errorf("%q → %q, want %q → %q", before, after, c.before, c.after)
		}
	}
}

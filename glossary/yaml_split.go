package glossary

import (
	"bytes"

	"go.yaml.in/yaml/v3"
)

// A YAML file becomes some forty times as large in memory when it is parsed. So
// the list of concepts, which is nearly all of a large file, is parsed piece by
// piece: wherever a line begins an item of the list, the pieces before and
// behind it mean by themselves what they mean together. That holds if each is
// whole by itself, which parsing shows: what an open quotation mark, bracket or
// anchor reaches over is no piece. Where anything is in doubt the file is parsed
// at once, which also says what is wrong with it.

// pieceLen is how long the pieces are, in bytes, if the items are not longer.
const pieceLen = 64 << 10

// A splitFile is a YAML file whose last key is a block list of concepts.
type splitFile struct {
	head   []byte // all before the list
	list   []byte
	line   int // where the list begins
	indent int // of its items
}

// split finds the list of concepts. It reports false where it is not sure.
func split(data []byte) (f splitFile, ok bool) {
	key := []byte("\nconcepts:")
	at := 0
	if !bytes.HasPrefix(data, key[1:]) {
		if at = bytes.Index(data, key) + 1; at == 0 {
			return f, false
		}
	}
	end := bytes.IndexByte(data[at:], '\n')
	if end < 0 || len(bytes.TrimSpace(data[at+len(key)-1:at+end])) > 0 {
		return f, false // something stands behind the key
	}
	f.head, f.list = data[:at+end+1], data[at+end+1:]
	f.line = 1 + bytes.Count(f.head, []byte("\n"))
	first := bytes.TrimLeft(f.list, " ")
	f.indent = len(f.list) - len(first)
	return f, f.item(f.list) && !unusual(data)
}

// item reports whether a line begins an item of the list.
func (f *splitFile) item(line []byte) bool {
	if len(line) < f.indent+2 || line[f.indent] != '-' || line[f.indent+1] != ' ' {
		return false
	}
	return len(bytes.TrimLeft(line[:f.indent], " ")) == 0
}

// unusual reports whether there is anything in a file by which its lines or its
// pieces may not be what they seem: directives and ends of documents, other line
// ends than those of Unix and DOS.
func unusual(data []byte) bool {
	for _, mark := range []string{"\n%", "\n---", "\n...", "\u0085", "\u2028", "\u2029"} {
		if bytes.Contains(data, []byte(mark)) {
			return true
		}
	}
	for rest := data; ; {
		i := bytes.IndexByte(rest, '\r')
		if i < 0 {
			return len(data) > 0 && (data[0] == '%' || data[0] == '-')
		}
		if i+1 == len(rest) || rest[i+1] != '\n' {
			return true
		}
		rest = rest[i+1:]
	}
}

// pieces gives the list in pieces of about so many bytes, and the line of the
// file where each begins, until do reports false.
func (f *splitFile) pieces(size int, do func(piece []byte, line int) bool) bool {
	line := f.line
	for rest := f.list; len(rest) > 0; {
		end := min(size, len(rest))
		for end < len(rest) {
			i := bytes.IndexByte(rest[end-1:], '\n')
			if i < 0 {
				end = len(rest)
				break
			}
			if end += i; f.item(rest[end:]) {
				break
			}
			end++
		}
		end = min(end, len(rest))
		if !do(rest[:end], line) {
			return false
		}
		line += bytes.Count(rest[:end], []byte("\n"))
		rest = rest[end:]
	}
	return true
}

// readSplit reads a file in pieces. It reports false if that cannot be done;
// then it may have done part of it.
func (r *reader) readSplit(data []byte, size int, g *Glossary) bool {
	f, ok := split(data)
	if !ok {
		return false
	}
	head := r.root(f.head)
	if head == nil || len(r.faults) > 0 || !isBlock(head, yaml.MappingNode, 0) {
		return false
	}
	keys := head.Content
	if len(keys) < 2 {
		return false
	}
	if last := keys[len(keys)-1]; keys[len(keys)-2].Value != "concepts" || last.Tag != "!!null" || last.Value != "" || last.Anchor != "" {
		return false
	}
	r.glossary(head, g)
	return f.pieces(size, func(piece []byte, line int) bool {
		faults := len(r.faults)
		r.line = line - 1
		list := r.root(piece)
		if list == nil || len(r.faults) > faults || !isBlock(list, yaml.SequenceNode, f.indent) {
			return false
		}
		for _, n := range list.Content {
			g.Add(r.concept(n))
		}
		return true
	})
}

// isBlock reports whether a node is of a kind, in block style, and begins at an
// indentation.
func isBlock(n *yaml.Node, kind yaml.Kind, indent int) bool {
	return n.Kind == kind && n.Style&yaml.FlowStyle == 0 && n.Column == indent+1 && n.Anchor == "" && n.Tag == map[yaml.Kind]string{
		yaml.MappingNode: "!!map", yaml.SequenceNode: "!!seq",
	}[kind]
}

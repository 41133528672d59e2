package format

import "strings"

// placeholder returns where the placeholder at a brace, a dollar or a percent
// sign ends, or 0.
func (m *marker) placeholder(i int) int {
	rest := m.text[i:]
	switch {
	case strings.HasPrefix(rest, "{{"):
		if end := closing(rest, 2, "}}"); end > 0 {
			return i + end
		}
	case strings.HasPrefix(rest, "{%"):
		if end := closing(rest, 2, "%}"); end > 0 {
			return i + end
		}
	case strings.HasPrefix(rest, "${"), strings.HasPrefix(rest, "%{"):
		if end := closing(rest, 2, "}"); end > 0 {
			return i + end
		}
	case rest[0] == '%':
		if n := m.verb(i); n > 0 {
			return i + n
		}
	case rest[0] == '{':
		if n := field(rest); n > 0 {
			return i + n
		}
	}
	return 0
}

// closing returns where the braces end that hold what stands behind s[:from];
// 0 if another brace, a percent sign with it or a line end comes first.
func closing(s string, from int, close string) int {
	n := strings.IndexAny(s[from:], "{}\n\r")
	if n < 0 {
		return 0
	}
	if close == "%}" {
		n--
	}
	if n < 0 || !strings.HasPrefix(s[from+n:], close) {
		return 0
	}
	return from + n + len(close)
}

// field returns the length of "{name}", "{0}", "{price:.2f}", "{day, date}" or "{ $name }".
func field(s string) int {
	n := 1
	if rest := strings.TrimPrefix(s[1:], " "); strings.HasPrefix(rest, "$") {
		from := len(s) - len(rest) + 1
		n = from
		for n < len(s) && (wordByte(s[n]) || s[n] == '-') {
			n++
		}
		if rest = strings.TrimPrefix(s[n:], " "); n > from && strings.HasPrefix(rest, "}") {
			return len(s) - len(rest) + 1
		}
		return 0
	}
	for n < len(s) && (wordByte(s[n]) || s[n] == '.' && n > 1) {
		n++
	}
	if n == 1 || n == len(s) {
		return 0
	}
	switch s[n] {
	case ',':
		kind := strings.TrimLeft(s[n+1:min(len(s), n+20)], " ")
		if !strings.HasPrefix(kind, "number") && !strings.HasPrefix(kind, "date") && !strings.HasPrefix(kind, "time") {
			return 0
		}
	case ':':
		if end := strings.IndexAny(s[n:min(len(s), n+20)], " }"); end < 0 || s[n+end] == ' ' {
			return 0
		}
	case '}':
		return n + 1
	default:
		return 0
	}
	return closing(s, n, "}")
}

// verb returns the length of "%s", "%1$d", "%.2f", "%(name)s", "%<name>s", "%@" or "%name%",
// or 0. Behind a digit, a percent sign is one.
func (m *marker) verb(i int) int {
	s := m.text[i:]
	if len(s) < 2 || i > 0 && digit(m.text[i-1]) {
		return 0
	}
	n := 1
	switch {
	case s[1] == '@':
		return 2
	case s[1] == '(' || s[1] == '<':
		end := strings.IndexAny(s[2:], "()<>%\n")
		if end <= 0 || s[2+end] != s[1]+1 && s[2+end] != s[1]+2 {
			return 0
		}
		n = 2 + end + 1
	case letterOrDigit(s[1]) && !digit(s[1]):
		for n < len(s) && (wordByte(s[n]) || s[n] == '.') {
			n++
		}
		if n > 2 && n < len(s) && s[n] == '%' && (n+1 == len(s) || !wordByte(s[n+1])) {
			return n + 1
		}
		n = 1
	}
	for n < len(s) && (digit(s[n]) || strings.IndexByte("$.+-#", s[n]) >= 0) {
		n++
	}
	for n < len(s) && (s[n] == 'l' || s[n] == 'z') {
		n++
	}
	if n == len(s) || strings.IndexByte("sdvfiuxXgeqc@", s[n]) < 0 || n+1 < len(s) && wordByte(s[n+1]) {
		return 0
	}
	return n + 1
}

// farthest bounds how long a line of code may be.
const farthest = 4096

// code returns where the code ends that begins with a run of backticks: at a run
// of as many, on the same line; 0 if there is none.
func (m *marker) code(i int) int {
	if i > 0 && m.text[i-1] == '`' {
		return 0 // inside a run that opened nothing
	}
	ticks := backticks(m.text[i:])
	from := i + ticks
	line := m.text[from:min(len(m.text), from+farthest)]
	for at := 0; ; {
		n := strings.IndexByte(line[at:], '`')
		if n < 0 || strings.ContainsAny(line[at:at+n], "\n\r") {
			return 0
		}
		at += n
		run := backticks(line[at:])
		if run == ticks {
			return from + at + run
		}
		at += run
	}
}

func backticks(s string) int { return len(s) - len(strings.TrimLeft(s, "`")) }

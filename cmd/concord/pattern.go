package main

import (
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"github.com/concord-l10n/concord/locales"
	"github.com/concord-l10n/concord/pipeline/format"
)

// A pattern tells from the name of a file which release it belongs to and what
// language it is in.
type pattern struct {
	root string         // folder to look in, slash-separated
	re   *regexp.Regexp // of names
	near *regexp.Regexp // the same with anything in the place of a language and a format
}

var holes = map[string]string{
	"{release}": `(?P<release>[^/]+)`,
	"{locale}":  `(?P<locale>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)`,
	"{ext}":     `(?P<ext>[A-Za-z0-9]+)`,
}

var nearHoles = map[string]string{
	"{release}": `[^/]+`, "{locale}": `(?P<locale>[^/.]+)`, "{ext}": `(?P<ext>[^/.]+)`,
}

var hole = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\{[a-z]+\}`) })

// newPattern compiles a pattern such as releases/{release}/{locale}.{ext}.
func newPattern(text string) pattern {
	text = strings.TrimPrefix(text, "./")
	root := text
	if i := strings.IndexByte(text, '{'); i >= 0 {
		root = text[:i]
	}
	return pattern{path.Dir(root + "x"), filled(text, holes), filled(text, nearHoles)}
}

// filled compiles a pattern with something in the place of its holes.
func filled(text string, holes map[string]string) *regexp.Regexp {
	var re strings.Builder
	at := 0
	seen := make(map[string]bool)
	for _, m := range hole().FindAllStringIndex(text, -1) {
		name := text[m[0]:m[1]]
		re.WriteString(regexp.QuoteMeta(text[at:m[0]]))
		switch with, ok := holes[name]; {
		case !ok:
			re.WriteString(regexp.QuoteMeta(name))
		case seen[name]:
			re.WriteString(`[^/]+`)
		default:
			re.WriteString(with)
		}
		seen[name] = true
		at = m[1]
	}
	re.WriteString(regexp.QuoteMeta(text[at:]))
	return regexp.MustCompile(`^` + re.String() + `$`)
}

// match reads a slash-separated name.
func (p pattern) match(name string) (release string, locale language.Tag, ok bool) {
	m := p.re.FindStringSubmatch(name)
	if m == nil {
		return "", language.Und, false
	}
	get := func(group string) string {
		if i := p.re.SubexpIndex(group); i >= 0 {
			return m[i]
		}
		return ""
	}
	if locale, ok = localeOf(get("locale")); !ok {
		return "", language.Und, false
	}
	if ext := get("ext"); ext != "" && !readable("."+ext) {
		return "", language.Und, false
	}
	if release = get("release"); release == "" {
		release = "release"
	}
	return release, locale, true
}

// misses reports whether a name that does not match looks as if it should: it has
// a language, or else it is of a format that concord reads.
func (p pattern) misses(name string) bool {
	m := p.near.FindStringSubmatch(name)
	if m == nil {
		return false
	}
	_, known := localeOf(m[p.near.SubexpIndex("locale")])
	return known || readable(path.Ext(name))
}

// localeOf reads a language tag as it stands in names of files: en, zh_CN,
// pt-BR.
func localeOf(word string) (language.Tag, bool) {
	if len(word) < 2 {
		return language.Und, false
	}
	word = strings.ReplaceAll(word, "_", "-")
	tag, err := language.Parse(word)
	base, _, _ := strings.Cut(word, "-")
	if b, _ := tag.Base(); err != nil || tag == language.Und || !strings.EqualFold(b.String(), base) { // "in" was once Indonesian
		return language.Und, false
	}
	return tag, true
}

// named guesses a language from the name of a file: en.txt, spring.en.md,
// spring_en.txt, en/spring.txt. The rest of the name is what the versions of a
// release share.
func named(file string) (release string, locale language.Tag, ok bool) {
	dir, base := path.Split(filepath.ToSlash(file))
	stem := strings.TrimSuffix(base, path.Ext(base))
	if tag, ok := localeOf(stem); ok && len(stem) != 3 {
		return path.Clean(dir), tag, true
	}
	if i := strings.LastIndexAny(stem, "._"); i > 0 {
		if tag, ok := localeOf(stem[i+1:]); ok && len(stem[i+1:]) != 3 {
			return dir + stem[:i], tag, true
		}
		if j := strings.LastIndexAny(stem[:i], "._"); j > 0 && stem[i] == '_' {
			if tag, ok := localeOf(stem[j+1:]); ok { // spring.zh_CN
				return dir + stem[:j], tag, true
			}
		}
	}
	up, parent := path.Split(strings.TrimSuffix(dir, "/"))
	if tag, ok := localeOf(parent); ok && locales.For(tag).Tag != language.Und {
		return up + stem, tag, true // not of every language: folders have names such as "in" and "no"
	}
	return dir + stem, language.Und, false
}

// readable reports whether concord reads files with an extension.
func readable(ext string) bool {
	ext = strings.ToLower(ext)
	return slices.ContainsFunc(format.All, func(c *format.Codec) bool { return slices.Contains(c.Extensions, ext) })
}

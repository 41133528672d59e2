package rules

import (
	"strings"

	"golang.org/x/text/language"
)

// folded returns an address without what does not matter to where it leads:
// white space, scheme, "www." and a slash at the end, and the language of the page.
func folded(url string) string {
	url = strings.Join(strings.Fields(url), "") // it may go over two lines
	url = strings.TrimPrefix(strings.ToLower(strings.TrimRight(url, "/")), "mailto:")
	url = url[strings.Index(url, "://")+1:]
	url = strings.TrimPrefix(strings.TrimLeft(url, "/"), "www.")
	if strings.Contains(url, "@") {
		return url
	}
	url, fragment, _ := strings.Cut(url, "#")
	url, query, _ := strings.Cut(url, "?")
	host, path, _ := strings.Cut(url, "/")
	var b strings.Builder
	b.WriteString(anyTongueHost(host) + anyTonguePath(path))
	sign := "?"
	for part := range strings.SplitSeq(query, "&") {
		if name, value, _ := strings.Cut(part, "="); part != "" && !(tongueField[name] && tongueName(value)) {
			b.WriteString(sign + part)
			sign = "&"
		}
	}
	if fragment != "" {
		b.WriteString("#" + anyTonguePath(fragment))
	}
	return b.String()
}

// anyTonguePath returns a path without the parts that name a language.
func anyTonguePath(path string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(path, "/") {
		if part != "" && !tongueName(part) {
			b.WriteString("/" + anyTongueFile(part))
		}
	}
	name := b.String()
	for _, end := range []string{".htm", ".html", "/index"} { // servers find the page without
		name = strings.TrimSuffix(name, end)
	}
	return name
}

// anyTongueHost returns the name of a host without a language before it:
// zh.example.com. What is left is a name still.
func anyTongueHost(host string) string {
	label, rest, _ := strings.Cut(host, ".")
	if strings.Contains(rest, ".") && tongueName(label) {
		return strings.TrimPrefix(rest, "www.")
	}
	return host
}

// anyTongueFile returns the name of a file without the language before its
// extension or behind it: index.de.html, report_en.pdf, index.html.de.
func anyTongueFile(file string) string {
	dot := strings.LastIndexByte(file, '.')
	if dot > 0 && strings.Contains(file[:dot], ".") && tongueName(file[dot+1:]) {
		return file[:dot]
	}
	name, extension := file, ""
	if dot > 0 {
		name, extension = file[:dot], file[dot:]
	}
	for n := len(name) - 1; n > 0 && n >= len(name)-len("-zh-hans"); n-- {
		if strings.IndexByte("._-", name[n]) >= 0 && tongueName(name[n+1:]) {
			if tongueName(name[:n]) { // de-en.pdf is about both
				return file
			}
			return name[:n] + extension
		}
	}
	return file
}

// tongueField are the names by which a query says the language of the page.
var tongueField = map[string]bool{"lang": true, "language": true, "locale": true, "loc": true, "hl": true, "l": true, "ln": true,
	"lng": true, "lg": true, "setlang": true, "uselang": true, "culture": true, "ui": true, "langcode": true}

// tongues are the names of languages in addresses that are no tags of two letters:
// words, the codes of ISO 639-2, and countries that stand for their language.
var tongues = wordSet(`english chinese simplified traditional deutsch german francais french espanol spanish italiano italian
	portugues portuguese russian japanese korean arabic turkish polish
	eng zho chi chs cht chn fra fre deu ger spa esp rus jpn kor ara por ita pol tur
	cn jp kr tw hk uk us gb br ua cz dk gr se at ch`)

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// tongueName reports whether a part of an address names a language: zh, zh-hans,
// zh_cn, pt-br, english.
func tongueName(part string) bool {
	name, region, _ := strings.Cut(strings.ReplaceAll(part, "_", "-"), "-")
	if tongues[name] {
		return region == "" || tongues[region] || len(region) == 2
	}
	if len(name) != 2 || region != "" && len(region) != 2 && len(region) != 4 {
		return false
	}
	_, err := language.ParseBase(name)
	if err != nil || region == "" {
		return err == nil
	}
	if len(region) == 4 {
		_, err = language.ParseScript(region)
	} else {
		_, err = language.ParseRegion(region)
	}
	return err == nil
}

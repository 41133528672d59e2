package format

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/language"

	"github.com/concord-l10n/concord"
)

// stored are files as they come from editors and offices, and what they say.
var stored = []struct {
	name, declared string
	disk           string
	charset, text  string
}{
	{"empty", "", "", "utf-8", ""},
	{"UTF-8", "", "The hall – opened.\r\n", "utf-8", "The hall – opened.\r\n"},
	{"UTF-8 with a mark", "", "\xef\xbb\xbf开馆\n", "utf-8", "\ufeff开馆\n"},
	{"nothing but a mark", "", "\xef\xbb\xbf", "utf-8", "\ufeff"},
	{"UTF-16LE with a mark", "", "\xff\xfeA\x00\n\x00\x00\x4e", "utf-16le", "\ufeffA\n一"},
	{"UTF-16BE with a mark", "", "\xfe\xff\x00A\xd8\x3d\xde\x00", "utf-16be", "\ufeffA😀"},
	{"UTF-16 by its mark", "utf-16", "\xff\xfeA\x00", "utf-16le", "\ufeffA"},
	{"UTF-16LE without a mark", "UTF-16LE", "A\x00\x3d\xd8\x00\xde", "utf-16le", "A😀"},
	{"a replacement character that was there", "", "a\ufffdb", "utf-8", "a\ufffdb"},
	{"GB18030", "gb18030", "\xc9\xcc\x81\x30\x84\x36\xa1\xa3", "gb18030", "商\u00a5。"},
	{"GBK by an old name", "GB2312", "\xb3\xcb\xbb\xc6\xbc\xc6\xbb\xae\r\n\xa1\xb0\xd6\xd0\xb9\xfa\xce\xc2\xb6\xc8\xa1\xb1", "gbk", "乘黄计划\r\n“中国温度”"},
	{"Big5", "big5", "\xa4\xa4\xa4\xe5\xa1\x43abc", "big5", "中文。abc"},
	{"Shift_JIS", "sjis", "\x93\xfa\x96\x7b\x8c\xea\xb1\xb2\x81\x42", "shift_jis", "日本語ｱｲ。"},
	{"EUC-JP", "euc-jp", "\xc6\xfc\xcb\xdc\x8e\xb1", "euc-jp", "日本ｱ"},
	{"EUC-KR", "ks_c_5601-1987", "\xb0\xa1\xb3\xaa.", "euc-kr", "가나."},
	{"true Latin-1", "latin1", "caf\xe9 \x93x\x94", "iso-8859-1", "café \u0093x\u0094"},
	{"windows-1252", "cp1252", "caf\xe9 \x93x\x94 \x80", "windows-1252", "café “x” €"},
	{"windows-1251", "windows-1251", "\xcf\xf0\xe8\xe2\xe5\xf2", "windows-1251", "Привет"},
	{"KOI8-R", "KOI8-R", "\xf0\xd2\xc9\xd7\xc5\xd4", "koi8-r", "Привет"},
}

func TestCharsets(t *testing.T) {
	for _, c := range stored {
		doc, err := Decode("f.txt", []byte(c.disk), Options{Charset: c.declared})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if string(doc.Raw) != c.text || doc.Charset != c.charset {
			t.Errorf("%s: %s %q, want %s %q", c.name, doc.Charset, doc.Raw, c.charset, c.text)
		}
		onDisk(t, doc, []byte(c.disk))
	}
}

// onDisk checks that a document goes back to the bytes it was read from, and
// that the offset of every character is that of its bytes.
func onDisk(t *testing.T, doc *concord.Document, disk []byte) {
	t.Helper()
	out, err := Encode(doc)
	if err != nil || !bytes.Equal(out, disk) {
		t.Fatalf("%s: %q is written as %q, %v", doc.Charset, disk, out, err)
	}
	for at := range string(doc.Raw) {
		n := DiskOffset(doc, at)
		head, err := Encode(&concord.Document{Charset: doc.Charset, Raw: doc.Raw[:at]})
		if err != nil || len(head) != n {
			t.Fatalf("%s: offset %d of %q is at %d on disk, want %d, %v", doc.Charset, at, doc.Raw, n, len(head), err)
		}
	}
	if n := DiskOffset(doc, len(doc.Raw)); n != len(disk) {
		t.Fatalf("%s: %q ends at %d on disk, want %d", doc.Charset, doc.Raw, n, len(disk))
	}
}

// refused are files that are no text, or not what they are said to be.
var refused = []struct {
	name, declared string
	disk           string
	at             concord.Position // of what is wrong; Offset is that on disk
	id, guess      string
}{
	{"GBK", "", "Title\n\xb3\xcb\xbb\xc6\xbc\xc6\xbb\xae\xd4\xda\xbc\xc3\xc4\xcf\xc6\xf4\xb6\xaf\xa1\xa3\xb1\xbe\xb4\xce\xbb\xee\xb6\xaf\xb5\xc4\xd6\xf7\xcc\xe2\xca\xc7\xd6\xd0\xb9\xfa\xa1\xa3", concord.Position{Offset: 6, Line: 2, Column: 1}, "charset.guess", "gb18030"},
	{"Big5, as the page says", "", "<meta charset=big5>\xa4\xa4\xa4\xe5", concord.Position{Offset: 19, Line: 1, Column: 20}, "charset.guess", "big5"},
	{"Latin-1, one letter", "", "a caf\xe9 ", concord.Position{Offset: 5, Line: 1, Column: 6}, "", ""},
	{"damaged", "", "\xef\xbb\xbf“é” \xe4\xb8", concord.Position{Offset: 12, Line: 1, Column: 5}, "charset.damaged", ""},
	{"a surrogate", "", "a\xed\xa0\x80", concord.Position{Offset: 1, Line: 1, Column: 2}, "", ""},
	{"binary", "", "PK\n\x03\x04\x00\x00\x00\x01", concord.Position{Offset: 5, Line: 2, Column: 3}, "charset.binary", ""},
	{"one NUL", "", "Port School\x00x\n", concord.Position{Offset: 11, Line: 1, Column: 12}, "charset.binary", ""},
	{"UTF-16 without a mark", "", "T\x00i\x00", concord.Position{Offset: 1, Line: 1, Column: 2}, "charset.guess", "utf-16le"},
	{"UTF-16, order unknown", "utf-16", "T\x00i\x00", concord.Position{Line: 1, Column: 1}, "charset.order", ""},
	{"UTF-16 of odd length", "", "\xff\xfeA\x00\n\x00B", concord.Position{Offset: 6, Line: 2, Column: 1}, "charset.half", ""},
	{"half a surrogate pair", "", "\xff\xfeA\x00\x3d\xd8B\x00", concord.Position{Offset: 4, Line: 1, Column: 2}, "charset.half", ""},
	{"UTF-16 with a NUL", "", "\xff\xfeA\x00\x00\x00", concord.Position{Offset: 4, Line: 1, Column: 2}, "charset.binary", ""},
	{"half a GBK character", "gbk", "ok\n\xd6\xd0\xb9", concord.Position{Offset: 5, Line: 2, Column: 2}, "charset.fault", ""},
	{"an unused GB18030 sequence", "gb18030", "\xd6\xd0\xff ", concord.Position{Offset: 2, Line: 1, Column: 2}, "", ""},
	{"UTF-8 said to be GBK", "gbk", "这是一段文字。", concord.Position{Line: 1, Column: 1}, "charset.is-utf8", ""},
	{"a mark against what is said", "windows-1252", "\xef\xbb\xbfa", concord.Position{Line: 1, Column: 1}, "charset.mark", ""},
	{"not ASCII", "us-ascii", "a\xe9", concord.Position{Offset: 1, Line: 1, Column: 2}, "", ""},
	{"UTF-8 that is not", "utf-8", "a\xe9", concord.Position{Offset: 1, Line: 1, Column: 2}, "", ""},
	{"an unknown label", "klingon", "a", concord.Position{}, "charset.label", ""},
	{"an encoding with states", "iso-2022-jp", "a", concord.Position{}, "charset.label", ""},
}

func TestCharsetsRefused(t *testing.T) {
	for _, c := range refused {
		doc, err := Decode("f.txt", []byte(c.disk), Options{Charset: c.declared})
		var fault *concord.PlaceError
		if !errors.As(err, &fault) {
			t.Errorf("%s: read as %v, %v", c.name, doc, err)
			continue
		}
		c.at.File = "f.txt"
		if fault.At != c.at || c.id != "" && fault.Message.ID != c.id || c.guess != "" && fault.Message.Args["Guess"] != c.guess {
			t.Errorf("%s: %+v: %v; want %+v %s %s", c.name, fault.At, fault.Message, c.at, c.id, c.guess)
		}
	}
}

// TestGuesses writes one sentence as old programs would, and wants the encoding
// named that reads it.
func TestGuesses(t *testing.T) {
	for _, c := range []struct{ locale, label, text, guess string }{
		{"zh-Hans", "gbk", "“乘黄计划”昨日在济南启动，来自各地的二百多位专家参加了会议，并参观了新的实验室。", "gb18030"},
		{"zh-Hans", "gbk", "今天码头学校开学。", "gb18030"}, // to a detector that knows no language, Japanese
		{"zh-Hant", "big5", "這項計畫昨天在台北啟動，來自各地的兩百多位專家參加了會議，並且參觀了新的實驗室。", "big5"},
		{"ja", "shift_jis", "新しい研究所が昨日、東京で開かれ、各地から二百人あまりの専門家が参加しました。", "shift_jis"},
		{"ja", "euc-jp", "新しい研究所が昨日、東京で開かれ、各地から二百人あまりの専門家が参加しました。", "euc-jp"},
		{"ko", "euc-kr", "새로운 연구소가 어제 서울에서 문을 열었으며 각지에서 온 전문가들이 참석하였다.", "euc-kr"},
		{"ru", "windows-1251", "Новый институт открылся вчера в столице, и более двухсот учёных приехали на встречу.", "windows-1251"},
		{"fr", "windows-1252", "La salle a été inaugurée hier à Orléans ; près de deux cents invités étaient présents.", ""},
	} {
		e, err := htmlindex.Get(c.label)
		if err != nil {
			t.Fatal(err)
		}
		disk, err := e.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Decode("f.txt", []byte(disk), Options{Locale: language.MustParse(c.locale)})
		var fault *concord.PlaceError
		if !errors.As(err, &fault) || c.guess != "" && fault.Message.Args["Guess"] != c.guess {
			t.Errorf("%s in %s: %v, want a guess of %s", c.locale, c.label, err, c.guess)
			continue
		}
		if guess, ok := fault.Message.Args["Guess"].(string); ok { // what is advised must work
			if _, err := Decode("f.txt", []byte(disk), Options{Charset: guess}); err != nil {
				t.Errorf("%s in %s: the advice %s fails: %v", c.locale, c.label, guess, err)
			}
		}
	}
}

func TestCharsetName(t *testing.T) {
	for label, want := range map[string]string{
		"UTF8": "utf-8", " utf-8 ": "utf-8", "": "utf-8", "UTF-16": "utf-16", "utf16le": "utf-16le", "GB2312": "gbk", "cp936": "gbk",
		"iso8859-1": "iso-8859-1", "ISO_8859-15": "iso-8859-15", "ISO-8859-1": "iso-8859-1", "L1": "iso-8859-1", "ascii": "us-ascii",
		"x-sjis": "shift_jis", "Big5-HKSCS": "big5", "cp949": "euc-kr", "koi8-u": "koi8-u", "macintosh": "macintosh",
	} {
		got, err := CharsetName(label)
		if err != nil || got != want {
			t.Errorf("%q: %q, %v, want %q", label, got, err, want)
		}
		if again, err := CharsetName(got); err != nil || again != got {
			t.Errorf("%q: its name %q is %q, %v", label, got, again, err)
		}
	}
	for _, name := range commonCharsets {
		if got, err := CharsetName(name); err != nil || got != name {
			t.Errorf("%q: %q, %v", name, got, err)
		}
	}
	if _, err := CharsetName("x-klingon"); err == nil {
		t.Error("x-klingon is an encoding")
	}
}

func TestHolds(t *testing.T) {
	for _, c := range []struct {
		charset, text string
		want          bool
	}{
		{"utf-8", "ü–℃", true},
		{"utf-8", "\xff", false},
		{"utf-16le", "😀", true},
		{"gb18030", "é – 😀 한", true},
		{"gbk", "“中国温度”—", true},
		{"gbk", "한", false},
		{"gbk", "😀", false},
		{"big5", "한", false},
		{"iso-8859-1", "é", true},
		{"iso-8859-1", "’", false},
		{"windows-1252", "’–", true},
		{"windows-1252", "\u2212", false},
		{"us-ascii", "é", false},
		{"shift_jis", "¥", false},
		{"shift_jis", "日", true},
		{"koi8-r", "«Привет»", false},
	} {
		if got := Holds(&concord.Document{Charset: c.charset}, c.text); got != c.want {
			t.Errorf("%s holds %q: %v", c.charset, c.text, got)
		}
	}
}

// TestEncodeLacks edits a document past what its encoding has.
func TestEncodeLacks(t *testing.T) {
	doc, err := Decode("f.txt", []byte("caf\xe9\nx"), Options{Charset: "iso-8859-1"})
	if err != nil {
		t.Fatal(err)
	}
	want := concord.Position{File: "f.txt", Offset: 6, Line: 2, Column: 2}
	edited := *doc
	edited.Raw = []byte("café\nx’s")
	_, redecode := Redecode(doc, edited.Raw)
	_, encode := Encode(&edited)
	for _, err := range []error{redecode, encode} {
		var fault *concord.PlaceError
		if !errors.As(err, &fault) || fault.At != want || fault.Message.Args["Code"] != "U+2019" {
			t.Errorf("%v, want U+2019 at %v", err, want)
		}
	}
}

// TestStoredAfterEdit moves what stands behind an edit, on disk as well.
func TestStoredAfterEdit(t *testing.T) {
	text := strings.Repeat("中文a", 1000)
	disk, err := Encode(&concord.Document{Charset: "gb18030", Raw: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := Decode("f.txt", disk, Options{Charset: "gb18030"})
	if err != nil {
		t.Fatal(err)
	}
	next, err := Redecode(doc, []byte("é😀"+text))
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{0, 3, 1023, 1024, 1025, 2048, 6999, len(text)} {
		if got, want := DiskOffset(next, at+6), DiskOffset(doc, at)+6; got != want {
			t.Errorf("%d is at %d, want %d", at, got, want)
		}
	}
}

// FuzzCharset reads any bytes in any encoding: they are refused at a place, or
// come back byte for byte without a replacement character that was not there.
func FuzzCharset(f *testing.F) {
	for i, c := range stored {
		f.Add([]byte(c.disk), c.declared, uint8(i))
	}
	for i, c := range refused {
		f.Add([]byte(c.disk), c.declared, uint8(i))
	}
	f.Fuzz(func(t *testing.T, disk []byte, declared string, format uint8) {
		doc, err := Decode("f"+All[int(format)%len(All)].Extensions[0], disk, Options{Charset: declared})
		var fault *concord.PlaceError
		switch {
		case errors.As(err, &fault):
			if fault.At.Offset < 0 || fault.At.Offset > len(disk) || fault.Message.ID != "charset.label" && (fault.At.Line < 1 || fault.At.Column < 1) {
				t.Fatalf("%q in %q: %v of %d bytes", disk, declared, fault, len(disk))
			}
			return
		case err != nil:
			t.Fatal(err)
		}
		if !utf8.Valid(doc.Raw) || bytes.IndexByte(doc.Raw, 0) >= 0 {
			t.Fatalf("%q in %q is read as %q", disk, declared, doc.Raw)
		}
		if doc.Charset == utf8Name && !bytes.Equal(doc.Raw, disk) {
			t.Fatalf("%q is read as %q", disk, doc.Raw)
		}
		onDisk(t, doc, disk)
		if !Holds(doc, string(doc.Raw)) {
			t.Fatalf("%s does not hold %q, which was read from it", doc.Charset, doc.Raw)
		}
	})
}

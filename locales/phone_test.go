package locales

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// phoneTexts have the numbers that are surely telephones between ‹ and ›.
var phoneTexts = []struct{ locale, text string }{
	{"en", "Call ‹+86 10 8835 4402›, ‹+44 (0)20 7946 0018›, ‹+1-202-555-0143› or ‹(+852) 2123 4567›."},
	{"en", "Tel: ‹010-8835 4402›, Fax ‹010 8835 4403›; phone (office): 5"},
	{"en", "Tel.: ‹(010) 8835-4402 ext. 801›, mobile ‹13812345678›, hotline ‹12345›"},
	{"en", "Tel. ‹8835 4402›, ‹8835 4403› / ‹8835 4404›"},
	{"en", "The phone 15 Pro costs 12,999; mobile 500000 users, telephone 100 000 households, iPhone 1234567"},
	{"en", "Revenue rose +20 000 000 and +100 000 000; +3.5 percent, UTC+08:00, ISBN 978-7-5086-1234-5, 6222 0212 3456 7890 123"},
	{"en", "Case No. (2023) Jing 0105 Min Chu 12345, 2024-05-06, 10.1000/182, 192.168.10.100, A320-1234567, $12345678"},
	{"zh-Hans", "电话：‹010-88354402›，传真：‹０１０－８８３５４４０３›，热线‹12345›，手机‹138 1234 5678›。"},
	{"zh-Hans", "电话／传真：‹+86 10 8835 4402转801›；电话50000部，手机1234567台，拨打‹400-810-1234›"},
	{"zh-Hans", "（2023）京0105民初12345号，账号6222021234567890123，2024年5月6日，人民币12345678元，电话费50000元"},
	{"zh-Hant", "電話：‹(852) 2123 4567›　傳真：‹2123-4568›；電話 50000 部"},
	{"ja", "電話：‹03-1234-5678（内線801›）、ＦＡＸ　‹03（1234）5679›、電話100000台"},
	{"ko", "전화 ‹02-1234-5678›, 팩스: ‹+82-2-1234-5679›, 휴대폰 100000대"},
	{"fr", "Téléphone : ‹01 23 45 67 89›, télécopie ‹01.23.45.67.90›, ‹+33 (0)1 23 45 67 89›; le 31122024"},
	{"de", "Telefon: ‹030/12345678›, Tel. ‹+49 30 12345-678›, Telefax ‹(030) 123 45 79›, 10.000 Telefone"},
	{"ru", "тел. ‹8 (495) 123-45-67›, факс: ‹+7 495 123-45-68›; телефонов 100 000, дело № 12345678"},
	{"es", "Teléfono: ‹91 123 45 67›, móvil ‹612 345 678›, +500 000 000 euros"},
	{"ar", "هاتف: ‹٠١٢٣٤٥٦٧٨٩›"},
}

func phonesMarked(r *Rules, text string) string {
	var b strings.Builder
	last := 0
	for _, p := range r.Phones(text) {
		if p.Sure {
			b.WriteString(text[last:p.Span.Start] + "‹" + text[p.Span.Start:p.Span.End] + "›")
			last = p.Span.End
		}
	}
	return b.String() + text[last:]
}

func TestPhones(t *testing.T) {
	for _, c := range phoneTexts {
		text := strings.NewReplacer("‹", "", "›", "").Replace(c.text)
		if got := phonesMarked(For(language.MustParse(c.locale)), text); got != c.text {
			t.Errorf("%s\n got %s\nwant %s", c.locale, got, c.text)
		}
	}
}

func TestPhoneSame(t *testing.T) {
	for _, c := range []struct {
		a, b       string
		same, near bool
	}{
		{"+86 10 8835 4402", "010-88354402", true, true},
		{"+86 (10) 8835 4402", "0086-10-8835 4402", true, true},
		{"+44 (0)20 7946 0018", "+44 20 7946 0018", true, true},
		{"+44 (0)20 7946 0018", "020 7946 0018", true, true},
		{"8 (495) 123-45-67", "+7 495 123 45 67", true, true},
		{"+1 202 555 0143", "202-555-0143", true, true},
		{"13812345678", "+86 138 1234 5678", true, true},
		{"8835 4402", "+86 10 8835 4402", true, true},
		{"+86 10 8835 4402", "+86 10 8835 4420", false, true},
		{"+86 10 8835 4402", "+86 10 8835 402", false, true},
		{"010-88354402", "+86 10 8835 4401", false, true},
		{"+86 10 8835 4402", "+1 202 555 0143", false, false},
		{"+86 10 8835 4402", "+86 21 6273 1190", false, false},
	} {
		read := func(text string) PhoneNumber {
			all := For(language.English).Phones("Tel: " + text)
			if len(all) != 1 || !all[0].Sure {
				t.Fatalf("%q: %v", text, all)
			}
			return all[0]
		}
		a, b := read(c.a), read(c.b)
		if a.Same(b) != c.same || b.Same(a) != c.same || a.Near(b) != c.near || b.Near(a) != c.near {
			t.Errorf("%s and %s: same %v and %v, near %v and %v; want %v, %v", c.a, c.b, a.Same(b), b.Same(a), a.Near(b), b.Near(a), c.same, c.near)
		}
	}
}

// FuzzPhones checks that numbers stand in order, begin and end with a character,
// have the digits that they show, and are found again by themselves.
func FuzzPhones(f *testing.F) {
	for _, c := range phoneTexts {
		f.Add(c.locale, strings.NewReplacer("‹", "", "›", "").Replace(c.text))
	}
	f.Fuzz(func(t *testing.T, locale, text string) {
		tag, err := language.Parse(locale)
		if err != nil || !utf8.ValidString(text) {
			return
		}
		last := 0
		for _, p := range For(tag).Phones(text) {
			if p.Span.Start < last || p.Span.End <= p.Span.Start || p.Span.End > len(text) || !utf8.ValidString(text[p.Span.Start:p.Span.End]) {
				t.Fatalf("%q: %v behind %d", text, p, last)
			}
			digits := 0
			for _, r := range text[p.Span.Start:p.Span.End] {
				if digitOf(r) >= 0 {
					digits++
				}
			}
			if len(p.Digits) > digits || digits-len(p.Digits) > 2 || !p.Same(p) || !p.Near(p) && len(p.core()) >= plainPhone {
				t.Errorf("%q: %v of %d digits", text, p, digits)
			}
			last = p.Span.End
		}
	})
}

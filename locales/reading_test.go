package locales

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSpells(t *testing.T) {
	for _, c := range []struct {
		reading       Reading
		text, word    string
		chars, spells string // how much of either
	}{
		{Romanised, "林秋白说", "linqiubai", "林秋白", "linqiubai"},
		{Romanised, "单雪宁", "shanxuening", "单雪宁", "shanxuening"},
		{Romanised, "吕佳", "lujia", "吕佳", "lujia"},
		{Romanised, "吕佳", "lyujia", "吕佳", "lyujia"},
		{Romanised, "永城", "nagashi", "", ""},
		{Romanised, "罗静岩", "luojinyan", "罗", "luo"},
		{Romanised, "林秋白", "linchiubai", "林秋白", "linchiubai"},
		{Romanised, "葉思齊", "yehszuchi", "葉思齊", "yehszuchi"},
		{Romanised, "溫士傑", "wenshihchieh", "溫士傑", "wenshihchieh"},
		{Romanised, "蔡明岳", "tsaimingyueh", "蔡明岳", "tsaimingyueh"},
		{Romanised, "高定遠", "kaotingyuan", "高定遠", "kaotingyuan"},
		{Romanised, "謝國雄", "hsiehkuohsiung", "謝國雄", "hsiehkuohsiung"},
		{HangulMandarin, "林秋白", "린추바이는", "林秋白", "린추바이"},
		{HangulMandarin, "罗静岩", "뤄징옌은", "罗静岩", "뤄징옌"},
		{HangulMandarin, "松屿", "쑹위디지털", "松屿", "쑹위"},
		{HangulMandarin, "顾江夏", "구장샤", "顾江夏", "구장샤"},
		{HangulMandarin, "徐全雪", "쉬취안쉐", "徐全雪", "쉬취안쉐"},
		{HangulKorean, "林秋白", "임추백은", "林秋白", "임추백"},
		{HangulKorean, "罗静岩", "나정암", "罗静岩", "나정암"},
		{HangulKorean, "金永城", "김영성", "金永城", "김영성"},
	} {
		chars, letters := c.reading.Spells(c.text, c.word)
		if c.text[:chars] != c.chars || c.word[:letters] != c.spells {
			t.Errorf("%s of %s: %q spells %q; want %q and %q", c.word, c.text, c.word[:letters], c.text[:chars], c.spells, c.chars)
		}
	}
}

// TestReadings holds the form of the tables: what a syllable is, and that each is
// spelled in every way.
func TestReadings(t *testing.T) {
	for _, table := range []*readingTable{mandarin(), korean()} {
		if n := len(table.numbers('永')); n == 0 || int(table.starts[len(table.starts)-1]) != len(table.of) {
			t.Errorf("永 has %d readings of %d", n, len(table.of))
		}
	}
	for r, all := range spellings() {
		for i, spelled := range all {
			if r != int(HangulKorean) && !strings.ContainsAny(mandarin().syllables[i], "aeiouv") {
				continue // m, ng
			}
			for _, s := range spelled {
				if s == "" || !utf8.ValidString(s) {
					t.Errorf("reading %d of %s: %q", r, mandarin().syllables[i], s)
				}
			}
		}
	}
}

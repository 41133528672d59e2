package format

import (
	"strings"
	"testing"
)

// TestSpeech finds what stands between braces, which are taken out first.
func TestSpeech(t *testing.T) {
	for _, text := range []string{
		`She said: {“We open the port on Monday.”} Then she left.`,
		`The “Port School” is old, and so is "Port House".`,
		`{"We open the port on Monday,"} she said, {"and close it on Friday night."}`,
		`A 24" screen and a 17" one cost as much as they did before.`,
		`{«Nous ouvrons le port dès lundi»}, a-t-elle dit.`,
		`{„Wir öffnen den Hafen am Montag“}, sagte sie.`,
		`{»Wir öffnen den Hafen am Montag«}, sagte sie.`,
		`校长说：{“我们星期一把港口学校重新开放。”}随后他离开了。`,
		`“港口学校”今天开门。`,
		`校長は{「私たちは月曜日に「港の学校」を再び開きます」}と述べた。`,
		`{“We open the port on Monday, as we have always done.}`,
		`{“He told me “the port is closed” and left for good.”} Nobody came.`,
		`“One” two three four five “six”.`,
		``,
	} {
		plain := strings.NewReplacer("{", "", "}", "").Replace(text)
		marks := speech(plain)
		var b strings.Builder
		at := 0
		for _, m := range marks {
			b.WriteString(plain[at:m.Span.Start] + "{" + plain[m.Span.Start:m.Span.End] + "}")
			at = m.Span.End
		}
		if got := b.String() + plain[at:]; got != text {
			t.Errorf("got  %s\nwant %s", got, text)
		}
	}
}

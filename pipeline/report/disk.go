package report

import "github.com/concord-l10n/concord"

func diskOffset(d *concord.Document, offset int) int { return offset }

func escape(d *concord.Document, text string) string { return text }

func encoded(d *concord.Document) ([]byte, error) { return d.Raw, nil }

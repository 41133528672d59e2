package report

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/format"
)

// Offsets in a report are those of the file on disk, and so is what a fix
// would write there.

func diskOffset(d *concord.Document, offset int) int { return format.DiskOffset(d, offset) }

func escape(d *concord.Document, text string) string { return format.Escape(d, text) }

func encoded(d *concord.Document) ([]byte, error) { return format.Encode(d) }

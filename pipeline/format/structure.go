package format

import (
	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/locales"
)

func classify(d *concord.Document, r *locales.Rules) {}

// Package concord holds the nouns of the pipeline: releases, documents,
// segments, findings and fixes. It reads no file and knows no language; every
// other package speaks in its terms.
package concord

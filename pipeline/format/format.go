// Package format reads release files into documents and splices edits back.
// A format is one file here: how to decode it and how to escape text for it.
package format

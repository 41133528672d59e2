package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/concord-l10n/concord"
	"github.com/concord-l10n/concord/pipeline/bundle"
	"github.com/concord-l10n/concord/pipeline/fix"
)

func (b *building) at(name string) string { return filepath.Join(b.out, filepath.FromSlash(name)) }

// compare says whether the output folder is up to date.
func (b *building) compare(files []bundle.File) error {
	old, err := b.present(files)
	if err != nil {
		return err
	}
	differ := bundle.Compare(old, files)
	for _, m := range differ {
		if _, err := fmt.Fprintln(b.tells, visible(b.say.Say(m))); err != nil {
			return b.written("-", err)
		}
	}
	if len(differ) > 0 {
		b.tell("build.stale", "Out", b.out)
		return exit(found)
	}
	return nil
}

// publish writes what changed, and removes what an earlier run wrote and this
// one does not.
func (b *building) publish(files []bundle.File) error {
	old, err := b.present(files)
	if err != nil {
		return err
	}
	var disk writer
	for _, f := range files {
		if data, ok := old[f.Name]; !ok || !bytes.Equal(data, f.Data) {
			if err := disk.write(b.at(f.Name), f.Data); err != nil {
				return err
			}
		}
		delete(old, f.Name)
	}
	if err := disk.settle(); err != nil {
		return err
	}
	for name := range old {
		if err := os.Remove(b.at(name)); err != nil {
			return err
		}
	}
	return nil
}

// summarise says what was built.
func (b *building) summarise(files []bundle.File) error {
	edits, questions := 0, 0
	for _, r := range b.edition.Releases {
		for _, d := range r.Decisions {
			switch d.Outcome {
			case fix.Applied:
				edits++
			case fix.Suppressed, fix.Elsewhere:
			default:
				questions++
			}
		}
	}
	gaps, err := b.edition.Gaps()
	if err != nil {
		return err
	}
	say := func(m concord.Message) {
		if err == nil {
			_, err = fmt.Fprintln(b.tells, visible(b.say.Say(m)))
		}
	}
	for _, f := range files {
		say(message("build.file", "File", b.at(f.Name)))
	}
	for _, m := range gaps {
		say(m)
	}
	say(message("build.summary", "Releases", message("build.releases", "PluralCount", len(b.edition.Releases)),
		"Edits", message("build.edits", "PluralCount", edits), "Questions", message("summary.questions", "PluralCount", questions), "Command", b.next))
	return err
}

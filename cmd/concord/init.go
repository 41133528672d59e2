package main

import (
	"embed"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
)

// sample is a project to look at and to try things on. What of it, or of blank, is
// for people to read is in a folder such as sample.zh-Hans too.
//
//go:embed all:sample all:sample.*
var sample embed.FS

// blank is a project to begin with.
//
//go:embed all:blank all:blank.*
var blank embed.FS

var initCommand = command{
	name: "init", args: "[DIR]", about: "about.init",
	examples: []string{"concord init", "concord init press", "concord init --sample demo"},
	flags:    func(t *tool) []cli.Flag { return []cli.Flag{t.boolFlag("sample", "flag.sample")} },
	run: func(t *tool, c *cli.Context) error {
		dir := c.Args().First()
		if c.Bool("sample") {
			return t.plant(sample, "sample", dir)
		}
		return t.plant(blank, "blank", dir)
	},
}

// plant writes a project into a folder. If one of its files is there already,
// it writes nothing.
func (t *tool) plant(from embed.FS, root, dir string) error {
	files := make(map[string][]byte)
	var order []string
	err := fs.WalkDir(from, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := from.ReadFile(name)
		rel := strings.TrimPrefix(name, root+"/")
		if own, err := from.ReadFile(path.Join(root+"."+t.say.Tag().String(), rel)); err == nil {
			data = own
		}
		place := filepath.Join(dir, filepath.FromSlash(rel))
		files[place] = data
		order = append(order, place)
		return err
	})
	if err != nil {
		return err
	}
	for _, place := range order {
		if _, err := os.Lstat(place); err == nil {
			return t.fault("init.exists", "File", place)
		} else if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	for _, place := range order {
		if err := write(place, files[place]); err != nil {
			t.complain(err)
			return exit(incomplete)
		}
	}
	t.tell("init.done", "PluralCount", len(order), "Folder", path.Join(filepath.ToSlash(dir), "."))
	return nil
}

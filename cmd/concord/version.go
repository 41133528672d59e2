package main

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v2"
)

var versionCommand = command{
	name: "version", about: "about.version",
	examples: []string{"concord version", "concord version --json", "concord --version"},
	flags:    func(t *tool) []cli.Flag { return []cli.Flag{t.boolFlag("json", "flag.json")} },
	run: func(t *tool, c *cli.Context) error {
		v := built()
		if c.Bool("json") {
			data, err := json.Marshal(v)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(t.out, "%s\n", data)
			return t.written("-", err)
		}
		_, err := fmt.Fprintf(t.out, "concord %s %s %s\n", v.Version, v.Go, v.Platform)
		return t.written("-", err)
	},
}

// A build says what the program was made of.
type buildInfo struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	Modified bool   `json:"modified,omitempty"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func built() buildInfo {
	v := buildInfo{Version: "(devel)", Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	if info.Main.Version != "" {
		v.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Revision = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	return v
}

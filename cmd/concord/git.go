package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// A repository runs git where it is asked. Git is only ever asked for --since
// and --staged, and only to read.
type repository struct {
	*tool
	ctx  context.Context
	root string // folder, without symbolic links; "" is the one that concord was started in
}

// plain keeps the settings of whoever runs git out of what it says.
var plain = []string{
	"-c", "core.quotePath=true", "-c", "core.fsmonitor=false", "-c", "diff.relative=false", "-c", "diff.noprefix=false",
	"-c", "diff.mnemonicPrefix=false", "-c", "diff.interHunkContext=0", "-c", "diff.suppressBlankEmpty=false",
}

// git returns what a command of git says. An error of git is an *exec.ExitError.
func (r *repository) git(args ...string) ([]byte, error) {
	cmd := exec.CommandContext(r.ctx, "git", append(plain, args...)...)
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_PAGER=cat")
	if os.Getenv("GIT_WORK_TREE") == "" {
		cmd.Env = slices.DeleteFunc(cmd.Env, func(v string) bool { return strings.HasPrefix(v, "GIT_DIR=") }) // in a hook it would make any folder the root
	}
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, r.fault("git.missing")
	}
	return out, err
}

// must is git where an error is nobody's intention.
func (r *repository) must(args ...string) ([]byte, error) {
	out, err := r.git(args...)
	return out, r.explained(args[0], err)
}

// explained makes what git says against a command of it something to tell.
func (r *repository) explained(command string, err error) error {
	var failed *exec.ExitError
	if !errors.As(err, &failed) {
		return err
	}
	why, more, _ := strings.Cut(strings.TrimSpace(string(failed.Stderr)), "\n")
	if _, advice, ok := strings.Cut(more, "git config"); ok {
		advice, _, _ = strings.Cut(advice, "\n")
		return r.fault("git.advised", "Command", command, "Why", why, "Next", "git config"+advice)
	}
	return r.fault("git.failed", "Command", command, "Why", why)
}

// names runs a command that says names of files, each ended by a zero byte.
func (r *repository) names(args ...string) (map[string]bool, error) {
	out, err := r.must(args...)
	all := make(map[string]bool)
	for name := range bytes.SplitSeq(out, []byte{0}) {
		if len(name) > 0 {
			all[string(name)] = true
		}
	}
	return all, err
}

// base returns the commit at which what is checked out and ref parted. Before
// the first commit HEAD is a tree with nothing in it.
func (r *repository) base(ref string) (string, error) {
	commit, err := r.git("rev-parse", "--verify", "--quiet", "--end-of-options", ref+"^{commit}")
	var failed *exec.ExitError
	if errors.As(err, &failed) && ref == "HEAD" {
		empty, err := r.must("hash-object", "-t", "tree", "--stdin")
		return strings.TrimSpace(string(empty)), err
	} else if errors.As(err, &failed) {
		return "", r.fault("git.no-commit", "Ref", ref)
	} else if err != nil {
		return "", err
	}
	base, err := r.git("merge-base", strings.TrimSpace(string(commit)), "HEAD")
	if errors.As(err, &failed) {
		return "", r.fault("git.no-base", "Ref", ref)
	}
	return strings.TrimSpace(string(base)), err
}

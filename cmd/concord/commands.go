package main

import "github.com/urfave/cli/v2"

// A command is one subcommand. A new one is a file here and a line in commands.
type command struct {
	name     string
	args     string   // as usage lines show them
	about    string   // message that says what the command writes
	examples []string // command lines, for help
	flags    func(*tool) []cli.Flag
	run      func(*tool, *cli.Context) error
	below    []command
}

// commands lists the subcommands in the order that help shows them.
var commands = []command{
	initCommand,
	checkCommand,
	fixCommand,
	buildCommand,
	diffCommand,
	explainCommand,
	glossaryCommand,
	baselineCommand,
	configCommand,
	completionCommand,
	manCommand,
	versionCommand,
}

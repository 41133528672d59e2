//go:build !linux

package main

import "io/fs"

// identity would tell a file from another that takes its place; here size and
// time must do.
func identity(fs.FileInfo) string { return "" }

// owned would report whether a file belongs to the user who runs this; here the
// folder of the user's cache must do.
func owned(fs.FileInfo) bool { return true }

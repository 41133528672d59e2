// Command concord makes machine-translated releases say the right names.
package main

import "os"

func main() {
	patient(os.Getenv)
	os.Exit(run(os.Args, system()))
}

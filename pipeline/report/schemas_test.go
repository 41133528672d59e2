package report

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSchemas holds outputs in JSON to the schemas of those who read them.
func TestSchemas(t *testing.T) {
	for _, name := range []string{"sarif", "gitlab", "rdjson"} {
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		schema, err := c.Compile("testdata/schema/" + name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		for of, r := range reports(t) {
			v, err := jsonschema.UnmarshalJSON(strings.NewReader(print(t, name, r)))
			if err != nil {
				t.Fatalf("%s, %s: %v", name, of, err)
			}
			if err := schema.Validate(v); err != nil {
				t.Errorf("%s, %s: %v", name, of, err)
			}
		}
	}
}

// TestXMLSchemas holds outputs in XML to the schemas of those who read them.
func TestXMLSchemas(t *testing.T) {
	if _, err := exec.LookPath("xmllint"); err != nil {
		t.Skip("xmllint is not installed; it is in libxml2-utils")
	}
	for schema, name := range map[string]string{"jenkins-junit": "junit", "junit": "junit", "checkstyle": "checkstyle"} {
		for of, r := range reports(t) {
			file := filepath.Join(t.TempDir(), "out.xml")
			if err := os.WriteFile(file, []byte(print(t, name, r)), 0o666); err != nil {
				t.Fatal(err)
			}
			if out, err := exec.Command("xmllint", "--noout", "--schema", "testdata/schema/"+schema+".xsd", file).CombinedOutput(); err != nil {
				t.Errorf("%s, %s: %v\n%s", schema, of, err, out)
			}
		}
	}
}

// What is read back from XML is the name of the file, but for what XML has no
// way to say.
func TestXMLNames(t *testing.T) {
	r := nastyReport(t)
	var cs struct {
		Files []struct {
			Name string `xml:"name,attr"`
		} `xml:"file"`
	}
	if err := xml.Unmarshal([]byte(print(t, "checkstyle", r)), &cs); err != nil {
		t.Fatal(err)
	}
	names := make(map[string]bool)
	for _, f := range cs.Files {
		names[f.Name] = true
	}
	for _, text := range nasty {
		want := strings.NewReplacer("\x1b", `\u{1b}`, "\ufffe", `\u{fffe}`).Replace("dir/" + text + ".txt")
		if !names[want] {
			t.Errorf("no file %q", want)
		}
	}
}

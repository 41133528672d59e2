package glossary

import (
	"encoding/binary"
	"reflect"
	"regexp"
	"slices"

	"golang.org/x/text/language"
)

// How concepts are kept as bytes: numbers as varints, texts with their length
// before them, a struct as the numbers and values of those of its exported
// fields that are not zero. So a term costs little more than its text, and what terms say of
// themselves can grow without this file being told.

var (
	tagType     = reflect.TypeFor[language.Tag]()
	patternType = reflect.TypeFor[*regexp.Regexp]()
)

// An encoder appends values to bytes.
type encoder struct{ b []byte }

func (e *encoder) uint(x uint64) { e.b = binary.AppendUvarint(e.b, x) }
func (e *encoder) int(x int)     { e.b = binary.AppendVarint(e.b, int64(x)) }

func (e *encoder) text(s string) {
	e.uint(uint64(len(s)))
	e.b = append(e.b, s...)
}

// value appends any value that a concept is made of.
func (e *encoder) value(v reflect.Value) {
	switch v.Type() {
	case tagType:
		e.text(v.Interface().(language.Tag).String())
		return
	case patternType:
		e.text(v.Interface().(*regexp.Regexp).String())
		return
	}
	switch v.Kind() {
	case reflect.String:
		e.text(v.String())
	case reflect.Bool:
		e.uint(map[bool]uint64{true: 1}[v.Bool()])
	case reflect.Int:
		e.int(int(v.Int()))
	case reflect.Uint8:
		e.uint(v.Uint())
	case reflect.Slice:
		e.uint(uint64(v.Len()))
		for i := range v.Len() {
			e.value(v.Index(i))
		}
	case reflect.Map: // of texts by tag, in the order of tags
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int {
			return slices.Compare(bytesOf(a.Interface().(language.Tag).String()), bytesOf(b.Interface().(language.Tag).String()))
		})
		e.uint(uint64(len(keys)))
		for _, k := range keys {
			e.value(k)
			e.value(v.MapIndex(k))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); v.Type().Field(i).IsExported() && !f.IsZero() {
				e.uint(uint64(i + 1))
				e.value(f)
			}
		}
		e.uint(0)
	default:
		panic("glossary: no way to keep a " + v.Type().String())
	}
}

// A decoder takes values from bytes. What is not as it must be makes it bad, and
// all that follows zero.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) fail() {
	d.b, d.bad = nil, true
}

func (d *decoder) uint() uint64 {
	x, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[n:]
	return x
}

func (d *decoder) int() int {
	x, n := binary.Varint(d.b)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.b = d.b[n:]
	return int(x)
}

// length takes the length of something that follows, a byte or more an element.
func (d *decoder) length() int {
	n := d.uint()
	if n > uint64(len(d.b)) {
		d.fail()
		return 0
	}
	return int(n)
}

// view takes a text without copying it.
func (d *decoder) view() string {
	n := d.length()
	s := stringOf(d.b[:n])
	d.b = d.b[n:]
	return s
}

func (d *decoder) text() string { return string(bytesOf(d.view())) }

// value takes a value of the type of v, and sets v.
func (d *decoder) value(v reflect.Value) {
	switch v.Type() {
	case tagType:
		tag, err := language.Parse(d.text())
		d.bad = d.bad || err != nil
		v.Set(reflect.ValueOf(tag))
		return
	case patternType:
		re, err := regexp.Compile(d.text())
		d.bad = d.bad || err != nil
		v.Set(reflect.ValueOf(re))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(d.text())
	case reflect.Bool:
		v.SetBool(d.uint() != 0)
	case reflect.Int:
		v.SetInt(int64(d.int()))
	case reflect.Uint8:
		v.SetUint(d.uint() & 0xFF)
	case reflect.Slice:
		n := d.length()
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			d.value(v.Index(i))
		}
	case reflect.Map:
		n := d.length()
		v.Set(reflect.MakeMap(v.Type()))
		for range n {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			d.value(key)
			d.value(value)
			v.SetMapIndex(key, value)
		}
	case reflect.Struct:
		for i := d.uint(); i != 0; i = d.uint() {
			if i > uint64(v.NumField()) || !v.Type().Field(int(i-1)).IsExported() {
				d.fail()
				return
			}
			d.value(v.Field(int(i - 1)))
		}
	default:
		d.fail()
	}
}

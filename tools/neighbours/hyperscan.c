// Hyperscan's literals on the job of concord's matcher, as near as they come:
//
//     hyperscan TERMS TEXT
//
// Every occurrence is reported, those inside longer ones too: hyperscan knows
// neither leftmost nor longest. ASCII case is folded. It knows no boundaries of
// words for literals: they are looked at when it reports one. As in measure.rs,
// half a second of user time, MB (10^6) a second and matches a KB (2^10).

#include <ctype.h>
#include <hs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static char *text, *terms;
static size_t size, *lengths;

static int word(unsigned char b) { return isalnum(b) || b == '_' || (b >= 0xC3 && b != 0xE2); }

static int found(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *hits) {
	(void)from, (void)flags;
	size_t start = to - lengths[id];
	if ((start == 0 || !word(text[start - 1])) && (to == size || !word(text[to])))
		++*(size_t *)hits;
	return 0;
}

static void die(const char *what) {
	fprintf(stderr, "hyperscan: %s\n", what);
	exit(1);
}

static char *slurp(const char *name, size_t *length) {
	FILE *f = fopen(name, "rb");
	if (!f || fseek(f, 0, SEEK_END))
		die(name);
	*length = ftell(f);
	rewind(f);
	char *all = malloc(*length + 1);
	if (!all || fread(all, 1, *length, f) != *length)
		die(name);
	fclose(f);
	all[*length] = 0;
	return all;
}

// user_time is that of this process, in seconds.
static double user_time(void) {
	struct rusage used;
	getrusage(RUSAGE_SELF, &used);
	return used.ru_utime.tv_sec + used.ru_utime.tv_usec / 1e6;
}

// compile makes a database of the terms, one a line.
static hs_database_t *compile(void) {
	size_t n = 0;
	for (char *c = terms; *c; c++)
		n += *c == '\n';
	const char **lines = calloc(n, sizeof *lines);
	unsigned *flags = calloc(n, sizeof *flags), *ids = calloc(n, sizeof *ids);
	lengths = calloc(n, sizeof *lengths);
	char *line = terms;
	for (size_t i = 0; i < n; i++) {
		char *end = strchr(line, '\n');
		lines[i] = line, lengths[i] = end - line, ids[i] = i, flags[i] = HS_FLAG_CASELESS;
		*end = 0, line = end + 1;
	}
	hs_database_t *db;
	hs_compile_error_t *wrong;
	if (hs_compile_lit_multi(lines, flags, ids, lengths, n, HS_MODE_BLOCK, NULL, &db, &wrong) != HS_SUCCESS)
		die(wrong->message);
	return db;
}

int main(int argc, char **argv) {
	if (argc != 3)
		die("two files, please: terms and text");
	size_t unused, hits = 0, again;
	terms = slurp(argv[1], &unused);
	text = slurp(argv[2], &size);
	hs_database_t *db = compile();
	hs_scratch_t *scratch = NULL;
	if (hs_alloc_scratch(db, &scratch) != HS_SUCCESS || hs_scan(db, text, size, 0, scratch, found, &hits) != HS_SUCCESS)
		die("cannot search");
	double start = user_time(), bytes = 0, used = 0;
	while (used < 0.5) {
		again = 0;
		if (hs_scan(db, text, size, 0, scratch, found, &again) != HS_SUCCESS || again != hits)
			die("found something else the second time");
		bytes += size;
		used = user_time() - start;
	}
	printf("%.1f %.3f\n", bytes / 1e6 / used, hits * 1024.0 / size);
}

//! The crate aho-corasick on the job of concord's matcher, as near as it comes:
//!
//!     neighbour-aho-corasick KIND TERMS TEXT
//!
//! KIND is auto (what the crate chooses by itself) or dfa. Matches are leftmost,
//! longest and without regard to ASCII case. The crate knows no word boundaries:
//! a match that has none is left out, and with it a shorter one inside it.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

#[path = "../../measure.rs"]
mod measure;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let kind = match args[1].as_str() {
        "auto" => None,
        "dfa" => Some(AhoCorasickKind::DFA),
        other => panic!("unknown kind {other}: auto or dfa"),
    };
    let terms = measure::terms(&args[2]);
    let text = measure::text(&args[3]);
    let automaton = AhoCorasick::builder()
        .kind(kind)
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(&terms)
        .expect("terms that can be searched for");
    measure::report(&text, || {
        automaton.find_iter(&text).filter(|m| measure::whole(&text, m.start(), m.end())).count()
    });
}

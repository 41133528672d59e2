//! The crate daachorse on the job of concord's matcher, as near as it comes:
//!
//!     neighbour-daachorse TERMS TEXT
//!
//! Matches are leftmost and longest. The crate folds no case: it is given terms
//! and text in lower case, and what that takes is not counted. It knows no word
//! boundaries: a match that has none is left out, and with it a shorter one inside.

use std::collections::BTreeSet;

use daachorse::{DoubleArrayAhoCorasick, DoubleArrayAhoCorasickBuilder, MatchKind};

#[path = "../../measure.rs"]
mod measure;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let mut terms = measure::terms(&args[1]);
    let mut text = measure::text(&args[2]);
    terms.iter_mut().for_each(|t| t.make_ascii_lowercase());
    text.make_ascii_lowercase();
    let terms: BTreeSet<_> = terms.into_iter().collect(); // it refuses duplicates
    let automaton: DoubleArrayAhoCorasick<u32> = DoubleArrayAhoCorasickBuilder::new()
        .match_kind(MatchKind::LeftmostLongest)
        .build(terms)
        .expect("terms that can be searched for");
    measure::report(&text, || {
        automaton.leftmost_find_iter(&text).filter(|m| measure::whole(&text, m.start(), m.end())).count()
    });
}

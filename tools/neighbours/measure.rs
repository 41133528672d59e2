//! What the programs in Rust share: reading, word boundaries, and the measure.

use std::ffi::{c_int, c_long};

/// What a process has used, as Linux on 64 bits gives it.
#[repr(C)]
#[derive(Default)]
struct Usage {
    user: [c_long; 2], // seconds, microseconds
    rest: [c_long; 16],
}

extern "C" {
    fn getrusage(who: c_int, usage: *mut Usage) -> c_int;
}

/// User time of this process, in seconds.
fn user_time() -> f64 {
    let mut u = Usage::default();
    assert_eq!(unsafe { getrusage(0, &mut u) }, 0);
    u.user[0] as f64 + u.user[1] as f64 / 1e6
}

pub fn text(file: &str) -> Vec<u8> {
    std::fs::read(file).expect(file)
}

/// The terms of a file, one a line.
pub fn terms(file: &str) -> Vec<String> {
    std::fs::read_to_string(file).expect(file).lines().map(String::from).collect()
}

/// Whether no letter, digit or underscore touches a match.
pub fn whole(text: &[u8], start: usize, end: usize) -> bool {
    (start == 0 || !word(text[start - 1])) && (end == text.len() || !word(text[end]))
}

/// The lead bytes of accented letters are part of a word; those of quotation marks
/// and dashes (E2) and of the no-break space (C2), and bytes that continue, are not.
fn word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_' || b >= 0xC3 && b != 0xE2
}

/// Searches again and again for half a second of user time, after one time to warm
/// up, and prints MB (10^6) a second and matches a KB (2^10).
pub fn report(text: &[u8], find: impl Fn() -> usize) {
    let hits = find();
    let start = user_time();
    let (mut bytes, mut used) = (0.0, 0.0);
    while used < 0.5 {
        assert_eq!(find(), hits);
        bytes += text.len() as f64;
        used = user_time() - start;
    }
    println!("{:.1} {:.3}", bytes / 1e6 / used, hits as f64 * 1024.0 / text.len() as f64);
}

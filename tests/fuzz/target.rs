//! The fuzzing target: `cargo xtask fuzz` runs it, guided by what it covers.
#![no_main]

mod reads;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| reads::reads(bytes));

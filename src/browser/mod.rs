//! The only code that touches the browser. Every refusal is an answer, never a panic: the app works on without.

pub mod address;
pub mod camera;
pub mod clipboard;
pub mod dialog;
pub mod file;
pub mod host;
pub mod page;
mod promise;
pub mod storage;

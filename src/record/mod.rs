//! The result in other forms than the app's pages.

pub mod dial;

//! Streams between Rust and the browser: what Leptos's server functions name of the crate that this one stands for.
//!
//! The app has no server and calls none of it, so the linker drops it all. Of the real crate it could not drop the three
//! classes exported to JavaScript, nor what they lead to (`docs/decisions/0010-what-is-left-out.md`).

use futures_core::Stream;
use wasm_bindgen::JsValue;
use web_sys::ReadableStream as Raw;

/// A stream of the browser's.
#[derive(Debug)]
pub struct ReadableStream(Raw);

impl ReadableStream {
    /// Would make a stream of the browser's from one of Rust's.
    ///
    /// # Panics
    ///
    /// Always: there is no server to send a stream to.
    pub fn from_stream(_stream: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        absent()
    }

    /// The browser's own stream.
    #[must_use]
    pub fn into_raw(self) -> Raw {
        self.0
    }

    /// The stream around the browser's own.
    #[must_use]
    pub const fn from_raw(raw: Raw) -> Self {
        Self(raw)
    }

    /// Would make a stream of Rust's from the browser's.
    ///
    /// # Panics
    ///
    /// Always: there is no server that sends a stream.
    #[must_use]
    pub fn into_stream(self) -> Never {
        absent()
    }
}

fn absent() -> ! {
    panic!("the app has no server, and wasm-streams is left out of it")
}

/// The stream that there never is.
#[derive(Debug)]
pub enum Never {}

impl Stream for Never {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(
        self: core::pin::Pin<&mut Self>,
        _: &mut core::task::Context<'_>,
    ) -> core::task::Poll<Option<Self::Item>> {
        match *self {}
    }
}

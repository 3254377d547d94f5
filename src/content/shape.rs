//! The form in which content travels inside the wasm. The only place that says how domain types are written down here:
//! links have a shape of their own.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use super::Content;
use crate::domain::{Date, QuestionId, Text, Verdict};

/// Carried bytes that are not a packed content.
#[derive(Debug)]
pub struct Broken(postcard::Error);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a packed content: {}", self.0)
    }
}

impl core::error::Error for Broken {}

/// Writes content in its compact form.
///
/// # Errors
///
/// None in practice: the writer grows as it needs.
pub fn pack(content: &Content) -> Result<Vec<u8>, Broken> {
    postcard::to_allocvec(content).map_err(Broken)
}

/// Reads content back from its compact form.
///
/// # Errors
///
/// When the bytes were not written by [`pack`] of the same version.
pub fn unpack(bytes: &[u8]) -> Result<Content, Broken> {
    postcard::from_bytes(bytes).map_err(Broken)
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.fr, &self.en).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Text {
    // Content has some eight hundred texts in forty places: inlined, each place would carry this code.
    #[inline(never)]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (fr, en) = Deserialize::deserialize(deserializer)?;
        Ok(Self { fr, en })
    }
}

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (*self as u8).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Verdict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let index = u8::deserialize(deserializer)?;
        Self::from_index(index.into()).ok_or_else(|| D::Error::custom("no such verdict"))
    }
}

impl Serialize for QuestionId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for QuestionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        u8::deserialize(deserializer).map(Self)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.year, self.month, self.day).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (year, month, day) = Deserialize::deserialize(deserializer)?;
        Ok(Self { year, month, day })
    }
}

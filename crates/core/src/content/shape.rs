//! The format of the bundled content, which is postcard. Domain types get their serialisation here, and nowhere else: links
//! have another format.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Content;
use crate::domain::{Date, QuestionId, Text, Verdict};

/// Serialises content.
///
/// # Errors
///
/// The error of postcard. No content accepted by [`super::load()`] causes one.
pub fn pack(content: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(content)
}

/// Deserialises content.
///
/// # Errors
///
/// The error of postcard, when [`pack`] of the same version did not write the bytes.
pub fn unpack(bytes: &[u8]) -> Result<Content, postcard::Error> {
    postcard::from_bytes(bytes)
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.fr, &self.en).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Text {
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
        Self::from_index(index.into()).ok_or_else(|| de::Error::custom("no such verdict"))
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

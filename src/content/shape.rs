//! The form in which content travels inside the wasm: postcard's, with the texts set apart. The only place that says how
//! domain types are written down here: links have a shape of their own.
//!
//! French texts come one after the other, then English ones, each ended by a zero, then everything else: what compresses the
//! wasm foretells a language better when it is not cut by another one, and an end better than a length.

use core::fmt;

use serde::de::{DeserializeSeed, EnumAccess, IntoDeserializer, SeqAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Content;
use crate::domain::{Date, QuestionId, Text, Verdict};

/// What ends a text.
const END: u8 = 0;

/// Writes content in its compact form.
///
/// # Errors
///
/// When a text holds the character that ends them.
#[cfg(not(target_arch = "wasm32"))]
pub fn pack(content: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    apart::HALVES.take();
    let rest = postcard::to_allocvec(content)?;
    let [fr, en] = apart::HALVES.take();
    let lens = postcard::to_allocvec(&(fr.len(), en.len()))?;
    Ok([lens.as_slice(), fr.as_bytes(), en.as_bytes(), &rest].concat())
}

/// The texts of what is being packed, set apart as serde meets them.
#[cfg(not(target_arch = "wasm32"))]
mod apart {
    use std::cell::Cell;

    use super::{END, Text};

    thread_local! {
        pub(super) static HALVES: Cell<[String; 2]> = const { Cell::new([String::new(), String::new()]) };
    }

    /// Sets a text apart; not one that holds the character that ends them.
    pub(super) fn set(text: &Text) -> bool {
        let mut halves = HALVES.take();
        for (half, text) in halves.iter_mut().zip([&text.fr, &text.en]) {
            half.push_str(text);
            half.push(char::from(END));
        }
        HALVES.set(halves);
        ![&text.fr, &text.en].iter().any(|text| text.as_bytes().contains(&END))
    }
}

/// Reads content back from its compact form.
///
/// # Panics
///
/// When the bytes were not written by [`pack`] of the same version, which only a broken build can cause.
#[must_use]
pub fn unpack(bytes: &[u8]) -> Content {
    let mut reader = Reader { bytes, halves: [&[], &[]] };
    let lens = [reader.number(), reader.number()];
    reader.halves = lens.map(|len| reader.take(len));
    match Content::deserialize(&mut reader) {
        Ok(content) => content,
        Err(never) => match never {},
    }
}

/// Reads what postcard writes, and cannot fail: there is nothing to do without content. Postcard's own reader may fail at
/// every field, and what then drops the fields already read takes a tenth of the wasm's code (decision 3 has the figures).
struct Reader<'a> {
    bytes: &'a [u8],
    /// What is left of the French texts, and of the English ones.
    halves: [&'a [u8]; 2],
}

/// The error there never is: a broken build panics.
#[derive(Debug)]
enum Never {}

#[cold]
#[inline(never)]
fn broken() -> ! {
    panic!("the content this build carries cannot be read");
}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl core::error::Error for Never {}

impl de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        broken()
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        broken()
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        broken()
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        broken()
    }
}

impl<'a> Reader<'a> {
    #[inline(never)]
    fn byte(&mut self) -> u8 {
        let Some((byte, rest)) = self.bytes.split_first() else {
            broken();
        };
        self.bytes = rest;
        *byte
    }

    /// A number, seven bits a byte, lowest first.
    #[inline(never)]
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return number;
            }
        }
        broken();
    }

    #[inline(never)]
    fn text(&mut self) -> &'a str {
        let len = self.number();
        text(self.take(len))
    }

    fn take(&mut self, len: u32) -> &'a [u8] {
        let Some((bytes, rest)) = self.bytes.split_at_checked(len as usize) else {
            broken();
        };
        self.bytes = rest;
        bytes
    }
}

#[inline(never)]
fn text(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).unwrap_or_else(|_| broken())
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Never> {
        // The form says no types: each is read as what the content expects.
        broken()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_bool(self.byte() != 0)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u8(self.byte())
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_u32(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_u32(self.number())
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_str(self.text())
    }

    #[inline(never)]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        if self.byte() == 0 { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    #[inline(never)]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.number() as usize;
        visitor.visit_seq(Items { reader: self, left })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields { reader: self })
    }

    /// A text, whose halves are apart: there is no other structure without names.
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(TextHalves(self.halves.iter_mut()))
    }

    #[inline(never)]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Fields { reader: self })
    }

    #[inline(never)]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_enum(self)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u64 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct map identifier
        ignored_any
    }
}

/// The fields of a structure: who reads them asks for as many as there are, so there is always one more.
struct Fields<'r, 'de> {
    reader: &'r mut Reader<'de>,
}

impl<'de> SeqAccess<'de> for Fields<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.reader).map(Some)
    }
}

/// The halves of a text, each the next one of its language.
struct TextHalves<'r, 'de>(core::slice::IterMut<'r, &'de [u8]>);

impl<'de> SeqAccess<'de> for TextHalves<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        let Some(half) = self.0.next() else {
            broken();
        };
        let mut parts = half.splitn(2, |byte| *byte == END);
        let (Some(first), Some(rest)) = (parts.next(), parts.next()) else {
            broken();
        };
        *half = rest;
        seed.deserialize(text(first).into_deserializer()).map(Some)
    }
}

/// What is left of a list.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Never;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Never> {
        let variant = self.number();
        Ok((seed.deserialize(variant.into_deserializer())?, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Never;

    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Never> {
        self.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Never> {
        self.deserialize_tuple(fields.len(), visitor)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[cfg(not(target_arch = "wasm32"))]
        if !apart::set(self) {
            return Err(serde::ser::Error::custom("a text holds the character that ends them"));
        }
        serializer.serialize_unit()
    }
}

#[derive(Deserialize)]
struct Halves(String, String);

impl<'de> Deserialize<'de> for Text {
    // Content has some eight hundred texts in forty places: inlined, each place would carry this code.
    #[inline(never)]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Halves(fr, en) = Deserialize::deserialize(deserializer)?;
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

//! Encodes bits as the characters of base64url, six bits to a character, most significant bit first.
//!
//! Chats and addresses leave these characters unchanged.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The six bits of a character; none when it is not in the alphabet.
pub(super) fn value(char: u8) -> Option<u32> {
    ALPHABET.iter().position(|candidate| *candidate == char).and_then(|value| u32::try_from(value).ok())
}

/// The character of the lowest six bits.
pub(super) fn char(value: u32) -> char {
    char::from(ALPHABET[(value & 63) as usize])
}

/// Writes numbers of given widths, one after the other.
#[derive(Default)]
pub(super) struct Writer {
    bits: Vec<bool>,
}

impl Writer {
    /// Adds the lowest `width` bits of a number.
    pub(super) fn put(&mut self, number: u32, width: u32) {
        self.bits.extend((0..width).rev().map(|place| number >> place & 1 == 1));
    }

    /// The characters. Zero bits fill the last one.
    pub(super) fn finish(self) -> String {
        self.bits
            .chunks(6)
            .map(|chunk| {
                let bits = chunk.iter().fold(0, |bits, bit| bits << 1 | u32::from(*bit));
                char(bits << (6 - chunk.len()))
            })
            .collect()
    }
}

/// Reads numbers of given widths, one after the other.
pub(super) struct Reader<'a> {
    chars: &'a [u8],
    bit: usize,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(chars: &'a [u8]) -> Self {
        Self { chars, bit: 0 }
    }

    /// The next number of `width` bits; none when the text is too short.
    pub(super) fn take(&mut self, width: u32) -> Option<u32> {
        (0..width).try_fold(0, |number, _| {
            let bits = value(*self.chars.get(self.bit / 6)?)?;
            let bit = bits >> (5 - self.bit % 6) & 1;
            self.bit += 1;
            Some(number << 1 | bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};

    #[test]
    fn numbers_are_read_as_written() {
        let numbers = [(5, 3), (0, 1), (1023, 10), (1, 1), (40_000, 16)];
        let mut writer = Writer::default();
        for (number, width) in numbers {
            writer.put(number, width);
        }
        let text = writer.finish();
        let mut reader = Reader::new(text.as_bytes());
        for (number, width) in numbers {
            assert_eq!(reader.take(width), Some(number));
        }
    }

    #[test]
    fn a_short_text_gives_no_number() {
        assert_eq!(Reader::new(b"A").take(7), None);
    }
}

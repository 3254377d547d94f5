//! The dial's geometry, as SVG: five sectors from left to right, an arc over the verdicts still possible, a needle.
//!
//! Units are those of the view box. The centre is at (160, 150); a sector spans 36 degrees.

/// The view box of the dial alone.
pub const VIEW_BOX: &str = "38 28 244 132";
/// The view box with room for the five names around it.
pub const VIEW_BOX_NAMED: &str = "-66 -38 464 206";
/// The arcs of the five sectors, at the middle of their 20 units of thickness.
pub const SECTORS: [&str; 5] = [
    "M56 150A104 104 0 0 1 75.9 88.9",
    "M75.9 88.9A104 104 0 0 1 127.9 51.1",
    "M127.9 51.1A104 104 0 0 1 192.1 51.1",
    "M192.1 51.1A104 104 0 0 1 244.1 88.9",
    "M244.1 88.9A104 104 0 0 1 264 150",
];
/// The lines between sectors.
pub const TICKS: &str = "M85.6 95.9L66.2 81.8M131.6 62.5L124.2 39.7M188.4 62.5L195.8 39.7M234.4 95.9L253.8 81.8";
/// The needle, pointing up.
pub const NEEDLE: &str = "M160 66L167 150A7 7 0 0 1 153 150Z";
/// How far the needle turns for each verdict, in degrees, clockwise.
pub const TURNS: [i16; 5] = [-72, -36, 0, 36, 72];
/// How far the second line of a name is below the first.
pub const NAME_LINE: &str = "24";
/// Where each name stands: its anchor, and its first line's place. Names are 22 units high, which a phone shows at 16 pixels.
pub const NAMES: [(&str, &str, &str); 5] = [
    ("end", "36", "104"),
    ("end", "82", "28"),
    ("middle", "160", "-14"),
    ("start", "238", "28"),
    ("start", "284", "104"),
];

/// A name on two lines, as even as its words allow; a short one stays whole.
#[must_use]
pub fn two_lines(name: &str) -> (&str, &str) {
    if name.chars().count() <= 10 {
        return (name, "");
    }
    let middle = name.len() / 2;
    let space = name.match_indices(' ').map(|(place, _)| place).min_by_key(|place| place.abs_diff(middle));
    let parts = space.and_then(|space| Some((name.get(..space)?, name.get(space + 1..)?)));
    parts.unwrap_or((name, ""))
}

#[cfg(test)]
mod tests {
    use super::two_lines;

    #[test]
    fn a_name_breaks_at_the_space_nearest_its_middle() {
        assert_eq!(two_lines("À essayer en lab"), ("À essayer", "en lab"));
        assert_eq!(two_lines("Adopt"), ("Adopt", ""));
        assert_eq!(two_lines("Incontournable"), ("Incontournable", ""));
    }
}

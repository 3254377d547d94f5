//! The geometry of the dial, as SVG path data: five sectors from left to right, the lines between them and the needle.
//!
//! Coordinates are in units of the view box. The centre is at (160, 150) and a sector spans 36 degrees.

/// The view box of the dial without names.
pub const VIEW_BOX: &str = "38 28 244 132";
/// The view box of the dial with the five names around it.
pub const VIEW_BOX_NAMED: &str = "-66 -38 464 206";
/// The centre lines of the five sectors. They are drawn as strokes, 20 units wide.
pub const SECTORS: [&str; 5] = [
    "M56 150A104 104 0 0 1 75.9 88.9",
    "M75.9 88.9A104 104 0 0 1 127.9 51.1",
    "M127.9 51.1A104 104 0 0 1 192.1 51.1",
    "M192.1 51.1A104 104 0 0 1 244.1 88.9",
    "M244.1 88.9A104 104 0 0 1 264 150",
];
/// The lines between the sectors.
pub const TICKS: &str = "M85.6 95.9L66.2 81.8M131.6 62.5L124.2 39.7M188.4 62.5L195.8 39.7M234.4 95.9L253.8 81.8";
/// The needle, pointing up.
pub const NEEDLE: &str = "M160 66L167 150A7 7 0 0 1 153 150Z";
/// The rotation of the needle for each verdict, in degrees, clockwise.
pub const TURNS: [i16; 5] = [-72, -36, 0, 36, 72];
/// The distance between the two lines of a name.
pub const NAME_LINE: &str = "24";
/// The position of each name: `text-anchor`, then `x` and `y` of its first line.
///
/// Letters are 22 units high, which a phone shows at 16 pixels.
pub const NAMES: [(&str, &str, &str); 5] = [
    ("end", "36", "104"),
    ("end", "82", "28"),
    ("middle", "160", "-14"),
    ("start", "238", "28"),
    ("start", "284", "104"),
];

/// Splits a name into two lines at the space nearest its middle. The second line of a short name is empty.
#[must_use]
pub fn two_lines(name: &str) -> (&str, &str) {
    if name.chars().count() <= 10 {
        return (name, "");
    }
    let middle = name.len() / 2;
    let space = name.match_indices(' ').map(|(place, _)| place).min_by_key(|place| place.abs_diff(middle));
    space.map_or((name, ""), |space| (&name[..space], &name[space + 1..]))
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

//! A calendar date. The current date is always an argument: only the browser code reads the clock.

use std::fmt;

/// A date of the Gregorian calendar. `Ord` is chronological, because the fields go from year to day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, as in 2026.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl Date {
    /// Parses an ISO 8601 date such as `2026-11-22`; none when the text is not a valid date.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|part| part.len() == 4)?.parse().ok()?;
        let month = parts.next().filter(|part| part.len() == 2)?.parse().ok()?;
        let day = parts.next().filter(|part| part.len() == 2)?.parse().ok()?;
        if parts.next().is_some() || !(1..=12).contains(&month) {
            return None;
        }
        (1..=days_in_month(year, month)).contains(&day).then_some(Self { year, month, day })
    }

    /// Whether `today` is more than a year after this date.
    #[must_use]
    pub fn is_over_a_year_before(self, today: Self) -> bool {
        today > Self { year: self.year.saturating_add(1), ..self }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn a_date_is_written_as_parsed() {
        for day in ["2026-11-22", "2024-02-29"] {
            assert_eq!(Date::parse(day).map(|date| date.to_string()).as_deref(), Some(day));
        }
    }

    #[test]
    fn a_year_ends_the_day_after_the_anniversary() {
        let day = |text: &str| Date::parse(text).unwrap();
        let is_over = |from: &str, today: &str| day(from).is_over_a_year_before(day(today));
        assert!(!is_over("2026-11-22", "2026-11-22") && !is_over("2026-11-22", "2027-11-22"));
        assert!(is_over("2026-11-22", "2027-11-23") && is_over("2026-11-22", "2031-01-01"));
        // 2025 has no 29 February: the year is over on 1 March.
        assert!(!is_over("2024-02-29", "2025-02-28") && is_over("2024-02-29", "2025-03-01"));
        // A clock set in the past gives no warning.
        assert!(!is_over("2026-11-22", "1970-01-01"));
    }

    #[test]
    fn invalid_dates_are_rejected() {
        for day in ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-01-", ""] {
            assert_eq!(Date::parse(day), None, "{day}");
        }
    }
}

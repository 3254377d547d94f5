//! The rest of the code: what the first screens do without. The single file carries it; on the site it comes once the app is on
//! screen, and may not come at all.

use super::AppState;
use crate::words::Notice;

/// Whether the rest of the code is here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// It is.
    #[default]
    Here,
    /// It is on its way.
    Awaited,
    /// It could not be had.
    Refused,
}

impl AppState {
    /// The rest of the code came, or could not be had.
    pub fn rest_came(&mut self, is_here: bool) {
        if is_here {
            self.rest = Rest::Here;
        } else {
            self.rest = Rest::Refused;
            self.told(Notice::RestRefused);
        }
    }
}

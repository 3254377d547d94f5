//! The journeys, in the order they are told. Each module holds one subject.

mod opens;

use crate::harness::journey::{EVERYWHERE, Journey, ON_THE_SITE, Setup, Storage};

/// Every journey.
pub const ALL: &[Journey] = &[
    Journey {
        name: "opens_quietly",
        setup: Setup::PLAIN,
        places: EVERYWHERE,
        run: |session| Box::pin(opens::quietly(session)),
    },
    Journey {
        name: "opens_without_storage",
        setup: Setup { storage: Storage::Refused, ..Setup::PLAIN },
        places: EVERYWHERE,
        run: |session| Box::pin(opens::quietly(session)),
    },
    Journey {
        name: "reads_without_scripting",
        setup: Setup { scripts_refused: true, ..Setup::PLAIN },
        places: EVERYWHERE,
        run: |session| Box::pin(opens::plain(session)),
    },
    Journey {
        name: "tells_that_it_cannot_start",
        setup: Setup { wasm_refused: true, before_start: true, ..Setup::PLAIN },
        places: ON_THE_SITE,
        run: |session| Box::pin(opens::refused(session)),
    },
];

//! The journeys, in the order they are told. Each module holds one subject.

mod answers;
mod keeps;
mod keyboard;
mod opens;

use std::time::Duration;

use crate::harness::journey::{EVERYWHERE, Journey, ON_THE_SITE, Place, Setup, Storage};

const MESH: Setup = Setup::at("#/fr/question/service-mesh");

/// Names a journey after its function.
macro_rules! journey {
    ($name:literal, $setup:expr, $places:expr, $run:path) => {
        Journey { name: $name, setup: $setup, places: $places, run: |session| Box::pin($run(session)) }
    };
}

/// Every journey.
pub const ALL: &[Journey] = &[
    journey!("opens_quietly", Setup::PLAIN, EVERYWHERE, opens::quietly),
    journey!(
        "opens_in_the_readers_language",
        Setup { language: "en-GB", ..Setup::PLAIN },
        ON_THE_SITE,
        opens::in_english
    ),
    journey!("reads_without_scripting", Setup { scripts_refused: true, ..Setup::PLAIN }, EVERYWHERE, opens::plain),
    journey!(
        "tells_that_it_cannot_start",
        Setup { wasm_refused: true, before_start: true, ..Setup::PLAIN },
        ON_THE_SITE,
        opens::refused
    ),
    journey!("picks_changes_and_settles", Setup::PLAIN, EVERYWHERE, answers::pick_change_settle),
    journey!("goes_back_forward_and_reloads", MESH, EVERYWHERE, answers::back_forward_reload),
    journey!("reaches_six_verdicts_in_french", MESH, EVERYWHERE, answers::six_verdicts_in_french),
    journey!("reaches_six_verdicts_in_english", MESH, ON_THE_FILE, answers::six_verdicts_in_english),
    journey!("needs_no_mouse", MESH, EVERYWHERE, keyboard::alone),
    journey!("offers_answers_back_and_forgets", MESH, EVERYWHERE, keeps::offers_back_and_forgets),
    journey!(
        "works_without_storage",
        Setup { storage: Storage::Refused, ..MESH },
        EVERYWHERE,
        keeps::works_from_memory
    ),
    journey!(
        "works_when_storage_is_full",
        Setup { storage: Storage::Full, ..MESH },
        ON_THE_SITE,
        keeps::works_from_memory
    ),
    journey!(
        "keeps_what_was_ticked_before_start",
        Setup { before_start: true, wasm_delay: Duration::from_secs(3), ..MESH },
        ON_THE_SITE,
        keeps::keeps_what_was_ticked_before_start
    ),
];

const ON_THE_FILE: &[Place] = &[Place::File];

//! The journeys, in the order they are told. Each module holds one subject.

mod about;
mod accessibility;
mod answers;
mod chapter;
mod compare;
mod defend;
mod guests;
mod guide;
mod keeps;
mod keyboard;
mod links;
mod opens;
mod paper;
mod share;
mod what_if;

use std::time::Duration;

use crate::harness::engine::Engine;
use crate::harness::journey::{Clipboard, EVERYWHERE, Journey, ON_THE_SITE, Place, Scheme, Setup, Storage};

const MESH: Setup = Setup::at("#/fr/question/service-mesh");
const MESH_VERDICT: Setup = Setup::at("#/fr/verdict/service-mesh");
const CHOOSE: Setup = Setup::at("#/fr/choose");
/// The wasm comes late enough to look around in the plain page.
const LATE: Setup = Setup { before_start: true, wasm_delay: Duration::from_secs(3), ..Setup::PLAIN };
/// Told by one engine for all: what is checked depends on the page and its style sheet.
const CHROMIUM_ALONE: Setup = Setup { not_on: &[Engine::Firefox, Engine::Webkit], ..Setup::at("#/fr") };

/// Copying is watched, and the machine's own clipboard left alone.
const COPYING: Setup = Setup { clipboard: Clipboard::Recorded, ..Setup::at("#/fr") };
/// WebKit's driver cannot print.
const PRINTING: Setup = Setup { not_on: &[Engine::Webkit], ..Setup::at("#/fr") };

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
    journey!("changes_an_earlier_answer", MESH, ON_THE_FILE, answers::change_an_earlier_answer),
    journey!("asks_a_shared_question_once", MESH, ON_THE_FILE, answers::share_an_answer),
    journey!("answers_all_on_one_page", MESH, ON_THE_FILE, answers::all_on_one_page),
    journey!("settles_in_one_question", MESH, ON_THE_FILE, answers::none_settles),
    journey!("opens_an_example", MESH, ON_THE_FILE, guests::example),
    journey!("leaves_an_example", Setup::at("#/fr/example/factory-poor-link"), ON_THE_FILE, guests::leave_example),
    journey!("opens_a_result", Setup::PLAIN, ON_THE_FILE, guests::result),
    journey!("tells_of_a_damaged_address", MESH, ON_THE_FILE, guests::damaged),
    journey!("tells_of_a_cut_link", MESH, EVERYWHERE, links::cut),
    journey!("repairs_an_escaped_link", Setup::PLAIN, ON_THE_SITE, links::escaped),
    journey!(
        "leads_home_from_a_page_that_does_not_exist",
        Setup { fragment: "nulle/part/ici", before_start: true, ..Setup::PLAIN },
        ON_THE_SITE,
        links::missing
    ),
    journey!("moves_a_code_out_of_the_query", Setup::PLAIN, EVERYWHERE, links::asked),
    journey!("opens_a_link_with_something_around_it", Setup::PLAIN, EVERYWHERE, links::decorated),
    journey!("goes_back_and_forward_through_a_result", Setup::at("#/fr"), EVERYWHERE, links::travelled),
    journey!("goes_back_to_a_changed_result", MESH, EVERYWHERE, links::came_back_to),
    journey!("needs_no_mouse", Setup::at("#/fr"), EVERYWHERE, keyboard::alone),
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
    journey!("sets_unreadable_answers_aside", Setup::PLAIN, ON_THE_FILE, keeps::sets_unreadable_answers_aside),
    journey!(
        "keeps_the_place_in_another_language",
        MESH,
        ON_THE_FILE,
        keeps::keeps_place_and_answers_in_another_language
    ),
    journey!(
        "keeps_what_was_ticked_before_start",
        Setup { fragment: MESH.fragment, ..LATE },
        ON_THE_SITE,
        keeps::keeps_what_was_ticked_before_start
    ),
    journey!(
        "starts_at_home_without_a_jump",
        Setup { fragment: "#/fr", ..LATE },
        ON_THE_SITE,
        keeps::starts_without_a_jump
    ),
    journey!(
        "starts_at_a_question_without_a_jump",
        Setup { fragment: MESH.fragment, ..LATE },
        ON_THE_SITE,
        keeps::starts_without_a_jump
    ),
    journey!(
        "starts_at_a_later_question_without_a_jump",
        Setup { fragment: "#/fr/question/service-mesh/today", ..LATE },
        ON_THE_SITE,
        keeps::starts_without_a_jump
    ),
    journey!(
        "starts_on_a_phone_without_a_jump",
        // The other engines have no window as narrow.
        Setup { fragment: MESH.fragment, viewport: Some((360, 800)), not_on: CHROMIUM_ALONE.not_on, ..LATE },
        ON_THE_SITE,
        keeps::starts_without_a_jump
    ),
    journey!(
        "is_dark_and_still",
        // WebKit's driver has no way to ask for either; the theme switch is tried there all the same.
        Setup { scheme: Scheme::Dark, reduced_motion: true, not_on: &[Engine::Webkit], ..MESH },
        ON_THE_FILE,
        opens::dark_and_still
    ),
    journey!("chooses_a_subject_by_keyboard", Setup::at("#/fr"), ON_THE_FILE, guide::choose_by_keyboard),
    journey!("plans_for_8_gb_and_an_evening", CHOOSE, EVERYWHERE, guide::plan_for_8_gb_and_an_evening),
    journey!("learns_out_of_curiosity", CHOOSE, ON_THE_FILE, guide::learn_out_of_curiosity),
    journey!("points_to_a_tool", Setup::at("#/fr/example/bank-forty-services"), ON_THE_FILE, guide::point_to_a_tool),
    journey!("sees_the_board", Setup::at("#/fr/example/platform-team-databases"), ON_THE_FILE, guide::see_the_board),
    journey!(
        "prints",
        // WebKit's driver cannot print.
        Setup { not_on: &[Engine::Webkit], ..Setup::at("#/fr/example/lab-learner") },
        ON_THE_FILE,
        guide::print
    ),
    journey!("flips_an_answer_to_see", MESH_VERDICT, ON_THE_FILE, what_if::flip),
    journey!("flips_boxes_to_see", MESH_VERDICT, ON_THE_FILE, what_if::flip_boxes),
    journey!("sees_where_a_change_leads", Setup::at("#/fr/verdict/multi-cluster"), ON_THE_FILE, what_if::see),
    journey!("flips_and_keeps_by_keyboard", MESH_VERDICT, ON_THE_FILE, what_if::by_keyboard),
    journey!("compares_with_what_was_flipped", MESH_VERDICT, EVERYWHERE, compare::from_what_if),
    journey!("compares_from_the_link", MESH_VERDICT, ON_THE_FILE, compare::from_the_link),
    journey!(
        "sets_an_unreadable_second_situation_aside",
        MESH_VERDICT,
        ON_THE_FILE,
        compare::sets_an_unreadable_second_aside
    ),
    journey!("compares_with_a_received_result", Setup::at("#/fr"), ON_THE_FILE, compare::what_was_received),
    journey!("has_a_dial_that_moves", MESH, ON_THE_FILE, defend::dial_alive),
    journey!(
        "has_a_dial_that_keeps_still",
        // WebKit's driver has no way to ask for it.
        Setup { reduced_motion: true, not_on: &[Engine::Webkit], ..MESH },
        ON_THE_FILE,
        defend::dial_alive
    ),
    journey!("is_at_the_verdict_at_once", MESH, ON_THE_FILE, defend::at_once),
    journey!("says_why_each_question_is_asked", MESH, ON_THE_FILE, defend::why),
    journey!("names_answers_that_pull_apart", MESH, ON_THE_FILE, defend::tension),
    journey!("makes_a_no_useful", MESH, ON_THE_FILE, defend::noes),
    journey!("asks_whether_the_team_is_ready", MESH, ON_THE_FILE, defend::ready),
    journey!("reads_the_chapter_in_the_file", Setup::at("#/fr/chapter/edge"), ON_THE_FILE, chapter::in_the_file),
    journey!("reads_the_chapter_beside_the_app", Setup::at("#/fr/question/edge"), ON_THE_SITE, chapter::beside_the_app),
    journey!(
        "reads_the_chapter_without_scripting",
        Setup { scripts_refused: true, ..Setup::PLAIN },
        ON_THE_FILE,
        chapter::plainly
    ),
    journey!("reads_about_it_in_the_file", Setup::at("#/fr"), ON_THE_FILE, about::in_the_file),
    journey!("reads_about_it_beside_the_app", Setup::at("#/fr/question/edge"), ON_THE_SITE, about::beside_the_app),
    journey!("reads_about_it_by_keyboard", Setup::at("#/fr"), ON_THE_FILE, about::by_keyboard),
    journey!(
        "reads_about_it_in_the_file_without_scripting",
        Setup { scripts_refused: true, ..Setup::PLAIN },
        ON_THE_FILE,
        about::plainly_in_the_file
    ),
    journey!(
        "reads_about_it_beside_the_app_without_scripting",
        Setup { scripts_refused: true, ..Setup::PLAIN },
        ON_THE_SITE,
        about::plainly_beside_the_app
    ),
    journey!("opens_the_paper_questionnaire_in_the_file", Setup::at("#/fr"), ON_THE_FILE, paper::in_the_file),
    journey!(
        "opens_the_paper_questionnaire_beside_the_app",
        Setup::at("#/fr/question/edge"),
        ON_THE_SITE,
        paper::beside_the_app
    ),
    journey!("opens_the_paper_questionnaire_by_keyboard", Setup::at("#/fr"), ON_THE_FILE, paper::by_keyboard),
    journey!(
        "reads_the_paper_questionnaire_without_scripting",
        Setup { scripts_refused: true, ..Setup::PLAIN },
        ON_THE_FILE,
        paper::plainly_in_the_file
    ),
    journey!(
        "prints_the_paper_questionnaire_from_the_file",
        // WebKit's driver cannot print.
        Setup { not_on: &[Engine::Webkit], ..Setup::at("#/fr") },
        ON_THE_FILE,
        paper::prints_from_the_file
    ),
    journey!(
        "prints_the_paper_questionnaire_beside_the_app",
        // WebKit's driver cannot print.
        Setup { not_on: &[Engine::Webkit], ..Setup::at("#/fr") },
        ON_THE_SITE,
        paper::prints_beside_the_app
    ),
    journey!("shares_a_link", Setup::at("#/fr"), EVERYWHERE, share::link),
    journey!("opens_what_is_pasted", Setup::at("#/fr"), EVERYWHERE, share::pastes),
    journey!("copies_once_it_is_done", COPYING, EVERYWHERE, share::copies),
    journey!(
        "says_that_copying_is_refused",
        Setup { clipboard: Clipboard::Refused, ..COPYING },
        EVERYWHERE,
        share::copying_fails
    ),
    journey!(
        "says_that_copying_is_out_of_reach",
        Setup { clipboard: Clipboard::Missing, ..COPYING },
        ON_THE_FILE,
        share::copying_fails
    ),
    journey!("shares_by_keyboard", COPYING, ON_THE_FILE, share::by_keyboard),
    journey!("writes_the_record", Setup::at("#/fr"), EVERYWHERE, share::records),
    journey!("opens_a_file_of_answers", Setup::at("#/fr"), EVERYWHERE, share::file),
    journey!(
        "saves_files_and_pictures",
        Setup { keeps_downloads: true, ..Setup::at("#/fr") },
        EVERYWHERE,
        share::downloads
    ),
    journey!("shows_a_code_that_cameras_read", Setup::at("#/fr"), EVERYWHERE, share::qr),
    journey!("has_a_picture_whose_text_fits", CHROMIUM_ALONE, ON_THE_FILE, share::card_fits),
    journey!("prints_verdicts_in_french", PRINTING, ON_THE_FILE, share::prints_in_french),
    journey!("prints_verdicts_in_english", PRINTING, ON_THE_FILE, share::prints_in_english),
    journey!("prints_the_overview", PRINTING, EVERYWHERE, share::prints_the_overview),
    journey!("has_nothing_for_axe_to_say", CHROMIUM_ALONE, ON_THE_FILE, accessibility::axe),
    journey!(
        "has_nothing_for_axe_to_say_in_the_dark",
        Setup { scheme: Scheme::Dark, ..CHROMIUM_ALONE },
        ON_THE_FILE,
        accessibility::axe
    ),
    journey!(
        "has_nothing_for_axe_to_say_beside_the_app",
        CHROMIUM_ALONE,
        ON_THE_SITE,
        accessibility::axe_beside_the_app
    ),
    journey!(
        "is_large_enough_at_320_pixels_beside_the_app",
        Setup { viewport: Some((320, 640)), ..CHROMIUM_ALONE },
        ON_THE_SITE,
        accessibility::large_enough_beside_the_app
    ),
    journey!(
        "fits_320_pixels",
        Setup { viewport: Some((320, 640)), ..CHROMIUM_ALONE },
        ON_THE_FILE,
        accessibility::fits
    ),
    journey!(
        "is_large_enough_at_360_pixels",
        Setup { viewport: Some((360, 800)), ..CHROMIUM_ALONE },
        ON_THE_FILE,
        accessibility::large_enough
    ),
    journey!(
        "fits_a_desk_zoomed_to_200_percent",
        Setup { viewport: Some((640, 400)), ..CHROMIUM_ALONE },
        ON_THE_FILE,
        accessibility::fits
    ),
];

const ON_THE_FILE: &[Place] = &[Place::File];

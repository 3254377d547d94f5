//! The list of journeys. Each module holds one subject.

mod about;
mod accessibility;
mod answers;
mod chapter;
mod compare;
mod decks;
mod defend;
mod embed;
mod guests;
mod guide;
mod keeps;
mod keyboard;
mod links;
mod opens;
mod paper;
mod room;
mod share;
mod slides;
mod trainers;
mod what_if;

use crate::harness::engine::Engine;
use crate::harness::journey::{Clipboard, Journey, Places, Scheme, Setup, Storage};

const MESH: Setup = Setup::at("#/fr/question/service-mesh");
const MESH_VERDICT: Setup = Setup::at("#/fr/verdict/service-mesh");
const CHOOSE: Setup = Setup::at("#/fr/choose");
/// The wasm is held back while the journey looks at the plain page.
const LATE: Setup = Setup { before_start: true, wasm_held: true, ..Setup::PLAIN };
/// One engine is enough: what is checked depends on the page and its style sheet.
const CHROMIUM_ALONE: Setup = Setup { not_on: &[Engine::Firefox, Engine::Webkit], ..Setup::at("#/fr") };

/// A deck is opened in its place, in a window of the size of its slides: drivers miss what they click on in a frame that is scaled.
const DECK: Setup = Setup { before_start: true, viewport: Some((1280, 720)), ..Setup::PLAIN };

/// Copying is recorded, and the machine's own clipboard is left alone.
const COPYING: Setup = Setup { clipboard: Clipboard::Recorded, ..Setup::at("#/fr") };
/// WebKit's driver cannot print.
const PRINTING: Setup = Setup { not_on: &[Engine::Webkit], ..Setup::at("#/fr") };

/// A page with room for a slide.
const SLIDE: Setup = Setup { viewport: Some((1300, 760)), ..Setup::at("#/fr") };

/// A larger slide is a smaller one enlarged: one engine is enough to look at each of its views.
const SLIDE_ALONE: Setup = Setup { not_on: CHROMIUM_ALONE.not_on, ..SLIDE };

/// Names a journey after its function.
macro_rules! journey {
    ($name:literal, $setup:expr, $places:expr, $run:path) => {
        Journey { name: $name, setup: $setup, places: $places, run: |session| Box::pin($run(session)) }
    };
}

/// Every journey.
pub const ALL: &[Journey] = &[
    journey!("opens_quietly", Setup::PLAIN, Places::Everywhere, opens::quietly),
    journey!(
        "opens_in_the_readers_language",
        Setup { language: "en-GB", ..Setup::PLAIN },
        Places::Site,
        opens::in_english
    ),
    journey!(
        "reads_without_scripting",
        Setup { scripts_refused: true, ..Setup::PLAIN },
        Places::Everywhere,
        opens::plain
    ),
    journey!(
        "says_that_it_cannot_start",
        Setup { wasm_refused: true, before_start: true, ..Setup::PLAIN },
        Places::Site,
        opens::refused
    ),
    journey!("picks_changes_and_settles", Setup::PLAIN, Places::FileFirst, answers::pick_change_settle),
    journey!("goes_back_forward_and_reloads", MESH, Places::Everywhere, answers::back_forward_reload),
    journey!("reaches_six_verdicts_in_french", MESH, Places::FileFirst, answers::six_verdicts_in_french),
    journey!("reaches_six_verdicts_in_english", MESH, Places::File, answers::six_verdicts_in_english),
    journey!("changes_an_earlier_answer", MESH, Places::File, answers::change_an_earlier_answer),
    journey!("asks_a_shared_question_once", MESH, Places::File, answers::share_an_answer),
    journey!("answers_all_on_one_page", MESH, Places::File, answers::all_on_one_page),
    journey!("settles_in_one_question", MESH, Places::File, answers::none_settles),
    journey!("opens_an_example", MESH, Places::File, guests::example),
    journey!("leaves_an_example", Setup::at("#/fr/example/factory-poor-link"), Places::File, guests::leave_example),
    journey!("opens_a_result", Setup::PLAIN, Places::File, guests::result),
    journey!("reports_a_damaged_address", MESH, Places::File, guests::damaged),
    journey!("reports_a_cut_link", MESH, Places::Everywhere, links::cut),
    journey!("repairs_an_escaped_link", Setup::PLAIN, Places::Site, links::escaped),
    journey!(
        "links_home_from_a_page_that_does_not_exist",
        Setup { fragment: "nulle/part/ici", before_start: true, ..Setup::PLAIN },
        Places::Site,
        links::missing
    ),
    journey!("moves_a_code_out_of_the_query", Setup::PLAIN, Places::Everywhere, links::asked),
    journey!("opens_a_link_with_something_around_it", Setup::PLAIN, Places::FileFirst, links::decorated),
    journey!("goes_back_and_forward_through_a_result", Setup::at("#/fr"), Places::Everywhere, links::travelled),
    journey!("goes_back_to_a_changed_result", MESH, Places::Everywhere, links::came_back_to),
    journey!("needs_no_mouse", Setup::at("#/fr"), Places::FileFirst, keyboard::alone),
    journey!("offers_answers_back_and_forgets", MESH, Places::FileFirst, keeps::offers_back_and_forgets),
    journey!(
        "works_without_storage",
        Setup { storage: Storage::Refused, ..MESH },
        Places::Everywhere,
        keeps::works_from_memory
    ),
    journey!(
        "works_when_storage_is_full",
        Setup { storage: Storage::Full, ..MESH },
        Places::Site,
        keeps::works_from_memory
    ),
    journey!("keeps_unreadable_answers_apart", Setup::PLAIN, Places::File, keeps::keeps_unreadable_answers_apart),
    journey!(
        "keeps_the_place_in_another_language",
        MESH,
        Places::File,
        keeps::keeps_place_and_answers_in_another_language
    ),
    journey!(
        "keeps_what_was_ticked_before_start",
        Setup { fragment: MESH.fragment, ..LATE },
        Places::Site,
        keeps::keeps_what_was_ticked_before_start
    ),
    journey!(
        "starts_at_home_without_a_jump",
        Setup { fragment: "#/fr", ..LATE },
        Places::Site,
        keeps::starts_without_a_jump
    ),
    journey!(
        "starts_at_a_question_without_a_jump",
        Setup { fragment: MESH.fragment, ..LATE },
        Places::Site,
        keeps::starts_without_a_jump
    ),
    journey!(
        "starts_at_a_later_question_without_a_jump",
        Setup { fragment: "#/fr/question/service-mesh/today", ..LATE },
        Places::Site,
        keeps::starts_without_a_jump
    ),
    journey!(
        "starts_on_a_phone_without_a_jump",
        // The other engines have no window as narrow.
        Setup { fragment: MESH.fragment, viewport: Some((360, 800)), not_on: CHROMIUM_ALONE.not_on, ..LATE },
        Places::Site,
        keeps::starts_without_a_jump
    ),
    journey!(
        "is_dark_and_still",
        // WebKit's driver has no way to ask for either; the theme switch is tried there all the same.
        Setup { scheme: Scheme::Dark, reduced_motion: true, not_on: &[Engine::Webkit], ..MESH },
        Places::File,
        opens::dark_and_still
    ),
    journey!("chooses_a_subject_by_keyboard", Setup::at("#/fr"), Places::File, guide::choose_by_keyboard),
    journey!("plans_for_8_gb_and_an_evening", CHOOSE, Places::FileFirst, guide::plan_for_8_gb_and_an_evening),
    journey!("learns_out_of_curiosity", CHOOSE, Places::File, guide::learn_out_of_curiosity),
    journey!("points_to_a_tool", Setup::at("#/fr/example/bank-forty-services"), Places::File, guide::point_to_a_tool),
    journey!("sees_the_board", Setup::at("#/fr/example/platform-team-databases"), Places::File, guide::see_the_board),
    journey!(
        "prints",
        // WebKit's driver cannot print.
        Setup { not_on: &[Engine::Webkit], ..Setup::at("#/fr/example/lab-learner") },
        Places::File,
        guide::print
    ),
    journey!("flips_an_answer_to_see", MESH_VERDICT, Places::File, what_if::flip),
    journey!("flips_boxes_to_see", MESH_VERDICT, Places::File, what_if::flip_boxes),
    journey!("tries_suggested_changes", Setup::at("#/fr/verdict/multi-cluster"), Places::File, what_if::suggested),
    journey!("flips_and_keeps_by_keyboard", MESH_VERDICT, Places::File, what_if::by_keyboard),
    journey!("compares_with_what_was_flipped", MESH_VERDICT, Places::FileFirst, compare::from_what_if),
    journey!("compares_from_the_link", MESH_VERDICT, Places::File, compare::from_the_link),
    journey!(
        "keeps_an_unreadable_second_situation_apart",
        MESH_VERDICT,
        Places::File,
        compare::keeps_an_unreadable_second_apart
    ),
    journey!("compares_with_a_received_result", Setup::at("#/fr"), Places::File, compare::what_was_received),
    journey!("has_a_dial_that_moves", MESH, Places::File, defend::dial_alive),
    journey!(
        "has_a_dial_that_keeps_still",
        // WebKit's driver has no way to ask for it.
        Setup { reduced_motion: true, not_on: &[Engine::Webkit], ..MESH },
        Places::File,
        defend::dial_alive
    ),
    journey!("reaches_the_verdict_at_once", MESH, Places::File, defend::at_once),
    journey!("says_why_each_question_is_asked", MESH, Places::File, defend::why),
    journey!("names_answers_that_conflict", MESH, Places::File, defend::tension),
    journey!("makes_a_no_useful", MESH, Places::File, defend::noes),
    journey!("asks_whether_the_team_is_ready", MESH, Places::File, defend::ready),
    journey!("reads_the_chapter_in_the_file", Setup::at("#/fr/chapter/edge"), Places::File, chapter::in_the_file),
    journey!(
        "reads_the_chapter_beside_the_app",
        Setup::at("#/fr/question/edge"),
        Places::Site,
        chapter::beside_the_app
    ),
    journey!(
        "reads_the_chapter_without_scripting",
        Setup { scripts_refused: true, ..Setup::PLAIN },
        Places::File,
        chapter::plainly
    ),
    journey!("reads_about_it_in_the_file", Setup::at("#/fr"), Places::File, about::in_the_file),
    journey!("reads_about_it_beside_the_app", Setup::at("#/fr/question/edge"), Places::Site, about::beside_the_app),
    journey!("reads_about_it_by_keyboard", Setup::at("#/fr"), Places::File, about::by_keyboard),
    journey!(
        "reads_about_it_in_the_file_without_scripting",
        Setup { scripts_refused: true, ..Setup::PLAIN },
        Places::File,
        about::plainly_in_the_file
    ),
    journey!(
        "reads_about_it_beside_the_app_without_scripting",
        Setup { scripts_refused: true, ..Setup::PLAIN },
        Places::Site,
        about::plainly_beside_the_app
    ),
    journey!("opens_the_paper_questionnaire_in_the_file", Setup::at("#/fr"), Places::File, paper::in_the_file),
    journey!(
        "opens_the_paper_questionnaire_beside_the_app",
        Setup::at("#/fr/question/edge"),
        Places::Site,
        paper::beside_the_app
    ),
    journey!("opens_the_paper_questionnaire_by_keyboard", Setup::at("#/fr"), Places::File, paper::by_keyboard),
    journey!(
        "reads_the_paper_questionnaire_without_scripting",
        Setup { scripts_refused: true, ..Setup::PLAIN },
        Places::File,
        paper::plainly_in_the_file
    ),
    journey!(
        "prints_the_paper_questionnaire_from_the_file",
        // WebKit's driver cannot print.
        Setup { not_on: &[Engine::Webkit], ..Setup::at("#/fr") },
        Places::File,
        paper::prints_from_the_file
    ),
    journey!(
        "prints_the_paper_questionnaire_beside_the_app",
        // WebKit's driver cannot print.
        Setup { not_on: &[Engine::Webkit], ..Setup::at("#/fr") },
        Places::Site,
        paper::prints_beside_the_app
    ),
    journey!("reads_the_trainers_guide_in_the_file", Setup::at("#/fr"), Places::File, trainers::in_the_file),
    journey!(
        "reads_the_trainers_guide_beside_the_app",
        Setup::at("#/fr/question/edge"),
        Places::Site,
        trainers::beside_the_app
    ),
    journey!("reads_the_trainers_guide_by_keyboard", Setup::at("#/fr"), Places::File, trainers::by_keyboard),
    journey!(
        "reads_the_trainers_guide_without_scripting",
        Setup { scripts_refused: true, ..Setup::PLAIN },
        Places::File,
        trainers::plainly_in_the_file
    ),
    journey!(
        "reaches_the_trainers_guide_on_a_phone",
        // The other engines have no window as narrow.
        Setup { viewport: Some((360, 800)), ..CHROMIUM_ALONE },
        Places::File,
        trainers::on_a_phone
    ),
    journey!("prints_the_trainers_guide_from_the_file", PRINTING, Places::File, trainers::prints_from_the_file),
    journey!("prints_the_trainers_guide_beside_the_app", PRINTING, Places::Site, trainers::prints_beside_the_app),
    journey!("shares_a_link", Setup::at("#/fr"), Places::Everywhere, share::link),
    journey!("opens_what_is_pasted", Setup::at("#/fr"), Places::FileFirst, share::pastes),
    journey!("copies_once_it_is_done", COPYING, Places::FileFirst, share::copies),
    journey!(
        "says_that_copying_is_refused",
        Setup { clipboard: Clipboard::Refused, ..COPYING },
        Places::FileFirst,
        share::copying_fails
    ),
    journey!(
        "says_that_copying_is_missing",
        Setup { clipboard: Clipboard::Missing, ..COPYING },
        Places::File,
        share::copying_fails
    ),
    journey!("shares_by_keyboard", COPYING, Places::File, share::by_keyboard),
    journey!("writes_the_record", Setup::at("#/fr"), Places::FileFirst, share::records),
    journey!("opens_a_file_of_answers", Setup::at("#/fr"), Places::FileFirst, share::file),
    journey!(
        "saves_files_and_pictures",
        Setup { keeps_downloads: true, ..Setup::at("#/fr") },
        Places::FileFirst,
        share::downloads
    ),
    journey!(
        "builds_the_code_of_a_frame",
        Setup { keeps_downloads: true, ..Setup::at("#/fr") },
        Places::File,
        slides::builds
    ),
    journey!("shows_a_code_that_cameras_read", Setup::at("#/fr"), Places::FileFirst, share::qr),
    journey!("has_a_picture_whose_text_fits", CHROMIUM_ALONE, Places::File, share::card_fits),
    journey!("prints_verdicts_in_french", PRINTING, Places::File, share::prints_in_french),
    journey!("prints_verdicts_in_english", PRINTING, Places::File, share::prints_in_english),
    journey!("prints_the_overview", PRINTING, Places::FileFirst, share::prints_the_overview),
    journey!("presents_with_reveal", DECK, Places::Everywhere, decks::reveal),
    journey!("presents_with_marp", DECK, Places::Everywhere, decks::marp),
    // Its scripts are modules, which no browser takes from a folder.
    journey!("presents_with_slidev", DECK, Places::Site, decks::slidev),
    journey!("answers_in_a_room", Setup::at("#/fr/join/edge"), Places::FileFirst, room::joins),
    journey!("gathers_the_codes_of_a_room", Setup::at("#/fr/room/edge"), Places::FileFirst, room::gathers),
    journey!("prints_the_map_of_a_room", PRINTING, Places::File, room::prints),
    journey!(
        "scans_the_codes_of_a_room",
        Setup { camera: true, ..Setup::at("#/fr/room/edge") },
        Places::File,
        room::scans
    ),
    journey!("fits_slides_of_960_pixels", SLIDE, Places::Site, embed::fits_960),
    journey!("fits_slides_of_1280_pixels", SLIDE_ALONE, Places::Site, embed::fits_1280),
    journey!("fits_half_of_a_slide", SLIDE_ALONE, Places::Site, embed::fits_half),
    journey!("shares_keys_and_focus_with_its_slide", SLIDE, Places::Everywhere, embed::shares_keys),
    journey!("comes_back_with_its_slide", SLIDE, Places::Everywhere, embed::comes_back),
    journey!("works_in_a_sandbox", SLIDE, Places::Everywhere, embed::sandboxed),
    journey!("obeys_the_address_of_its_frame", SLIDE, Places::File, embed::obeys),
    journey!("grows_with_what_it_shows_in_a_page", SLIDE, Places::Everywhere, embed::follows),
    journey!("passes_axe", CHROMIUM_ALONE, Places::File, accessibility::axe),
    journey!(
        "passes_axe_in_the_dark",
        Setup { scheme: Scheme::Dark, ..CHROMIUM_ALONE },
        Places::File,
        accessibility::axe
    ),
    journey!("passes_axe_beside_the_app", CHROMIUM_ALONE, Places::Site, accessibility::axe_beside_the_app),
    journey!(
        "is_large_enough_at_320_pixels_beside_the_app",
        Setup { viewport: Some((320, 640)), ..CHROMIUM_ALONE },
        Places::Site,
        accessibility::large_enough_beside_the_app
    ),
    journey!(
        "fits_320_pixels",
        Setup { viewport: Some((320, 640)), ..CHROMIUM_ALONE },
        Places::File,
        accessibility::fits
    ),
    journey!(
        "is_large_enough_at_360_pixels",
        Setup { viewport: Some((360, 800)), ..CHROMIUM_ALONE },
        Places::File,
        accessibility::large_enough
    ),
    journey!(
        "fits_a_desk_zoomed_to_200_percent",
        Setup { viewport: Some((640, 400)), ..CHROMIUM_ALONE },
        Places::File,
        accessibility::fits
    ),
];

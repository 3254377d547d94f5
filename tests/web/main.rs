//! What must hold in a browser: the same verdicts as natively, and a platform that refuses without breaking.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod components;
#[path = "../native/situation.rs"]
mod situation;

use boussole::browser::{address, page, storage, storage::Keep};
use boussole::bundled;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The cases accepted natively, by situation.
const CASES: [(&str, &str); 8] = [
    ("lab-learner", include_str!("../native/cases/lab-learner.txt")),
    ("startup-three-apps", include_str!("../native/cases/startup-three-apps.txt")),
    ("bank-forty-services", include_str!("../native/cases/bank-forty-services.txt")),
    ("factory-poor-link", include_str!("../native/cases/factory-poor-link.txt")),
    ("small-data-team", include_str!("../native/cases/small-data-team.txt")),
    ("saas-sporadic-traffic", include_str!("../native/cases/saas-sporadic-traffic.txt")),
    ("platform-team-databases", include_str!("../native/cases/platform-team-databases.txt")),
    ("retailer-three-regions", include_str!("../native/cases/retailer-three-regions.txt")),
];

#[wasm_bindgen_test]
fn native_and_wasm_agree() {
    let content = bundled::content();
    assert_eq!(content.situations.len(), CASES.len());
    for (id, expected) in CASES {
        let situation = content.situations.iter().find(|situation| situation.id == id).unwrap();
        assert_eq!(situation::told(content, situation), expected, "{id}");
    }
}

#[wasm_bindgen_test]
fn what_is_kept_is_read_back_and_forgotten() {
    assert!(storage::keeps());
    for keep in [Keep::Device, Keep::Tab] {
        assert!(storage::write(keep, "boussole.test", Some("a")));
        assert_eq!(storage::read(keep, "boussole.test").as_deref(), Some("a"));
        assert!(storage::write(keep, "boussole.test", None));
        assert_eq!(storage::read(keep, "boussole.test"), None);
    }
}

#[wasm_bindgen_test]
fn a_place_is_gone_to_and_read_back() {
    assert!(address::go("#/fr/verdict/edge"));
    assert_eq!(address::fragment(), "#/fr/verdict/edge");
}

#[wasm_bindgen_test]
fn the_page_says_its_language_and_its_state() {
    page::set_lang("en");
    assert_eq!(page::lang(), "en");
    page::set_title("Boussole");
    page::set_data("app", "test");
    let root = web_sys::window().unwrap().document().unwrap().document_element().unwrap();
    assert_eq!(root.get_attribute("data-app").as_deref(), Some("test"));
}

#[wasm_bindgen_test]
fn there_is_nothing_to_take_over_where_there_is_no_app() {
    assert!(page::app().is_none());
    assert!(page::take_over().picked.is_empty());
}

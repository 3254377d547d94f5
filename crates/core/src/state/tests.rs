use super::{
    AnswerSet, AppState, Confirmation, Guest, Origin, Pair, Pick, Theme, merged, read_guest, read_kept, read_other,
    write_guest, write_other,
};
use crate::content::Content;
use crate::domain::{Answer, Answers, ChoiceId, Lang, QuestionId, Range, Ticks, Verdict};
use crate::link::{LinkNotice, Order, View, encode};
use crate::test_content;
use crate::words::Notice;

fn content() -> &'static Content {
    test_content::content()
}

fn at(view: View) -> AppState {
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    state.view = view;
    state
}

fn id(name: &str) -> QuestionId {
    content().question_named(name).unwrap().code
}

fn choice(question: &str, name: &str) -> ChoiceId {
    ChoiceId(content().question_named(question).unwrap().choice_named(name).unwrap().code)
}

const MESH: usize = 0;

#[test]
fn boxes_not_ticked_are_no_only_after_continue() {
    let problem = content().question_named("service-mesh.problem").unwrap();
    let mut state = at(View::Question(MESH, Some(problem.code)));
    state.ticked(content(), problem, 1, true);
    assert_eq!(state.answers().get(problem.code), None);
    assert_eq!(state.preview().get(problem.code), Some(Answer::Ticks(Ticks { ticked: 2, rest_open: true })));
    let next = state.continued(content());
    assert_eq!(state.own.get(problem.code), Some(Answer::Ticks(Ticks { ticked: 2, rest_open: false })));
    assert!(matches!(next, Some(View::Question(MESH, Some(_)))));
}

#[test]
fn another_language_keeps_boxes_being_ticked_and_what_is_told() {
    let problem = content().question_named("service-mesh.problem").unwrap();
    let mut state = at(View::Question(MESH, Some(problem.code)));
    state.ticked(content(), problem, 1, true);
    state.told(Notice::StoredUnreadable);
    assert_eq!(state.opened(content(), "#/en/question/service-mesh/problem"), None);
    assert_eq!((state.lang, state.boxes(problem.code).ticks), (Lang::En, Ticks { ticked: 2, rest_open: false }));
    assert_eq!(state.answers().get(problem.code), None, "nothing said that the others are open");
    assert_eq!(state.notices, [Notice::StoredUnreadable]);
}

#[test]
fn none_of_these_excludes_the_others_both_ways() {
    let problem = content().question_named("service-mesh.problem").unwrap();
    let mut state = at(View::Question(MESH, Some(problem.code)));
    state.ticked(content(), problem, 1, true);
    state.ticked_none(content(), problem.code, true);
    assert_eq!(state.boxes(problem.code).ticks, Ticks::default());
    state.ticked(content(), problem, 2, true);
    assert!(!state.boxes(problem.code).none);
    state.ticked_none(content(), problem.code, true);
    assert_eq!(state.continued(content()), Some(View::Verdict(MESH)), "settled in one question");
}

#[test]
fn continue_without_an_answer_says_so_and_stays() {
    let today = id("service-mesh.today");
    let mut state = at(View::Question(MESH, Some(today)));
    assert_eq!(state.continued(content()), None);
    assert!(state.lacks_answer);
    state.answered(content(), today, Answer::Unknown);
    assert!(!state.lacks_answer);
}

#[test]
fn everything_unticked_again_is_no_answer() {
    let problem = content().question_named("service-mesh.problem").unwrap();
    let mut state = at(View::Question(MESH, Some(problem.code)));
    state.ticked(content(), problem, 1, true);
    state.ticked(content(), problem, 1, false);
    assert_eq!(state.continued(content()), None);
    assert!(state.lacks_answer && state.own.is_empty());
}

#[test]
fn changing_an_earlier_answer_loses_no_later_one() {
    let (today, skills) = (id("service-mesh.today"), id("service-mesh.skills"));
    let mut state = at(View::Question(MESH, Some(today)));
    state.answered(content(), today, Answer::Choice(choice("service-mesh.today", "now")));
    state.answered(content(), skills, Answer::Choice(choice("service-mesh.skills", "yes")));
    state.answered(content(), today, Answer::Choice(choice("service-mesh.today", "no")));
    assert_eq!(state.own.len(), 2);
}

#[test]
fn a_shared_answer_tells_which_other_verdict_moved() {
    let memory = id("free-memory");
    let mut state = at(View::Question(1, Some(memory)));
    state.answered(content(), id("service-mesh.simpler"), Answer::Choice(choice("service-mesh.simpler", "no")));
    assert!(state.notices.is_empty());
    state.answered(content(), memory, Answer::Choice(choice("free-memory", "under-300mb")));
    let moved = Range { worst: Verdict::NotForYou, best: Verdict::NotNow };
    assert_eq!(state.notices, [Notice::OtherTopicChanged(MESH, Range::FULL, moved)]);
    assert_eq!(state.change.map(|change| change.after), Some(moved));
}

#[test]
fn an_example_never_touches_ones_own_answers() {
    let mut state = at(View::Home);
    state.answered(content(), id("service-mesh.today"), Answer::Unknown);
    let own = state.own.clone();
    state.opened(content(), "#/fr/example/bank-forty-services");
    assert!(matches!(state.guest.as_ref().map(|guest| guest.origin), Some(Origin::Example(_))));
    state.answered(content(), id("service-mesh.today"), Answer::Choice(choice("service-mesh.today", "no")));
    assert_eq!(state.own, own);
    state.left_guest();
    assert_eq!((state.answers(), state.view), (&own, View::Home));
}

#[test]
fn a_damaged_link_changes_nothing_and_says_so() {
    let mut state = at(View::Home);
    state.answered(content(), id("service-mesh.today"), Answer::Unknown);
    let own = state.own.clone();
    let mut answers = own.clone();
    answers.set(id("use"), Answer::Unknown);
    let code = encode(content(), &answers);
    state.opened(content(), &format!("#/r/{}", &code[..code.len() - 3]));
    assert_eq!((state.answers(), state.guest.is_none()), (&own, true));
    assert_eq!(state.notices, [Notice::Link(LinkNotice::Cut)]);
    state.opened(content(), &format!("#/r/{code}"));
    assert_eq!(state.answers(), &answers);
    assert_eq!((state.own.clone(), state.view), (own, View::Verdict(MESH)));
}

#[test]
fn an_address_that_leads_nowhere_says_so() {
    let mut state = at(View::Verdict(MESH));
    state.opened(content(), "#/fr/elsewhere");
    assert_eq!((state.view, state.notices.as_slice()), (View::Home, [Notice::AddressUnknown].as_slice()));
}

#[test]
fn the_next_question_becomes_the_question_it_is() {
    let mut state = at(View::Home);
    let stead = state.opened(content(), "#/fr/question/service-mesh");
    assert_eq!(stead.as_deref(), Some("#/fr/question/service-mesh/problem"));
    assert_eq!(state.view, View::Question(MESH, Some(id("service-mesh.problem"))));
    assert_eq!(state.opened(content(), "#/fr/verdict/service-mesh"), None);
}

#[test]
fn back_follows_the_order_of_asking() {
    let topic = &content().topics[MESH];
    let mut state = at(View::Question(MESH, None));
    let mut asked = Vec::new();
    while let View::Question(..) = state.view {
        let question = state.question(content()).unwrap();
        asked.push(question);
        let input = topic.input(question).unwrap();
        if input.many {
            state.ticked(content(), content().question(question).unwrap(), 1, true);
        } else {
            let best = input.holds.iter().position(|holds| *holds == input.best).unwrap();
            state.answered(content(), question, Answer::Choice(ChoiceId(input.codes[best])));
        }
        assert_eq!(state.progress(topic, question).0, asked.len());
        state.view = state.continued(content()).unwrap();
    }
    assert_eq!(state.view, View::Verdict(MESH));
    for pair in asked.windows(2) {
        assert_eq!(state.before(topic, pair[1]), Some(pair[0]));
    }
    assert_eq!(state.before(topic, asked[0]), None);
}

#[test]
fn the_questions_left_never_grow() {
    for topic in &content().topics {
        let mut answers = Answers::new();
        let mut left = usize::MAX;
        while let Some(question) = crate::engine::next(topic, &answers) {
            let state = AppState { own: answers.clone(), ..at(View::Home) };
            let now = state.progress(topic, question).1;
            assert!(now < left, "{}", topic.id);
            left = now;
            answers.set(question, Answer::Unknown);
        }
    }
}

#[test]
fn kept_answers_that_cannot_be_read_say_why() {
    assert_eq!(read_kept(content(), "garbage"), Err(LinkNotice::Cut));
    assert_eq!(read_kept(content(), &encode(content(), &Answers::new())), Ok((Answers::new(), vec![])));
}

#[test]
fn forgetting_forgets_everything() {
    let mut state = at(View::Verdict(MESH));
    state.answered(content(), id("use"), Answer::Unknown);
    state.forgot();
    assert!(state.own.is_empty() && state.notices == [Notice::Forgotten] && state.view == View::Home);
}

#[test]
fn a_control_changes_what_its_name_and_value_say_and_shows_it() {
    let mut state = at(View::Choose);
    for (name, value) in [
        ("theme", "dark"),
        ("profile", "curious"),
        ("need-now", "edge"),
        ("lab-memory", "8gb"),
        ("service-mesh.problem", "mtls"),
        ("service-mesh.today", "unknown"),
        ("mesh-aim", content().question_named("mesh-aim").unwrap().choices[0].id.as_str()),
    ] {
        assert!(!state.shows(content(), name, value), "{name} {value}");
        state.changed(content(), name, value, true);
        assert!(state.shows(content(), name, value), "{name} {value}");
    }
    let before = state.clone();
    state.changed(content(), "a-name-of-nothing", "x", true);
    state.changed(content(), "need-now", "a-box-of-nothing", true);
    assert_eq!((&state.own, state.draft, state.theme), (&before.own, before.draft, Theme::Dark));
    assert!(!state.shows(content(), "a-name-of-nothing", ""));
}

#[test]
fn a_box_of_the_guide_counts_at_once_and_a_list_can_say_nothing_again() {
    let mut state = at(View::Choose);
    state.changed(content(), "need-now", "edge", true);
    state.changed(content(), "need-now", "operators", true);
    state.changed(content(), "need-now", "edge", false);
    assert_eq!(state.own.get(id("need-now")), Some(Answer::Ticks(Ticks { ticked: 1 << 3, rest_open: false })));
    state.changed(content(), "lab-memory", "8gb", true);
    state.changed(content(), "lab-memory", "", true);
    assert!(state.own.get(id("lab-memory")).is_none() && state.shows(content(), "lab-memory", ""));
}

#[test]
fn a_self_check_is_answered_in_one_go_or_with_nothing() {
    let skills = content().question_named("prerequisites-skills").unwrap();
    let mut state = at(View::Choose);
    state.ticked_all(content().question_named("prerequisites-skills").unwrap(), true);
    assert_eq!(state.boxes(skills.code).ticks.ticked, skills.boxes());
    state.ticked_all(content().question_named("prerequisites-skills").unwrap(), false);
    assert_eq!(state.own.get(skills.code), Some(Answer::Ticks(Ticks::default())), "none is an answer");
}

#[test]
fn a_link_that_tells_of_several_technologies_opens_side_by_side_and_of_none_the_plan() {
    let open = |names: &[&str]| {
        let mut answers = Answers::new();
        names.iter().for_each(|name| answers.set(id(name), Answer::Unknown));
        let mut state = at(View::Home);
        state.opened(content(), &format!("#/r/{}", encode(content(), &answers)));
        state.view
    };
    assert_eq!(open(&["edge.today", "service-mesh.today"]), View::Board(Order::Chapter));
    assert_eq!(open(&["service-mesh.today", "profile"]), View::Verdict(MESH));
    assert_eq!(open(&["profile"]), View::Plan);
}

#[test]
fn boxes_ticked_under_two_topics_before_the_app_starts_are_all_kept() {
    let mut state = at(View::Home);
    let ticked = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    state.took_over(content(), &[ticked("service-mesh.problem", "mtls"), ticked("edge.problem", "many-sites")]);
    state.opened(content(), "#/fr/board");
    for (name, value) in [("service-mesh.problem", "mtls"), ("edge.problem", "many-sites")] {
        assert!(state.shows(content(), name, value), "{name}");
        assert!(state.shows(content(), name, "unknown"), "nothing said that the others of {name} are no");
    }
}

#[test]
fn what_the_last_answer_did_is_told_on_its_own_topic_only() {
    let mut state = at(View::Question(MESH, Some(id("service-mesh.simpler"))));
    state.changed(content(), "service-mesh.simpler", "yes", true);
    state.opened(content(), "#/fr/question/service-mesh/today");
    assert!(state.change.is_some());
    state.opened(content(), "#/fr/question/edge");
    assert_eq!(state.change, None);
}

/// A mesh that fits, with its verdict on screen.
fn adopted() -> AppState {
    let mut state = at(View::Verdict(MESH));
    let favourable = [
        ("service-mesh.today", "now"),
        ("service-mesh.simpler", "no"),
        ("service-mesh.worth", "yes"),
        ("service-mesh.skills", "yes"),
        ("talking-services", "20+"),
        ("free-memory", "2gb+"),
        ("kubernetes-basics", "yes"),
        ("use", "production"),
    ];
    for (question, name) in favourable {
        let code = content().question_named(question).unwrap().code;
        state.own.set(code, Answer::Choice(choice(question, name)));
    }
    let problem = content().question_named("service-mesh.problem").unwrap().code;
    state.own.set(problem, Answer::Ticks(Ticks::default().with(1, true)));
    state
}

fn verdict_of(answers: &Answers) -> Verdict {
    let range = crate::engine::judge(&content().topics[MESH], answers).range;
    assert!(range.settled());
    range.best
}

#[test]
fn flipped_answers_leave_those_of_the_situation_alone() {
    let mut state = adopted();
    let before = state.own.clone();
    state.changed(content(), "if:service-mesh.skills", "no", true);
    state.changed(content(), "if:service-mesh.problem", "none", true);
    let what_if = state.what_if.clone().unwrap();
    assert_eq!((verdict_of(&what_if.answers), what_if.shown.best), (Verdict::NotForYou, Verdict::NotNow));
    assert!(state.shows(content(), "if:service-mesh.skills", "no"));
    assert!(state.shows(content(), "service-mesh.skills", "yes") && state.own == before);
    // Flipped back, nothing is flipped.
    state.changed(content(), "if:service-mesh.problem", "mtls", true);
    state.changed(content(), "if:service-mesh.skills", "yes", true);
    assert_eq!(state.what_if, None);
    state.changed(content(), "if:service-mesh.skills", "no", true);
    state.opened(content(), "#/fr");
    assert_eq!((&state.what_if, &state.own), (&None, &before));
}

#[test]
fn flipped_answers_become_the_situation_s_when_asked() {
    let mut state = adopted();
    state.changed(content(), "if:service-mesh.skills", "could-learn", true);
    state.kept_what_if(content());
    assert_eq!((verdict_of(&state.own), &state.what_if), (Verdict::TryInLab, &None));
    let change = state.change.unwrap();
    assert_eq!((change.before.best, change.after.best), (Verdict::Adopt, Verdict::TryInLab));
}

#[test]
fn a_way_up_and_an_answer_that_lowers_can_be_tried() {
    let mut state = adopted();
    state.tried_fragile(content(), 0);
    let lowered = state.what_if.clone().unwrap().answers;
    assert!(verdict_of(&lowered) < Verdict::Adopt);
    state.own = lowered;
    state.what_if = None;
    state.tried_lift(content(), 0);
    assert!(verdict_of(&state.what_if.clone().unwrap().answers) > verdict_of(&state.own));
    state.left_what_if();
    state.tried_lift(content(), usize::MAX);
    assert_eq!(state.what_if, None);
}

#[test]
fn a_second_situation_starts_as_the_first_and_changes_alone() {
    let mut state = adopted();
    let first = state.own.clone();
    state.opened(content(), "#/fr/compare/service-mesh");
    assert_eq!((&state.other, state.second(content())), (&None, first.clone()));
    state.changed(content(), "other:talking-services", "1-3", true);
    state.changed(content(), "pair", "teams", true);
    assert_eq!((&state.own, state.pair), (&first, Pair::Teams));
    assert_eq!(verdict_of(state.other.as_ref().unwrap()), Verdict::SimplerFirst);
    assert!(state.shows(content(), "other:talking-services", "1-3") && state.shows(content(), "pair", "teams"));
    // Coming back does not start it again; asking does.
    state.opened(content(), "#/fr");
    state.opened(content(), "#/fr/compare/service-mesh");
    assert_ne!(state.other.as_ref(), Some(&first));
    state.restarted_other(content());
    assert_eq!(state.other.as_ref(), Some(&first));
}

#[test]
fn flipped_answers_and_a_guest_s_can_be_the_second_situation() {
    let mut state = adopted();
    state.changed(content(), "if:service-mesh.skills", "no", true);
    state.compared(content());
    assert_eq!((verdict_of(state.other.as_ref().unwrap()), verdict_of(&state.own)), (Verdict::NotNow, Verdict::Adopt));
    let theirs = state.own.with(content().question_named("talking-services").unwrap().code, Answer::Unknown);
    state.guest = Some(Guest { origin: Origin::Link, opened: theirs.clone(), answers: theirs.clone() });
    state.compared_guest(content());
    assert_eq!((state.other, state.guest, state.pair), (Some(theirs), None, Pair::Teams));
}

#[test]
fn the_dial_moves_box_by_box_and_the_words_tell_the_whole_answer() {
    let problem = content().question_named("service-mesh.problem").unwrap();
    let mut state = at(View::Question(MESH, Some(problem.code)));
    state.ticked(content(), problem, 1, true);
    let ticking = state.change.unwrap();
    assert_eq!((ticking.before, ticking.shown), (Range::FULL, Range::FULL));
    assert_eq!(ticking.after.worst, Verdict::SimplerFirst);
    state.continued(content());
    let told = state.change.unwrap();
    assert_eq!((told.before, told.shown, told.after.worst), (Range::FULL, ticking.after, Verdict::SimplerFirst));
}

#[test]
fn boxes_ticked_for_a_guest_stay_the_guest_s_when_compared() {
    let problem = content().question_named("service-mesh.problem").unwrap();
    let mut state = adopted();
    let mine = state.own.clone();
    state.guest = Some(Guest { origin: Origin::Link, opened: mine.clone(), answers: mine.clone() });
    state.view = View::Question(MESH, Some(problem.code));
    state.ticked(content(), problem, 2, true);
    state.compared_guest(content());
    state.opened(content(), "#/fr/compare/service-mesh");
    assert_eq!(state.own, mine);
    let theirs = state.other.unwrap().get(problem.code);
    assert!(matches!(theirs, Some(Answer::Ticks(ticks)) if ticks.has(2)), "{theirs:?}");
}

#[test]
fn what_was_tried_or_told_of_a_guest_goes_with_the_guest() {
    let mut state = adopted();
    let mine = state.own.clone();
    let no = Answer::Choice(choice("service-mesh.skills", "no"));
    let skills = content().question_named("service-mesh.skills").unwrap().code;
    state.guest = Some(Guest { origin: Origin::Link, opened: mine.with(skills, no), answers: mine.with(skills, no) });
    state.changed(content(), "service-mesh.worth", "no", true);
    state.changed(content(), "if:service-mesh.skills", "yes", true);
    assert!(state.change.is_some() && state.what_if.is_some());
    state.left_guest();
    assert_eq!((state.change, &state.what_if), (None, &None));
    state.kept_what_if(content());
    assert_eq!(state.own, mine);
}

#[test]
fn what_is_ticked_while_answers_are_flipped_stays_ticked() {
    let mut state = adopted();
    let ready = content().topics[MESH].ready;
    state.changed(content(), "if:service-mesh.skills", "no", true);
    state.changed(content(), "service-mesh.ready", "sure", true);
    state.kept_what_if(content());
    assert_eq!(state.own.get(ready), Some(Answer::Ticks(Ticks::default().with(1, true))));
    // Flipped back beside such a tick, nothing is flipped any more.
    state.changed(content(), "if:service-mesh.skills", "yes", true);
    state.changed(content(), "service-mesh.ready", "sure", false);
    state.changed(content(), "if:service-mesh.skills", "no", true);
    assert_eq!(state.what_if, None);
}

#[test]
fn a_second_situation_of_one_topic_is_the_first_in_the_others() {
    let mut state = adopted();
    state.view = View::Compare(MESH);
    state.changed(content(), "other:service-mesh.skills", "no", true);
    let problem = content().question_named("serverless.problem").unwrap().code;
    state.own.set(problem, Answer::Ticks(Ticks::default()));
    state.view = View::Compare(1);
    assert_eq!(state.second(content()).get(problem), Some(Answer::Ticks(Ticks::default())));
    state.restarted_other(content());
    state.view = View::Compare(MESH);
    assert_eq!(verdict_of(&state.second(content())), Verdict::NotNow);
}

#[test]
fn a_problem_unticked_again_is_no_answer_wherever_it_is_ticked() {
    let problem = content().question_named("service-mesh.problem").unwrap().code;
    let mut state = at(View::Verdict(MESH));
    for name in ["mtls", "unknown", "none"] {
        for on in [true, false] {
            state.changed(content(), "if:service-mesh.problem", name, on);
        }
        assert_eq!((name, &state.what_if, state.own.get(problem)), (name, &None, None));
    }
}

#[test]
fn an_answer_moves_the_dial_here_and_on_the_next_page_only() {
    let mut state = adopted();
    state.view = View::Question(MESH, content().question_named("service-mesh.skills").map(|question| question.code));
    state.changed(content(), "service-mesh.skills", "no", true);
    let moves = |state: &AppState| state.change.is_some_and(|change| change.shown != change.after);
    state.opened(content(), "#/fr/verdict/service-mesh");
    assert!(moves(&state));
    state.opened(content(), "#/fr/compare/service-mesh");
    state.opened(content(), "#/fr/verdict/service-mesh");
    assert!(!moves(&state) && state.change.is_some());
    state.changed(content(), "if:service-mesh.worth", "no", true);
    state.left_what_if();
    assert_eq!(state.change, None);
}

#[test]
fn other_boxes_being_ticked_count_before_and_after_an_answer() {
    let problem = content().question_named("service-mesh.problem").unwrap();
    let mut state = at(View::All(MESH));
    state.ticked_none(content(), problem.code, true);
    state.changed(content(), "service-mesh.today", "no", true);
    let change = state.change.unwrap();
    assert_eq!(
        (change.before, change.after),
        (change.after, Range { worst: Verdict::NotForYou, best: Verdict::NotForYou })
    );
}

#[test]
fn what_is_forgotten_is_said_wherever_it_was_asked() {
    let mut state = adopted();
    state.forgot();
    state.opened(content(), "#/fr");
    assert_eq!(state.notices, [Notice::Forgotten]);
}

/// A result of the mesh as somebody sent it, and the address it is at.
fn received() -> (Answers, String) {
    let mut answers = Answers::new();
    answers.set(id("service-mesh.today"), Answer::Choice(choice("service-mesh.today", "now")));
    answers.set(id("use"), Answer::Choice(choice("use", "production")));
    let address = format!("#/r/{}", encode(content(), &answers));
    (answers, address)
}

#[test]
fn going_back_to_a_received_result_keeps_what_was_changed_there() {
    let (theirs, address) = received();
    let mut state = at(View::Home);
    state.opened(content(), &address);
    state.opened(content(), "#/fr/question/service-mesh/skills");
    state.changed(content(), "service-mesh.skills", "no", true);
    let changed = state.answers().clone();
    assert_ne!(changed, theirs);
    state.opened(content(), &address);
    assert_eq!((state.answers(), state.view), (&changed, View::Verdict(MESH)));
    // The tab keeps both, so a reload does too.
    let kept = write_guest(content(), state.guest.as_ref().unwrap());
    state.guest = read_guest(content(), &kept);
    state.opened(content(), &address);
    assert_eq!(state.answers(), &changed);
    assert!(state.own.is_empty());
    // Another result takes its place, and the first is then as it was sent.
    state.opened(content(), &format!("#/r/{}", encode(content(), &changed)));
    state.opened(content(), &address);
    assert_eq!(state.answers(), &theirs);
}

#[test]
fn opening_a_result_keeps_ones_own_and_opening_ones_own_is_no_visit() {
    let (theirs, address) = received();
    let mut state = at(View::Home);
    state.own.set(id("edge.today"), Answer::Unknown);
    let own = state.own.clone();
    state.opened(content(), &address);
    assert_eq!((state.answers(), &state.own), (&theirs, &own));
    state.kept_guest();
    assert_eq!(state.own, theirs);
    state.opened(content(), &address);
    assert_eq!(state.guest, None);
}

#[test]
fn what_the_tab_and_the_device_keep_reads_back() {
    let (theirs, _) = received();
    let code = encode(content(), &theirs);
    let changed = theirs.with(id("use"), Answer::Unknown);
    let of_link = Guest { origin: Origin::Link, opened: theirs.clone(), answers: theirs.clone() };
    assert_eq!(write_guest(content(), &of_link), format!("/{code}"));
    let of_example = Guest { origin: Origin::Example(2), ..of_link.clone() };
    let changed_since = Guest { answers: changed.clone(), ..of_link.clone() };
    let emptied = Guest { answers: Answers::new(), ..of_link.clone() };
    for guest in [of_link, of_example, changed_since, emptied] {
        assert_eq!(read_guest(content(), &write_guest(content(), &guest)), Some(guest));
    }
    let other = write_other(content(), Pair::Teams, &changed);
    assert_eq!(read_other(content(), &other), Some((Pair::Teams, changed, vec![])));
    for damaged in ["", "/", "nobody/IAAA", &format!("/{}", &code[1..]), &format!("/{code}/{}", &code[1..])] {
        assert_eq!(read_guest(content(), damaged), None, "{damaged}");
        assert_eq!(read_other(content(), damaged), None, "{damaged}");
    }
}

#[test]
fn what_changed_since_is_told_until_it_is_read() {
    let (theirs, address) = received();
    let mut later = content().clone();
    later.edition = 2;
    let changed = id("service-mesh.today");
    later.questions.iter_mut().find(|question| question.code == changed).unwrap().changed = 2;
    let told = LinkNotice::Changed(vec![changed]);
    let mut state = at(View::Home);
    state.opened(&later, &address);
    // While the answers are read again, and changed.
    state.opened(&later, "#/fr/question/service-mesh/today");
    state.changed(&later, "service-mesh.today", "no", true);
    assert_eq!(state.notices, [Notice::Link(told.clone())]);
    state.left_guest();
    assert!(state.notices.is_empty());
    let code = encode(content(), &theirs);
    assert_eq!(read_kept(&later, &code), Ok((theirs.clone(), vec![told])));
    // What the device keeps next is of the present edition.
    assert_eq!(read_kept(&later, &encode(&later, &theirs)), Ok((theirs, vec![])));
}

#[test]
fn a_file_without_answers_is_told_on_its_page_alone() {
    let content = test_content::content();
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    state.opened(content, "#/fr");
    let aside = LinkNotice::Ignored { questions: Vec::new(), n_unknown: 2 };
    for notices in [vec![LinkNotice::Empty], vec![aside.clone()]] {
        assert_eq!(state.imported(content, Answers::new(), notices), None);
        assert_eq!(state.notices, [Notice::FileForeign]);
        assert!(state.guest.is_none());
        state.opened(content, "#/fr/board");
        assert!(state.notices.is_empty());
        state.opened(content, "#/fr");
    }
    // With answers, what was set aside is told where they are shown.
    let answers = content.answers_of(&content.situations[0]);
    let there = state.imported(content, answers.clone(), vec![aside.clone()]).unwrap();
    state.opened(content, &there);
    assert_eq!(state.notices, [Notice::File(aside)]);
    assert_eq!(state.guest.map(|guest| guest.answers), Some(answers));
}

#[test]
fn replacing_answers_asks_first_and_can_be_undone() {
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    state.answered(content(), id("talking-services"), Answer::Choice(choice("talking-services", "5-9")));
    let own = state.own.clone();
    state.opened(content(), "#/fr/example/bank-forty-services");
    let theirs = state.answers().clone();
    state.asked_to_keep_guest();
    assert_eq!((state.confirming, &state.own), (Some(Confirmation::ReplaceOwn), &own));
    state.cancelled();
    assert_eq!((state.confirming, state.guest.is_some(), &state.own), (None, true, &own));
    state.asked_to_keep_guest();
    state.confirmed();
    assert_eq!((state.guest.is_none(), &state.own), (true, &theirs));
    assert!(state.notices.contains(&Notice::OwnReplaced));
    state.undone();
    assert_eq!((state.answers(), &state.own), (&theirs, &own));
    assert!(!state.notices.contains(&Notice::OwnReplaced) && state.undo.is_none());
}

#[test]
fn answers_that_replace_none_are_kept_without_asking() {
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    state.opened(content(), "#/fr/example/bank-forty-services");
    state.asked_to_keep_guest();
    assert_eq!(state.confirming, None);
    assert!(state.guest.is_none() && !state.own.is_empty() && state.undo.is_none());
}

#[test]
fn an_erasure_can_be_undone_until_the_next_answer() {
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    let answer = Answer::Choice(choice("talking-services", "5-9"));
    state.answered(content(), id("talking-services"), answer);
    let own = state.own.clone();
    state.asked_to_forget();
    assert_eq!(state.own, own);
    state.confirmed();
    assert!(state.own.is_empty() && state.undo.is_some());
    state.undone();
    assert_eq!(state.own, own);
    state.asked_to_forget();
    state.confirmed();
    state.answered(content(), id("talking-services"), answer);
    assert!(state.undo.is_none() && !state.notices.contains(&Notice::Forgotten));
}

#[test]
fn two_documents_keep_the_answers_of_both() {
    let [services, worth, skills] = ["talking-services", "service-mesh.worth", "service-mesh.skills"].map(id);
    let start = Answers::new().with(services, Answer::Unknown);
    let ours = start.with(worth, Answer::Unknown);
    let theirs = start.with(skills, Answer::Unknown);
    let both = merged(&start, &ours, &theirs);
    assert_eq!(both, ours.with(skills, Answer::Unknown));
    // Changed here, forgotten there: what changed here stays, the rest stays forgotten.
    assert_eq!(merged(&start, &ours, &Answers::new()), Answers::new().with(worth, Answer::Unknown));
    // Removed here, unchanged there.
    assert_eq!(merged(&start, &Answers::new(), &theirs), Answers::new().with(skills, Answer::Unknown));
    // Both changed the same answer: the document that writes last wins.
    let other = start.with(services, Answer::Choice(choice("talking-services", "4")));
    assert_eq!(merged(&start, &start, &other), other);
}

#[test]
fn answers_changed_elsewhere_leave_boxes_being_ticked_alone() {
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    state.opened(content(), "#/fr/question/edge/edge.problem");
    let question = content().question_named("edge.problem").unwrap();
    state.picked(content(), AnswerSet::OnScreen, question, Pick::from_value(question, "sensors").unwrap(), true);
    let elsewhere = state.preview().with(id("talking-services"), Answer::Unknown);
    state.own_changed_elsewhere(&elsewhere);
    assert_eq!(state.preview(), elsewhere);
    assert!(state.draft.is_some() && state.own.get(question.code).is_none());
}

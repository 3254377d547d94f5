//! The guide: which subjects, what the lab can run, what fits in the time, which tool.

use boussole::bundled;
use boussole_core::content::{Priority, Subject, answer_named};
use boussole_core::domain::{Answer, Answers, Date, Lang};
use boussole_core::engine::{self, Fit, LabNeed, Need, Resource};
use boussole_core::words::Words;
use proptest::prelude::*;

use crate::rendered::{self, main_of};

/// Answers by name, as `"profile curious"` or with several boxes `"need-now edge operators"`.
fn answers(lines: &[&str]) -> Answers {
    let content = bundled::content();
    let answer = |line: &&str| {
        let mut names = line.split(' ');
        let question = content.question_named(names.next().unwrap()).unwrap();
        let names: Vec<&str> = names.collect();
        (question.code, answer_named(question, &names).unwrap())
    };
    lines.iter().map(answer).collect()
}

fn subject(id: &str) -> Subject {
    bundled::content().subject_named(id).unwrap()
}

/// The subjects chosen for some answers, with the need that named each.
fn chosen(lines: &[&str]) -> Vec<(&'static str, Need)> {
    let content = bundled::content();
    let chosen = engine::choose(content, &answers(lines));
    chosen.picks.iter().map(|pick| (content.subject_id(pick.subject), pick.need)).collect()
}

#[test]
fn problems_now_come_first_then_the_organisation_then_later_then_curiosity() {
    let all =
        ["need-curiosity serverless", "need-later edge", "need-organisation operators", "need-now machine-learning"];
    assert_eq!(chosen(&all), [("machine-learning", Need::Now), ("operators", Need::Organisation)]);
    assert_eq!(chosen(&all[..3]), [("operators", Need::Organisation), ("edge", Need::Later)]);
    assert_eq!(chosen(&all[..2]), [("edge", Need::Later), ("serverless", Need::Curiosity)]);
    assert_eq!(chosen(&all[..1]), [("serverless", Need::Curiosity)]);
    assert_eq!(chosen(&[]), []);
}

#[test]
fn a_subject_named_twice_counts_once_for_its_first_need() {
    assert_eq!(chosen(&["need-now edge", "need-organisation edge"]), [("edge", Need::Now)]);
}

#[test]
fn ties_go_by_the_profile_then_by_the_chapter() {
    let needs = "need-now service-mesh serverless machine-learning";
    assert_eq!(chosen(&[needs]), [("service-mesh", Need::Now), ("serverless", Need::Now)]);
    assert_eq!(chosen(&[needs, "profile data-ml"]), [("machine-learning", Need::Now), ("serverless", Need::Now)]);
    assert_eq!(chosen(&[needs, "profile developer"]), [("serverless", Need::Now), ("service-mesh", Need::Now)]);
}

#[test]
fn the_curious_learner_starts_at_curiosity() {
    let needs = ["profile curious", "need-now edge", "need-curiosity operators"];
    assert_eq!(chosen(&needs), [("operators", Need::Curiosity), ("edge", Need::Now)]);
}

#[test]
fn trends_are_read_beside_and_never_instead() {
    let content = bundled::content();
    let given = answers(&["need-curiosity trends"]);
    let found = engine::choose(content, &given);
    assert!(found.picks.is_empty() && found.trends);
    for profile in ["admin-devops", "developer", "data-ml", "architect", "curious"] {
        let line: &str = &format!("profile {profile}");
        let found = engine::choose(content, &answers(&[line, "need-now edge operators serverless"]));
        assert_eq!((found.picks.len(), found.later.len(), found.trends), (2, 1, true), "{profile}");
        assert!(found.picks.iter().all(|pick| pick.subject != Subject::Trends));
    }
}

/// The fit of a lab for one subject, and what is missing.
fn trial(id: &str, lab: &[&str]) -> (Option<Fit>, Vec<(Resource, u32)>) {
    let content = bundled::content();
    let takes = LabNeed::of(&content.topic(id).unwrap().lab);
    let trial = engine::trial(takes, engine::owned_lab(content, &answers(lab)));
    (trial.fit, trial.missing)
}

const FOUR: [&str; 5] = ["lab-cpu 4", "lab-memory 4gb", "lab-disk 50gb", "lab-gpu no", "lab-machines 1"];
const EIGHT: [&str; 5] = ["lab-cpu 4", "lab-memory 8gb", "lab-disk 50gb", "lab-gpu no", "lab-machines 1"];
const LARGE: [&str; 5] = ["lab-cpu 12", "lab-memory 32gb", "lab-disk 150gb", "lab-gpu yes", "lab-machines 3"];

#[test]
fn a_lab_is_enough_tight_or_short_by_so_much() {
    // Chapter, lines 408 to 421: base 4 cores, 8 GB, 50 GB; +2 GB for a mesh, +1 GB for Knative, three times for clusters.
    for topic in &bundled::content().topics {
        assert_eq!(trial(&topic.id, &LARGE), (Some(Fit::Enough), vec![]), "{}", topic.id);
    }
    assert_eq!(trial("service-mesh", &EIGHT), (Some(Fit::Tight), vec![(Resource::Memory, 2000)]));
    assert_eq!(trial("serverless", &EIGHT), (Some(Fit::Tight), vec![(Resource::Memory, 1000)]));
    assert_eq!(trial("operators", &EIGHT), (Some(Fit::Enough), vec![]));
    assert_eq!(trial("machine-learning", &EIGHT), (Some(Fit::Tight), vec![(Resource::Gpu, 1)]));
    let short = vec![(Resource::Cpu, 2), (Resource::Disk, 10)];
    assert_eq!(trial("multi-cluster", &EIGHT), (Some(Fit::Short), short));
    // A Raspberry Pi 4 with 4 GB is possible at the edge (line 420); Knative wants 4 GB free (25.2, line 407).
    assert_eq!(trial("edge", &FOUR), (Some(Fit::Tight), vec![(Resource::Memory, 4000)]));
    assert_eq!(trial("serverless", &FOUR), (Some(Fit::Short), vec![(Resource::Memory, 2000)]));
    assert_eq!(trial("machine-learning", &FOUR), (Some(Fit::Short), vec![(Resource::Memory, 4000)]));
}

#[test]
fn what_is_known_of_a_lab_is_judged_and_the_rest_is_asked_for() {
    let content = bundled::content();
    let said = |id: &str, lab: &[&str]| {
        let takes = LabNeed::of(&content.topic(id).unwrap().lab);
        let trial = engine::trial(takes, engine::owned_lab(content, &answers(lab)));
        (trial.fit, trial.unknown.clone(), Words::new(content, Lang::Fr).trial(&trial))
    };
    let rest = vec![Resource::Cpu, Resource::Disk];
    let (fit, unknown, told) = said("service-mesh", &["lab-memory 8gb"]);
    assert_eq!((fit, unknown), (Some(Fit::Tight), rest.clone()));
    assert!(told.contains("2\u{a0}Go de mémoire") && told.contains("le processeur et le disque"), "{told}");
    assert_eq!(said("serverless", &["lab-memory 16gb"]).1, rest);
    // Short stays short; a GPU that is not there makes a lab tight, no worse.
    assert_eq!(said("serverless", &["lab-memory 4gb"]).1, []);
    let (fit, unknown, _) = said("machine-learning", &["lab-cpu 4", "lab-memory 8gb", "lab-disk 50gb"]);
    assert_eq!((fit, unknown), (Some(Fit::Enough), vec![Resource::Gpu]));
    let both = [subject("service-mesh"), subject("machine-learning")];
    let trial =
        engine::trial(LabNeed::at_once(content, &both).unwrap(), engine::owned_lab(content, &answers(&EIGHT[..3])));
    assert_eq!((trial.fit, trial.unknown), (Some(Fit::Short), vec![]));
    assert_eq!(said("serverless", &[]).0, None);
}

#[test]
fn the_smaller_figures_of_two_subjects_never_pass_the_chapters() {
    let content = bundled::content();
    let subjects: Vec<Subject> = content.subjects().filter(|subject| *subject != Subject::Trends).collect();
    for (place, one) in subjects.iter().enumerate() {
        for other in &subjects[place + 1..] {
            let takes = LabNeed::at_once(content, &[*one, *other]).unwrap();
            assert_eq!(takes.lean.max(takes.full), takes.full, "{one:?} and {other:?}");
        }
    }
}

#[test]
fn without_a_time_the_lab_is_still_compared_with_what_would_be_tried() {
    let content = bundled::content();
    let plan = engine::plan(content, &answers(&["need-now service-mesh multi-cluster", "need-curiosity edge"]));
    assert_eq!(plan.tried(), [subject("service-mesh"), subject("multi-cluster")]);
}

#[test]
fn one_at_a_time_takes_the_largest_and_at_once_the_sum() {
    let content = bundled::content();
    let both = [subject("service-mesh"), subject("serverless")];
    let memory = |takes: Option<LabNeed>| takes.map(|takes| (takes.full.memory, takes.lean.memory));
    assert_eq!(memory(LabNeed::one_at_a_time(content, &both)), Some((10_000, 6000)));
    assert_eq!(memory(LabNeed::at_once(content, &both)), Some((11_000, 6300)));
    let clusters = [subject("multi-cluster"), subject("service-mesh")];
    let takes = LabNeed::at_once(content, &clusters).unwrap();
    assert_eq!((takes.full.cpu, takes.full.memory, takes.full.disk), (12, 26_000, 150));
    assert_eq!(LabNeed::at_once(content, &[Subject::Trends]), None);
}

/// What is read, and at which level (0 is Conscience).
fn planned(lines: &[&str]) -> Vec<(&'static str, Option<usize>)> {
    let content = bundled::content();
    let plan = engine::plan(content, &answers(lines));
    plan.readings.iter().map(|reading| (content.subject_id(reading.subject), reading.level)).collect()
}

#[test]
fn eight_gigabytes_a_profile_and_an_evening_make_a_plan_that_fits_both() {
    let content = bundled::content();
    let lines = [&EIGHT[..], &["profile developer", "need-now service-mesh", "time evening"]].concat();
    let plan = engine::plan(content, &answers(&lines));
    assert_eq!(plan.tried(), [subject("service-mesh")]);
    assert_eq!((plan.minutes, plan.used), (Some(240), 240));
    let takes = LabNeed::one_at_a_time(content, &plan.tried()).unwrap();
    let fits = engine::trial(takes, engine::owned_lab(content, &answers(&lines)));
    assert_eq!(fits.fit, Some(Fit::Tight));
    assert_eq!(plan.readings.len(), 7, "the chosen subject, then the profile's, 25.7 included");
    assert_eq!(plan.readings[2].priority, Some(Priority::High), "25.7");
}

#[test]
fn four_gigabytes_get_a_clear_word_about_what_is_missing() {
    let content = bundled::content();
    let lines = [&FOUR[..], &["profile data-ml", "need-now machine-learning", "time evening"]].concat();
    let given = answers(&lines);
    let plan = engine::plan(content, &given);
    assert!(plan.readings[0].is_short && plan.readings[0].level == Some(0), "{plan:?}");
    let trial = engine::trial(LabNeed::of(&content.topics[5].lab), engine::owned_lab(content, &given));
    let [fr, en] = [Lang::Fr, Lang::En].map(|lang| Words::new(content, lang).trial(&trial));
    assert_eq!(fr, "Votre lab est insuffisant\u{a0}: il manque 4\u{a0}Go de mémoire.");
    assert_eq!(en, "Your lab is not enough: it lacks 4\u{a0}GB of memory.");
}

/// The text of a verdict page in French.
fn verdict_page(topic: usize, lines: &[&str]) -> String {
    drawn(boussole_core::link::View::Verdict(topic), lines)
}

/// The text of a view in French.
fn drawn(view: boussole_core::link::View, lines: &[&str]) -> String {
    use boussole::documents::Place;
    use boussole_core::state::{AppState, Theme};
    let mut state = AppState::new(Lang::Fr, Theme::Auto, answers(lines));
    state.view = view;
    main_of(&rendered::page(&state, Place::File)).to_owned()
}

#[test]
fn the_self_check_and_the_lab_are_answered_where_they_are_asked() {
    use boussole_core::link::View;
    let nothing = drawn(View::Choose, &[]);
    assert!(!nothing.contains("il en manque") && !nothing.contains("Votre lab est"), "{nothing}");
    let some = drawn(View::Choose, &["prerequisites-skills none", "need-now serverless", "lab-memory 4gb"]);
    assert!(some.contains("il en manque 9 sur 9"), "{some}");
    assert!(some.contains("il manque 2\u{a0}Go de mémoire"), "{some}");
}

#[test]
fn the_verdict_says_in_one_sentence_that_the_lab_falls_short_of_the_trial_it_advises() {
    let mesh = [
        "service-mesh.problem mtls",
        "service-mesh.today now",
        "service-mesh.simpler no",
        "service-mesh.worth in-doubt",
        "service-mesh.skills yes",
        "talking-services 20+",
        "free-memory 2gb+",
        "kubernetes-basics yes",
        "use production",
    ];
    let content = bundled::content();
    let meaning = &content.verdict(boussole_core::domain::Verdict::TryInLab).meaning.fr;
    assert!(verdict_page(0, &mesh).contains(meaning.as_str()));
    let short = verdict_page(0, &[&mesh[..], &["lab-memory under-4gb"]].concat());
    let sentence = "Cela vaut un essai, mais votre lab n’y suffit pas\u{a0}: il manque 300\u{a0}Mo de mémoire.";
    assert!(short.contains(sentence) && !short.contains(meaning.as_str()), "{short}");
}

#[test]
fn what_does_not_fit_may_still_be_learnt_by_the_curious() {
    let lines = [&EIGHT[..], &["service-mesh.problem none", "time evening"]].concat();
    let learn = "Pour apprendre, oui";
    assert!(!verdict_page(0, &lines).contains(learn));
    let curious = verdict_page(0, &[&lines[..], &["profile curious"]].concat());
    assert!(curious.contains(learn) && curious.contains("niveau Exploration (2 à 4\u{a0}heures)"), "{curious}");
    // Half an hour is not enough to try, and an unknown lab may not be either.
    let brief =
        verdict_page(0, &[&EIGHT[..], &["service-mesh.problem none", "profile curious", "time half-hour"]].concat());
    assert!(brief.contains("niveau Conscience"), "{brief}");
    assert!(!verdict_page(0, &["service-mesh.problem none", "profile curious"]).contains(learn));
}

#[test]
fn the_time_there_is_decides_how_deep() {
    let mesh = "need-now service-mesh operators";
    assert_eq!(planned(&[mesh]), [("service-mesh", None), ("operators", None)]);
    assert_eq!(planned(&[mesh, "time half-hour"]), [("service-mesh", Some(0)), ("operators", None)]);
    assert_eq!(planned(&[mesh, "time evening"]), [("service-mesh", Some(1)), ("operators", None)]);
    assert_eq!(planned(&[mesh, "time week"]), [("service-mesh", Some(1)), ("operators", Some(1))]);
}

#[test]
fn without_a_need_the_profiles_order_is_the_plan() {
    let ids: Vec<&str> = planned(&["profile architect"]).into_iter().map(|(id, _)| id).collect();
    let chapter = ["service-mesh", "multi-cluster", "trends", "operators", "serverless", "edge", "machine-learning"];
    assert_eq!(ids, chapter);
    let ids: Vec<&str> = planned(&["profile curious"]).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["serverless", "operators", "trends"]);
}

#[test]
fn prerequisites_are_counted_and_the_lacking_ones_named() {
    let content = bundled::content();
    assert_eq!(engine::known_prerequisites(content, &Answers::new()), None);
    let none =
        engine::known_prerequisites(content, &answers(&["prerequisites-knowledge none", "prerequisites-skills none"]))
            .unwrap();
    assert_eq!((none.n_asked, none.missing.len()), (21, 21));
    let mut all = Answers::new();
    for code in content.guide.questions.prerequisites {
        let boxes = content.question(code).unwrap().boxes();
        all.set(code, Answer::Ticks(boussole_core::domain::Ticks { ticked: boxes, rest_open: false }));
    }
    let all = engine::known_prerequisites(content, &all).unwrap();
    assert_eq!((all.n_asked, all.missing.len()), (21, 0));
    // All of them by their groups, a few one by one.
    let words = Words::new(content, Lang::Fr);
    let groups = words.known(Some(&none));
    assert!(content.guide.groups.iter().all(|group| groups.contains(&group.label.fr)), "{groups}");
    let mut few = none.clone();
    few.missing.truncate(2);
    let named = words.known(Some(&few));
    let first = content.question(few.missing[0].0).unwrap();
    assert!(named.contains("2 sur 21") && named.contains(&first.choices[0].label.fr), "{named}");
}

#[test]
fn every_tool_question_leads_somewhere_and_the_default_is_last() {
    let content = bundled::content();
    for topic in &content.topics {
        assert!(!topic.tool_questions.is_empty(), "{}", topic.id);
        let default = engine::pointer(content, topic, &Answers::new()).unwrap();
        assert!(default.when.is_empty(), "{}", topic.id);
        let mut reached: Vec<usize> = Vec::new();
        let questions: Vec<_> = topic.tool_questions.iter().filter_map(|code| content.question(*code)).collect();
        let mut all = vec![Answers::new()];
        for question in &questions {
            let with = |given: &Answers| {
                let answer = |choice: &boussole_core::content::Choice| {
                    Answer::Choice(boussole_core::domain::ChoiceId(choice.code))
                };
                question.choices.iter().map(|choice| given.with(question.code, answer(choice))).collect::<Vec<_>>()
            };
            all.extend(all.clone().iter().flat_map(with));
        }
        reached.extend(all.iter().filter_map(|given| {
            let pointed = engine::pointer(content, topic, given)?;
            topic.pointers.iter().position(|pointer| core::ptr::eq(pointer, pointed))
        }));
        reached.sort_unstable();
        reached.dedup();
        let places: Vec<usize> = (0..topic.pointers.len()).collect();
        assert_eq!(reached, places, "{}: some pointer is never reached", topic.id);
        assert!(topic.pointers.iter().any(|pointer| pointer.tool.is_none()), "{}: none of them is an answer", topic.id);
    }
}

#[test]
fn content_of_more_than_a_year_ago_is_told_to_be_old() {
    use boussole_core::state::{AppState, Theme};
    use boussole_core::words::Notice;
    let content = bundled::content();
    let on = |year: u16| {
        let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
        state.dated(content, Date { year, ..content.date });
        state.opened(content, "#/fr/board");
        state.notices
    };
    assert_eq!(on(content.date.year + 1), []);
    assert_eq!(on(content.date.year + 2), [Notice::ContentOutdated(content.date)]);
    let told = Words::new(content, Lang::Fr).notice(&Notice::ContentOutdated(content.date));
    assert!(told.contains("plus d’un an") && told.contains("vérifié le 22\u{a0}novembre 2026"), "{told}");
}

/// Any answers to the guide's questions.
fn any_answers() -> impl Strategy<Value = Answers> {
    let content = bundled::content();
    let asks = content.guide.questions;
    let mut codes = vec![asks.profile, asks.time];
    codes.extend(asks.lab());
    codes.extend(asks.needs);
    let each: Vec<_> = codes
        .into_iter()
        .map(|code| {
            let question = content.question(code).unwrap();
            let n = question.choices.len();
            if question.many {
                let boxes = question.boxes();
                any::<u16>()
                    .prop_map(move |ticked| {
                        Some((
                            code,
                            Answer::Ticks(boussole_core::domain::Ticks { ticked: ticked & boxes, rest_open: false }),
                        ))
                    })
                    .boxed()
            } else {
                (0..=n)
                    .prop_map(move |place| {
                        let choice = question.choices.get(place)?;
                        Some((code, Answer::Choice(boussole_core::domain::ChoiceId(choice.code))))
                    })
                    .boxed()
            }
        })
        .collect();
    each.prop_map(|answers| answers.into_iter().flatten().collect())
}

proptest! {
    #[test]
    fn a_plan_never_takes_more_time_than_there_is_nor_more_lab(given in any_answers()) {
        let content = bundled::content();
        let plan = engine::plan(content, &given);
        prop_assert!(plan.minutes.is_none_or(|minutes| plan.used <= minutes));
        prop_assert!(plan.tried().len() <= 2);
        let owned = engine::owned_lab(content, &given);
        for subject in plan.tried() {
            let takes = LabNeed::of(&content.topic_of(subject).unwrap().lab);
            prop_assert!(engine::trial(takes, owned).fit != Some(Fit::Short));
        }
        let picks = engine::choose(content, &given).picks;
        let first: Vec<Subject> = plan.readings.iter().map(|reading| reading.subject).take(picks.len()).collect();
        prop_assert_eq!(first, picks.iter().map(|pick| pick.subject).collect::<Vec<_>>());
    }

    #[test]
    fn more_of_anything_never_makes_a_lab_worse(given in any_answers()) {
        let content = bundled::content();
        let rich = answers(&LARGE);
        for topic in &content.topics {
            let takes = LabNeed::of(&topic.lab);
            let before = engine::trial(takes, engine::owned_lab(content, &given));
            for code in content.guide.questions.lab() {
                if given.get(code).is_some() {
                    let more = given.with(code, rich.get(code).unwrap());
                    let after = engine::trial(takes, engine::owned_lab(content, &more));
                    prop_assert!(before.fit.is_none() || after.fit.is_none() || after.fit >= before.fit);
                }
            }
        }
    }
}

use super::{
    Fragile, FragileChange, Step, Support, fragile, judge, lifts, matters, next, open, path, power, signs, supports,
    tensions,
};
use crate::content::{Topic, answer_named};
use crate::domain::{Answers, ChoiceId, QuestionId, Verdict};
use crate::test_content;

/// Answers by name, as `"service-mesh.today now"` or with several boxes `"service-mesh.problem mtls other"`.
fn answers(lines: &[&str]) -> Answers {
    lines
        .iter()
        .map(|line| {
            let mut names = line.split(' ');
            let question = test_content::content().question_named(names.next().unwrap()).unwrap();
            let names: Vec<&str> = names.collect();
            (question.code, answer_named(question, &names).unwrap())
        })
        .collect()
}

fn mesh() -> &'static Topic {
    test_content::content().topic("service-mesh").unwrap()
}

fn id(name: &str) -> QuestionId {
    test_content::content().question_named(name).unwrap().code
}

fn check(lines: &[&str], worst: Verdict, best: Verdict) {
    let range = judge(mesh(), &answers(lines)).range;
    assert_eq!((range.worst, range.best), (worst, best), "{lines:?}");
}

const FAVOURABLE: [&str; 9] = [
    "service-mesh.problem mtls",
    "service-mesh.today now",
    "service-mesh.simpler no",
    "service-mesh.worth yes",
    "service-mesh.skills yes",
    "talking-services 20+",
    "free-memory 2gb+",
    "kubernetes-basics yes",
    "use production",
];

fn favourable_except(changed: &[&'static str]) -> Vec<&'static str> {
    FAVOURABLE
        .into_iter()
        .map(|line| {
            let name = line.split(' ').next().unwrap();
            changed.iter().find(|changed| changed.split(' ').next() == Some(name)).copied().unwrap_or(line)
        })
        .collect()
}

#[test]
fn nothing_answered_leaves_everything_possible() {
    check(&[], Verdict::NotForYou, Verdict::Adopt);
}

#[test]
fn the_most_favourable_answers_give_adopt() {
    check(&FAVOURABLE, Verdict::Adopt, Verdict::Adopt);
}

#[test]
fn no_recognised_problem_settles_the_verdict() {
    check(&["service-mesh.problem none"], Verdict::NotForYou, Verdict::NotForYou);
}

#[test]
fn the_default_ceilings_hold() {
    for (line, verdict) in [
        ("service-mesh.simpler yes", Verdict::SimplerFirst),
        ("service-mesh.today no", Verdict::NotNow),
        ("service-mesh.today within-a-year", Verdict::TryInLab),
        ("service-mesh.worth no", Verdict::NotNow),
        ("service-mesh.worth in-doubt", Verdict::TryInLab),
        ("service-mesh.skills no", Verdict::NotNow),
        ("service-mesh.skills could-learn", Verdict::TryInLab),
        ("use learning", Verdict::TryInLab),
        ("talking-services 1-3", Verdict::SimplerFirst),
        ("talking-services 4", Verdict::TryInLab),
        ("talking-services 5-9", Verdict::Adopt),
        ("free-memory 1-2gb", Verdict::TryInLab),
        ("free-memory under-300mb", Verdict::NotNow),
    ] {
        check(&favourable_except(&[line]), verdict, verdict);
    }
}

#[test]
fn five_to_nine_services_need_encryption_or_observability() {
    check(
        &favourable_except(&["talking-services 5-9", "service-mesh.problem timeouts"]),
        Verdict::TryInLab,
        Verdict::TryInLab,
    );
    check(
        &favourable_except(&["talking-services 10-19", "service-mesh.problem timeouts"]),
        Verdict::Adopt,
        Verdict::Adopt,
    );
}

#[test]
fn problems_of_the_sections_count_like_those_of_the_chapter() {
    for problem in ["other", "timeouts", "progressive-releases", "compliance"] {
        let line: &'static str = format!("service-mesh.problem {problem}").leak();
        check(&favourable_except(&["talking-services 4", line]), Verdict::TryInLab, Verdict::TryInLab);
    }
}

#[test]
fn unknown_is_judged_at_both_ends() {
    check(&favourable_except(&["free-memory unknown"]), Verdict::NotNow, Verdict::Adopt);
    check(&favourable_except(&["service-mesh.problem unknown"]), Verdict::NotForYou, Verdict::Adopt);
    check(
        &favourable_except(&["service-mesh.problem timeouts unknown", "talking-services 5-9"]),
        Verdict::TryInLab,
        Verdict::Adopt,
    );
}

#[test]
fn limits_are_the_rules_at_the_verdict() {
    let given = answers(&favourable_except(&[
        "service-mesh.skills could-learn",
        "free-memory 1-2gb",
        "service-mesh.worth in-doubt",
    ]));
    let limits: Vec<&str> = judge(mesh(), &given).limits(mesh()).map(|rule| rule.id.as_str()).collect();
    assert_eq!(limits, ["worth-in-doubt", "skills-could-learn", "memory-limited"]);
    assert_eq!(judge(mesh(), &answers(&FAVOURABLE)).limits(mesh()).count(), 0);
}

#[test]
fn the_problem_comes_first_and_then_the_most_decisive() {
    assert_eq!(next(mesh(), &Answers::new()), Some(id("service-mesh.problem")));
    let given = answers(&["service-mesh.problem mtls"]);
    assert_eq!(
        next(mesh(), &given),
        Some(id("service-mesh.simpler")),
        "yes would leave two sectors, no other answer fewer"
    );
    assert_eq!(next(mesh(), &answers(&FAVOURABLE)), None);
}

#[test]
fn the_path_is_the_order_in_which_questions_are_asked() {
    let given = answers(&["service-mesh.problem mtls", "service-mesh.simpler no", "use production"]);
    let path: Vec<QuestionId> = path(mesh(), &given);
    assert_eq!(path, [id("service-mesh.problem"), id("service-mesh.simpler"), id("use")]);
}

#[test]
fn questions_that_cannot_change_the_verdict_are_not_open() {
    let given = answers(&["service-mesh.problem mtls", "service-mesh.simpler yes", "talking-services 5-9"]);
    assert!(judge(mesh(), &given).settled());
    assert!(open(mesh(), &given).is_empty());
    assert!(!matters(mesh(), &given, id("service-mesh.skills")));
    assert!(matters(mesh(), &given, id("service-mesh.simpler")));
}

#[test]
fn supports_are_the_criteria_met_then_the_other_problems() {
    let given = answers(&["service-mesh.problem mtls timeouts other"]);
    let fors = &mesh().criteria_for;
    let stated = |id: &str| Support::Criterion(fors.iter().position(|criterion| criterion.id == id).unwrap());
    let found = supports(mesh(), &given);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(
        found.contains(&stated("strong-security")) && found.contains(&Support::Problem(id("service-mesh.problem"), 0))
    );
}

#[test]
fn a_lift_changes_no_more_than_needed() {
    let given = answers(&favourable_except(&[
        "talking-services 1-3",
        "service-mesh.problem timeouts",
        "service-mesh.skills no",
    ]));
    let found = lifts(mesh(), &given);
    let wanted: Vec<(Verdict, Vec<&str>)> =
        found.iter().map(|lift| (lift.verdict, lift.steps.iter().map(|step| step_name(step)).collect())).collect();
    // The number of services is the first limit; then the skills, with the number of services that these problems need.
    assert_eq!(
        wanted,
        [
            (Verdict::NotNow, vec!["talking-services 4"]),
            (Verdict::Adopt, vec!["talking-services 10-19", "service-mesh.skills yes"]),
        ]
        .map(|(verdict, mut steps)| {
            steps.sort_by_key(|step| !step.starts_with("service-mesh."));
            (verdict, steps)
        })
    );
}

fn step_name(step: &Step) -> &'static str {
    let question = test_content::content().question(step.question()).unwrap();
    let name = match step {
        Step::Choice { choice, .. } => question.choice(choice.0).unwrap().id.clone(),
        Step::AnyOf { .. } => "any".to_owned(),
        Step::AllOf { .. } => "all".to_owned(),
    };
    format!("{} {name}", question.id).leak()
}

#[test]
fn each_answer_that_adoption_depends_on_is_fragile() {
    let found = fragile(mesh(), &answers(&FAVOURABLE));
    let skills = test_content::content().question_named("service-mesh.skills").unwrap();
    let could_learn = FragileChange::Choice(ChoiceId(skills.choice_named("could-learn").unwrap().code));
    assert!(found.contains(&Fragile { question: skills.code, change: could_learn, verdict: Verdict::TryInLab }));
    // With a need for encryption, 5 services are enough: 4 is the first choice that lowers the verdict.
    let services = test_content::content().question_named("talking-services").unwrap();
    let four = FragileChange::Choice(ChoiceId(services.choice_named("4").unwrap().code));
    assert!(found.contains(&Fragile { question: services.code, change: four, verdict: Verdict::TryInLab }));
    // Only one box is ticked, and unticking it leaves no problem.
    let problem =
        Fragile { question: id("service-mesh.problem"), change: FragileChange::Untick(2), verdict: Verdict::NotForYou };
    assert!(found.contains(&problem));
}

#[test]
fn boxes_are_unticked_together() {
    let lines = favourable_except(&["service-mesh.problem mtls timeouts", "talking-services 5-9"]);
    let problem = id("service-mesh.problem");
    let found: Vec<Fragile> =
        fragile(mesh(), &answers(&lines)).into_iter().filter(|fragile| fragile.question == problem).collect();
    // Unticking encryption is enough to lower the verdict. Unticking both boxes lowers it too, but the set is not minimal.
    assert_eq!(found, [Fragile { question: problem, change: FragileChange::Untick(2), verdict: Verdict::TryInLab }]);
}

#[test]
fn open_answers_are_never_fragile() {
    let lines = favourable_except(&["service-mesh.problem mtls unknown", "service-mesh.skills unknown"]);
    let found = fragile(mesh(), &answers(&lines));
    assert!(
        found
            .iter()
            .all(|fragile| ![id("service-mesh.problem"), id("service-mesh.skills")].contains(&fragile.question))
    );
}

#[test]
fn the_power_of_a_question_is_the_effect_of_its_answers_alone() {
    let first = power(mesh(), &answers(&[]), id("service-mesh.problem")).unwrap();
    assert_eq!((first.lowest_best, first.highest_worst), (Verdict::NotForYou, Verdict::SimplerFirst));
    let lines = favourable_except(&["service-mesh.skills unknown"]);
    let last = power(mesh(), &answers(&lines), id("service-mesh.skills")).unwrap();
    assert_eq!((last.lowest_best, last.highest_worst), (Verdict::NotNow, Verdict::Adopt));
    assert_eq!(power(mesh(), &answers(&["service-mesh.problem none"]), id("use")), None);
}

#[test]
fn signs_are_the_criteria_in_favour_that_are_not_met() {
    let answers = answers(&["service-mesh.problem mtls", "talking-services 4"]);
    let found: Vec<&str> = signs(mesh(), &answers, Verdict::NotNow).map(|criterion| criterion.id.as_str()).collect();
    assert!(found.contains(&"five-services") && !found.contains(&"strong-security"));
    // More services would not change the verdict while no problem is recognised.
    let mut reopening = signs(mesh(), &answers, Verdict::NotForYou);
    assert!(reopening.all(|criterion| criterion.question == id("service-mesh.problem")));
}

#[test]
fn tensions_between_answers_are_found() {
    let topic = test_content::content().topic("multi-cluster").unwrap();
    let ids = |lines: &[&str]| -> Vec<String> {
        tensions(topic, &answers(lines)).map(|tension| tension.id.clone()).collect()
    };
    assert_eq!(ids(&["environments 3+", "multi-cluster.simpler yes"]), ["environments-one-cluster"]);
    assert!(ids(&["environments 3+", "multi-cluster.simpler no"]).is_empty());
    assert_eq!(ids(&["multi-cluster.problem other", "multi-cluster.today no"]), ["problem-not-today"]);
    assert!(ids(&["multi-cluster.problem none", "multi-cluster.today no"]).is_empty());
}

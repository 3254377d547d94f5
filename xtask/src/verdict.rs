//! `cargo xtask verdict FILE.json`: judges a situation; `--list` prints every question with its rules.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};

use anyhow::{Context, Result, anyhow, bail};
use boussole::bundled;
use boussole_core::content::{
    Condition, Content, Kind, Question, Rule, Source, Tension, Topic, answer_named, choice_names,
};
use boussole_core::domain::{Answers, Lang, QuestionId};
use boussole_core::engine::{self, FragileChange, Step, Support};
use boussole_core::record::json::VERSION;
use boussole_core::words::{Words, source_url};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Value, json};

/// A situation, from a file written by hand or saved by the app.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Situation {
    /// The language of the reasons, French by default.
    #[serde(default)]
    lang: Option<String>,
    answers: BTreeMap<String, Names>,
    /// The version of the format, in a file that the app saved.
    #[serde(default)]
    boussole: Option<u32>,
    /// The other keys that the app writes. They only repeat the answers. Any other key is refused as a likely mistake.
    #[serde(default, rename = "content")]
    _content: IgnoredAny,
    #[serde(default, rename = "code")]
    _code: IgnoredAny,
    #[serde(default, rename = "results")]
    _results: IgnoredAny,
}

/// One name, or several for a "which problem" question.
#[derive(Deserialize)]
#[serde(untagged)]
enum Names {
    One(String),
    Several(Vec<String>),
}

/// Judges the situation of a file, or lists the questions.
///
/// # Errors
/// When the file cannot be read, has not the format that the README documents, or names an unknown question or choice: the
/// error lists the valid ones.
pub fn run(args: &[String]) -> Result<()> {
    let content = bundled::content();
    let output = match args {
        [flag] if flag == "--list" => list(content),
        [path] => {
            let text = fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
            judge(content, &read(&text).with_context(|| format!("{path} is not a situation"))?)?
        }
        _ => bail!("usage: cargo xtask verdict FILE.json, or cargo xtask verdict --list"),
    };
    let text = serde_json::to_string_pretty(&output)?;
    match writeln!(io::stdout().lock(), "{text}") {
        // The reader of a pipe may stop early, `head` for instance.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Reads a file. Ignores the byte order mark of some editors, as the app does.
fn read(text: &str) -> Result<Situation> {
    let text = text.trim_start_matches('\u{feff}');
    let situation: Situation = serde_json::from_str(text).context(
        "it should be {\"lang\": \"fr\", \"answers\": {\"question\": \"choice\"}}, or a file that the app saved",
    )?;
    match situation.boussole {
        Some(version) if version > VERSION => {
            bail!("its format is {version}, of a newer version of the app: this one reads formats up to {VERSION}")
        }
        _ => Ok(situation),
    }
}

fn answers(content: &Content, situation: &Situation) -> Result<Answers> {
    let mut answers = Answers::new();
    for (id, names) in &situation.answers {
        let question = content.question_named(id).ok_or_else(|| {
            let valid: Vec<&str> = content.questions.iter().map(|question| question.id.as_str()).collect();
            anyhow!("no question \"{id}\"; valid: {}", valid.join(", "))
        })?;
        let names: Vec<&str> = match names {
            Names::One(name) => vec![name],
            Names::Several(names) => names.iter().map(String::as_str).collect(),
        };
        answers.set(question.code, answer_named(question, &names)?);
    }
    Ok(answers)
}

fn judge(content: &Content, situation: &Situation) -> Result<Value> {
    let lang = match situation.lang.as_deref() {
        None => Lang::default(),
        Some(tag) => Lang::ALL
            .into_iter()
            .find(|lang| lang.tag() == tag)
            .ok_or_else(|| anyhow!("no language \"{tag}\"; valid: fr, en"))?,
    };
    let answers = answers(content, situation)?;
    let words = Words::new(content, lang);
    let topics = content.topics.iter().map(|topic| (topic.id.clone(), judged(words, topic, &answers)));
    Ok(Value::Object(topics.collect()))
}

fn judged(words: Words<'_>, topic: &Topic, answers: &Answers) -> Value {
    let judgement = engine::judge(topic, answers);
    let limits: Vec<Value> = judgement
        .limits(topic)
        .map(|rule| {
            json!({
                "rule": rule.id,
                "ceiling": rule.ceiling.id(),
                "questions": rule.when.iter().map(|condition| id(words.content, condition.question)).collect::<Vec<_>>(),
                "text": rule.reason.get(words.lang),
                "sources": sources(words, &rule.sources),
            })
        })
        .collect();
    let supports: Vec<Value> = engine::supports(topic, answers)
        .into_iter()
        .map(|support| {
            let criterion = match support {
                Support::Criterion(index) => topic.criteria_for.get(index).map(|criterion| criterion.id.as_str()),
                Support::Problem(..) => None,
            };
            let problem = match support {
                Support::Problem(question, number) => words
                    .content
                    .question(question)
                    .and_then(|question| question.choice(number))
                    .map(|symptom| symptom.id.as_str()),
                Support::Criterion(_) => None,
            };
            json!({ "criterion": criterion, "problem": problem, "text": words.support(topic, support) })
        })
        .collect();
    let lifts: Vec<Value> = engine::lifts(topic, answers)
        .iter()
        .map(|lift| {
            let questions: Vec<&str> = lift.steps.iter().map(|step| id(words.content, step.question())).collect();
            let to: Vec<Value> = lift.steps.iter().map(|step| to(words.content, step)).collect();
            json!({ "verdict": lift.verdict.id(), "questions": questions, "to": to, "text": words.lift(lift) })
        })
        .collect();
    let fragile: Vec<Value> = engine::fragile(topic, answers)
        .iter()
        .map(|fragile| {
            let question = words.content.question(fragile.question);
            let change = question.map(|question| weaker(question, fragile.change));
            let id = question.map(|question| &question.id);
            json!({ "verdict": fragile.verdict.id(), "question": id, "to": change, "text": words.fragile(fragile) })
        })
        .collect();
    let tension = |tension: &Tension| json!({ "tension": tension.id, "text": tension.text.get(words.lang) });
    let tensions: Vec<Value> = engine::tensions(topic, answers).map(tension).collect();
    let asked: Vec<&str> =
        engine::path(topic, answers).into_iter().map(|question| id(words.content, question)).collect();
    json!({
        "worst": judgement.range.worst.id(),
        "best": judgement.range.best.id(),
        "settled": judgement.settled(),
        "limits": limits,
        "supports": supports,
        "lifts": lifts,
        "fragile": fragile,
        "tensions": tensions,
        "next": engine::next(topic, answers).map(|question| id(words.content, question)),
        "asked": asked,
    })
}

fn id(content: &Content, question: QuestionId) -> &str {
    content.question(question).map_or("", |question| &question.id)
}

/// The change of a step: the choice to reach, or the boxes of which one, or all, are needed.
fn to(content: &Content, step: &Step) -> Value {
    let Some(question) = content.question(step.question()) else {
        return Value::Null;
    };
    match step {
        Step::Choice { choice, .. } => json!(question.choice(choice.0).map(|choice| &choice.id)),
        Step::AnyOf { boxes, .. } => json!({ "any": names(question, *boxes) }),
        Step::AllOf { boxes, .. } => json!({ "all": names(question, *boxes) }),
    }
}

/// A less favourable answer: another choice, or the boxes to untick together.
fn weaker(question: &Question, change: FragileChange) -> Value {
    match change {
        FragileChange::Choice(choice) => json!(question.choice(choice.0).map(|choice| &choice.id)),
        FragileChange::Untick(boxes) => json!({ "without": names(question, boxes) }),
    }
}

fn names(question: &Question, boxes: u16) -> Vec<&str> {
    let chosen = question.choices.iter().filter(|choice| boxes & 1 << choice.code != 0);
    chosen.map(|choice| choice.id.as_str()).collect()
}

fn sources(words: Words<'_>, sources: &[Source]) -> Vec<Value> {
    let source = |source: &Source| json!({ "text": words.source(*source), "url": source_url(words.content, *source) });
    sources.iter().map(source).collect()
}

/// Every question with its choices, numbers and rules.
fn list(content: &Content) -> Value {
    let questions: Vec<Value> = content.questions.iter().map(|question| listed(content, question)).collect();
    let topics: Vec<Value> = content
        .topics
        .iter()
        .map(|topic| {
            let rules: Vec<Value> = topic.rules.iter().map(|rule| rule_listed(content, rule)).collect();
            let asked: Vec<&str> = topic.inputs.iter().map(|input| id(content, input.question)).collect();
            json!({ "id": topic.id, "number": topic.code, "name": both(&topic.name), "questions": asked, "rules": rules })
        })
        .collect();
    json!({ "content": content.date.to_string(), "topics": topics, "questions": questions })
}

fn both(text: &boussole_core::domain::Text) -> Value {
    json!({ "fr": text.fr, "en": text.en })
}

fn listed(content: &Content, question: &Question) -> Value {
    let choices: Vec<Value> = question
        .choices
        .iter()
        .map(|choice| json!({ "id": choice.id, "number": choice.code, "label": both(&choice.label) }))
        .collect();
    let rules: Vec<Value> = content
        .topics
        .iter()
        .flat_map(|topic| topic.rules.iter().map(move |rule| (topic, rule)))
        .filter(|(_, rule)| rule.when.iter().any(|condition| condition.question == question.code))
        .map(|(topic, rule)| json!({ "topic": topic.id, "rule": rule.id }))
        .collect();
    json!({
        "id": question.id,
        "number": question.code.0,
        "topic": question.topic.and_then(|topic| content.topics.get(usize::from(topic))).map(|topic| &topic.id),
        "kind": match question.kind { Kind::Action => "action", Kind::Circumstance => "circumstance" },
        "several": question.many,
        "ask": both(&question.ask),
        "choices": choices,
        "accepts": choice_names(question),
        "rules": rules,
    })
}

/// A rule holds when all its conditions do: a choice among `is`, or all of `unticked` left unticked.
fn rule_listed(content: &Content, rule: &Rule) -> Value {
    let condition = |condition: &Condition| {
        let question = content.question(condition.question)?;
        let names: Vec<&str> = question
            .choices
            .iter()
            .enumerate()
            .filter(|(position, choice)| {
                let bit = if question.many { usize::from(choice.code) } else { *position };
                condition.mask & 1 << bit != 0
            })
            .map(|(_, choice)| choice.id.as_str())
            .collect();
        let key = if question.many { "unticked" } else { "is" };
        Some(json!({ "question": question.id, key: names }))
    };
    json!({
        "id": rule.id,
        "ceiling": rule.ceiling.id(),
        "when": rule.when.iter().filter_map(condition).collect::<Vec<_>>(),
        "reason": both(&rule.reason),
    })
}

#[cfg(test)]
mod tests {
    use boussole_core::record::json;

    use super::*;

    #[test]
    fn a_file_that_the_app_saved_is_judged_as_one_written_by_hand() {
        let content = bundled::content();
        let situation = &content.situations[0];
        let given = content.answers_of(situation);
        let saved = read(&json::write(content, &given)).unwrap();
        assert_eq!(answers(content, &saved).unwrap(), given);
        let judged = judge(content, &saved).unwrap();
        let best = engine::judge(&content.topics[usize::from(situation.topic)], &given).range.best;
        assert_eq!(judged[&content.topics[usize::from(situation.topic)].id]["best"], best.id());
        let by_hand = read("{ \"lang\": \"en\", \"answers\": { \"service-mesh.problem\": [\"mtls\"] } }").unwrap();
        assert_eq!(answers(content, &by_hand).unwrap().iter().count(), 1);
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let refused = |text: &str| format!("{:#}", read(text).err().unwrap());
        let message = refused("{ \"answers\": {}, \"anwsers\": {} }");
        assert!(message.contains("anwsers"), "{message}");
        assert!(refused("{ \"boussole\": 2, \"answers\": {} }").contains("newer version"));
        assert!(refused("{ \"boussole\": 1 }").contains("answers"));
        let content = bundled::content();
        let unknown = read("{ \"answers\": { \"blockchain\": \"now\" } }").unwrap();
        assert!(answers(content, &unknown).unwrap_err().to_string().contains("blockchain"));
    }
}

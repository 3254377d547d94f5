//! A situation's verdicts and reasons as readable text. Shared with the browser tests: native and wasm must agree.

use std::fmt::Write;

use boussole_core::content::{Content, Situation};
use boussole_core::domain::Lang;
use boussole_core::engine;
use boussole_core::link;
use boussole_core::words::Words;

/// What the app says of a situation, in both languages.
pub fn told(content: &Content, situation: &Situation) -> String {
    let answers = content.answers_of(situation);
    let mut told = format!("code {}\n", link::encode(content, &answers));
    for (position, topic) in content.topics.iter().enumerate() {
        if !engine::is_started(content, position, &answers) {
            continue;
        }
        for lang in Lang::ALL {
            let words = Words::new(content, lang);
            let judgement = engine::judge(topic, &answers);
            let mut line = |mark: &str, text: &str| writeln!(told, "{mark} {text}").unwrap();
            line("\n#", &words.result_line(topic, &answers, judgement));
            line("=", &words.heading(judgement.range));
            for rule in judgement.limits(topic) {
                line("-", rule.reason.get(lang));
            }
            for support in engine::supports(topic, &answers) {
                line("+", &words.support(topic, support));
            }
            for question in engine::open(topic, &answers).into_iter().filter_map(|code| content.question(code)) {
                line("?", question.ask.get(lang));
            }
            for lift in engine::lifts(topic, &answers) {
                line(">", &format!("{}: {}", words.verdict(lift.verdict), words.lift(&lift).join(" / ")));
            }
            for fragile in engine::fragile(topic, &answers) {
                line("<", &words.fragile(&fragile));
            }
            for tension in engine::tensions(topic, &answers) {
                line("~", tension.text.get(lang));
            }
            if let Some(next) = engine::next(topic, &answers) {
                line("…", &words.power(engine::power(topic, &answers, next)));
            }
        }
    }
    told
}

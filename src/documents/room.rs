//! What a room answered about a technology, to read from the back row.

use boussole_core::content::{Content, Label, Question, Topic};
use boussole_core::domain::Verdict;
use boussole_core::engine::{self, AnswerCounts, RoomSummary};
use boussole_core::link::{Address, LineError, View};
use boussole_core::state::AppState;
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;

/// How many lines are named one by one: with more, a whole text is wrong.
const MAX_NAMED_LINES: usize = 12;

/// What the codes of a room say about a technology.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomAnswers {
    /// The answers, counted.
    gathered: RoomSummary,
    /// What is wrong with the other lines, and their numbers.
    wrong: Vec<(LineError, Vec<usize>)>,
    /// How many codes are the same as another.
    n_identical: usize,
}

impl RoomAnswers {
    /// Counts the answers of a room.
    #[must_use]
    pub fn new(content: &Content, state: &AppState, position: usize, topic: &Topic) -> Self {
        let heard = state.room.heard(content, position);
        let gathered = engine::summarise_room(topic, &heard.answers);
        let n_identical = heard.n_twins();
        Self { gathered, wrong: heard.wrong, n_identical }
    }
}

/// The link that the people in a room open to take part, where the app has a public address.
#[must_use]
pub fn link(words: Words<'_>, state: &AppState, position: usize) -> Option<String> {
    let fragment = Address::View(words.lang, View::Join(position, None)).write(words.content);
    state.sharing.base.as_deref().map(|base| format!("{base}{fragment}"))
}

/// How many people took part.
#[must_use]
pub fn count(words: Words<'_>, n: usize) -> String {
    words.fill(Label::RoomCount, &[("n", &n.to_string())])
}

/// The technologies, each with a link to its room.
#[must_use]
pub fn topics(page: Page<'_>) -> Markup {
    html! {
        ul.cards {
            @for (position, topic) in page.words.content.topics.iter().enumerate() {
                li {
                    a.card href=(page.href(View::Room(Some(position)))) {
                        span.card__status { (topic.number) }
                        strong { (topic.name.get(page.lang())) }
                    }
                }
            }
        }
    }
}

/// Everything that the room answered: lines that cannot be read, verdicts, and how each question was answered.
#[must_use]
pub fn results(words: Words<'_>, topic: &Topic, answers: &RoomAnswers) -> Markup {
    let gathered = &answers.gathered;
    html! {
        (problems(words, answers))
        (verdicts(words, gathered))
        @if gathered.n > 1 { (to_discuss(words, topic, gathered)) }
        @if gathered.n > 0 { (divided(words, topic, gathered)) }
    }
}

/// The lines that cannot be read, by number: their text is not repeated, since the page is shown on a wall.
fn problems(words: Words<'_>, answers: &RoomAnswers) -> Markup {
    html! {
        ul.room__told {
            @for (wrong, lines) in &answers.wrong { li { (problem(words, *wrong, lines)) } }
            @if answers.n_identical > 0 {
                li { (words.fill(Label::RoomDuplicates, &[("n", &answers.n_identical.to_string())])) }
            }
        }
    }
}

fn problem(words: Words<'_>, wrong: LineError, lines: &[usize]) -> String {
    let label = match wrong {
        LineError::Cut => Label::RoomCut,
        LineError::Altered => Label::RoomAltered,
        LineError::Newer => Label::RoomNewer,
        LineError::Empty => Label::RoomNoAnswer,
        LineError::Other => Label::RoomOther,
        LineError::Nothing => Label::RoomNoCode,
    };
    let template = match lines.len() {
        1 => Label::RoomLine,
        n if n > MAX_NAMED_LINES => Label::RoomManyLines,
        _ => Label::RoomLines,
    };
    let numbers: Vec<String> = lines.iter().take(MAX_NAMED_LINES).map(usize::to_string).collect();
    let (numbers, n) = (words.list(&numbers, Label::And), lines.len().to_string());
    words.fill(template, &[("lines", &numbers), ("n", &n), ("wrong", words.label(label))])
}

/// How many people each verdict is for.
fn verdicts(words: Words<'_>, gathered: &RoomSummary) -> Markup {
    let columns = [words.label(Label::RoomSettled), words.label(Label::RoomPossible)];
    let row_of = |verdict: Verdict| {
        let heads = gathered.verdict_counts[verdict.index()];
        row(words.verdict(verdict), gathered.n, &[heads.settled, heads.possible])
    };
    html! {
        h2 { (count(words, gathered.n)) }
        @if let Some(range) = gathered.range {
            @let label = if range.settled() { Label::RoomRangeOne } else { Label::RoomRange };
            p { (words.fill(label, &[("range", &words.heading_short(range))])) }
            (table(words.label(Label::RoomVerdicts), &columns, &html! { @for verdict in Verdict::ALL { (row_of(verdict)) } }))
        } @else {
            p { (words.label(Label::RoomNobody)) }
        }
    }
}

/// The questions whose disagreement changes the verdict of some people.
fn to_discuss(words: Words<'_>, topic: &Topic, gathered: &RoomSummary) -> Markup {
    let spreads = gathered.to_discuss();
    html! {
        h2 { (words.label(Label::RoomDiscuss)) }
        @if spreads.is_empty() {
            p { (words.label(Label::RoomNoDiscuss)) }
        } @else {
            p.muted { (words.label(Label::RoomDiscussText)) }
            ol.room__first {
                @for spread in spreads {
                    @if let Some(asked) = numbered_question(words, topic, spread) {
                        li { strong { (asked) } br; (out_of(words, Label::RoomVerdictsChanged, spread.n_swayed, gathered.n)) }
                    }
                }
            }
        }
    }
}

/// How each question was answered, those with the most disagreement first.
fn divided(words: Words<'_>, topic: &Topic, gathered: &RoomSummary) -> Markup {
    html! {
        h2 { (words.label(Label::RoomDivided)) }
        p.muted { (words.label(Label::RoomDividedText)) }
        div.spreads {
            @for spread in gathered.most_divided() {
                @if let Some((asked, question)) =
                    numbered_question(words, topic, spread).zip(words.content.question(spread.question)) {
                    section {
                        h3 { (asked) }
                        p {
                            @if spread.n_differing == 0 { (words.label(Label::RoomAgree)) }
                            @else { (out_of(words, Label::RoomDisagree, spread.n_differing, spread.pairs)) }
                        }
                        (answers_to(words, question, spread, gathered.n, &asked))
                    }
                }
            }
        }
    }
}

fn answers_to(words: Words<'_>, question: &Question, spread: &AnswerCounts, n: usize, asked: &str) -> Markup {
    let unknown = if question.many { Label::RestUnknown } else { Label::Unknown };
    let others =
        [(Label::NoneOfThese, spread.none), (unknown, spread.unknown), (Label::NotAnswered, spread.n_unanswered)];
    let rows = html! {
        @for (choice, count) in question.choices.iter().zip(&spread.counts) {
            (row(choice.label.get(words.lang), n, &[*count]))
        }
        @for (label, count) in others.into_iter().filter(|(_, count)| *count > 0) {
            (row(words.label(label), n, &[count]))
        }
    };
    table(asked, &[words.label(Label::RoomPeople)], &rows)
}

/// A question, after its number in the questionnaire.
fn numbered_question(words: Words<'_>, topic: &Topic, spread: &AnswerCounts) -> Option<String> {
    let place = topic.inputs.iter().position(|input| input.question == spread.question)?;
    let ask = words.content.question(spread.question)?.ask.get(words.lang);
    Some(format!("{} · {ask}", place + 1))
}

fn out_of(words: Words<'_>, label: Label, n: usize, total: usize) -> String {
    words.fill(label, &[("n", &n.to_string()), ("total", &total.to_string())])
}

/// A table of counts.
fn table(caption: &str, columns: &[&str], rows: &Markup) -> Markup {
    html! {
        table.counts {
            caption.visually-hidden { (caption) }
            thead { tr { td {} @for column in columns { th scope="col" { (column) } } } }
            tbody { (rows) }
        }
    }
}

/// A row of counts among `n` people: as a bar, the first count filled and the second in outline, then in figures.
//
// Bars are SVG: browsers do not print the backgrounds of styles.
fn row(label: &str, n: usize, counts: &[usize]) -> Markup {
    let starts = counts.iter().scan(0, |end, count| {
        let start = *end;
        *end += count;
        Some(start)
    });
    html! {
        tr {
            th scope="row" {
                (label)
                svg viewBox=(format!("0 0 {n} 1")) preserveAspectRatio="none" aria-hidden="true" {
                    @for (start, count) in starts.zip(counts) { rect x=(start) width=(count) height="1" {} }
                }
            }
            @for count in counts { td { (count) } }
        }
    }
}

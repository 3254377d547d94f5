//! The sections of the chapter that belong to no subject, from its premise to what changed since.

use boussole_core::content::{DatedCorrection, Label, Priority, Profile, Question, SheetLabel, Topic};
use boussole_core::domain::QuestionId;
use boussole_core::engine::Resource;
use maud::{Markup, html};

use super::Book;
use super::lists::{cite, cited, contradictions, correction_group, corrections, group, part};

/// The section of that name in addresses.
pub(super) fn section(book: Book<'_>, place: usize, id: &str) -> Markup {
    let inside = html! {
        @match id {
            "profiles" => (profiles(book)),
            "prerequisites" => (prerequisites(book)),
            "mindset" => (mindset(book)),
            "since" => {
                (since(book))
                (contradictions(book, "chapter"))
            },
            id => {
                @if let Some(found) = book.part(id) { (part(book, found)) }
            },
        }
        @match id {
            "hardware" => (extras(book)),
            "cncf" => {
                (corrections(book, id))
                (contradictions(book, id))
            },
            _ => {},
        }
    };
    book.section(place, "other", &inside)
}

/// What the chapter advises each kind of reader to read, by priority.
fn profiles(book: Book<'_>) -> Markup {
    let content = book.page.words.content;
    let question = content.question(content.guide.questions.profile);
    let name = |profile: &Profile| {
        question
            .and_then(|question| question.choice(profile.choice))
            .map_or("", |choice| choice.label.get(book.page.lang()))
    };
    html! {
        p { (cited(book, book.page.words.label(Label::PlanPriorityNote), &[])) }
        @for profile in &content.guide.profiles {
            // Whoever follows curiosity gets suggestions instead of priorities.
            @if profile.priorities.is_empty() {
                (group(name(profile), &suggestions(book, profile)))
            } @else {
                (group(name(profile), &priorities(book, profile)))
            }
        }
    }
}

fn priorities(book: Book<'_>, profile: &Profile) -> Markup {
    let levels = [
        (Priority::High, Label::PriorityHigh),
        (Priority::Medium, Label::PriorityMedium),
        (Priority::Context, Label::PriorityContext),
        (Priority::Optional, Label::PriorityOptional),
    ];
    html! {
        dl.priorities {
            @for (level, title) in levels { (priority(book, profile, level, title)) }
        }
        p { (cite(book, &profile.sources)) }
    }
}

fn priority(book: Book<'_>, profile: &Profile, level: Priority, title: Label) -> Markup {
    let mut subjects = profile.priorities.iter().filter(|(_, priority)| *priority == level).peekable();
    html! {
        @if subjects.peek().is_some() {
            div {
                dt { (book.page.words.label(title)) }
                dd {
                    ul {
                        @for (subject, _) in subjects { li { (book.subject_link(*subject)) } }
                    }
                }
            }
        }
    }
}

fn suggestions(book: Book<'_>, profile: &Profile) -> Markup {
    html! {
        p { (cited(book, book.page.words.label(Label::CuriousStart), &profile.sources)) }
        ul.list.list--suggestions {
            @for suggestion in &profile.suggestions {
                li {
                    (book.subject_link(suggestion.subject))
                    br;
                    (cited(book, book.text(&suggestion.text), &suggestion.sources))
                }
            }
        }
    }
}

fn prerequisites(book: Book<'_>) -> Markup {
    let [knowledge, skills] = book.page.words.content.guide.questions.prerequisites;
    html! {
        p { (book.say(SheetLabel::PrerequisitesText)) }
        (prerequisites_of(book, knowledge, SheetLabel::Knowledge))
        (prerequisites_of(book, skills, SheetLabel::Skills))
    }
}

fn prerequisites_of(book: Book<'_>, question: QuestionId, title: SheetLabel) -> Markup {
    let content = book.page.words.content;
    let inside = |question: &Question| {
        html! {
            div.prerequisites {
                @for group in content.guide.groups.iter().filter(|group| group.question == question.code) {
                    div {
                        h4 { (book.text(&group.label)) }
                        ul.list.list--prerequisites {
                            @for choice in question.choices.iter().filter(|choice| group.boxes & 1 << choice.code != 0) {
                                li { (book.text(&choice.label)) }
                            }
                        }
                    }
                }
            }
            p { (cite(book, &question.sources)) }
        }
    };
    html! { @if let Some(question) = content.question(question) { (group(book.say(title), &inside(question))) } }
}

/// What each subject needs beyond the chapter's own lab.
fn extras(book: Book<'_>) -> Markup {
    let content = book.page.words.content;
    let list = html! {
        ul.list.list--extras {
            @for (topic, subject) in content.topics.iter().zip(content.subjects()) {
                li {
                    (book.subject_link(subject))
                    @for need in needs(book, topic) { " " strong { (need) } }
                    br;
                    (cited(book, book.text(&topic.lab.note), &topic.lab.sources))
                }
            }
        }
    };
    group(book.say(SheetLabel::Extras), &list)
}

/// More memory, more clusters, a graphics card.
fn needs(book: Book<'_>, topic: &Topic) -> Vec<String> {
    let (base, full) = (book.page.words.content.guide.base, topic.lab.full);
    let n_clusters = full.cpu.checked_div(base.cpu).unwrap_or(1);
    let memory = full.memory.saturating_sub(base.memory * n_clusters);
    let mut needs = Vec::new();
    if memory > 0 {
        let memory = book.page.words.resource(Resource::Memory, memory);
        needs.push(book.fill(SheetLabel::ExtraMemory, &[("memory", &memory)]));
    }
    if n_clusters > 1 {
        needs.push(book.fill(SheetLabel::ExtraClusters, &[("n", &n_clusters.to_string())]));
    }
    if topic.lab.gpu {
        needs.push(book.say(SheetLabel::ExtraGpu).to_owned());
    }
    needs
}

/// What to do, what to avoid, and the five questions of value.
fn mindset(book: Book<'_>) -> Markup {
    html! {
        @for found in ["mindset-do", "mindset-dont"].into_iter().filter_map(|id| book.part(id)) {
            (group(book.text(&found.title), &part(book, found)))
        }
        (group(book.say(SheetLabel::Value), &value_questions(book)))
    }
}

fn value_questions(book: Book<'_>) -> Markup {
    let content = book.page.words.content;
    // Each topic words these questions in its own way, with the same sources: those of the first topic serve for all.
    let questions = content
        .topics
        .first()
        .into_iter()
        .flat_map(|topic| &topic.inputs)
        .filter_map(|input| content.question(input.question).filter(|question| question.topic.is_some()));
    let asks = [
        SheetLabel::ValueProblem,
        SheetLabel::ValueToday,
        SheetLabel::ValueSimpler,
        SheetLabel::ValueWorth,
        SheetLabel::ValueSkills,
    ];
    html! {
        p { (book.say(SheetLabel::ValueText)) }
        ol.list.list--value {
            @for (question, ask) in questions.zip(asks) { li { (cited(book, book.say(ask), &question.sources)) } }
        }
    }
}

/// Every correction, each once, under the first of its pages: those of a subject, then those of the chapter's other pages.
fn since(book: Book<'_>) -> Markup {
    let content = book.page.words.content;
    let first_on = |page: &str| -> Vec<&DatedCorrection> {
        let corrections = book.chapter.corrections.iter();
        corrections.filter(|dated| dated.pages.first().is_some_and(|on| on == page)).collect()
    };
    html! {
        p { (book.say(SheetLabel::SinceText)) }
        @for subject in content.subjects() {
            (correction_group(book, &book.numbered(subject), &first_on(content.subject_id(subject))))
        }
        (correction_group(book, book.say(SheetLabel::SinceCncf), &first_on("cncf")))
        (correction_group(book, book.say(SheetLabel::SinceChapter), &first_on("chapter")))
    }
}

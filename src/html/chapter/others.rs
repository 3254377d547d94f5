//! What the chapter says around its subjects, from its premise to what changed since.

use super::super::Html;
use super::super::parts;
use super::Book;
use super::lists::{cite, contradictions, corrections, line, open_group, paragraph, part};
use boussole_core::content::{Dated, Label, Priority, Profile, SheetLabel, Subject};
use boussole_core::engine::Resource;

/// The pages of corrections that are no subject's, with their titles.
const OTHER_PAGES: [(&str, SheetLabel); 2] = [("cncf", SheetLabel::SinceCncf), ("chapter", SheetLabel::SinceChapter)];

/// One section, known by the name it has in addresses.
pub(super) fn other(html: &mut Html, book: Book<'_>, place: usize, id: &str) {
    book.open(html, place, "other");
    match id {
        "profiles" => profiles(html, book),
        "prerequisites" => prerequisites(html, book),
        "mindset" => mindset(html, book),
        "since" => since(html, book),
        id => {
            if let Some(found) = book.part(id) {
                part(html, book, found);
            }
        }
    }
    match id {
        "hardware" => extras(html, book),
        "cncf" => {
            corrections(html, book, id);
            contradictions(html, book, id);
        }
        "since" => contradictions(html, book, "chapter"),
        _ => {}
    }
    book.close(html);
}

/// What the chapter advises each kind of reader to read, in its order of priority.
fn profiles(html: &mut Html, book: Book<'_>) {
    let (content, words) = (book.page.words.content, book.page.words);
    paragraph(html, book, "", words.label(Label::PlanPriorityApart), &[]);
    let question = content.question(content.guide.asks.profile);
    for profile in &content.guide.profiles {
        let choice = question.and_then(|question| question.choice(profile.choice));
        open_group(html, choice.map_or("", |choice| choice.label.get(book.page.lang())));
        if profile.priorities.is_empty() {
            curious(html, book, profile);
        } else {
            priorities(html, book, profile);
        }
        html.raw("</div>");
    }
}

fn priorities(html: &mut Html, book: Book<'_>, profile: &Profile) {
    html.raw("<dl class=\"priorities\">");
    let levels = [
        (Priority::High, Label::PriorityHigh),
        (Priority::Medium, Label::PriorityMedium),
        (Priority::Context, Label::PriorityContext),
        (Priority::Optional, Label::PriorityOptional),
    ];
    for (level, title) in levels {
        let mut subjects = profile.priorities.iter().filter(|(_, priority)| *priority == level).peekable();
        if subjects.peek().is_none() {
            continue;
        }
        html.raw("<div>").tag("dt", book.page.words.label(title)).raw("<dd><ul>");
        for (subject, _) in subjects {
            html.raw("<li>");
            link_to(html, book, *subject);
            html.raw("</li>");
        }
        html.raw("</ul></dd></div>");
    }
    html.raw("</dl><p>");
    cite(html, book, &profile.sources);
    html.raw("</p>");
}

/// The one who follows curiosity has no order, and three suggestions.
fn curious(html: &mut Html, book: Book<'_>, profile: &Profile) {
    paragraph(html, book, "", book.page.words.label(Label::CuriousStart), &profile.sources);
    html.raw("<ul class=\"list list--suggestions\">");
    for suggestion in &profile.suggestions {
        html.raw("<li>");
        link_to(html, book, suggestion.subject);
        html.raw("<br>").text(suggestion.text.get(book.page.lang())).raw(" ");
        cite(html, book, &suggestion.sources);
        html.raw("</li>");
    }
    html.raw("</ul>");
}

fn link_to(html: &mut Html, book: Book<'_>, subject: Subject) {
    let (number, name, _) = book.page.words.content.subject(subject);
    html.link(&book.sheet_of(subject), "").text(number).raw(" ").text(name.get(book.page.lang())).raw("</a>");
}

fn prerequisites(html: &mut Html, book: Book<'_>) {
    let content = book.page.words.content;
    let [knowledge, skills] = content.guide.asks.prerequisites;
    html.tag("p", book.say(SheetLabel::PrerequisitesText));
    for (code, title) in [(knowledge, SheetLabel::Knowledge), (skills, SheetLabel::Skills)] {
        let Some(question) = content.question(code) else { continue };
        open_group(html, book.say(title));
        html.raw("<div class=\"prerequisites\">");
        for group in content.guide.groups.iter().filter(|group| group.question == code) {
            html.raw("<div>")
                .tag("h4", group.label.get(book.page.lang()))
                .raw("<ul class=\"list list--prerequisites\">");
            for choice in question.choices.iter().filter(|choice| group.boxes & 1 << choice.code != 0) {
                html.tag("li", choice.label.get(book.page.lang()));
            }
            html.raw("</ul></div>");
        }
        html.raw("</div><p>");
        cite(html, book, &question.sources);
        html.raw("</p></div>");
    }
}

/// What the chapter adds to its lab for each subject.
fn extras(html: &mut Html, book: Book<'_>) {
    let (content, words) = (book.page.words.content, book.page.words);
    let base = content.guide.base;
    open_group(html, book.say(SheetLabel::Extras));
    html.raw("<ul class=\"list list--extras\">");
    for (topic, subject) in content.topics.iter().zip(content.subjects()) {
        html.raw("<li>");
        link_to(html, book, subject);
        let n_clusters = topic.lab.full.cpu.checked_div(base.cpu).unwrap_or(1);
        let more = topic.lab.full.memory.saturating_sub(base.memory * n_clusters);
        if more > 0 {
            let more = words.resource(Resource::Memory, more);
            html.raw(" ").tag("strong", &book.fill(SheetLabel::ExtraMemory, &[("memory", &more)]));
        }
        if n_clusters > 1 {
            let n_clusters = n_clusters.to_string();
            html.raw(" ").tag("strong", &book.fill(SheetLabel::ExtraClusters, &[("n", &n_clusters)]));
        }
        if topic.lab.gpu {
            html.raw(" ").tag("strong", book.say(SheetLabel::ExtraGpu));
        }
        html.raw("<br>").text(topic.lab.note.get(book.page.lang())).raw(" ");
        cite(html, book, &topic.lab.sources);
        html.raw("</li>");
    }
    html.raw("</ul></div>");
}

/// What to do, what to avoid, and the five questions of value.
fn mindset(html: &mut Html, book: Book<'_>) {
    for id in ["mindset-do", "mindset-dont"] {
        if let Some(found) = book.part(id) {
            open_group(html, found.title.get(book.page.lang()));
            part(html, book, found);
            html.raw("</div>");
        }
    }
    let content = book.page.words.content;
    // Every topic words them its own way; where they come from is the same for all.
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
    open_group(html, book.say(SheetLabel::Value));
    html.tag("p", book.say(SheetLabel::ValueText)).raw("<ol class=\"list list--value\">");
    for (question, ask) in questions.zip(asks) {
        line(html, book, book.say(ask), &question.sources);
    }
    html.raw("</ol></div>");
}

/// Everything that is no longer so, each once, under the first of the pages it stands on.
fn since(html: &mut Html, book: Book<'_>) {
    let content = book.page.words.content;
    html.tag("p", book.say(SheetLabel::SinceText));
    let first_of = |page: &str| -> Vec<&Dated> {
        let dated = book.chapter.corrections.iter();
        dated.filter(|dated| dated.on.first().is_some_and(|on| on == page)).collect()
    };
    for subject in content.subjects() {
        let (number, name, _) = content.subject(subject);
        let title = format!("{number} {}", name.get(book.page.lang()));
        list_of_corrections(html, book, &title, &first_of(content.subject_id(subject)));
    }
    for (page, title) in OTHER_PAGES {
        list_of_corrections(html, book, book.say(title), &first_of(page));
    }
}

fn list_of_corrections(html: &mut Html, book: Book<'_>, title: &str, list: &[&Dated]) {
    if list.is_empty() {
        return;
    }
    open_group(html, title);
    for dated in list {
        parts::since(html, book.page.words, &dated.correction);
    }
    html.raw("</div>");
}

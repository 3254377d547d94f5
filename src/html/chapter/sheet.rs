//! The sheet of a subject: a technology that is judged, or 25.7, which is only read.

use super::super::Html;
use super::super::parts::{Mark, maturity, reason};
use super::lists::{cite, contradictions, corrections, line, named, open_group, paragraph};
use super::{Book, radar};
use boussole_core::content::{HintKind, Label, Sheet, SheetLabel, Topic};
use boussole_core::link::View;

/// How many ✅ and ❌ the chapter lists for each technology. They come first among its criteria.
///
/// Source: chapter lines 61, 89, 117, 145, 174 and 202 and following.
const N_CHAPTER_FORS: usize = 3;
const N_CHAPTER_AGAINSTS: usize = 2;

/// One sheet. `place` is the subject's place in the chapter.
pub(super) fn sheet(html: &mut Html, book: Book<'_>, place: usize, sheet: &Sheet) {
    let content = book.page.words.content;
    let (_, _, tagline) = content.subject(sheet.subject);
    book.open(html, place, "sheet");
    html.classed("p", "sheet__tagline", tagline.get(book.page.lang()));
    if let Some(topic) = content.topic_of(sheet.subject) {
        paragraph(html, book, "sheet__what", topic.what.get(book.page.lang()), &[]);
        paragraph(html, book, "", topic.why.get(book.page.lang()), &topic.sources);
        html.raw("<div class=\"sheet__ask\">").link(&book.page.href(View::Question(place, None)), "button");
        html.text(book.say(SheetLabel::AnswerQuestions)).raw("</a></div>");
        use_cases(html, book, topic);
        criteria(html, book, topic);
        named(html, book, SheetLabel::Concepts, &sheet.concepts);
        named(html, book, SheetLabel::Examples, &sheet.examples);
        tools(html, book, topic);
        alternatives(html, book, topic);
        lab(html, book, topic);
    } else {
        paragraph(html, book, "", book.say(SheetLabel::RadarText), &content.guide.trends.sources);
        named(html, book, SheetLabel::Concepts, &sheet.concepts);
        named(html, book, SheetLabel::Examples, &sheet.examples);
        radar::radar(html, book, sheet);
    }
    hints(html, book, sheet);
    let page = content.subject_id(sheet.subject);
    corrections(html, book, page);
    contradictions(html, book, page);
    book.close(html);
}

fn use_cases(html: &mut Html, book: Book<'_>, topic: &Topic) {
    open_group(html, book.say(SheetLabel::UseCases));
    html.raw("<ul class=\"list list--uses\">");
    for case in &topic.use_cases {
        line(html, book, case.text.get(book.page.lang()), &case.sources);
    }
    html.raw("</ul></div>");
}

/// The criteria of the chapter's own list, and apart from them those found elsewhere.
fn criteria(html: &mut Html, book: Book<'_>, topic: &Topic) {
    html.raw("<div class=\"criteria\">");
    let sides = [
        (SheetLabel::CriteriaFor, &topic.fors, N_CHAPTER_FORS, Mark::For),
        (SheetLabel::CriteriaAgainst, &topic.againsts, N_CHAPTER_AGAINSTS, Mark::Against),
    ];
    for (title, criteria, n_of_chapter, mark) in sides {
        open_group(html, book.say(title));
        let (of_chapter, elsewhere) = criteria.split_at_checked(n_of_chapter).unwrap_or((criteria, &[]));
        let lists = [
            (SheetLabel::CriteriaChapter, of_chapter, "reasons reasons--chapter"),
            (SheetLabel::CriteriaElsewhere, elsewhere, "reasons reasons--elsewhere"),
        ];
        for (title, list, class) in lists.into_iter().filter(|(_, list, _)| !list.is_empty()) {
            html.raw("<div>").tag("h4", book.say(title)).raw("<ul class=\"").raw(class).raw("\">");
            for criterion in list {
                reason(html, book.page.words, mark, criterion.text.get(book.page.lang()), "", &criterion.sources);
            }
            html.raw("</ul></div>");
        }
        html.raw("</div>");
    }
    html.raw("</div>");
}

fn tools(html: &mut Html, book: Book<'_>, topic: &Topic) {
    if topic.tools.is_empty() {
        return;
    }
    open_group(html, book.say(SheetLabel::Tools));
    html.raw("<ul class=\"tools\">");
    for tool in &topic.tools {
        html.raw("<li><p>").tag("strong", &tool.name).raw(" · ").text(tool.note.get(book.page.lang())).raw(" ");
        cite(html, book, &tool.sources);
        html.raw("</p><p>");
        maturity(html, book.page.words, tool);
        html.raw("</p></li>");
    }
    html.raw("</ul></div>");
}

fn alternatives(html: &mut Html, book: Book<'_>, topic: &Topic) {
    open_group(html, book.page.words.label(Label::AlternativesTitle));
    html.raw("<dl class=\"named\">");
    for alternative in &topic.alternatives {
        html.raw("<div>").tag("dt", alternative.name.get(book.page.lang())).raw("<dd>");
        html.text(alternative.text.get(book.page.lang())).raw(" ");
        cite(html, book, &alternative.sources);
        html.raw("</dd></div>");
    }
    html.raw("</dl></div>");
}

/// What trying it takes, and how it goes with MicroK8s.
fn lab(html: &mut Html, book: Book<'_>, topic: &Topic) {
    let (words, lab) = (book.page.words, &topic.lab);
    open_group(html, book.say(SheetLabel::Lab));
    html.raw("<dl class=\"named\">");
    for (title, hardware, gpu) in [(Label::LabFull, lab.full, lab.gpu), (Label::LabLean, lab.lean, false)] {
        html.raw("<div>").tag("dt", words.label(title)).tag("dd", &words.hardware(hardware, gpu)).raw("</div>");
    }
    html.raw("</dl>");
    paragraph(html, book, "", lab.note.get(book.page.lang()), &lab.sources);
    if let Some(fewer) = &lab.fewer {
        html.tag("p", fewer.get(book.page.lang()));
    }
    if !lab.microk8s.is_empty() {
        html.raw("<div>").tag("h4", words.label(Label::LabMicrok8s)).raw("<ul class=\"list list--microk8s\">");
        for note in &lab.microk8s {
            html.raw("<li>");
            if !note.addon.is_empty() {
                html.tag("code", &note.addon).raw(" ");
            }
            let date = book.fill(SheetLabel::AsOf, &[("date", &words.date(note.date))]);
            html.text(note.text.get(book.page.lang())).raw(" ").classed("span", "muted", &date).raw(" ");
            cite(html, book, &note.sources);
            html.raw("</li>");
        }
        html.raw("</ul></div>");
    }
    html.raw("</div>");
}

/// What the sections advise, by kind.
fn hints(html: &mut Html, book: Book<'_>, sheet: &Sheet) {
    if sheet.hints.is_empty() {
        return;
    }
    open_group(html, book.say(SheetLabel::Hints));
    for kind in HintKind::ALL {
        let mut hints = sheet.hints.iter().filter(|hint| hint.kind == kind).peekable();
        if hints.peek().is_none() {
            continue;
        }
        let title = match kind {
            HintKind::Choose => SheetLabel::HintChoose,
            HintKind::Cost => SheetLabel::HintCost,
            HintKind::Start => SheetLabel::HintStart,
            HintKind::Pitfall => SheetLabel::HintPitfall,
            HintKind::GoodToKnow => SheetLabel::HintGoodToKnow,
        };
        html.raw("<div>").tag("h4", book.say(title)).raw("<ul class=\"list\">");
        for hint in hints {
            line(html, book, hint.text.get(book.page.lang()), &hint.sources);
        }
        html.raw("</ul></div>");
    }
    html.raw("</div>");
}

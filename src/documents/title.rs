//! What the tab is called.

use boussole_core::content::{Content, Label};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::state::AppState;
use boussole_core::words::Words;

/// The title of what is on screen.
#[must_use]
pub fn title(content: &Content, state: &AppState) -> String {
    let words = Words::new(content, state.lang);
    let app = words.label(Label::AppTitle);
    let topic = |topic: usize| content.topics.get(topic).map_or("", |topic| topic.name.get(state.lang));
    let page = match state.view {
        View::Home => words.label(Label::AppQuestion).to_owned(),
        View::Question(position, _) | View::Join(position, Some(_)) => state
            .question(content)
            .and_then(|question| content.question(question))
            .map_or_else(|| topic(position).to_owned(), |question| question.ask.get(state.lang).to_owned()),
        View::All(position) | View::Join(position, None) => topic(position).to_owned(),
        View::Joined(_) => words.label(Label::JoinCode).to_owned(),
        View::Room(None) => words.label(Label::RoomTitle).to_owned(),
        View::Room(Some(position)) => format!("{} · {}", topic(position), words.label(Label::RoomTitle)),
        // A frame that asks only keeps the verdict to itself here too.
        View::Verdict(_) if state.embed.as_ref().is_some_and(|embed| !embed.shows_verdict()) => {
            words.label(Label::EmbedDone).to_owned()
        }
        View::Verdict(position) => content.topics.get(position).map_or_else(String::new, |topic| {
            let range = engine::judge(topic, state.answers()).range;
            format!("{} · {}", topic.name.get(state.lang), words.heading(range))
        }),
        View::Slides(_) => words.label(Label::SlidesTitle).to_owned(),
        View::Share(None) => words.label(Label::ShareSix).to_owned(),
        View::Share(Some(position)) => format!("{} · {}", topic(position), words.label(Label::ShareTitle)),
        View::Compare(position) => format!("{} · {}", topic(position), words.label(Label::CompareTitle)),
        View::Choose => words.label(Label::ChooseTitle).to_owned(),
        View::Board(_) => words.label(Label::BoardTitle).to_owned(),
        View::Plan => words.label(Label::PlanTitle).to_owned(),
        View::About => words.label(Label::NavAbout).to_owned(),
        View::Paper => words.label(Label::NavPaper).to_owned(),
        View::Trainers => words.label(Label::NavTrainers).to_owned(),
        View::Chapter(place) => {
            let subject = place.and_then(|place| content.subjects().nth(place));
            let name = subject.map(|subject| [words.subject(subject), " · "].concat()).unwrap_or_default();
            [&name, words.label(Label::NavChapter)].concat()
        }
        View::Example(situation) => content
            .situations
            .get(situation)
            .map_or_else(String::new, |situation| situation.name.get(state.lang).to_owned()),
    };
    let title = format!("{page} · {app}");
    if state.lacks_answer { words.fill(Label::ErrorPrefix, &[("title", &title)]) } else { title }
}

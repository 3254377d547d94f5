//! One file for each view.

mod all;
mod board;
mod choose;
mod compare;
mod embed;
mod example;
pub(crate) mod home;
mod join;
mod joined;
mod plan;
mod question;
mod room;
mod rooms;
mod share;
mod slides;
mod static_page;
mod verdict;

use boussole_core::content::Topic;
use boussole_core::link::View;
use leptos::prelude::*;

use crate::app::use_app;

/// A topic with its position in the content.
#[derive(Clone, Copy)]
pub struct TopicAt {
    /// The position.
    pub position: usize,
    /// The topic.
    pub topic: &'static Topic,
}

/// The page of the view on screen. Another question is another page.
#[component]
pub fn Screen() -> impl IntoView {
    let app = use_app();
    let shown = app.memo(move |state| (state.view, state.embed.is_some(), state.question(app.content)));
    move || {
        let (view, is_frame, question) = shown.get();
        let at = |position: usize| app.content.topics.get(position).map(|topic| TopicAt { position, topic });
        let question = question.and_then(|question| app.content.question(question));
        match (view, is_frame) {
            (View::Home, false) => view! { <home::Home/> }.into_any(),
            (View::Question(position, _) | View::Verdict(position), true) => {
                page(at(position), |at| view! { <embed::EmbedPage topic=at.topic question/> }.into_any())
            }
            (View::Question(position, _), false) => page(at(position).zip(question), |(at, question)| {
                view! { <question::QuestionPage at question/> }.into_any()
            }),
            (View::All(position), false) => page(at(position), |at| view! { <all::AllPage at/> }.into_any()),
            (View::Join(position, _), false) => {
                page(at(position).zip(question), |(at, question)| view! { <join::JoinPage at question/> }.into_any())
            }
            (View::Joined(position), false) => page(at(position), |at| view! { <joined::JoinedPage at/> }.into_any()),
            (View::Choose, false) => view! { <choose::ChoosePage/> }.into_any(),
            (View::Plan, false) => view! { <plan::PlanPage/> }.into_any(),
            (View::Verdict(position), false) => {
                page(at(position), |at| view! { <verdict::VerdictPage at/> }.into_any())
            }
            (View::Compare(position), false) => {
                page(at(position), |at| view! { <compare::ComparePage at/> }.into_any())
            }
            (View::Example(situation), false) => page(app.content.situations.get(situation), |situation| {
                view! { <example::ExamplePage situation/> }.into_any()
            }),
            (View::Board(order), false) => view! { <board::BoardPage order/> }.into_any(),
            (View::Share(None), false) => view! { <share::SharePage at=None/> }.into_any(),
            (View::Share(Some(position)), false) => {
                page(at(position), |at| view! { <share::SharePage at=Some(at)/> }.into_any())
            }
            (View::Slides(_), false) => view! { <slides::SlidesPage/> }.into_any(),
            (View::Room(None), false) => view! { <rooms::RoomsPage/> }.into_any(),
            (View::Room(Some(position)), false) => page(at(position), |at| view! { <room::RoomPage at/> }.into_any()),
            (View::Chapter(_) | View::About | View::Paper | View::Trainers, false) => {
                view! { <static_page::StaticPage/> }.into_any()
            }
            // A frame shows questions and verdicts only.
            (_, true) => page(None::<()>, |()| ().into_any()),
        }
    }
}

/// The page of something, or an empty page when the content does not have it.
fn page<T>(of: Option<T>, view: impl FnOnce(T) -> AnyView) -> AnyView {
    of.map_or_else(|| view! { <main id="main" class="read"></main> }.into_any(), view)
}

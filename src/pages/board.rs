//! The overview: the six technologies side by side.

use boussole_core::content::Label;
use boussole_core::link::{Order, View};
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::browser::page;
use crate::components::Document;
use crate::documents::board::{cells, intro, shared_facts};

/// The page.
#[component]
pub fn BoardPage(order: Order) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let sort = |by: Order, label: Label| {
        let current = (by == order).then_some("true");
        view! { <a href=app.href(View::Board(by)) aria-current=current>{words.label(label)}</a> }
    };
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <Document write=intro/>
                <nav class="ways" aria-label=words.label(Label::BoardOrder)>
                    {sort(Order::Chapter, Label::BoardChapter)}
                    {sort(Order::Nearest, Label::BoardNearest)}
                    <a href=app.href(View::Share(None))>{words.label(Label::ShareGo)}</a>
                    <button type="button" class="link-button" on:click=|_| page::print()>
                        {words.label(Label::Print)}
                    </button>
                </nav>
                <Document write=move |page| cells(page, order)/>
                <Document write=shared_facts/>
            </div>
        </main>
    }
}

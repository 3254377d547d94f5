//! The app in a frame, inside a slide or a page: one topic, and nothing of the person's own.
//!
//! Answers are kept by the frame's own address, and in the tab, since decks unload the frames of slides that are left.

use super::{AppState, Theme, read_kept};
use crate::content::Content;
use crate::domain::{Answers, Lang};
use crate::engine;
use crate::link::{self, Address, LinkNotice, Options, Request, Shows, View};
use crate::words::Notice;

/// What a frame was asked to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// The topic, by position.
    pub topic: usize,
    /// How it looks and what it allows.
    pub options: Options,
    /// The code of the answers it starts from; empty for none.
    pub start: String,
    /// Whether there is a page around it to go back to.
    pub has_host: bool,
    /// The name under which the tab keeps it: frames of the same topic that look the same share it, unless the page around names
    /// them apart. It is that of the address first opened, whatever the page around asks since.
    pub name: String,
}

impl Embed {
    /// What the tab keeps of it, once its answers have that code: `START/CODE`.
    #[must_use]
    pub fn kept(&self, code: &str) -> String {
        [&self.start, "/", code].concat()
    }

    /// Its address, which holds its answers.
    #[must_use]
    pub fn address(&self, lang: Lang, code: String) -> Address {
        let code = Some(code).filter(|code| !code.is_empty());
        Address::Embed { lang, topic: self.topic, options: self.options.clone(), code }
    }

    /// The answers of the address that it was first opened at, and what there is to tell of them.
    fn starting(&self, content: &Content) -> (Answers, Vec<LinkNotice>) {
        if self.start.is_empty() {
            return Default::default();
        }
        let (answers, notices) = link::decode(content, &self.start);
        (link::of_topic(content, self.topic, &answers), notices)
    }

    /// Whether the frame tells the verdict, or lets it be guessed.
    #[must_use]
    pub fn shows_verdict(&self) -> bool {
        self.options.shows != Shows::Questions
    }
}

impl AppState {
    /// The app as it starts in a frame. `kept` gives what the tab kept under a name: `START/CODE`. None of an address that is no
    /// frame's.
    #[must_use]
    pub fn embedded(
        content: &Content,
        fragment: &str,
        kept: impl FnOnce(&str) -> Option<String>,
        has_host: bool,
    ) -> Option<Self> {
        let Ok(Address::Embed { lang, topic, options, code }) = Address::parse(content, fragment) else {
            return None;
        };
        let id = content.topics.get(topic).map_or("", |topic| &topic.id);
        let name = [id, "/", &options.write()].concat();
        let mut embed = Embed { topic, options, start: code.unwrap_or_default(), has_host, name };
        let mut now = embed.start.clone();
        let kept = kept(&embed.name);
        // The deck's own address again, or the frame's, which answers changed since: on with what was kept.
        let is_of = |(start, now): &(&str, &str)| [*start, *now].contains(&embed.start.as_str());
        if let Some((start, code)) = kept.as_ref().and_then(|kept| kept.split_once('/')).filter(is_of) {
            (embed.start, now) = (start.to_owned(), code.to_owned());
        }
        let mut state = Self::new(lang, Theme::from_dark(embed.options.dark), Answers::new());
        if !now.is_empty() && now != embed.start {
            state.own = read_kept(content, &now).map(|(answers, _)| answers).unwrap_or_default();
        } else {
            let (answers, notices) = embed.starting(content);
            state.own = answers;
            state.notices.extend(notices.into_iter().map(Notice::Link));
        }
        state.embed = Some(embed);
        state.view = state.first_view(content);
        Some(state)
    }

    /// The code of a frame's answers, boxes being ticked included; empty for none.
    #[must_use]
    pub fn embed_code(&self, content: &Content) -> String {
        let answers = self.preview();
        if answers.is_empty() { String::new() } else { link::encode(content, &answers) }
    }

    /// Whether an address is not this app's to open as it stands: of a frame for the whole app, of another frame for a frame.
    #[must_use]
    pub fn is_elsewhere(&self, content: &Content, fragment: &str) -> bool {
        match &self.embed {
            Some(_) => self.address(content).write(content) != fragment,
            None => matches!(Address::parse(content, fragment), Ok(Address::Embed { .. })),
        }
    }

    /// What a frame shows first: the verdict if it is all it shows, or if no answer can change it; else the next question.
    fn first_view(&self, content: &Content) -> View {
        let Some(Embed { topic, options, .. }) = &self.embed else {
            return self.view;
        };
        let next = content.topics.get(*topic).and_then(|topic| {
            let is_settled = engine::judge(topic, self.answers()).settled();
            engine::next(topic, self.answers()).filter(|_| !is_settled)
        });
        match next {
            Some(next) if options.shows != Shows::Verdict => View::Question(*topic, Some(next)),
            _ => View::Verdict(*topic),
        }
    }

    /// Goes back in a frame: to the question before this one, or from the verdict to the last one.
    pub fn went_back(&mut self, content: &Content) {
        let Some(topic) = self.view.topic() else {
            return;
        };
        let before = content.topics.get(topic).and_then(|of| match self.question(content) {
            Some(question) => self.before(of, question),
            None => engine::path(of, self.answers()).last().copied(),
        });
        if let Some(before) = before {
            self.turned_to(View::Question(topic, Some(before)));
        }
    }

    /// How many questions come before the one on screen, in the order of asking.
    #[must_use]
    pub fn n_before(&self, content: &Content) -> usize {
        let topic = self.view.topic().and_then(|topic| content.topics.get(topic));
        topic.zip(self.question(content)).map_or(0, |(topic, question)| self.progress(topic, question).0 - 1)
    }

    /// A frame turns to another of its screens.
    pub fn turned_to(&mut self, view: View) {
        if self.view != view {
            self.leave_page();
            self.moved_on(true);
            self.view = view;
        }
    }

    /// The page around the frame asked for something. What its options do not allow is not done.
    pub fn asked(&mut self, content: &Content, request: Request) {
        let Some(embed) = self.embed.clone() else {
            return;
        };
        match request {
            Request::Reset => {
                self.draft = None;
                self.change = None;
                self.own = embed.starting(content).0;
                self.leave_page();
                self.view = self.first_view(content);
            }
            Request::Question(question) if embed.options.shows != Shows::Verdict => {
                self.turned_to(View::Question(embed.topic, Some(question)));
            }
            // Of questions only, that would say that they are all answered.
            Request::Verdict if embed.shows_verdict() => self.turned_to(View::Verdict(embed.topic)),
            Request::Question(_) | Request::Verdict => {}
            Request::Lang(lang) => self.lang = lang,
            Request::Theme(dark) => {
                self.theme = Theme::from_dark(dark);
                self.embed = Some(Embed { options: Options { dark, ..embed.options }, ..embed });
            }
        }
    }
}

/// Whether a key is for the page around the frame: those that presenters and decks use always are, arrows and space when what
/// has the focus has no use for them.
#[must_use]
pub fn is_for_host(key: &str, uses_arrows: bool, uses_space: bool) -> bool {
    match key {
        "PageUp" | "PageDown" | "Escape" | "Home" | "End" => true,
        "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" => !uses_arrows,
        " " => !uses_space,
        // Letters, digits and signs. Quotes would have to be escaped in the message, and no deck has a use for them; a question
        // mark has the number of another sign.
        key => matches!(key.as_bytes(), [byte] if byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\' | b'?')),
    }
}

/// What a key with Shift is to decks, where the message cannot tell of Shift: back for the space bar, the first and the last slide
/// for arrows. Any other key stays as it is, with its number.
#[must_use]
pub fn shifted(key: &str, code: u32) -> (&str, u32) {
    match key {
        " " => ("PageUp", 33),
        "ArrowLeft" => ("Home", 36),
        "ArrowRight" => ("End", 35),
        _ => (key, code),
    }
}

//! What a trainer chooses on the page that builds the code of a frame. It lives as long as the page does: the device keeps none
//! of it.

use super::{AppState, Theme};
use crate::content::Content;
use crate::domain::{Answers, Lang};
use crate::link::{self, Address, Options, Shows, colour};

/// What the code of a frame is pasted into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// A deck of reveal.js, in HTML.
    #[default]
    Reveal,
    /// A deck of Slidev, in Markdown with Vue.
    Slidev,
    /// A deck of Marp, in Markdown.
    Marp,
    /// A web page.
    Page,
    /// A course platform that takes a frame and nothing else.
    Platform,
}

impl Tool {
    /// The five, in the order offered.
    pub const ALL: [Self; 5] = [Self::Reveal, Self::Slidev, Self::Marp, Self::Page, Self::Platform];

    /// The name, as the page's list has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reveal => "reveal",
            Self::Slidev => "slidev",
            Self::Marp => "marp",
            Self::Page => "page",
            Self::Platform => "platform",
        }
    }

    /// Whether it makes slides, all of one shape.
    #[must_use]
    pub const fn is_deck(self) -> bool {
        !matches!(self, Self::Page | Self::Platform)
    }
}

/// The choices of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slides {
    /// The technology of the frame, by position.
    pub topic: usize,
    /// The frame's language, once it is not the page's.
    pub lang: Option<Lang>,
    /// The frame's theme.
    pub theme: Theme,
    /// The colour last picked: six hexadecimal digits.
    pub colour: String,
    /// Whether the frame has that colour rather than the app's own.
    pub has_colour: bool,
    /// What the frame shows.
    pub shows: Shows,
    /// Whether it starts with the answers on screen.
    pub has_answers: bool,
    /// Whether it stands in a page rather than on a slide.
    pub is_page: bool,
    /// What its code is pasted into.
    pub tool: Tool,
    /// Whether it is the app at its public address rather than a file beside the deck.
    pub is_online: bool,
}

impl Default for Slides {
    fn default() -> Self {
        Self {
            topic: 0,
            lang: None,
            theme: Theme::Auto,
            // The accent of the light theme (`tokens.css`).
            colour: "0b5563".to_owned(),
            has_colour: false,
            shows: Shows::Both,
            has_answers: false,
            is_page: false,
            tool: Tool::Reveal,
            is_online: false,
        }
    }
}

impl Slides {
    /// What the name of a control of the page starts with.
    pub const CONTROLS: &str = "slides-";
    /// What a list says that shows the questions and the verdict, the questions, the verdict.
    pub const SHOWS: [(&str, Shows); 3] = [("both", Shows::Both), ("ask", Shows::Questions), ("told", Shows::Verdict)];

    /// A control of the page was changed, named without what all of them start with.
    fn changed(&mut self, content: &Content, name: &str, value: &str, on: bool) {
        match name {
            "topic" => self.topic = content.topics.iter().position(|topic| topic.id == value).unwrap_or(self.topic),
            "lang" => self.lang = Lang::ALL.into_iter().find(|lang| lang.tag() == value),
            "theme" => self.theme = Theme::from_name(value),
            "own-colour" => self.has_colour = !on,
            "colour" => self.pick_colour(value),
            "shows" => {
                let found = Self::SHOWS.into_iter().find(|(name, _)| *name == value);
                self.shows = found.map_or(Shows::Both, |(_, shows)| shows);
            }
            "start" => self.has_answers = value == "answers",
            "size" => self.is_page = value == "page" && !self.tool.is_deck(),
            "tool" => self.pick_tool(Tool::ALL.into_iter().find(|tool| tool.name() == value).unwrap_or_default()),
            "place" => self.is_online = value == "online",
            _ => {}
        }
    }

    /// Picks the tool. A deck has slides and a page has none; the other form can still be picked after it.
    pub fn pick_tool(&mut self, tool: Tool) {
        self.tool = tool;
        self.is_page = !tool.is_deck();
    }

    /// Picks the colour of the frame, from `#` and six hexadecimal digits; anything else is ignored.
    pub fn pick_colour(&mut self, value: &str) {
        if let Some(colour) = value.strip_prefix('#').and_then(colour) {
            self.colour = colour;
            self.has_colour = true;
        }
    }

    /// Whether a control of the page shows as picked.
    fn shows(&self, content: &Content, page: Lang, name: &str, value: &str) -> bool {
        match name {
            "topic" => content.topics.get(self.topic).is_some_and(|topic| topic.id == value),
            "lang" => self.lang.unwrap_or(page).tag() == value,
            "theme" => self.theme.name() == value,
            "own-colour" => !self.has_colour,
            "shows" => Self::SHOWS.contains(&(value, self.shows)),
            "start" => self.has_answers == (value == "answers"),
            "size" => self.is_page == (value == "page"),
            "tool" => self.tool.name() == value,
            "place" => self.is_online == (value == "online"),
            _ => false,
        }
    }
}

impl AppState {
    /// The page was opened: on a technology if the address names one.
    pub(super) fn opened_slides(&mut self, topic: Option<usize>) {
        self.slides.topic = topic.unwrap_or(self.slides.topic);
    }

    /// Something about the frame was chosen.
    pub fn chose_frame(&mut self, choose: impl FnOnce(&mut Slides)) {
        choose(&mut self.slides);
        self.sharing.copied = None;
    }

    /// A control was changed, if it is one of the page's. Says whether it is.
    pub(super) fn changed_slides(&mut self, content: &Content, name: &str, value: &str, on: bool) -> bool {
        let Some(name) = name.strip_prefix(Slides::CONTROLS) else {
            return false;
        };
        self.slides.changed(content, name, value, on);
        self.sharing.copied = None;
        true
    }

    /// Whether a control shows as picked, if it is one of the page's.
    pub(super) fn shows_slides(&self, content: &Content, name: &str, value: &str) -> Option<bool> {
        Some(self.slides.shows(content, self.lang, name.strip_prefix(Slides::CONTROLS)?, value))
    }

    /// The answers that the frame starts from: those on screen of its technology, if that was chosen. A verdict is always that of
    /// some answers.
    #[must_use]
    pub fn frame_answers(&self, content: &Content) -> Answers {
        if self.slides.has_answers || self.slides.shows == Shows::Verdict {
            link::of_topic(content, self.slides.topic, self.answers())
        } else {
            Answers::new()
        }
    }

    /// What the frame looks like and allows.
    #[must_use]
    pub fn frame_options(&self) -> Options {
        let slides = &self.slides;
        Options {
            dark: slides.theme.dark(),
            accent: slides.has_colour.then(|| slides.colour.clone()),
            shows: slides.shows,
            is_page: slides.is_page,
        }
    }

    /// The language of the frame.
    #[must_use]
    pub fn frame_lang(&self) -> Lang {
        self.slides.lang.unwrap_or(self.lang)
    }

    /// The address of the frame that was chosen.
    #[must_use]
    pub fn frame_address(&self, content: &Content) -> Address {
        let answers = self.frame_answers(content);
        Address::Embed {
            lang: self.frame_lang(),
            topic: self.slides.topic,
            options: self.frame_options(),
            code: (!answers.is_empty()).then(|| link::encode(content, &answers)),
        }
    }
}

//! The addresses of the app, as the text after `#`.
//!
//! A page is `#/LANG/VIEW[/TOPIC[/QUESTION]]`, a result `#/r/CODE`, and a frame in a slide `#/e/LANG/TOPIC/OPTIONS[/CODE]`.
//! An address that starts like a result is always a result, even when its code is cut.

use super::embed::Options;
use super::pasted::{is_surrounding, percent_decode, trim_surroundings};
use crate::content::Content;
use crate::domain::{Lang, QuestionId};

/// An address of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// No address: the home page, in the reader's language.
    Start,
    /// A view in a language.
    View(Lang, View),
    /// A result. Its code may be cut or altered, which [`super::decode`] detects.
    Result(String),
    /// A topic in a frame of a slide.
    Embed {
        /// The language.
        lang: Lang,
        /// The topic, by position.
        topic: usize,
        /// The options of the frame.
        options: Options,
        /// The code of the starting answers, if there are any.
        code: Option<String>,
    },
}

/// A page of the app, in any language. Topics and situations are given by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The home page.
    Home,
    /// One question of a topic: the given one, otherwise the next one to ask.
    Question(usize, Option<QuestionId>),
    /// All questions of a topic on one page.
    All(usize),
    /// The verdict of a topic.
    Verdict(usize),
    /// The comparison of two situations, for a topic.
    Compare(usize),
    /// Sharing and export of the result of one topic, or of all topics.
    Share(Option<usize>),
    /// A question of a topic as a participant of a room answers it: the given one, otherwise the first.
    Join(usize, Option<QuestionId>),
    /// The code shown to a participant at the end of a topic.
    Joined(usize),
    /// The answers of a room about a topic, otherwise the choice of a topic.
    Room(Option<usize>),
    /// A worked situation.
    Example(usize),
    /// The guide that helps to choose one or two subjects.
    Choose,
    /// The overview of all topics.
    Board(Order),
    /// The reading plan, and whether the lab is large enough.
    Plan,
    /// The chapter's pages: the top of the page, or one of its parts. Parts 0 to 6 are the sheets of the subjects; the
    /// following ones are those of [`CHAPTER_PARTS`].
    Chapter(Option<usize>),
    /// The trust page: the method, its sources and its limits.
    About,
    /// The paper questionnaire, with a key to find each verdict by hand.
    Paper,
    /// The trainers' guide. The browser itself scrolls to its sections.
    Trainers,
    /// The code to embed a topic in a slide or a web page, for the given topic if there is one.
    Slides(Option<usize>),
}

impl View {
    /// Whether it is a static page, which is generated at build time and not bundled in the wasm.
    #[must_use]
    pub const fn is_static_page(self) -> bool {
        matches!(self, Self::Chapter(_) | Self::About | Self::Paper | Self::Trainers)
    }

    /// The topic of the page, by position.
    #[must_use]
    pub const fn topic(self) -> Option<usize> {
        match self {
            Self::Question(topic, _)
            | Self::All(topic)
            | Self::Verdict(topic)
            | Self::Compare(topic)
            | Self::Join(topic, _)
            | Self::Joined(topic) => Some(topic),
            Self::Share(topic) | Self::Slides(topic) | Self::Room(topic) => topic,
            Self::Home
            | Self::Example(_)
            | Self::Choose
            | Self::Board(_)
            | Self::Plan
            | Self::Chapter(_)
            | Self::About
            | Self::Paper
            | Self::Trainers => None,
        }
    }
}

/// The order of the topics in the overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The chapter's order.
    #[default]
    Chapter,
    /// The nearest to adoption first.
    Nearest,
}

/// The identifiers, in addresses, of the parts of the chapter's pages that belong to no subject.
pub const CHAPTER_PARTS: [&str; 14] = [
    "premise",
    "audience",
    "approach",
    "levels",
    "profiles",
    "prerequisites",
    "hardware",
    "mindset",
    "cycle",
    "structure",
    "cncf",
    "closing",
    "communities",
    "since",
];

/// The error for text after `#` that is not an address of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Address {
    /// Parses the text after `#`, with or without the `#`. Characters that a chat or a mail adds around it are ignored.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] when the view, the topic or the question does not exist.
    pub fn parse(content: &Content, fragment: &str) -> Result<Self, Unreadable> {
        let text = percent_decode(fragment);
        let path = text.trim_matches(|char| char == '#' || is_surrounding(char));
        if let Some(code) = path.strip_prefix("r/") {
            return Ok(Self::Result(trim_surroundings(code).to_owned()));
        }
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let Some(first) = segments.next() else {
            return Ok(Self::Start);
        };
        let rest: Vec<&str> = segments.collect();
        match (first, rest.as_slice()) {
            ("r", []) => Ok(Self::Result(String::new())),
            ("e", [lang, topic, options, code @ ..]) => Ok(Self::Embed {
                lang: exact_lang(lang)?,
                topic: topic_named(content, topic)?,
                options: Options::parse(options),
                code: (!code.is_empty()).then(|| trim_surroundings(&code.join("/")).to_owned()),
            }),
            (lang, rest) => Ok(Self::View(exact_lang(lang)?, view(content, rest)?)),
        }
    }

    /// The text of the address, with its `#`.
    #[must_use]
    pub fn write(&self, content: &Content) -> String {
        match self {
            Self::Start => "#".to_owned(),
            Self::View(lang, view) => format!("#/{}{}", lang.tag(), view_path(content, *view)),
            Self::Result(code) => format!("#/r/{code}"),
            Self::Embed { lang, topic, options, code } => {
                let code = code.as_ref().map_or_else(String::new, |code| format!("/{code}"));
                format!("#/e/{}/{}/{}{code}", lang.tag(), topic_id(content, *topic), options.write())
            }
        }
    }
}

fn exact_lang(tag: &str) -> Result<Lang, Unreadable> {
    Lang::ALL.into_iter().find(|lang| lang.tag() == tag).ok_or(Unreadable)
}

fn topic_named(content: &Content, id: &str) -> Result<usize, Unreadable> {
    content.topics.iter().position(|topic| topic.id == id).ok_or(Unreadable)
}

fn view(content: &Content, segments: &[&str]) -> Result<View, Unreadable> {
    match segments {
        [] | ["home"] => Ok(View::Home),
        [view @ ("question" | "join"), topic, rest @ ..] => {
            let position = topic_named(content, topic)?;
            let question = match rest {
                [] => None,
                [question] => Some(question_named(content, position, question)?),
                _ => return Err(Unreadable),
            };
            let is_room = *view == "join";
            Ok(if is_room { View::Join(position, question) } else { View::Question(position, question) })
        }
        ["joined", topic] => Ok(View::Joined(topic_named(content, topic)?)),
        ["room"] => Ok(View::Room(None)),
        ["room", topic] => Ok(View::Room(Some(topic_named(content, topic)?))),
        ["all", topic] => Ok(View::All(topic_named(content, topic)?)),
        ["verdict", topic] => Ok(View::Verdict(topic_named(content, topic)?)),
        ["compare", topic] => Ok(View::Compare(topic_named(content, topic)?)),
        ["share"] => Ok(View::Share(None)),
        ["share", topic] => Ok(View::Share(Some(topic_named(content, topic)?))),
        ["example", situation] => content
            .situations
            .iter()
            .position(|candidate| candidate.id == *situation)
            .map(View::Example)
            .ok_or(Unreadable),
        ["choose"] => Ok(View::Choose),
        ["board"] => Ok(View::Board(Order::Chapter)),
        ["board", "nearest"] => Ok(View::Board(Order::Nearest)),
        ["plan"] => Ok(View::Plan),
        ["about"] => Ok(View::About),
        ["paper"] => Ok(View::Paper),
        ["trainers", ..] => Ok(View::Trainers),
        ["slides"] => Ok(View::Slides(None)),
        ["slides", topic] => Ok(View::Slides(Some(topic_named(content, topic)?))),
        ["chapter"] => Ok(View::Chapter(None)),
        ["chapter", name] => chapter_parts(content)
            .position(|part| part == *name)
            .map(|position| View::Chapter(Some(position)))
            .ok_or(Unreadable),
        _ => Err(Unreadable),
    }
}

/// The identifiers of the parts of the chapter's pages: the subjects, then [`CHAPTER_PARTS`].
fn chapter_parts(content: &Content) -> impl Iterator<Item = &str> {
    content.subjects().map(|subject| content.subject_id(subject)).chain(CHAPTER_PARTS)
}

fn question_named(content: &Content, topic: usize, name: &str) -> Result<QuestionId, Unreadable> {
    let topic = content.topics.get(topic).ok_or(Unreadable)?;
    let mut questions = topic.inputs.iter().filter_map(|input| content.question(input.question));
    questions.find(|question| topic.short_name(question) == name).map(|question| question.code).ok_or(Unreadable)
}

fn topic_id(content: &Content, topic: usize) -> &str {
    content.topics.get(topic).map_or("", |topic| &topic.id)
}

fn view_path(content: &Content, view: View) -> String {
    match view {
        View::Home => String::new(),
        View::Question(topic, question) => question_path("question", content, topic, question),
        View::Join(topic, question) => question_path("join", content, topic, question),
        View::Joined(topic) => format!("/joined/{}", topic_id(content, topic)),
        View::Room(None) => "/room".to_owned(),
        View::Room(Some(topic)) => format!("/room/{}", topic_id(content, topic)),
        View::All(topic) => format!("/all/{}", topic_id(content, topic)),
        View::Verdict(topic) => format!("/verdict/{}", topic_id(content, topic)),
        View::Compare(topic) => format!("/compare/{}", topic_id(content, topic)),
        View::Share(None) => "/share".to_owned(),
        View::Share(Some(topic)) => format!("/share/{}", topic_id(content, topic)),
        View::Example(situation) => {
            let id = content.situations.get(situation).map_or("", |situation| &situation.id);
            format!("/example/{id}")
        }
        View::Choose => "/choose".to_owned(),
        View::Board(Order::Chapter) => "/board".to_owned(),
        View::Board(Order::Nearest) => "/board/nearest".to_owned(),
        View::Plan => "/plan".to_owned(),
        View::About => "/about".to_owned(),
        View::Paper => "/paper".to_owned(),
        View::Trainers => "/trainers".to_owned(),
        View::Slides(None) => "/slides".to_owned(),
        View::Slides(Some(topic)) => format!("/slides/{}", topic_id(content, topic)),
        View::Chapter(None) => "/chapter".to_owned(),
        View::Chapter(Some(position)) => {
            format!("/chapter/{}", chapter_parts(content).nth(position).unwrap_or_default())
        }
    }
}

fn question_path(view: &str, content: &Content, topic: usize, question: Option<QuestionId>) -> String {
    let found = content.topics.get(topic).zip(question.and_then(|code| content.question(code)));
    let question = found.map(|(topic, question)| format!("/{}", topic.short_name(question))).unwrap_or_default();
    format!("/{view}/{}{question}", topic_id(content, topic))
}

#[cfg(test)]
mod tests {
    use super::{Address, Options, Order, Unreadable, View, chapter_parts};
    use crate::domain::Lang;
    use crate::test_content;

    fn check(fragment: &str, expected: Result<Address, Unreadable>) {
        assert_eq!(Address::parse(test_content::content(), fragment), expected, "{fragment}");
    }

    #[test]
    fn every_view_is_parsed_as_written() {
        let content = test_content::content();
        for lang in Lang::ALL {
            let mut views = vec![View::Home];
            for (position, topic) in content.topics.iter().enumerate() {
                views.extend([View::Question(position, None), View::All(position), View::Verdict(position)]);
                views.extend([View::Compare(position), View::Share(Some(position)), View::Slides(Some(position))]);
                views.extend([View::Join(position, None), View::Joined(position), View::Room(Some(position))]);
                for question in topic.inputs.iter().map(|input| Some(input.question)) {
                    views.extend([View::Question(position, question), View::Join(position, question)]);
                }
            }
            views.extend((0..content.situations.len()).map(View::Example));
            views.extend([View::Choose, View::Board(Order::Chapter), View::Board(Order::Nearest), View::Plan]);
            views.extend([View::About, View::Paper, View::Trainers, View::Share(None), View::Slides(None)]);
            views.push(View::Room(None));
            views.extend((0..chapter_parts(content).count()).map(Some).chain([None]).map(View::Chapter));
            for view in views {
                let address = Address::View(lang, view);
                check(&address.write(content), Ok(address));
            }
        }
    }

    #[test]
    fn a_cut_result_is_still_a_result() {
        check("#/r/", Ok(Address::Result(String::new())));
        check("#/r", Ok(Address::Result(String::new())));
        check("#/r/AB", Ok(Address::Result("AB".to_owned())));
    }

    #[test]
    fn an_empty_address_is_the_start() {
        for fragment in ["", "#", "#/"] {
            check(fragment, Ok(Address::Start));
        }
        check("#/fr", Ok(Address::View(Lang::Fr, View::Home)));
    }

    #[test]
    fn an_unknown_address_is_rejected() {
        for fragment in [
            "#/de",
            "#/fr/verdict",
            "#/fr/verdict/blockchain",
            "#/fr/question/edge/nothing",
            "#/fr/question",
            "#/fr/join/edge/today/more",
            "#/fr/join",
            "#/fr/room/edge/today",
            "#/fr/x",
            "#top",
        ] {
            check(fragment, Err(Unreadable));
        }
    }

    #[test]
    fn sections_of_the_trainers_guide_open_its_page() {
        for fragment in ["#/en/trainers", "#/en/trainers/edge", "#/en/trainers/edge/more"] {
            check(fragment, Ok(Address::View(Lang::En, View::Trainers)));
        }
    }

    #[test]
    fn a_frame_has_options_and_may_have_answers() {
        check(
            "#/e/en/edge/-/AB",
            Ok(Address::Embed { lang: Lang::En, topic: 4, options: Options::default(), code: Some("AB".to_owned()) }),
        );
    }
}

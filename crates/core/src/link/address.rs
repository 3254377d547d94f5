//! The places of the app as text after `#`.
//!
//! `#/LANG/VIEW[/TOPIC[/QUESTION]]`, a result `#/r/CODE`, and in a slide `#/e/LANG/TOPIC/OPTIONS[/CODE]`. What starts like
//! a result is a result, whole or cut, and never the home page.

use super::embed::Options;
use super::pasted::{bared, decoded, is_around};
use crate::content::Content;
use crate::domain::{Lang, QuestionId};

/// A place of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// No place said: the home page, in the reader's own language.
    Start,
    /// A view in a language.
    View(Lang, View),
    /// Somebody's answers. The code may be cut or altered: `decode` tells.
    Result(String),
    /// A topic inside a slide.
    Embed {
        /// The language.
        lang: Lang,
        /// The topic, by position.
        topic: usize,
        /// What the frame allows and looks like.
        options: Options,
        /// The answers to start from, if any.
        code: Option<String>,
    },
}

/// What is shown, whatever the language. Topics and situations are known by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The home page.
    Home,
    /// One question of a topic: the one named, else the next to ask.
    Question(usize, Option<QuestionId>),
    /// All the questions of a topic on one page.
    All(usize),
    /// The verdict of a topic.
    Verdict(usize),
    /// Two situations side by side, for a topic.
    Compare(usize),
    /// The ways out of a result: of one topic, or of all of them.
    Share(Option<usize>),
    /// The questions of a topic as a room answers them, each in its order: the one named, else the first.
    Join(usize, Option<QuestionId>),
    /// The code that a participant ends on, for a topic.
    Joined(usize),
    /// What a room answered: about a topic, else the topic to pick.
    Room(Option<usize>),
    /// A worked situation.
    Example(usize),
    /// Help to choose one or two subjects.
    Choose,
    /// The topics side by side, in the chapter's order or by nearness to adoption.
    Board(Order),
    /// What to read, in the time there is, and what the lab can run.
    Plan,
    /// The chapter's own pages: the top, else a subject's sheet (by its place in the chapter), else a part (after the
    /// seven subjects, by its place in [`CHAPTER_PARTS`]).
    Chapter(Option<usize>),
    /// How the verdicts are made, and what they are worth.
    About,
    /// The whole questionnaire on paper, with a key to find each verdict by hand.
    Paper,
    /// The trainers' guide. Its parts are places of the page alone, which the browser goes to by itself.
    Trainers,
    /// The code that shows a topic in a slide or a page, for the topic named if there is one.
    Slides(Option<usize>),
}

impl View {
    /// Whether it is only read: its text is outside the wasm, on pages beside the app or inside the single file.
    #[must_use]
    pub const fn is_outside(self) -> bool {
        matches!(self, Self::Chapter(_) | Self::About | Self::Paper | Self::Trainers)
    }

    /// The topic it is about, by position.
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

/// The order of topics side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The chapter's.
    #[default]
    Chapter,
    /// The nearest to adoption first.
    Nearest,
}

/// The parts of the chapter's pages that belong to no subject, as addresses name them.
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

/// Text after `#` that names no place of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Address {
    /// Reads the text after `#`, with or without the `#` itself, and whatever a chat or a mail left around it.
    ///
    /// # Errors
    ///
    /// [`Unreadable`] when it names no place: a view, topic or question that does not exist.
    pub fn parse(content: &Content, fragment: &str) -> Result<Self, Unreadable> {
        let text = decoded(fragment);
        let path = text.trim_matches(|char| char == '#' || is_around(char));
        if let Some(code) = path.strip_prefix("r/") {
            return Ok(Self::Result(bared(code).to_owned()));
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
                code: (!code.is_empty()).then(|| bared(&code.join("/")).to_owned()),
            }),
            (lang, rest) => Ok(Self::View(exact_lang(lang)?, view(content, rest)?)),
        }
    }

    /// The text of the place, `#` included.
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
        ["chapter", name] => chapter_places(content)
            .position(|place| place == *name)
            .map(|place| View::Chapter(Some(place)))
            .ok_or(Unreadable),
        _ => Err(Unreadable),
    }
}

/// The sheets and parts of the chapter's pages, by name.
fn chapter_places(content: &Content) -> impl Iterator<Item = &str> {
    content.subjects().map(|subject| content.subject_id(subject)).chain(CHAPTER_PARTS)
}

fn question_named(content: &Content, topic: usize, name: &str) -> Result<QuestionId, Unreadable> {
    let topic = content.topics.get(topic).ok_or(Unreadable)?;
    let mut asked = topic.inputs.iter().filter_map(|input| content.question(input.question));
    asked.find(|question| topic.short_name(question) == name).map(|question| question.code).ok_or(Unreadable)
}

fn topic_id(content: &Content, topic: usize) -> &str {
    content.topics.get(topic).map_or("", |topic| &topic.id)
}

fn view_path(content: &Content, view: View) -> String {
    match view {
        View::Home => String::new(),
        View::Question(topic, question) => question_path("/question/", content, topic, question),
        View::Join(topic, question) => question_path("/join/", content, topic, question),
        View::Joined(topic) => ["/joined/", topic_id(content, topic)].concat(),
        View::Room(None) => "/room".to_owned(),
        View::Room(Some(topic)) => ["/room/", topic_id(content, topic)].concat(),
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
        View::Chapter(Some(place)) => format!("/chapter/{}", chapter_places(content).nth(place).unwrap_or_default()),
    }
}

fn question_path(view: &str, content: &Content, topic: usize, question: Option<QuestionId>) -> String {
    let names = content.topics.get(topic).zip(question.and_then(|code| content.question(code)));
    let question = names.map_or("", |(topic, question)| topic.short_name(question));
    [view, topic_id(content, topic), if question.is_empty() { "" } else { "/" }, question].concat()
}

#[cfg(test)]
mod tests {
    use super::{Address, Options, Order, Unreadable, View, chapter_places};
    use crate::domain::Lang;
    use crate::test_content;

    fn check(fragment: &str, expected: Result<Address, Unreadable>) {
        assert_eq!(Address::parse(test_content::content(), fragment), expected, "{fragment}");
    }

    #[test]
    fn every_view_reads_back_as_written() {
        let content = test_content::content();
        for lang in Lang::ALL {
            let mut views = vec![View::Home];
            for (position, topic) in content.topics.iter().enumerate() {
                views.extend([View::Question(position, None), View::All(position), View::Verdict(position)]);
                views.extend([View::Compare(position), View::Share(Some(position)), View::Slides(Some(position))]);
                views.extend([View::Join(position, None), View::Joined(position), View::Room(Some(position))]);
                let asked = topic.inputs.iter().map(|input| Some(input.question));
                views.extend(asked.flat_map(|asked| [View::Question(position, asked), View::Join(position, asked)]));
            }
            views.extend((0..content.situations.len()).map(View::Example));
            views.extend([View::Choose, View::Board(Order::Chapter), View::Board(Order::Nearest), View::Plan]);
            views.extend([View::About, View::Paper, View::Trainers, View::Share(None), View::Slides(None)]);
            views.push(View::Room(None));
            views.extend((0..chapter_places(content).count()).map(Some).chain([None]).map(View::Chapter));
            for view in views {
                let address = Address::View(lang, view);
                check(&address.write(content), Ok(address));
            }
        }
    }

    #[test]
    fn a_cut_result_is_a_result_and_never_home() {
        check("#/r/", Ok(Address::Result(String::new())));
        check("#/r", Ok(Address::Result(String::new())));
        check("#/r/AB", Ok(Address::Result("AB".to_owned())));
    }

    #[test]
    fn no_place_said_is_the_start() {
        for fragment in ["", "#", "#/"] {
            check(fragment, Ok(Address::Start));
        }
        check("#/fr", Ok(Address::View(Lang::Fr, View::Home)));
    }

    #[test]
    fn a_place_that_does_not_exist_is_refused() {
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
    fn a_part_of_the_trainers_guide_is_a_place_of_its_page() {
        for fragment in ["#/en/trainers", "#/en/trainers/edge", "#/en/trainers/edge/more"] {
            check(fragment, Ok(Address::View(Lang::En, View::Trainers)));
        }
    }

    #[test]
    fn a_slide_has_options_and_perhaps_answers() {
        check(
            "#/e/en/edge/-/AB",
            Ok(Address::Embed { lang: Lang::En, topic: 4, options: Options::default(), code: Some("AB".to_owned()) }),
        );
    }
}

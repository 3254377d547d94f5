//! The state of the app and everything that can happen to it.

use super::Embed;
use super::apart::{Pair, WhatIf};
use super::pick::{AnswerSet, Pick};
use super::room::{self, Room};
use super::share::Sharing;
use super::slides::Slides;
use crate::content::{Content, Input, Question, Topic};
use crate::domain::{Answer, Answers, Date, Lang, QuestionId, Range, Ticks};
use crate::engine;
use crate::link::{self, Address, LinkNotice, Order, View};
use crate::words::Notice;

/// Light, dark, or as the device says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The name of the list that changes it.
    const CONTROL: &str = "theme";

    /// The three, in the order offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The name, as the page and the device's storage write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme that the address of a frame asks for: whether it is dark, if it says.
    #[must_use]
    pub const fn from_dark(dark: Option<bool>) -> Self {
        match dark {
            None => Self::Auto,
            Some(false) => Self::Light,
            Some(true) => Self::Dark,
        }
    }

    /// What the address of a frame says of it.
    #[must_use]
    pub const fn dark(self) -> Option<bool> {
        match self {
            Self::Auto => None,
            Self::Light => Some(false),
            Self::Dark => Some(true),
        }
    }

    /// The theme of that name; any other is as the device says.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }
}

/// Whose answers are on screen when they are not the person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A worked situation, by position.
    Example(usize),
    /// A result received by link.
    Link,
}

/// Somebody else's answers, shown while the person's own are kept apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Where they come from.
    pub origin: Origin,
    /// The answers as they were opened: opening the same again keeps what was changed.
    pub opened: Answers,
    /// The answers, with what was changed since they were opened.
    pub answers: Answers,
}

/// Boxes being ticked, before "Continue" says that the others are no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The question.
    pub question: QuestionId,
    /// The boxes ticked so far; the rest is open if that box is ticked too.
    pub ticks: Ticks,
    /// Whether "none of these" is ticked.
    pub none: bool,
}

/// What the last answer did to the range of the topic on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The range before it.
    pub before: Range,
    /// The range after it.
    pub after: Range,
    /// The range on the dial just before: boxes being ticked move it one by one.
    pub shown: Range,
}

/// What the screen remembers.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The language on screen.
    pub lang: Lang,
    /// The theme chosen.
    pub theme: Theme,
    /// What is shown.
    pub view: View,
    /// The person's own answers: what the device keeps.
    pub own: Answers,
    /// Somebody else's answers, shown instead.
    pub guest: Option<Guest>,
    /// Boxes being ticked.
    pub draft: Option<Draft>,
    /// Answers flipped on the result on screen.
    pub what_if: Option<WhatIf>,
    /// The second of two situations side by side: the device keeps it too.
    pub other: Option<Answers>,
    /// What the two stand for.
    pub pair: Pair,
    /// The ways out of a result.
    pub sharing: Sharing,
    /// The frame that is being chosen for a deck.
    pub slides: Slides,
    /// The codes of a room: the tab keeps them.
    pub room: Room,
    /// What to tell the person.
    pub notices: Vec<Notice>,
    /// What the last answer did.
    pub change: Option<Change>,
    /// Whether no address was opened since that answer.
    pub is_just_answered: bool,
    /// Whether "Continue" was pressed without an answer.
    pub lacks_answer: bool,
    /// What the person is asked to confirm.
    pub confirming: Option<Confirmation>,
    /// What was there before the last replacement or erasure, for as long as it can be undone.
    pub undo: Option<Undo>,
    /// The frame that the app is in, if it is.
    pub embed: Option<Embed>,
}

impl AppState {
    /// The app as it starts, before any address is opened.
    #[must_use]
    pub fn new(lang: Lang, theme: Theme, own: Answers) -> Self {
        Self {
            lang,
            theme,
            view: View::Home,
            own,
            guest: None,
            draft: None,
            what_if: None,
            other: None,
            pair: Pair::default(),
            sharing: Sharing::default(),
            slides: Slides::default(),
            room: Room::default(),
            notices: Vec::new(),
            change: None,
            is_just_answered: false,
            lacks_answer: false,
            confirming: None,
            undo: None,
            embed: None,
        }
    }

    /// The answers on screen.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        self.guest.as_ref().map_or(&self.own, |guest| &guest.answers)
    }

    pub(super) fn answers_mut(&mut self) -> &mut Answers {
        match &mut self.guest {
            Some(guest) => &mut guest.answers,
            None => &mut self.own,
        }
    }

    /// The answers on screen with the boxes being ticked: those not ticked yet are still open.
    #[must_use]
    pub fn preview(&self) -> Answers {
        match self.draft {
            Some(Draft { question, none: true, .. }) => self.answers().with(question, Answer::Ticks(Ticks::default())),
            Some(Draft { question, ticks, none: false }) if ticks.ticked != 0 => {
                self.answers().with(question, Answer::Ticks(Ticks { rest_open: true, ..ticks }))
            }
            _ => self.answers().clone(),
        }
    }

    /// The boxes of a question as they stand: being ticked, else as answered.
    #[must_use]
    pub fn boxes(&self, question: QuestionId) -> Draft {
        self.draft.filter(|draft| draft.question == question).unwrap_or_else(|| boxes(self.answers(), question))
    }

    /// The question on screen: the one the address names, else the next to ask. None when there is nothing left to ask.
    #[must_use]
    pub fn question(&self, content: &Content) -> Option<QuestionId> {
        match self.view {
            View::Question(_, Some(question)) | View::Join(_, Some(question)) => Some(question),
            View::Join(topic, None) => content.topics.get(topic).and_then(first),
            View::Question(topic, None) => {
                content.topics.get(topic).and_then(|topic| engine::next(topic, self.answers()).or_else(|| first(topic)))
            }
            _ => None,
        }
    }

    /// The address of what is on screen.
    #[must_use]
    pub fn address(&self, content: &Content) -> Address {
        match &self.embed {
            Some(embed) => embed.address(self.lang, self.embed_code(content)),
            None => Address::View(self.lang, self.view),
        }
    }

    /// An address was opened: by a click, by hand, or by going back. Says which address to put in its stead, if any:
    /// "the next question" becomes the question it is, so that going back comes to the same one.
    pub fn opened(&mut self, content: &Content, fragment: &str) -> Option<String> {
        let before = self.view;
        self.read_address(content, fragment);
        if self.view.topic() != before.topic() {
            self.change = None;
        }
        self.moved_on(self.view != before);
        self.view = match self.view {
            View::Question(topic, None) => View::Question(topic, self.question(content)),
            View::Join(topic, None) => View::Join(topic, self.question(content)),
            _ => return None,
        };
        Some(self.address(content).write(content))
    }

    /// A view was opened. The dial moves once for an answer: on the page where it was given, and on the next.
    pub(super) fn moved_on(&mut self, is_another: bool) {
        let is_next = core::mem::take(&mut self.is_just_answered) && is_another;
        if let Some(change) = self.change.as_mut().filter(|_| !is_next) {
            change.shown = change.after;
        }
    }

    fn read_address(&mut self, content: &Content, fragment: &str) {
        let address = Address::parse(content, fragment);
        if let Ok(Address::View(lang, view)) = address
            && view == self.view
            && lang != self.lang
        {
            // The same page in another language: boxes being ticked and what is being told stay as they are.
            self.lang = lang;
            // The video is drawn anew, in that language: the camera is no longer in it.
            self.scanning(false);
            return;
        }
        // Where the app already is: nothing is left, and what was just told stays.
        if address == Ok(self.address(content)) && !matches!(self.view, View::Question(_, None) | View::Example(_)) {
            return;
        }
        self.leave_page();
        match address {
            Ok(Address::Start) => self.view = View::Home,
            Ok(Address::View(lang, view)) => {
                self.lang = lang;
                self.view = view;
                match view {
                    View::Example(situation) => self.opened_example(content, situation),
                    View::Slides(topic) => self.opened_slides(topic),
                    // A participant answers for themselves.
                    View::Join(..) | View::Joined(_) => self.left_guest(),
                    _ => {}
                }
            }
            Ok(Address::Result(code)) => self.opened_code(content, &code),
            // A frame's address starts the app anew (`is_elsewhere`).
            Ok(Address::Embed { .. }) | Err(link::Unreadable) => {
                self.view = View::Home;
                self.told(Notice::AddressUnknown);
            }
        }
    }

    fn opened_example(&mut self, content: &Content, situation: usize) {
        let origin = Origin::Example(situation);
        if self.guest.as_ref().is_some_and(|guest| guest.origin == origin) {
            return;
        }
        if let Some(situation) = content.situations.get(situation) {
            let opened = content.answers_of(situation);
            self.guest = Some(Guest { origin, answers: opened.clone(), opened });
            self.changed_hands();
        }
    }

    fn opened_code(&mut self, content: &Content, code: &str) {
        let (answers, notices) = link::decode(content, code);
        self.view = View::Home;
        if !answers.is_empty() {
            self.received(content, answers);
        }
        for notice in notices {
            self.told(Notice::Link(notice));
        }
    }

    /// Answers came from elsewhere: they are on screen, and one's own wait, unless they are the same.
    pub(super) fn received(&mut self, content: &Content, answers: Answers) {
        let mut topics = (0..content.topics.len()).filter(|topic| engine::is_started(content, *topic, &answers));
        self.view = match (topics.next(), topics.next()) {
            (Some(topic), None) => View::Verdict(topic),
            (Some(_), Some(_)) => View::Board(Order::Chapter),
            // Nothing of a technology: it is about the person and their lab.
            (None, _) => View::Plan,
        };
        let is_back = |guest: &Guest| guest.origin == Origin::Link && guest.opened == answers;
        if !self.guest.as_ref().is_some_and(is_back) {
            let is_own = self.has_all(content, &answers);
            let guest = Guest { origin: Origin::Link, answers: answers.clone(), opened: answers };
            self.guest = (!is_own).then_some(guest);
            self.changed_hands();
        }
    }

    /// Whether answers are one's own, all of them or those of a topic: a link of one's own leads back to them.
    fn has_all(&self, content: &Content, answers: &Answers) -> bool {
        let same = |topic| link::of_topic(content, topic, &self.own) == link::of_topic(content, topic, answers);
        let started = |topic: &usize| engine::is_started(content, *topic, answers);
        answers.iter().all(|(question, answer)| self.own.get(question) == Some(answer))
            && (0..content.topics.len()).filter(started).all(same)
    }

    pub(super) fn leave_page(&mut self) {
        self.room.is_scanning = false;
        self.keep_draft();
        self.sharing.copied = None;
        self.what_if = None;
        self.lacks_answer = false;
        self.confirming = None;
        let stays = |notice: &Notice| {
            use Notice::{ContentOutdated, OtherTopicChanged, SecondUnreadable, StorageRefused, StoredUnreadable};
            let is_told_on = matches!(
                notice,
                StorageRefused | StoredUnreadable | SecondUnreadable | ContentOutdated(_) | OtherTopicChanged(..)
            );
            is_told_on || is_of_answers(notice)
        };
        self.notices.retain(stays);
        self.undo = None;
    }

    /// Boxes ticked without "Continue" are kept, and the others stay open: nothing said they are no.
    pub(super) fn keep_draft(&mut self) {
        if let Some(Draft { question, ticks, none }) = self.draft.take() {
            let ticks = Ticks { rest_open: !none, ..ticks };
            if none || ticks.ticked != 0 {
                self.answers_mut().set(question, Answer::Ticks(ticks));
            }
        }
    }

    /// A theme was chosen.
    pub fn chose_theme(&mut self, theme: Theme) {
        self.theme = theme;
    }

    /// What the two situations side by side stand for was chosen.
    pub fn chose_pair(&mut self, pair: Pair) {
        self.pair = pair;
    }

    /// There is something to tell; told once.
    pub fn told(&mut self, notice: Notice) {
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    /// A notice was read and closed, by its place.
    pub fn dismissed(&mut self, place: usize) {
        if place < self.notices.len() && self.notices.remove(place).can_be_undone() {
            self.undo = None;
        }
    }

    /// A control was changed: a question's by its name and its choice's, an answer apart from the situation's, or a list of the
    /// page's own.
    pub fn changed(&mut self, content: &Content, name: &str, value: &str, on: bool) {
        match name {
            Theme::CONTROL => self.theme = Theme::from_name(value),
            Pair::CONTROL => self.pair = Pair::from_name(value),
            _ => {}
        }
        if self.sharing.changed(name, value)
            || self.changed_slides(content, name, value, on)
            || self.room.changed(content, name, value)
        {
            return;
        }
        if let Some((set, question, pick)) = named(content, name, value) {
            self.picked(content, set, question, pick, on);
        }
    }

    /// Whether a control shows as picked.
    #[must_use]
    pub fn shows(&self, content: &Content, name: &str, value: &str) -> bool {
        match name {
            Theme::CONTROL => return self.theme.name() == value,
            Pair::CONTROL => return self.pair.name() == value,
            _ => {}
        }
        if let Some(shows) = self.sharing.shows(name, value).or_else(|| self.shows_slides(content, name, value)) {
            return shows;
        }
        named(content, name, value).is_some_and(|(set, question, pick)| self.is_picked(content, set, question, pick))
    }

    /// A question is as if it had not been asked.
    pub(super) fn unmarked(&mut self, content: &Content, question: QuestionId) {
        let before = self.preview();
        self.draft = self.draft.filter(|draft| draft.question != question);
        self.answers_mut().remove(question);
        self.moved(content, &before);
    }

    /// The device says what day it is: content of more than a year ago is told to be old.
    pub fn dated(&mut self, content: &Content, today: Date) {
        self.sharing.today = today;
        if content.date.is_over_a_year_before(today) {
            self.told(Notice::ContentOutdated(content.date));
        }
    }

    /// A box was ticked or unticked.
    pub(super) fn ticked(&mut self, content: &Content, question: &Question, number: u8, on: bool) {
        let draft = self.boxes(question.code);
        self.draft_became(content, Draft { ticks: draft.ticks.with(number, on), none: false, ..draft });
    }

    /// "None of these" was ticked or unticked.
    pub(super) fn ticked_none(&mut self, content: &Content, question: QuestionId, on: bool) {
        self.draft_became(content, Draft { question, ticks: Ticks::default(), none: on });
    }

    /// "I don't know about the others" was ticked or unticked.
    pub(super) fn ticked_rest(&mut self, content: &Content, question: QuestionId, on: bool) {
        let draft = self.boxes(question);
        let ticks = Ticks { rest_open: on, ..draft.ticks };
        self.draft_became(content, Draft { ticks, none: false, ..draft });
    }

    /// Whether people are told where their answers lead as they give them. In a room they are not: they would answer for it,
    /// and what a room compares is what each of them knows and thinks.
    const fn is_told(&self) -> bool {
        !matches!(self.view, View::Join(..))
    }

    pub(super) fn draft_became(&mut self, content: &Content, draft: Draft) {
        if self.draft.is_some_and(|other| other.question != draft.question) {
            self.keep_draft();
        }
        self.lacks_answer = false;
        let range = |state: &Self| {
            let topic = state.topic(content)?;
            Some([state.answers(), &state.preview()].map(|answers| engine::judge(topic, answers).range))
        };
        let shown = range(self);
        self.draft = Some(draft);
        if !self.is_told() {
            return;
        }
        if let (Some([before, shown]), Some([_, after])) = (shown, range(self)) {
            self.change = Some(Change { before, after, shown });
            self.is_just_answered = true;
        }
    }

    pub(super) fn answered(&mut self, content: &Content, question: QuestionId, answer: Answer) {
        // What the dial shows already: boxes being ticked move it before "Continue".
        let draft = self.draft.take_if(|draft| draft.question == question);
        let shown = self.change.filter(|_| draft.is_some()).map(|change| change.after);
        let before = self.preview();
        self.answers_mut().set(question, answer);
        self.lacks_answer = false;
        self.moved(content, &before);
        if let (Some(change), Some(shown)) = (&mut self.change, shown) {
            change.shown = shown;
        }
    }

    /// Answers changed: says what that did to the topic on screen, and tells of the others that moved. Boxes still being
    /// ticked count on both sides, as they do on the dial.
    pub(super) fn moved(&mut self, content: &Content, before: &Answers) {
        let stays = |notice: &Notice| {
            matches!(notice, Notice::StorageRefused | Notice::ContentOutdated(_)) || is_of_answers(notice)
        };
        self.notices.retain(stays);
        self.undo = None;
        let on_screen = self.view.topic();
        let after = self.preview();
        self.change = None;
        self.is_just_answered = true;
        if !self.is_told() {
            return;
        }
        for (position, topic) in content.topics.iter().enumerate() {
            let is_moved = |input: &Input| before.get(input.question) != after.get(input.question);
            if !topic.inputs.iter().any(is_moved) {
                continue;
            }
            let range = |answers| engine::judge(topic, answers).range;
            let (before_range, after_range) = (range(before), range(&after));
            if on_screen == Some(position) {
                self.change = Some(Change { before: before_range, after: after_range, shown: before_range });
            } else if before_range != after_range
                && self.embed.is_none()
                && engine::is_started(content, position, before)
            {
                self.told(Notice::OtherTopicChanged(position, before_range, after_range));
            }
        }
    }

    /// "Continue" was pressed under the question on screen. Says where to go, or nothing when an answer is lacking.
    pub fn continued(&mut self, content: &Content) -> Option<View> {
        let (View::Question(position, _) | View::Join(position, _)) = self.view else {
            return None;
        };
        let question = self.question(content)?;
        let topic = content.topics.get(position)?;
        self.submit_boxes(content, question);
        if self.answers().get(question).is_none() {
            self.lacks_answer = true;
            return None;
        }
        if let View::Join(..) = self.view {
            return Some(room::after(position, topic, question));
        }
        if engine::judge(topic, self.answers()).settled() {
            return Some(View::Verdict(position));
        }
        let next = engine::next(topic, self.answers());
        Some(next.map_or(View::Verdict(position), |next| View::Question(position, Some(next))))
    }

    /// The verdict was asked for under all the questions of a topic. Says where to go.
    pub fn asked_for_verdict(&mut self, content: &Content) -> Option<View> {
        let View::All(position) = self.view else {
            return None;
        };
        let problem = content.topics.get(position)?.inputs.iter().find(|input| input.many);
        if let Some(problem) = problem {
            self.submit_boxes(content, problem.question);
        }
        Some(View::Verdict(position))
    }

    /// Boxes being ticked become an answer: the others are no, or open.
    fn submit_boxes(&mut self, content: &Content, question: QuestionId) {
        let Some(draft) = self.draft.filter(|draft| draft.question == question) else {
            return;
        };
        if draft.none || draft.ticks != Ticks::default() {
            self.answered(content, question, Answer::Ticks(draft.ticks));
        } else {
            // Everything was unticked again: that is no answer, not "none of these".
            self.unmarked(content, question);
        }
    }

    /// The question before this one, in the order of asking.
    #[must_use]
    pub fn before(&self, topic: &Topic, question: QuestionId) -> Option<QuestionId> {
        let path = engine::path(topic, self.answers());
        match path.iter().position(|asked| *asked == question) {
            Some(place) => place.checked_sub(1).and_then(|place| path.get(place)).copied(),
            None => path.last().copied(),
        }
    }

    /// The place of a question in the order of asking, from 1, and how many more there may be after it.
    #[must_use]
    pub fn progress(&self, topic: &Topic, question: QuestionId) -> (usize, usize) {
        let path = engine::path(topic, self.answers());
        let n = path.iter().position(|asked| *asked == question).unwrap_or(path.len()) + 1;
        let left = engine::open(topic, self.answers())
            .into_iter()
            .filter(|open| *open != question && self.answers().get(*open).is_none())
            .count();
        (n, left)
    }

    /// The page was used before the app started: what was picked or ticked there is kept.
    pub fn took_over(&mut self, content: &Content, before: &[(String, String)]) {
        for (name, value) in before {
            self.changed(content, name, value, true);
        }
    }

    /// The person wants the answers on screen as their own: asked first, when that replaces answers.
    pub fn asked_to_keep_guest(&mut self) {
        let replaces = self.guest.as_ref().is_some_and(|guest| !self.own.is_empty() && self.own != guest.answers);
        if replaces {
            self.confirming = Some(Confirmation::ReplaceOwn);
        } else {
            self.kept_guest();
        }
    }

    /// The person takes the answers on screen as their own. Their own before that come back with [`Self::undone`].
    pub fn kept_guest(&mut self) {
        let undo = Undo::of(self);
        let is_replaced = !self.own.is_empty();
        if let Some(guest) = self.guest.take() {
            self.own = guest.answers;
        }
        self.confirming = None;
        self.left_example();
        if is_replaced {
            self.undo = Some(undo);
            self.told(Notice::OwnReplaced);
        }
    }

    /// The person goes back to their own answers.
    pub fn left_guest(&mut self) {
        self.guest = None;
        self.left_example();
    }

    /// Other answers are on screen: what was told or tried of the ones before is not theirs.
    pub(super) fn changed_hands(&mut self) {
        self.change = None;
        self.what_if = None;
        self.notices.retain(|notice| !matches!(notice, Notice::Link(_)));
    }

    /// The page of an example shows that example's answers: without them, home is the place to be.
    fn left_example(&mut self) {
        self.changed_hands();
        self.draft = None;
        if let View::Example(_) = self.view {
            self.view = View::Home;
        }
    }

    /// Another document changed the person's own answers. Boxes being ticked here stay as they are.
    pub fn own_changed_elsewhere(&mut self, own: &Answers) {
        let mut own = own.clone();
        if let (Some(draft), None) = (self.draft, &self.guest) {
            match self.own.get(draft.question) {
                Some(answer) => own.set(draft.question, answer),
                None => {
                    own.remove(draft.question);
                }
            }
        }
        if self.own != own {
            self.own = own;
            self.change = None;
        }
    }

    /// The person asked to forget everything: asked first.
    pub fn asked_to_forget(&mut self) {
        self.confirming = Some(Confirmation::Forget);
    }

    /// The person does not want what they were asked to confirm.
    pub fn cancelled(&mut self) {
        self.confirming = None;
    }

    /// The person confirmed what they were asked.
    pub fn confirmed(&mut self) {
        match self.confirming.take() {
            Some(Confirmation::Forget) => self.forgot(),
            Some(Confirmation::ReplaceOwn) => self.kept_guest(),
            None => {}
        }
    }

    /// Everything is forgotten. It comes back with [`Self::undone`].
    pub fn forgot(&mut self) {
        let undo = Undo::of(self);
        self.own = Answers::new();
        self.guest = None;
        self.other = None;
        self.pair = Pair::default();
        self.room.forgot();
        self.draft = None;
        self.changed_hands();
        self.confirming = None;
        self.view = View::Home;
        self.notices.clear();
        self.undo = Some(undo);
        self.told(Notice::Forgotten);
    }

    /// The last replacement or erasure is undone: its answers come back, and its message goes.
    pub fn undone(&mut self) {
        let Some(undo) = self.undo.take() else {
            return;
        };
        self.own = undo.own;
        self.guest = undo.guest;
        self.other = undo.other;
        self.pair = undo.pair;
        self.room = undo.room;
        self.draft = None;
        self.changed_hands();
        self.notices.retain(|notice| !notice.can_be_undone());
    }
}

/// What a person is asked to confirm, since it erases answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmation {
    /// Forgetting everything.
    Forget,
    /// Replacing the person's own answers by those on screen.
    ReplaceOwn,
}

/// What a replacement or an erasure took away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undo {
    own: Answers,
    guest: Option<Guest>,
    other: Option<Answers>,
    pair: Pair,
    room: Room,
}

impl Undo {
    fn of(state: &AppState) -> Self {
        Self {
            own: state.own.clone(),
            guest: state.guest.clone(),
            other: state.other.clone(),
            pair: state.pair,
            room: state.room.clone(),
        }
    }
}

/// Whether a notice tells which answers to read again: it stays while they are read.
const fn is_of_answers(notice: &Notice) -> bool {
    matches!(notice, Notice::Stored(_) | Notice::File(_) | Notice::Link(LinkNotice::Changed(_)))
}

/// The boxes of a question as some answers have them.
pub(super) fn boxes(answers: &Answers, question: QuestionId) -> Draft {
    let (ticks, none) = match answers.get(question) {
        Some(Answer::Ticks(ticks)) => (ticks, ticks == Ticks::default()),
        Some(Answer::Unknown) => (Ticks { ticked: 0, rest_open: true }, false),
        _ => (Ticks::default(), false),
    };
    Draft { question, ticks, none }
}

/// Changes an answer at once: there is no "Continue" to wait for.
pub(super) fn answered_at_once(answers: &mut Answers, question: &Question, pick: Pick, on: bool) {
    let code = question.code;
    let ticks = boxes(answers, code).ticks;
    let answer = match (question.many, pick) {
        (_, Pick::Nothing) => None,
        (false, Pick::Choice(choice)) => Some(Answer::Choice(choice)),
        (false, _) => Some(Answer::Unknown),
        (true, _) => {
            let ticks = match pick {
                Pick::Choice(choice) => ticks.with(choice.0, on),
                Pick::Unknown => Ticks { rest_open: on, ..ticks },
                Pick::NoneOfThese | Pick::Nothing => Ticks::default(),
            };
            // A problem unticked again is no answer, as on its own page; of the guide, none is an answer too.
            let is_no_answer = !on && ticks == Ticks::default() && question.topic.is_some();
            (!is_no_answer).then_some(Answer::Ticks(ticks))
        }
    };
    match answer {
        Some(answer) => answers.set(code, answer),
        None => {
            answers.remove(code);
        }
    }
}

/// The control of a question, by its name and value.
fn named<'c>(content: &'c Content, name: &str, value: &str) -> Option<(AnswerSet, &'c Question, Pick)> {
    let sets = [AnswerSet::WhatIf, AnswerSet::Other];
    let found = sets.into_iter().find_map(|set| Some((set, name.strip_prefix(set.prefix())?)));
    let (set, id) = found.unwrap_or((AnswerSet::OnScreen, name));
    let question = content.question_named(id)?;
    Some((set, question, Pick::from_value(question, value)?))
}

fn first(topic: &Topic) -> Option<QuestionId> {
    topic.inputs.first().map(|input| input.question)
}

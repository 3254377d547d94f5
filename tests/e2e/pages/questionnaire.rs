//! The questions of a topic and its verdict, in either language.

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;
use thirtyfour::WebElement;

use super::find::{click, label_of, named};
use super::page::Page;
use crate::harness::session::Session;

/// More steps than any topic has questions.
const N_STEPS: usize = 30;

/// The words that a journey clicks on.
pub struct Words {
    /// The heading above the technologies, on the home page.
    pub topics: &'static str,
    /// The button at the foot of every page.
    pub forget: &'static str,
    /// The button under a question.
    pub go_on: &'static str,
    /// The link under a question.
    pub back: &'static str,
    /// The exclusive box of "which problem".
    pub none_of_these: &'static str,
    /// How the heading of an unsettled verdict starts.
    pub still_open: &'static str,
    /// The heading above the answers of a verdict.
    pub your_answers: &'static str,
}

/// The French words.
pub const FR: Words = Words {
    topics: "J’ai une technologie en tête",
    forget: "Tout oublier",
    go_on: "Continuer",
    back: "Retour",
    none_of_these: "Aucun de ceux-là",
    still_open: "Encore ouvert",
    your_answers: "Vos réponses",
};
/// The English words.
pub const EN: Words = Words {
    topics: "I have a technology in mind",
    forget: "Forget everything",
    go_on: "Continue",
    back: "Back",
    none_of_these: "None of these",
    still_open: "Still open",
    your_answers: "Your answers",
};

/// The questions of a topic, one after the other.
pub struct Questionnaire<'a> {
    session: &'a Session,
    page: Page<'a>,
    words: &'static Words,
}

impl<'a> Questionnaire<'a> {
    /// The questionnaire of a page, in a language.
    pub fn of(session: &'a Session, words: &'static Words) -> Self {
        Self { session, page: Page::of(session), words }
    }

    /// Whether a verdict is on screen.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn is_at_verdict(&self) -> Result<bool> {
        Ok(self.session.fragment().await?.contains("/verdict/"))
    }

    /// Goes on to the next view and waits for it.
    ///
    /// # Errors
    /// When the view stays.
    pub async fn go_on(&self) -> Result<()> {
        let before = self.session.fragment().await?;
        self.page.press_button(self.words.go_on).await?;
        let moved = async || Ok(self.session.fragment().await? != before);
        self.session.until("the next view", moved).await?;
        self.page.drawn().await
    }

    /// Gives the nth answer offered, from 0, to the question on screen, and goes on.
    ///
    /// # Errors
    /// When nothing can be ticked or the view stays.
    pub async fn answer_nth(&self, idx: usize) -> Result<()> {
        self.click_nth(idx).await?;
        self.go_on().await
    }

    /// Clicks on the nth answer offered, from 0.
    ///
    /// # Errors
    /// When nothing can be ticked.
    pub async fn click_nth(&self, idx: usize) -> Result<()> {
        // A click on the label, as a finger does.
        let script = "const inputs = [...document.querySelectorAll('main input')];\
                      const input = inputs[Math.min(arguments[0], inputs.length - 1)];\
                      return input ? (input.labels[0] || input) : null";
        let clicked = async || match self.session.element(script, vec![json!(idx)]).await? {
            Some(label) => click(&label).await.map(Some),
            None => Ok(None),
        };
        self.session.until_some("a click on an answer", clicked).await
    }

    /// Whether a choice of the question on screen is picked.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn is_answered(&self) -> Result<bool> {
        Ok(!self.session.all_css("main input:checked").await?.is_empty())
    }

    /// The question on screen, by its permanent name: `service-mesh.today`.
    ///
    /// # Errors
    /// When there is none.
    pub async fn asked(&self) -> Result<String> {
        let name = self.session.script("return document.querySelector('main input')?.name").await?;
        name.as_str().map(str::to_owned).context("there is no question on screen")
    }

    /// Whether a choice is picked or ticked, both by their permanent names.
    ///
    /// # Errors
    /// When it is not on screen.
    pub async fn has(&self, question: &str, choice: &str) -> Result<bool> {
        Ok(self.session.css(&control(question, choice)).await?.is_selected().await?)
    }

    /// Picks or ticks a choice of a question on screen, both by their permanent names, through its label.
    ///
    /// # Errors
    /// When it is not on screen.
    pub async fn give(&self, question: &str, choice: &str) -> Result<()> {
        let selector = control(question, choice);
        let clicked = async || {
            let control = self.session.css(&selector).await?;
            click(&label_of(self.session, &control).await?).await.map(Some)
        };
        self.session.until_some(&format!("a click on {choice} of {question}"), clicked).await?;
        let given = async || self.has(question, choice).await;
        self.session.until(&format!("{question} is {choice}"), given).await
    }

    /// Answers what is asked as a situation says until the verdict; gives what was asked. What the situation does not say
    /// gets the first answer offered.
    ///
    /// # Errors
    /// When the verdict does not come.
    pub async fn answer_as(&self, situation: &[(&str, &str)]) -> Result<Vec<String>> {
        let mut asked = Vec::new();
        while !self.is_at_verdict().await? {
            ensure!(asked.len() < N_STEPS, "{N_STEPS} answers and no verdict: {asked:?}");
            let question = self.asked().await?;
            match situation.iter().find(|(name, _)| *name == question) {
                Some((_, choice)) => {
                    self.give(&question, choice).await?;
                    self.go_on().await?;
                }
                None => self.answer_nth(0).await?,
            }
            asked.push(question);
        }
        Ok(asked)
    }

    /// Gives the first answer to every question until the verdict; says how many it took.
    ///
    /// # Errors
    /// When the verdict does not come.
    pub async fn answer_until_verdict(&self) -> Result<usize> {
        for n_answered in 0..N_STEPS {
            if self.is_at_verdict().await? {
                return Ok(n_answered);
            }
            self.answer_nth(0).await?;
        }
        bail!("{N_STEPS} answers and no verdict")
    }

    /// The answers that a verdict lists.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn listed(&self) -> Result<Vec<WebElement>> {
        named("listitem", "").under(self.words.your_answers).all(self.session).await
    }

    /// Checks that the view shows a settled verdict, and gives its heading.
    ///
    /// # Errors
    /// When it does not.
    pub async fn settled_verdict(&self) -> Result<String> {
        ensure!(self.is_at_verdict().await?, "not at a verdict, but at {}", self.session.fragment().await?);
        let heading = self.page.heading().await?;
        ensure!(!heading.starts_with(self.words.still_open), "the verdict is open: {heading}");
        Ok(heading)
    }
}

/// The control of a choice, by its permanent names: its label may be that of another one too.
fn control(question: &str, choice: &str) -> String {
    format!("main input[name=\"{question}\"][value=\"{choice}\"]")
}

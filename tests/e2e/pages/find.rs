//! Finding things as a reader names them: a role, an accessible name, and where it is needed the part of the page around.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::harness::session::Session;

/// More than any page has of anything.
const N_MOST: usize = 10_000;

/// What is looked for. A role that `find.js` does not know is a CSS selector.
#[derive(Clone, Copy, Debug)]
pub struct What<'a> {
    role: &'a str,
    name: &'a str,
    exact: bool,
    inside: Option<(&'a str, &'a str)>,
    under: Option<&'a str>,
}

/// What has a role, and a name that contains a text.
pub fn named<'a>(role: &'a str, name: &'a str) -> What<'a> {
    What { role, name, exact: false, inside: None, under: None }
}

/// What has a role, and a text as its whole name.
pub fn exactly<'a>(role: &'a str, name: &'a str) -> What<'a> {
    What { exact: true, ..named(role, name) }
}

impl<'a> What<'a> {
    /// Only inside the element of that role whose name contains a text.
    pub fn inside(self, role: &'a str, name: &'a str) -> Self {
        Self { inside: Some((role, name)), ..self }
    }

    /// Only in the section below that heading, up to the next heading of its level.
    pub fn under(self, heading: &'a str) -> Self {
        Self { under: Some(heading), ..self }
    }

    /// All that shows now, in the order of the page.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn all(self, session: &Session) -> Result<Vec<WebElement>> {
        self.look(session, N_MOST).await
    }

    /// The first that shows now.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn now(self, session: &Session) -> Result<Option<WebElement>> {
        Ok(self.look(session, 1).await?.into_iter().next())
    }

    async fn look(self, session: &Session, n_most: usize) -> Result<Vec<WebElement>> {
        let Self { role, name, exact, inside, under } = self;
        let arguments =
            json!({ "role": role, "name": name, "exact": exact, "inside": inside, "under": under, "most": n_most });
        session.elements(include_str!("find.js"), vec![arguments]).await
    }

    /// Waits for the first that shows.
    ///
    /// # Errors
    /// When none appears in time.
    pub async fn first(self, session: &Session) -> Result<WebElement> {
        session.until_some(&format!("{self}"), async || self.now(session).await).await
    }

    /// Clicks on the first that shows. The page may replace it between the look and the click, so both are tried again together until one click succeeds.
    ///
    /// # Errors
    /// When none can be clicked in time.
    pub async fn click(self, session: &Session) -> Result<()> {
        let clicked = async || {
            let Some(element) = self.now(session).await? else { return Ok(None) };
            click(&element).await.map(Some)
        };
        session.until_some(&format!("a click on {self}"), clicked).await
    }
}

impl std::fmt::Display for What<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a {} named {:?}", self.role, self.name)?;
        if let Some((role, name)) = self.inside {
            write!(f, " inside the {role} {name:?}")?;
        }
        match self.under {
            Some(heading) => write!(f, " under {heading:?}"),
            None => Ok(()),
        }
    }
}

/// Scrolls to an element and clicks on it.
///
/// # Errors
/// When the page replaced it, or something covers it.
pub async fn click(element: &WebElement) -> Result<()> {
    element.scroll_into_view().await?;
    Ok(element.click().await?)
}

/// The text below a heading, up to the next heading of its level; none without that heading.
///
/// # Errors
/// When the driver refuses.
pub async fn text_under(session: &Session, heading: &str) -> Result<Option<String>> {
    let text = session.script_with(include_str!("find.js"), vec![json!({ "text": true, "under": heading })]).await?;
    Ok(text.as_str().map(str::to_owned))
}

/// The label of a control: a click on it is a click on the control, which the label may draw.
///
/// # Errors
/// When the control was removed.
pub async fn label_of(session: &Session, control: &WebElement) -> Result<WebElement> {
    let script = "return arguments[0].labels?.[0] || arguments[0]";
    let arguments: Vec<Value> = vec![control.to_json()?];
    session.element(script, arguments).await?.context("the control was removed")
}

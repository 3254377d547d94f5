//! The page as a reader meets it.

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::harness::session::Session;

/// What a reader can do on any view.
pub struct Page<'a> {
    session: &'a Session,
}

impl<'a> Page<'a> {
    /// The page of a session.
    pub fn of(session: &'a Session) -> Self {
        Self { session }
    }

    /// Goes to an address and waits until its view is drawn.
    ///
    /// # Errors
    /// When it is not.
    pub async fn go(&self, fragment: &str) -> Result<()> {
        self.session.follow(fragment).await?;
        self.drawn().await
    }

    /// Waits until the view of the address is drawn, by the app: the address changes a little before the page does.
    ///
    /// # Errors
    /// When it is not.
    pub async fn drawn(&self) -> Result<()> {
        // The language switch leads to the same place.
        let script = "const place = (hash) => hash.replace(/^#\\/(fr|en)/, '');\
                      const other = document.querySelector('#app header a[hreflang]');\
                      return !!other && place(other.hash) === place(location.hash)";
        let drawn = async || Ok(self.session.script(script).await? == true);
        self.session.until("the view of the address is drawn", drawn).await
    }

    /// Waits for the visible element of a role whose name contains a text.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        self.wait_for(role, name, false).await
    }

    /// Waits for the visible element of a role whose name is a text.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn find_exactly(&self, role: &str, name: &str) -> Result<WebElement> {
        self.wait_for(role, name, true).await
    }

    /// Whether a visible element of a role has a name that contains a text, now.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn shows(&self, role: &str, name: &str) -> Result<bool> {
        Ok(self.look(role, name, false).await?.is_some())
    }

    /// Clicks the button whose name contains a text.
    ///
    /// # Errors
    /// When there is none.
    pub async fn press_button(&self, name: &str) -> Result<()> {
        self.click("button", name).await
    }

    /// Follows the link whose name contains a text.
    ///
    /// # Errors
    /// When there is none.
    pub async fn follow_link(&self, name: &str) -> Result<()> {
        self.click("link", name).await
    }

    /// Chooses the radio button whose label contains a text.
    ///
    /// # Errors
    /// When there is none, or it stays unchosen.
    pub async fn choose(&self, label: &str) -> Result<()> {
        self.tick("radio", label).await
    }

    /// Ticks the box whose label contains a text.
    ///
    /// # Errors
    /// When there is none, or it stays unticked.
    pub async fn check(&self, label: &str) -> Result<()> {
        self.tick("checkbox", label).await
    }

    /// Picks an option of the list whose label is a text.
    ///
    /// # Errors
    /// When there is none.
    pub async fn pick_option(&self, list: &str, option: &str) -> Result<()> {
        let list = self.find("select", list).await?;
        let script = "return [...arguments[0].options].find((option) => option.textContent === arguments[1])";
        let Some(found) = self.session.element(script, vec![list.to_json()?, json!(option)]).await? else {
            bail!("the list has no option {option:?}");
        };
        Ok(found.click().await?)
    }

    /// Picks an option of a list, both by their permanent names.
    ///
    /// # Errors
    /// When there is none, or it stays unpicked.
    pub async fn pick(&self, list: &str, option: &str) -> Result<()> {
        let found = format!("#main select[name=\"{list}\"]");
        // The focus comes first, as with a reader: WebKit tells of no change that leads to where it last saw the list.
        self.session.script(&format!("document.querySelector('{found}')?.focus()")).await?;
        self.session.css(&format!("{found} option[value=\"{option}\"]")).await?.click().await?;
        let picked = async || Ok(self.picked(list).await? == option);
        self.session.until(&format!("{list} is {option}"), picked).await
    }

    /// What is picked of a list, both by their permanent names.
    ///
    /// # Errors
    /// When there is no such list.
    pub async fn picked(&self, list: &str) -> Result<String> {
        let list = self.session.css(&format!("#main select[name=\"{list}\"]")).await?;
        Ok(list.prop("value").await?.unwrap_or_default())
    }

    /// The text of the main heading that shows: the plain page has one for each language.
    ///
    /// # Errors
    /// When there is none.
    pub async fn heading(&self) -> Result<String> {
        Ok(plain(&self.find("h1", "").await?.text().await?))
    }

    /// Waits until the main heading contains a text.
    ///
    /// # Errors
    /// When it never does.
    pub async fn heading_becomes(&self, text: &str) -> Result<()> {
        let shown = async || Ok(self.shows("h1", text).await?);
        self.session.until(&format!("the heading says {text:?}"), shown).await
    }

    /// Waits until a part of what is only read is the address, and its heading is in view.
    ///
    /// # Errors
    /// When it never is.
    pub async fn at_part(&self, id: &str, heading: &str) -> Result<()> {
        let script = format!(
            "const heading = document.getElementById('{id}')?.querySelector('h2');\
             if (!heading) return null; const {{ top, bottom }} = heading.getBoundingClientRect();\
             return top >= 0 && bottom <= innerHeight ? heading.textContent : ''"
        );
        let there = async || {
            let is_address = self.session.fragment().await? == format!("#{id}");
            Ok(is_address && self.session.script(&script).await?.as_str() == Some(heading))
        };
        self.session.until(&format!("the heading of {id} in view"), there).await
    }

    /// On the site, goes to a page that is only read from the footer of another, then home, where the answers still are.
    ///
    /// # Errors
    /// When a step leads elsewhere, or the answers changed.
    pub async fn reached_from_another(&self, link: &str, file: &str, own: &str) -> Result<()> {
        self.session.follow_plainly("a-propos.html").await?;
        self.session.landed("a-propos.html").await?;
        self.find_exactly("link", link).await?.click().await?;
        self.session.landed(file).await?;
        self.find_exactly("link", "Boussole").await?.click().await?;
        self.session.landed("index.html").await?;
        self.find("link", "Reprendre").await?;
        ensure!(self.session.kept("answers").await?.as_deref() == Some(own), "reading changed the answers");
        Ok(())
    }

    /// Nothing of what was printed before stays on paper: the overview takes one sheet.
    ///
    /// # Errors
    /// When it takes more.
    pub async fn prints_the_overview_alone(&self, after: &str) -> Result<()> {
        self.session.follow("#/fr/board").await?;
        self.heading_becomes("Six technologies").await?;
        let n_pages = self.session.print().await?;
        ensure!(n_pages == 1, "the overview takes {n_pages} sheets after {after}");
        Ok(())
    }

    /// What a reader sees of the page, as text.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn text(&self) -> Result<String> {
        Ok(plain(&self.session.css("body").await?.text().await?))
    }

    /// Waits until the page's text contains a text.
    ///
    /// # Errors
    /// When it never does.
    pub async fn says(&self, text: &str) -> Result<()> {
        let said = async || Ok(self.text().await?.contains(text));
        self.session.until(&format!("the page says {text:?}"), said).await
    }

    /// Waits until an element, by its selector, says a text; with no text, until it says nothing.
    ///
    /// # Errors
    /// When it never does.
    pub async fn until_told(&self, selector: &str, text: &str) -> Result<()> {
        let told = async || {
            let told =
                plain(self.session.css(selector).await?.prop("textContent").await?.as_deref().unwrap_or_default());
            Ok(if text.is_empty() { told.is_empty() } else { told.contains(text) })
        };
        self.session.until(&format!("{selector} says {text:?}"), told).await
    }

    /// What the dial beside a question says, in words and in its label.
    ///
    /// # Errors
    /// When there is none.
    pub async fn dial(&self) -> Result<String> {
        let card = self.session.css("#main .dial-card").await?;
        let label = self.session.css("#main .dial-card [role=img]").await?.attr("aria-label").await?;
        Ok(plain(&format!("{} {}", card.text().await?, label.unwrap_or_default())))
    }

    /// What was last announced to those who do not see the page.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn announced(&self) -> Result<String> {
        let told = self.session.script("return document.querySelector('[role=status]').textContent").await?;
        Ok(plain(told.as_str().unwrap_or_default()))
    }

    /// The tag and name of the element that has the focus: `H1 Maillage de services`.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn focused(&self) -> Result<String> {
        let told = self
            .session
            .script(
                "const e = document.activeElement; const label = e.labels?.[0]?.textContent;\
                 return e.tagName + ' ' + (e.getAttribute('aria-label') || label || e.textContent).replace(/\\s+/g, ' ').trim()",
            )
            .await?;
        Ok(told.as_str().unwrap_or_default().to_owned())
    }

    /// The language that the page declares.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn lang(&self) -> Result<String> {
        let lang = self.session.script("return document.documentElement.lang").await?;
        Ok(lang.as_str().unwrap_or_default().to_owned())
    }

    async fn click(&self, role: &str, name: &str) -> Result<()> {
        let element = self.find(role, name).await?;
        element.scroll_into_view().await?;
        Ok(element.click().await?)
    }

    /// Through the label, as a finger does: the control itself may be drawn by it.
    async fn tick(&self, role: &str, label: &str) -> Result<()> {
        let control = self.find(role, label).await?;
        let ticked = async || Ok(control.is_selected().await?);
        let clicked =
            self.session.element("return arguments[0].labels?.[0] || arguments[0]", vec![control.to_json()?]).await?;
        let Some(clicked) = clicked else { bail!("the {role} {label:?} went away") };
        clicked.scroll_into_view().await?;
        clicked.click().await?;
        // Some answers lead straight to the next view, and their control goes away with the old one.
        match ticked().await {
            Ok(true) | Err(_) => Ok(()),
            Ok(false) => self.session.until(&format!("the {role} {label:?} is ticked"), ticked).await,
        }
    }

    async fn wait_for(&self, role: &str, name: &str, exact: bool) -> Result<WebElement> {
        let there = async || Ok(self.look(role, name, exact).await?.is_some());
        self.session.until(&format!("a {role} named {name:?}"), there).await?;
        match self.look(role, name, exact).await? {
            Some(element) => Ok(element),
            None => bail!("the {role} named {name:?} came and went"),
        }
    }

    async fn look(&self, role: &str, name: &str, exact: bool) -> Result<Option<WebElement>> {
        let arguments: Vec<Value> = vec![json!(role), json!(name), json!(exact)];
        self.session.element(include_str!("find.js"), arguments).await
    }
}

/// A text with plain spaces, whatever the spaces that hold French punctuation.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

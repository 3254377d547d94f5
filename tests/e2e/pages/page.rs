//! The page as a reader meets it.

use anyhow::{Result, bail, ensure};
use serde_json::json;
use thirtyfour::WebElement;

use super::find::{click, exactly, label_of, named, text_under};
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

    /// Waits until the view of the address is drawn: the address changes a little before the page does.
    ///
    /// # Errors
    /// When it is not.
    pub async fn drawn(&self) -> Result<()> {
        // The link to the other language goes to the same place.
        let script = "const place = (hash) => hash.replace(/^#\\/(fr|en)/, '');\
                      const shows = (element) => element.getClientRects().length > 0;\
                      const other = [...document.querySelectorAll('header a[hreflang]')].find(shows);\
                      return !!other && place(other.hash) === place(location.hash)";
        let drawn = async || Ok(self.session.script(script).await? == true);
        self.session.until("the view of the address is drawn", drawn).await
    }

    /// Waits for the visible element of a role whose name contains a text.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        named(role, name).first(self.session).await
    }

    /// Waits for the visible element of a role whose name is a text.
    ///
    /// # Errors
    /// When it does not appear.
    pub async fn find_exactly(&self, role: &str, name: &str) -> Result<WebElement> {
        exactly(role, name).first(self.session).await
    }

    /// Whether a visible element of a role has a name that contains a text, now.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn shows(&self, role: &str, name: &str) -> Result<bool> {
        Ok(named(role, name).now(self.session).await?.is_some())
    }

    /// How many visible elements have a role, now.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn n(&self, role: &str) -> Result<usize> {
        Ok(named(role, "").all(self.session).await?.len())
    }

    /// Clicks the button whose name contains a text.
    ///
    /// # Errors
    /// When there is none.
    pub async fn press_button(&self, name: &str) -> Result<()> {
        named("button", name).click(self.session).await
    }

    /// Presses the button of the open dialog whose text contains `name`. The page behind it may have another of the same name.
    ///
    /// # Errors
    /// When there is none.
    pub async fn confirm(&self, name: &str) -> Result<()> {
        self.find("alertdialog", "").await?;
        for button in self.session.all_css("dialog[open] button").await? {
            if plain(&button.text().await?).contains(&plain(name)) {
                return Ok(button.click().await?);
            }
        }
        anyhow::bail!("the dialog has no button {name}")
    }

    /// Follows the link whose name contains a text.
    ///
    /// # Errors
    /// When there is none.
    pub async fn follow_link(&self, name: &str) -> Result<()> {
        named("link", name).click(self.session).await
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
        let found = format!("main select[name=\"{list}\"]");
        // The focus comes first, as with a reader: WebKit fires no event for a change back to the option that it last saw.
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
        let list = self.session.css(&format!("main select[name=\"{list}\"]")).await?;
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

    /// Waits until a section of a static page is the address, and its heading is in view.
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

    /// On the site, goes to a static page from the footer of another, then home, where the answers still are.
    ///
    /// # Errors
    /// When a link goes elsewhere, or the answers changed.
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

    /// Checks that nothing of what was printed before stays on paper: the overview takes one sheet.
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

    /// Waits until the element of a role contains a text.
    ///
    /// # Errors
    /// When it never does.
    pub async fn part_says(&self, role: &str, text: &str) -> Result<()> {
        let says = async || {
            let Some(part) = named(role, "").now(self.session).await? else { return Ok(false) };
            Ok(plain(&part.prop("textContent").await?.unwrap_or_default()).contains(text))
        };
        self.session.until(&format!("the {role} says {text:?}"), says).await
    }

    /// Waits until the section below a heading contains all of some texts.
    ///
    /// # Errors
    /// When it never does.
    pub async fn section_says(&self, heading: &str, texts: &[&str]) -> Result<()> {
        let says = async || {
            let section = plain(&text_under(self.session, heading).await?.unwrap_or_default());
            Ok(texts.iter().all(|text| section.contains(text)))
        };
        self.session.until(&format!("{heading:?} says {texts:?}"), says).await
    }

    /// The text beside a question and the name of the dial there.
    ///
    /// # Errors
    /// When there is no dial beside it.
    pub async fn dial(&self) -> Result<String> {
        let side = self.find("complementary", "").await?.text().await?;
        let dial = named("img", "").inside("complementary", "").first(self.session).await?;
        Ok(plain(&format!("{side} {}", dial.attr("aria-label").await?.unwrap_or_default())))
    }

    /// What was last announced to those who do not see the page.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn announced(&self) -> Result<String> {
        let text = self.session.script("return document.querySelector('[role=status]').textContent").await?;
        Ok(plain(text.as_str().unwrap_or_default()))
    }

    /// The tag and name of the element that has the focus: `H1 Maillage de services`.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn focused(&self) -> Result<String> {
        let focused = self
            .session
            .script(
                "const e = document.activeElement; const label = e.labels?.[0]?.textContent;\
                 return e.tagName + ' ' + (e.getAttribute('aria-label') || label || e.textContent).replace(/\\s+/g, ' ').trim()",
            )
            .await?;
        Ok(focused.as_str().unwrap_or_default().to_owned())
    }

    /// The language that the page declares.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn lang(&self) -> Result<String> {
        let lang = self.session.script("return document.documentElement.lang").await?;
        Ok(lang.as_str().unwrap_or_default().to_owned())
    }

    /// Through the label, as a finger does.
    async fn tick(&self, role: &str, label: &str) -> Result<()> {
        let control = self.find(role, label).await?;
        let ticked = async || Ok(control.is_selected().await?);
        click(&label_of(self.session, &control).await?).await?;
        // Some answers go straight to the next view, which no longer has the control.
        match ticked().await {
            Ok(true) | Err(_) => Ok(()),
            Ok(false) => self.session.until(&format!("the {role} {label:?} is ticked"), ticked).await,
        }
    }
}

/// A text with plain spaces, whatever the spaces that hold French punctuation.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

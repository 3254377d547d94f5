//! The decks of `examples/`, built by their own tools: keys of the deck and of a frame, kept answers, two frames on one slide,
//! the speaker's view, and print.

use anyhow::{Context, Result, ensure};
use boussole::bundled;
use boussole_core::content::Label;
use boussole_core::domain::Lang;
use thirtyfour::{Key, WebElement};

use crate::harness::engine::Engine;
use crate::harness::journey::Place;
use crate::harness::prelude::dist;
use crate::harness::session::{Session, pdf_text, squeezed};
use crate::pages::find::{exactly, label_of};
use crate::pages::page::Page;
use crate::pages::questionnaire::FR;
use crate::pages::situation::words;

/// The slide that a frame fills, then the one that two frames share, then the last.
const FRAME: usize = 10;
const TWO: usize = 11;
const N_SLIDES: usize = 12;

/// What differs between the tools of decks.
struct Deck {
    name: &'static str,
    page: &'static str,
    /// The number of the first slide in addresses.
    first: usize,
    /// A script that goes to a slide.
    go: &'static str,
    /// An expression that gives the number of the slide on screen, from 1.
    here: &'static str,
    /// The slide on screen, as the tool marks it.
    slide: &'static str,
    /// A script that says whether the overview is open, and the key that opens it; Escape closes it.
    overview: &'static str,
    overview_key: &'static str,
    /// The technology of the frame.
    topic: &'static str,
    /// The page to print, with what follows its address, and what holds a slide there.
    printed: (&'static str, &'static str),
}

const REVEAL: Deck = Deck {
    name: "reveal",
    page: "deck.html",
    first: 0,
    go: "Reveal.slide(arguments[0] - 1)",
    here: "(Reveal.getIndices().h + 1)",
    slide: "section.present",
    overview: "return Reveal.isOverview()",
    overview_key: ESCAPE,
    topic: "service-mesh",
    printed: ("deck.html?print-pdf", ".pdf-page"),
};

const MARP: Deck = Deck {
    name: "marp",
    page: "deck.html",
    first: 1,
    go: "location.hash = arguments[0]",
    here: "(Number(location.hash.slice(1)) || 1)",
    slide: ".bespoke-marp-active",
    overview: "return document.querySelector('.bespoke-marp-overview')?.dataset.open === '1'",
    overview_key: ESCAPE,
    topic: "edge",
    printed: ("deck.html", "section"),
};

const SLIDEV: Deck = Deck {
    name: "slidev",
    page: "",
    first: 1,
    go: "location.hash = '/' + arguments[0]",
    here: "(Number(location.hash.slice(2)) || 1)",
    slide: "#slideshow > :not([style*='display: none'])",
    overview: "return document.querySelector('[class*=backdrop-blur-5px]') !== null",
    overview_key: "o",
    topic: "serverless",
    printed: ("#/export", ".print-slide-container"),
};

const ESCAPE: &str = "\u{e00c}";

/// A script that gives the position of the picked answer in the frame, or -1.
const PICKED: &str = "return [...document.querySelectorAll('main input')].findIndex((input) => input.checked)";

/// In `reveal.js`, which understands the frame's keys by itself.
pub async fn reveal(session: &Session) -> Result<()> {
    REVEAL.present(session).await?;
    REVEAL.go(session, FRAME).await?;
    REVEAL.in_frame(session, 1, async || Ok(())).await?;
    REVEAL.press_in_frame(session, "b").await?;
    session
        .until("the screen is black", async || Ok(session.script("return Reveal.isPaused()").await? == true))
        .await?;
    REVEAL.open(session).await?;
    // The deck writes the speaker's view, which never ends loading. Chromium's driver would wait for that, so the deck looks.
    session
        .script("const open = window.open; window.open = (...how) => window.opened = open.apply(window, how)")
        .await?;
    session.type_text("s").await?;
    let notes_text = "return opened.document.querySelector('.speaker-controls-notes .value')?.textContent ?? ''";
    session.until("the notes", async || Ok(session.script(notes_text).await?.as_str().is_some_and(is_note))).await?;
    session.script("opened.close()").await?;
    REVEAL.print(session).await
}

/// In Marp, with the listener in the deck.
pub async fn marp(session: &Session) -> Result<()> {
    MARP.present(session).await?;
    MARP.open(session).await?;
    let notes_text = "return document.querySelector('.bespoke-marp-note.active')?.textContent ?? ''";
    let notes = async || Ok(session.script(notes_text).await?.as_str().is_some_and(is_note));
    session
        .in_opened_window(
            async || session.type_text("p").await,
            async || {
                session.until("the notes", notes).await?;
                // The view of the next slide also hears the messages of the frames. It must meet no error.
                let ready = "return [...document.querySelectorAll('iframe')]\
                             .every((frame) => !frame.contentDocument || frame.contentDocument.documentElement?.dataset.app === 'ready')";
                let next = "iframe[src*='view=next']";
                let is_ready = async || session.in_frame(next, async || Ok(session.script(ready).await? == true)).await;
                session.until("the frames beside the notes", is_ready).await?;
                session.in_frame(next, async || Ok(())).await?;
                MARP.met_no_error(session).await
            },
        )
        .await?;
    MARP.print(session).await?;
    if session.engine == Engine::Chromium && session.place == Place::Site {
        let file = dist().join("examples/marp/deck.pdf");
        let sheets = pdf_text(&std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?)?;
        ensure!(sheets.len() == N_SLIDES, "the deck's PDF has {} sheets", sheets.len());
        MARP.shows_pictures(&sheets[FRAME - 1])?;
    }
    Ok(())
}

/// In Slidev, with the listener in the deck's own page.
pub async fn slidev(session: &Session) -> Result<()> {
    SLIDEV.present(session).await?;
    session.open_deck("slidev", "#/presenter/1").await?;
    let notes_text = "return document.body.textContent";
    session.until("the notes", async || Ok(session.script(notes_text).await?.as_str().is_some_and(is_note))).await?;
    SLIDEV.met_no_error(session).await?;
    SLIDEV.print(session).await
}

/// Whether a text is the note of a deck's first slide, or holds it.
fn is_note(text: &str) -> bool {
    text.contains("à la salle")
}

impl Deck {
    async fn open(&self, session: &Session) -> Result<()> {
        session.open_deck(self.name, self.page).await?;
        self.is_at(session, 1).await?;
        self.writes_its_address(session, false).await?;
        session.css("body").await?.click().await?;
        session.until("the focus", async || Ok(session.script("return document.hasFocus()").await? == true)).await
    }

    /// What holds in every deck.
    async fn present(&self, session: &Session) -> Result<()> {
        self.open(session).await?;
        self.obeys_its_keys(session).await?;
        self.obeys_keys_from_the_frame(session).await?;
        self.gives_the_keys_back(session).await?;
        self.keeps_answers(session).await?;
        self.keeps_two_frames_apart(session).await?;
        self.met_no_error(session).await
    }

    /// Checks that the page met no error, before it is left.
    async fn met_no_error(&self, session: &Session) -> Result<()> {
        let errors = session.errors().await?;
        ensure!(errors.is_empty(), "the deck met errors: {errors:#?}");
        Ok(())
    }

    async fn is_at(&self, session: &Session, slide: usize) -> Result<()> {
        // Not before the tool has put its first slide on screen.
        let script = format!("return document.querySelector(\"{}\") && {}", self.slide, self.here);
        let here = async || Ok(session.script(&script).await? == slide);
        session.until(&format!("slide {slide} of {}", self.name), here).await
    }

    /// Where the deck is comes into the address, sometimes a little later.
    async fn is_in_the_address(&self, session: &Session) -> Result<()> {
        let script = format!("return Number(location.hash.match(/[0-9]*$/)[0]) === {} - 1 + {}", self.here, self.first);
        session.until("the slide's address", async || Ok(session.script(&script).await? == true)).await
    }

    async fn go(&self, session: &Session, slide: usize) -> Result<()> {
        session.script("document.activeElement.blur(); window.focus()").await?;
        session.script_with(self.go, vec![slide.into()]).await?;
        self.is_at(session, slide).await
    }

    async fn overview_is(&self, session: &Session, open: bool) -> Result<()> {
        let is_so = async || Ok(session.script(self.overview).await? == open);
        session.until(if open { "the overview" } else { "no overview" }, is_so).await
    }

    fn frame(&self, nth: usize) -> String {
        format!("{} iframe:nth-of-type({nth})", self.slide)
    }

    /// Does something in a frame of the slide on screen, once it has started and has a layout, which is new each time it shows.
    async fn in_frame<T>(&self, session: &Session, nth: usize, work: impl AsyncFnOnce() -> Result<T>) -> Result<T> {
        // Entered again each time: WebKit's driver loses a frame that loads a page.
        let ready = "return document.documentElement.dataset.app === 'ready'";
        let started = async || {
            session.in_frame(&self.frame(nth), async || Ok(session.script(ready).await?.as_bool() == Some(true))).await
        };
        session.until("the app has started in the frame", started).await?;
        let laid_out = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
        session
            .in_frame(&self.frame(nth), async || {
                session.script(laid_out).await?;
                work().await
            })
            .await
    }

    /// Whether the deck writes where it is into its address. `reveal.js` does it up to a second late, and WebKit's driver loses the
    /// frame it is in when the address of the page around it changes.
    async fn writes_its_address(&self, session: &Session, writes: bool) -> Result<()> {
        if session.engine == Engine::Webkit && self.name == REVEAL.name {
            session.script(&format!("Reveal.configure({{ hash: {writes} }})")).await?;
        }
        Ok(())
    }

    /// Clicks beside the controls of the frame on screen, then presses a key there.
    async fn press_in_frame(&self, session: &Session, key: &str) -> Result<()> {
        session
            .in_frame(&self.frame(1), async || {
                Page::of(session).find("h1", "").await?.click().await?;
                press_that_leaves(session, key).await
            })
            .await
    }

    async fn obeys_its_keys(&self, session: &Session) -> Result<()> {
        for (key, slide) in [(Key::Right, 2), (Key::PageDown, 3), (Key::Space, 4), (Key::Left, 3), (Key::PageUp, 2)] {
            session.press(&[key]).await?;
            self.is_at(session, slide).await?;
        }
        session.type_text(self.overview_key).await?;
        self.overview_is(session, true).await?;
        press_where_it_goes(session, ESCAPE).await?;
        self.overview_is(session, false).await
    }

    async fn obeys_keys_from_the_frame(&self, session: &Session) -> Result<()> {
        self.go(session, FRAME).await?;
        self.in_frame(session, 1, async || Ok(())).await?;
        for (key, slide) in [
            (Key::PageDown, FRAME + 1),
            (Key::PageUp, FRAME - 1),
            (Key::Right, FRAME + 1),
            (Key::Left, FRAME - 1),
            (Key::Space, FRAME + 1),
        ] {
            self.press_in_frame(session, &String::from(char::from(key))).await?;
            self.is_at(session, slide).await?;
            self.go(session, FRAME).await?;
        }
        self.press_in_frame(session, self.overview_key).await?;
        self.overview_is(session, true).await?;
        press_where_it_goes(session, ESCAPE).await?;
        self.overview_is(session, false).await
    }

    /// After a key that turns the slide, the arrows go to the deck and not to the frame of the earlier slide: its answer stays.
    async fn gives_the_keys_back(&self, session: &Session) -> Result<()> {
        self.go(session, FRAME).await?;
        let of_frame = async || self.in_frame(session, 1, async || session.script(PICKED).await).await;
        self.in_frame(session, 1, async || {
            answer(session, false).await?;
            click_first_choice(session).await?;
            press_that_leaves(session, &String::from(char::from(Key::PageDown))).await
        })
        .await?;
        self.is_at(session, TWO).await?;
        press_where_it_goes(session, &String::from(char::from(Key::Right))).await?;
        self.is_at(session, TWO + 1).await?;
        self.go(session, FRAME).await?;
        ensure!(of_frame().await? == 0, "an arrow changed the answer of a slide that was left");
        self.in_frame(session, 1, async || {
            click_button(session, FR.back).await?;
            session.until("the first question", async || Ok(session.script(PICKED).await? == 0)).await?;
            click_first_choice(session).await
        })
        .await
    }

    /// A control keeps the keys that it uses, and the button back to the slides gives them all to the deck. A frame is unchanged when
    /// the deck returns to its slide from another one.
    async fn keeps_answers(&self, session: &Session) -> Result<()> {
        self.go(session, FRAME).await?;
        let left = self
            .in_frame(session, 1, async || {
                answer(session, false).await?;
                answer(session, true).await?;
                click_button(session, words().label(Label::EmbedHost)).await?;
                heading(session).await
            })
            .await?;
        self.is_at(session, FRAME).await?;
        session.press(&[Key::Right]).await?;
        self.is_at(session, TWO).await?;
        self.go(session, 1).await?;
        self.go(session, FRAME).await?;
        self.shows(session, 1, &left).await
    }

    /// An answer in one of two frames changes nothing in the other, at once and when the deck is loaded again.
    async fn keeps_two_frames_apart(&self, session: &Session) -> Result<()> {
        self.go(session, TWO).await?;
        let other = self.in_frame(session, 2, async || heading(session).await).await?;
        let left = self
            .in_frame(session, 1, async || {
                answer(session, false).await?;
                heading(session).await
            })
            .await?;
        self.shows(session, 2, &other).await?;
        self.writes_its_address(session, true).await?;
        self.is_in_the_address(session).await?;
        self.met_no_error(session).await?;
        session.reload().await?;
        self.is_at(session, TWO).await?;
        self.writes_its_address(session, false).await?;
        self.shows(session, 1, &left).await?;
        self.shows(session, 2, &other).await
    }

    /// Checks the heading of a frame on screen.
    async fn shows(&self, session: &Session, nth: usize, expected: &str) -> Result<()> {
        self.in_frame(session, nth, async || {
            let shown = heading(session).await?;
            ensure!(shown == expected, "the frame shows {shown:?}, not {expected:?}");
            Ok(())
        })
        .await
    }

    /// On paper a picture replaces the frame.
    async fn print(&self, session: &Session) -> Result<()> {
        // WebKit's driver cannot print.
        if session.engine == Engine::Webkit {
            return Ok(());
        }
        let (page, slide) = self.printed;
        session.open_deck(self.name, page).await?;
        let laid_out = format!(
            "return document.readyState === 'complete' && document.querySelectorAll('{slide}').length === {N_SLIDES}\
             && [...document.images].every((image) => image.complete)"
        );
        session.until("every slide and picture", async || Ok(session.script(&laid_out).await? == true)).await?;
        self.shows_pictures(&session.print_text().await?.concat())
    }

    fn shows_pictures(&self, printed: &str) -> Result<()> {
        let content = bundled::content();
        let topic = content.topic(self.topic).context("the topic is gone")?;
        let first = topic.inputs.first().and_then(|input| content.question(input.question));
        let question = squeezed(first.context("the topic asks nothing")?.ask.get(Lang::Fr));
        ensure!(printed.contains(&question), "no picture asks {question:?}: {printed}");
        ensure!(!printed.contains(FR.go_on), "the frame itself is printed: {printed}");
        Ok(())
    }
}

/// Presses a key in a frame that the key may remove. Firefox's driver then reports an error; the caller checks where the deck is.
async fn press_that_leaves(session: &Session, key: &str) -> Result<()> {
    match session.type_text(key).await {
        Ok(()) => Ok(()),
        Err(_) => session.release_keys().await,
    }
}

/// Presses a key in the frame that has the focus, if one has: some drivers send it to the page around.
async fn press_where_it_goes(session: &Session, key: &str) -> Result<()> {
    let focused = "return document.activeElement.matches('iframe') ? document.activeElement : null";
    match session.element(focused, Vec::new()).await? {
        Some(frame) => session.in_frame_element(frame, async || session.type_text(key).await).await,
        None => session.type_text(key).await,
    }
}

/// Gives the first answer in the current frame, or moves to the second with an arrow, then goes on.
async fn answer(session: &Session, moves: bool) -> Result<()> {
    let before = heading(session).await?;
    click_first_choice(session).await?;
    if moves {
        session.press(&[Key::Down]).await?;
    }
    let expected = usize::from(moves);
    session.until("the answer is picked", async || Ok(session.script(PICKED).await? == expected)).await?;
    click_button(session, FR.go_on).await?;
    session.until("the next view", async || Ok(heading(session).await? != before)).await
}

/// Clicks on the button of that name in the current frame.
async fn click_button(session: &Session, name: &str) -> Result<()> {
    click(session, &exactly("button", name).first(session).await?).await
}

/// Clicks on the first choice in the current frame.
async fn click_first_choice(session: &Session) -> Result<()> {
    click(session, &label_of(session, &session.css("main input").await?).await?).await
}

async fn click(session: &Session, element: &WebElement) -> Result<()> {
    // Slidev moves its slides by a transform, and Firefox's driver then clicks beside.
    if session.engine == Engine::Firefox {
        let click = "const [found] = arguments; (found.control ?? found).focus(); found.click()";
        return session.script_with(click, vec![element.to_json()?]).await.map(|_| ());
    }
    Ok(element.click().await?)
}

/// The heading of the current frame.
async fn heading(session: &Session) -> Result<String> {
    let heading = session.script("return document.querySelector('main h1').textContent").await?;
    Ok(heading.as_str().unwrap_or_default().to_owned())
}

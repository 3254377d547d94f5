//! Takes pictures of the single file in Chromium at the three sizes of the design, light and dark.

use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context, Result};

use super::engine::Engine;
use super::journey::{Place, Scheme, Setup};
use super::pool::Pool;
use super::session::Session;

/// A phone, a slide, a desk.
const SIZES: &[(u32, u32)] = &[(360, 800), (960, 540), (1280, 800)];

/// Takes a picture of each address, size and scheme.
///
/// # Errors
/// When Chromium cannot start or a picture cannot be written.
pub async fn take(folder: &Path, addresses: &[String]) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let pool = Rc::new(Pool::default());
    for &viewport in SIZES {
        for scheme in [Scheme::Light, Scheme::Dark] {
            let setup = Setup { viewport: Some(viewport), scheme, reduced_motion: true, ..Setup::PLAIN };
            let session = Session::start(&pool, Engine::Chromium, Place::File, setup, "shots").await?;
            let outcome = take_all(&session, folder, addresses).await;
            session.close(outcome).await?;
        }
    }
    pool.close();
    Ok(())
}

async fn take_all(session: &Session, folder: &Path, addresses: &[String]) -> Result<()> {
    let theme = if session.setup.scheme == Scheme::Dark { "dark" } else { "light" };
    let (width, height) = session.setup.viewport.unwrap_or_default();
    for address in addresses {
        session.follow(address).await?;
        // Long enough for the view to change and settle.
        tokio::time::sleep(Duration::from_millis(250)).await;
        let file = folder.join(format!("{}-{width}x{height}-{theme}.png", file_name(address)));
        session.picture_into(&file).await?;
        println!("{}", file.display());
    }
    Ok(())
}

/// `#/fr/question/service-mesh` becomes `fr-question-service-mesh`.
fn file_name(address: &str) -> String {
    let words: Vec<&str> =
        address.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "home".to_owned() } else { words.join("-") }
}

//! The keyboard.

use anyhow::Result;
use thirtyfour::Key;

use super::Session;

impl Session {
    /// Presses keys, one after the other, wherever the focus is.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press(&self, keys: &[Key]) -> Result<()> {
        for key in keys {
            self.driver().action_chain().key_down(key.clone()).key_up(key.clone()).perform().await?;
        }
        Ok(())
    }

    /// Moves the focus back by one stop.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn tab_back(&self) -> Result<()> {
        let keys =
            self.driver().action_chain().key_down(Key::Shift).key_down(Key::Tab).key_up(Key::Tab).key_up(Key::Shift);
        Ok(keys.perform().await?)
    }

    /// Types text wherever the focus is.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        Ok(self.driver().action_chain().send_keys(text).perform().await?)
    }

    /// Releases every key that an interrupted action left pressed.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn release_keys(&self) -> Result<()> {
        Ok(self.driver().action_chain().reset_actions().await?)
    }
}

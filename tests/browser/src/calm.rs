//! Waiting for a page to come to rest.

use anyhow::Result;
use serde_json::Value;

use crate::Page;

impl Page {
    /// Waits until what has been changed is drawn: two frames, as the redraw happens in the next one.
    pub async fn settle(&self) -> Result<()> {
        let frames =
            "await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));";
        self.run_later(frames, Value::Null).await?;
        Ok(())
    }

    /// Waits until the page does nothing by itself any more: it is not scrolled by what a finger has thrown, and each of ten frames comes in time.
    ///
    /// A browser that waits too long for a busy page takes a finger for one that scrolls.
    pub async fn rest(&self) -> Result<()> {
        let frames = "let before = performance.now();
            for (let calm = 0, top = scrollY; calm < 10; top = scrollY) {
                const now = await new Promise(requestAnimationFrame);
                calm = scrollY === top && now - before < 100 ? calm + 1 : 0;
                before = now;
            }";
        self.run_later(frames, Value::Null).await?;
        Ok(())
    }
}

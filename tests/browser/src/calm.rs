//! Waiting for a page to come to rest.

use anyhow::Result;
use serde_json::Value;

use crate::Page;

impl Page {
    /// Waits until what has been changed is drawn: two frames, as the redraw happens in the next one, and then as long as a figure that has been drawn before is worked out.
    ///
    /// While it is, the sentence and the numbers of the state before stand there, so that what is read too early is old.
    pub async fn settle(&self) -> Result<()> {
        let script =
            "await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
            const open = ({ whenDrawn, measures, dataset }) => whenDrawn && measures.length && !('waiting' in dataset);
            const figures = [...document.querySelectorAll('activation-lab')].filter(open);
            await Promise.all(figures.map((figure) => new Promise((go) => figure.whenDrawn(go))));";
        self.run_later(script, Value::Null).await?;
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

//! Setting what a page is looked at on: each engine has its own way.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::time::{Duration, sleep};

use crate::driver::Screen;
use crate::engine::{Engine, Skip};
use crate::page::{PATIENCE, Page};
use crate::wire::Wire;

/// Runs inside Firefox: its own preferences, and the size of the tab's part of the window. Whoever drives it is allowed more of a disk's files than a reader is.
const FIREFOX: &str = r#"
    const [width, height, ratio, dark] = arguments[0];
    Services.prefs.setBoolPref("security.fileuri.strict_origin_policy", true);
    Services.prefs.setStringPref("layout.css.devPixelsPerPx", String(ratio));
    Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", dark ? 0 : 1);
    const { style } = gBrowser.selectedBrowser;
    for (const bound of ["min", "max"]) {
        style.setProperty(`${bound}-width`, `${width}px`);
        style.setProperty(`${bound}-height`, `${height}px`);
    }
    window.resizeTo(width + 20, height + 120);
    gBrowser.selectedBrowser.focus();"#;

/// What the page sees of its screen.
const SEEN: &str = "return [innerWidth, innerHeight, devicePixelRatio, matchMedia('(prefers-color-scheme: dark)').matches];";

/// No narrower does MiniBrowser's window become; a page that is to be is shown in a frame.
const NARROWEST_WEBKIT: u32 = 460;

impl Page {
    /// Sets the size, the sharpness and the colour scheme, and waits until the page has them.
    pub async fn look_at(&self, screen: Screen) -> Result<()> {
        match self.engine() {
            Engine::Chromium => self.look_at_in_chromium(screen).await,
            Engine::Firefox => {
                let Screen {
                    width,
                    height,
                    ratio,
                    dark,
                } = screen;
                if let Wire::Firefox(firefox) = &*self.wire {
                    firefox.in_browser(FIREFOX, json!([width, height, ratio, dark]))?;
                }
                self.is_looked_at(screen).await
            }
            Engine::Webkit => self.look_at_in_webkit(screen).await,
        }
    }

    async fn look_at_in_chromium(&self, screen: Screen) -> Result<()> {
        let Screen {
            width,
            height,
            ratio,
            dark,
        } = screen;
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false });
        self.protocol("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        // Each browser has a window of its own, of which one has the desktop's focus; a person who uses a page has it in front.
        self.protocol(
            "Emulation.setFocusEmulationEnabled",
            json!({ "enabled": true }),
        )
        .await?;
        let scheme = if dark { "dark" } else { "light" };
        // A page that glides to its place is a moving target.
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        let feature = json!({ "features": features });
        self.protocol("Emulation.setEmulatedMedia", feature).await
    }

    /// MiniBrowser has sharpness and colour scheme from its start; its window takes any size but a narrow one.
    async fn look_at_in_webkit(&self, screen: Screen) -> Result<()> {
        let frame = screen.width < NARROWEST_WEBKIT;
        self.driver().enter_default_frame().await?;
        let (mut width, mut height) = (screen.width.max(NARROWEST_WEBKIT), screen.height);
        let wanted = (width, height);
        // Twice: the first tells how much of the window is not the page's.
        for _ in 0..2 {
            self.driver().set_window_rect(0, 0, width, height).await?;
            let at_least = "return innerWidth >= argument;";
            self.wait("the window to be wide enough", at_least, json!(wanted.0))
                .await?;
            let seen: (u32, u32, f64, bool) =
                serde_json::from_value(self.run(SEEN, Value::Null).await?)?;
            (width, height) = (width + wanted.0 - seen.0, height + wanted.1 - seen.1);
        }
        self.show_in_frame(frame.then_some((screen.width, screen.height)));
        if frame {
            return Ok(());
        }
        let seen: (u32, u32, f64, bool) =
            serde_json::from_value(self.run(SEEN, Value::Null).await?)?;
        if (seen.2, seen.3) != (screen.ratio, screen.dark) {
            return Err(Skip::because(
                "MiniBrowser changes sharpness and colour scheme only at its start",
            ));
        }
        self.is_looked_at(screen).await
    }

    async fn is_looked_at(&self, screen: Screen) -> Result<()> {
        let Screen {
            width,
            height,
            ratio,
            dark,
        } = screen;
        let wanted = json!([width, height, ratio, dark]);
        let start = Instant::now();
        loop {
            let seen = self.run(SEEN, Value::Null).await?;
            let same = serde_json::from_value::<(f64, f64, f64, bool)>(seen.clone())
                .context("the page does not see its screen")?
                == (f64::from(width), f64::from(height), ratio, dark);
            if same {
                return Ok(());
            }
            ensure!(
                start.elapsed() < PATIENCE,
                "the page sees {seen} instead of {wanted}"
            );
            sleep(Duration::from_millis(20)).await;
        }
    }
}

//! Where the figures cannot start, the page says so, and shows what it has.

use anyhow::{Context, Result, ensure};
use browser_tests::{Host, Page, Screen, built, site, with_page};
use serde_json::{Value, json};

/// A host page with a figure that holds nothing, one that holds a picture, and one that comes later.
const HOST_PAGE: &str = "<!doctype html><title>notes</title>
    <activation-lab figure=\"decay\"></activation-lab>
    <activation-lab figure=\"curves\"><img src=\"data:,\" alt=\"\"></activation-lab>
    <script type=\"module\" src=\"/lab/load.js\"></script>";

/// The sentences of all figures, once the page has failed.
async fn told(page: &Page) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('activation-lab')]
        .map((figure) => [...figure.querySelectorAll('.failed')].map((sentence) => sentence.textContent).join('|'));";
    Ok(serde_json::from_value(
        page.run(script, Value::Null).await?,
    )?)
}

/// Every file that the site's loader asks for at once, as the loader itself lists them.
fn files() -> Result<Vec<&'static str>> {
    let loader: &str = Box::leak(String::from_utf8(built("load.js")?)?.into_boxed_str());
    let mut files: Vec<_> = loader
        .split(['\'', '"', '`'])
        .filter(|name| !name.starts_with('.'))
        .filter(|name| name.ends_with(".js") || name.ends_with(".css"))
        // Figures do without the first seven, and the last two are fetched when they are needed.
        .filter(|name| {
            ![
                "worker.js",
                "messages.js",
                "share.js",
                "lesson.js",
                "help.js",
                "sound.js",
                "reading.js",
                "long.js",
                "activation_lab.js",
            ]
            .contains(name)
        })
        .collect();
    files.push("activation_lab_first_bg.wasm");
    ensure!(files.len() == 4, "the loader lists {files:?}");
    Ok(files)
}

#[tokio::test]
async fn whatever_file_is_missing_each_figure_says_so() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        for file in files()? {
            let host = Host {
                pages: vec![("notes.html", HOST_PAGE.to_owned())],
                missing: vec![file],
                ..Host::default()
            };
            page.open(&format!("{}notes.html", host.serve()?)).await?;
            page.run(
                "document.body.append(document.createElement('activation-lab'));",
                Value::Null,
            )
            .await?;
            let told = told(page).await?;
            ensure!(told.len() == 3, "without {file}: {told:?}");
            for (sentence, picture) in told.iter().zip([false, true, false]) {
                ensure!(sentence.contains(file), "without {file}: {sentence:?}");
                ensure!(
                    sentence.contains("The picture") == picture,
                    "without {file}: {sentence:?}"
                );
                ensure!(!sentence.contains('|'), "said twice: {sentence:?}");
            }
        }
        Ok(())
    })
    .await
}

/// In the article too, under a policy that forbids wasm, and in a browser that has none.
#[tokio::test]
async fn without_wasm_the_article_has_its_pictures_and_a_sentence_each() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let strict = Host {
            headers: vec!["Content-Security-Policy: script-src 'self'"],
            ..Host::default()
        };
        let without = Host {
            pages: vec![(
                "notes.html",
                format!("<script>delete window.WebAssembly;</script>{HOST_PAGE}"),
            )],
            ..Host::default()
        };
        page.open(&format!("{}lab/", strict.serve()?)).await?;
        let sentences = told(page).await?;
        ensure!(sentences.len() == 8, "{sentences:?}");
        let pictures = "return [...document.querySelectorAll('activation-lab')]
            .every((figure) => figure.querySelector('svg, img').getBoundingClientRect().height > 100);";
        ensure!(page.run(pictures, Value::Null).await? == true, "a picture is gone");
        for sentence in &sentences {
            ensure!(sentence.contains("WebAssembly"), "{sentence:?}");
        }
        let fits = "return [...document.querySelectorAll('activation-lab')].every((figure) => figure.scrollHeight <= figure.clientHeight + 1);";
        ensure!(page.run(fits, Value::Null).await? == true, "a sentence runs into the text below");
        page.open(&format!("{}notes.html", without.serve()?)).await?;
        let sentences = told(page).await?;
        ensure!(sentences.iter().all(|sentence| sentence.contains("WebAssembly")), "{sentences:?}");
        Ok(())
    })
    .await
}

/// A loader that cannot come or may not run says nothing itself: the page does, in time.
#[tokio::test]
async fn a_loader_that_never_runs_is_told_by_the_page_itself() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let missing = Host {
            missing: vec!["load.js"],
            ..Host::default()
        };
        let forbidden = Host {
            headers: vec!["Content-Security-Policy: default-src 'self'; script-src 'none'"],
            ..Host::default()
        };
        // The frame's origin is nobody's, and a module may be had from another origin only where its server says so.
        let frame = "<!doctype html><iframe sandbox=\"allow-scripts\" src=\"/lab/\" width=\"1000\" height=\"800\"></iframe>";
        let framed = Host {
            pages: vec![("frame.html", frame.to_owned())],
            ..Host::default()
        };
        for (what, address, inside) in [
            ("missing", format!("{}lab/", missing.serve()?), false),
            ("forbidden", format!("{}lab/", forbidden.serve()?), false),
            ("of another origin", format!("{}frame.html", framed.serve()?), true),
        ] {
            page.driver().goto(&address).await?;
            if inside {
                page.driver().enter_frame(0).await?;
            }
            let look = "return [...document.querySelectorAll('activation-lab')].map((figure) => {
                const sentence = figure.querySelector('.unstarted');
                return [getComputedStyle(sentence).visibility, sentence.getBoundingClientRect().height > 10,
                    figure.scrollHeight <= figure.clientHeight + 1, figure.querySelector('svg, img').getBoundingClientRect().height > 100];
            });";
            let all = |one: Value| Value::from(vec![one; 8]);
            let first = page.run(look, Value::Null).await?;
            ensure!(first == all(json!(["hidden", true, true, true])), "{what}, at first: {first}");
            let pass = "document.getAnimations().forEach((waiting) => waiting.finish());";
            page.run(pass, Value::Null).await?;
            let later = page.run(look, Value::Null).await?;
            ensure!(later == all(json!(["visible", true, true, true])), "{what}, later: {later}");
            page.driver().enter_default_frame().await?;
        }
        Ok(())
    })
    .await
}

/// What the figures say while they wait must not be left over when they have come.
#[tokio::test]
async fn a_figure_that_starts_says_nothing_of_waiting() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let shown = "return [...document.querySelectorAll('.unstarted')].map((sentence) => sentence.getBoundingClientRect().height);";
        let heights = page.run(shown, Value::Null).await?;
        let heights = heights.as_array().context("no list")?;
        ensure!(heights.len() == 8 && heights.iter().all(|height| height == 0), "{heights:?}");
        Ok(())
    })
    .await
}

//! Lessons on paper, and a lesson of one's own in the single file.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser_tests::{Screen, built, native, single_file, site, with_page};
use serde_json::{Value, json};

/// Width and height of a sheet, in inches.
const PAPERS: [(&str, f64, f64); 2] = [("A4", 8.27, 11.69), ("Letter", 8.5, 11.0)];

/// A worksheet is two pages on both papers, whichever lesson it is of.
#[tokio::test]
async fn a_worksheet_fits_its_two_pages() -> Result<()> {
    let list: Value = serde_json::from_slice(&built("lessons.json")?)?;
    let lessons = list.as_array().context("a list")?.clone();
    ensure!(!lessons.is_empty(), "no lesson");
    with_page(Screen::DESK, &site()?, async |page| {
        for lesson in &lessons {
            let id = lesson["id"].as_str().context("an id")?;
            let address = format!("{}lessons/{id}.html", site()?);
            page.driver().goto(&address).await?;
            for (paper, width, height) in PAPERS {
                let sheet = json!({ "paperWidth": width, "paperHeight": height });
                let printed = page.answer("Page.printToPDF", sheet).await?;
                let data = printed["data"].as_str().context("a PDF")?;
                let pages = pages(&STANDARD.decode(data)?);
                ensure!(pages == 2, "{id} has {pages} pages of {paper}");
            }
        }
        Ok(())
    })
    .await
}

/// Of a PDF of Chromium's, in which each page is an object of its own.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let pages = text.split("/Type /Page").skip(1);
    pages.filter(|rest| !rest.starts_with('s')).count()
}

/// The command puts a lesson into the single file; it opens with it, offers it first, and has its worksheet.
#[tokio::test]
async fn a_lesson_to_give_away_opens_by_itself() -> Result<()> {
    let single = single_file()?;
    let page = single.strip_prefix("file://").context("a path")?;
    let folder = std::env::temp_dir().join(format!("own-lesson-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let out = folder.join("own.html").to_string_lossy().into_owned();
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let example = format!("{root}/examples/lessons/one-slope.md");
    native(&["lesson", &example, "-o", &out, "--page", page], "")?;
    let done = with_page(Screen::DESK, &single, async |page| {
        page.driver().goto(&format!("file://{out}")).await?;
        let script = "
            const title = 'One slope, ten layers';
            await until('the lesson', () => first('.lesson')?.textContent.includes(title));
            const list = await ActivationLab.later.lessons();
            same([list[0].id, list.length > 1], ['one-slope', true], 'the list');
            const sheet = await ActivationLab.later.worksheet('one-slope');
            same(sheet.includes(`<h1>${title}</h1>`), true, 'its worksheet');
            const none = await ActivationLab.later.lesson('constructor').then(() => 'one', () => 'none');
            same(none, 'none', 'a lesson that there is not');";
        super::lesson::run(page, script, Value::Null).await.map(drop)
    })
    .await;
    std::fs::remove_dir_all(&folder)?;
    done
}

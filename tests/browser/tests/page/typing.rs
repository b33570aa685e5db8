//! Numbers as people type and paste them into fields, and write them into attributes.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, single_file, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

/// The same rows as the native entrances read; see there what they say.
const TABLE: &str = include_str!("../../../spellings/numbers.tsv");

/// Types a text into a field, or writes it into the attribute, and tells what the field and the message say then.
const TRY: &str = "
    const frames = async () => { for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame); };
    const unescaped = (text) => text.replace(/\\\\u\\{(\\w+)\\}/g, (_, code) => String.fromCodePoint(parseInt(code, 16)));
    const answers = [];
    for (const [figure, id, text] of argument) {
        const home = part(figure, `[data-control=${id}]`);
        const field = home.querySelector('input.value');
        field.value = unescaped(text);
        field.dispatchEvent(new Event('change', { bubbles: true }));
        await frames();
        const typed = [field.value, home.querySelector('.error').textContent];
        part(figure, '.reset').click();
        await frames();
        const after = home.querySelector('.error').textContent;
        const notes = () => [...element(figure).shadowRoot.querySelectorAll('.note li')].map((line) => line.textContent).join(' ');
        element(figure).setAttribute(id, unescaped(text));
        await frames();
        answers.push([typed, after, [field.value, notes()]]);
        element(figure).reset();
        element(figure).removeAttribute(id);
        await frames();
    }
    return answers;";

/// What a place says: its value and its message.
type Said = (String, String);

#[tokio::test]
async fn the_table_of_spellings_is_read_by_fields_and_attributes() -> Result<()> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    let place = |kind: &str| match kind {
        "real" => Some(("curves", "x_min")),
        "whole" => Some(("decay", "depth")),
        _ => None,
    };
    let tried: Vec<(&str, &str, &str, &str)> = rows
        .iter()
        .filter_map(|row| place(row[0]).map(|(figure, id)| (figure, id, row[1], row[2])))
        .collect();
    ensure!(tried.len() >= 60, "only {} rows", tried.len());
    with_page(Screen::DESK, &single_file()?, async |page| {
        let mut answers: Vec<(Said, String, Said)> = Vec::new();
        for figure in ["curves", "decay"] {
            // Out of sight nothing is redrawn.
            page.find(figure, ".reset").await?;
            let own = tried.iter().filter(|row| row.0 == figure);
            let own: Vec<_> = own.map(|row| (row.0, row.1, row.2)).collect();
            let said = page.run_later(TRY, json!(own)).await?;
            answers.extend(serde_json::from_value::<Vec<_>>(said)?);
        }
        ensure!(answers.len() == tried.len());
        for (&(.., text, expected), (typed, after, written)) in tried.iter().zip(answers) {
            let at = |entrance: &str, (value, message): &Said| -> Result<()> {
                match expected.strip_prefix('!') {
                    Some(part) => ensure!(
                        message.contains(part),
                        "{text:?} at the {entrance}: {message:?}"
                    ),
                    None => {
                        let read: f64 = value.parse().with_context(|| value.clone())?;
                        let right = message.is_empty() && read == expected.parse::<f64>()?;
                        ensure!(right, "{text:?} at the {entrance}: {read}, {message:?}");
                    }
                }
                Ok(())
            };
            at("field", &typed)?;
            at("attribute", &written)?;
            ensure!(
                after.is_empty(),
                "{text:?}: after Reset the field still says {after:?}"
            );
        }
        Ok(())
    })
    .await
}

/// The depth's field, its message, and whether it is marked as wrong.
async fn depth(page: &Page) -> Result<(String, String, Value)> {
    page.settle().await?;
    let script = "const home = part('decay', '[data-control=depth]');
        const field = home.querySelector('input.value');
        return [field.value, home.querySelector('.error').textContent, field.getAttribute('aria-invalid')];";
    Ok(serde_json::from_value(
        page.run(script, Value::Null).await?,
    )?)
}

async fn type_depth(page: &Page, text: &str) -> Result<()> {
    page.write("decay", "[data-control=depth] .value", text)
        .await
}

#[tokio::test]
async fn a_refused_text_stays_while_somebody_is_at_it_and_its_message_until_the_control_changes()
-> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let right = |text: &str| (text.to_owned(), String::new(), json!("false"));
        let refused = |seen: &(String, String, Value), text: &str, marked: &str| {
            seen.0 == text && seen.1.contains("'1,000' can mean 1000 or 1") && seen.2 == marked
        };
        type_depth(page, "1,000").await?;
        let seen = depth(page).await?;
        ensure!(refused(&seen, "1,000", "true"), "at the field: {seen:?}");
        // Away from it: the message quotes what the field no longer shows.
        let keys = page.driver().action_chain();
        keys.send_keys(Key::Tab).perform().await?;
        let seen = depth(page).await?;
        ensure!(refused(&seen, "10", "false"), "away from it: {seen:?}");
        page.find("decay", ".reset").await?.click().await?;
        ensure!(depth(page).await? == right("10"), "after Reset");
        // A valid text, though it is the value that was there.
        type_depth(page, "1,000").await?;
        type_depth(page, "10").await?;
        ensure!(depth(page).await? == right("10"), "after a valid text");
        // The slider, a mark, an attribute, Escape.
        type_depth(page, "1,000").await?;
        page.slider("decay", "depth")
            .await?
            .send_keys(Key::Home)
            .await?;
        ensure!(depth(page).await? == right("1"), "after the slider");
        type_depth(page, "1,000").await?;
        page.run("element('decay').setAttribute('depth', '20');", Value::Null)
            .await?;
        ensure!(depth(page).await? == right("20"), "after an attribute");
        type_depth(page, "1,000").await?;
        let keys = page.driver().action_chain();
        keys.send_keys(Key::Escape).perform().await?;
        ensure!(depth(page).await? == right("20"), "after Escape");
        // Another control's change is none of its own.
        type_depth(page, "1,000").await?;
        page.run("element('decay').setAttribute('weight', '2');", Value::Null)
            .await?;
        let seen = depth(page).await?;
        ensure!(
            refused(&seen, "1,000", "true"),
            "after another control: {seen:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_layer_beyond_the_depth_is_one_value_everywhere() -> Result<()> {
    let address = format!("{}#figure=decay&v=2&depth=44", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        for text in ["100", "500"] {
            page.write("decay", "[data-control=layer] .value", text)
                .await?;
        }
        page.wait(
            "the link",
            "return location.hash.includes('layer=500');",
            Value::Null,
        )
        .await?;
        let script = "const home = part('decay', '[data-control=layer]');
            return [home.querySelector('.value').value, home.querySelector('.held').textContent,
                home.querySelector('[type=range]').value];";
        let seen: [String; 3] = serde_json::from_value(page.run(script, Value::Null).await?)?;
        let [shown, held, slider] = &seen;
        ensure!(shown == "44" && slider == "43", "{seen:?}");
        ensure!(
            held.contains("500") && held.contains("acts as 44"),
            "{seen:?}"
        );
        Ok(())
    })
    .await
}

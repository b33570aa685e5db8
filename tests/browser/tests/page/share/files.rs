//! What is saved, printed and put together: pictures, numbers, programs.

use super::with_dialog;
use anyhow::{Result, ensure};
use browser_tests::{Screen, native, site, with_page};
use serde_json::{Value, json};

/// Pictures have the size that was chosen, times 1, 2 and 4; the SVG is XML; data are there as CSV and JSON.
#[tokio::test]
async fn files_are_what_their_names_say() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let script = "
            const figure = element('neuron');
            await opened(figure);
            await choose(figure, 'For which inputs the neuron is on');
            const saved = savings();
            await tab(figure, 'Picture');
            for (const name of ['Download SVG', 'PNG, 1 ×', 'PNG, 2 ×', 'PNG, 4 ×']) {
                const count = saved.length;
                await press(figure, '.buttons button', name);
                await until(name, () => saved.length > count);
            }
            await tab(figure, 'Data');
            for (const name of ['Download CSV', 'Download JSON']) {
                const count = saved.length;
                await press(figure, '.buttons button', name);
                await until(name, () => saved.length > count);
            }
            same(saved.map(({ name }) => name), ['neuron.svg', 'neuron-1x.png', 'neuron-2x.png', 'neuron-4x.png', 'neuron.csv', 'neuron.json'], 'names');
            const svg = new DOMParser().parseFromString(saved[0].content, 'image/svg+xml').documentElement;
            same([svg.nodeName, svg.getAttribute('width'), svg.getAttribute('height')], ['svg', '700', '420'], 'the SVG');
            for (const [index, times] of [[1, 1], [2, 2], [3, 4]]) {
                const { width, height } = await createImageBitmap(saved[index].content);
                same([width, height], [700 * times, 420 * times], saved[index].name);
            }
            const [head, row] = saved[4].content.split('\\n');
            const data = JSON.parse(saved[5].content);
            same(data.table.columns.join(), head, 'columns');
            same(data.table.rows[0].map(String), row.split(','), 'the first row');
            return data;";
        let data = with_dialog(page, script, Value::Null).await?;
        // The command says the same of this state.
        let native = native(&["figure", "neuron", "--scene", "plane", "--format", "json"], "")?;
        let native: Value = serde_json::from_str(&native)?;
        for member in ["software", "figure", "link", "settings", "measures"] {
            ensure!(loose(&data[member]) == loose(&native[member]), "{member}: {} and {}", data[member], native[member]);
        }
        Ok(())
    })
    .await
}

/// A file is made of a complete view: while that is worked out, the button says so.
#[tokio::test]
async fn a_picture_waits_for_the_whole_view() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let script = "
            const figure = element('freeze');
            figure.scrollIntoView({ block: 'center', behavior: 'instant' });
            figure.setAttribute('step', '1');
            await opened(figure);
            await choose(figure, 'Whether the networks learn');
            await tab(figure, 'Picture');
            const saved = savings();
            const button = [...dialogOf(figure).querySelectorAll('.buttons button')].find(({ textContent }) => textContent === 'Download SVG');
            within(figure, 'activation-lab').setAttribute('step', '3000');
            button.click();
            button.click();
            same([button.textContent, saved.length], ['Preparing…', 0], 'while it is worked out');
            await until('the file', () => saved.length === 1);
            sure(saved[0].content.includes('step=3000'), 'the picture is of another state');
            await until('the button', () => button.textContent === 'Download SVG');
            same(saved.length, 1, 'files');";
        with_dialog(page, script, Value::Null).await?;
        Ok(())
    })
    .await
}

/// With every number as a float: JSON of scripts has no `0.0`.
fn loose(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(list) => list.iter().map(loose).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (key.clone(), loose(value)))
            .collect(),
        other => other.clone(),
    }
}

/// A print view has a page as large as the picture, and nothing else on it.
#[tokio::test]
async fn a_print_view_is_as_large_as_its_picture() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let script = "
            const figure = element('neuron');
            await opened(figure);
            await choose(figure, 'For which inputs the neuron is on');
            await tab(figure, 'Picture');
            let printed = 0;
            const watch = new MutationObserver((records) => records.flatMap(({ addedNodes }) => [...addedNodes]).forEach((node) => {
                if (node.nodeName === 'IFRAME') node.contentWindow.print = () => printed++;
            }));
            watch.observe(dialogOf(figure), { childList: true, subtree: true });
            [...dialogOf(figure).querySelectorAll('.buttons button')].find(({ textContent }) => textContent.startsWith('Print')).click();
            await until('the printer', () => printed === 1);
            const paper = within(figure, '.paper').contentDocument;
            const rules = [...paper.adoptedStyleSheets[0].cssRules].map(({ cssText }) => cssText).join(' ');
            sure(/@page \\{[^}]*size: 700px 420px/.test(rules), rules);
            same([...paper.body.children].map(({ nodeName, naturalWidth }) => [nodeName, naturalWidth]), [['IMG', 700]], 'what stands on it');";
        with_dialog(page, script, Value::Null).await?;
        Ok(())
    })
    .await
}

/// The page puts the same programs together as the command.
#[tokio::test]
async fn a_program_is_the_command_s_own() -> Result<()> {
    let states = [
        ("neuron", "activation=elu(alpha=0.5)&b=-0.6"),
        ("collapse", "depth=3&activation=tanh&t=0.3"),
        ("curves", "activation=gelu,leaky_relu(alpha=0.2)&x=-1e-5"),
        ("decay", "depth=1000&layer=7&activation=sigmoid,relu"),
        ("layers", "depth=3&width=8&activation=relu&layer_norm=true"),
        ("freeze", "step=2&depth=2"),
        ("dying", "step=2"),
    ];
    with_page(Screen::DESK, &site()?, async |page| {
        for (figure, state) in states {
            for format in ["py", "torch"] {
                let script = "
                    const [figure, state, format] = argument;
                    const { modules, wasm, later } = ActivationLab;
                    if (!ActivationLab.sharing) await later.share();
                    if (!modules.of(figure)) await modules.whole();
                    const lab = new (modules.of(figure).Lab)(figure);
                    same(JSON.parse(lab.apply(state, true)), [], 'notes');
                    while (!lab.finish(1000));
                    const programs = await later.programs();
                    return programs.templates[figure][format] && ActivationLab.sharing.program(programs, { lab, spelled: { figure, hash: wasm.address(figure, lab.hash()) } }, format);";
                let ours = with_dialog(page, script, json!([figure, state, format])).await?;
                let Some(ours) = ours.as_str() else {
                    ensure!(["collapse", "curves"].contains(&figure), "{figure} has none");
                    continue;
                };
                let link = format!("figure={figure}&v=2&{state}");
                let theirs = native(&["figure", figure, "--link", &link, "--format", format], "")?;
                ensure!(alike(ours) == alike(&theirs), "{figure} {state} {format}:\n{}", first_difference(ours, &theirs));
            }
        }
        Ok(())
    })
    .await
}

/// The same text with every number as it reads back: both are shortest, and may have a power of ten or not.
fn alike(program: &str) -> String {
    let is_part = |c: char| c.is_ascii_alphanumeric() || ".-+_".contains(c);
    let mut whole = String::new();
    let mut word = String::new();
    for c in program.chars().chain(['\n']) {
        if is_part(c) {
            word.push(c);
            continue;
        }
        match word.parse::<f64>() {
            Ok(number) if word.starts_with(|c: char| c.is_ascii_digit() || c == '-') => {
                whole += &format!("{number:?}")
            }
            _ => whole += &word,
        }
        word.clear();
        whole.push(c);
    }
    whole
}

fn first_difference(ours: &str, theirs: &str) -> String {
    let (ours, theirs) = (alike(ours), alike(theirs));
    let pairs = ours.lines().zip(theirs.lines());
    let found = pairs.into_iter().find(|(ours, theirs)| ours != theirs);
    let found = found.map(|(ours, theirs)| format!("page:    {ours}\ncommand: {theirs}"));
    found.unwrap_or_else(|| "one is longer".to_owned())
}

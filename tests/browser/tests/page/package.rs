//! The npm package in pages that use it: as it is, bundled, twice, under a policy, and as an anywidget.

mod anywidget;

use crate::census::run;
use anyhow::Result;
use browser_tests::{Host, Page, Screen, consumer, site, with_page};
use serde_json::Value;

/// Counts modules that are made, before anything else in a page.
const COUNT: &str = "<script>
    window.made = { figures: 0 };
    window.refused = [];
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => refused.push(`${violatedDirective} ${blockedURI}`));
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[name];
        WebAssembly[name] = (...parts) => {
            made.figures += 1;
            return original.call(WebAssembly, ...parts);
        };
    }
</script>";

const DEFINE: &str =
    "<script type=\"module\" src=\"/node_modules/activation-lab/define.js\"></script>";
const EMBEDDED: &str =
    "<script type=\"module\" src=\"/node_modules/activation-lab/embedded.js\"></script>";
const FIGURES: &str = "<activation-lab figure=\"decay\" scene=\"gradient\" theme=\"light\" style=\"height: 420px\"></activation-lab>
    <activation-lab figure=\"freeze\" scene=\"meter\" theme=\"light\" style=\"height: 420px\"></activation-lab>";

/// A page of ours beside the installed package.
fn beside(name: &'static str, body: &str, headers: Vec<&'static str>) -> Result<String> {
    let text = format!("<!doctype html><meta charset=utf-8><title>A page</title>{body}");
    let host = Host {
        pages: vec![(name, text)],
        folder: Some(consumer("npm-plain")?),
        headers,
        ..Host::default()
    };
    Ok(format!("{}{name}", host.serve()?))
}

/// Both figures are drawn and answer; training is done in a worker; Share opens, and has the program.
const USED: &str = "
    const [decay, freeze] = document.querySelectorAll('activation-lab');
    await until('the element', () => decay.shadowRoot);
    for (const figure of [decay, freeze]) {
        figure.scrollIntoView({ behavior: 'instant' });
        await drawn(figure);
    }
    const before = inside(decay, '.sentence').textContent;
    decay.depth = 33;
    await until('another sentence', () => inside(decay, '.sentence').textContent !== before);
    same(decay.state.includes('depth=33'), true, decay.state);
    freeze.step = 7;
    await until('the seventh step', () => freeze.state.includes('step=7') && !inside(freeze, '.sentence').textContent.includes('is done'));
    // Any errand of a figure, for a worker of its own.
    const lab = new ActivationLab.wasm.Lab('freeze');
    lab.lend(true);
    // A first picture would not be lent.
    lab.apply('v=2&step=1', true);
    while (!lab.finish(1000));
    lab.apply('v=2&step=40&seed=3', true);
    const errand = lab.errand();
    sure(errand, 'an errand');
    const words = await new Promise((reply, failed) => {
        const worker = ActivationLab.trainer((words) => words.length > 1 && reply(words), () => failed(new Error('the worker is lost')));
        sure(worker.ask(errand), 'a worker');
    });
    same(lab.answer(errand, words), true, 'whether the answer was wanted');
    sure([...document.fonts].some(({ family }) => family.includes('Activation Lab Math')), 'no font for formulas');
    inside(decay, '.take').click();
    const dialog = await until('the dialog', () => inside(decay, 'dialog[open]'));
    // This page is somebody else's: it is not the one to save.
    const warning = await until('the warning', () => dialog.querySelector('[role=tabpanel] .warn')?.textContent);
    sure(/your-site.*the folder dist/.test(warning), warning);
    const programs = await ActivationLab.later.programs();
    sure(programs.templates.decay.py.length > 100, 'no program');
    dialog.close();";

/// What a page has fetched, by the ends of the names.
const FETCHED: &str = "const fetched = (end) => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith(end)).length;";

async fn used(page: &Page, then: &str) -> Result<()> {
    run(page, &format!("{USED}\n{FETCHED}\n{then}"), Value::Null)
        .await
        .map(drop)
}

/// An example as it stands in `examples/`.
async fn example(name: &str, file: &str, then: &str) -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let host = Host {
            folder: Some(consumer(name)?),
            ..Host::default()
        };
        let address = format!("{}{file}", host.serve()?);
        page.driver().goto(address).await?;
        used(page, then).await
    })
    .await
}

#[tokio::test]
async fn a_plain_page_takes_the_package_as_it_is() -> Result<()> {
    let then = "
        same(['activation-lab.wasm', 'trainer.wasm', 'share.js', 'programs.js', 'embedded.js'].map(fetched), [1, 1, 1, 1, 0], 'files');
        sure(fetched('worker.js') > 0, 'the worker has its own file');
        const slider = document.getElementById('depth');
        slider.value = 20;
        slider.dispatchEvent(new Event('input'));
        await until('the slider of the page', () => decay.state.includes('depth=20'));
        await until('the event', () => document.getElementById('said').textContent.includes('step=7'));";
    example("npm-plain", "index.html", then).await
}

#[tokio::test]
async fn esbuild_takes_along_the_files_that_are_named() -> Result<()> {
    let then = "
        const files = performance.getEntriesByType('resource').map(({ name }) => name);
        const of = (start, end) => files.filter((name) => name.includes(`/out/${start}`) && name.endsWith(end)).length;
        same([of('activation-lab-', '.wasm'), of('trainer-', '.wasm'), of('main', '.js'), of('share-', '.js')], [1, 1, 1, 1], String(files));";
    example("npm-esbuild", "index.html", then).await
}

#[tokio::test]
async fn esbuild_needs_no_setting_for_the_one_file() -> Result<()> {
    let then = "
        const asked = performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /^http/.test(name) && !name.endsWith('favicon.ico'));
        same(asked.map((name) => name.replace(/.*\\//, '').replace(/-.*/, '')).filter((name) => !name.startsWith('chunk')), ['one'], String(asked));";
    example("npm-esbuild", "one-file.html", then).await
}

/// Two copies of the package, and as many figures as there are: one module draws them all.
#[tokio::test]
async fn all_figures_of_a_page_share_one_module() -> Result<()> {
    let body = format!("{COUNT}{DEFINE}{EMBEDDED}{FIGURES}{FIGURES}");
    let address = beside("twice.html", &body, Vec::new())?;
    with_page(Screen::DESK, &address, async |page| {
        let script = "
            const figures = [...document.querySelectorAll('activation-lab')];
            same(figures.length, 4, 'figures');
            const { wasm } = ActivationLab;
            for (const figure of figures) {
                figure.scrollIntoView({ behavior: 'instant' });
                await drawn(figure);
            }
            const copies = await Promise.all(['define', 'embedded'].map((name) => import(`${location.origin}/node_modules/activation-lab/${name}.js`)));
            const classes = await Promise.all(copies.map(({ ready }) => ready));
            sure(classes.every((one) => one === customElements.get('activation-lab')), 'one class');
            sure(figures.every((figure) => figure instanceof classes[0]), 'elements of it');
            same([made.figures, ActivationLab.wasm === wasm], [1, true], 'modules');";
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}

/// Nothing of the package with files is against a strict policy, also not its worker.
#[tokio::test]
async fn a_strict_policy_refuses_nothing_of_the_package() -> Result<()> {
    let policy = "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'";
    let body = format!("<script src=\"/count.js\"></script>{DEFINE}{FIGURES}");
    let count = COUNT
        .trim_start_matches("<script>")
        .trim_end_matches("</script>");
    let host = Host {
        pages: vec![
            (
                "strict.html",
                format!("<!doctype html><title>A page</title>{body}"),
            ),
            ("count.js", count.to_owned()),
        ],
        folder: Some(consumer("npm-plain")?),
        headers: vec![policy],
        ..Host::default()
    };
    let address = format!("{}strict.html", host.serve()?);
    with_page(Screen::DESK, &address, async |page| {
        used(page, "same([made.figures > 0, fetched('worker.js') > 0, refused], [true, true, []], 'refused');").await
    })
    .await
}

/// What editors are told of the element is what it has.
#[tokio::test]
async fn the_manifest_and_the_types_name_what_the_element_has() -> Result<()> {
    let address = beside("one.html", &format!("{DEFINE}{FIGURES}"), Vec::new())?;
    with_page(Screen::DESK, &address, async |page| {
        let script = "
            const text = async (name) => (await fetch(`/node_modules/activation-lab/${name}`)).text();
            const [{ declarations: [declared] }] = JSON.parse(await text('custom-elements.json')).modules;
            const sorted = (names) => [...names].sort().join();
            const found = customElements.get('activation-lab').observedAttributes;
            same(sorted(declared.attributes.map(({ name }) => name)), sorted(found), 'attributes');
            const element = document.createElement('activation-lab');
            const types = (await text('element.d.ts')).match(/class ActivationLabElement[^]*?\\n}/)[0];
            const [properties, methods] = [/\\n  get (\\w+)\\(|readonly (\\w+):/g, /\\n  (\\w+)\\(.*\\): void;/g].map((form) => [...types.matchAll(form)].map(([, one, two]) => one || two));
            const own = found.filter((name) => !(name in HTMLElement.prototype));
            same(sorted(properties), sorted([...own, 'state', 'measures', 'notes']), 'properties');
            same(methods.filter((name) => typeof element[name] !== 'function'), [], 'methods that there are not');
            same(methods.filter((name) => !name.endsWith('Listener')), ['load', 'reset', 'play', 'pause', 'whenDrawn'], 'methods');
            same(declared.members.filter(({ name }) => !(name in element)), [], 'members that there are not');";
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}

/// Where the module is missing each element says so, above what stands in it, and whoever waits hears it.
#[tokio::test]
async fn a_missing_module_is_told() -> Result<()> {
    let body =
        "<activation-lab figure=\"decay\"><svg></svg></activation-lab><script type=\"module\">
        import { init } from '/node_modules/activation-lab/element.js';
        init({ module: '/nowhere.wasm' }).catch(({ message }) => (window.heard = message));
    </script>";
    let address = beside("missing.html", body, Vec::new())?;
    with_page(Screen::DESK, &address, async |page| {
        let script = "
            await until('the reason', () => window.heard);
            same(heard, '/nowhere.wasm: 404 Not Found', 'the reason');
            const said = document.querySelector('activation-lab > p').textContent;
            sure(said.includes(heard) && said.includes('The picture shows its first state.'), said);";
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}

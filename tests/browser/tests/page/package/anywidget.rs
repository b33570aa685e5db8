//! The figure as an anywidget, on a page with a model of our own.

use super::{COUNT, beside};
use crate::census::run;
use anyhow::Result;
use browser_tests::{Screen, native, site, with_page};
use serde_json::{Value, json};

/// What a notebook's side of a widget is, as far as anywidget's widgets may use it.
const MODEL: &str = "
    class Model {
        constructor(values) {
            Object.assign(this, { values, listeners: new Map(), saved: 0 });
        }
        get(name) {
            return this.values[name];
        }
        set(name, value) {
            if (JSON.stringify(value) === JSON.stringify(this.values[name])) return;
            this.values[name] = value;
            for (const action of [...(this.listeners.get(`change:${name}`) || [])]) action();
        }
        save_changes() {
            this.saved += 1;
        }
        on(event, action) {
            this.listeners.set(event, (this.listeners.get(event) || new Set()).add(action));
        }
        off(event, action) {
            this.listeners.get(event).delete(action);
        }
        get alive() {
            return [...this.listeners.values()].reduce((sum, { size }) => sum + size, 0);
        }
    }
    async function shown(model) {
        const own = await window.widget();
        await own.initialize({ model });
        const el = document.body.appendChild(document.createElement('div'));
        const clean = await own.render({ model, el });
        return { el, clean, figure: el.querySelector('activation-lab') };
    }
    const number = (model, name) => (model.get('measures').find((measure) => measure.name === name) || {}).value;";

/// As anywidget does it: the file is run anew for each model, in the page's own world.
const WIDGET: &str = "<script>
    window.widget = async () => {
        const text = await (await fetch('/node_modules/activation-lab/embedded.js')).text();
        return (await import(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })))).default;
    };
</script>";

async fn check(script: &str, argument: Value) -> Result<()> {
    let address = beside("widget.html", &format!("{COUNT}{WIDGET}"), Vec::new())?;
    with_page(Screen::DESK, &site()?, async |page| {
        // There is no figure yet that could be waited for.
        page.driver().goto(&address).await?;
        let script = format!("{MODEL}\n{script}");
        run(page, &script, argument).await.map(drop)
    })
    .await
}

/// The value of a measure of `decay` in a state, as the native command prints it.
fn measured(state: &[&str], name: &str) -> Result<f64> {
    let settings = state.iter().flat_map(|setting| ["--set", *setting]);
    let arguments: Vec<&str> = ["measure", "decay"]
        .into_iter()
        .chain(settings)
        .chain([name])
        .collect();
    let text = native(&arguments, "")?;
    let number = text.split_whitespace().last().unwrap_or_default();
    Ok(number.parse()?)
}

#[tokio::test]
async fn a_widget_and_its_model_follow_each_other() -> Result<()> {
    let argument = json!({
        "links": ["figure=decay&v=2&depth=7", "figure=decay&v=2&depth=12&activation=tanh"],
        "numbers": [measured(&["depth=7"], "gradient_1")?, measured(&["depth=12", "activation=tanh"], "gradient_1")?],
    });
    let script = "
        const { links, numbers } = argument;
        const model = new Model({ link: links[0], plots: '', measures: [] });
        const { el, clean, figure } = await shown(model);
        await drawn(figure);
        await until('the first numbers', () => number(model, 'gradient_1') !== undefined);
        same(number(model, 'gradient_1'), numbers[0], 'gradient_1');
        same(model.get('link'), links[0], 'the link');
        same([model.get('plots'), model.get('notes')], ['', []], 'plots and notes');

        // From Python.
        model.set('link', links[1]);
        same([figure.depth, figure.state.includes('depth=12')], ['7', true], 'at once');
        await until('its numbers', () => number(model, 'gradient_1') === numbers[1]);
        same([figure.depth, figure.activation], ['12', 'tanh'], 'attributes');

        // From the reader.
        const saved = model.saved;
        figure.depth = 33;
        await until('the state in Python', () => model.get('link').includes('depth=33') && model.saved > saved);

        // What is shown of it, both ways.
        model.set('plots', 'gradient');
        await until('one plot', () => every(figure, 'canvas').length === 1);
        await until('the link', () => model.get('link').includes('plots=gradient'));
        inside(figure, '.whole').click();
        figure.load('depth=5&plots=network');
        await until('the other plot in Python', () => model.get('plots') === 'network');
        same(figure.state.includes('plots=network'), true, figure.state);
        model.set('plots', '');
        await until('the whole', () => !model.get('link').includes('plots='));

        // Another figure, and what there is not.
        model.set('link', 'https://example.org/lab.html#figure=curves&colour=red');
        await until('curves', () => figure.figure === 'curves' && model.get('link').startsWith('figure=curves'));
        await until('the note', () => model.get('notes').length === 1);
        sure(model.get('notes')[0].includes('colour'), model.get('notes')[0]);
        await drawn(figure);

        // Light and dark as the notebook, unless Python says something else; and as high as it says.
        const theme = () => inside(figure, '.lab').dataset.theme;
        document.body.dataset.jpThemeLight = 'false';
        await until('dark', () => theme() === 'dark');
        model.set('theme', 'projector');
        await until('projector', () => theme() === 'projector');
        model.set('height', 333);
        same(figure.offsetHeight, 333, 'height');

        sure(model.alive > 5, `${model.alive} listeners`);
        clean();
        same([model.alive, el.childElementCount], [0, 0], 'left behind');";
    check(script, argument).await
}

/// Two models, one of them in two views: each has its own state, both views of one model the same, and one module draws all.
#[tokio::test]
async fn widgets_share_the_module_and_nothing_else() -> Result<()> {
    let script = "
        const [one, two] = ['depth=3', 'depth=4'].map((state) => new Model({ link: `figure=decay&v=2&${state}`, measures: [], height: 300 }));
        const [a, b, c] = await Promise.all([shown(one), shown(one), shown(two)]);
        for (const { figure } of [a, b, c]) {
            figure.scrollIntoView({ behavior: 'instant' });
            await drawn(figure);
        }
        a.figure.depth = 21;
        await until('the other view', () => b.figure.depth === '21');
        same([c.figure.depth, two.get('link').includes('depth=4')], ['4', true], 'the other model');
        same(made.figures, 1, 'modules');
        a.clean();
        one.set('link', 'figure=decay&depth=22');
        await until('the view that is left', () => b.figure.depth === '22');";
    check(script, Value::Null).await
}

/// Controls that the class names are numbers, truths and texts in Python; what Python says before the figure is shown goes before the link.
#[tokio::test]
async fn controls_of_the_model_are_followed_both_ways() -> Result<()> {
    let script = "
        const model = new Model({ link: 'figure=decay&v=2&depth=7', depth: 12, activation: null, zones: null, measures: [] });
        const { figure } = await shown(model);
        const controls = () => ['depth', 'activation', 'zones'].map((name) => model.get(name));
        await until('the factory’s in Python', () => model.get('activation') === 'sigmoid');
        same([figure.depth, ...controls()], ['12', 12, 'sigmoid', null], 'at first');
        await until('the link', () => model.get('link').includes('depth=12'));

        // From Python, and back to the factory's.
        model.set('activation', 'tanh');
        model.set('depth', null);
        same([figure.activation, figure.depth], ['tanh', null], 'at once');
        await until('the factory’s depth', () => model.get('depth') === 10);

        // From the reader.
        figure.depth = 33;
        await until('33 in Python', () => model.get('depth') === 33);

        // Another figure has other controls.
        model.set('link', 'figure=curves&v=2&zones=false');
        await until('its own', () => model.get('zones') === false);
        same(controls(), [null, 'sigmoid', false], 'those of curves');
        model.set('zones', true);
        await until('the link of it', () => model.get('link') === 'figure=curves&v=2');";
    check(script, Value::Null).await
}

/// A notebook around hears no key that is pressed in a figure, unless it is one with Ctrl, Alt or ⌘.
#[tokio::test]
async fn keys_of_a_figure_are_not_those_of_the_notebook() -> Result<()> {
    let script = "
        const { figure, clean, el } = await shown(new Model({ link: 'figure=decay', measures: [], height: 300 }));
        await drawn(figure);
        const heard = [];
        for (const type of ['keydown', 'keyup']) document.addEventListener(type, ({ key }) => heard.push(type + key));
        const press = (key, more) => {
            for (const type of ['keydown', 'keyup']) inside(figure, '#depth').dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true, cancelable: true, ...more }));
        };
        for (const key of ['x', 'ArrowDown', 'Enter', ' ', 'Home']) press(key, {});
        press('X', { shiftKey: true });
        same(heard, [], 'heard');
        for (const name of ['ctrlKey', 'altKey', 'metaKey']) press('s', { [name]: true });
        same(heard.length, 6, 'of three keys');
        clean();
        el.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
        same(heard.length, 7, 'without a figure');";
    check(script, Value::Null).await
}

//! What formulas are written in.

use anyhow::{Result, ensure};
use browser_tests::{Screen, single_file, site, with_page};
use serde_json::{Value, json};

/// Draws every sign of every formula, each as the browser would set it, with the page's font before one of two very different ones.
/// A sign that is the same in both, and neither what the second of them draws alone nor the box for what is not there, is in the font.
const LACKING: &str = "
    await document.fonts.load('40px \"Activation Lab Math\"', 'x');
    const italic = (letter) => {
        if (letter === 'h') return '\\u210e';
        if (/^[a-z]$/.test(letter)) return String.fromCodePoint(0x1d44e + letter.charCodeAt(0) - 97);
        if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(0x1d434 + letter.charCodeAt(0) - 65);
        if (/^[\\u03b1-\\u03c9]$/.test(letter)) return String.fromCodePoint(0x1d6fc + letter.charCodeAt(0) - 0x3b1);
        return letter;
    };
    const signs = new Set();
    const gather = (root) => {
        for (const part of root.querySelectorAll('mi, mo, mn, mtext')) {
            const upright = part.localName !== 'mi' || part.getAttribute('mathvariant') === 'normal';
            const text = part.textContent.trim();
            for (const sign of [...text].length === 1 && !upright ? italic(text) : text) signs.add(sign);
        }
    };
    gather(document);
    const { catalogue, modules, math } = ActivationLab;
    await modules.whole();
    for (const { id, controls } of catalogue.figures) {
        const { choices = [] } = controls.find((control) => control.id === 'activation') || {};
        for (const name of choices.length ? choices.map((choice) => choice.id ?? choice) : ['']) {
            const lab = new (modules.of(id).Lab)(id);
            if (name) lab.set('activation', name);
            const { formulas } = JSON.parse(lab.panel('light'));
            lab.free();
            const whole = document.createElement('div');
            whole.append(...formulas.map(({ mathml }) => math(mathml)));
            gather(whole);
        }
    }
    const board = Object.assign(document.createElement('canvas'), { width: 90, height: 60 }).getContext('2d', { willReadFrequently: true });
    const picture = (font, sign) => {
        board.clearRect(0, 0, 90, 60);
        board.font = `40px ${font}`;
        board.fillText(sign, 20, 42);
        return board.getImageData(0, 0, 90, 60).data.join();
    };
    const OURS = '\"Activation Lab Math\"';
    // What no font has is drawn as a box, by some browsers by that of the first font.
    const box = picture(`${OURS}, monospace`, '\u{10fffd}');
    const has = (sign) => {
        const ours = picture(`${OURS}, monospace`, sign);
        return ours === picture(`${OURS}, serif`, sign) && ours !== picture('monospace', sign) && ours !== box;
    };
    // Ours has no Cyrillic, which every other font has. Invisible signs and spaces have no picture.
    const seen = [...signs].filter((sign) => sign.trim() && !/\\p{Cf}/u.test(sign));
    return { count: seen.length, lacking: seen.filter((sign) => !has(sign)), strange: has('\\u0416') };";

#[tokio::test]
async fn every_sign_of_a_formula_is_in_the_font_of_both_forms() -> Result<()> {
    for address in [site()?, single_file()?] {
        with_page(Screen::DESK, &address, async |page| {
            let found = page.run_later(LACKING, Value::Null).await?;
            ensure!(found["count"].as_u64() > Some(40), "{address}: {found}");
            ensure!(
                found["lacking"] == json!([]) && found["strange"] == json!(false),
                "{address}: {found}"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

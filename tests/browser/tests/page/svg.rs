//! The command's SVG in a browser beside its PNG, which another program has drawn from the same text.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use browser_tests::{Ability, Screen, native, single_file, with_page};
use serde_json::json;

/// The font of the PNG, so that the browser writes in the same.
const FONT: &[u8] = include_bytes!("../../../../fonts/ActivationLabSans-Regular.otf");

const FAMILY: &str = "Activation Lab Sans";

/// Draws both pictures and tells how far apart their squares of 8 pixels are: the mean level of a channel, at worst, and where.
///
/// Each program smooths the edges of letters and lines in its own way, but puts as much ink into a square.
const COMPARE: &str = "
    const pixels = async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const context = canvas.getContext('2d', { willReadFrequently: true });
        // A font inside a picture may come after the picture.
        for (let times = 0; times < 3; times += 1) {
            await new Promise((go) => setTimeout(go, 100));
            context.drawImage(image, 0, 0);
        }
        return context.getImageData(0, 0, canvas.width, canvas.height);
    };
    const [svg, png] = await Promise.all(argument.map(pixels));
    if (svg.width !== png.width || svg.height !== png.height) throw new Error('other sizes');
    const side = 8;
    const wide = Math.ceil(svg.width / side);
    const sums = new Float64Array(4 * wide * Math.ceil(svg.height / side));
    for (let at = 0; at < svg.data.length; at += 1) {
        const [x, y] = [(at >> 2) % svg.width, Math.floor((at >> 2) / svg.width)];
        const square = Math.floor(y / side) * wide + Math.floor(x / side);
        sums[4 * square + (at & 3)] += svg.data[at] - png.data[at];
    }
    const apart = sums.map(Math.abs);
    const worst = apart.indexOf(Math.max(...apart));
    return [apart[worst] / side / side, ((worst >> 2) % wide) * side, Math.floor((worst >> 2) / wide) * side];";

/// Letters were seen to differ by up to 18 levels, where one program puts a stem on the border of two squares and the other beside it.
/// A single cell that is missing was seen to differ by 62, a whole field by 158.
const WORST: f64 = 30.0;

/// The states in which each figure has what the others have not: fields, cells, dashes, hatching, points.
const STATES: [&str; 9] = [
    "figure=neuron",
    "figure=collapse&activation=tanh&t=0.5",
    "figure=curves&activation=sigmoid,tanh,relu&second=true&inputs=true",
    "figure=decay&activation=relu,leaky_relu&weight=2",
    "figure=layers",
    "figure=layers&show=z&activation=tanh&gain=1.8",
    "figure=freeze&step=10&show=boundary",
    "figure=freeze&step=10",
    "figure=dying",
];

#[tokio::test]
async fn a_picture_is_the_same_in_a_browser_and_without_one() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        page.needs(Ability::Letters)?;
        for theme in ["light", "dark"] {
            for state in STATES {
                let pictures = pictures(state, theme)?;
                let answer = page.run_later(COMPARE, json!(pictures)).await?;
                let [worst, x, y]: [f64; 3] = serde_json::from_value(answer)?;
                ensure!(
                    worst < WORST,
                    "{state}, {theme}: {worst:.1} levels apart at {x}, {y}"
                );
            }
        }
        Ok(())
    })
    .await
}

/// The addresses of the SVG and of the PNG of a link.
fn pictures(state: &str, theme: &str) -> Result<[String; 2]> {
    let link = ["figure", "--link", state, "--theme", theme];
    let look = ["--width", "720", "--font", FAMILY];
    let svg = native(&[&link[..], &look].concat(), "")?;
    let style = format!(
        "<style>@font-face {{ font-family: '{FAMILY}'; src: url(data:font/otf;base64,{}) }}</style>\n<title>",
        STANDARD.encode(FONT)
    );
    let svg = svg.replacen("<title>", &style, 1);
    let file = std::env::temp_dir().join(format!("activation-lab-{}.png", std::process::id()));
    let out = file.to_str().context("a path of text")?;
    native(&[&link[..], &look, &["-o", out]].concat(), "")?;
    let png = std::fs::read(&file)?;
    std::fs::remove_file(&file)?;
    Ok([
        format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg)),
        format!("data:image/png;base64,{}", STANDARD.encode(png)),
    ])
}

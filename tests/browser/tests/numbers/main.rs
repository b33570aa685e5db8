//! Native and wasm compute the same numbers, to the last bit: a figure from the command line is the figure on the page.

mod worker;

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, activations, native, single_file, with_page};
use serde_json::json;

/// Points for every function: everywhere that f64 goes, and densely where people look.
fn points() -> Vec<f64> {
    let mut points = vec![
        0.0,
        -0.0,
        f64::MIN_POSITIVE,
        5e-324,
        -5e-324,
        1e300,
        -1e300,
        f64::MAX,
        f64::MIN,
    ];
    points.extend([
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
        f64::EPSILON,
        1.0 - f64::EPSILON,
        0.5,
        -0.5,
    ]);
    points.extend((-2000..=2000).map(|i| f64::from(i) / 100.0));
    points.extend((-800..=800).map(|i| f64::from(i) * 1.03125));
    // A fixed sequence over all exponents and both signs (Knuth's multiplier); what is not finite is left out.
    let mut bits: u64 = 0x2545_F491_4F6C_DD1D;
    let scattered = std::iter::repeat_with(move || {
        bits = bits
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        f64::from_bits(bits)
    });
    points.extend(scattered.filter(|x| x.is_finite()).take(1000));
    points
}

#[tokio::test]
async fn activations_agree_bit_for_bit() -> Result<()> {
    let points = points();
    assert!(points.len() > 6000);
    with_page(Screen::DESK, &single_file()?, async |page| {
        for activation in activations()? {
            for order in 0..=2 {
                let ours = native_values(&activation, order, &points)?;
                let theirs = wasm_values(page, &activation, order, &points).await?;
                ensure!(ours.len() == points.len() && theirs.len() == points.len());
                for ((x, native), wasm) in points.iter().zip(&ours).zip(&theirs) {
                    // IEEE 754 leaves the bits of a NaN open.
                    let same =
                        native.to_bits() == wasm.to_bits() || native.is_nan() && wasm.is_nan();
                    ensure!(
                        same,
                        "{activation}, order {order}, x = {x:?}: native {native:?}, wasm {wasm:?}"
                    );
                }
            }
        }
        Ok(())
    })
    .await
}

/// States of a figure as its controls' values, chosen to be awkward: deep, huge, tiny, dead, and each with other numbers.
const CHAINS: [&[&str]; 6] = [
    &["depth=10"],
    &["depth=1000"],
    &["depth=1000", "weight=3.99", "bias=-1.7", "input=2.3"],
    &["depth=137", "weight=-0.01", "bias=0.3"],
    &["depth=40", "weight=-4", "bias=3", "input=-3"],
    &[
        "depth=60",
        "weight=0.77",
        "bias=-3",
        "input=-2.9",
        "alpha=0.125",
    ],
];

#[tokio::test]
async fn chains_agree_to_the_last_digit() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        for activation in activations()? {
            for chain in CHAINS {
                let chosen = format!("activation={activation}");
                let state = [&[chosen.as_str()], chain].concat();
                figure_agrees(page, "decay", &state).await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn curves_agree_to_the_last_digit() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        figure_agrees(page, "curves", &[]).await?;
        for activation in activations()? {
            let chosen = format!("activation={activation}");
            figure_agrees(
                page,
                "curves",
                &[&chosen, "second=true", "x_min=-40", "x_max=23.5"],
            )
            .await?;
        }
        Ok(())
    })
    .await
}

/// Random networks: narrow and wide, and every way around and through a layer.
const NETWORKS: [&[&str]; 5] = [
    &[],
    &["activation=gelu", "gain=1.41", "bias_std=0.3", "seed=999"],
    &["activation=relu", "gain=3", "depth=100", "width=7"],
    &[
        "activation=tanh",
        "layer_norm=true",
        "residual=true",
        "bias_std=1",
    ],
    &["activation=selu", "width=200", "batch=128", "depth=5"],
];

#[tokio::test]
async fn random_networks_agree_to_the_last_digit() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        for network in NETWORKS {
            figure_agrees(page, "layers", network).await?;
        }
        Ok(())
    })
    .await
}

/// Whole stories, to the last step: one bit that differs grows, and the stories part.
const STORIES: [&[&str]; 5] = [
    &["step=1000"],
    &["step=1000", "data=spiral", "rate=1", "batch=1", "seed=7"],
    &["step=700", "data=moons", "bias=-1.5", "width=32", "unit=32"],
    &["step=400", "data=circles", "batch=100", "seed=999"],
    &[
        "step=500",
        "leak=all",
        "leak_step=60",
        "alpha=0.3",
        "unit=16",
    ],
];

#[tokio::test]
async fn trainings_agree_to_the_last_digit() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        for story in STORIES {
            figure_agrees(page, "dying", story).await?;
        }
        Ok(())
    })
    .await
}

/// Two networks each, with every remedy, every optimiser, and an end.
const EXPERIMENTS: [&[&str]; 6] = [
    &["step=500"],
    &[
        "step=300",
        "data=spiral",
        "optimiser=adam",
        "rate=0.01",
        "b_activation=gelu",
        "b_residual=true",
        "b_layer_norm=true",
    ],
    &[
        "step=300",
        "b_steps=equal",
        "b_held=2",
        "b_gain=2.5",
        "bias_std=0.3",
        "shallow=1",
        "optimiser=momentum",
        "b_init=orthogonal",
        "b_activation=tanh",
        "batch=1",
        "seed=7",
        "residual=true",
    ],
    &[
        "step=60",
        "depth=16",
        "width=33",
        "batch=100",
        "layer_norm=true",
        "data=xor",
    ],
    &[
        "step=200",
        "branch=77",
        "b_activation=sigmoid",
        "b_layer_norm=true",
        "activation=silu",
        "data=moons",
    ],
    &["step=50", "data=sine", "rate=0.5", "activation=identity"],
];

#[tokio::test]
async fn experiments_agree_to_the_last_digit() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        for experiment in EXPERIMENTS {
            figure_agrees(page, "freeze", experiment).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn neurons_agree_to_the_last_digit() -> Result<()> {
    let four = [
        "inputs=4", "x1=-2.95", "w3=0.7", "x3=1.1", "w4=-3.3", "x4=0.35",
    ];
    with_page(Screen::DESK, &single_file()?, async |page| {
        for activation in activations()? {
            let chosen = format!("activation={activation}");
            figure_agrees(page, "neuron", &[&chosen]).await?;
            figure_agrees(page, "neuron", &[&[chosen.as_str()], &four[..]].concat()).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn collapsed_layers_agree_to_the_last_digit() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        figure_agrees(page, "collapse", &["depth=8", "seed=17"]).await?;
        for activation in activations()? {
            let chosen = format!("activation={activation}");
            figure_agrees(page, "collapse", &[&chosen, "t=0.37", "depth=6"]).await?;
        }
        Ok(())
    })
    .await
}

async fn figure_agrees(page: &Page, figure: &str, state: &[&str]) -> Result<()> {
    let mut arguments = vec!["figure", figure, "--format", "csv", "--out", "-"];
    arguments.extend(state.iter().flat_map(|setting| ["--set", setting]));
    let native = native(&arguments, "")?;
    let wasm = page.csv(figure, &state.join("&")).await?;
    ensure!(
        native.lines().count() > 1,
        "{figure} {state:?}: an empty table"
    );
    let pairs = native.lines().zip(wasm.lines());
    for (line, (native, wasm)) in pairs.enumerate() {
        ensure!(
            native == wasm,
            "{figure} {state:?}, line {}:\nnative {native}\nwasm   {wasm}",
            line + 1
        );
    }
    ensure!(native == wasm, "{figure} {state:?}: one table is longer");
    Ok(())
}

fn native_values(activation: &str, order: u8, points: &[f64]) -> Result<Vec<f64>> {
    let input: String = points.iter().map(|x| format!("{x:?}\n")).collect();
    let output = native(
        &["values", activation, "--order", &order.to_string()],
        &input,
    )?;
    output
        .lines()
        .map(|line| {
            line.parse()
                .with_context(|| format!("{line} is not a number"))
        })
        .collect()
}

/// Bits go in and out as hexadecimal text, which no conversion on the way can round.
async fn wasm_values(page: &Page, activation: &str, order: u8, points: &[f64]) -> Result<Vec<f64>> {
    let bits: Vec<String> = points
        .iter()
        .map(|x| format!("0x{:x}", x.to_bits()))
        .collect();
    let script = "
        const [activation, order, bits] = argument;
        const xs = new Float64Array(BigUint64Array.from(bits, BigInt).buffer);
        const ys = Float64Array.from(ActivationLab.wasm.values(activation, order, xs));
        return Array.from(new BigUint64Array(ys.buffer), (bits) => bits.toString(16));";
    let value = page.run(script, json!([activation, order, bits])).await?;
    let bits: Vec<String> = serde_json::from_value(value)?;
    bits.iter()
        .map(|text| Ok(f64::from_bits(u64::from_str_radix(text, 16)?)))
        .collect()
}

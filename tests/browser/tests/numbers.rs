//! Native and wasm compute the same numbers, to the last bit: a figure from the command line is the figure on the page.

use activation_lab::model::experiment::{Plan, Question, answer_words, request_words};
use anyhow::{Context, Result, ensure};
use browser_tests::{
    Page, Screen, activations, figure_agrees, native, single_file, site, with_page,
};
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

/// Asks the worker: two requests of which only the second is to be answered, as the bits of its words.
const ASK: &str = "
    const [early, late] = argument.map((words) => Float64Array.from(words));
    return new Promise((resolve, reject) => {
        const answered = (words) => words.length > 1 && resolve(new BigUint64Array(words.buffer).join(' '));
        const trainer = ActivationLab.trainer(answered, () => reject('the worker was lost'));
        if (!trainer.ask(early) || !trainer.ask(late)) reject('there is no worker');
    });";

/// The worker's module has vectors and the native one others; two hundred steps later every number is the same.
#[tokio::test]
async fn the_worker_agrees_bit_for_bit() -> Result<()> {
    let words = |depth: usize, activation: &str, step: u64| -> Result<Vec<f64>> {
        let mut plan = Plan {
            depth,
            ..Plan::default()
        };
        plan.arms[0].activation = activation.parse()?;
        let question = Question {
            step,
            layer: 1,
            plane: true,
        };
        Ok(request_words(&plan, question))
    };
    let mut expected = Vec::new();
    for activation in ["sigmoid", "tanh", "gelu"] {
        let (early, late) = (words(3, activation, 1)?, words(5, activation, 200)?);
        let ours = answer_words(&mut None, &late, &|| false)?;
        expected.push((activation, json!([early, late]), ours));
    }
    for address in [single_file()?, site()?] {
        with_page(Screen::DESK, &address, async |page| {
            for (activation, requests, ours) in &expected {
                let theirs = page.run_later(ASK, requests.clone()).await?;
                let theirs: String = serde_json::from_value(theirs)?;
                let theirs: Vec<&str> = theirs.split(' ').collect();
                ensure!(ours.len() == theirs.len(), "{activation}: other lengths");
                for (place, (native, worker)) in ours.iter().zip(theirs).enumerate() {
                    let worker = f64::from_bits(worker.parse()?);
                    let same =
                        native.to_bits() == worker.to_bits() || native.is_nan() && worker.is_nan();
                    ensure!(
                        same,
                        "{activation}, word {place}: native {native:?}, worker {worker:?}"
                    );
                }
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// Where the browser has no vectors, and where the module does not arrive, the page is told to do the work itself.
#[tokio::test]
async fn without_a_worker_the_page_is_told() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let told = page
            .run_later(
                "const validate = WebAssembly.validate;
                WebAssembly.validate = () => false;
                const old = ActivationLab.trainer(() => {}, () => {}).ask(new Float64Array(1));
                WebAssembly.validate = validate;
                ActivationLab.training.module = async () => new ArrayBuffer(8);
                const damaged = await new Promise((resolve) => {
                    const trainer = ActivationLab.trainer(() => {}, () => resolve(trainer.ask(new Float64Array(1))));
                    trainer.ask(new Float64Array(1));
                });
                return [old, damaged];",
                json!(null),
            )
            .await?;
        ensure!(told == json!([false, false]), "{told}");
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

/// Random networks: plain, deep, wide, with every remedy, and beyond the range of f64.
const NETWORKS: [&[&str]; 5] = [
    &[],
    &[
        "depth=100",
        "width=33",
        "bias_std=0.7",
        "seed=999",
        "batch=5",
    ],
    &["residual=true", "layer_norm=true", "gain=2.31"],
    &["gain=3", "depth=60", "width=8", "batch=128"],
    &["layer_norm=true", "width=1"],
];

#[tokio::test]
async fn random_networks_agree_to_the_last_digit() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        for activation in activations()? {
            let chosen = format!("activation={activation}");
            for network in NETWORKS {
                let state = [&[chosen.as_str()], network].concat();
                figure_agrees(page, "layers", &state).await?;
            }
        }
        figure_agrees(page, "layers", &["width=512", "depth=7", "activation=gelu"]).await
    })
    .await
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

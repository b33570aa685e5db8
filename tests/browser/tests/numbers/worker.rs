//! The worker's module with its vectors computes what the native build does, to the last bit; and where there is no worker, the page is told.

use activation_lab::model::experiment::{Errand, Plan, Question};
use activation_lab::model::training::Stride;
use activation_lab::model::work::Budget;
use anyhow::{Result, ensure};
use browser_tests::{Screen, single_file, site, with_page};
use serde_json::json;

/// Asks the worker: two requests of which only the second is to be answered, as the bits of its words.
const ASK: &str = "
    const [early, late] = argument.map((words) => Float64Array.from(words));
    // On the site, training's scripts come with the module of figures that train.
    await ActivationLab.modules.whole();
    return new Promise((resolve, reject) => {
        const answered = (words) => words.length > 1 && resolve(new BigUint64Array(words.buffer).join(' '));
        const trainer = ActivationLab.trainer(answered, () => reject('the worker was lost'));
        if (!trainer.ask(early) || !trainer.ask(late)) reject('there is no worker');
    });";

/// The worker's module has vectors and the native one others; two hundred steps later every number is the same.
#[tokio::test]
async fn the_worker_agrees_bit_for_bit() -> Result<()> {
    let errand = |depth: usize, activation: &str, step: u64| -> Result<Errand> {
        let mut plan = Plan {
            depth,
            ..Plan::default()
        };
        plan.arms[0].activation = activation.parse()?;
        plan.arms[1].stride = Stride::Equal;
        plan.arms[1].held = 1;
        let question = Question {
            step,
            layer: 1,
            plane: true,
        };
        Ok(Errand { plan, question })
    };
    let mut expected = Vec::new();
    for activation in ["sigmoid", "tanh", "gelu"] {
        let (early, late) = (errand(3, activation, 1)?, errand(5, activation, 200)?);
        let ours = late.work(&mut None, Budget::default())?.words();
        let requests = [early, late].map(|errand| errand.words());
        expected.push((activation, json!(requests), ours));
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
                // The page's own, which a driver's script may stand beside.
                "const { WebAssembly } = window;
                const validate = WebAssembly.validate;
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

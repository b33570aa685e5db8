//! The states of the claims, each worked out once, two seeds at a time.

use activation_lab::figure::{Figure, Memory, Quantity, Scene, Settings, Shown, find, link};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many seeds are worked on at a time.
const HANDS: usize = 2;

/// A state as it comes out.
pub struct Seen {
    pub summary: String,
    measures: HashMap<String, Quantity>,
}

impl Seen {
    /// A measure; the logarithm of an exact zero is -∞.
    pub fn measure(&self, name: &str) -> f64 {
        let value = self.measures.get(name);
        let value = value.unwrap_or_else(|| panic!("no measure is called '{name}'"));
        let compared = value.compared();
        compared.unwrap_or_else(|| panic!("{name} is {}", value.spelled()))
    }
}

/// The figure of a link, and its state.
pub fn state(address: &str, seed: Option<u64>) -> (&'static Figure, Settings) {
    let figure = link::figure(address).unwrap_or_else(|| panic!("{address} names no figure"));
    let figure = find(&figure).unwrap_or_else(|error| panic!("{address}: {error}"));
    let mut scene = Scene::new(figure);
    let notes = scene.apply(address);
    assert!(notes.is_empty(), "{address}: {notes:?}");
    // What is shown changes neither a measure nor a sentence.
    let mut settings = scene.settings;
    if let Some(seed) = seed {
        let set = settings.set("seed", &seed.to_string());
        // What nothing random belongs to is the same for every seed.
        assert!(set.is_ok() || figure.controls.iter().all(|c| c.id != "seed"));
    }
    (figure, settings)
}

/// One spelling for each state.
fn key(address: &str, seed: Option<u64>) -> String {
    let (figure, settings) = state(address, seed);
    link::address(figure.id, &link::spell(&settings.changed()))
}

/// What has been worked out.
#[derive(Default)]
pub struct Lab {
    seen: HashMap<String, Seen>,
}

impl Lab {
    /// Works out all of them: a seed in one hand, because its states have networks in common, which the figure's memory then trains once.
    pub fn of(states: &[(&str, Option<u64>)]) -> Lab {
        let mut of_seeds: BTreeMap<Option<String>, BTreeSet<String>> = BTreeMap::new();
        for (link, seed) in states {
            let (_, settings) = state(link, *seed);
            let of_seed = of_seeds.entry(settings.text("seed")).or_default();
            of_seed.insert(key(link, *seed));
        }
        let of_seeds: Vec<BTreeSet<String>> = of_seeds.into_values().collect();
        let (next, seen) = (AtomicUsize::new(0), Mutex::new(HashMap::new()));
        thread::scope(|scope| {
            for _ in 0..HANDS {
                scope.spawn(|| {
                    while let Some(keys) = of_seeds.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let mut memory = Memory::default();
                        for key in keys {
                            let found = see(key, &mut memory);
                            seen.lock().expect("alone").insert(key.clone(), found);
                        }
                    }
                });
            }
        });
        let seen = seen.into_inner().expect("alone");
        Lab { seen }
    }

    pub fn get(&self, address: &str, seed: Option<u64>) -> &Seen {
        &self.seen[&key(address, seed)]
    }
}

fn see(address: &str, memory: &mut Memory) -> Seen {
    let (figure, settings) = state(address, None);
    let view = figure.draft(&settings, &Shown::default(), memory).view;
    let measures = view.measures.iter().map(|m| (m.name(), m.value));
    Seen {
        summary: view.summary,
        measures: measures.collect(),
    }
}

//! Random states of a figure, by its table of controls; the same ones each time.

use activation_lab::figure::{Figure, Kind, Place, Settings, link};
use activation_lab::model::activation::Kind as ActivationKind;
use activation_lab::model::random::{Purpose, Random};

/// A state, as a link says it.
pub struct State {
    pub link: String,
}

/// Larger networks say nothing new, and take Python minutes.
const WIDEST: f64 = 24.0;

/// Steps of a training: what is promised of it is promised for so many.
const STEPS: f64 = 50.0;

/// The first state of a figure, and some others.
pub fn states(figure: &'static Figure, count: usize) -> Vec<State> {
    let mut random = Random::new(20_261_126, Purpose::Data);
    let mut settings = vec![first(figure)];
    settings.extend((0..count).map(|_| drawn(figure, &mut random)));
    let link = |settings: &Settings| link::address(figure.id, &link::spell(&settings.changed()));
    settings.iter().map(|s| State { link: link(s) }).collect()
}

/// The state that a figure opens in; of a training, after as many steps as are promised.
fn first(figure: &Figure) -> Settings {
    let mut settings = Settings::defaults(figure.controls);
    shorten(figure, &mut settings);
    settings
}

fn shorten(figure: &Figure, settings: &mut Settings) {
    if figure.player.is_some() {
        let step = settings.number("step").min(STEPS);
        settings.set_number("step", step);
    }
    let width = settings.number("width");
    settings.set_number("width", width.min(WIDEST));
}

fn drawn(figure: &'static Figure, random: &mut Random) -> Settings {
    let mut settings = Settings::defaults(figure.controls);
    for control in figure.controls {
        // Every third stays as it is: what meets in most states is to be met.
        if random.below(3) == 0 {
            continue;
        }
        match &control.kind {
            Kind::Number { .. } => {
                let last = settings.positions(control.id) as usize;
                let steps = if control.place == Place::Player || control.id == "branch" {
                    STEPS as usize
                } else {
                    last
                };
                // Ends are where most goes wrong.
                let position = match random.below(4) {
                    0 => 0,
                    1 => last.min(steps),
                    _ => random.below(last.min(steps) + 1),
                };
                settings.set_position(control.id, position as u32);
            }
            Kind::Choice { options, .. } => {
                let option = options[random.below(options.len())].0;
                settings.set(control.id, option).expect(option);
            }
            Kind::Switch { .. } => {
                let on = if random.below(2) == 0 {
                    "true"
                } else {
                    "false"
                };
                settings.set(control.id, on).expect("a switch");
            }
            Kind::Activations { most, .. } => {
                let count = 1 + random.below((*most).min(3));
                let names: Vec<String> = (0..count).map(|_| activation(random)).collect();
                let list = names.join(",");
                settings.set(control.id, &list).expect(&list);
            }
        }
    }
    shorten(figure, &mut settings);
    settings
}

/// Any of them, half of them with other parameters than usual.
fn activation(random: &mut Random) -> String {
    let kind = ActivationKind::ALL[random.below(ActivationKind::ALL.len())];
    let parameters = kind.parameters().iter();
    let said: Vec<String> = parameters
        .filter_map(|p| {
            let value = p.default * (0.5 + 2.0 * random.uniform());
            let (least, most) = p.teaching;
            (random.below(2) == 0).then(|| format!("{}={}", p.id, value.clamp(least, most)))
        })
        .collect();
    match said.is_empty() {
        true => kind.id().to_owned(),
        false => format!("{}({})", kind.id(), said.join(",")),
    }
}

//! Links that were written before links had versions mean what they meant then.

use activation_lab::figure::{FIGURES, Settings, find, link};

/// A link, and what it means where it says nothing else: from the tables of the release that wrote it.
///
/// Most stood in that release's article; the others are its address bar's, and hand-written ones.
const OLD: [(&str, &[(&str, &str)]); 27] = [
    ("#figure=neuron&b=-0.6", &[]),
    ("#figure=collapse&activation=relu&t=1", &[]),
    (
        "#figure=curves&activation=leaky_relu,relu&x=-2&alpha=0.1",
        &[],
    ),
    (
        "#figure=curves&x=-1",
        &[("activation", "sigmoid,tanh,relu,leaky_relu,gelu")],
    ),
    ("#figure=curves&activation=gelu,relu&x=-1", &[]),
    // The figure alone: as it is.
    ("#figure=decay", &[]),
    ("figure=decay&v=1", &[("view", "log")]),
    ("#figure=decay&weight=4", &[("view", "log")]),
    (
        "#figure=decay&activation=relu&weight=-1",
        &[("view", "log")],
    ),
    ("#figure=decay&view=linear&depth=40", &[]),
    ("#figure=freeze", &[]),
    ("#figure=freeze&step=1", FREEZE),
    (
        "#figure=freeze&b_residual=true&b_init=xavier_normal&b_activation=sigmoid",
        FREEZE,
    ),
    ("#figure=freeze&data=moons&rate=0.3", FREEZE),
    ("#figure=freeze&data=xor&step=0", FREEZE),
    ("?figure=freeze&depth=16&seed=4", FREEZE),
    ("#v=1&figure=freeze", FREEZE),
    ("v=1&depth=4&figure=freeze", FREEZE),
    ("figure=dying&", &[]),
    ("#figure=dying&step=0", DYING),
    ("#figure=dying&bias=-3&step=0", DYING),
    ("#figure=dying&rate=0.1&width=4&unit=1", DYING),
    (
        "#figure=dying&leak=one&leaky_unit=3&leak_step=60&step=120",
        DYING,
    ),
    ("%66igure=dying&%73eed=2", DYING),
    ("#figure=layers&activation=tanh&gain=2.5", &[]),
    ("#figure=layers", &[]),
    (
        "#figure=layers&gain=2&residual=true",
        &[("activation", "sigmoid")],
    ),
];

const FREEZE: &[(&str, &str)] = &[("data", "circles"), ("step", "300")];

const DYING: &[(&str, &str)] = &[
    ("rate", "3"),
    ("bias", "0"),
    ("width", "16"),
    ("unit", "3"),
    ("alpha", "0.1"),
    ("data", "xor"),
    ("step", "60"),
    ("speed", "10"),
];

fn read(figure: &str, link: &str) -> Settings {
    let mut settings = Settings::defaults(find(figure).expect(figure).controls);
    assert_eq!(
        link::apply(&mut settings, link),
        Vec::<String>::new(),
        "{link}"
    );
    settings
}

#[test]
fn a_link_without_a_version_means_what_it_meant() {
    for (old, meant) in &OLD {
        let figure = link::figure(old).expect(old);
        // The same pairs as a state of today, with what the release had besides.
        let pairs: Vec<&str> = old.trim_start_matches(['#', '?']).split('&').collect();
        let own = pairs
            .iter()
            .filter(|pair| !pair.contains("igure=") && !pair.starts_with("v="));
        let own: Vec<&str> = own.copied().collect();
        let mut today = read(&figure, "");
        for (id, text) in *meant {
            today
                .set(id, text)
                .unwrap_or_else(|error| panic!("{old}: {error}"));
        }
        assert_eq!(
            link::apply(&mut today, &own.join("&")),
            Vec::<String>::new(),
            "{old}"
        );
        assert_eq!(read(&figure, old), today, "{old}");
        // What the page writes of it is of today, and means the same.
        let written = link::address(&figure, &link::spell(&today.changed()));
        assert_eq!(read(&figure, &written), today, "{old} became {written}");
    }
}

#[test]
fn every_former_default_is_a_value_of_its_control_and_not_the_default_of_today() {
    let mut formers = 0;
    for figure in FIGURES {
        for control in figure.controls {
            let Some(former) = control.former else {
                continue;
            };
            let mut settings = Settings::defaults(figure.controls);
            let set = settings.set(control.id, former);
            assert!(set.is_ok(), "{} {}: {set:?}", figure.id, control.id);
            assert_eq!(settings.changed().len(), 1, "{} {}", figure.id, control.id);
            formers += 1;
        }
    }
    assert!(formers >= 11, "only {formers}");
}

#[test]
fn a_state_that_a_script_hands_over_is_of_today_and_so_is_an_unknown_version() {
    assert!(read("freeze", "").changed().is_empty());
    assert_eq!(
        read("freeze", "depth=2"),
        read("freeze", "#figure=freeze&v=2&depth=2")
    );
    let mut settings = Settings::defaults(find("freeze").expect("freeze").controls);
    let notes = link::apply(&mut settings, "figure=freeze&v=3&depth=2");
    assert!(notes.len() == 1 && notes[0].contains("v=3"), "{notes:?}");
    assert_eq!(settings, read("freeze", "depth=2"));
}

//! `dying`: what it says of the layer and of the chosen unit is what the table and the readouts beside it say.

use crate::shown;
use activation_lab::figure::View;

fn view(pairs: &[(&str, &str)]) -> View {
    shown::view("dying", pairs)
}

/// A column of the table, as it is spelled, in the last rows.
fn last<'a>(view: &'a View, column: &str, rows: usize) -> impl Iterator<Item = String> + 'a {
    let names = &view.table.columns;
    let index = names.iter().position(|name| name.id == column);
    let index = index.expect("a column");
    let all = &view.table.rows;
    all[all.len() - rows..]
        .iter()
        .map(move |row| row[index].spelled())
}

/// The median of a hundred steps may lag behind the loss that is shown beside it.
#[test]
fn a_layer_that_has_just_begun_is_not_said_to_learn_nothing() {
    for more in [&[][..], &[("seed", "26")]] {
        let mut pairs = vec![("leak", "one"), ("leak_step", "0")];
        pairs.extend(more);
        let view = view(&pairs);
        let loss = &view.readouts[2];
        assert_eq!(loss.label, "Loss");
        // 0.9 of ln 2, the loss of guessing between two classes alike.
        assert!(loss.value.parse::<f64>().expect("a loss") < 0.62);
        let said = &view.summary;
        assert!(!said.contains("learns nothing"), "{said}");
        let now = format!("at this step the loss is {}: it has begun", loss.value);
        assert!(said.contains(&now), "{said}");
    }
    let said = view(&[]).summary;
    assert!(said.contains("The layer learns nothing"), "{said}");
}

/// A unit that gets no gradient in f64 does not move, whatever its slope is called.
#[test]
fn a_slope_below_the_range_moves_nothing() {
    let base = [
        ("cure", "gelu"),
        ("rate", "3"),
        ("bias", "0"),
        ("batch", "1"),
        ("seed", "15"),
    ];
    for (step, still) in [("1000", true), ("600", true), ("400", true)] {
        let mut pairs = base.to_vec();
        pairs.push(("step", step));
        let view = view(&pairs);
        let said = &view.summary;
        let words = "its slope there is not 0, but too small for f64: here it does not move";
        assert_eq!(said.contains(words), still, "{said}");
        assert!(!said.contains("it still moves"), "{said}");
        for column in ["w1", "w2", "b"] {
            let mut values = last(&view, column, 100);
            let first = values.next();
            assert!(values.all(|value| Some(value) == first), "{column}");
        }
    }
}

/// A leak or a tail teaches where the unit is off, too.
#[test]
fn a_leak_learns_from_the_points_that_it_is_off_for() {
    for (pairs, others) in [
        (&[("cure", "leak"), ("alpha", "0.5")][..], true),
        (&[("cure", "leak")], true),
        (&[("cure", "gelu")], true),
        (&[], false),
    ] {
        let said = view(&[&[("bias", "0")], pairs].concat()).summary;
        assert_eq!(
            said.contains("and learns from others too"),
            others,
            "{said}"
        );
        assert_eq!(said.contains("and learns from those."), !others, "{said}");
    }
}

/// Who came back may have gone again.
#[test]
fn a_unit_that_fell_silent_again_is_not_called_alive() {
    for seed in 1..=24 {
        let seed = seed.to_string();
        let view = view(&[("leak", "all"), ("leak_step", "500"), ("seed", &seed)]);
        let on = last(&view, "points_on", 1).next();
        let (said, silent) = (&view.summary, on.as_deref() == Some("0"));
        if said.contains("came back to life") {
            assert_eq!(said.contains("has fallen silent again"), silent, "{said}");
        }
        assert!(!said.contains("on for 0 of"), "{said}");
        assert!(
            seed != "12" || said.contains("silent again: it is not on"),
            "{said}"
        );
    }
}

/// What is called little has its limit beside it, and the two losses keep to it.
#[test]
fn little_is_said_with_its_limit() {
    let mut seen = 0;
    for (width, data, rate) in [
        ("16", "xor", "3"),
        ("8", "moons", "1"),
        ("32", "moons", "2"),
    ] {
        for seed in ["1", "2", "3", "4"] {
            let said = view(&[
                ("width", width),
                ("data", data),
                ("rate", rate),
                ("bias", "-1"),
                ("seed", seed),
            ])
            .summary;
            let little = said.contains("here death costs little");
            assert_eq!(little, said.contains("within a factor of 1.5"), "{said}");
            if !little {
                continue;
            }
            seen += 1;
            let number = |from: &str| -> f64 {
                let rest = said.split(from).nth(1).expect(from);
                let text = rest.split([';', ',']).next().expect("a number");
                text.parse().expect(text)
            };
            let (own, twin) = (number("steps) is "), number("from the start it is "));
            let ratio = own.max(twin) / own.min(twin);
            // Two digits each: a twentieth either way.
            assert!(ratio < 1.5 * 1.05 * 1.05, "{said}");
        }
    }
    assert!(seen > 2, "{seen}");
}

/// A leak of 0 is none: the twin has the same dead, and nothing is called their cost.
#[test]
fn a_leak_of_nothing_is_no_comparison() {
    for more in [
        &[
            ("step", "9"),
            ("data", "xor"),
            ("rate", "3"),
            ("width", "23"),
        ][..],
        &[("leak", "one")],
        &[("cure", "leak"), ("width", "16")],
    ] {
        let state = [&[("alpha", "0")], more].concat();
        let said = view(&state).summary;
        assert!(!said.contains("alive"), "{said}");
        assert!(
            said.contains(" as many are dead, and it is ")
                && said.contains(": that shows nothing of what death costs."),
            "{said}"
        );
        let with = view(&[&[("alpha", "0.01")], more].concat()).summary;
        assert!(!with.contains("as many are dead"), "{with}");
    }
}

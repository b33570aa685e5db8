//! The parameters of a chosen activation, such as the α of an ELU, as their small fields change them.

use activation_lab::figure::{Settings, Written};
use activation_lab::state::text as said;
use model::number::{self, spelled};

/// Steps of the arrow keys, and of the same with Shift; parameters are numbers around 1.
const COARSE: f64 = 0.1;
const FINE: f64 = 0.01;

/// Sets a parameter of the activation at `index` of the chooser `id` from text.
///
/// # Errors
/// What is wrong with the text, or with the value; nothing changes then.
pub fn set(
    settings: &mut Settings,
    id: &str,
    index: usize,
    parameter: &str,
    text: &str,
) -> Result<(), String> {
    let value = number::read(text).map_err(|error| said::no_number(&error))?;
    let mut list = settings.activations(id).to_vec();
    if let Some(chosen) = list.get_mut(index) {
        let changed = chosen.activation.with(parameter, value);
        *chosen = changed
            .and_then(|changed| changed.taught())
            .map(Written::own)
            .map_err(|error| said::no_activation(&error))?;
    }
    let names: Vec<String> = list.iter().map(Written::to_string).collect();
    settings
        .set(id, &names.join(","))
        .map_err(|error| error.to_string())
}

/// Moves it to the next multiple of a step, upwards where `direction` is positive.
///
/// # Errors
/// The value would leave the parameter's range.
pub fn step(
    settings: &mut Settings,
    id: &str,
    index: usize,
    parameter: &str,
    direction: i32,
    fine: bool,
) -> Result<(), String> {
    let present = settings
        .activations(id)
        .get(index)
        .and_then(|chosen| chosen.activation.parameter(parameter));
    let Some(present) = present else {
        return Ok(());
    };
    // Dividing by the reciprocal keeps 0.3 from becoming 0.30000000000000004.
    let per_unit = libm::round(1.0 / if fine { FINE } else { COARSE });
    let steps = libm::round(present * per_unit) + f64::from(direction.signum());
    set(settings, id, index, parameter, &spelled(steps / per_unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use activation_lab::figure::find;

    fn chosen(link: &str) -> Settings {
        let mut settings = Settings::defaults(find("curves").unwrap().controls);
        settings.set("activation", link).unwrap();
        settings
    }

    #[test]
    fn a_field_changes_its_own_activation_alone() {
        let mut settings = chosen("elu,elu(alpha=0.5)");
        set(&mut settings, "activation", 1, "alpha", " 0.25 ").unwrap();
        assert_eq!(settings.text("activation").unwrap(), "elu,elu(alpha=0.25)");
    }

    #[test]
    fn keys_reach_round_numbers_and_stop_at_the_range() {
        let mut settings = chosen("celu(alpha=0.23)");
        step(&mut settings, "activation", 0, "alpha", 1, false).unwrap();
        assert_eq!(settings.text("activation").unwrap(), "celu(alpha=0.3)");
        step(&mut settings, "activation", 0, "alpha", -1, true).unwrap();
        assert_eq!(settings.text("activation").unwrap(), "celu(alpha=0.29)");
        settings.set("activation", "elu(alpha=0)").unwrap();
        let error = step(&mut settings, "activation", 0, "alpha", -1, false).unwrap_err();
        assert!(error.contains("alpha"), "{error}");
        assert_eq!(settings.text("activation").unwrap(), "elu(alpha=0)");
    }

    #[test]
    fn a_text_that_is_no_number_is_named_and_changes_nothing() {
        let mut settings = chosen("elu");
        let error = set(&mut settings, "activation", 0, "alpha", "much").unwrap_err();
        assert!(error.contains("'much'"), "{error}");
        assert_eq!(settings.text("activation").unwrap(), "elu");
    }
}

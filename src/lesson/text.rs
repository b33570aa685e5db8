//! What can be wrong with a lesson, each as a sentence; and a goal in words.

mod en;

use crate::types::Condition;
use comparison::Order;
use language::texts;

texts! {
    const
        CLAIM_LAST, CODE, CONDITIONS_NONE, FENCE_WITHIN, HEADING_WITHIN, HEADINGS, HEAD, HTML, LEAD_NONE, MEASURE_NONE, MINUTES_NONE,
        NOTHING_ASKED, OPTIONS, PICTURE, PLOT_NONE, PROOF_NONE, QUOTATION_WITHIN, REACHED, REVEAL_ALONE, RIGHT_NONE,
        RULE, SCENE_NONE, STEPS_NONE, TEXT_AFTER, TITLE_NONE, TWICE, WHY_ALONE, WHY_IMPOSSIBLE, WITNESS_LAST;
    /// An answer of several lines, or a heading in it.
    fn not_a_line(text: &str) -> String;
    /// No condition on measures.
    fn not_a_condition(text: &str) -> String;
    /// No number of minutes.
    fn not_minutes(text: &str) -> String;
    /// No answer of a task list.
    fn not_an_answer(text: &str) -> String;
    /// No number.
    fn not_a_number(text: &str) -> String;
    /// No number of a curve.
    fn not_a_series(text: &str) -> String;
    /// A link of the text that leads nowhere.
    fn not_a_link(link: &str) -> String;
    /// A block that must hold one line.
    fn not_one_link(block: &str) -> String;
    /// No block is called so.
    fn no_block(block: &str, known: &str) -> String;
    /// No line of a question begins so.
    fn no_key(key: &str, known: &str) -> String;
    /// No claim has this id.
    fn no_claim(id: &str) -> String;
    /// A title makes no name, or one that another step has.
    fn no_name(title: &str) -> String;
    /// A measure has no value with the answer.
    fn no_value(measure: &str) -> String;
    /// A plot is not shown with the scene, or with its answer.
    fn no_plot(plot: &str, with_answer: bool, known: &str) -> String;
    /// A plot has no axes.
    fn no_axes(plot: &str) -> String;
    /// A plot has fewer curves.
    fn no_series(plot: &str, with_answer: bool, series: usize, wanted: usize) -> String;
    /// An axis is the wrong way round.
    fn no_range(from: f64, to: f64) -> String;
    /// The steps do not take as long as the lesson.
    fn other_minutes(sum: f64, said: f64) -> String;
    /// The reveal is of another figure than the scene.
    fn other_reveal(reveal: &str, scene: &str) -> String;
    /// The same of a witness.
    fn other_witness(witness: &str, scene: &str) -> String;
    /// A condition does not hold in its witness, where its measures have these values.
    fn not_shown(condition: &Condition, values: &[(&str, Option<f64>)]) -> String;
    /// A condition on a measure, or on how much larger it is than another one.
    fn condition(measure: &str, minus: Option<&str>, is: Order, right: f64) -> String;
}

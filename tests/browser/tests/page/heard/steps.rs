//! The lesson `freeze` as a reader plays it who does not see it.

use thirtyfour::Key;

/// What a reader does at a step.
pub enum Act {
    /// Moves the slider of this name with a key, until the goal is reached.
    Slide(&'static str, Key),
    /// Presses the switch of this name.
    Switch(&'static str),
    /// Says at some places what is expected.
    Draw,
    /// Types a number.
    Estimate(&'static str),
    /// Chooses the answer that has these words.
    Choose(&'static str),
    /// Says that it cannot be done.
    Refuse,
}

/// One step of the lesson.
pub struct Step {
    /// Its heading.
    pub title: &'static str,
    /// What is read of it, of the text and of the figure.
    pub reads: &'static [&'static str],
    /// What nobody may be told before the answer.
    pub hides: &'static [&'static str],
    /// What is done.
    pub act: Act,
    /// What is said when it is done.
    pub hears: &'static str,
}

/// The button that settles an answer.
pub const COMMIT: &str = "That is what I expect";

/// The lesson, from its first step to its last.
pub const STEPS: [Step; 10] = [
    Step {
        title: "One slope",
        reads: &[
            "Drag x for a while.",
            "Goal: ",
            "At x = 2, the slope of Sigmoid (logistic) is 0.105",
        ],
        hides: &[],
        act: Act::Slide("x", Key::End),
        hears: "Done.",
    },
    Step {
        title: "Ten slopes in a row",
        reads: &["Draw what arrives at each of the ten layers."],
        hides: &["10⁻", "0.22", "0.05"],
        act: Act::Draw,
        hears: "On average you are",
    },
    Step {
        title: "What is left for layer 1",
        reads: &["How much of the message arrives at layer 1?"],
        hides: &["10⁻⁷", "million"],
        act: Act::Estimate("0.001"),
        hears: "You said 0.001; it is 2.8 × 10⁻⁷.",
    },
    Step {
        title: "Has it finished?",
        reads: &["What does that say of layer 1?"],
        hides: &["0.69", "frozen; "],
        act: Act::Choose("It has hardly begun"),
        hears: "That is it.",
    },
    Step {
        title: "Is it the task?",
        reads: &["Change the depth, and nothing else, until A has learned."],
        hides: &[],
        act: Act::Slide("Hidden layers", Key::Home),
        hears: "Done.",
    },
    Step {
        title: "The last layers move",
        reads: &["What is it that the last layers lack?"],
        hides: &[],
        act: Act::Choose("They need more steps"),
        hears: "It is: “What reaches them is nearly the same for every point”",
    },
    Step {
        title: "Cause or sign?",
        reads: &["After 2,000 steps, has B learned?"],
        hides: &["has learned"],
        act: Act::Choose("Yes"),
        hears: "That is it.",
    },
    Step {
        title: "Just turn up the rate?",
        reads: &["Make A learn by the rate"],
        hides: &[],
        act: Act::Refuse,
        hears: "Right: it cannot be done.",
    },
    Step {
        title: "Repair it",
        reads: &["Make B learn, by one change if you can."],
        hides: &[],
        act: Act::Switch("B: residual connections"),
        hears: "Done.",
    },
    Step {
        title: "Elsewhere",
        reads: &["Which words teach it least?"],
        hides: &["0.4 %"],
        act: Act::Choose("The first ones"),
        hears: "That is it.",
    },
];

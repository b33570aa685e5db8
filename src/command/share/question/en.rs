//! The texts of questions in English.

pub const APART: &str = "Between the two";
pub const AXIS: &str = "You said {said}; it is {is}. That is {size} % of the axis apart.";
pub const CHOSEN: &str = "Choose one first, or see it without.";
pub const COMMIT: &str = "That is what I expect";
pub const COVERED: &str = "Covered until you have said what you expect.";
pub const DECADES: &str =
    "You said {said}; it is {is}. That is {size} decades apart, a factor of {factor}.";
pub const DRAG: &str = "Drag the line in the picture, or move it here.";
pub const DRAW: &str = "Draw it into the picture, or place by place here.";
pub const DRAWN_AXIS: &str =
    "On average you are {size} % of the axis away, and farthest at {place}: {most} %.";
pub const DRAWN_DECADES: &str =
    "On average you are {size} decades away, and farthest at {place}: {most}.";
pub const FORGET: &str = "Forget it";
pub const GIVE: &str = "Say what you expect first, or see it without.";
pub const GUESS: &str = "You expect";
pub const HEIGHT: &str = "Value there";
pub const KEEP: &str = "Keep it on this device";
pub const KEPT: &str = "Kept on this device, and nowhere else.";
pub const LEAVE: &str = "Back to the figure";
pub const NEAR: &str = "You said {said}; it is {is}. You are right.";
pub const NEAR_DRAWN: &str = "You have drawn it as it is.";
pub const NONE: &str = "In this state there is no such number to compare with.";
pub const NOT_ZERO: &str = "You said {said}; it is {is}, which is very little and not 0.";
pub const OPTION: &str = "Your answer";
pub const PLACE: &str = "Place";
pub const REFUSED: &str = "This axis has no place for that.";
pub const REVEAL: &str = "Show it";
pub const RIGHT: &str = "You said: “{said}” That is it.";
pub const SKIP: &str = "See it without";
pub const SKIPPED: &str = "It is: {is}";
pub const TRUTH: &str = "It is";
pub const TYPED: &str = "As a number";
pub const UNSHOWN: &str = "{untold} of the places are left out: this axis has no value for them.";
pub const WHY: &str = "Why is it so? One sentence, for yourself";
pub const WHY_HELP: &str = "Saying why is what makes it stay.";
pub const WRONG: &str = "You said: “{said}” It is: “{is}”";
pub const ZERO: &str = "You said {said}; it is exactly 0, which no place on this axis shows.";

pub const CURVES_ASK: &str =
    "Above is the sigmoid. How steep is it at each x? Draw its slope, from left to right.";
pub const CURVES_WHY: &str = "The slope is largest in the middle, and even there only 1/4. Out where the curve is flat, it is almost 0.";
pub const DECAY_ASK: &str = "Twenty sigmoids in a row, each weight 1. How much of the gradient arrives at layer 1? Each step down the axis is ten times less.";
pub const DECAY_WHY: &str =
    "Every layer multiplies by its slope, which is 1/4 at most; twenty such factors leave this.";
pub const DYING_ALL: &str = "All four go silent, and it learns nothing.";
pub const DYING_ASK: &str = "Four ReLU units, each with a bias of −3, are trained for 1,000 steps at a learning rate of 1. What becomes of them?";
pub const DYING_BACK: &str = "Training moves their biases back, and it learns.";
pub const DYING_SOME: &str = "One or two die, and the others learn it.";
pub const DYING_WHY: &str = "A unit that is silent on every point has slope 0 on all of them: no step reaches its bias. With fourteen of the first twenty seeds all four are dead in the end.";

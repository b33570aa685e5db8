//! What is wrong with questions, and with the parts of a lesson, is told with its line.

use super::faults::wrong;

#[test]
fn questions_that_cannot_be_answered_are_told() {
    wrong(
        "- [x] Less",
        "- [ ] Less",
        "```choose",
        "no answer is right",
    );
    wrong(
        "- [ ] All of it",
        "* All of it",
        "* All of it",
        "not an answer",
    );
    wrong(
        "measure log10_gradient_1",
        "measure log_gradient_1",
        "measure log_gradient_1",
        "'log_gradient_1'",
    );
    wrong(
        "measure log10_gradient_1",
        "measure log10_gradient_11",
        "measure log10_gradient_11",
        "no value where the answer",
    );
    wrong("measure log10_gradient_1\n", "", "```estimate", "`measure`");
    wrong(
        "measure log10_gradient_1\nplot gradient",
        "measure log10_gradient_1\nplot factors",
        "plot factors",
        "the scene shows no plot 'factors'; it shows: gradient",
    );
    wrong(
        "measure log10_gradient_1\nplot gradient",
        "measure log10_gradient_1",
        "```estimate",
        "`plot`",
    );
    wrong(
        "```draw\nplot gradient",
        "```draw\nplot slopes",
        "plot slopes",
        "no plot 'slopes'",
    );
    wrong(
        "```draw\nplot gradient",
        "```draw\nplot gradient\nseries 9",
        "series 9",
        "none has the number 9",
    );
    wrong(
        "```draw\nplot gradient",
        "```draw\nplot gradient\nseries 0",
        "series 0",
        "counted from 1",
    );
    wrong(
        "```draw\nplot gradient",
        "```draw\nplot gradient\ncolour red",
        "colour red",
        "no 'colour'",
    );
    wrong(
        "measure log10_gradient_1",
        "measure log10_gradient_1\nfrom -3\nto -9",
        "from -3",
        "from -3 to -9",
    );
    wrong(
        "measure log10_gradient_1",
        "measure log10_gradient_1\nfrom low",
        "from low",
        "'low' is not a number",
    );
}

#[test]
fn what_a_lesson_does_not_have_is_told() {
    wrong(
        "# One slope, ten layers\n",
        "One slope\n",
        "One slope",
        "stand the title",
    );
    wrong(
        "minutes 9",
        "minutes 8",
        "minutes 8",
        "the steps take 9 minutes, not 8",
    );
    wrong("minutes 9", "an hour", "an hour", "`minutes NUMBER`");
    wrong("```lesson\nminutes 9\n```\n", "", "# One", "how long");
    wrong(
        "```scene\nfigure=curves&v=2&activation=sigmoid&x=3&plots=slopes&controls=x\n```\n",
        "",
        "## Steeper",
        "no block `scene`",
    );
    wrong(
        "```draw",
        "```sketch",
        "```sketch",
        "no block `sketch`; there are: scene",
    );
    wrong(
        "## Draw it",
        "## Weight 4",
        "## Weight 4\n\n```scene\nfigure=decay&v=2&activation=relu",
        "no name of its own",
    );
    wrong("ReLU in place", "<b>ReLU</b> in place", "<b>", "HTML");
    wrong(
        "ReLU in place",
        "![ReLU](relu.png) in place",
        "![ReLU]",
        "a picture",
    );
    wrong(
        "Vote, hide",
        "> Vote, hide",
        "> > Vote",
        "a quotation within",
    );
    wrong(
        "### Why\n\nTen slopes",
        "Ten slopes",
        "Ten slopes",
        "after the question",
    );
    wrong(
        "### Why\n\nTen slopes",
        "### How\n\nTen slopes",
        "### How",
        "no heading but one",
    );
}

//! The same in English.

pub const ABOUT: &str = "Activation functions and the vanishing gradient, computed";
pub const LANG: &str =
    "The language of texts and numbers; files of numbers and links are the same in all";
pub const FIGURE: &str = "Draws a figure as SVG, PNG or PDF, or prints its numbers as CSV or JSON, or as a program in Python that works them out again";
pub const MEASURE: &str = "Prints named numbers of a figure in full precision, one a line";
pub const VALUES: &str =
    "Reads numbers from standard input, one a line, and prints f, f' or f'' of each";
pub const THEORY: &str = "Says what a very wide random network does to signals and gradients: fixed points, χ, depth scale";
pub const LESSON: &str =
    "Checks a lesson, and says what is wrong with it and where; with --out, writes it";
pub const LIST: &str = "Prints the figures, their controls and measures, and the activations";
pub const SHARE: &str = "Prints what the page's dialog is made of";
pub const COMPLETIONS: &str = "Prints a script that completes this command in a shell";
pub const SHELL: &str = "Which shell";
pub const ACTIVATION: &str = "An activation, such as tanh or 'leaky_relu(alpha=0.1)'";
pub const FIGURE_FIGURE: &str = "Which figure, where no link names it";
pub const FIGURE_OUT: &str = "Where to write; - is standard output";
pub const FIGURE_FORMAT: &str = "What to write, whatever the file's name says; without it the name decides, and svg where it is silent";
pub const FIGURE_COMMENTS: &str = "Begins a CSV with lines after # that say where it comes from";
pub const SCENE_SCENE: &str = "A scene of the figure, which `list` names";
pub const SCENE_LINK: &str =
    "The state of a link from the page, with or without the address before its #";
pub const SCENE_SET: &str = "Sets a control; may be repeated, and goes before a link";
pub const SCENE_PLOTS: &str = "Which plots, separated by commas";
pub const SCENE_PARTS: &str = "Which parts beside the plots, such as title,legend";
pub const SCENE_CONTROLS: &str = "Which controls the link in the file has";
pub const SCENE_LOCK: &str = "Which controls it shows fixed";
pub const SCENE_HIDE: &str = "Which controls it hides";
pub const FORMAT_SVG: &str = "A picture of lines, for the web and for editors";
pub const FORMAT_PNG: &str = "A picture of pixels";
pub const FORMAT_PDF: &str = "A picture of lines, for print and LaTeX";
pub const FORMAT_CSV: &str = "The numbers behind the picture, as a table";
pub const FORMAT_JSON: &str = "Everything that the figure shows, as data";
pub const FORMAT_PY: &str =
    "A program in Python with NumPy that works the figure's measures out again";
pub const FORMAT_TORCH: &str = "The same with PyTorch, whose own gradients it takes";
pub const LOOK: &str = "Options of pictures";
pub const LOOK_WIDTH: &str = "Width in CSS pixels, 96 to the inch [default: 960]";
pub const LOOK_HEIGHT: &str = "Height in CSS pixels; without it the plots are as high as they need";
pub const LOOK_THEME: &str = "Colours and sizes [default: light]";
pub const LOOK_FONT: &str = "The family of a font of this machine; without it a PNG and a PDF are written in a built-in one, and an SVG in that of whoever looks at it";
pub const LOOK_TRANSPARENT: &str = "Leaves out the ground";
pub const LOOK_SCALE: &str = "Pixels of a PNG for each CSS pixel [default: 1]";
pub const MEASURE_FIGURE: &str = "Which figure";
pub const MEASURE_NAMES: &str = "Which measures, such as gradient_1; without any, all of them";
pub const MEASURE_SET: &str = "Sets a control; may be repeated";
pub const MEASURE_JSON: &str = "Prints a JSON list";
pub const VALUES_ORDER: &str = "0: f, 1: f', 2: f''";
pub const THEORY_SIGMA_W: &str = "σ_w: weights have the standard deviation σ_w/√fan_in";
pub const THEORY_SIGMA_B: &str = "σ_b: the standard deviation of the biases";
pub const THEORY_START: &str = "The variance of the first layer's pre-activations";
pub const THEORY_CORRELATION: &str =
    "The correlation of two inputs' pre-activations in the first layer, from -1 to 1";
pub const THEORY_JSON: &str = "Prints JSON, with null for what is infinite or does not exist";
pub const LESSON_FILE: &str =
    "The lesson, a Markdown file; `docs/lessons.md` describes what stands in it";
pub const LESSON_OUT: &str = "Writes the lesson: as a page to give away where the name ends in .html, as data where it ends in .json; - is data on standard output";
pub const LESSON_PAGE: &str = "The single file of the page, into which the lesson is put; without it that beside this program, here, or in dist";
pub const LESSON_WORKSHEET: &str = "Writes a worksheet of two pages to print, as HTML";
pub const LESSON_ANSWERS: &str = "Writes the worksheet's answers";
pub const LESSON_QUICK: &str = "Works out no figure: whether goals and witnesses hold is not seen";
pub const LIST_PART: &str = "A figure, or one of the two lists; without it everything";
pub const LIST_JSON: &str = "Prints JSON";
pub const SHARE_PART: &str = "Which part";
pub const SHARE_DIALOG: &str = "Words, plots and scenes";
pub const SHARE_KEYS: &str = "Words of the list of keys";
pub const SHARE_PROGRAMS: &str = "What programs are put together from";
pub const SHARE_LESSON: &str = "Words around lessons";
pub const SHARE_READING: &str = "Words around a lesson’s file, and the claims that there are";
pub const SHARE_SOUND: &str = "Words of the player of sounds";
pub const SHARE_ATTRIBUTES: &str = "What attributes of the element are for";

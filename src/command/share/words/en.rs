//! The texts of the dialog in English.

pub const ALL: &str = "All of it";
pub const AS_NOW: &str = "As it is now";
pub const AUTO: &str = "As the reader’s";
pub const BY_HAND: &str =
    "Copying is not allowed here. The text is selected: press Ctrl+C, or ⌘C on a Mac.";
pub const CLOSE: &str = "Close";
pub const CONTROLS: &str = "Controls";
pub const COPIED: &str = "Copied";
pub const COPY: &str = "Copy";
pub const CSV: &str = "Download CSV";
pub const DARK: &str = "Dark";
pub const DATA: &str = "Data";
pub const DATA_HELP: &str = "Every number of the figure in this state, in full precision: the table as CSV, and table, measures and settings as JSON.";
pub const DOWNLOAD: &str = "Download";
pub const ELEMENT: &str = "Element";
pub const ELEMENT_HELP: &str = "The first line stands once in a page, however many figures it has. What is inside the element is shown where scripts do not run.";
pub const EXACT: &str = "{width} × {height} pixels";
pub const FRAME: &str = "Frame";
pub const FRAME_HELP: &str =
    "Works wherever HTML may stand. The frame is loaded when a reader comes near it.";
pub const HEIGHT: &str = "Height in pixels";
pub const JSON: &str = "Download JSON";
pub const JUPYTER_HELP: &str =
    "A cell, for the class ActivationLab of examples/jupyter/activation_lab.py.";
pub const LATEX_HELP: &str = "Two commands: the first line makes the file that the others include. SVG and PNG are made in the same way.";
pub const LIGHT: &str = "Light";
pub const LINK: &str = "Link";
pub const LINK_HELP: &str = "Opens this state, in the article.";
pub const MDBOOK_HELP: &str =
    "In Markdown this stands as a paragraph of its own, with no empty line in it.";
pub const MOODLE_HELP: &str = "In Moodle’s editor press the button for HTML, and paste it there.";
pub const MORE_CONTROLS: &str = "More controls";
pub const MYST_HELP: &str = "For MyST Markdown and Jupyter Book 2.";
pub const NOTES: &str = "Notes, 700 × 420";
pub const NO_ADDRESS: &str = "Replace {address} by the place where you have put the file. It is the one that is open here: save this page as {file}.";
pub const NOT_THIS_PAGE: &str = "Replace {address} by the place of {file}, the page with all figures. It is in the folder dist of a build.";
pub const NO_LOADER: &str =
    "Replace {address} by the place of the site’s files. They are in the folder {file} of a build.";
pub const NO_PICTURE: &str =
    "This page does not let a picture be made of the SVG. The command makes one:";
pub const NO_PROGRAM: &str = "The program could not be fetched here. The command writes it:";
pub const NO_SCENE: &str = "There is no figure in that.";
pub const NUMPY: &str = "NumPy";
pub const OWN: &str = "Own";
pub const OWN_MACHINE: &str =
    "This address is on your own machine: others need one of a web server.";
pub const PARTS: &str = "Beside them";
pub const PART_FORMULAS: &str = "Formulas";
pub const PART_LEGEND: &str = "Legend";
pub const PART_MORE: &str = "Way to all of it";
pub const PART_READOUTS: &str = "Numbers";
pub const PART_SENTENCE: &str = "Sentence";
pub const PART_SHARE: &str = "Share";
pub const PART_SOUND: &str = "Listen";
pub const PART_TABLE: &str = "Data table";
pub const PART_TITLE: &str = "Title";
pub const PASTE: &str = "Open a link or a snippet";
pub const PASTE_HELP: &str = "Paste what was taken here before.";
pub const PICTURE: &str = "Picture";
pub const PICTURE_HELP: &str =
    "The plots with title and legend, in the size that is chosen. SVG stays sharp at any size.";
pub const PLOTS: &str = "Plots";
pub const PNG: &str = "PNG, {times} ×";
pub const PREPARING: &str = "Preparing…";
pub const PREVIEW: &str = "What is taken";
pub const PRINT: &str = "Print, or save as PDF";
pub const PROGRAM: &str = "Program";
pub const PROGRAM_HELP: &str = "Python that works the figure’s numbers out from its settings alone, and prints them beside the figure’s. It can be pasted into a notebook.";
pub const PROJECTOR: &str = "Projector";
pub const QUARTO_HELP: &str = "Quarto shows the frame in HTML and the picture elsewhere.";
pub const REVEAL_HELP: &str = "A slide of its own. It is loaded when the slide comes near.";
pub const SCALED: &str = "{width} × {height} pixels, shown at {share} %";
pub const SHOW: &str = "Show";
pub const SIZE: &str = "Size";
pub const SLIDE: &str = "Slide, 960 × 700";
pub const SPHINX_HELP: &str = "For MyST Markdown in Sphinx, with a picture for the PDF.";
pub const SVG: &str = "Download SVG";
pub const TAKE: &str = "Take it as";
pub const TALLER: &str = "This needs {height} pixels in height, so that is what is taken.";
pub const THEME: &str = "Theme";
pub const TITLE: &str = "Take this figure with you";
pub const TOOL: &str = "For a tool";
pub const TORCH: &str = "PyTorch";
pub const WHICH_TOOL: &str = "For which tool";
pub const WIDTH: &str = "Width in pixels";

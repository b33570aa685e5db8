//! Every text of the list of keys. Which keys there are, and what each does, is a table of the page's scripts: www/keys.js, and what is loaded later.

mod en;

use super::said;
use activation_lab::language::Text;
use activation_lab::texts;
use serde_json::{Value, json};

texts! {
    const
        LEGEND, WORD, CARD, LECTURE, FIGURE, FIGURE_LISTEN, LEGEND_NEXT, LEGEND_BEFORE, WORD_SHOW, CARD_LEAVE,
        ANYWHERE, ARROW_DOWN, ARROW_LEFT, ARROW_RIGHT, ARROW_UP, CLOSE, DOES, END, ENTER, ESCAPE, FIELD, FIELD_ENTER, FIELD_LESS, FIELD_MORE, FIELD_TAKE_BACK, FRAME, FRAME_LEAVE, HOME, KEY, MENU, MENU_BEFORE, MENU_CLOSE, MENU_ENTER, MENU_NEXT, OR, PAGE, PAGE_BACK, PAGE_DOWN, PAGE_LIST, PAGE_ON, PAGE_UP, SHIFT, SLIDER, SLIDER_FINE_LESS, SLIDER_FINE_MORE, SLIDER_LEAST, SLIDER_LESS, SLIDER_MARK_AFTER, SLIDER_MARK_BEFORE, SLIDER_MORE, SLIDER_MOST, SLIDER_PAGE_LESS, SLIDER_PAGE_MORE, SPACE, TAB, TABS, TABS_BEFORE, TABS_FIRST, TABS_LAST, TABS_NEXT, TITLE;
}

/// The list itself.
const WORDS: &[(&str, Text)] = &[
    ("title", TITLE),
    ("close", CLOSE),
    ("key", KEY),
    ("does", DOES),
    ("or", OR),
    ("anywhere", ANYWHERE),
];

/// Where keys are heard.
const PLACES: &[(&str, Text)] = &[
    ("page", PAGE),
    ("figure", FIGURE),
    ("slider", SLIDER),
    ("field", FIELD),
    ("menu", MENU),
    ("legend", LEGEND),
    ("word", WORD),
    ("card", CARD),
    ("lecture", LECTURE),
    ("tabs", TABS),
    ("frame", FRAME),
];

/// What they do there: place and id of a row in the table.
const ROWS: &[(&str, Text)] = &[
    ("page.list", PAGE_LIST),
    ("page.on", PAGE_ON),
    ("page.back", PAGE_BACK),
    ("figure.listen", FIGURE_LISTEN),
    ("slider.more", SLIDER_MORE),
    ("slider.less", SLIDER_LESS),
    ("slider.pageMore", SLIDER_PAGE_MORE),
    ("slider.pageLess", SLIDER_PAGE_LESS),
    ("slider.fineMore", SLIDER_FINE_MORE),
    ("slider.fineLess", SLIDER_FINE_LESS),
    ("slider.least", SLIDER_LEAST),
    ("slider.most", SLIDER_MOST),
    ("slider.markBefore", SLIDER_MARK_BEFORE),
    ("slider.markAfter", SLIDER_MARK_AFTER),
    ("field.more", FIELD_MORE),
    ("field.less", FIELD_LESS),
    ("field.enter", FIELD_ENTER),
    ("field.takeBack", FIELD_TAKE_BACK),
    ("legend.next", LEGEND_NEXT),
    ("legend.before", LEGEND_BEFORE),
    ("word.show", WORD_SHOW),
    ("card.leave", CARD_LEAVE),
    ("menu.next", MENU_NEXT),
    ("menu.before", MENU_BEFORE),
    ("menu.enter", MENU_ENTER),
    ("menu.close", MENU_CLOSE),
    ("tabs.next", TABS_NEXT),
    ("tabs.before", TABS_BEFORE),
    ("tabs.first", TABS_FIRST),
    ("tabs.last", TABS_LAST),
    ("frame.leave", FRAME_LEAVE),
];

/// What keys are called, by the names that a browser gives them; others are what they type.
const NAMES: &[(&str, Text)] = &[
    ("ArrowUp", ARROW_UP),
    ("ArrowDown", ARROW_DOWN),
    ("ArrowLeft", ARROW_LEFT),
    ("ArrowRight", ARROW_RIGHT),
    ("PageUp", PAGE_UP),
    ("PageDown", PAGE_DOWN),
    ("Home", HOME),
    ("End", END),
    ("Enter", ENTER),
    ("Escape", ESCAPE),
    ("Tab", TAB),
    ("Shift", SHIFT),
    (" ", SPACE),
];

/// All of it, as JSON.
pub fn list() -> Value {
    json!({
        "words": said(WORDS),
        "places": said(PLACES),
        "rows": said(ROWS),
        "names": said(NAMES),
    })
}

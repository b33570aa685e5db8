//! A number's text taken apart: sign, digits with what stands between them, power of ten, per cent.

/// The parts, before anyone has decided what a doubtful mark means.
pub struct Parts {
    negative: bool,
    pub digits: Digits,
    exponent: i64,
    /// Whether a power of ten was written.
    pub has_power: bool,
    /// Whether it is in per cent.
    pub percent: bool,
}

/// The digits, in groups that leave no doubt, or some.
pub enum Digits {
    /// Before and after the decimal mark.
    Plain { whole: String, fraction: String },
    /// The same, joined over ordinary spaces.
    Spaced { whole: String, fraction: String },
    /// One mark with three digits after it and one to three before it, as in `1,000`.
    OneMark {
        before: String,
        after: String,
        comma: bool,
    },
}

impl Parts {
    /// These digits with the sign and the power of ten, in ASCII.
    pub fn ascii(&self, whole: &str, fraction: &str) -> String {
        let percent = if self.percent { 2 } else { 0 };
        self.raised(self.exponent - percent, whole, fraction)
    }

    /// The same as if it were not in per cent.
    pub fn without_percent(&self, whole: &str, fraction: &str) -> String {
        self.raised(self.exponent, whole, fraction)
    }

    fn raised(&self, exponent: i64, whole: &str, fraction: &str) -> String {
        let sign = if self.negative { "-" } else { "" };
        let whole = if whole.is_empty() { "0" } else { whole };
        let mark = if fraction.is_empty() { "" } else { "." };
        match exponent {
            0 => format!("{sign}{whole}{mark}{fraction}"),
            exponent => format!("{sign}{whole}{mark}{fraction}e{exponent}"),
        }
    }
}

/// Takes off what a number may have around it, and its sign.
pub fn signed(text: &str) -> (bool, &str) {
    let text = text.trim_matches(is_edge);
    let sign = |signs: &[char]| Some(text.strip_prefix(signs)?.trim_start_matches(is_edge));
    if let Some(rest) = sign(&MINUS) {
        return (true, rest);
    }
    (false, sign(&PLUS).unwrap_or(text))
}

/// `None` where the text has not the form of a number.
pub fn taken_apart(text: &str) -> Option<Parts> {
    let (negative, text) = signed(text);
    let whole = text.strip_suffix(['%', '％']);
    let percent = whole.is_some();
    let text = whole.map_or(text, |rest| rest.trim_end_matches(is_edge));
    let end = text.find(|c| separator(c).is_none() && digit(c).is_none());
    let (digits, power) = text.split_at(end.unwrap_or(text.len()));
    // Spaces belong to what stands between a number and its power of ten.
    let digits = digits.trim_end_matches(is_edge);
    let (digits, exponent) = match power {
        "" => (digits, 0),
        _ if digits == "10" && raised(power).is_some() => ("1", raised(power)?),
        _ => (digits, exponent(power)?),
    };
    Some(Parts {
        negative,
        digits: grouped(digits)?,
        exponent,
        has_power: !power.is_empty(),
        percent,
    })
}

const MINUS: [char; 8] = ['-', '−', '‐', '‑', '‒', '–', '﹣', '－'];
const PLUS: [char; 2] = ['+', '＋'];
const TIMES: [char; 8] = ['×', '·', '⋅', '∙', '*', '✕', 'x', 'X'];

/// Space, and the invisible marks that come along when text is copied.
fn is_edge(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{61c}')
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2066}'..='\u{2069}')
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Separator {
    Point,
    Comma,
    Apostrophe,
    /// A space that is set inside numbers and nowhere else.
    Thin,
    Space,
}

fn separator(c: char) -> Option<Separator> {
    Some(match c {
        '.' | '．' => Separator::Point,
        ',' | '，' => Separator::Comma,
        '\'' | '’' => Separator::Apostrophe,
        '\u{a0}' | '\u{202f}' | '\u{2007}'..='\u{200a}' => Separator::Thin,
        ' ' | '\t' => Separator::Space,
        _ => return None,
    })
}

/// `e-3`, `× 10⁻³`, `·10^-3`.
fn exponent(text: &str) -> Option<i64> {
    if let Some(rest) = text.strip_prefix(['e', 'E']) {
        return whole(rest);
    }
    let rest = text.strip_prefix(TIMES)?.trim_start_matches(is_edge);
    raised(rest.strip_prefix("10")?)
}

/// What 10 is raised to: `⁻³`, `^-3`, `^{-3}`, `**-3`.
fn raised(text: &str) -> Option<i64> {
    if let Some(rest) = text.strip_prefix("**") {
        return whole(rest);
    }
    if let Some(rest) = text.strip_prefix('^') {
        let inner = |open, close| rest.strip_prefix(open)?.strip_suffix(close);
        return whole(inner('{', '}').or(inner('(', ')')).unwrap_or(rest));
    }
    let lowered: Option<String> = text.chars().map(lowered).collect();
    whole(&lowered?)
}

fn lowered(c: char) -> Option<char> {
    Some(match c {
        '⁻' => '-',
        '⁺' => '+',
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴'..='⁹' => char::from_digit(c as u32 - '⁴' as u32 + 4, 10)?,
        _ => return None,
    })
}

/// A signed whole number; far beyond any double's exponent it stays at a limit.
fn whole(text: &str) -> Option<i64> {
    const LIMIT: i64 = 1 << 60;
    let (negative, digits) = signed(text);
    let mut value: i64 = 0;
    if digits.is_empty() {
        return None;
    }
    for c in digits.chars() {
        let next = i64::from(digit(c)?.to_digit(10)?);
        value = value.saturating_mul(10).saturating_add(next).min(LIMIT);
    }
    Some(if negative { -value } else { value })
}

/// Digits between their separators, in order; the first and the last group may be empty.
fn grouped(text: &str) -> Option<Digits> {
    let mut groups = vec![String::new()];
    let mut between: Vec<Separator> = Vec::new();
    for c in text.chars() {
        if let Some(digit) = digit(c) {
            groups.last_mut()?.push(digit);
        } else {
            between.push(separator(c)?);
            groups.push(String::new());
        }
    }
    if groups.iter().all(String::is_empty) {
        return None;
    }
    let mark = match decimal_mark(&between) {
        Mark::None => None,
        Mark::At(at) => Some(at),
        Mark::Nonsense => return None,
    };
    let cut = mark.unwrap_or(between.len());
    let (before, after) = groups.split_at(cut + 1);
    let after_marks = between.get(cut + 1..).unwrap_or_default();
    if !thousands(before, &between[..cut]) || !thousandths(after, after_marks) {
        return None;
    }
    let (whole, fraction) = (before.concat(), after.concat());
    if whole.len() + fraction.len() == 0 {
        return None;
    }
    if between.contains(&Separator::Space) {
        return Some(Digits::Spaced { whole, fraction });
    }
    let one_group = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    if between.len() == 1 && mark.is_some() && one_group && fraction.len() == 3 {
        let comma = between[0] == Separator::Comma;
        let (before, after) = (whole, fraction);
        return Some(Digits::OneMark {
            before,
            after,
            comma,
        });
    }
    Some(Digits::Plain { whole, fraction })
}

enum Mark {
    None,
    At(usize),
    Nonsense,
}

/// Which separator is the decimal mark: a point or comma that stands once; where both stand, the last.
fn decimal_mark(between: &[Separator]) -> Mark {
    let places = |wanted: Separator| {
        let found = between.iter().enumerate().filter(|(_, s)| **s == wanted);
        found.map(|(at, _)| at).collect::<Vec<_>>()
    };
    let (points, commas) = (places(Separator::Point), places(Separator::Comma));
    match (points.as_slice(), commas.as_slice()) {
        ([], []) => Mark::None,
        ([at], []) | ([], [at]) => Mark::At(*at),
        ([at], [.., last]) | ([.., last], [at]) if at > last => Mark::At(*at),
        ([], _) | (_, []) => Mark::None,
        _ => Mark::Nonsense,
    }
}

/// Whether the digits before the mark are one group, or thousands: one to three digits and then always three, with the same separator.
fn thousands(groups: &[String], between: &[Separator]) -> bool {
    let [first, rest @ ..] = groups else {
        return true;
    };
    let alike = between.windows(2).all(|pair| pair[0] == pair[1]);
    let head = (1..=3).contains(&first.len()) && !first.starts_with('0');
    rest.is_empty() || (alike && head && rest.iter().all(|group| group.len() == 3))
}

/// The same after the mark, where the last group may be shorter, and only spaces separate.
fn thousandths(groups: &[String], between: &[Separator]) -> bool {
    let spaces = between
        .iter()
        .all(|s| matches!(s, Separator::Thin | Separator::Space));
    let alike = between.windows(2).all(|pair| pair[0] == pair[1]);
    let Some((last, rest)) = groups.split_last() else {
        return true;
    };
    let fits = rest.iter().all(|group| group.len() == 3) && (1..=3).contains(&last.len());
    rest.is_empty() || (spaces && alike && fits)
}

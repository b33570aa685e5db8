//! The words of views: a share of something, and what a picture shows for whoever does not see it.

mod en;

use super::{Dash, Direction};
use crate::texts;

/// A share of something, in the form that people say it in.
pub enum Share {
    /// `23.5 %`.
    Percent(String),
    /// A whole number of times, or a share that is 0 or no number.
    Times(String),
    /// The number itself: `2.5 × 10⁻⁶⁴⁸`.
    Part(String),
    /// One part in so many.
    OneIn(String),
    /// One part in so many thousand.
    OneInThousand(String),
    /// One part in so many million.
    OneInMillion(String),
}

/// A value of a series and where it stands, as both are labelled.
pub type At = [String; 2];

texts! {
    const UNDEFINED, OUT_OF_SIGHT, DIAGRAM, FLOW;
    /// So much of `it`, which stands where an object does.
    fn share(share: Share, it: &str) -> String;
    /// From where to where an axis goes, whose label may be empty; `decades` says that it is logarithmic.
    fn axis(direction: Direction, label: &str, ends: At, decades: bool) -> String;
    /// The name of an axis whose labels count from a number.
    fn counted_from(label: &str, from: &str) -> String;
    /// What the reader has chosen.
    fn highlighted(name: &str) -> String;
    /// A line, and where it goes.
    fn line(dash: Dash, name: &str, course: &str) -> String;
    /// So many bars.
    fn bars(count: usize, name: &str, course: &str) -> String;
    /// So many points.
    fn points(count: usize, name: &str, course: &str) -> String;
    /// Where a series begins and ends, behind its name; `largest` and `smallest` where they are neither.
    fn course(first: &At, last: Option<&At>, largest: Option<At>, smallest: Option<At>) -> String;
    /// The box that points without an order lie in.
    fn cloud(across: At, up: At) -> String;
    /// Exact zeros, from the first place to the last.
    fn zeros(name: &str, count: usize, ends: At) -> String;
    /// A strip from one value to another; without one it goes on beyond the frame.
    fn strip(name: &str, from: Option<String>, to: Option<String>) -> String;
    /// A tinted area.
    fn area(name: &str) -> String;
    /// The least and the largest value of a map, and where they are.
    fn map(name: &str, low: At, high: At) -> String;
    /// A place in the plane.
    fn place(x: &str, y: &str) -> String;
    /// A straight guide.
    fn guide(label: &str) -> String;
    /// A dot; without a label it is the point that the reader moves.
    fn dot(label: &str, x: &str, y: &str) -> String;
    /// Lines in the background.
    fn thin_lines(names: &[&str]) -> String;
    /// What is written in a picture.
    fn written(texts: &[&str]) -> String;
    /// The discs of a diagram.
    fn discs(names: &[String]) -> String;
    /// The connections of a diagram.
    fn connections(names: &[String]) -> String;
    /// A connection and what is written beside it.
    fn connection(name: &str, label: &str) -> String;
    /// Discs in a frame with axes.
    fn grid(discs: usize, edges: usize) -> String;
    /// Discs in a row.
    fn row(discs: usize) -> String;
    /// Which disc is filled most, and which least.
    fn fills(strongest: &str, faintest: &str) -> String;
}

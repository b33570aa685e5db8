//! What the page's script can call: the only place, with chart's canvas adaptor, that knows a browser.
//!
//! The script holds no list and does no arithmetic on model values; it asks here.
//! Answers with structure travel as JSON, because a page needs a few kilobytes of it per change and can then be tested without a browser.

// What a link, a gesture and a panel are does not need a browser: native tests compile them without the exports that use them, and the worker's module has none of these.
#![cfg_attr(
    any(not(target_arch = "wasm32"), feature = "trainer"),
    allow(dead_code)
)]

#[cfg(all(target_arch = "wasm32", feature = "bench"))]
mod bench;
#[cfg(target_arch = "wasm32")]
mod clock;
#[cfg(all(target_arch = "wasm32", not(feature = "trainer")))]
mod errand;
mod gesture;
#[cfg(all(target_arch = "wasm32", not(feature = "trainer")))]
mod lab;
#[cfg(all(target_arch = "wasm32", not(feature = "trainer")))]
mod lookup;
mod panel;
mod parameter;
#[cfg(all(target_arch = "wasm32", not(feature = "trainer")))]
mod pictures;
mod refusal;
#[cfg(all(target_arch = "wasm32", not(feature = "trainer")))]
mod time;
#[cfg(all(target_arch = "wasm32", feature = "trainer"))]
mod trainer;
#[cfg(all(target_arch = "wasm32", not(feature = "trainer")))]
mod whole;
#[cfg(all(target_arch = "wasm32", not(feature = "trainer")))]
mod written;

//! The mathematics. Knows nothing of figures, pictures or browsers.

pub mod activation;
pub mod chain;
pub mod scaled;

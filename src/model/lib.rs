//! The mathematics. Knows nothing of figures, pictures or browsers.

pub mod activation;
pub mod chain;
pub mod collapse;
pub mod dataset;
pub mod experiment;
pub mod init;
pub mod loss;
pub mod math;
pub mod network;
pub mod neuron;
pub mod number;
pub mod optimiser;
pub mod population;
pub mod propagation;
pub mod quote;
pub mod random;
pub mod scaled;
pub mod spelling;
pub mod spread;
pub mod training;
pub mod work;

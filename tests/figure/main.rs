//! The figures: their numbers, words and links, from their settings.

mod budget;
mod collapse;
mod collapse_crease;
mod corners;
mod curves;
mod curves_range;
mod decay;
mod decay_formulas;
mod decay_network;
mod dying_figure;
mod figures;
mod formulas;
mod freeze;
mod freeze_helper;
mod layers;
mod layers_both;
mod layers_network;
mod links;
mod measures;
mod neuron;
mod old_links;
mod printed;
mod scaled;
mod settings;
mod shown;

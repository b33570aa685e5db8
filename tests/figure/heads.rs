//! Tables: ids in files, the same for ever; on the page heads in words, which tell the columns apart.

use crate::shown::view;
use activation_lab::figure::{FIGURES, Settings, View, link};
use std::collections::BTreeSet;

/// Programs read files by these. A new column is added here; an old one that is missing is a broken promise.
const HEADERS: [(&str, &str); 7] = [
    ("neuron", "name,value,activation"),
    (
        "collapse",
        "part,activation,t,x1,x2,y1,y2,single1,single2,w1,w2,b",
    ),
    (
        "curves",
        "x,sigmoid,sigmoid derivative,sigmoid second_derivative",
    ),
    (
        "decay",
        "activation,layer,z,a,f_prime,dL_da,dL_dz,dL_dw,dL_db,log10_abs_dL_dz",
    ),
    (
        "layers",
        "activation,layer,fed_mean,fed_std,fed_q05,fed_q25,fed_q50,fed_q75,fed_q95,a_mean,a_std,a_q05,a_q25,a_q50,a_q75,a_q95,log10_fed_difference,log10_gradient_z_norm,factor,flat_share,dead_share,zero_gradient_share,theory_fed_std,theory_log10_gradient_z_norm,theory_factor,theory_log10_fed_difference",
    ),
    (
        "freeze",
        "network,activation,step,batch_loss,train_loss,test_loss,gradient_norm_1,gradient_norm_2,gradient_norm_3,relative_change_1,relative_change_2,relative_change_3",
    ),
    (
        "dying",
        "step,activation,loss,dead_units,w1,w2,b,outgoing_weight,points_on,largest_z",
    ),
];

#[test]
fn files_keep_their_ids() {
    for (figure, header) in HEADERS {
        let state: &[(&str, &str)] = match figure {
            "freeze" => &[("depth", "2"), ("step", "3")],
            _ => &[],
        };
        let view = view(figure, state);
        assert_eq!(view.table.csv().lines().next(), Some(header), "{figure}");
        let json = serde_json::to_value(&view).expect("plain data");
        let columns = json["table"]["columns"].as_array().expect("a list");
        let ids: Vec<&str> = columns.iter().filter_map(|id| id.as_str()).collect();
        assert_eq!(ids.join(","), header, "{figure}");
    }
}

/// What is wrong with the heads of a table, and with what its rows are called.
fn faults(view: &View) -> Vec<String> {
    let cells = view.table.rows.iter().flatten();
    let named = cells.filter_map(|cell| match cell {
        activation_lab::figure::Cell::Named(name) => Some(&**name),
        _ => None,
    });
    let names = view.table.columns.iter().chain(named);
    let is_code = |said: &str| said.is_empty() || said.contains('_') || said.contains("dL");
    let code = names.filter(|name| is_code(&name.said));
    let mut faults: Vec<String> = code
        .map(|name| format!("{} says {}", name.id, name.said))
        .collect();
    let heads: BTreeSet<&str> = view.table.columns.iter().map(|name| &*name.said).collect();
    if heads.len() < view.table.columns.len() {
        faults.push(format!("two of {heads:?} are alike"));
    }
    faults
}

/// In the states that the article links to, and in those that have the most columns.
#[test]
fn heads_are_words_and_tell_columns_apart() {
    let article = include_str!("../../www/index.html").replace("&amp;", "&");
    let links = article.split("href=\"#").skip(1);
    let links = links.filter_map(|rest| rest.split('"').next());
    let links = links.filter(|link| link.starts_with("figure="));
    let more = [
        "figure=curves&v=2&activation=tanh,tanh,elu(alpha=0.5)",
        "figure=neuron&v=2&inputs=4",
        "figure=freeze&v=2&depth=12&step=4&shallow=1",
        "figure=dying&v=2&leak=one&leak_step=2",
    ];
    let mut count = 0;
    for state in links.chain(more) {
        let id = link::figure(state).expect(state);
        let Some(figure) = FIGURES.iter().find(|figure| figure.id == id) else {
            continue;
        };
        let mut settings = Settings::defaults(figure.controls);
        link::apply(&mut settings, state);
        let faults = faults(&figure.view(&settings));
        assert!(faults.is_empty(), "{state}: {faults:?}");
        count += 1;
    }
    assert!(count > more.len(), "no link of the article was tried");
}

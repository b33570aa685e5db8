//! The article with all of each figure.

/// The article's address with the wish for whole figures, unless it has one about them.
pub(crate) fn with_whole_figures(address: &str) -> String {
    let (page, state) = address.split_once('#').unwrap_or((address, ""));
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let is_article = ["/", "/index.html", "/activation-lab.html"]
        .iter()
        .any(|end| path.ends_with(end));
    if !is_article || query.contains("ui=") {
        return address.to_owned();
    }
    let query = match query {
        "" => "ui=full".to_owned(),
        query => format!("{query}&ui=full"),
    };
    match state {
        "" => format!("{path}?{query}"),
        state => format!("{path}?{query}#{state}"),
    }
}

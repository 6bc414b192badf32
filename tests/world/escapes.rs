//! What the program makes of a text before a runner reads it, for `tests/conformance`: JSON in, JSON out.

use package_repo_security::action::mute::Secret;
use package_repo_security::action::outputs;
use package_repo_security::findings::Severity;
use package_repo_security::render::escape::{escape_data, escape_property};
use package_repo_security::render::github::remark;
use serde_json::{Value as Json, json};
use std::io::Read as _;

/// `{"texts": [TEXT], "outputs": [[NAME, VALUE]]}` on standard input becomes `{"data": […], "properties": […], "remarks": […],
/// "outputs": …}`: the escapes alone, remarks about a run, and what goes to the file of outputs.
pub fn run() {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input).expect("UTF-8");
    let input: Json = serde_json::from_str(&input).expect("JSON");
    let texts: Vec<&str> = list(&input["texts"]).map(text).collect();
    let remarked = |text: &&str| {
        let mut line = String::new();
        remark(&mut line, Severity::Error, text);
        line
    };
    let values: Vec<(String, String)> =
        list(&input["outputs"]).map(|it| (text(&it[0]).to_owned(), text(&it[1]).to_owned())).collect();
    let answer = json!({
        "data": texts.iter().map(|text| escape_data(text)).collect::<Vec<_>>(),
        "properties": texts.iter().map(|text| escape_property(text)).collect::<Vec<_>>(),
        "remarks": texts.iter().map(remarked).collect::<Vec<_>>(),
        "outputs": outputs::commands(&values, &Secret::new([0x5a; 16]), false),
    });
    println!("{answer}");
}

fn list(value: &Json) -> impl Iterator<Item = &Json> {
    value.as_array().expect("a list").iter()
}

fn text(value: &Json) -> &str {
    value.as_str().expect("a text")
}

//! `action.yml` and `binary/action.yml` are one Action, and docs/action.md is about it.

use super::{here, text, yaml};
use crate::support::{Tree, binary, report_of};
use serde_yaml::Value;

/// The only input that the container has no use for.
const BINARY_ONLY: &str = "program";

/// Name, description and default of each input or output, in order.
fn entries(action: &Value, kind: &str) -> Vec<(String, String, String)> {
    let told = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let entries = action[kind].as_mapping().unwrap().iter();
    entries
        .map(|(name, it)| (name.as_str().unwrap().to_owned(), told(it, "description"), told(it, "default")))
        .collect()
}

fn variable(input: &str) -> String {
    format!("INPUT_{}", input.to_uppercase().replace('-', "_"))
}

#[test]
fn both_forms_take_and_give_the_same() {
    let (container, other) = (yaml("action.yml"), yaml("binary/action.yml"));
    let mut inputs = entries(&other, "inputs");
    assert_eq!(inputs.pop().unwrap().0, BINARY_ONLY);
    assert_eq!(entries(&container, "inputs"), inputs);
    assert_eq!(entries(&container, "outputs"), entries(&other, "outputs"));
    for (name, description, _) in inputs.iter().chain(&entries(&container, "outputs")) {
        assert!(description.ends_with('.'), "{name}: {description}");
    }
}

#[test]
fn the_container_runs_the_action_and_nothing_else() {
    let runs = &yaml("action.yml")["runs"];
    assert_eq!(runs["using"], "docker");
    assert_eq!(runs["image"], "Dockerfile");
    assert_eq!(runs["args"], Value::Sequence(vec!["action".into()]));
}

#[test]
fn without_a_container_inputs_are_values_of_the_environment_and_never_text_of_a_script() {
    let action = yaml("binary/action.yml");
    let steps = action["runs"]["steps"].as_sequence().unwrap();
    for step in steps {
        assert!(!step["run"].as_str().unwrap().contains("${{"), "{step:?}");
    }
    let run = steps.last().unwrap();
    assert_eq!(run["run"], "\"$PROGRAM\" action");
    let mut wanted: Vec<(String, String)> = entries(&action, "inputs")
        .iter()
        .filter(|(name, ..)| name != BINARY_ONLY)
        .map(|(name, ..)| (variable(name), format!("${{{{ inputs.{name} }}}}")))
        .collect();
    wanted.insert(0, ("PROGRAM".into(), "${{ steps.install.outputs.program }}".into()));
    let given = run["env"].as_mapping().unwrap().iter();
    let given: Vec<(String, String)> =
        given.map(|(name, value)| (name.as_str().unwrap().into(), value.as_str().unwrap().into())).collect();
    assert_eq!(given, wanted);
    for (name, value) in action["outputs"].as_mapping().unwrap() {
        assert_eq!(value["value"], format!("${{{{ steps.run.outputs.{} }}}}", name.as_str().unwrap()));
    }
}

#[test]
fn the_documentation_has_a_row_for_every_input_and_output_and_no_other() {
    let page = text("docs/action.md");
    let rows = |heading: &str| -> Vec<String> {
        let section = page.split(&format!("\n## {heading}\n")).nth(1).unwrap();
        let section = section.split("\n## ").next().unwrap();
        section.lines().filter(|line| line.starts_with("| `")).map(str::to_owned).collect()
    };
    let action = yaml("binary/action.yml");
    let cell = |text: &str| text.replace('|', "\\|");
    let code = |text: &str| if text.is_empty() { String::new() } else { format!("`{text}`") };
    let inputs: Vec<String> = entries(&action, "inputs")
        .iter()
        .map(|(name, about, default)| format!("| `{name}` | {} | {} |", code(default), cell(about)))
        .collect();
    let outputs: Vec<String> = entries(&action, "outputs")
        .iter()
        .map(|(name, about, _)| format!("| `{name}` | {} |", cell(about)))
        .collect();
    assert_eq!(rows("Inputs"), inputs);
    assert_eq!(rows("Outputs"), outputs);
}

#[test]
fn the_two_trees_that_the_project_tries_itself_on_come_to_what_its_workflow_expects() {
    for (tree, code, errors) in [("passing", 0, 0), ("failing", 1, 1)] {
        let mut command = binary(&here("tests/fixtures/action").join(tree));
        // The day of the check does not matter: that is what the workflow relies on, too.
        command.args(["check", "--offline", "--output", "json", "."]);
        let run = crate::support::Run::of(command);
        let report = report_of(&run);
        assert_eq!((run.code, &report["summary"]["errors"]), (code, &errors.into()), "{tree}: {run:?}");
        assert_eq!(report["tracks"]["general"]["declared"], 0, "{tree}: {run:?}");
    }
    let workflow = text(".github/workflows/self.yml");
    assert_eq!(workflow.matches("test \"$PASSING\" = \"0 0 success\"").count(), 2);
    assert_eq!(workflow.matches("test \"$FAILING\" = \"1 1 failure\"").count(), 2);
}

#[test]
fn the_hook_runs_what_it_says() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let entry = hooks[0]["entry"].as_str().unwrap();
    let arguments: Vec<&str> = entry.split(' ').skip(1).collect();
    let run = crate::support::Run::of(Tree::with(text("examples/minimal.yml")).command(&arguments));
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(hooks[0]["pass_filenames"], false);
}

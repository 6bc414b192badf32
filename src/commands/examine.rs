//! The main job as a pure function: bytes of a declaration and a repository to look into → everything there is to say.

use super::discover::{Found, Unavailable};
use super::readme;
use crate::assessment::{Assessment, Suspects, applies, assess};
use crate::badge::{self, BadgeInput};
use crate::declaration::grammar::Vocabulary;
use crate::declaration::{self, Declaration, Mismatch, Problem, conform};
use crate::evidence::{Gathered, Sources, Terms, gather};
use crate::findings::settle::accept;
use crate::findings::{Class, Finding, Settings, per_host, settle};
use crate::gate::{self, Base, Comparison};
use crate::links::{Policy, Servers};
use crate::principles::{self, Catalogue};
use crate::read::{self, Path, Reading};
use crate::render::{Baseline, DeclarationFile, Mode, Report};
use crate::rules::change::{declaration_moved, declaration_removed, not_compared};
use crate::rules::context::Given;
use crate::rules::links::link_unreachable;
use crate::rules::read::{declaration_missing, declaration_not_a_file};
use crate::rules::upkeep::ignore_without_effect;
use crate::rules::{self, Context};
use crate::text::hash::sha256;
use crate::text::source::Source;
use jiff::civil::Date;

/// What an examination depends on besides the declaration and the repository.
#[derive(Clone, Debug)]
pub struct Conditions<'a> {
    /// The day of the check.
    pub today: Date,
    /// What weighs findings.
    pub settings: Settings,
    /// Which addresses may be asked for.
    pub policy: Policy,
    /// Which servers are GitHub's.
    pub servers: Servers,
    /// A catalogue that the levels are shown under as well.
    pub preview: Option<&'a Catalogue>,
    /// The declaration that this one is held against.
    pub base: Option<&'a Base>,
}

/// Everything there is to say of a declaration.
#[derive(Debug)]
pub struct Examination {
    file: Option<DeclarationFile>,
    source: Option<Source>,
    /// The file with its tree, where it could be parsed.
    pub reading: Option<Reading>,
    declaration: Option<Declaration>,
    catalogue: &'static Catalogue,
    /// The levels, where there is a declaration.
    pub assessment: Option<Assessment>,
    baseline: Option<Baseline>,
    preview: Option<Assessment>,
    gathered: Gathered,
    mode: Mode,
    /// What is wrong, settled and sorted.
    pub findings: Vec<Finding>,
    settings: Settings,
    today: Date,
}

/// Examines a declaration, or says why there is none.
#[must_use]
pub fn examine(
    found: Result<Found, Unavailable>,
    sources: Sources<'_>,
    conditions: &Conditions<'_>,
) -> Examination {
    let mut examination = Examination {
        file: None,
        source: None,
        reading: None,
        declaration: None,
        catalogue: principles::LATEST,
        assessment: None,
        baseline: conditions.base.map(Baseline::new),
        preview: None,
        gathered: Gathered::default(),
        mode: if sources.web.is_some() { Mode::Online } else { Mode::Offline },
        findings: Vec::new(),
        settings: conditions.settings,
        today: conditions.today,
    };
    let found = match found {
        Ok(found) => found,
        Err(unavailable) => {
            examination.file = Some(DeclarationFile { path: unavailable.path, sha256: None });
            let (findings, regressed) = gone(*unavailable.finding, conditions.base);
            if let Some(baseline) = examination.baseline.as_mut().filter(|_| regressed) {
                baseline.regressions.push(Path::top());
            }
            examination.findings = settle(findings, None, None, conditions.settings);
            return examination;
        }
    };
    let sha256 = sha256(&found.bytes);
    examination.file = Some(DeclarationFile { path: found.path.clone(), sha256: Some(sha256) });
    match read::read(&found.path, &found.bytes) {
        Ok(reading) => examination.content(reading, sources, conditions),
        Err((error, source)) => {
            let mut findings = vec![rules::read::unreadable(&error)];
            findings.extend(conditions.base.and_then(not_compared::unreadable));
            examination.findings = settle(findings, None, Some(&source), conditions.settings);
            examination.source = Some(source);
        }
    }
    examination
}

impl Examination {
    fn content(&mut self, reading: Reading, sources: Sources<'_>, conditions: &Conditions<'_>) {
        let declaration = declaration::decode(&reading.root);
        if let Some(known) = declaration.principles.as_deref().and_then(principles::by_version) {
            self.catalogue = known;
        }
        let catalogue = self.catalogue;
        let rules = rules::all();
        let ids: Vec<&'static str> = rules.iter().map(|rule| rule.id).collect();
        let mismatches = conform(&reading.root, conform::Names { catalogue, rules: &ids });
        let suspects = suspects(&mismatches);
        let not_judged = |answer: &declaration::Answer| {
            let track =
                catalogue.requirement(&answer.id).and_then(|requirement| catalogue.track(&requirement.track));
            track.is_none_or(|track| !applies::applies(track, &declaration.registry))
        };
        let path = self.file.as_ref().map_or("", |file| file.path.as_str());
        let terms =
            Terms { policy: &conditions.policy, servers: &conditions.servers, today: conditions.today };
        self.gathered = gather(&declaration, &not_judged, sources, &terms, path);
        let Gathered { outcomes, plan_issues } = &self.gathered;
        let assessment = assess(&declaration, catalogue, outcomes, &suspects);
        self.preview = conditions.preview.map(|draft| assess(&declaration, draft, outcomes, &suspects));
        let base = conditions.base.and_then(|base| base.declaration.as_ref());
        let comparison: Option<Comparison> = base.map(|before| gate::compare(before, &declaration));
        let context = Context::new(Given {
            reading: &reading,
            mismatches: &mismatches,
            declaration: &declaration,
            catalogue,
            outcomes,
            plan_issues,
            assessment: &assessment,
            today: conditions.today,
            policy: &conditions.policy,
            servers: &conditions.servers,
            comparison: comparison.as_ref(),
        });
        let mut found = rules::run(&context);
        let shown = badge_input(&assessment, catalogue, &declaration);
        found.extend(readme::findings(sources.repository, path, &shown, catalogue, &found));
        let (mut findings, effective) = accept(found, &declaration.ignore);
        findings = per_host(link_unreachable::joined(findings, &declaration, outcomes));
        findings.extend(ignore_without_effect::findings(
            &declaration.ignore,
            &effective,
            &rules,
            sources.web.is_some(),
        ));
        findings.extend(conditions.base.and_then(|base| moved(base, path)));
        findings.extend(conditions.base.and_then(|base| not_compared::elsewhere(base, path)));
        if let Some(before) = base {
            leave_to_others(&mut findings, before, &declaration);
        }
        if let (Some(baseline), Some(comparison)) = (&mut self.baseline, comparison) {
            baseline.set(comparison);
        }
        self.findings = settle(findings, Some(&reading.root), Some(&reading.source), conditions.settings);
        self.assessment = Some(assessment);
        self.source = Some(reading.source.clone());
        self.reading = Some(reading);
        self.declaration = Some(declaration);
    }

    /// What renderers are given.
    #[must_use]
    pub fn report(&self) -> Report<'_> {
        Report {
            file: self.file.clone(),
            source: self.source.as_ref(),
            root: self.reading.as_ref().map(|reading| &reading.root),
            declaration: self.declaration.as_ref(),
            catalogue: self.catalogue,
            mode: self.mode,
            is_finished: true,
            scope: self.settings.scope,
            today: self.today,
            assessment: self.assessment.as_ref(),
            preview: self.preview.as_ref(),
            outcomes: &self.gathered.outcomes,
            baseline: self.baseline.as_ref(),
            findings: &self.findings,
        }
    }
}

/// What a badge of a sound declaration shows.
fn badge_input<'a>(
    assessment: &'a Assessment,
    catalogue: &'a Catalogue,
    declaration: &'a Declaration,
) -> BadgeInput<'a> {
    BadgeInput {
        assessment: Some(assessment),
        version: &catalogue.version,
        registry: declaration.registry.url.as_deref(),
        reviewed: declaration.reviewed,
        stale: false,
        valid: true,
        style: badge::Style::default(),
        track: None,
    }
}

/// What is said where there is no declaration, and whether that is a regression: where the baseline had one, it is gone.
fn gone(finding: Finding, base: Option<&Base>) -> (Vec<Finding>, bool) {
    let missing = finding.rule.id == declaration_missing::RULE.id;
    let out_of_reach = missing || finding.rule.id == declaration_not_a_file::RULE.id;
    match base.filter(|base| base.declaration.is_some() && out_of_reach) {
        Some(base) if missing => (vec![declaration_removed::finding(base)], true),
        Some(base) => (vec![declaration_removed::finding(base), finding], true),
        None => (vec![finding], false),
    }
}

/// The declaration stands at the other of its two places now.
fn moved(base: &Base, path: &str) -> Option<Finding> {
    let place = base.place.as_deref().filter(|place| base.declaration.is_some() && *place != path)?;
    Some(declaration_moved::finding(place, path))
}

/// Evidence elsewhere that the change left as it was is not its author's to mend.
fn leave_to_others(findings: &mut [Finding], before: &Declaration, after: &Declaration) {
    for finding in findings.iter_mut().filter(|it| it.class == Class::RemoteEvidence) {
        if finding.at.as_ref().is_some_and(|at| !gate::is_new(before, after, at)) {
            finding.class = Class::RemoteEvidenceAsBefore;
        }
    }
}

/// The requirements that misspelt ids were probably meant to be.
fn suspects(mismatches: &[Mismatch]) -> Suspects {
    let near = mismatches.iter().filter_map(|mismatch| match &mismatch.problem {
        Problem::UnknownName {
            vocabulary: Vocabulary::Requirement | Vocabulary::CliRequirement,
            near: Some(near),
            ..
        } => Some(near.clone()),
        _ => None,
    });
    near.collect()
}

#[cfg(test)]
mod tests {
    use super::leave_to_others;
    use crate::declaration::{Declaration, decode};
    use crate::findings::{Class, Finding, Rule};
    use crate::read::{Path, read};

    static DEAD: Rule = Rule {
        id: "link-dead",
        class: Class::RemoteEvidence,
        summary: "A page is there.",
        why: "Nobody can look at what is not there.",
        fails: "",
        mended: "",
    };

    fn declaration(text: &str) -> Declaration {
        decode(&read("f", text.as_bytes()).unwrap().root)
    }

    #[test]
    fn a_dead_link_that_was_there_before_weighs_less_and_a_new_one_does_not() {
        let before = declaration("answers: {mfa: {status: met, evidence: 'https://a.example/'}}\n");
        let after = declaration(
            "answers: {mfa: {status: met, evidence: ['https://b.example/', {url: 'https://a.example/'}]}}\n",
        );
        let at = |item| Path::top().key("answers").key("mfa").key("evidence").item(item);
        let mut findings = [Finding::new(&DEAD, &at(0), "new"), Finding::new(&DEAD, &at(1), "old")];
        leave_to_others(&mut findings, &before, &after);
        let classes = findings.map(|finding| finding.class);
        assert_eq!(classes, [Class::RemoteEvidence, Class::RemoteEvidenceAsBefore]);
    }
}

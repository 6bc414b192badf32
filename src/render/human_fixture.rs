//! Declarations and findings that the tests of the terminal renderers draw.

use super::report::{DeclarationFile, Mode, Report};
use crate::assessment::{Assessment, assess};
use crate::declaration::{Declaration, decode};
use crate::evidence::{Outcome, Outcomes, Verdict};
use crate::findings::{Class, Finding, Rule, Scope, Settings, settle};
use crate::principles::{Catalogue, LATEST};
use crate::read::{self, Path};
use crate::text::source::Source;
use jiff::civil::date;
use std::collections::BTreeSet;

/// A registry like `PyPI`, with plans and two clients.
pub(super) const PYPI: &str = "\
version: 1
principles: v0.1
reviewed: 2026-08-21
reviewed-by: '@registry-admins'
registry:
  name: PyPI
  url: https://pypi.org/
  user-accounts: true
  packages: [accepts-built]
claims: {authentication: 2, authorization: 2, general: 0, cli: 1}
answers:
  email-verification: {status: met, evidence: https://pypi.org/help/#verified-email}
  recovery-policy: {status: met, evidence: https://pypi.org/help/#account-recovery}
  mfa: {status: met, evidence: [https://pypi.org/help/#totp, https://pypi.org/help/#twofa]}
  security-notifications: {status: met, evidence: https://pypi.org/help/#notifications}
  brute-force-protection: {status: met, evidence: https://github.com/pypi/warehouse/pull/18584}
  abandoned-email-domains: {status: met, evidence: https://github.com/pypi/warehouse/pull/18088}
  phishing-resistant-mfa: {status: met, evidence: https://pypi.org/help/#utfkey}
  mfa-required-critical: {status: met, evidence: https://blog.pypi.org/posts/2024-01-01-2fa-enforced/}
  leaked-credential-checks: {status: met, evidence: https://pypi.org/help/#compromised-password}
  passwordless-login: {status: unmet}
  mfa-required-all: {status: met, evidence: https://blog.pypi.org/posts/2023-12-13-2fa-enforcement/}
  phishing-resistant-mfa-required-critical: {status: planned, plan: {by: 2027-06-30}}
  scoped-tokens: {status: met, evidence: https://pypi.org/help/#apitoken}
  token-prefix: {status: met, evidence: https://docs.pypi.org/api/secrets/}
  role-based-access: {status: met, evidence: https://docs.pypi.org/organization-accounts/roles-entities/}
  trusted-publishing: {status: met, evidence: https://docs.pypi.org/trusted-publishers/}
  token-secret-scanning: {status: partial, missing: [endpoint], evidence: https://docs.pypi.org/api/secrets/}
  build-provenance: {status: met, evidence: https://docs.pypi.org/attestations/}
  vulnerability-disclosure:
    status: partial
    missing: [safe-harbor]
    evidence: https://pypi.org/security/
    plan: {by: 2026-12-31}
  typosquatting: {status: met, evidence: https://blog.pypi.org/posts/2025-12-31-pypi-2025-in-review/}
  unpublish-policy: {status: met, evidence: https://pypi.org/help/#file-name-reuse}
  malware-reporting: {status: partial, missing: [cli, api], evidence: https://pypi.org/security/}
  security-reviews: {status: met, evidence: https://blog.pypi.org/posts/2026-04-16-second-audit/}
clis:
  pip:
    primary: true
    answers:
      pinned-installs: {status: met, evidence: https://pip.pypa.io/en/stable/topics/secure-installs/}
      sbom: {status: unmet}
  uv:
    primary: false
    answers:
      sbom: {status: partial, evidence: https://docs.astral.sh/uv/}
";

/// A registry that has nobody to log in and nothing built.
pub(super) const SOURCE_ONLY: &str = "\
version: 1
principles: v0.1
registry: {name: Guix, url: https://guix.gnu.org/, user-accounts: false, packages: [source-only]}
reviewed: 2026-01-02
claims: {general: 1, cli: 3}
answers:
  vulnerability-disclosure: {status: met, evidence: SECURITY.md}
  typosquatting: {status: met, evidence: docs/names.md}
  unpublish-policy: {status: not-applicable, reason: nothing is ever published by users}
  pinned-installs: {status: met, evidence: docs/pin.md}
";

/// A rule for findings of tests.
pub(super) static RULE: Rule = Rule {
    id: "quote-missing",
    class: Class::LocalEvidence,
    summary: "a quote stands where the declaration says",
    why: "",
    fails: "",
    mended: "",
};
/// One that is advice.
pub(super) static ADVICE: Rule = Rule {
    id: "claim-could-be-higher",
    class: Class::Advice,
    summary: "claims keep up with the computed level",
    why: "",
    fails: "",
    mended: "",
};

/// Everything that a report borrows.
pub(super) struct Fixture {
    pub(super) source: Source,
    pub(super) declaration: Declaration,
    pub(super) assessment: Assessment,
    pub(super) preview: Option<Assessment>,
    pub(super) outcomes: Outcomes,
    pub(super) findings: Vec<Finding>,
    pub(super) mode: Mode,
    root: read::Node,
}

impl Fixture {
    /// A declaration whose evidence nobody has looked at.
    pub(super) fn new(text: &str) -> Self {
        let reading = read::read(".package-repo-security.yml", text.as_bytes()).unwrap();
        let declaration = decode(&reading.root);
        let unchecked =
            declaration.all_evidence().map(|(_, item)| (item.at.clone(), verdict(Outcome::Unchecked)));
        let outcomes: Outcomes = unchecked.collect();
        let assessment = assess(&declaration, LATEST, &outcomes, &BTreeSet::new());
        Self {
            source: reading.source,
            declaration,
            assessment,
            preview: None,
            outcomes,
            findings: Vec::new(),
            mode: Mode::Offline,
            root: reading.root,
        }
    }

    /// With what came of looking at the evidence of an answer.
    pub(super) fn outcome(mut self, answer: &str, outcome: Outcome) -> Self {
        let at = Path::parse(&format!("answers.{answer}")).unwrap();
        for (_, verdict) in self.outcomes.iter_mut().filter(|(path, _)| at.covers(path)) {
            verdict.outcome = outcome;
        }
        self.assessment = assess(&self.declaration, LATEST, &self.outcomes, &BTreeSet::new());
        self
    }

    /// With these findings, settled.
    pub(super) fn findings(mut self, findings: Vec<Finding>) -> Self {
        let settings = Settings { scope: Scope::Audit, strict: false };
        self.findings = settle(findings, Some(&self.root), Some(&self.source), settings);
        self
    }

    /// With a preview under another catalogue.
    pub(super) fn preview(mut self, catalogue: &Catalogue) -> Self {
        self.preview = Some(assess(&self.declaration, catalogue, &self.outcomes, &BTreeSet::new()));
        self
    }

    /// The report.
    pub(super) fn report(&self) -> Report<'_> {
        Report {
            file: Some(DeclarationFile { path: self.source.path.clone(), sha256: None }),
            source: Some(&self.source),
            root: None,
            declaration: Some(&self.declaration),
            catalogue: LATEST,
            mode: self.mode,
            is_finished: true,
            scope: Scope::Audit,
            today: date(2026, 9, 1),
            assessment: Some(&self.assessment),
            preview: self.preview.as_ref(),
            outcomes: &self.outcomes,
            baseline: None,
            findings: &self.findings,
        }
    }
}

fn verdict(outcome: Outcome) -> Verdict {
    Verdict { outcome, looked_for: String::new(), found: String::new(), troubles: Vec::new() }
}

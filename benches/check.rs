//! What a check costs without the process around it: `cargo bench`. The whole process is timed as docs/performance.md says.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jiff::civil::date;
use package_repo_security::commands::discover::Found;
use package_repo_security::commands::examine::{Conditions, Examination, examine};
use package_repo_security::evidence::Sources;
use package_repo_security::evidence::repository::{CommitError, FileError, Repository};
use package_repo_security::findings::{Scope, Settings};
use package_repo_security::links::{Policy, Servers};
use std::fmt::Write as _;

/// A repository without files: what is measured is the declaration.
struct Empty;

impl Repository for Empty {
    fn read(&self, _: &str) -> Result<Vec<u8>, FileError> {
        Err(FileError::Absent)
    }

    fn read_at(&self, _: &str, _: &str) -> Result<Vec<u8>, CommitError> {
        Err(CommitError::UnknownCommit)
    }

    fn candidates(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
}

fn run(text: &str) -> Examination {
    let found = Found { path: ".package-repo-security.yml".to_owned(), bytes: text.as_bytes().to_vec() };
    let conditions = Conditions {
        today: date(2026, 11, 22),
        settings: Settings { scope: Scope::Audit, strict: false },
        policy: Policy::default(),
        servers: Servers::default(),
        preview: None,
        base: None,
    };
    examine(Ok(found), Sources { repository: &Empty, web: None }, &conditions)
}

/// A declaration of about so many KiB: one answer with ever more evidence.
fn grown(kibibytes: usize) -> String {
    let mut text = include_str!("../examples/minimal.yml").replace("answers: {}", "answers:");
    text.push_str("\n  typosquatting:\n    status: met\n    evidence:\n");
    let mut count = 0;
    while text.len() < kibibytes * 1024 && count < 1_900 {
        let _ = writeln!(
            text,
            "      - {{url: 'https://epi.example/a/page/number/{count}', note: 'what it says, at length {count}'}}"
        );
        count += 1;
    }
    text
}

fn check(criterion: &mut Criterion) {
    criterion.bench_function("parse and rules, PyPI example", |bench| {
        bench.iter(|| run(include_str!("../examples/pypi.yml")));
    });
    let mut group = criterion.benchmark_group("parse and rules, by size");
    for kibibytes in [16, 32, 64, 128] {
        let text = grown(kibibytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(kibibytes), &text, |bench, text| {
            bench.iter(|| run(text));
        });
    }
    group.finish();
}

criterion_group!(benches, check);
criterion_main!(benches);

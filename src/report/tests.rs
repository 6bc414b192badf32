//! The renderings of the shared fixture.

use super::{Format, Page, gap_files, render};
use crate::render::fixture::{Fixture, is_inert};
use proptest::prelude::{ProptestConfig, any, proptest};

fn without_style(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").unwrap();
    let before = before.lines().filter(|line| !line.contains("Content-Security-Policy"));
    let after = rest.split_once("</style>").unwrap().1;
    unversioned(&format!("{}<style>{after}", before.collect::<Vec<_>>().join("\n")))
}

/// A text that a release of the program leaves as it is.
fn unversioned(text: &str) -> String {
    text.replace(env!("CARGO_PKG_VERSION"), "VERSION")
}

#[test]
fn the_page() {
    insta::assert_snapshot!(without_style(&render(Format::Html, &Fixture::new().report())));
}

#[test]
fn the_markdown() {
    insta::assert_snapshot!(unversioned(&render(Format::Markdown, &Fixture::new().report())), @r#"
    <!-- package-repo-security report -->
    # Package repository security: ``Index `a|b` \u{1b}[2J``

    Self-assessed as of 2026-08-21 (by whom is not said) against the [Small Principles v0.1](https://example.org/principles) ([`epi.example`](https://epi.example/)).

    Evidence checked on 2026-08-22: 0 matched, 0 found, 0 unreachable, 1 contradicted, 1 unchecked.

    - The declaration has 1 error: the command check names it, and answers count as they are written.
    - Evidence was seen to be otherwise, so these do not count as met: t, t.
    - The last review is older than a review holds.
    - Only files of the repository were looked at, and no address.

    ## Levels

    | Track | Claimed | Declared | Supported | Level 1 | Level 2 | Level 3 |
    | --- | --- | --- | --- | --- | --- | --- |
    | General | 0 | 0 | 0 | 0 of 1 met | 0 of 2 met, 2 contradicted | none applies |
    | Builds | does not apply |  |  |  |  |  |
    | Command line tools | 1 | 0 | 0 | 0 of 1 met | none applies | none applies |
    | — `pip` (primary) |  | 3 | 3 | 1 of 1 met | none applies | none applies |
    | — ``u\|v`::`` (primary) |  | 0 | 0 | 0 of 1 met | none applies | none applies |

    ### General: level 0

    What keeps it from level 1:

    - ◐ [t](#disclosure): partial; missing: s

    Builds is left out by the framework: nobody uploads built packages to it.

    ### Command line tools (``u|v`::``): level 0

    What keeps it from level 1:

    - ○ [t](#pinned): unmet

    ## Requirements

    ### General: requirements

    #### Level 1

    <details>
    <summary><a name="disclosure"></a>◐ partial: t</summary>

    t

    - p (holds)
    - s (missing)

    `disclosure` · in the words of the framework

    </details>

    #### Level 2

    <details>
    <summary><a name="event-log"></a>▲ evidence contradicted: t</summary>

    t

    This answer has an error: the command check names it, and its status counts as it is written.

    Evidence:

    - `docs/log.md#entries`: contradicted, looked for `docs/log.md`, found `no such file\u{9b}`
    - the registry's word: `trust us`: unchecked

    `event-log` · in the words of the framework

    </details>

    <details>
    <summary><a name="log"></a>▲ evidence contradicted: t</summary>

    t

    Met, implied by: t.

    `log` · in the words of the framework

    </details>

    ### Command line tools: requirements

    | Requirement | Level | `pip` | ``u\|v`::`` |
    | --- | --- | --- | --- |
    | [t](#pinned) | 1 | ● met | ○ unmet |

    #### Level 1

    <details>
    <summary><a name="pinned"></a>t</summary>

    t

    **`pip`** ● met

    Evidence:

    - [`e.example/pins`](https://e.example/pins): unchecked

    **``u|v`::``** ○ unmet

    `pinned` · in the words of the framework

    </details>

    ## Roadmap

    ### General: to level 1

    #### 1. t: ◐ partial

    Finish what is begun:

    - [ ] s

    Beyond that:

    - ▲ [t](#event-log), level 2: evidence contradicted
    - ▲ [t](#log), level 2: evidence contradicted

    ### Command line tools: to level 1

    #### 1. t: ○ unmet

    - [ ] Build it (``u|v`::``)

    ---

    Levels are a self-assessment. Declared levels rest on the answers alone; for supported levels no evidence may have been seen to be otherwise. Nobody awards them, there is no overall level, and unknown means that nothing is known.

    nobody

    Written by package-repo-security VERSION from `.package-repo-security.yml`, SHA-256 `0000000000000000000000000000000000000000000000000000000000000000`.
    "#);
}

#[test]
fn the_files_of_the_roadmap() {
    let fixture = Fixture::new();
    let report = fixture.report();
    let files = gap_files::files(&Page::new(&report));
    let text: Vec<String> = files.iter().map(|file| format!("=== {}\n{}", file.name, file.text)).collect();
    insta::assert_snapshot!(text.join("\n"), @r"
    === README.md
    <!-- package-repo-security roadmap -->
    # Roadmap: ``Index `a|b` \u{1b}[2J``

    What stands between here and the next levels of the [Small Principles v0.1](https://example.org/principles), as of 2026-08-21. Each line is a file: the text of an issue, or a section of a grant proposal. Cheapest first.

    ## To the next levels

    | Gap | Track | Level | Status | Missing | By | Tracked in | Funding |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | [t](disclosure.md) | General | 1 | ◐ partial | s |  |  |  |
    | [t](pinned.md) | Command line tools | 1 | ○ unmet |  |  |  |  |

    ## Beyond

    | Gap | Track | Level | Status | Missing | By | Tracked in | Funding |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | [t](event-log.md) | General | 2 | ▲ evidence contradicted |  |  |  |  |
    | [t](log.md) | General | 2 | ▲ evidence contradicted |  |  |  |  |

    ---

    A later run of package-repo-security replaces this file, or takes it away: work on a copy.

    === disclosure.md
    <!-- package-repo-security roadmap -->
    # t

    General, level 1, of the [Small Principles v0.1](https://example.org/principles). For ``Index `a|b` \u{1b}[2J`` it is **partial**, as of 2026-08-21.

    It is one of the requirements that keep General from level 1.

    ## What is asked

    t

    In the words of the framework

    ## What there is to do

    Finish what is begun:

    - [ ] s

    ## How one sees that it is done

    A reviewer looks for this: h.

    Then the answer to `disclosure` in the declaration becomes `met`, with evidence (quote).

    ---

    A later run of package-repo-security replaces this file, or takes it away: work on a copy.

    === pinned.md
    <!-- package-repo-security roadmap -->
    # t

    Command line tools, level 1, of the [Small Principles v0.1](https://example.org/principles). For ``Index `a|b` \u{1b}[2J`` it is **unmet**, as of 2026-08-21.

    It is one of the requirements that keep Command line tools from level 1.

    ## What is asked

    t

    In the words of the framework

    ## What there is to do

    - [ ] Build it (``u|v`::``)

    ## How one sees that it is done

    A reviewer looks for this: h.

    Then the answer to `pinned` in the declaration becomes `met`, with evidence (quote).

    ---

    A later run of package-repo-security replaces this file, or takes it away: work on a copy.

    === event-log.md
    <!-- package-repo-security roadmap -->
    # t

    General, level 2, of the [Small Principles v0.1](https://example.org/principles). For ``Index `a|b` \u{1b}[2J`` it is **said to be met**, as of 2026-08-21, and evidence was seen to be otherwise on 2026-08-22.

    ## What is asked

    t

    In the words of the framework

    ## What there is to do

    - [ ] Mend what is cited, or the answer

    - `docs/log.md#entries`: contradicted, looked for `docs/log.md`, found `no such file\u{9b}`

    ## What is there already

    As the registry has it.

    - the registry's word: `trust us`: unchecked

    ## How one sees that it is done

    A reviewer looks for this: h.

    ---

    A later run of package-repo-security replaces this file, or takes it away: work on a copy.

    === log.md
    <!-- package-repo-security roadmap -->
    # t

    General, level 2, of the [Small Principles v0.1](https://example.org/principles). For ``Index `a|b` \u{1b}[2J`` it is **said to be met**, as of 2026-08-21, and evidence was seen to be otherwise on 2026-08-22.

    ## What is asked

    t

    In the words of the framework

    ## What there is to do

    - [ ] Mend this one, which implies it: t

    ## How one sees that it is done

    A reviewer looks for this: h.

    ---

    A later run of package-repo-security replaces this file, or takes it away: work on a copy.
    ");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn no_rendering_lets_out_what_a_terminal_or_a_runner_obeys(text in any::<String>(), tail in "(##\\[|::|\r|\n|`){0,6}") {
        let words = text + &tail;
        let mut fixture = Fixture::new();
        fixture.declaration.registry.name = Some(words.clone());
        fixture.declaration.reviewed_by = Some(words.clone());
        fixture.declaration.contact = Some(words.clone());
        fixture.declaration.answers[0].note = Some(words.clone());
        fixture.declaration.clis[0].name.clone_from(&words);
        fixture.assessment.tracks[2].clients[0].name.clone_from(&words);
        fixture.file.path.clone_from(&words);
        let report = fixture.report();
        for format in Format::ALL {
            let output = render(format, &report);
            assert!(is_inert(&output), "{output}");
        }
        for file in gap_files::files(&Page::new(&report)) {
            assert!(is_inert(&file.text), "{}", file.text);
        }
    }
}

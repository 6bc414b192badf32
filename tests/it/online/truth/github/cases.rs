//! Links to GitHub and what comes of them. `FIRST`, `SIDE` and `FORGED` stand for commits (`hub.rs`).

use super::super::case::{contradicted, found, matched, unreachable};
use super::{HubCase, always, by_api, by_token};

pub const CASES: &[HubCase] = &[
    // Repositories.
    always(found("a repository", "'https://github.example/acme/index'")),
    always(found("a repository, with a slash", "'https://github.example/acme/index/'")),
    always(found("a repository in other letters", "'https://github.example/Acme/INDEX'")),
    always(found("a repository that was renamed", "'https://github.example/acme/old-client'")),
    always(found("a repository that is archived", "'https://github.example/acme/archive'")),
    always(unreachable("no such repository", "'https://github.example/acme/none'")),
    always(unreachable(
        "a file where there is no such repository",
        "'https://github.example/acme/none/blob/main/README.md'",
    )),
    always(unreachable(
        "an issue where there is no such repository",
        "'https://github.example/acme/none/issues/1'",
    )),
    always(unreachable("no such owner", "'https://github.example/nobody/index'")),
    always(unreachable("a repository that was closed by law", "'https://github.example/acme/blocked'")),
    always(unreachable("a file in it", "'https://github.example/acme/blocked/blob/main/README.md'")),
    by_token(found("a private repository of the same owner", "'https://github.example/acme/private'")),
    by_token(matched(
        "a quote from a file in it",
        "{url: 'https://github.example/acme/private/blob/main/README.md', quote: 'Tokens expire after one year'}",
    )),
    by_token(contradicted("no such file in it", "'https://github.example/acme/private/blob/main/none.md'")),
    by_token(found("an issue in it", "'https://github.example/acme/private/issues/1'")),
    always(unreachable("a private repository of somebody else", "'https://github.example/others/private'")),
    always(unreachable(
        "a file in a private repository of somebody else",
        "'https://github.example/others/private/blob/main/README.md'",
    )),
    always(unreachable(
        "no such file in a private repository of somebody else",
        "'https://github.example/others/private/blob/main/none.md'",
    )),
    always(unreachable(
        "an issue in a private repository of somebody else",
        "'https://github.example/others/private/issues/1'",
    )),
    // Files, at branches and tags.
    always(found("a file", "'https://github.example/acme/index/blob/main/docs/help.md'")),
    always(found("a file at HEAD", "'https://github.example/acme/index/blob/HEAD/docs/help.md'")),
    always(found("a file at a tag", "'https://github.example/acme/index/blob/v1.0/docs/help.md'")),
    always(found(
        "a file at a branch with a slash",
        "'https://github.example/acme/index/blob/release/1.0/docs/help.md'",
    )),
    always(found(
        "a file with a blank and letters beyond ASCII",
        "'https://github.example/acme/index/blob/main/docs/a%20b/%C3%BCber.md'",
    )),
    always(found("a directory", "'https://github.example/acme/index/tree/main/docs'")),
    always(found("a branch", "'https://github.example/acme/index/tree/release/1.0'")),
    always(found("a raw file", "'https://github.example/acme/index/raw/main/docs/help.md'")),
    always(found(
        "a file in a repository that was renamed",
        "'https://github.example/acme/old-client/blob/main/README.md'",
    )),
    always(contradicted("no such file", "'https://github.example/acme/index/blob/main/docs/none.md'")),
    always(contradicted(
        "a file in another case",
        "'https://github.example/acme/index/blob/main/docs/Help.md'",
    )),
    always(contradicted("no such branch", "'https://github.example/acme/index/blob/none/docs/help.md'")),
    always(contradicted(
        "no such file at a branch with a slash",
        "'https://github.example/acme/index/blob/release/1.0/docs/none.md'",
    )),
    always(contradicted("no such directory", "'https://github.example/acme/index/tree/main/none'")),
    always(contradicted("no such raw file", "'https://github.example/acme/index/raw/main/docs/none.md'")),
    always(contradicted(
        "no such file in a repository that was renamed",
        "'https://github.example/acme/old-client/blob/main/none.md'",
    )),
    always(contradicted(
        "no such file in a repository that is archived",
        "'https://github.example/acme/archive/blob/main/none.md'",
    )),
    // What stands in files.
    always(matched(
        "a quote",
        "{url: 'https://github.example/acme/index/blob/main/docs/help.md', quote: 'Every maintainer must have a second factor'}",
    )),
    always(matched(
        "a quote as it is written",
        "{url: 'https://github.example/acme/index/blob/main/docs/help.md', quote: 'Every maintainer **must** have'}",
    )),
    always(matched(
        "a quote of a branch with a slash",
        "{url: 'https://github.example/acme/index/blob/release/1.0/docs/help.md', quote: 'Of the release branch only'}",
    )),
    always(matched(
        "a quote from a raw file",
        "{url: 'https://github.example/acme/index/raw/main/docs/help.md', quote: 'Tokens expire after one year'}",
    )),
    always(found("lines", "'https://github.example/acme/index/blob/main/docs/help.md#L5-L7'")),
    always(matched(
        "a quote in lines",
        "{url: 'https://github.example/acme/index/blob/main/docs/help.md#L5-L7', quote: 'a second factor'}",
    )),
    always(found(
        "a heading",
        "'https://github.example/acme/index/blob/main/docs/help.md#two-factor-authentication'",
    )),
    always(matched(
        "a quote in a section",
        "{url: 'https://github.example/acme/index/blob/main/docs/help.md#tokens', quote: 'Tokens expire after'}",
    )),
    always(matched(
        "a quote over the marks of a comment",
        "{url: 'https://github.example/acme/index/blob/main/src/tokens.rs', quote: 'Tokens are revoked when they leak'}",
    )),
    always(matched(
        "a value of JSON",
        "{url: 'https://github.example/acme/index/blob/main/state.json', json: {at: /mfa/required, is: true}}",
    )),
    always(matched(
        "a security.txt",
        "{url: 'https://github.example/acme/index/blob/main/.well-known/security.txt', security-txt: true}",
    )),
    always(found(
        "a security.txt that has expired",
        "{url: 'https://github.example/acme/index/blob/main/old/security.txt', security-txt: true}",
    )),
    always(matched(
        "the hash of a PDF",
        "{url: 'https://github.example/acme/index/blob/main/docs/audit.pdf', sha256: c99759dba5d1c5867a476f848f4f91265a63aace7abdb524363a0f146d4f78b1}",
    )),
    always(contradicted(
        "no such quote",
        "{url: 'https://github.example/acme/index/blob/main/docs/help.md', quote: 'Every maintainer may have a second factor'}",
    )),
    always(contradicted(
        "a quote of another branch",
        "{url: 'https://github.example/acme/index/blob/main/docs/help.md', quote: 'Of the release branch only'}",
    )),
    always(contradicted(
        "lines beyond the end",
        "'https://github.example/acme/index/blob/main/docs/help.md#L5-L700'",
    )),
    always(contradicted(
        "a quote outside of lines",
        "{url: 'https://github.example/acme/index/blob/main/docs/help.md#L1-L3', quote: 'a second factor'}",
    )),
    always(contradicted(
        "no such heading",
        "'https://github.example/acme/index/blob/main/docs/help.md#three-factors'",
    )),
    always(contradicted(
        "a quote in another section",
        "{url: 'https://github.example/acme/index/blob/main/docs/help.md#tokens', quote: 'Every maintainer must have'}",
    )),
    always(contradicted(
        "another value of JSON",
        "{url: 'https://github.example/acme/index/blob/main/state.json', json: {at: /mfa/required, is: false}}",
    )),
    always(contradicted(
        "a security.txt without a contact",
        "{url: 'https://github.example/acme/index/blob/main/bad/security.txt', security-txt: true}",
    )),
    always(contradicted(
        "another hash of a PDF",
        "{url: 'https://github.example/acme/index/blob/main/docs/audit.pdf', sha256: 0000000000000000000000000000000000000000000000000000000000000000}",
    )),
    always(unreachable(
        "a quote from a PDF",
        "{url: 'https://github.example/acme/index/blob/main/docs/audit.pdf', quote: 'Every maintainer must have'}",
    )),
    always(unreachable(
        "a quote from a file that Git LFS keeps",
        "{url: 'https://github.example/acme/index/blob/main/report.bin', quote: 'Every maintainer must have'}",
    )),
    // Commits. What no branch or tag holds may come from a fork. That cannot be told by pages, and without a token of the
    // default branch and the newest tags only. What a commit does not say, it does not say wherever it comes from.
    by_api(found("a commit", "'https://github.example/acme/index/commit/FIRST'")),
    by_api(found(
        "a commit by the beginning of its hash",
        "'https://github.example/acme/index/commit/1e661b359c'",
    )),
    by_token(found("a commit of a branch", "'https://github.example/acme/index/commit/SIDE'")),
    by_api(found("a file at a commit", "'https://github.example/acme/index/blob/FIRST/docs/help.md'")),
    by_api(matched(
        "a quote at a commit",
        "{url: 'https://github.example/acme/index/blob/FIRST/docs/help.md', quote: 'Tokens expire after one year'}",
    )),
    by_api(matched(
        "a quote in lines at a commit",
        "{url: 'https://github.example/acme/index/blob/FIRST/docs/help.md#L5-L7', quote: 'a second factor'}",
    )),
    always(unreachable("a commit that nothing holds", "'https://github.example/acme/index/commit/FORGED'")),
    always(unreachable(
        "a file at a commit that nothing holds",
        "'https://github.example/acme/index/blob/FORGED/docs/help.md'",
    )),
    always(unreachable(
        "a quote at a commit that nothing holds",
        "{url: 'https://github.example/acme/index/blob/FORGED/docs/help.md', quote: 'A forged promise to everybody'}",
    )),
    always(contradicted(
        "no such commit",
        "'https://github.example/acme/index/commit/0000000000000000000000000000000000000001'",
    )),
    always(contradicted(
        "a file at no such commit",
        "'https://github.example/acme/index/blob/0000000000000000000000000000000000000001/docs/help.md'",
    )),
    always(contradicted(
        "no such file at a commit",
        "'https://github.example/acme/index/blob/FIRST/docs/none.md'",
    )),
    always(contradicted(
        "no such quote at a commit",
        "{url: 'https://github.example/acme/index/blob/FIRST/docs/help.md', quote: 'Of the release branch only'}",
    )),
    // What a stranger puts below the address of the repository, by every name that leads there.
    always(unreachable(
        "a quote from a pull request",
        "{url: 'https://github.example/acme/index/blob/refs/pull/10/head/docs/help.md', quote: 'A forged promise to everybody'}",
    )),
    always(unreachable(
        "a quote from a pull request by its short name",
        "{url: 'https://github.example/acme/index/blob/pull/10/head/docs/help.md', quote: 'A forged promise to everybody'}",
    )),
    always(unreachable(
        "a quote from a pull request, merged for a try",
        "{url: 'https://github.example/acme/index/blob/refs/pull/10/merge/docs/help.md', quote: 'A forged promise to everybody'}",
    )),
    always(unreachable(
        "a quote from a raw file of a pull request",
        "{url: 'https://github.example/acme/index/raw/refs/pull/10/head/docs/help.md', quote: 'A forged promise to everybody'}",
    )),
    always(unreachable(
        "a quote at what git describe makes of a commit",
        "{url: 'https://github.example/acme/index/blob/v1-gFORGED/docs/help.md', quote: 'A forged promise to everybody'}",
    )),
    always(unreachable(
        "a quote at the beginning of a hash that nothing holds",
        "{url: 'https://github.example/acme/index/blob/FORGED5/docs/help.md', quote: 'A forged promise to everybody'}",
    )),
    always(unreachable(
        "a directory of a pull request",
        "'https://github.example/acme/index/tree/refs/pull/10/head/docs'",
    )),
    always(unreachable(
        "a file at the commit before a branch",
        "'https://github.example/acme/index/blob/main~1/docs/help.md'",
    )),
    by_api(matched(
        "a quote of a branch whose name could be a hash",
        "{url: 'https://github.example/acme/index/blob/beef/docs/help.md', quote: 'Of the release branch only'}",
    )),
    // Issues, pull requests, discussions.
    always(found("an open issue", "'https://github.example/acme/index/issues/1'")),
    always(found("a closed issue", "'https://github.example/acme/index/issues/2'")),
    always(found("an issue that is not planned", "'https://github.example/acme/index/issues/3'")),
    always(found("an open pull request", "'https://github.example/acme/index/pull/4'")),
    always(found("a merged pull request", "'https://github.example/acme/index/pull/5'")),
    always(found("a pull request that was closed", "'https://github.example/acme/index/pull/6'")),
    always(found(
        "a pull request by the address of an issue",
        "'https://github.example/acme/index/issues/5'",
    )),
    always(found("an issue by the address of a pull request", "'https://github.example/acme/index/pull/1'")),
    always(found("an issue that was moved", "'https://github.example/acme/index/issues/9'")),
    by_api(found("a comment", "'https://github.example/acme/index/issues/1#issuecomment-71'")),
    by_api(found(
        "a comment of a pull request",
        "'https://github.example/acme/index/pull/5#issuecomment-71'",
    )),
    by_api(found("a review", "'https://github.example/acme/index/pull/5#pullrequestreview-81'")),
    by_api(found("a comment on a line", "'https://github.example/acme/index/pull/5#discussion_r91'")),
    by_api(matched(
        "a quote from an issue",
        "{url: 'https://github.example/acme/index/issues/1', quote: 'Maintainers of critical packages'}",
    )),
    by_api(matched(
        "a quote from the title of an issue",
        "{url: 'https://github.example/acme/index/issues/1', quote: 'Require two-factor authentication'}",
    )),
    by_api(matched(
        "a quote from a comment",
        "{url: 'https://github.example/acme/index/issues/1#issuecomment-71', quote: 'Rolled out to everybody in January'}",
    )),
    always(found("a discussion", "'https://github.example/acme/index/discussions/7'")),
    by_token(found(
        "a comment of a discussion",
        "'https://github.example/acme/index/discussions/7#discussioncomment-71'",
    )),
    by_token(matched(
        "a quote from a discussion",
        "{url: 'https://github.example/acme/index/discussions/7', quote: 'Maintainers of critical packages'}",
    )),
    always(contradicted("no such issue", "'https://github.example/acme/index/issues/404'")),
    always(contradicted("an issue that was deleted", "'https://github.example/acme/index/issues/8'")),
    always(contradicted("no such pull request", "'https://github.example/acme/index/pull/404'")),
    always(contradicted("no such discussion", "'https://github.example/acme/index/discussions/404'")),
    by_api(contradicted("no such comment", "'https://github.example/acme/index/issues/1#issuecomment-99'")),
    by_api(contradicted("no such review", "'https://github.example/acme/index/pull/5#pullrequestreview-99'")),
    by_api(contradicted(
        "no such comment on a line",
        "'https://github.example/acme/index/pull/5#discussion_r99'",
    )),
    by_api(contradicted(
        "no such quote from an issue",
        "{url: 'https://github.example/acme/index/issues/1', quote: 'Maintainers of all packages'}",
    )),
    by_api(matched(
        "a quote from any comment of an issue",
        "{url: 'https://github.example/acme/index/issues/1', quote: 'Rolled out to everybody in January'}",
    )),
    by_api(contradicted(
        "a quote from two posts together",
        "{url: 'https://github.example/acme/index/issues/1', quote: 'come first. Rolled out to everybody'}",
    )),
    by_api(contradicted(
        "no such quote from a comment",
        "{url: 'https://github.example/acme/index/issues/1#issuecomment-71', quote: 'Maintainers of critical packages'}",
    )),
    by_token(contradicted(
        "no such comment of a discussion",
        "'https://github.example/acme/index/discussions/7#discussioncomment-99'",
    )),
    // Releases, workflows, advisories, forms.
    always(found("a release", "'https://github.example/acme/index/releases/tag/v1.0'")),
    always(found("a tag without a release", "'https://github.example/acme/index/releases/tag/v0.9'")),
    always(found("the newest release", "'https://github.example/acme/index/releases/latest'")),
    by_api(matched(
        "a quote from a release",
        "{url: 'https://github.example/acme/index/releases/tag/v1.0', quote: 'Two-factor authentication for everybody'}",
    )),
    always(found("a workflow", "'https://github.example/acme/index/actions/workflows/ci.yml'")),
    always(found(
        "an advisory",
        "'https://github.example/acme/index/security/advisories/GHSA-2222-3333-4444'",
    )),
    always(contradicted("no such release", "'https://github.example/acme/index/releases/tag/v9.9'")),
    by_api(contradicted(
        "no such quote from a release",
        "{url: 'https://github.example/acme/index/releases/tag/v1.0', quote: 'Two-factor authentication for nobody'}",
    )),
    always(contradicted(
        "no such workflow",
        "'https://github.example/acme/index/actions/workflows/none.yml'",
    )),
    always(contradicted(
        "no such advisory",
        "'https://github.example/acme/index/security/advisories/GHSA-9999-9999-9999'",
    )),
    always(unreachable(
        "a form for a new issue",
        "'https://github.example/acme/index/issues/new?template=bug.md'",
    )),
];

//! What could not be looked at, or is gone: in words, and with what to do.

use super::Terms;
use crate::evidence::checks::on_one_line;
use crate::evidence::citation::Citation;
use crate::evidence::outcome::{Obstacle, Reach, Trouble, TroubleKind};
use crate::evidence::web::{Gone, Reason, Want};
use crate::links::{Address, HostPort, Refusal, Wall, github};
use url::Url;

/// The host of an address in ASCII, with its port where that is not the one of the scheme.
pub(super) fn host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// The host that a question goes to.
pub(super) fn host_of(want: &Want) -> String {
    match want {
        Want::Page(url) => host(url),
        Want::GitHub { server: HostPort { host, port }, .. } => match port {
            None | Some(80 | 443) => host.clone(),
            Some(port) => format!("{host}:{port}"),
        },
    }
}

/// Whether a 404 says nothing: GitHub answers it for everything that is private.
pub(super) fn is_hidden(want: &Want, terms: &Terms<'_>) -> bool {
    match want {
        Want::GitHub { .. } => true,
        Want::Page(url) => {
            Address::parse(url.as_str()).is_ok_and(|address| github::hides(&address, terms.servers))
        }
    }
}

/// Something elsewhere that could not be looked at.
pub(super) fn unreachable(citation: &Citation<'_>, host: &str, reason: Reason) -> Trouble {
    let message = format!("{} could not be looked at: {reason}", citation.name());
    let mut trouble = Trouble::new(TroubleKind::Unreachable, "url", message).note(reason.to_string());
    trouble.help = help(reason).map(str::to_owned);
    trouble.obstacle =
        Some(Obstacle { host: host.to_owned(), what: reason.to_string(), reach: reach(reason) });
    trouble
}

/// A page that only who is logged in can see. It is not asked for.
pub(super) fn walled(citation: &Citation<'_>, wall: Wall, host: &str) -> Trouble {
    let what = match wall {
        Wall::GitHubForm => "it is a form for who is logged in to GitHub",
        Wall::GoogleDocs => "it is a document of Google's, which may ask to log in",
        Wall::Chat => "it is a chat, which asks to log in",
    };
    let message = format!("{} was not looked at: {what}", citation.name());
    let mut trouble = Trouble::new(TroubleKind::Unreachable, "url", message)
        .note(what)
        .help("cite a page that everybody can see, or use `statement`");
    trouble.obstacle = Some(Obstacle { host: host.to_owned(), what: what.to_owned(), reach: Reach::Unasked });
    trouble
}

/// A page that its host says is not there.
pub(super) fn gone(citation: &Citation<'_>, asked: &str, gone: &Gone) -> Trouble {
    let status = gone.status;
    let name = citation.name();
    let (message, note) = match &gone.behind {
        None => (
            format!(
                "there is no page {name}: `{asked}` answers {status} for it, although it answers other pages"
            ),
            format!("the host answered {status}"),
        ),
        Some(end) => {
            let (host, end) = (host(end), on_one_line(end.as_str()));
            (
                format!(
                    "there is no page where {name} leads: `{host}` answers {status} for it, although it answers other pages"
                ),
                format!("redirected to `{end}`, for which the host answered {status}"),
            )
        }
    };
    Trouble::new(TroubleKind::Gone, "url", message).note(note).help(
        "find where the page is now and cite that; a page that moves often is better cited from an archive",
    )
}

/// The same trouble as something that could not be looked at, for this reason.
pub(super) fn doubt(mut trouble: Trouble, host: &str, what: &str) -> Trouble {
    trouble.obstacle = Some(Obstacle { host: host.to_owned(), what: what.to_owned(), reach: Reach::Link });
    trouble
}

fn reach(reason: Reason) -> Reach {
    match reason {
        // A name that leads into a private network is what a machine without a way out is often told.
        Reason::NameNotResolved
        | Reason::NoConnection
        | Reason::TimedOut
        | Reason::Refused(Refusal::PrivateAddress) => Reach::Network,
        Reason::OutOfTime | Reason::Interrupted => Reach::Run,
        Reason::Refused(_)
        | Reason::RedirectRefused
        | Reason::Redirects
        | Reason::LoginWall
        | Reason::Tls
        | Reason::Encoded
        | Reason::Broken
        | Reason::Status(_)
        | Reason::AnswersNothing
        | Reason::RateLimited
        | Reason::NeedsApi
        | Reason::NotVisible => Reach::Link,
    }
}

fn help(reason: Reason) -> Option<&'static str> {
    Some(match reason {
        Reason::Refused(_) => "cite a public page, use `statement`, or open the host with `--allow-private`",
        Reason::RedirectRefused => "cite the page that it leads to, if that is on the public internet",
        Reason::Redirects => "open the link in a browser and cite the page that it ends at",
        Reason::LoginWall | Reason::Status(401 | 407) => {
            "cite a page that everybody can see, or use `statement`"
        }
        Reason::NameNotResolved => "see that the host is spelt right, and that there is a network",
        Reason::NoConnection | Reason::TimedOut | Reason::Broken | Reason::Encoded => {
            "try again later; where the host is gone for good, cite another page"
        }
        Reason::Tls => "a browser refuses the page as well: its certificate has to be mended",
        Reason::Status(403 | 405 | 429 | 451) | Reason::RateLimited => {
            "some hosts turn programs away: look with a browser; if the page is there, accept this with `ignore`, or \
             cite a page that answers"
        }
        Reason::Status(_) | Reason::AnswersNothing => "try again later, or cite another page",
        Reason::NeedsApi => "set `GITHUB_TOKEN`: read access to public data is enough",
        Reason::NotVisible => {
            "see that the repository is public and spelt right; the token of a run sees private repositories of its own \
             owner only"
        }
        Reason::OutOfTime => "run it again, with fewer addresses on one slow host",
        Reason::Interrupted => return None,
    })
}

//! From an address along its redirects to where they end. Every hop is held to the policy.

use super::Inner;
use super::request::{Asking, Reply};
use super::shown::shown;
use super::wall::is_login;
use crate::evidence::web::{Depth, Fetched, Reason};
use crate::links::{Address, Refusal};
use crate::online::cache::{Kept, Validators};
use std::collections::HashSet;
use url::Url;

/// Where an address leads in the end.
#[derive(Debug)]
pub(super) enum Landed {
    /// To a page.
    Page {
        /// The page.
        page: Box<Fetched>,
        /// What its server can be asked with whether it has changed.
        validators: Validators,
    },
    /// To the page that is known, which has not changed.
    Unchanged {
        /// Where permanent redirects alone lead, if anywhere.
        moved_to: Option<Url>,
    },
    /// To a host that says that there is no such page.
    Missing {
        /// 404 or 410.
        status: u16,
        /// The page that is missing.
        at: Url,
    },
}

impl Inner {
    /// Asks for an address and follows its redirects; a page that is known is asked for whether it has changed.
    pub(super) async fn follow(
        &self,
        start: &Url,
        depth: Depth,
        known: Option<&Kept>,
    ) -> Result<Landed, Reason> {
        let mut url = start.clone();
        let mut moved_to = None;
        let mut only_permanent = true;
        let mut seen = HashSet::from([url.clone()]);
        self.permit(&url).map_err(Reason::Refused)?;
        loop {
            let validators = known.filter(|known| known.fetched.url == url).map(|known| &known.validators);
            let asking = Asking { url: &url, depth, validators };
            let reply = self.ask(asking).await.map_err(|reason| at_hop(reason, seen.len() > 1))?;
            if reply.status == 304 && validators.is_some() {
                return Ok(Landed::Unchanged { moved_to });
            }
            let Some(location) = reply.redirect() else { return landed(reply, url, moved_to) };
            let next = self.next(start, &url, location?)?;
            only_permanent &= reply.is_permanent_redirect();
            if only_permanent {
                moved_to = Some(next.clone());
            }
            if seen.len() > self.limits.hops || !seen.insert(next.clone()) {
                return Err(Reason::Redirects);
            }
            url = next;
        }
    }

    /// Where a redirect leads, if it may be followed.
    fn next(&self, start: &Url, from: &Url, location: &str) -> Result<Url, Reason> {
        let mut next = from.join(location).map_err(|_| Reason::RedirectRefused)?;
        next.set_fragment(None);
        let is_downgrade = from.scheme() == "https" && next.scheme() != "https";
        if is_downgrade || self.permit(&next).is_err() {
            // Where to is not told: a log is public, and this may be a map of the network within.
            self.tell.step(format!("{}: redirects to where no request is sent", shown(from)));
            return Err(Reason::RedirectRefused);
        }
        if is_login(&next) && !is_login(start) {
            self.tell.step(format!("{}: redirects to a page where people log in", shown(from)));
            return Err(Reason::LoginWall);
        }
        Ok(next)
    }

    /// Whether an address may be asked for. Checked before any connection: a client does not look up an address that is
    /// written as a number.
    fn permit(&self, url: &Url) -> Result<(), Refusal> {
        // What is no address of a web page is no host either.
        let address = Address::parse(url.as_str()).map_err(|_| Refusal::PrivateHost)?;
        self.policy.permit(&address)
    }
}

/// The reason, as seen from the first page.
fn at_hop(reason: Reason, is_behind_redirect: bool) -> Reason {
    match reason {
        Reason::Refused(_) if is_behind_redirect => Reason::RedirectRefused,
        other => other,
    }
}

fn landed(reply: Reply, url: Url, moved_to: Option<Url>) -> Result<Landed, Reason> {
    match reply.status {
        200..=299 => Ok(Landed::Page {
            page: Box::new(Fetched {
                url,
                moved_to,
                content_type: reply.content_type,
                body: reply.body,
                is_cut: reply.is_cut,
            }),
            validators: reply.validators,
        }),
        status @ (404 | 410) => Ok(Landed::Missing { status, at: url }),
        status => Err(Reason::Status(status)),
    }
}

//! A project on the double, and short words for what is asked of it.

pub use super::super::github::support::{TOKEN, World, index};
use crate::world::github::{Fault, Recorded};
use package_repo_security::online::repository::Repository;
use package_repo_security::online::watch::Tell;
use std::collections::BTreeMap;

/// `acme/index`, as the access of a world reaches it.
pub fn open(world: &World) -> Repository {
    open_as(world, "acme/index")
}

pub fn open_as(world: &World, name: &str) -> Repository {
    Repository::open(world.access.clone(), name.parse().unwrap(), world.limits, Tell::nobody()).unwrap()
}

/// A world with `acme/index` alone.
pub fn world() -> World {
    World::new(vec![index()])
}

/// The requests so far: method, and what stands behind the repository.
pub fn asked(world: &World) -> Vec<String> {
    let short = |it: &Recorded| {
        let path = it.path.strip_prefix("/repos/acme/index").unwrap_or(&it.path);
        format!("{} {path}", it.method)
    };
    world.double.api_requests().iter().map(short).collect()
}

/// Those of them that write.
pub fn written(world: &World) -> Vec<String> {
    asked(world).into_iter().filter(|it| !it.starts_with("GET ") && it != "POST /graphql").collect()
}

/// The files at the head of a branch of `acme/index`, as text.
pub fn files(world: &World, branch: &str) -> BTreeMap<String, String> {
    let hub = world.double.hub();
    let it = hub.repository("acme/index");
    let head = it.branch(branch).unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    it.commits[head].files.iter().map(|(path, file)| (path.clone(), text(file.bytes()))).collect()
}

pub fn status(status: u16, message: &str) -> Fault {
    Fault::Answer(status, Vec::new(), serde_json::json!({ "message": message }).to_string())
}

//! Turns `principles/*.yml` into Rust statics, so that a run pays nothing for its catalogue.

// The library uses more of the model than this script does.
#[allow(dead_code)]
#[path = "src/principles/model.rs"]
mod model;

use model::{Catalogue, Example, Part, Reference, Requirement, Track};
use std::borrow::Cow;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=principles");
    println!("cargo:rerun-if-changed=src/principles/model.rs");
    let mut files: Vec<PathBuf> =
        fs::read_dir("principles")?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yml"));
    files.sort();
    let catalogues: Vec<String> = files.iter().map(|path| read(path)).collect::<Result<_, _>>()?;
    let code = format!("pub(super) static CATALOGUES: &[&Catalogue] = &[{}];\n", catalogues.join(","));
    fs::write(Path::new(&env::var("OUT_DIR")?).join("catalogues.rs"), code)?;
    Ok(())
}

fn read(path: &Path) -> Result<String, Box<dyn Error>> {
    let file: model::file::CatalogueFile = serde_yaml::from_str(&fs::read_to_string(path)?)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(format!("&{}", Catalogue::from(file).literal()))
}

/// A value as the Rust expression that makes it, fit for a static.
trait Literal {
    fn literal(&self) -> String;
}

impl Literal for Cow<'_, str> {
    fn literal(&self) -> String {
        format!("Cow::Borrowed({self:?})")
    }
}

impl<T: Literal + Clone> Literal for Cow<'_, [T]> {
    fn literal(&self) -> String {
        let items: Vec<String> = self.iter().map(Literal::literal).collect();
        format!("Cow::Borrowed(&[{}])", items.join(","))
    }
}

impl<T: Literal> Literal for Option<T> {
    fn literal(&self) -> String {
        self.as_ref().map_or("None".to_owned(), |value| format!("Some({})", value.literal()))
    }
}

macro_rules! as_written {
    ($($type:ty),*) => { $(impl Literal for $type {
        fn literal(&self) -> String {
            self.to_string()
        }
    })* };
}

macro_rules! as_fields {
    ($type:ident { $($field:ident),* }) => {
        impl Literal for $type {
            fn literal(&self) -> String {
                let fields = [$(format!("{}: {}", stringify!($field), self.$field.literal())),*];
                format!("{} {{ {} }}", stringify!($type), fields.join(", "))
            }
        }
    };
}

as_written!(bool, u8, u32);
as_fields!(Catalogue {
    version,
    title,
    published,
    source,
    licence,
    attribution,
    review_within_days,
    tracks,
    requirements,
    references
});
as_fields!(Track { id, title, needs_user_accounts, needs_packages, opt_in, per_cli });
as_fields!(Requirement {
    id,
    track,
    level,
    title,
    text,
    source,
    parts,
    na,
    separate_tool,
    implies,
    evidence,
    hint,
    see,
    examples,
    max_age_days
});
as_fields!(Part { id, text, na, optional });
as_fields!(Example { registry, how, url, partly });
as_fields!(Reference { id, title, url });

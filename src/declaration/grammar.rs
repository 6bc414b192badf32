//! The grammar of format 1, as data. [`super::conform()`] holds a tree against it, the JSON Schema is written from it, and so
//! the two cannot drift apart.

use super::words;

/// The form of a value.
#[derive(Debug)]
pub enum Shape {
    /// `1`: the format's version, plain digits.
    FormatVersion,
    /// A framework version that the binary carries.
    PrinciplesVersion,
    /// Free text; quoted where YAML would read something else.
    Text,
    /// Free text of at least so many characters.
    Reason(usize),
    /// A quote: in quotation marks or a block scalar.
    Quote,
    /// An evidence string: a path in this repository or a URL.
    Locator,
    /// A path in this repository.
    File,
    /// A URL.
    Url,
    /// `mailto:` or `https:`.
    Contact,
    /// `2026-08-21`.
    Date,
    /// `0` to `3`, plain digits.
    Level,
    /// A whole number in this range, plain digits.
    Number(u32, u32),
    /// `true` or `false`.
    Boolean,
    /// `true`: the key says it all.
    True,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A name from the catalogue or the registry of rules.
    Name(Vocabulary),
    /// A path in the declaration.
    At,
    /// So many hexadecimal digits.
    Hex(&'static [usize]),
    /// A JSON pointer (RFC 6901).
    Pointer,
    /// A JSON value.
    Json,
    /// These keys and no others, and what such a map is called.
    Map(&'static str, &'static [Field]),
    /// Keys of one kind, values of one shape.
    Table(Vocabulary, &'static Shape),
    /// A list.
    List(&'static Shape),
    /// A list with at least one.
    NonEmpty(&'static Shape),
    /// One, or a list of them with at least one.
    OneOrMany(&'static Shape),
    /// A scalar of the first shape, or a map of the second.
    Short(&'static Shape, &'static Shape),
}

/// Where the known names of a place come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    /// Requirement ids.
    Requirement,
    /// Requirement ids of tracks that are answered for each client.
    CliRequirement,
    /// Part ids of the requirement at hand.
    RequirementPart,
    /// Track ids.
    Track,
    /// Tracks that may be opted in to.
    OptInTrack,
    /// Rule ids.
    Rule,
    /// Clients: the registry's own names.
    Client,
}

/// A key of a map.
#[derive(Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// The form of its value.
    pub shape: &'static Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it means: the schema's description and the help of a missing key.
    pub about: &'static str,
}

const fn required(key: &'static str, shape: &'static Shape, about: &'static str) -> Field {
    Field { key, shape, required: true, about }
}

const fn optional(key: &'static str, shape: &'static Shape, about: &'static str) -> Field {
    Field { key, shape, required: false, about }
}

/// How short a reason may be, in characters.
pub const REASON: usize = 10;
/// The longest review period, in days: a declaration may only shorten it.
pub const REVIEW_DAYS: u32 = 365;

/// The whole declaration.
pub static DECLARATION: Shape = Shape::Map(
    "at the top level",
    &[
        required("version", &Shape::FormatVersion, "the major version of this format: `1`"),
        required(
            "principles",
            &Shape::PrinciplesVersion,
            "the version of the framework that the answers are about",
        ),
        required("registry", &REGISTRY, "what kind of registry this is: decides which tracks apply"),
        required("reviewed", &Shape::Date, "the day on which a person went through all the answers"),
        optional("reviewed-by", &Shape::Text, "handle of the person or team who reviewed"),
        optional(
            "review-within-days",
            &Shape::Number(1, REVIEW_DAYS),
            "a shorter review period than the catalogue's, in days",
        ),
        required("contact", &Shape::Contact, "where to say that an answer is wrong: `mailto:` or `https:`"),
        required("claims", &CLAIMS, "the level claimed for each track that applies, 0 to 3"),
        required("answers", &ANSWERS, "an answer for each requirement, by its id"),
        optional("clis", &CLIS, "the clients of the ecosystem, where there is more than one"),
        optional("withdrawals", &Shape::List(&WITHDRAWAL), "the public record of honest steps down"),
        optional(
            "ignore",
            &Shape::List(&IGNORE),
            "findings that are known and accepted, each with its reason",
        ),
    ],
);

static REGISTRY: Shape = Shape::Map(
    "under `registry`",
    &[
        required("name", &Shape::Text, "the registry's name"),
        required("url", &Shape::Url, "the registry's home page"),
        required("user-accounts", &Shape::Boolean, "whether the registry has user accounts"),
        required(
            "packages",
            &Shape::NonEmpty(&Shape::Word(words::PACKAGES)),
            "what the registry serves: `accepts-built` (maintainers upload the package that users download), `builds-on-behalf` (the registry builds it), `source-only` (nothing is uploaded)",
        ),
        optional(
            "also-assess",
            &Shape::List(&Shape::Name(Vocabulary::OptInTrack)),
            "a track that the taxonomy leaves out and that is assessed all the same",
        ),
    ],
);

static CLAIMS: Shape = Shape::Table(Vocabulary::Track, &Shape::Level);
static ANSWERS: Shape = Shape::Table(Vocabulary::Requirement, &ANSWER);
static CLI_ANSWERS: Shape = Shape::Table(Vocabulary::CliRequirement, &ANSWER);
static CLIS: Shape = Shape::Table(Vocabulary::Client, &CLIENT);

static CLIENT: Shape = Shape::Map(
    "inside a client",
    &[
        optional("url", &Shape::Url, "the client's home page"),
        optional("primary", &Shape::Boolean, "whether the level of the CLI track rests on this client"),
        optional("answers", &CLI_ANSWERS, "this client's answers to the CLI track"),
    ],
);

static STATUS: Shape = Shape::Word(words::STATUSES);

/// An answer: a status, or a map with one.
pub static ANSWER: Shape = Shape::Short(
    &STATUS,
    &Shape::Map(
        "inside an answer",
        &[
            required(
                "status",
                &STATUS,
                "how things stand: `met`, `partial`, `planned`, `unmet`, `not-applicable` or `unknown`",
            ),
            optional("evidence", &EVIDENCE, "where it can be seen; `met` rests on it"),
            optional("note", &Shape::Text, "free text"),
            optional("by", &Shape::Text, "who meets it for the registry: an identity provider, for instance"),
            optional("tool", &Shape::Text, "the separate tool of the ecosystem that meets it"),
            optional(
                "missing",
                &Shape::List(&Shape::Name(Vocabulary::RequirementPart)),
                "the mandatory parts that do not hold yet",
            ),
            optional(
                "not-applicable-parts",
                &Shape::Table(Vocabulary::RequirementPart, &Shape::Reason(REASON)),
                "parts that cannot apply here, each with its reason",
            ),
            optional("reason", &Shape::Reason(REASON), "why the requirement cannot apply here"),
            optional("plan", &PLAN, "how it will be met"),
        ],
    ),
);

static PLAN: Shape = Shape::Map(
    "inside `plan`",
    &[
        optional("by", &Shape::Date, "the day by which it is to be met"),
        optional("issue", &Shape::Url, "where the work is tracked"),
        optional("funding", &Shape::Word(words::FUNDING), "whether the work is funded"),
        optional("funder", &Shape::Text, "who funds it"),
    ],
);

static EVIDENCE: Shape = Shape::OneOrMany(&ITEM);

/// One item of evidence: a path or URL, or a map.
pub static ITEM: Shape = Shape::Short(
    &Shape::Locator,
    &Shape::Map(
        "inside an evidence item",
        &[
            optional(
                "file",
                &Shape::File,
                "path in this repository; `#L10-L20` and `#heading` are understood",
            ),
            optional("url", &Shape::Url, "an `https:` address; its `#fragment` must exist in the page"),
            optional("statement", &Shape::Text, "the operator's word, where nothing public exists"),
            optional(
                "quote",
                &Shape::OneOrMany(&Shape::Quote),
                "text that must stand there, in quotation marks",
            ),
            optional("json", &JSON, "a value that must stand in a JSON document"),
            optional(
                "security-txt",
                &Shape::True,
                "it must be a security.txt that is not expired (RFC 9116)",
            ),
            optional("sha256", &Shape::Hex(&[64]), "the SHA-256 of the bytes"),
            optional("commit", &Shape::Hex(&[40, 64]), "the commit at which the file is read"),
            optional("as-of", &Shape::Date, "the day that the evidence speaks of"),
            optional(
                "for",
                &Shape::OneOrMany(&Shape::Name(Vocabulary::RequirementPart)),
                "the parts that it supports",
            ),
            optional("note", &Shape::Text, "free text"),
        ],
    ),
);

static JSON: Shape = Shape::Map(
    "inside `json`",
    &[
        required("at", &Shape::Pointer, "where in the document (RFC 6901)"),
        required("is", &Shape::Json, "the value that must stand there"),
    ],
);

static WITHDRAWAL: Shape = Shape::Map(
    "inside an entry of `withdrawals`",
    &[
        required("date", &Shape::Date, "the day of the step down"),
        required(
            "at",
            &Shape::At,
            "what was withdrawn: `answers.mfa`, `clis.uv`, `registry.packages`, `principles`",
        ),
        required("reason", &Shape::Reason(REASON), "why"),
    ],
);

static IGNORE: Shape = Shape::Map(
    "inside an entry of `ignore`",
    &[
        required("rule", &Shape::Name(Vocabulary::Rule), "the rule whose finding is accepted"),
        required("at", &Shape::At, "where in the declaration: `answers.mfa`"),
        required("reason", &Shape::Reason(REASON), "why it is accepted"),
    ],
);

//! The names that a generated item cannot have.

/// Keywords of edition 2024 (The Rust Reference, "Keywords"), those that `r#` makes usable.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Words that `r#` does not make usable.
const NEVER: &[&str] = &["self", "Self", "crate", "super", "_"];

/// Type names that generated text uses for something else.
pub const TYPES: &[&str] = &[
    "AsRef",
    "BTreeMap",
    "Box",
    "Clone",
    "Date",
    "DateTime",
    "Debug",
    "Default",
    "Err",
    "Into",
    "IntoIterator",
    "None",
    "Ok",
    "Option",
    "Some",
    "String",
    "Uri",
    "Value",
    "Vec",
];

/// Methods of `std`'s traits that take `&self`; one of a document with such a name would be taken
/// for the trait's (`clippy::should_implement_trait`).
pub const METHODS_OF_REFERENCES: &[&str] =
    &["as_ref", "borrow", "clone", "cmp", "default", "deref", "eq", "hash", "index", "new"];

/// The same for those that take `self` and a value.
pub const METHODS_OF_VALUES: &[&str] =
    &["add", "bitand", "bitor", "bitxor", "clone", "div", "mul", "new", "rem", "shl", "shr", "sub"];

/// What a client has already, so that no document's method can be called like it.
pub const CLIENT_METHODS: &[&str] =
    &["api", "builder", "clone", "from_env", "new", "report", "request"];

/// Modules beside those of the documents, and features of a generated crate.
pub const ROOT_MODULES: &[&str] = &[
    "blocking", "build", "client", "default", "examples", "fake", "gzip", "lib", "main", "src",
    "tests", "tracing", "webhooks",
];

/// What no module can be called: what stands beside it in a document's folder, and other crates.
const MODULES: &[&str] = &["alloc", "core", "ids", "mod", "runtime", "serde", "std", "types"];

pub(super) fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

pub(super) fn is_never(word: &str) -> bool {
    NEVER.contains(&word)
}

pub(super) fn is_module(name: &str) -> bool {
    is_device(name) || MODULES.contains(&name)
}

/// Whether Windows takes a file of that name, whatever stands behind its first dot, for a device.
pub fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    let numbered =
        port.is_some_and(|digit| digit.len() == 1 && digit.as_bytes()[0].is_ascii_digit());
    numbered || ["aux", "con", "nul", "prn"].contains(&name.as_str())
}

//! The places of `document.json` where a text can stand.

/// One place, by the name that marks it in the document.
pub struct Position {
    pub name: &'static str,
    /// A harmless text for it.
    pub twin: &'static str,
    /// Whether the text is sent, or found in what is received, and so stands in a literal.
    pub said: bool,
    /// Whether a text may be refused here, because not every text has a meaning.
    pub refuses: bool,
}

const fn prose(name: &'static str) -> Position {
    Position { name, twin: "harmless", said: false, refuses: false }
}

const fn wire(name: &'static str, twin: &'static str) -> Position {
    Position { name, twin, said: true, refuses: false }
}

/// Every place.
pub const POSITIONS: &[Position] = &[
    prose("title"),
    prose("description"),
    prose("version"),
    prose("external docs"),
    prose("extension"),
    prose("tag"),
    prose("tag description"),
    Position { twin: "https://api.example.com", refuses: true, ..prose("server") },
    prose("server description"),
    prose("path summary"),
    prose("operation id"),
    prose("summary"),
    prose("operation description"),
    prose("scheme"),
    prose("scheme description"),
    wire("query", "harmless"),
    prose("parameter description"),
    Position { refuses: true, ..wire("header", "harmless") },
    prose("response description"),
    prose("body description"),
    Position { refuses: true, ..prose("path") },
    prose("media type"),
    Position { twin: "#/components/schemas/Pet", refuses: true, ..prose("reference") },
    prose("schema"),
    prose("schema description"),
    wire("property", "harmless"),
    prose("property description"),
    wire("enum", "harmless"),
    prose("default"),
    prose("example"),
    prose("pattern"),
    prose("format"),
    prose("discriminator"),
];

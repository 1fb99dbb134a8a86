//! What Twilio's documents ask for that the generated client has in another form, and why that
//! is well.

use bindery::model::LedgerEntry;

/// Each kind of entry that is known, as a ledger has it: what stands in a document, what it became.
const KNOWN: &[(&str, &str)] = &[
    // Of Flex Insights, always optional: the client's credentials say the same. OpenAPI 3.0 gives
    // such a parameter no effect ("Parameter Object", `name`).
    ("the header parameter `Authorization`", "nothing, as OpenAPI asks"),
    // A type that nothing takes or gives would only be read, and compiled, for nothing.
    ("a schema that no operation uses", "nothing"),
    // The users of an organization: one and the same schema as JSON and as SCIM.
    ("several media types of one request body", "`application/json` alone"),
    // Either of two objects: what the operations of `Usa2p` answer, and what a typing indicator
    // sends. Both are whole, but without a type.
    ("`oneOf`", "any JSON value"),
];

/// What is known of every response header, such as a rate limit or an entity tag: whoever asks for the
/// response has it.
const HEADER: (&str, &str) = ("the response header ", "its text, on request");

/// Whether nobody needs to look at the entry.
pub fn is_known(entry: &LedgerEntry) -> bool {
    let (what, became) = (entry.what.as_str(), entry.became.as_str());
    KNOWN.contains(&(what, became)) || what.starts_with(HEADER.0) && became == HEADER.1
}

//! What a fake of a server knows of an operation.

/// A response of success.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// The media type of its body, if it has one.
    pub media_type: Option<String>,
    /// Its body: the document's example, or one made of the schema.
    pub body: String,
}

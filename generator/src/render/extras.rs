//! Files that people have written for a crate, laid beside the generated ones.

use super::{Content, OutputFile};

/// A file that goes into the crate as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// Its path in the crate, with `/` between the parts.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Extra {
    pub(super) fn as_file(&self) -> OutputFile {
        OutputFile { path: self.path.clone(), content: Content::Text(self.text.clone()) }
    }
}

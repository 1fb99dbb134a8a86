//! The closed list of problem codes: every code that Bindery can report, with its one-line meaning.

use std::fmt;

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Generation goes on; the author should know.
    Warning,
}

impl Severity {
    /// The word that printers show: `error` or `warning`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// Declares [`Code`], so that a code's name, number and meaning stand on one line. What else there is to say
/// of it stands in a file of `explain/` that is named like it.
macro_rules! codes {
    ($($name:ident = $number:literal, $meaning:literal;)*) => {
        /// The kind of a problem. Its text keeps its meaning and is never given to another kind.
        ///
        /// `E` codes are errors and `W` codes are warnings; the first two digits name the stage.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $number, "`: ", $meaning, ".")] $name,)*
        }

        impl Code {
            /// Every code, in the order of the list.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable text of the code, such as `E0204`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $number,)* }
            }

            /// What the code means, in one line without a full stop.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning,)* }
            }

            /// What the code means, an example of what has it, and the way out, as Markdown.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("explain/", $number, ".md")),)* }
            }
        }
    };
}

codes! {
    // 01: reading a file.
    Unreadable = "E0101", "the file cannot be read";
    TooLarge = "E0102", "the file is larger than is allowed";
    NotText = "E0103", "the file is not UTF-8 text";
    Empty = "E0104", "the file holds no document";
    Syntax = "E0105", "the text is neither JSON nor YAML";
    TooDeep = "E0106", "values are nested too deeply";
    DuplicateKey = "E0107", "an object has the same key twice";
    NotAnObject = "E0108", "the document is not an object";
    NotJson = "E0109", "a YAML value has no counterpart in JSON";
    TooManyValues = "E0110", "the document has more values than are allowed";
    // 02: the shape of the document, as the OpenAPI specification gives it.
    UnsupportedVersion = "E0201", "the document's version is not one that is read";
    MissingVersion = "E0202", "the document does not say which version it is";
    MissingField = "E0203", "a required field is missing";
    WrongKind = "E0204", "a value has the wrong JSON type";
    UnknownValue = "E0205", "a value is not one of those that are allowed";
    BadStatus = "E0206", "a response key is not a status code, a range or `default`";
    BadPath = "E0207", "a path is not a template that starts with a slash";
    ParameterShape = "E0208", "a parameter has no single description of its value";
    OptionalPathParameter = "E0209", "a path parameter is not marked as required";
    NotOpenApi = "E0210", "a value cannot be read as OpenAPI 3.0";
    UnknownMethod = "W0211", "a path item has a key that is no HTTP method";
    ArrayWithoutItems = "W0212", "an array does not describe its items";
    EmptyField = "W0213", "a field has no value";
    OtherDialect = "W0214", "a schema is written in a later version than the document says";
    RequiredOfItself = "W0215", "a schema says that it is required itself";
    NoResponses = "W0216", "an operation names no responses";
    MissingText = "W0217", "a required text is missing";
    BadText = "W0218", "prose is not a string";
    NoSchema = "W0219", "nothing says what a value is";
    UnusedFault = "W0220", "a component that nothing uses is of no kind";
    OtherScalar = "W0221", "a value is written as one of another kind";
    // 03: references.
    DanglingReference = "E0301", "a reference leads nowhere";
    WrongTarget = "E0302", "a reference leads to another kind of object";
    OutsideReference = "E0303", "a reference leaves the document";
    ReferenceCycle = "E0304", "references lead to each other in a circle";
    IgnoredSiblings = "W0305", "keys beside a reference are ignored";
    OtherKind = "W0306", "a reference leads to another kind of object, whose meaning is plain";
    LongChain = "E0307", "references lead from one to the next for longer than is allowed";
    TooManyCopies = "E0308", "more values are copied from place to place than is allowed";
    // 04: what must hold between parts of the document.
    UndeclaredPathParameter = "W0401", "a path names a parameter that is not declared";
    UnusedPathParameter = "W0402", "a path parameter does not appear in its path";
    DuplicateOperationId = "W0403", "two operations have the same operationId";
    EquivalentPaths = "W0404", "two paths differ in parameter names only";
    // 05: what is asked of the command, and where its output goes.
    BadConfiguration = "E0501", "bindery.toml cannot be understood";
    NothingToDo = "E0502", "nothing says what to generate";
    BadName = "E0503", "a crate cannot have this name";
    UnknownProfile = "E0504", "there is no profile of this name";
    InTheWay = "E0505", "a file is in the way that bindery did not make";
    Unwritable = "E0506", "the output cannot be written";
    Stale = "E0507", "a file is not what would be generated";
    IdleOverride = "E0508", "an override matches nothing";
    BadOverlay = "E0509", "an overlay breaks a rule of OpenAPI Overlay 1.0";
    BadRename = "E0510", "a chosen name cannot be had";
    UnknownCode = "E0511", "there is no code of this name";
    SeveralVendors = "W0512", "crates of several vendors share a runtime";
}

impl Code {
    /// An error or a warning, as the first letter of the code says.
    #[must_use]
    pub fn severity(self) -> Severity {
        if self.as_str().starts_with('W') { Severity::Warning } else { Severity::Error }
    }

    /// The code with this text, in upper or lower case.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        Self::ALL.iter().find(|code| code.as_str().eq_ignore_ascii_case(text)).copied()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn a_code_is_found_by_its_text() {
        for code in Code::ALL {
            assert_eq!(Code::find(&code.as_str().to_lowercase()), Some(*code));
        }
        assert_eq!(Code::find("E0000"), None);
    }

    #[test]
    fn codes_are_unique_and_have_one_letter_and_four_digits() {
        let mut seen = std::collections::BTreeSet::new();
        for code in Code::ALL {
            let (letter, digits) = code.as_str().split_at(1);
            assert!(matches!(letter, "E" | "W"), "{code}");
            assert!(
                digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit()),
                "{code}"
            );
            assert!(seen.insert(digits), "{code} stands twice");
        }
    }

    #[test]
    fn meanings_are_one_line_without_a_full_stop() {
        for code in Code::ALL {
            assert!(!code.meaning().contains('\n') && !code.meaning().ends_with('.'), "{code}");
        }
    }
}

//! The crate that dates and times are made of, which a user chooses.

use serde::Serialize;

/// The crate that dates and times are made of.
///
/// One file of the runtime differs between them, and one line of the manifest. All read the same texts of
/// RFC 3339 and RFC 2822, and write the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub enum Dates {
    /// `jiff::Timestamp` and `jiff::civil::Date`.
    #[default]
    Jiff,
    /// `chrono::DateTime<Utc>` and `chrono::NaiveDate`.
    Chrono,
    /// `time::OffsetDateTime`, in UTC where it was read, and `time::Date`.
    Time,
}

/// The runtime's file that knows the crate.
pub(super) const FILE: &str = "instant.rs";

/// Without default features, of which `clock` asks the C library for the zone of this place, as another
/// thread may change the environment (RUSTSEC-2020-0159).
const CHRONO: &str =
    r#"chrono = { version = "0.4", default-features = false, features = ["std"] }"#;

/// Without `local-offset`, which asks the same (RUSTSEC-2020-0071). Versions before 0.3.47 follow nested
/// comments in a text of RFC 2822 until the stack ends (RUSTSEC-2026-0009); the runtime's limit on the
/// length of a text holds that, and newer ones need a newer Rust than generated crates do.
const TIME: &str =
    r#"time = { version = "0.3", default-features = false, features = ["parsing", "std"] }"#;

impl Dates {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Jiff, Self::Chrono, Self::Time];

    /// The crate's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jiff => "jiff",
            Self::Chrono => "chrono",
            Self::Time => "time",
        }
    }

    /// The one of that name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// Its line in a manifest, in the place of the one in the runtime's own.
    pub(super) fn dependency(self, own: &'static str) -> &'static str {
        match self {
            Self::Jiff => own,
            Self::Chrono => CHRONO,
            Self::Time => TIME,
        }
    }

    /// Its form of the file that knows it, in the place of the runtime's own.
    pub(super) fn text(self, own: &'static str) -> &'static str {
        match self {
            Self::Jiff => own,
            Self::Chrono => include_str!("../../templates/dates/chrono.rs"),
            Self::Time => include_str!("../../templates/dates/time.rs"),
        }
    }
}

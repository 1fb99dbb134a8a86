//! What the build script generates for the acceptance tests: to build this crate is to compile
//! every case.

/// A client with a module for each document of `tests/cases/`.
pub mod cases {
    include!(concat!(env!("OUT_DIR"), "/cases.rs"));
}

/// Clients of one case, whose dates are made of other crates.
pub mod dates {
    /// Of chrono.
    pub mod chrono {
        include!(concat!(env!("OUT_DIR"), "/dates_chrono.rs"));
    }

    /// Of time.
    pub mod time {
        include!(concat!(env!("OUT_DIR"), "/dates_time.rs"));
    }
}

/// What stands for schemas of the cases.
pub mod own {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// An amount of money in cents, which is text in JSON: `12.50`.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
    pub struct Amount(pub u64);

    impl Serialize for Amount {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.collect_str(&format_args!("{}.{:02}", self.0 / 100, self.0 % 100))
        }
    }

    impl<'de> Deserialize<'de> for Amount {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            let text = String::deserialize(from)?;
            let parsed = text.replace('.', "").parse();
            parsed.map(Self).map_err(|_| serde::de::Error::custom("this is no amount"))
        }
    }
}

/// A client of the documents in `specs/`, which `generated/` has as a crate of its own.
pub mod twilio {
    include!(concat!(env!("OUT_DIR"), "/twilio.rs"));
}

/// The examples of the README, which are compiled with the documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;

//! The macro that makes a request with values to set.

/// Makes the type of a request with values to set: its name, and the method that makes it.
macro_rules! request {
    ($name:ident, $made_by:literal) => {
        #[doc = concat!("The request of [`", $made_by, "`].")]
        #[derive(Debug, Clone)]
        #[must_use = "a request does nothing until it is sent"]
        pub struct $name(runtime::Call);
    };
}

pub(crate) use request;

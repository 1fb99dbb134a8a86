//! The crate that the dates and times of a generated one are made of.

use toml::Spanned;

use super::bad;
use super::text::Text;
use crate::diagnostics::{Diagnostic, Diagnostics, did_you_mean, nearest, quote};
use crate::render::Dates;

/// The one that is named, of a crate that has its runtime from another one or not.
pub(super) fn read(
    text: &Text<'_>,
    named: Option<&Spanned<String>>,
    runtime: Option<&Spanned<String>>,
) -> Result<Dates, Diagnostics> {
    let Some(named) = named else { return Ok(Dates::default()) };
    let problem = match (Dates::named(named.get_ref()), runtime) {
        (Some(dates), None) => return Ok(dates),
        (Some(_), Some(runtime)) => bad("a crate has dates as its runtime has them".to_owned())
            .with_help(format!("say it of the crate {}", quote(runtime.get_ref()))),
        (None, _) => unknown(named.get_ref()),
    };
    Err(Diagnostic { place: Some(text.place(&named.span())), ..problem }.into())
}

fn unknown(name: &str) -> Diagnostic {
    let names = || Dates::ALL.into_iter().map(Dates::name);
    let help = match nearest(name, names()) {
        Some(near) => did_you_mean(near),
        None => format!("they can be made of {}", names().collect::<Vec<_>>().join(", ")),
    };
    bad(format!("dates are not made of {}", quote(name))).with_help(help)
}

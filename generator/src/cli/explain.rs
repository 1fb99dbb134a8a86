//! `bindery explain`: what a code means, an example of what has it, and the way out.

use clap::Args;

use bindery::diagnostics::{Code, Diagnostic, Diagnostics, did_you_mean, nearest, quote};

use super::Outcome;
use super::report::print;

/// What to explain.
#[derive(Debug, Args)]
pub struct Explain {
    /// The code of a diagnostic, such as E0301; without one, all are listed
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

/// Prints the text of one code, or the meanings of all.
pub fn run(explain: &Explain) -> Result<Outcome, Diagnostics> {
    match &explain.code {
        Some(text) => explain_one(Code::find(text).ok_or_else(|| unknown(text))?),
        None => Code::ALL.iter().for_each(|code| print(&headline(*code))),
    }
    Ok(Outcome::Done)
}

fn explain_one(code: Code) {
    print(&format!("{}\n\n{}", headline(code), code.explanation().trim_end()));
}

fn headline(code: Code) -> String {
    format!("{code}: {}", code.meaning())
}

fn unknown(text: &str) -> Diagnostics {
    let help = match nearest(text, Code::ALL.iter().map(|code| code.as_str())) {
        Some(code) => did_you_mean(code),
        None => "`bindery explain` lists the codes".to_owned(),
    };
    let message = format!("no diagnostic has the code {}", quote(text));
    Diagnostic::general(Code::UnknownCode, message).with_help(help).into()
}

//! Symbolic links where folders of the output would be: what is written there would land elsewhere.

use std::collections::BTreeSet;
use std::path::Path;

use crate::diagnostics::{Code, Diagnostic, Diagnostics};

/// Refuses folders of `folder` that are links, of those in which the files at `paths` are.
///
/// # Errors
///
/// Each link.
pub fn refuse_links<'p>(
    folder: &Path,
    paths: impl Iterator<Item = &'p str>,
) -> Result<(), Diagnostics> {
    let parents: BTreeSet<&str> =
        paths.flat_map(|path| path.match_indices('/').map(|(end, _)| &path[..end])).collect();
    let links = parents.into_iter().map(|parent| folder.join(parent)).filter(|it| it.is_symlink());
    let problems: Diagnostics = links.map(|link| problem(&link)).collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

fn problem(link: &Path) -> Diagnostic {
    let message = format!("{} is a symbolic link, and leads elsewhere", link.display());
    let help = "put a folder there, or choose another with --out";
    Diagnostic::general(Code::InTheWay, message).with_help(help)
}

//! The files of a folder that go into a crate as they are.

use std::path::{Path, PathBuf};

use super::unreadable;
use crate::diagnostics::{Code, Diagnostic, Diagnostics};
use crate::lock;
use crate::render::Extra;

/// The files of a folder, and of the folders in it, in the order of their paths.
///
/// # Errors
///
/// Every file that cannot be read as text, or whose name a lock could not hold.
pub fn read(folder: &Path) -> Result<Vec<Extra>, Diagnostics> {
    let mut extras = Vec::new();
    let mut problems = Diagnostics::new();
    let mut pending = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = pending.pop() {
        for (path, name) in entries(&folder).map_err(|error| unreadable(&folder, &error))? {
            let name = format!("{prefix}{name}");
            if path.is_dir() {
                pending.push((path, format!("{name}/")));
                continue;
            }
            match extra(&path, name) {
                Ok(extra) => extras.push(extra),
                Err(more) => problems.extend(more),
            }
        }
    }
    extras.sort_by(|a, b| a.path.cmp(&b.path));
    if problems.is_empty() { Ok(extras) } else { Err(problems) }
}

fn entries(folder: &Path) -> std::io::Result<Vec<(PathBuf, String)>> {
    let entry = |entry: std::io::Result<std::fs::DirEntry>| {
        let entry = entry?;
        Ok((entry.path(), entry.file_name().to_string_lossy().into_owned()))
    };
    std::fs::read_dir(folder)?.map(entry).collect()
}

fn extra(path: &Path, name: String) -> Result<Extra, Diagnostics> {
    if !lock::is_inside(&name) || !path.is_file() {
        let message = format!("{} cannot go into a crate", path.display());
        let help = "extras are files whose names have letters, digits, `.`, `-` and `_`";
        return Err(Diagnostic::general(Code::BadConfiguration, message).with_help(help).into());
    }
    let text = std::fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    Ok(Extra { path: name, text })
}

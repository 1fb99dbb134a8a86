//! Documents of another revision, as the `git` command gives them.

use std::path::Path;
use std::process::Command;

use bindery::diagnostics::{Code, Diagnostic, Diagnostics};

/// The content of `revision:path`.
///
/// # Errors
///
/// When Git does not know it.
pub fn show(object: &str) -> Result<Vec<u8>, Diagnostics> {
    git(&["cat-file", "blob", object], object)
}

/// The files below `revision:path`, if that is a folder.
///
/// # Errors
///
/// When Git does not know it.
pub fn names(object: &str) -> Result<Option<Vec<String>>, Diagnostics> {
    let kind = git(&["cat-file", "-t", object], object)?;
    if kind.trim_ascii() != b"tree" {
        return Ok(None);
    }
    let names = git(&["ls-tree", "-r", "-z", "--name-only", "--full-tree", object], object)?;
    let names = String::from_utf8_lossy(&names).into_owned();
    Ok(Some(names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect()))
}

/// The content of a file at a revision of the repository that the file is in; nothing if it was not
/// there.
///
/// # Errors
///
/// When there is no such revision.
pub fn at(revision: &str, path: &Path) -> Result<Option<Vec<u8>>, Diagnostics> {
    let path = Path::new(".").join(path);
    // What was there may have had folders that are there no longer.
    let Some(folder) = path.ancestors().skip(1).find(|it| it.is_dir()) else { return Ok(None) };
    let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
    let folder = folder.to_string_lossy();
    let commit = format!("{revision}^{{commit}}");
    git(&["-C", &folder, "rev-parse", "--verify", "--quiet", &commit], revision)?;
    let object = format!("{revision}:./{name}");
    Ok(git(&["-C", &folder, "cat-file", "blob", &object], &object).ok())
}

/// Runs Git with an object that cannot be taken for an option.
fn git(arguments: &[&str], object: &str) -> Result<Vec<u8>, Diagnostics> {
    let failed = |reason: &str| -> Diagnostics {
        let message = format!("{object} cannot be read: {}", reason.trim());
        let help = "name a file, a folder, or `revision:path` as `git show` takes it";
        Diagnostic::general(Code::Unreadable, message).with_help(help).into()
    };
    if object.starts_with('-') {
        return Err(failed("it begins with `-`"));
    }
    let output = Command::new("git").args(arguments).output();
    let output = output.map_err(|error| failed(&format!("git does not run: {error}")))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(failed(&String::from_utf8_lossy(&output.stderr)))
    }
}

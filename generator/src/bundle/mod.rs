//! A document and the files beside it that its references lead to in, one document out.
//!
//! What a reference leads to in another file becomes a component, and the reference leads to that; a
//! path item, which has no name, and whatever else has none, stands where the reference was. Files are
//! read below the folder of the document alone. References inside the document are none of this stage's
//! business.

mod fault;
mod found;
mod kind;
mod target;

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use self::found::{Found, find};
use self::kind::{Kind, Place};
use self::target::Target;
use crate::diagnostics::{Code, Diagnostics, Problem, escape_token};
use crate::load::{Document, Limit, Size, Source};

/// Reads a document and the files that it leads to, by `read`.
///
/// # Errors
///
/// What `read` says of a file, and for files that are too much together. References that lead nowhere are in
/// [`Document::unresolved`].
pub fn bundle(
    path: &Path,
    read: &dyn Fn(&Path) -> Result<Document, Diagnostics>,
) -> Result<Document, Diagnostics> {
    let document = read(path)?;
    if !has_files(&document.root) {
        return Ok(document);
    }
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    Bundle::new(document, folder, file, read).whole()
}

/// Whether a document in its canonical form may lead to other files.
pub fn leads_elsewhere(canonical: &[u8]) -> bool {
    const KEY: &str = r#""$ref":""#;
    let text = String::from_utf8_lossy(canonical);
    text.match_indices(KEY).any(|(at, _)| !text[at + KEY.len()..].starts_with('#'))
}

/// The same of its values: most documents are whole, and need no closer look.
fn has_files(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.iter().any(|(key, value)| match value {
            Value::String(text) => key == "$ref" && !text.starts_with('#'),
            _ => has_files(value),
        }),
        Value::Array(items) => items.iter().any(has_files),
        _ => false,
    }
}

/// A document that is being put together.
struct Bundle<'r> {
    document: Document,
    folder: PathBuf,
    /// The document's own path in its folder.
    own: String,
    read: &'r dyn Fn(&Path) -> Result<Document, Diagnostics>,
    /// The files that have been asked for, as numbers of amendments.
    files: BTreeMap<String, Result<usize, Unread>>,
    /// What has become a component, by where it comes from: the references to it.
    made: HashMap<(Target, Place), String>,
    /// Where something stands that comes from a file, and how often something has been put there.
    put: HashMap<String, usize>,
    /// What is still to be looked through: where it stands, what it is, the file that it is from.
    pending: VecDeque<(String, Place, String)>,
    /// How many values, and how many bytes of files, there may still be.
    values: usize,
    bytes: usize,
    problems: Diagnostics,
}

impl<'r> Bundle<'r> {
    fn new(
        document: Document,
        folder: PathBuf,
        own: String,
        read: &'r dyn Fn(&Path) -> Result<Document, Diagnostics>,
    ) -> Self {
        let values = document.limits.values.saturating_sub(Size::of(&document.root).values);
        let bytes = document.limits.bytes.saturating_sub(document.text.len());
        let pending = VecDeque::from([(String::new(), Place::One(Kind::Document), own.clone())]);
        let (files, made, put) = (BTreeMap::new(), HashMap::new(), HashMap::new());
        let problems = Diagnostics::new();
        Self { document, folder, own, read, files, made, put, pending, values, bytes, problems }
    }

    fn whole(mut self) -> Result<Document, Diagnostics> {
        while let Some((at, place, file)) = self.pending.pop_front() {
            let mut found = find(&self.document.root, place, &at, &self.put);
            // A component that is only a reference gives its name to what that leads to.
            found.sort_by_key(|found| !self.is_component(found));
            // What has names of its own comes before what is given some.
            let (sections, others): (Vec<_>, Vec<_>) =
                found.into_iter().partition(|found| matches!(found.place, Place::Map(_)));
            let known = self.put.len();
            self.follow_all(&sections, &file);
            match self.put.len() > known {
                true => self.pending.push_back((at, place, file)),
                false => self.follow_all(&others, &file),
            }
        }
        if self.problems.is_empty() { Ok(self.document) } else { Err(self.problems) }
    }

    fn follow_all(&mut self, found: &[Found], file: &str) {
        for found in found {
            if let Err(problem) = self.follow(found, file) {
                self.problems.push(self.document.diagnose(problem));
            }
        }
    }

    fn is_component(&self, found: &Found) -> bool {
        let parent = found.holder().rsplit_once('/').map(|(parent, _)| parent);
        found.is_alone && found.at != found.holder() && self.section(found.place) == parent
    }

    fn section(&self, place: Place) -> Option<&'static str> {
        let Place::One(kind) = place else { return None };
        kind.section(self.document.root.get("swagger").is_some())
    }

    /// Lets a reference lead to a place in the document.
    fn follow(&mut self, found: &Found, file: &str) -> Result<(), Problem> {
        let Some(target) = Target::of(&found.text, file) else { return Ok(()) };
        if target.file == self.own {
            if file != self.own {
                self.lead(found, &target.pointer);
            }
            return Ok(());
        }
        if let Some(pointer) = self.made.get(&(target.clone(), found.place)) {
            let pointer = pointer.clone();
            self.lead(found, &pointer);
            return Ok(());
        }
        let number = match self.file(&target.file, found)? {
            Ok(number) => number,
            Err(Unread::Missing) => {
                let path = self.folder.join(&target.file);
                self.leave(&target, fault::unreadable(found, &path));
                return Ok(());
            }
            Err(Unread::Outside | Unread::Faulty) => return Ok(()),
        };
        let piece = self.document.amendments[number].root.pointer(&target.pointer);
        let Some(piece) = piece.cloned() else {
            self.leave(&target, fault::nowhere(found));
            return Ok(());
        };
        self.spend(&piece, found)?;
        let piece = Piece { value: piece, number, target };
        let Some(section) = self.section(found.place) else {
            return self.put(found.holder(), piece, found);
        };
        let key = (piece.target.clone(), found.place);
        if self.is_component(found) {
            self.made.insert(key, found.holder().to_owned());
            return self.put(found.holder(), piece, found);
        }
        let Some(pointer) = self.reserve(section, &piece.target) else { return Ok(()) };
        self.made.insert(key, pointer.clone());
        self.lead(found, &pointer);
        self.put(&pointer, piece, found)
    }

    /// The text of a reference to a place in the document.
    fn lead(&mut self, found: &Found, pointer: &str) {
        if let Some(text) = self.document.root.pointer_mut(&found.at) {
            // The pointer goes into a fragment, in which `%` has a meaning.
            *text = Value::from(format!("#{}", pointer.replace('%', "%25")));
        }
    }

    /// Leaves a reference as one that leads to another file, for those to refuse who look for all that
    /// is wrong.
    fn leave(&mut self, target: &Target, problem: Problem) {
        if let Some(text) = self.document.root.pointer_mut(&problem.pointer) {
            *text = Value::from(format!("{}#{}", target.file, target.pointer));
        }
        self.document.unresolved.insert(problem.pointer.clone(), problem);
    }

    /// Puts what a reference leads to where nothing, or the reference, stands.
    fn put(&mut self, at: &str, piece: Piece, found: &Found) -> Result<(), Problem> {
        // Where a reference stood another may stand, and lead on.
        let times = self.put.entry(at.to_owned()).or_default();
        *times += 1;
        let limits = &self.document.limits;
        if *times > limits.of(Limit::References) {
            return Err(Limit::References.exceeded(limits, &found.at));
        }
        if let Some(value) = self.document.root.pointer_mut(at) {
            *value = piece.value;
            let source = Source::Amendment(piece.number, piece.target.pointer);
            self.document.moves.put(at.to_owned(), source);
            self.pending.push_back((at.to_owned(), found.place, piece.target.file));
        }
        Ok(())
    }

    /// Makes a component without a value, under a name that is free; nothing if the document has
    /// something else where components are.
    fn reserve(&mut self, section: &str, target: &Target) -> Option<String> {
        let mut components = &mut self.document.root;
        for key in section.split('/').skip(1) {
            let fields = components.as_object_mut()?;
            components = fields.entry(key).or_insert_with(|| Value::Object(Map::new()));
        }
        let components = components.as_object_mut()?;
        let (own, longer) = (target.name(), format!("{}_{}", target.stem(), target.name()));
        let numbered = (2..).map(|number| format!("{longer}_{number}"));
        let mut names = [own, longer.clone()].into_iter().chain(numbered);
        let name = names.find(|name| !components.contains_key(name))?;
        components.insert(name.clone(), Value::Null);
        Some(format!("{section}/{}", escape_token(&name)))
    }

    /// The number of the amendment that a file is, which is read once.
    fn file(&mut self, file: &str, found: &Found) -> Result<Result<usize, Unread>, Problem> {
        let known = self.files.get(file).copied();
        let number = known.unwrap_or_else(|| self.open(&self.folder.join(file)));
        self.files.insert(file.to_owned(), number);
        if let (None, Ok(number)) = (known, number) {
            let limits = &self.document.limits;
            let left = self.bytes.checked_sub(self.document.amendments[number].text.len());
            self.bytes = left.ok_or_else(|| Limit::Bytes.exceeded(limits, &found.at))?;
        }
        Ok(number)
    }

    fn open(&mut self, path: &Path) -> Result<usize, Unread> {
        if leaves(&self.folder, path) {
            return Err(Unread::Outside);
        }
        match (self.read)(path) {
            Ok(read) => {
                self.document.amendments.push(read);
                Ok(self.document.amendments.len() - 1)
            }
            Err(problems) if problems.iter().any(|it| it.code == Code::Unreadable) => {
                Err(Unread::Missing)
            }
            Err(problems) => {
                self.problems.extend(problems);
                Err(Unread::Faulty)
            }
        }
    }

    /// What comes from files counts as often as it is put somewhere.
    fn spend(&mut self, piece: &Value, found: &Found) -> Result<(), Problem> {
        let left = self.values.checked_sub(Size::of(piece).values);
        let over = || Limit::Values.exceeded(&self.document.limits, &found.at);
        self.values = left.ok_or_else(over)?;
        Ok(())
    }
}

/// Why a file is no amendment.
#[derive(Debug, Clone, Copy)]
enum Unread {
    Missing,
    /// A link leads out of the folder.
    Outside,
    /// It has been said what is wrong with it.
    Faulty,
}

/// What a reference leads to.
struct Piece {
    value: Value,
    /// The file, as the number of an amendment.
    number: usize,
    target: Target,
}

/// Whether a file lies outside the folder that its path leads through: a link does that.
fn leaves(folder: &Path, path: &Path) -> bool {
    let folder = if folder == Path::new("") { Path::new(".") } else { folder };
    match (folder.canonicalize(), path.canonicalize()) {
        (Ok(folder), Ok(path)) => !path.starts_with(folder),
        _ => false,
    }
}

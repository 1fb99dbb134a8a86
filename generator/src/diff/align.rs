//! The types of the old side, called as the new side calls them: what mentions a renamed type has
//! not changed by that.

use super::node::Node;
use super::outline::{View, outline_views, types};
use super::pairs::pairs;
use crate::model::{Document, Model};

/// The outline of `old`, in the words of `new` where a type has only another name.
pub fn outline_old(old: &Model, new: &Model) -> Node {
    let aligned: Vec<Document> = old.documents.iter().map(|it| aligned(it, new)).collect();
    let view = |(document, original)| View { document, ..View::of(original) };
    outline_views(old, aligned.iter().zip(&old.documents).map(view).collect())
}

fn aligned(old: &Document, new: &Model) -> Document {
    let mut aligned = old.clone();
    let Some(new) = new.documents.iter().find(|it| it.source == old.source) else { return aligned };
    let (before, after) = (types(&View::of(old)), types(&View::of(new)));
    for (one, other) in pairs(&before, &after).both {
        aligned.types[one].name = new.types[other].name.clone();
    }
    aligned
}

//! What is left of code without its names, its literals and its order.

use std::collections::{BTreeMap, BTreeSet};

use bindery::format::File;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// How often each kind of token stands at each depth.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shape(BTreeMap<(usize, String), usize>);

impl Shape {
    /// The first kind of token whose number is not that of another shape.
    pub fn difference(&self, other: &Self) -> Option<String> {
        let kinds: BTreeSet<_> = self.0.keys().chain(other.0.keys()).collect();
        let count = |shape: &Self, kind| shape.0.get(kind).copied().unwrap_or_default();
        let differing: Vec<String> = kinds
            .into_iter()
            .filter(|kind| count(self, kind) != count(other, kind))
            .map(|kind| format!("{kind:?}: {} for {}", count(self, kind), count(other, kind)))
            .collect();
        (!differing.is_empty()).then(|| differing.join(", "))
    }

    fn add(&mut self, tokens: TokenStream, depth: usize) {
        for token in code(tokens) {
            let kind = match &token {
                TokenTree::Ident(it) if syn::parse_str::<syn::Ident>(&it.to_string()).is_ok() => {
                    "name".to_owned()
                }
                TokenTree::Ident(keyword) => keyword.to_string(),
                TokenTree::Literal(it) if text(it).is_some() => "text".to_owned(),
                TokenTree::Literal(it) => it.to_string(),
                // Long lines are broken, and a comma ends the last of them.
                TokenTree::Punct(it) if it.as_char() == ',' => continue,
                TokenTree::Punct(it) => it.as_char().to_string(),
                TokenTree::Group(it) => format!("{:?}", it.delimiter()),
            };
            *self.0.entry((depth, kind)).or_default() += 1;
            if let TokenTree::Group(group) = token {
                self.add(group.stream(), depth + 1);
            }
        }
    }
}

/// The shape of all files together, each of which must parse.
pub fn shape(files: &[File]) -> Result<Shape, String> {
    let mut shape = Shape::default();
    for file in files {
        syn::parse_file(&file.text).map_err(|error| format!("{}: {error}", file.path))?;
        shape.add(tokens(file), 0);
        *shape.0.entry((0, "file".to_owned())).or_default() += 1;
    }
    Ok(shape)
}

/// What the literals of all files say.
pub fn literals(files: &[File]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut pending: Vec<TokenStream> = files.iter().map(tokens).collect();
    while let Some(tokens) = pending.pop() {
        for token in code(tokens) {
            match token {
                TokenTree::Group(group) => pending.push(group.stream()),
                TokenTree::Literal(literal) => found.extend(text(&literal)),
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
    found
}

fn tokens(file: &File) -> TokenStream {
    file.text.parse().expect("tokens")
}

fn text(literal: &proc_macro2::Literal) -> Option<String> {
    syn::parse_str::<syn::LitStr>(&literal.to_string()).ok().map(|it| it.value())
}

/// The tokens without comments, which are attributes to a compiler.
fn code(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept: Vec<TokenTree> = Vec::new();
    for token in tokens {
        if is_comment(&token) {
            while matches!(kept.last(), Some(TokenTree::Punct(it)) if "#!".contains(it.as_char())) {
                kept.pop();
            }
        } else {
            kept.push(token);
        }
    }
    kept
}

fn is_comment(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket
        && matches!(first, Some(TokenTree::Ident(it)) if it == "doc")
}

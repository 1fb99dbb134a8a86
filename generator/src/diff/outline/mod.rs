//! A model → the tree of what it promises.

mod failures;
mod flow;
mod operations;
mod types;

use super::change::Spot;
use super::node::{Aspect, Fact, Flow, Kind, Node};
use crate::model::{Auth, Document, Header, Id, Model};
use crate::names::{Name, TypeName};
use crate::render::signature::type_text;

pub use types::types;

/// Values that responses have go one way.
const RECEIVED: Flow = Flow { sent: false, received: true };

/// A document on its way into an outline.
pub struct View<'a> {
    /// The document; its types have the names that the other side gives them.
    pub document: &'a Document,
    /// The names that the types have on this side.
    pub names: Vec<TypeName>,
}

impl<'a> View<'a> {
    /// A document as it is.
    pub fn of(document: &'a Document) -> Self {
        let names = document.types.iter().map(|it| it.name.clone()).collect();
        Self { document, names }
    }

    fn spot(&self, pointer: &str) -> Spot {
        Spot { document: self.document.source.clone(), pointer: pointer.to_owned() }
    }

    /// The path of an item of the module.
    fn item(&self, name: &str) -> String {
        format!("{}::{name}", self.document.module.as_str())
    }
}

/// The outline of a model.
pub fn outline(model: &Model) -> Node {
    outline_views(model, model.documents.iter().map(View::of).collect())
}

/// The outline of a model whose documents are looked at like that.
pub fn outline_views(model: &Model, views: Vec<View<'_>>) -> Node {
    let mut children: Vec<Node> = views.iter().map(module).collect();
    children.extend(model.ids.iter().map(id_node));
    Node {
        children,
        ..empty(Kind::Crate, "", Spot { document: String::new(), pointer: String::new() })
    }
}

fn module(view: &View<'_>) -> Node {
    let document = view.document;
    let name = document.module.as_str();
    let title = format!("{} {}\n{}", document.title, document.version, document.description);
    let mut children = operations::groups(view);
    children.extend(operations::methods(view));
    children.extend(types::types(view));
    children.extend(document.headers.iter().map(|it| header_node(view, it)));
    Node {
        subject: format!("`{}`", document.source),
        item: name.to_owned(),
        facts: vec![
            Fact::new(Aspect::Name, "", name),
            Fact::new(Aspect::Server, &document.server, ""),
            Fact::both(Aspect::Auth, auth(&document.auth)),
            Fact::both(Aspect::Prose, title),
        ],
        children,
        ..empty(Kind::Module, &document.source, view.spot(""))
    }
}

fn header_node(view: &View<'_>, header: &Header) -> Node {
    let name = header.name.as_str();
    Node {
        subject: format!("header `{}`", header.wire),
        item: view.item(&format!("headers::{name}")),
        flow: RECEIVED,
        facts: vec![
            Fact::new(Aspect::Name, &header.wire, name),
            Fact::both(Aspect::Type, type_text(view.document, &header.r#type)),
            Fact::both(Aspect::Prose, &header.description),
        ],
        ..empty(Kind::Header, name, view.spot(&header.pointer))
    }
}

fn id_node(id: &Id) -> Node {
    let spot = Spot { document: String::new(), pointer: String::new() };
    Node { item: format!("ids::{}", id.name), ..empty(Kind::Id, id.name.as_str(), spot) }
}

/// A node of which nothing is said yet.
fn empty(kind: Kind, key: &str, spot: Spot) -> Node {
    Node {
        kind,
        key: key.to_owned(),
        alias: String::new(),
        shape: String::new(),
        subject: String::new(),
        item: String::new(),
        spot,
        flow: Flow::default(),
        needed: false,
        facts: Vec::new(),
        children: Vec::new(),
    }
}

fn auth(auth: &Auth) -> String {
    match auth {
        Auth::None => "no credentials".to_owned(),
        Auth::Basic => "HTTP basic".to_owned(),
        Auth::Bearer => "a bearer token".to_owned(),
        Auth::ClientCredentials(url) => format!("client credentials, by way of {url}"),
        Auth::Key { scheme, .. } => format!("the key of `{scheme}`"),
        Auth::All(all) => all.iter().map(self::auth).collect::<Vec<_>>().join(" and "),
        Auth::First(all) => all.iter().map(self::auth).collect::<Vec<_>>().join(", or "),
    }
}

fn deprecated(is: bool) -> Fact {
    Fact::both(Aspect::Deprecated, if is { "deprecated" } else { "not deprecated" })
}

//! What will be generated, as plain data: no JSON, no tokens, nothing left to decide.

mod header;
mod operation;
mod response;
mod tested;
mod types;

use serde::Serialize;

use crate::names::{ModuleName, TypeName, ValueName};

pub use header::Header;
pub use operation::{
    Argument, Auth, Body, Condition, Encoding, Location, Method, Next, Operation, Paging,
    Parameter, Path, Shape,
};
pub use response::{Answer, AnswerVariant, Failures, Framing, Response};
pub use tested::{Example, Sample, Sampled, Tested};
pub use types::{Access, EnumVariant, Field, Type, TypeBody, TypeId, TypeRef, UnionVariant};

/// A client crate.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Model {
    /// The package's name, as in its manifest.
    pub package: String,
    /// Where a client finds its credentials when none are given.
    pub environment: Environment,
    /// The text of `client.rs`, where the vendor of all documents has its own.
    #[serde(skip)]
    pub client: Option<&'static str>,
    /// What the vendor's crates have beyond that.
    #[serde(skip)]
    pub extensions: Vec<Extension>,
    /// Whether the crate has tests made of what its documents give for examples.
    pub tested: bool,
    /// The kinds of id that the documents use, in the order of their names.
    pub ids: Vec<Id>,
    /// One module each, in the order of their names.
    pub documents: Vec<Document>,
}

/// A module that the crates of one vendor have, and the feature that brings it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// The module and the feature.
    pub name: &'static str,
    /// The module's text.
    pub text: &'static str,
    /// The packages that the feature brings, and the versions that it takes.
    pub dependencies: &'static [(&'static str, &'static str)],
}

/// A kind of id: a type that all documents share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Id {
    /// The type.
    pub name: TypeName,
    /// What it names, in words.
    pub resource: String,
    /// The two letters that it begins with.
    pub prefix: [char; 2],
}

/// The environment variables that hold credentials.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Environment {
    /// The user name of HTTP basic authentication.
    pub username: String,
    /// The password of HTTP basic authentication.
    pub password: String,
    /// What the names of all others begin with.
    pub prefix: String,
}

/// What one OpenAPI document becomes: a module, and the Cargo feature that brings it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// The module, its file, its feature and the method of the client.
    pub module: ModuleName,
    /// The struct that the groups hang on.
    pub name: TypeName,
    /// The document as its user calls it: a path or a file's name.
    pub source: String,
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// `info.description`.
    pub description: String,
    /// The URL of the first server.
    pub server: String,
    /// How most operations authenticate.
    pub auth: Auth,
    /// The operations, by resource, in the order of their names.
    pub groups: Vec<Group>,
    /// The schemas that need a type of their own.
    pub types: Vec<Type>,
    /// The headers of responses, in the order of their names.
    pub headers: Vec<Header>,
    /// What could not be expressed.
    pub ledger: Vec<LedgerEntry>,
}

/// The operations of one resource.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// The struct.
    pub name: TypeName,
    /// The method that makes it.
    pub method: ValueName,
    /// The file it stands in.
    pub module: ModuleName,
    /// The path that its operations share, without a trailing parameter.
    pub path: String,
    /// What the document says of that path.
    pub description: String,
    /// The path parameters that all its operations share.
    pub parameters: Vec<Argument>,
    /// Those of them that a client has values for, unless others are set.
    pub setters: Vec<Argument>,
    /// The operations.
    pub operations: Vec<Operation>,
}

/// A part of the document that is not in the generated code as it stands there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LedgerEntry {
    /// The part, as a JSON pointer.
    pub pointer: String,
    /// What it is.
    pub what: String,
    /// What it became.
    pub became: String,
}

impl Document {
    /// Whether schemas or operations mention an id.
    pub fn mentions_ids(&self) -> bool {
        let mut mentioned = false;
        let mut look = |r#type: &TypeRef| r#type.each_id(&mut |_| mentioned = true);
        for r#type in &self.types {
            r#type.body.each_part(&mut look);
        }
        self.headers.iter().for_each(|header| look(&header.r#type));
        for operation in self.groups.iter().flat_map(|group| &group.operations) {
            let arguments = operation.arguments.iter().chain(&operation.setters);
            arguments.for_each(|argument| look(&argument.parameter.r#type));
            operation.response.types().into_iter().for_each(&mut look);
        }
        mentioned
    }

    /// The type that an id stands for.
    pub fn r#type(&self, id: TypeId) -> &Type {
        &self.types[id.0]
    }
}

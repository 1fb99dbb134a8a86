//! A value that a caller gives: its type in a signature, and how it goes into the call.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::imports::Imports;
use super::type_ref::{meaning, render_type};
use crate::model::{Argument, Document, Location, Parameter, Shape, TypeRef};

/// One argument of a method, as `signature` and as the `step` that puts it into a call.
#[derive(Debug)]
pub struct RenderedArgument {
    /// `impl AsRef<str>`
    pub r#type: TokenStream,
    /// `.form("FriendlyName", value.as_ref())`
    pub step: TokenStream,
}

/// How one value is taken and handed on.
struct Taken {
    r#type: TokenStream,
    /// The value's type where a conversion has to be told it.
    told: Option<TokenStream>,
    convert: fn(&TokenStream) -> TokenStream,
}

/// Renders a path parameter of a group, which the group keeps for all its calls.
pub fn render_bound(
    document: &Document,
    argument: &Argument,
    imports: &mut Imports,
) -> RenderedArgument {
    let (name, wire) = (&argument.name, &argument.parameter.wire);
    let r#type = meaning(document, &argument.parameter.r#type);
    let taken = taken(document, r#type, imports);
    let told = taken.told.map(|told| quote!(::<#told>));
    let value = (taken.convert)(&quote!(#name));
    RenderedArgument { r#type: taken.r#type, step: quote!(.with #told(#wire, #value)) }
}

/// Renders `argument`, whose value the method knows as `value`.
pub fn render_argument(
    document: &Document,
    argument: &Argument,
    value: &TokenStream,
    imports: &mut Imports,
) -> RenderedArgument {
    let parameter = &argument.parameter;
    let r#type = meaning(document, &parameter.r#type);
    if parameter.location == Location::Body {
        return render_body(document, &parameter.r#type, value, imports);
    }
    let RenderedArgument { r#type, step } = match render_bytes(parameter, value) {
        Some(rendered) => rendered,
        None => render_text(parameter, r#type, taken(document, r#type, imports), value),
    };
    let (wire, media_type) = (&parameter.wire, parameter.media_type.iter());
    RenderedArgument { r#type, step: quote!(#step #(.part_type(#wire, #media_type))*) }
}

fn render_text(
    parameter: &Parameter,
    r#type: &TypeRef,
    taken: Taken,
    value: &TokenStream,
) -> RenderedArgument {
    match parameter.shape {
        Shape::Repeated | Shape::Joined(_) | Shape::Named | Shape::Indexed => {
            render_many(parameter, r#type, taken, value)
        }
        _ => render_one(parameter, taken, value),
    }
}

/// A single value: as it is, in the words of its type, or as text of its own.
fn render_one(parameter: &Parameter, taken: Taken, value: &TokenStream) -> RenderedArgument {
    let wire = &parameter.wire;
    let method = method(parameter);
    let told = taken.told.map(|told| quote!(::<#told>));
    let converted = (taken.convert)(value);
    let step = match parameter.shape {
        Shape::Paired(it) if parameter.location == Location::Path => {
            let it = it.to_string();
            quote!(.path_object(#wire, [#it, #it], #converted))
        }
        Shape::Assigned(it) if parameter.location == Location::Path => {
            let it = it.to_string();
            quote!(.path_object(#wire, ["=", #it], #converted))
        }
        Shape::Prefixed => quote!(.#method(#wire, #value)),
        Shape::Json => quote!(.#method(#wire, runtime::json #told(#converted))),
        Shape::Paired(',') => quote!(.#method(#wire, runtime::paired #told(#converted))),
        Shape::Paired(other) => {
            let other = other.to_string();
            quote!(.#method(#wire, runtime::paired_by #told(#other, #converted)))
        }
        Shape::Assigned(_) => quote!(.#method(#wire, runtime::assigned #told(#converted))),
        _ => quote!(.#method #told(#wire, #converted)),
    };
    RenderedArgument { r#type: taken.r#type, step }
}

/// Several values: each by itself, in one text, or as a list whose items have an index.
fn render_many(
    parameter: &Parameter,
    r#type: &TypeRef,
    taken: Taken,
    value: &TokenStream,
) -> RenderedArgument {
    let wire = &parameter.wire;
    let method = method(parameter);
    let whole = taken.told.clone().unwrap_or_else(|| taken.r#type.clone());
    let (item, values) = many(r#type, taken.r#type, taken.told, value);
    let between = match parameter.shape {
        Shape::Joined(it) if parameter.location == Location::Path => Some(it.to_string()),
        Shape::Named => Some(format!(";{wire}=")),
        _ => None,
    };
    let values = match parameter.shape {
        _ if between.is_some() => values,
        Shape::Joined(',') => quote!(runtime::joined(#values)),
        Shape::Joined(other) => quote!(runtime::delimited(#other, #values)),
        Shape::Indexed if *r#type != TypeRef::String => quote!(runtime::many::<#whole>(#value)),
        _ => values,
    };
    RenderedArgument {
        r#type: quote!(impl IntoIterator<Item = #item>),
        step: match between {
            Some(between) => quote!(.path_list(#wire, #between, #values)),
            None => quote!(.#method(#wire, #values)),
        },
    }
}

fn render_body(
    document: &Document,
    r#type: &TypeRef,
    value: &TokenStream,
    imports: &mut Imports,
) -> RenderedArgument {
    imports.r#type(document, r#type);
    RenderedArgument { r#type: render_type(document, r#type), step: quote!(.json(&#value)) }
}

/// A file, several files, or the whole body as it is.
fn render_bytes(parameter: &Parameter, value: &TokenStream) -> Option<RenderedArgument> {
    let wire = &parameter.wire;
    let file = quote!(impl Into<runtime::FilePart>);
    let (r#type, step) = match (parameter.location, parameter.shape) {
        (Location::Raw, _) => (quote!(impl Into<runtime::Content>), quote!(.raw(#value))),
        (Location::File, Shape::One) => (file, quote!(.file(#wire, #value))),
        (Location::File, _) => {
            (quote!(impl IntoIterator<Item = #file>), quote!(.files(#wire, #value)))
        }
        _ => return None,
    };
    Some(RenderedArgument { r#type, step })
}

fn method(parameter: &Parameter) -> Ident {
    let name = match (parameter.location, parameter.shape) {
        (Location::Path, _) => "path",
        (Location::Query, Shape::Repeated) if parameter.reserved => "query_reserved_all",
        (Location::Query, _) if parameter.reserved => "query_reserved",
        (Location::Query, Shape::Repeated) => "query_all",
        (Location::Query, Shape::Prefixed) => "query_map",
        (Location::Query, Shape::Deep | Shape::Indexed) => "query_deep",
        (Location::Query, Shape::Spread) => "query_spread",
        (Location::Query, _) => "query",
        (Location::Header, _) => "header",
        (Location::Cookie, _) => "cookie",
        (Location::Form, Shape::Repeated) => "form_all",
        (Location::Form, Shape::Prefixed) => "form_map",
        (Location::Form, Shape::Deep | Shape::Indexed) => "form_deep",
        (Location::Form, Shape::Spread) => "form_spread",
        (Location::Form, _) => "form",
        (Location::File, _) => "file",
        (Location::Body, _) => "json",
        (Location::Raw, _) => "raw",
    };
    Ident::new(name, Span::call_site())
}

/// What a caller may give for a value of this type.
fn taken(document: &Document, r#type: &TypeRef, imports: &mut Imports) -> Taken {
    let as_it_is = |value: &TokenStream| value.clone();
    match r#type {
        TypeRef::String => Taken {
            r#type: quote!(impl AsRef<str>),
            told: None,
            convert: |value| quote!(#value.as_ref()),
        },
        TypeRef::Date | TypeRef::DateTime | TypeRef::Uri | TypeRef::Id(_) => {
            imports.r#type(document, r#type);
            converted(render_type(document, r#type))
        }
        TypeRef::Bool | TypeRef::I32 | TypeRef::I64 | TypeRef::F64 | TypeRef::Named(_) => {
            imports.r#type(document, r#type);
            Taken { r#type: render_type(document, r#type), told: None, convert: as_it_is }
        }
        TypeRef::Boxed(inner) | TypeRef::Nullable(inner) => taken(document, inner, imports),
        TypeRef::Any | TypeRef::List(_) | TypeRef::Tuple(_) | TypeRef::Map(_) => {
            imports.value();
            converted(quote!(Value))
        }
    }
}

fn converted(into: TokenStream) -> Taken {
    Taken {
        r#type: quote!(impl Into<#into>),
        told: Some(into),
        convert: |value| quote!(#value.into()),
    }
}

/// The items of a list, and the list: text may be anything that becomes a `String`, what a conversion
/// has to be told of whatever becomes that, and all else is as it is.
fn many(
    r#type: &TypeRef,
    item: TokenStream,
    told: Option<TokenStream>,
    values: &TokenStream,
) -> (TokenStream, TokenStream) {
    match (r#type, told) {
        (TypeRef::String, _) => (quote!(impl Into<String>), quote!(runtime::texts(#values))),
        (_, Some(told)) => (item, quote!(runtime::many::<#told>(#values))),
        (_, None) => (item, values.clone()),
    }
}

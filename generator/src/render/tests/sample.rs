//! A value that tests call an operation with, as an expression.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::model::{Document, Location, Parameter, Sample, TypeRef};
use crate::render::type_ref::{meaning, render_type};

/// What the expressions of a file use of the harness and of the crate.
#[derive(Debug, Default)]
pub struct Helpers {
    harness: BTreeSet<&'static str>,
    client: BTreeSet<&'static str>,
    any: bool,
    /// Whether a value depends on how much is to be set.
    pub by_mode: bool,
}

impl Helpers {
    /// The `use` declarations of the file.
    pub fn render(&self) -> TokenStream {
        let names = |names: &BTreeSet<&str>| -> Vec<Ident> {
            names.iter().map(|name| Ident::new(name, Span::call_site())).collect()
        };
        let any = self.any.then(|| {
            quote!(
                use serde_json::Value;
            )
        });
        let client = names(&self.client);
        let client =
            (!client.is_empty()).then(|| quote!(use super::super::client::{#(#client),*};));
        let harness = names(&self.harness);
        quote!(#any #client use super::super::harness::{Call, answer, #(#harness),*};)
    }
}

/// The value of a parameter, as its method takes it.
pub fn render_sample(
    document: &Document,
    parameter: &Parameter,
    sample: &Sample,
    helpers: &mut Helpers,
) -> TokenStream {
    if parameter.location == Location::Body {
        return from_json(sample, None, helpers);
    }
    let r#type = meaning(document, &parameter.r#type);
    match sample {
        Sample::List(items) => {
            let items = items.iter().map(|item| render_item(document, r#type, item, helpers));
            let items: Vec<_> = items.collect();
            quote!([#(#items),*])
        }
        one => render_one(document, r#type, one, helpers),
    }
}

/// A value among several, which must have its type already.
fn render_item(
    document: &Document,
    r#type: &TypeRef,
    sample: &Sample,
    helpers: &mut Helpers,
) -> TokenStream {
    let one = render_one(document, r#type, sample, helpers);
    match (r#type, sample) {
        (TypeRef::Id(_) | TypeRef::Uri, Sample::Text(_)) => quote!(#one.into()),
        (TypeRef::Any | TypeRef::List(_) | TypeRef::Map(_), Sample::Json { .. }) => one,
        (TypeRef::Any | TypeRef::List(_) | TypeRef::Map(_), _) => {
            helpers.any = true;
            quote!(Value::from(#one))
        }
        _ => one,
    }
}

fn render_one(
    document: &Document,
    r#type: &TypeRef,
    sample: &Sample,
    helpers: &mut Helpers,
) -> TokenStream {
    match (r#type, sample) {
        (TypeRef::Boxed(inner) | TypeRef::Nullable(inner), _) => {
            render_one(document, meaning(document, inner), sample, helpers)
        }
        (TypeRef::Date | TypeRef::DateTime, Sample::Text(text)) => {
            helpers.harness.insert("parsed");
            helpers.client.insert(if *r#type == TypeRef::Date { "Date" } else { "DateTime" });
            let r#type = render_type(document, r#type);
            quote!(parsed::<#r#type>(#text))
        }
        (TypeRef::Named(_), Sample::Text(text)) => quote!(#text.into()),
        (TypeRef::Any | TypeRef::List(_) | TypeRef::Map(_), Sample::Json { .. }) => {
            helpers.any = true;
            from_json(sample, Some(quote!(::<Value>)), helpers)
        }
        (TypeRef::F64, Sample::Integer(integer)) => number(*integer as f64),
        (TypeRef::I32 | TypeRef::I64, Sample::Number(number)) => integer(*number as i64),
        (_, Sample::Text(text)) => quote!(#text),
        (_, Sample::Bool(truth)) => quote!(#truth),
        (_, Sample::Integer(it)) => integer(*it),
        (_, Sample::Number(it)) => number(*it),
        (_, Sample::Json { .. } | Sample::List(_)) => from_json(sample, None, helpers),
    }
}

/// A value that is read from JSON; `told` says of which type, where nothing else does.
fn from_json(sample: &Sample, told: Option<TokenStream>, helpers: &mut Helpers) -> TokenStream {
    let Sample::Json { least, full } = sample else { return TokenStream::new() };
    helpers.harness.insert("value");
    let (short, long) = (raw(least), raw(full));
    if least == full {
        return quote!(value #told(#long));
    }
    helpers.by_mode = true;
    quote!(value #told(if all { #long } else { #short }))
}

/// Text as a raw literal, where that reads better.
fn raw(text: &str) -> Literal {
    let hashes = (0..).map(|count| "#".repeat(count)).find(|it| !text.contains(&format!("\"{it}")));
    let hashes = hashes.unwrap_or_default();
    let literal = format!("r{hashes}\"{text}\"{hashes}").parse();
    literal.unwrap_or_else(|_| Literal::string(text))
}

fn integer(value: i64) -> TokenStream {
    let digits = Literal::u64_unsuffixed(value.unsigned_abs());
    if value < 0 { quote!(-#digits) } else { quote!(#digits) }
}

fn number(value: f64) -> TokenStream {
    let digits = Literal::f64_unsuffixed(value.abs());
    if value < 0.0 { quote!(-#digits) } else { quote!(#digits) }
}

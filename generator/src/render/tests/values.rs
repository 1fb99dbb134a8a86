//! The values that tests call an operation with, as expressions.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::imports::Imports;
use crate::model::{
    Argument, Document, Location, Sample, Shape, Tested, TypeBody, TypeId, TypeRef,
};
use crate::render::type_ref::{meaning, render_type};

/// The values of one operation.
#[derive(Debug)]
pub struct Values<'v> {
    document: &'v Document,
    tested: &'v Tested,
    imports: &'v mut Imports,
    /// Whether everything is set where the values will stand; if not, `all` may say so.
    full: bool,
    /// Whether a value depends on `all`.
    depends: bool,
}

impl<'v> Values<'v> {
    pub fn new(document: &'v Document, tested: &'v Tested, imports: &'v mut Imports) -> Self {
        Self { document, tested, imports, full: false, depends: false }
    }

    /// Whether a value that was rendered depends on `all`.
    pub fn depend_on_all(&self) -> bool {
        self.depends
    }

    /// The values of a method's arguments.
    pub fn arguments(&mut self, arguments: &[Argument]) -> Vec<TokenStream> {
        arguments.iter().filter_map(|argument| self.argument(argument)).collect()
    }

    /// A call of each setter.
    pub fn steps<'a>(
        &mut self,
        setters: impl IntoIterator<Item = &'a Argument>,
    ) -> Vec<TokenStream> {
        let step = |setter: &Argument| {
            let (name, value) = (&setter.name, self.argument(setter)?);
            Some(quote!(.#name(#value)))
        };
        setters.into_iter().filter_map(step).collect()
    }

    /// A call of each setter, where everything is set.
    pub fn full_steps<'a>(
        &mut self,
        setters: impl IntoIterator<Item = &'a Argument>,
    ) -> Vec<TokenStream> {
        self.full = true;
        let steps = self.steps(setters);
        self.full = false;
        steps
    }

    fn argument(&mut self, argument: &Argument) -> Option<TokenStream> {
        let sample = self.tested.sample(&argument.parameter)?;
        let r#type = meaning(self.document, &argument.parameter.r#type);
        Some(match sample {
            Sample::Json { least, full } if argument.parameter.location == Location::Body => {
                self.json(least, full, None)
            }
            // The parameter of a group is text, whatever its operations say that it is.
            Sample::List(_) if argument.parameter.shape == Shape::One => {
                let joined = plain(sample);
                quote!(#joined)
            }
            Sample::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.item(r#type, item)).collect();
                quote!([#(#items),*])
            }
            one if *r#type == TypeRef::String => {
                let text = plain(one);
                quote!(#text)
            }
            one => self.one(r#type, one),
        })
    }

    /// Whether a type is known by its JSON alone: a user's own, or a union.
    fn has_integers(&self, id: TypeId) -> bool {
        matches!(self.document.r#type(id).body, TypeBody::Integers(_))
    }

    fn is_foreign(&self, id: TypeId) -> bool {
        let body = &self.document.r#type(id).body;
        matches!(body, TypeBody::Foreign(_) | TypeBody::Union { .. })
    }

    /// A value among several, which must have its type already.
    fn item(&mut self, r#type: &TypeRef, sample: &Sample) -> TokenStream {
        let one = self.one(r#type, sample);
        match (r#type, sample) {
            (_, Sample::Json { .. }) => one,
            (TypeRef::Any | TypeRef::List(_) | TypeRef::Tuple(_) | TypeRef::Map(_), _) => {
                self.imports.value();
                quote!(Value::from(#one))
            }
            _ => one,
        }
    }

    fn one(&mut self, r#type: &TypeRef, sample: &Sample) -> TokenStream {
        match (r#type, sample) {
            (TypeRef::Boxed(inner) | TypeRef::Nullable(inner), _) => {
                self.one(meaning(self.document, inner), sample)
            }
            (TypeRef::Date | TypeRef::DateTime, Sample::Text(text)) => {
                self.imports.harness("text");
                self.imports.r#type(self.document, r#type);
                let r#type = render_type(self.document, r#type);
                quote!(text::<#r#type>(#text))
            }
            (TypeRef::Named(id), Sample::Text(text)) if self.is_foreign(*id) => {
                self.imports.harness("text");
                quote!(text(#text))
            }
            (TypeRef::Named(id), one) if self.is_foreign(*id) => {
                let json = plain(one);
                self.json(&json, &json, None)
            }
            (TypeRef::Named(_), Sample::Text(text)) => quote!(#text.into()),
            (TypeRef::Named(id), Sample::Integer(it)) if self.has_integers(*id) => {
                if *it < 0 {
                    quote!((#it).into())
                } else {
                    quote!(#it.into())
                }
            }
            (
                TypeRef::Any | TypeRef::List(_) | TypeRef::Tuple(_) | TypeRef::Map(_),
                Sample::Json { least, full },
            ) => {
                self.imports.value();
                self.json(least, full, Some(quote!(::<Value>)))
            }
            (TypeRef::F64, Sample::Integer(integer)) => number(*integer as f64),
            (TypeRef::I32 | TypeRef::I64, Sample::Number(number)) => integer(*number as i64),
            (_, Sample::Bool(truth)) => quote!(#truth),
            (_, Sample::Integer(it)) => integer(*it),
            (_, Sample::Number(it)) => number(*it),
            (_, Sample::Text(text)) => quote!(#text),
            (_, Sample::Json { least, full }) => self.json(least, full, None),
            (_, Sample::List(_)) => {
                let joined = plain(sample);
                quote!(#joined)
            }
        }
    }

    /// A value that is read from JSON; `told` says of which type, where nothing else does.
    fn json(&mut self, least: &str, full: &str, told: Option<TokenStream>) -> TokenStream {
        self.imports.harness("value");
        let (short, long) = (raw(least), raw(full));
        if self.full || least == full {
            return quote!(value #told(#long));
        }
        self.depends = true;
        quote!(value #told(if all { #long } else { #short }))
    }
}

/// Text as a raw literal, in which quotes stand as they are.
fn raw(text: &str) -> Literal {
    let mut hashes = "#".to_owned();
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    let literal = format!("r{hashes}\"{text}\"{hashes}").parse();
    literal.unwrap_or_else(|_| Literal::string(text))
}

/// A value as a path has it.
fn plain(sample: &Sample) -> String {
    match sample {
        Sample::Bool(truth) => truth.to_string(),
        Sample::Integer(it) => it.to_string(),
        Sample::Number(it) => it.to_string(),
        Sample::Text(text) => text.clone(),
        Sample::List(items) => items.iter().map(plain).collect::<Vec<_>>().join(","),
        Sample::Json { full, .. } => full.clone(),
    }
}

fn integer(value: i64) -> TokenStream {
    let digits = Literal::u64_unsuffixed(value.unsigned_abs());
    if value < 0 { quote!(-#digits) } else { quote!(#digits) }
}

fn number(value: f64) -> TokenStream {
    let digits = Literal::f64_unsuffixed(value.abs());
    if value < 0.0 { quote!(-#digits) } else { quote!(#digits) }
}

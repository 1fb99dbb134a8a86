//! A request: one method for each value that may be set, and `send`.

use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::render_argument;
use super::docs::Docs;
use super::imports::Imports;
use super::type_ref::{meaning, render_type};
use crate::docs::code;
use crate::model::{
    Argument, Condition, Document, Framing, Group, Location, Next, Operation, Paging, Response,
    Shape, TypeRef,
};

/// The indentation of a method.
const METHOD: usize = 4;

/// The request's type and its methods; nothing for an operation with nothing to set.
pub fn render_request(
    document: &Document,
    group: &Group,
    operation: &Operation,
    imports: &mut Imports,
) -> Option<TokenStream> {
    if !operation.has_request() {
        return None;
    }
    imports.runtime_macro("request");
    let request = &operation.request;
    let made_by = format!("{}::{}", group.name, operation.name.bare());
    let setters: Vec<_> =
        operation.setters.iter().map(|setter| render_setter(document, setter, imports)).collect();
    let stream = operation.paging.as_ref().map(|it| render_stream(document, it, imports));
    let send = render_send(document, operation, imports);
    Some(quote! {
        request!(#request, #made_by);
        impl #request {
            #(#setters)*
            #stream
            #send
        }
    })
}

/// What an operation's method returns, and the step that makes it of a call.
pub fn render_returned(
    document: &Document,
    operation: &Operation,
    imports: &mut Imports,
) -> (TokenStream, TokenStream) {
    match &operation.response {
        Response::Empty => (quote!(runtime::Request<()>), quote!(.request_empty())),
        Response::Text => (quote!(runtime::Request<String>), quote!(.request_text())),
        Response::Bytes => (quote!(runtime::Request<Vec<u8>>), quote!(.request_bytes())),
        Response::Location => (quote!(runtime::Request<runtime::Uri>), quote!(.request_location())),
        Response::Json(r#type) => {
            imports.r#type(document, r#type);
            let r#type = render_type(document, r#type);
            (quote!(runtime::Request<#r#type>), quote!(.request()))
        }
        Response::Page(item) => {
            imports.r#type(document, item);
            let item = render_type(document, item);
            (quote!(runtime::Request<runtime::Page<#item>>), quote!(.request()))
        }
        Response::Stream(framing, item) => {
            let (r#type, step) = streamed(document, *framing, item, imports);
            (quote!(runtime::Request<#r#type>), quote!(.#step))
        }
        Response::Several(answer) => {
            let name = &answer.name;
            (quote!(runtime::Request<#name>), quote!(.request_answer()))
        }
    }
}

fn render_setter(document: &Document, setter: &Argument, imports: &mut Imports) -> TokenStream {
    let otherwise = format!("Sets {}.", code(&setter.parameter.wire));
    let mut docs = Docs::at(METHOD).text_or(&setter.description, &otherwise);
    if setter.parameter.location == Location::Path {
        docs = docs.own("Without this, it is what the client has.");
    }
    let docs = docs.outer();
    let deprecated =
        setter.deprecated.then(|| quote!(#[deprecated = "the document advises against it"]));
    let name = &setter.name;
    let value = match setter.parameter.shape {
        Shape::Repeated | Shape::Joined(_) | Shape::Named | Shape::Indexed => quote!(values),
        _ => quote!(value),
    };
    let rendered = render_argument(document, setter, &value, imports);
    let (r#type, step) = (rendered.r#type, rendered.step);
    quote! {
        #docs
        #deprecated
        pub fn #name(self, #value: #r#type) -> Self {
            Self(self.0 #step)
        }
    }
}

fn render_stream(document: &Document, paging: &Paging, imports: &mut Imports) -> TokenStream {
    imports.r#type(document, &paging.item);
    let item = render_type(document, &paging.item);
    let items = &paging.items;
    let size = paging.size.as_ref().map(|(name, maximum)| {
        let maximum = proc_macro2::Literal::u32_unsuffixed(*maximum);
        quote!(.page_size(#name, #maximum))
    });
    let walk = match &paging.next {
        Next::Url(property) => quote!(items(#items, #property)),
        Next::Token { property, parameter } => {
            quote!(items_by_token(#items, #property, #parameter))
        }
        Next::Link => quote!(items_by_link(#items)),
        Next::Last { more, id, parameter } => {
            quote!(items_by_last(#items, #more, #id, #parameter))
        }
        Next::Offset(parameter) => quote!(items_by_offset(#items, #parameter)),
        Next::Number { parameter, first } => {
            let first = proc_macro2::Literal::u32_unsuffixed(*first);
            quote!(items_by_number(#items, #parameter, #first))
        }
    };
    quote! {
        #[doc = " Ends the stream after this many items, and asks for pages no larger than that."]
        pub fn limit(self, limit: usize) -> Self {
            Self(self.0.limit(limit))
        }
        #[doc = " Reads the list item by item, and asks for the next page when it is needed."]
        pub fn stream(self) -> runtime::Items<#item> {
            self.0 #size .#walk
        }
    }
}

/// `send` names its future: an `async fn` for each operation would be a sixth of what a client
/// costs to check.
fn render_send(document: &Document, operation: &Operation, imports: &mut Imports) -> TokenStream {
    let limit = operation.paging.as_ref().and_then(|paging| paging.limit.as_ref());
    let limit = limit.map(|name| quote!(.limit_as(#name)));
    let conditions = render_conditions(operation);
    let (doc, r#type, call) = match &operation.response {
        Response::Empty => (" Sends the request.".to_owned(), quote!(()), quote!(send_empty())),
        Response::Text => (
            " Sends the request and returns the text.".to_owned(),
            quote!(String),
            quote!(send_text()),
        ),
        Response::Bytes => (
            " Sends the request and returns the bytes.".to_owned(),
            quote!(Vec<u8>),
            quote!(send_bytes()),
        ),
        Response::Location => (
            " Sends the request and returns where the response leads to.".to_owned(),
            quote!(runtime::Uri),
            quote!(send_location()),
        ),
        Response::Json(r#type) => {
            imports.r#type(document, r#type);
            (answer(document, r#type), render_type(document, r#type), quote!(send()))
        }
        Response::Page(item) => {
            imports.r#type(document, item);
            let item = render_type(document, item);
            let doc = " Sends the request and returns one page of the list.".to_owned();
            let items = operation.paging.iter().map(|paging| &paging.items);
            (doc, quote!(runtime::Page<#item>), quote!(send_page(#(#items)*)))
        }
        Response::Stream(framing, item) => {
            let (r#type, step) = streamed(document, *framing, item, imports);
            (" Sends the request and returns the stream.".to_owned(), r#type, quote!(#step.send()))
        }
        Response::Several(answer) => {
            let doc = " Sends the request and returns what its status stands for.";
            let name = &answer.name;
            (doc.to_owned(), quote!(#name), quote!(send_answer()))
        }
    };
    let parts = operation.response.is_in_parts().then(|| {
        quote! {
            #[doc = " Sends the request and returns its bytes part by part, however many they are."]
            pub fn stream(self) -> runtime::Sending<runtime::Parts> {
                self.0 #(#conditions)* .send_parts()
            }
        }
    });
    quote! {
        #parts
        #[doc = #doc]
        pub fn send(self) -> runtime::Sending<#r#type> {
            self.0 #limit #(#conditions)* .#call
        }
    }
}

fn render_conditions(operation: &Operation) -> Vec<TokenStream> {
    let condition = |group: &Vec<Condition>| {
        let names = group.iter().map(|condition| &condition.wire);
        quote!(.one_of(&[#(#names),*]))
    };
    operation.conditions.iter().map(condition).collect()
}

/// The type of a stream of these, and the step that makes a request of a call.
fn streamed(
    document: &Document,
    framing: Framing,
    item: &TypeRef,
    imports: &mut Imports,
) -> (TokenStream, TokenStream) {
    imports.r#type(document, item);
    let r#type = render_type(document, item);
    let step = match (framing, meaning(document, item)) {
        (Framing::Events, TypeRef::String) => quote!(request_text_events()),
        (Framing::Events, _) => quote!(request_events()),
        (Framing::Lines, _) => quote!(request_lines()),
        (Framing::Sequence, _) => quote!(request_sequence()),
    };
    match framing {
        Framing::Events => (quote!(runtime::Streamed<runtime::Event<#r#type>>), step),
        Framing::Lines | Framing::Sequence => (quote!(runtime::Streamed<#r#type>), step),
    }
}

fn answer(document: &Document, r#type: &TypeRef) -> String {
    match r#type {
        TypeRef::Named(id) => {
            let name = &document.r#type(*id).name;
            format!(" Sends the request and returns the [`{name}`].")
        }
        TypeRef::Nullable(inner) => {
            let returned = answer(document, inner);
            format!("{}, if there is one.", returned.trim_end_matches('.'))
        }
        _ => " Sends the request and returns the answer.".to_owned(),
    }
}

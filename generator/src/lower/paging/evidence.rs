//! What a document itself says of how a list is paged: the strongest evidence counts, and nothing where two
//! things say the same.

use std::rc::Rc;

use super::super::context::Context;
use super::super::groups::Found;
use super::super::object::{ObjectShape, Property};
use super::super::requests::Inputs;
use super::super::responses;
use super::super::shape::{Shape, object, shape};
use super::super::site::{Site, Written};
use super::leads::{Lead, leads};
use super::parameters::{Parameters, plain};
use super::words::{CURSOR, CURSOR_OF, DJANGO, IDS, MORE, NEXT, PAGES, TOKENS, URL, URL_OF};
use crate::model::Next;
use crate::names;

/// What leads from page to page, and the parameter for the size of one.
pub type Evidence = (Next, Option<String>);

/// A text that leads to the next page, and the parameter that takes it.
type Token<'l, 'a> = (&'l Lead<'a>, &'l str);

/// What the document says of a list, whose page is an object or the list itself.
pub fn find<'a>(
    cx: &Context<'a>,
    found: &Found<'a>,
    inputs: &Inputs<'a>,
    page: Option<&Rc<ObjectShape<'a>>>,
    item: &(Written<'a>, String),
) -> Option<Evidence> {
    let parameters = Parameters::of(cx, inputs);
    let leads = page.map(|page| leads(cx, page.clone())).unwrap_or_default();
    let is_djangos = page.is_some_and(|page| has_all(page, DJANGO));
    // A thing that has a list leads to the next thing.
    let is_thing = page.is_some_and(|page| page.properties.values().any(is_id));
    let is_url =
        |it: &&Lead<'a>| !is_thing && (is_url_of_next(it) || is_djangos && it.path == [NEXT]);
    let urls: Vec<_> = leads.iter().filter(is_url).collect();
    let tokens = tokens(&leads, &parameters.texts);
    let next = match (urls.as_slice(), tokens.as_slice()) {
        _ if has_link(cx, found) => Next::Link,
        // What need not be there may be missing from a page that is not the last.
        ([url], [token]) if token.0.required && !url.required => by_token(token),
        ([url], _) => Next::Url(url.path.join(".")),
        ([], [token]) => by_token(token),
        ([], []) => {
            let last = page.and_then(|page| by_last(cx, page, item, &parameters));
            let counted = || parameters.offset().or_else(|| parameters.number());
            last.or_else(|| counted().filter(|_| !is_thing))?
        }
        _ => return None,
    };
    Some((next, parameters.size().map(str::to_owned)))
}

/// Whether the header `Link` is documented for a response of success, where pages are (RFC 8288).
fn has_link(cx: &Context<'_>, found: &Found<'_>) -> bool {
    let is_link = |name: &String| name.eq_ignore_ascii_case("link");
    responses::candidates(found).into_iter().any(|(_, it, pointer)| {
        let response = cx.response(it, &pointer);
        response.is_some_and(|(response, _)| response.headers.keys().any(is_link))
    })
}

fn has_all(page: &ObjectShape<'_>, names: &[&str]) -> bool {
    names.iter().all(|name| page.properties.contains_key(name))
}

fn is_id(property: &Property<'_>) -> bool {
    IDS.contains(&&*plain(property.wire))
}

/// `next_page_url`, `links.next`, `_links.next.href`; and `next`, if something else says that it is a URL.
fn is_url_of_next(lead: &Lead<'_>) -> bool {
    let fits = |word: &String| URL.contains(&&**word) || URL_OF.contains(&&**word);
    lead.says(|word| word == NEXT)
        && (lead.is_url || lead.says(|word| URL.contains(&word)))
        && lead.own.iter().all(fits)
}

/// The texts that say `next` and have parameters that take them; if there are none, those that say without it
/// that a list goes on there.
fn tokens<'l, 'a>(leads: &'l [Lead<'a>], texts: &'l [&'l str]) -> Vec<Token<'l, 'a>> {
    let of = |is_meant: &dyn Fn(&Lead<'a>) -> bool| -> Vec<Token<'l, 'a>> {
        let leads = leads.iter().filter(|it| it.may_be_cursor() && is_meant(it));
        leads.flat_map(|lead| takers(lead, texts).into_iter().map(move |it| (lead, it))).collect()
    };
    let tokens = of(&|lead| lead.says(|word| word == NEXT));
    if tokens.is_empty() { of(&is_cursor) } else { tokens }
}

/// Whether a name says, without `next`, that a list goes on there: `continue`, `cursor`.
fn is_cursor(lead: &Lead<'_>) -> bool {
    let is_of = |word: &String| CURSOR.contains(&&**word) || CURSOR_OF.contains(&&**word);
    lead.own.iter().any(|word| CURSOR.contains(&&**word)) && lead.own.iter().all(is_of)
}

/// The parameters that a text is for, by the first rule by which there are any: the name is the same, or its
/// words are but for `next`, or but for `page` too.
fn takers<'l>(lead: &Lead<'_>, texts: &[&'l str]) -> Vec<&'l str> {
    let property = lead.path.last().copied().unwrap_or_default();
    let rules: [fn(&str) -> Vec<String>; 3] = [whole, bare, barer];
    let by = |rule: fn(&str) -> Vec<String>| -> Vec<&'l str> {
        let own = rule(property);
        texts.iter().copied().filter(|it| !own.is_empty() && rule(it) == own).collect()
    };
    rules.into_iter().map(by).find(|takers| !takers.is_empty()).unwrap_or_default()
}

/// A name that speaks of a list by itself.
fn whole(name: &str) -> Vec<String> {
    let says_next = names::words(name).iter().any(|word| word == NEXT);
    if says_next || !bare(name).is_empty() { vec![name.to_owned()] } else { Vec::new() }
}

/// The words of a name without `next`; none of one that does not speak of a list.
fn bare(name: &str) -> Vec<String> {
    let words: Vec<String> = names::words(name).into_iter().filter(|word| word != NEXT).collect();
    let is_of = |word: &String| [CURSOR, TOKENS, PAGES].iter().any(|it| it.contains(&&**word));
    let says_where = |word: &String| [CURSOR, PAGES].iter().any(|it| it.contains(&&**word));
    let is_plain = words.iter().all(is_of) && words.iter().any(says_where);
    if is_plain { words } else { Vec::new() }
}

/// The same without words that only say that it is about pages.
fn barer(name: &str) -> Vec<String> {
    bare(name).into_iter().filter(|word| !PAGES.contains(&&**word)).collect()
}

fn by_token((lead, parameter): &Token<'_, '_>) -> Next {
    Next::Token { property: lead.path.join("."), parameter: (*parameter).to_owned() }
}

/// `has_more` in the page, and `starting_after` for the id of its last item.
fn by_last<'a>(
    cx: &Context<'a>,
    page: &ObjectShape<'a>,
    (written, pointer): &(Written<'a>, String),
    parameters: &Parameters<'_>,
) -> Option<Next> {
    let parameter = parameters.last()?.to_owned();
    let is = |property: &&Property<'a>, is: fn(&Shape<'_>) -> bool| {
        let site = Site::follow(cx, property.written, &property.pointer);
        site.is_some_and(|site| is(&shape(cx, &site)))
    };
    let mut flags = page.properties.values().filter(|it| MORE.contains(&&*plain(it.wire)));
    let more = flags.find(|it| is(it, |it| matches!(it, Shape::Boolean)))?.wire.to_owned();
    let item = object(cx, &Site::follow(cx, *written, pointer)?)?;
    let id = IDS.iter().find_map(|id| item.properties.get(id));
    let id = id.filter(|it| is(it, |it| matches!(it, Shape::Text { .. })))?.wire.to_owned();
    Some(Next::Last { more, id, parameter })
}

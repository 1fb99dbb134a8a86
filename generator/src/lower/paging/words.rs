//! The words by which documents say how their lists are paged; what they mean together is in `evidence`.
//!
//! Names of parameters stand here in lower case and without what separates their words: `pagesize` is
//! `page_size`, `pageSize` and `page[size]`.

/// Says of a property, or of one that it stands in, that it is about the page that comes next.
pub const NEXT: &str = "next";

/// Properties that stand around the items have names of these words alone.
pub const ENVELOPE: &[&str] = &[
    "cursor",
    "cursors",
    "info",
    "link",
    "links",
    "list",
    "meta",
    "metadata",
    "next",
    "page",
    "pages",
    "pagination",
    "paginator",
    "paging",
    "response",
    "result",
    "results",
    "search",
];

/// Says that a text is a URL, or stands among some.
pub const URL: &[&str] = &["href", "link", "links", "uri", "url"];

/// Says the same as a `format` (JSON Schema 2020-12, section 7.3.5, and what else is written for it).
pub const URL_FORMATS: &[&str] = &["iri", "iri-reference", "uri", "uri-reference", "url"];

/// What else the name of the URL of a page may have.
pub const URL_OF: &[&str] = &["next", "odata", "page", "pages", "records", "results", "set"];

/// Says that a text is where a list goes on, even where it does not say `next`.
pub const CURSOR: &[&str] = &["after", "bookmark", "continuation", "continue", "cursor", "marker"];

/// What else such a name may have.
pub const CURSOR_OF: &[&str] = &["key", "page", "token"];

/// What else is left of such a name beside `next`, if a parameter is to take it.
pub const TOKENS: &[&str] = &["id", "key", "start", "token"];

/// Says no more than that it is about pages.
pub const PAGES: &[&str] = &["page", "pagination", "paging"];

/// Texts of these formats are no cursors, nor do they take one.
pub const MOMENTS: &[&str] = &["date", "date-time", "time"];

/// Around the items of Django REST framework, which does not say that `next` is a URL.
pub const DJANGO: &[&str] = &["count", "next", "previous", "results"];

/// Parameters for the size of a page, what says it most plainly first.
pub const SIZES: &[&str] = &[
    "pagesize",
    "perpage",
    "limit",
    "pagelimit",
    "maxresults",
    "maxpagesize",
    "maxitems",
    "maxrecords",
    "itemsperpage",
    "resultsperpage",
    "recordsperpage",
    "hitsperpage",
    "size",
    "count",
    "pagecount",
    "take",
    "top",
    "rows",
    "batchsize",
];

/// Of those, the ones that may also be the size or the number of something else, and words that say in a
/// description that they are not.
pub const VAGUE: &[&str] = &["size", "count", "take", "top", "rows"];
pub const ABOUT_PAGES: &[&str] = &[
    "page", "pages", "per", "item", "items", "record", "records", "result", "results", "entries",
    "list", "return", "returned", "limit", "maximum",
];

/// Parameters for the number of items before a page.
pub const OFFSETS: &[&str] = &["offset", "skip", "startat", "start"];

/// Of those, the ones that may also be where a range begins.
pub const BEGINNINGS: &[&str] = &["start"];

/// Parameters for where a range ends, and words for what one has from where to where.
pub const ENDS: &[&str] = &["before", "end", "finish", "stop", "to", "until"];
pub const RANGES: &[&str] = &[
    "date",
    "epoch",
    "height",
    "hours",
    "milliseconds",
    "minutes",
    "ms",
    "seconds",
    "time",
    "timestamp",
    "utc",
];

/// Says in the description of a number of items that it counts from 1, or pages.
pub const ONE: &[&str] = &["1", "one"];
pub const OF_PAGES: &[&str] = &["number of the page", "page number", "page to "];

/// Parameters for the number of a page.
pub const NUMBERS: &[&str] =
    &["page", "pagenumber", "pageno", "pagenum", "currentpage", "pageindex"];

/// Of those, the ones of which nobody knows where they begin unless the document says it.
pub const INDEXES: &[&str] = &["pageindex"];

/// Says in the description of the number of a page that the first is 0, unless it has one of the words of
/// [`ONE`] or [`BEYOND`] too.
pub const ZERO: &[&str] = &["0", "zero"];
pub const BEYOND: &[&str] = &["above", "not", "over", "than"];

/// Says that a page is not the last. Parameters that then take the id of its last item, and what the items
/// call that, what says it most plainly first.
pub const MORE: &[&str] = &["hasmore", "hasnext", "hasnextpage"];
pub const LAST: &[&str] = &["startingafter", "startafter", "afterid", "after"];
pub const IDS: &[&str] = &["id", "uuid", "guid"];

/// Lists that stand beside the items, and are none unless they are alone or the path is called like them.
pub const BESIDE: &[&str] = &["errors", "included", "warnings"];

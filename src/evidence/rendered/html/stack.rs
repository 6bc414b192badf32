//! The open elements around the current place, as browsers keep them, and whether what stands there is seen.
//!
//! It is no whole tree builder: where the structure is so broken that browsers repair it far away, what follows counts as
//! [`Seen::Unsure`].

use super::elements::{self, role};

/// How deep elements are followed. Browsers do not go deeper either; what comes after that is unsure.
const MAX_DEPTH: usize = 512;
/// How many formatting elements that hide are remembered behind their end.
const MAX_LEFT: usize = 8;

/// Whether a reader sees something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Seen {
    /// Yes.
    #[default]
    Shown,
    /// It cannot be told.
    Unsure,
    /// No.
    Hidden,
}

/// Who reads the tags inside an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Html,
    /// HTML inside SVG or `MathML`: its end tags are foreign ones.
    Integrated,
    Svg,
    Math,
}

/// A start tag, as far as the stack cares.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is something that a tag says or does not say")]
pub(super) struct Start {
    pub(super) name: String,
    /// What its attributes say.
    pub(super) drawn: Seen,
    /// Its `visibility`, where it is set.
    pub(super) visibility: Option<Seen>,
    /// Whether it is written `<name/>`.
    pub(super) is_self_closing: bool,
    /// Whether it is a template that makes a shadow tree.
    pub(super) is_shadow: bool,
    /// Whether it is an `annotation-xml` with HTML in it.
    pub(super) has_html: bool,
    /// Whether it is shown although elements of its name are not: an open dialog.
    pub(super) is_open: bool,
}

#[derive(Debug)]
struct Open {
    name: String,
    inside: Inside,
    roles: u32,
    is_foreign: bool,
    /// What the element itself says.
    own: Seen,
    /// That and what is around it.
    drawn: Seen,
    visibility: Seen,
}

impl Open {
    fn has(&self, roles: u32) -> bool {
        self.roles & roles != 0
    }
}

/// The open elements.
#[derive(Debug, Default)]
pub(super) struct Stack {
    open: Vec<Open>,
    /// What `<html>` and `<body>` say.
    drawn: Seen,
    visibility: Seen,
    /// Formatting elements that hide and ended without their end tag, and how deep: they go on behind it.
    left: Vec<(String, usize)>,
    is_lost: bool,
    /// Whether the page is XML, or looks so: there `<name/>` ends an element.
    pub(super) is_xml: bool,
    /// Whether a table ends a paragraph: in a page with a document type.
    pub(super) has_doctype: bool,
}

/// An element that was opened.
pub(super) struct Opened {
    /// Whether it is an element of HTML, and not one of SVG or `MathML`.
    pub(super) is_html: bool,
    /// Whether what is in it is seen; of one without content, whether what is around it is.
    pub(super) seen: Seen,
}

impl Stack {
    /// Whether text at the current place is seen.
    pub(super) fn seen(&self) -> Seen {
        self.around(true)
    }

    fn around(&self, may_move: bool) -> Seen {
        let (drawn, visibility) =
            self.open.last().map_or((self.drawn, self.visibility), |top| (top.drawn, top.visibility));
        let seen = drawn.max(visibility).max(self.drawn);
        // What stands in a table but in no cell is moved to before the table.
        if may_move && seen == Seen::Hidden && self.is_between_cells() {
            return Seen::Unsure;
        }
        if self.is_lost {
            return Seen::Unsure;
        }
        if self.left.is_empty() { seen } else { seen.max(Seen::Unsure) }
    }

    /// Whether the current place is inside a template that is no shadow tree: nothing in it is in the page.
    pub(super) fn is_inert(&self) -> bool {
        self.open.iter().any(|open| open.name == "template" && open.own == Seen::Hidden)
    }

    /// Whether the tags at the current place are read as SVG or `MathML`.
    pub(super) fn is_foreign(&self) -> bool {
        self.open.last().is_some_and(|top| top.is_foreign)
    }

    /// The name of the innermost open element.
    pub(super) fn current(&self) -> Option<&str> {
        self.open.last().map(|top| top.name.as_str())
    }

    fn is_between_cells(&self) -> bool {
        self.open.last().is_some_and(|top| {
            !top.is_foreign && matches!(top.name.as_str(), "table" | "tbody" | "tfoot" | "thead" | "tr")
        })
    }

    /// Opens an element; those that it ends are closed before.
    pub(super) fn open(&mut self, start: Start) -> Opened {
        let name = start.name.as_str();
        let inside = self.inside();
        let reads_html = match inside {
            Inside::Html => true,
            Inside::Integrated => !matches!(name, "mglyph" | "malignmark"),
            Inside::Svg | Inside::Math if elements::has(name, role::ENDS_FOREIGN) => {
                let foreign =
                    self.open.iter().rposition(|open| !open.is_foreign || open.inside == Inside::Integrated);
                self.cut(foreign.map_or(0, |at| at + 1), None);
                true
            }
            Inside::Svg | Inside::Math => false,
        };
        if reads_html { self.open_html(start) } else { self.open_foreign(start, inside) }
    }

    fn inside(&self) -> Inside {
        self.open.last().map_or(Inside::Html, |top| top.inside)
    }

    fn open_html(&mut self, start: Start) -> Opened {
        let name = start.name.as_str();
        match name {
            "svg" => return self.open_foreign(start, Inside::Svg),
            "math" => return self.open_foreign(start, Inside::Math),
            "html" | "body" => {
                self.drawn = self.drawn.max(start.drawn);
                if self.open.is_empty() {
                    self.visibility = start.visibility.unwrap_or(self.visibility);
                }
                return Opened { is_html: true, seen: self.seen() };
            }
            "head" | "frameset" => return Opened { is_html: true, seen: self.seen() },
            _ => {}
        }
        if elements::has(name, role::TABLE_PART) {
            let Some(table) = self.open.iter().rposition(|open| open.has(role::TABLE)) else {
                return Opened { is_html: true, seen: self.seen() };
            };
            let holds = |open: &Open| match name {
                "td" | "th" => matches!(open.name.as_str(), "tr" | "tbody" | "tfoot" | "thead"),
                "tr" => matches!(open.name.as_str(), "tbody" | "tfoot" | "thead"),
                "col" => open.name == "colgroup",
                _ => false,
            };
            let holder = self.open[table..].iter().rposition(|open| !open.is_foreign && holds(open));
            self.cut(table + holder.unwrap_or(0) + 1, None);
        } else {
            self.end_before(name);
        }
        let moves =
            !elements::has(name, role::TABLE_PART) && !matches!(name, "style" | "script" | "template");
        let around = self.around(moves);
        let mut own = start.drawn.max(elements::content(name));
        if start.is_shadow || start.is_open {
            own = start.drawn;
        }
        if start.is_self_closing && self.is_xml {
            own = own.min(Seen::Unsure);
        }
        let visibility = start.visibility.unwrap_or_else(|| self.visibility());
        if elements::has(name, role::VOID) {
            return Opened { is_html: true, seen: around };
        }
        let before = self.drawn_around(around);
        if start.is_shadow
            && let Some(host) = self.open.last_mut()
        {
            // What else stands in the host is seen only where the shadow tree has a place for it.
            host.drawn = host.drawn.max(Seen::Unsure);
        }
        let open = Open {
            inside: Inside::Html,
            roles: elements::roles(name),
            is_foreign: false,
            own: if start.visibility.is_some_and(|seen| seen != Seen::Shown) { Seen::Hidden } else { own },
            drawn: before.max(own),
            visibility,
            name: start.name,
        };
        self.push(open, true)
    }

    /// What is drawn around a new element; less sure where a browser puts it somewhere else.
    fn drawn_around(&self, around: Seen) -> Seen {
        let drawn = self.open.last().map_or(self.drawn, |top| top.drawn).max(self.drawn);
        if drawn == Seen::Hidden && around == Seen::Unsure { Seen::Unsure } else { drawn }
    }

    fn visibility(&self) -> Seen {
        self.open.last().map_or(self.visibility, |top| top.visibility)
    }

    fn open_foreign(&mut self, start: Start, inside: Inside) -> Opened {
        let inside = if inside == Inside::Integrated { Inside::Math } else { inside };
        let name = start.name.as_str();
        let is_integrated = match inside {
            Inside::Svg => matches!(name, "foreignobject" | "desc" | "title"),
            _ => matches!(name, "mi" | "mo" | "mn" | "ms" | "mtext") || start.has_html,
        };
        let own = start.drawn.max(elements::foreign_content(name));
        if start.is_self_closing {
            return Opened { is_html: false, seen: self.seen().max(own) };
        }
        let open = Open {
            inside: if is_integrated { Inside::Integrated } else { inside },
            roles: if is_integrated { role::SCOPE | role::SPECIAL } else { 0 },
            is_foreign: true,
            own,
            drawn: self.drawn_around(self.seen()).max(own),
            visibility: start.visibility.unwrap_or_else(|| self.visibility()),
            name: start.name,
        };
        self.push(open, false)
    }

    fn push(&mut self, open: Open, is_html: bool) -> Opened {
        if self.open.len() < MAX_DEPTH {
            self.open.push(open);
        } else {
            self.is_lost = true;
        }
        Opened { is_html, seen: self.around(false) }
    }

    /// Closes what the start of an element of HTML ends.
    fn end_before(&mut self, name: &str) {
        if matches!(name, "li" | "dd" | "dt") {
            let is_same = |open: &Open| match name {
                "li" => open.name == "li",
                _ => matches!(open.name.as_str(), "dd" | "dt"),
            };
            let stops = |open: &Open| {
                open.is_foreign
                    || (open.has(role::SPECIAL) && !matches!(open.name.as_str(), "address" | "div" | "p"))
            };
            let found = self.open.iter().rposition(|open| is_same(open) || stops(open));
            if let Some(at) = found.filter(|at| is_same(&self.open[*at])) {
                self.cut(at, None);
            }
        }
        if elements::has(name, role::ENDS_PARAGRAPH) || (name == "table" && self.has_doctype) {
            self.end_in_scope(|open| open == "p", role::SCOPE | role::BUTTON, None);
        }
        match name {
            "button" => self.end_in_scope(|open| open == "button", role::SCOPE, None),
            "option" => self.end_in_scope(|open| open == "option", role::SCOPE | role::SPECIAL, None),
            "optgroup" => {
                self.end_in_scope(
                    |open| matches!(open, "option" | "optgroup"),
                    role::SCOPE | role::SPECIAL,
                    None,
                );
                self.end_in_scope(|open| open == "optgroup", role::SCOPE | role::SPECIAL, None);
            }
            "a" | "nobr" => {
                self.end_formatting(name);
                self.left.retain(|(left, _)| left != name);
            }
            "rb" | "rp" | "rt" | "rtc" => {
                let ends = |open: &str| matches!(open, "rb" | "rp" | "rt");
                self.end_in_scope(ends, role::SCOPE | role::SPECIAL, None);
            }
            _ if elements::has(name, role::HEADING)
                && self.open.last().is_some_and(|top| top.has(role::HEADING)) =>
            {
                self.cut(self.open.len() - 1, None);
            }
            _ => {}
        }
    }

    /// Reads an end tag. Answers whether the element that it ends was seen, or the current place where it ends none.
    pub(super) fn close(&mut self, name: &str) -> Seen {
        let before = self.seen();
        let depth = self.open.len();
        if self.is_foreign() && !matches!(name, "p" | "br") {
            let found = self
                .open
                .iter()
                .rposition(|open| !open.is_foreign || open.name == name)
                .filter(|at| self.open[*at].is_foreign);
            if let Some(at) = found {
                return self.cut(at, Some(name));
            }
        } else if self.is_foreign() {
            let html = self.open.iter().rposition(|open| !open.is_foreign).map_or(0, |at| at + 1);
            self.cut(html, None);
        }
        let ended = match name {
            "html" | "body" | "head" => None,
            "p" => self.scoped(|open| open == "p", role::SCOPE | role::BUTTON),
            "li" => self.scoped(|open| open == "li", role::SCOPE | role::LIST),
            "template" => self.open.iter().rposition(|open| open.name == "template" && !open.is_foreign),
            "table" => self.scoped(|open| open == "table", role::TABLE),
            "option" | "optgroup" => self.scoped(|open| open == name, role::SCOPE),
            _ if elements::has(name, role::TABLE_PART) => self.scoped(|open| open == name, role::TABLE),
            _ if elements::has(name, role::HEADING) => {
                self.scoped(|open| elements::has(open, role::HEADING), role::SCOPE)
            }
            _ if elements::has(name, role::ENDS_ALL) => self.scoped(|open| open == name, role::SCOPE),
            _ if elements::has(name, role::FORMATTING) => {
                self.left.retain(|(left, _)| left != name);
                return self.end_formatting(name).unwrap_or(before);
            }
            _ => self.scoped(|open| open == name, role::SPECIAL),
        };
        match ended {
            Some(at) => self.cut(at, Some(name)),
            None if self.open.len() == depth => before,
            None => before.max(self.seen()),
        }
    }

    /// Where the innermost element that `is` says stands, unless an element with one of the roles is in between.
    fn scoped(&self, is: impl Fn(&str) -> bool, barriers: u32) -> Option<usize> {
        for (at, open) in self.open.iter().enumerate().rev() {
            if !open.is_foreign && is(&open.name) {
                return Some(at);
            }
            if open.has(barriers) {
                return None;
            }
        }
        None
    }

    fn end_in_scope(&mut self, is: impl Fn(&str) -> bool, barriers: u32, by: Option<&str>) {
        if let Some(at) = self.scoped(is, barriers) {
            self.cut(at, by);
        }
    }

    /// The end of a formatting element. Where it is open across a block, it ends inside the block and outside of it.
    fn end_formatting(&mut self, name: &str) -> Option<Seen> {
        let at = self.scoped(|open| open == name, role::MARKER)?;
        if !self.open[at + 1..].iter().any(|open| open.has(role::SPECIAL)) {
            return Some(self.cut(at, Some(name)));
        }
        let ended = self.open.remove(at);
        if ended.own != Seen::Shown {
            for open in &mut self.open[at..] {
                open.drawn = open.drawn.min(Seen::Unsure);
                open.visibility = open.visibility.min(Seen::Unsure);
            }
        }
        Some(ended.drawn.max(ended.visibility))
    }

    /// Closes every element from a depth on; `by` is the end tag that the first of them has. Answers whether that one was
    /// seen.
    fn cut(&mut self, at: usize, by: Option<&str>) -> Seen {
        let mut seen = self.seen();
        let mut is_marked = false;
        for (depth, open) in self.open.drain(at.min(self.open.len())..).enumerate() {
            if depth == 0 {
                seen = open.drawn.max(open.visibility);
            }
            if open.has(role::MARKER) && !is_marked {
                is_marked = true;
                self.left.retain(|(_, left_at)| *left_at <= at + depth);
            }
            let has_end_tag = depth == 0 && by == Some(open.name.as_str());
            if open.has(role::FORMATTING) && open.own != Seen::Shown && !has_end_tag && !is_marked {
                self.is_lost |= self.left.len() >= MAX_LEFT;
                if self.left.len() < MAX_LEFT {
                    self.left.push((open.name, at + depth));
                }
            }
        }
        seen
    }
}

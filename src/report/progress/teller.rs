//! Names of ids: a reader knows titles.

use super::{Line, Piece};
use crate::principles::Catalogue;
use crate::render::changes;
use crate::report::model::Track;

pub(super) struct Teller<'a, 't> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) tracks: &'t [Track<'a>],
}

impl<'a> Teller<'a, '_> {
    pub(super) fn tell(&self, line: changes::Line) -> Line<'a> {
        line.into_iter().map(|piece| self.piece(piece)).collect()
    }

    fn piece(&self, piece: changes::Piece) -> Piece<'a> {
        match piece {
            changes::Piece::Words(text) | changes::Piece::Part { text: Some(text), .. } => Piece::Words(text),
            changes::Piece::Name(name) | changes::Piece::Part { id: name, .. } => Piece::Name(name),
            changes::Piece::Track(id) => match self.catalogue.track(&id) {
                Some(track) => Piece::Words(track.title.to_string()),
                None => Piece::Name(id),
            },
            changes::Piece::Asked(id) => self.asked(&id).unwrap_or(Piece::Name(id)),
            changes::Piece::Answer { at, requirement } => self.asked(&requirement).unwrap_or(Piece::Name(at)),
        }
    }

    fn asked(&self, id: &str) -> Option<Piece<'a>> {
        let asked = self.catalogue.requirement(id)?;
        let mut shown = self.tracks.iter().flat_map(|track| &track.requirements);
        let is_shown = shown.any(|it| it.asked.id == asked.id);
        Some(Piece::Asked { id: &asked.id, title: &asked.title, is_shown })
    }
}

//! The bundled ladders, whichever they are: what the index lists can be had, once decoded it is kept, and
//! what it does not list is an error in a sentence.
#![cfg(not(target_arch = "wasm32"))]

use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use rungs::catalogue::{self, CatalogueError};
use rungs_core::ladder::{Card, LadderId};

/// The bundled ladders are at hand at once; nothing here waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a bundled ladder kept us waiting"),
    }
}

#[test]
fn every_ladder_of_the_index_can_be_had_and_is_the_one_that_was_asked_for() {
    for card in &now(catalogue::index()).unwrap().ladders {
        let ladder = now(catalogue::ladder(&card.id)).unwrap();
        assert_eq!(Card::of(&ladder), *card);
    }
}

#[test]
fn a_ladder_is_decoded_once() {
    for card in &now(catalogue::index()).unwrap().ladders {
        let (first, second) = (now(catalogue::ladder(&card.id)).unwrap(), now(catalogue::ladder(&card.id)).unwrap());
        assert!(Arc::ptr_eq(&first, &second));
    }
}

#[test]
fn a_ladder_that_the_index_does_not_list_is_unknown() {
    let id = LadderId::parse("no-such-ladder-anywhere").unwrap();
    let error = now(catalogue::ladder(&id)).unwrap_err();
    assert_eq!(error, CatalogueError::Unknown(id));
    assert_eq!(error.to_string(), "there is no ladder called no-such-ladder-anywhere");
}

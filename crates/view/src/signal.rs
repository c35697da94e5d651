//! Signals, memos and stored values of any type over one of Leptos' each.
//!
//! Leptos compiles its reactive graph once for each type that is held in it. Here it holds boxes of one type, and what
//! is compiled for each type is the way into its box. Handles can be copied and belong to the [`Owner`] that is
//! current when they are made. After it is gone nothing can be read from them, which panics as it does in Leptos, and
//! what is written to them is dropped.

use std::any::Any;
use std::marker::PhantomData;

use leptos::prelude as base;
use leptos::prelude::{IsDisposed, Owner, Read, ReadUntracked, ReadValue, Set, Write, WriteValue};

type Boxed = Box<dyn Any + Send + Sync>;

/// What a box of this type holds: handles are typed, and a box is only ever reached through its own.
fn inside<T: 'static>(boxed: &Boxed) -> &T {
    boxed.downcast_ref().unwrap_or_else(|| unreachable!("a box holds what its handle says"))
}

fn inside_mut<T: 'static>(boxed: &mut Boxed) -> &mut T {
    boxed.downcast_mut().unwrap_or_else(|| unreachable!("a box holds what its handle says"))
}

/// Makes the handles copies of each other, whatever they hold.
macro_rules! handle {
    ($name:ident) => {
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}
    };
}

/// What all can do who hold something that changes; `$inside` gives what its box holds.
macro_rules! reads {
    ($name:ident, $inside:path) => {
        impl<T: 'static> $name<T> {
            /// Reads the value, and again when it changes.
            pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
                read($inside(&self.inner.read()))
            }

            /// Reads the value as it is now.
            pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
                read($inside(&self.inner.read_untracked()))
            }

            /// A copy of the value, and again when it changes.
            pub fn get(&self) -> T
            where
                T: Clone,
            {
                self.with(T::clone)
            }

            /// A copy of the value as it is now.
            pub fn get_untracked(&self) -> T
            where
                T: Clone,
            {
                self.with_untracked(T::clone)
            }

            /// Runs what reads this again when it changes, though nothing is read.
            pub fn track(&self) {
                // A memo that nobody reads does not compute itself, and learns of no change.
                self.with(|_| ());
            }
        }
    };
}

/// A value that tells those who read it when it changes.
pub struct RwSignal<T> {
    inner: base::RwSignal<Boxed>,
    holds: PhantomData<fn() -> T>,
}
handle!(RwSignal);
reads!(RwSignal, inside);

fn signal(value: Boxed) -> base::RwSignal<Boxed> {
    base::RwSignal::new(value)
}

fn replace(signal: base::RwSignal<Boxed>, value: Boxed) {
    // Refused only if the owner is gone, and with it all who would have been told.
    _ = signal.try_set(value);
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal of the current owner.
    pub fn new(value: T) -> Self {
        Self { inner: signal(Box::new(value)), holds: PhantomData }
    }

    /// A signal of another owner, which may outlive the current one.
    pub fn owned_by(owner: &Owner, value: T) -> Self {
        owner.with(|| Self::new(value))
    }

    /// Whether the owner is gone, and the value with it. What goes while it has the focus is told so only then.
    pub fn is_gone(&self) -> bool {
        self.inner.is_disposed()
    }

    /// Replaces the value, unless the owner is gone.
    pub fn set(&self, value: T) {
        replace(self.inner, Box::new(value));
    }

    /// Changes the value in its place, unless the owner is gone.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Changes the value in its place and hands on what the change gives; `None` if the owner is gone.
    pub fn try_update<R>(&self, change: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.inner.try_write().map(|mut held| change(inside_mut(&mut held)))
    }
}

/// A signal for those who only read it.
pub struct ReadSignal<T> {
    inner: base::RwSignal<Boxed>,
    holds: PhantomData<fn() -> T>,
}
handle!(ReadSignal);
reads!(ReadSignal, inside);

impl<T> From<RwSignal<T>> for ReadSignal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self { inner: signal.inner, holds: signal.holds }
    }
}

trait Comparable: Any + Send + Sync {
    fn equals(&self, other: &dyn Comparable) -> bool;
}

impl<T: PartialEq + Send + Sync + 'static> Comparable for T {
    fn equals(&self, other: &dyn Comparable) -> bool {
        (other as &dyn Any).downcast_ref() == Some(self)
    }
}

struct Computed(Box<dyn Comparable>);

impl Computed {
    fn inside<T: 'static>(&self) -> &T {
        let held: &dyn Any = &*self.0;
        held.downcast_ref().unwrap_or_else(|| unreachable!("a memo holds what its handle says"))
    }
}

impl PartialEq for Computed {
    fn eq(&self, other: &Self) -> bool {
        self.0.equals(&*other.0)
    }
}

/// A value computed from signals, again only when one of them changed; it tells its readers only if it differs.
pub struct Memo<T> {
    inner: base::Memo<Computed>,
    holds: PhantomData<fn() -> T>,
}
handle!(Memo);
reads!(Memo, Computed::inside);

type Compute = Box<dyn Fn(Option<&Computed>) -> Computed + Send + Sync>;

fn memo(compute: Compute) -> base::Memo<Computed> {
    base::Memo::new(compute)
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// A memo of the current owner. What computes it is given the value before.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let compute = move |before: Option<&Computed>| Computed(Box::new(compute(before.map(Computed::inside))));
        Self { inner: memo(Box::new(compute)), holds: PhantomData }
    }
}

/// A value that an owner keeps and nobody is told of.
pub struct StoredValue<T> {
    inner: base::StoredValue<Boxed>,
    holds: PhantomData<fn() -> T>,
}
handle!(StoredValue);

fn stored(value: Boxed) -> base::StoredValue<Boxed> {
    base::StoredValue::new(value)
}

impl<T: Send + Sync + 'static> StoredValue<T> {
    /// Kept by the current owner.
    pub fn new(value: T) -> Self {
        Self { inner: stored(Box::new(value)), holds: PhantomData }
    }

    /// Reads the value.
    pub fn with_value<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(inside(&self.inner.read_value()))
    }

    /// A copy of the value.
    pub fn get_value(&self) -> T
    where
        T: Clone,
    {
        self.with_value(T::clone)
    }

    /// Replaces the value, unless the owner is gone.
    pub fn set_value(&self, value: T) {
        self.update_value(|held| *held = value);
    }

    /// Changes the value in its place, unless the owner is gone.
    pub fn update_value(&self, change: impl FnOnce(&mut T)) {
        if let Some(mut held) = self.inner.try_write_value() {
            change(inside_mut(&mut held));
        }
    }
}

//! Rungs: a career-ladder explorer that runs wholly in the browser.

//! What is private and why, in plain words.

use rungs_view::prelude::*;

/// The plain words on privacy.
#[component]
pub fn Privacy() -> impl IntoNode {
    view! {
        <section class="stack data-privacy" aria-labelledby="data-privacy">
            <h2 id="data-privacy">"What is private, and why"</h2>
            <p>
                "Answers, evidence and settings are kept in this browser’s local storage and in the files that you save. \
                 The site has no server that could receive them: it is a set of files, and once they are loaded everything \
                 happens in the page. No link, page title or request carries anything that you entered."
            </p>
            <p>
                "The page carries a content security policy: the browser lets it load its own files from its own address \
                 and lets it contact no other. A link that you attached to evidence is opened only when you follow it, and \
                 that site is not told where you came from."
            </p>
            <h3>"What to know besides"</h3>
            <ul class="stack">
                <li>
                    <strong>"Whoever uses this browser can read it."</strong>
                    " What is stored is not encrypted. On a shared computer, save a backup file, take it with you and delete everything here."
                </li>
                <li>
                    <strong>"Sites at the same address share one storage."</strong>
                    " On GitHub Pages all sites of one organisation, such as example.github.io/one/ and example.github.io/two/, \
                     are one origin to the browser. This site reads and deletes only keys of its own, but a script of another \
                     site there could read them."
                </li>
                <li>
                    <strong>"Browsers forget."</strong>
                    " Safari deletes what a site stored when it was not visited for seven days of use, others when room is short, \
                     and a private window forgets all of it when it is closed. A backup file does not depend on that."
                </li>
                <li>
                    <strong>"The browser keeps a copy of the site."</strong>
                    " It holds the site’s own files, so that everything works without a network, and nothing that you \
                     entered."
                </li>
                <li>
                    <strong>"The policy has a gap."</strong>
                    " A page that sets its own policy cannot forbid other sites to show it in a frame, since that directive \
                     (frame-ancestors) counts only when a server sends it, and GitHub Pages does not."
                </li>
                <li>
                    <strong>"Other people’s data is not yours."</strong>
                    " Leave customers’ names and data out of evidence; say what you did, and where it can be seen."
                </li>
            </ul>
        </section>
    }
}

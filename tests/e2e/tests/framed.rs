//! What stands around each page. The rule is in scripts/pages.mjs.

use anyhow::ensure;
use serde_json::json;

use crate::harness::{Outcome, node};

/// Scripts are indented in a build for work on the code.
#[test]
fn the_policy_allows_the_scripts_of_a_page_as_they_are() -> Outcome {
    let folder = tempfile::tempdir()?;
    let page = json!({ "path": "", "title": "Title", "description": "Description", "headline": "Headline", "html": "<p>Words</p>",
        "depends": false, "picture": "preview.png", "picture_size": [1200, 630], "data": {} });
    let files = json!({ "to": folder.path(), "base": "/", "head": [], "style": "p{color:red}", "sheet": { "href": "/s.css" },
        "early": "if (one) {\n  two();\n}", "start": "if (three) {\n    four();\n}", "update": { "href": "/update.js" },
        "script": { "href": "/script.js", "integrity": "a" }, "wasm": { "href": "/program.wasm", "integrity": "b" } });
    let script = format!(
        "import {{ createHash }} from 'node:crypto'; import {{ readFile }} from 'node:fs/promises'; \
         import {{ pages }} from './scripts/pages.mjs'; \
         const files = {files}; \
         await pages(await readFile('index.html', 'utf8'), {{ name: 'Site', pages: [{page}] }}, files); \
         for (const name of ['index.html', '404.html']) {{ \
             const html = await readFile(`${{files.to}}/${{name}}`, 'utf8'); \
             const scripts = [...html.matchAll(/<script[^>]*>([^]*?)<\\/script>/g)].map(([, text]) => text); \
             const allowed = scripts.filter(text => html.includes(`'sha256-${{createHash('sha256').update(text).digest('base64')}}'`)); \
             console.log(name, scripts.length, allowed.length); \
         }}"
    );
    let found = node(&script)?;
    ensure!(
        found == "index.html 2 2\n404.html 2 2\n",
        "of a page, its scripts, and those that the policy allows: {found}"
    );
    Ok(())
}

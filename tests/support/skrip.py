"""Scripts that a page of the browser is asked with."""

VISIBLE = """(selector) => {
    for (const el of document.querySelectorAll(selector)) {
        const box = el.getBoundingClientRect();
        if (box.width > 0 && box.height > 0) { return el; }
    }
    return null;
}"""

BY_TEXT = """(selector, text) => {
    for (const el of document.querySelectorAll(selector)) {
        const box = el.getBoundingClientRect();
        if (box.width > 0 && box.height > 0 && el.innerText.includes(text)) {
            return el;
        }
    }
    return null;
}"""

# The document, and every scrolling container in it, must fit. What is meant to be
# scrolled sideways by hand (kanban columns, tabs, the status bar) says so in CSS.
OVERFLOW = """(() => {
    const found = [];
    const root = document.scrollingElement;
    if (root.scrollWidth > window.innerWidth + 1) {
        found.push(`page ${root.scrollWidth} > ${window.innerWidth}`);
    }
    for (const name of [".o_action_manager", ".o_content", ".o_form_sheet",
                        ".o_asn_beranda", ".modal-body", ".o_list_renderer"]) {
        for (const el of document.querySelectorAll(name)) {
            if (el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 0
                && !el.querySelector(".o_kanban_grouped")
                && !el.classList.contains("o_kanban_grouped")) {
                found.push(`${name} ${el.scrollWidth} > ${el.clientWidth}`);
            }
        }
    }
    return found;
})()"""

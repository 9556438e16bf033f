"""Understanding: a block tree → a draft. What is a step, and what belongs to it, is told by the form of the page.

The way: title and summary (`titles`), one run of pieces (`pieces`), the tree of headings (`outline`), sections and
steps (`parts`, `runs`, `tasks`), the content of a guide (`guide`, `contents`, `body`).
"""

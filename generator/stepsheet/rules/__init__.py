"""What makes typed content wrong. One rule is one module; its docstring is its page.

A module declares `RULE` and `check(book, context)`, a generator of findings; code, severity and order are the runner's.
The folders say what a rule is given: `structure`, `text` and `translation` every book, `guide` and `pictures` a guide.
"""

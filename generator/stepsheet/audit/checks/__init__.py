"""One check is one module with a function `check`: it looks at the whole of a built site and yields what is wrong."""

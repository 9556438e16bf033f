"""What Markdown has besides CommonMark: each module here is rules for markdown-it, given to it by `apply(parser)`."""

"""The typed guide: what a guide is made of, and the only place that says so."""

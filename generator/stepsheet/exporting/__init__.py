"""The way out: guides and pages as a tree of Markdown files for another tool, with skeletons for the way back.

A flavour says how a construct is written, `guide_page` what a guide says in which order, an exporter (`exporters/`)
which files there are, `place` puts them on disk.
"""

"""The forms to export to; every module declares one as `EXPORTER`."""

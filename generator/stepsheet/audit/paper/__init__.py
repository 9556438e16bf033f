"""The printed checklist read back from its PDF by PDFium, and held against the guide."""

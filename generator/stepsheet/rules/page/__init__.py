"""Rules about plain pages."""

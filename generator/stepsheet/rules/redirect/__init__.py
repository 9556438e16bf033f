"""Rules about redirects."""

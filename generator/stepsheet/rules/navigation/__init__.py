"""Rules about the navigation."""

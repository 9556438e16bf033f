"""Rules about what makes a guide one that can be followed."""

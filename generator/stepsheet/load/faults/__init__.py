"""What can be wrong with a file before it is a guide: one module for each code."""

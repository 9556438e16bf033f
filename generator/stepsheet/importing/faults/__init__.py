"""What an import reports: each module here is one rule, found by itself."""

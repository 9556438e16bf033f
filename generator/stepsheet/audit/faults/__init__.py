"""What an audit reports: each module here is one rule, found by itself."""

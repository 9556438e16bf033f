"""Files become values: YAML text a node tree with positions, a picture its format and words; a fault is a value too."""

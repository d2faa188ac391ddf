"""content/: reading, writing and describing the YAML records."""

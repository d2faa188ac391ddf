"""From an article to draft events. `annotate.py` runs the recognisers in their order; `rules/` holds the knowledge."""

"""A seed -> an article: text, paragraphs and what is known about it. `read.py` tells it."""

"""The nouns, all frozen: dates, text, mentions, records, corpus."""

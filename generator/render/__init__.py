"""Page models to files: draw, check the links, write what changed."""

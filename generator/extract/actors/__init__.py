"""Who acts, speaks or is spoken of in an article, by rules over names, titles, offices and pronouns.

`find_actors` gives the mentions, `new_actors` the records of those `content/` does not know. The steps: words.py flattens the
sentences; gazetteer.py and aliases.py know names; names.py finds capitalised spans and segments.py cuts them; bodies.py finds
public bodies in lower case; classify.py, with called.py and evidence.py, says what an unknown name is; states.py reads a
capital as a government or a place; offices.py finds who held an office; unnamed.py finds sources without a name;
coreference.py follows pronouns and descriptions; resolve.py runs them in order.
"""

from generator.extract.actors.resolve import find_actors, new_actors

__all__ = ["find_actors", "new_actors"]

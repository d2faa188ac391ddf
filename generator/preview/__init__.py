"""The site while it is edited: pages drawn when somebody looks at them, from records read once.

`shelf.py` reads what has changed, `edition.py` is one state of the records with its pages, `frames.py` has the engine make
what stands around them, `state.py` says how one state follows from another, `studio.py` holds that of the moment and answers
`server.py`. `watch.py` tells of changes; `chores.py` does in the background what no page waits for.
"""

from generator.preview.chores import Chores, chores_after
from generator.preview.server import Server
from generator.preview.shelf import Shelf
from generator.preview.studio import Studio
from generator.preview.watch import changes

__all__ = ["Chores", "Server", "Shelf", "Studio", "changes", "chores_after"]

"""What the article the project exists for gives: the records of tests/golden/seed/, field by field."""

import re
from pathlib import Path

import pytest
import yaml

from generator.pipeline import Build

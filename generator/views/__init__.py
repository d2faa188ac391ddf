"""Corpus -> page models: plain data, one for each page of the site."""

from generator.views.page import PageModel
from generator.views.site import VIEWS, page_models, page_plans

__all__ = ["VIEWS", "PageModel", "page_models", "page_plans"]

"""Dates and what they rest on in, words for readers out; nothing here reads an article.

``human`` writes an EDTF date as newsrooms of a locale do, ``explain`` tells what a date was read from,
``article_reasons`` what an article's own date rests on.
"""

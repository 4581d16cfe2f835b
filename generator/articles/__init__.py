"""Files, pages, feeds and records in; articles, or the problem each has, out."""

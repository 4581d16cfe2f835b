"""Plain text in; language, blocks, byline and sentences out: what an article is made of."""

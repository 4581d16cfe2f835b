"""Sentences, dates and attributions in, facts out; then the same fact of many articles made one."""

"""Cases that take minutes: many articles, many facts, kills, a cluster."""

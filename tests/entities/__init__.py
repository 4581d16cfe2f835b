"""Cases for what the folder is named after."""

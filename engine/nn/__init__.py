"""The networks of the course, each file one idea further than the one before."""

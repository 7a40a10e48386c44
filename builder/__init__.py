"""Turn the lessons into a site: the package behind `build.py`."""

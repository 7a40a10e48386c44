"""Measurements that the lessons learn from, each with its source and licence."""

"""Read a lesson file: Markdown in, blocks and problems out."""

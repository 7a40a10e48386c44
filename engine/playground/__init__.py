"""The playground: an experiment in which a network learns points in the plane, slice by slice.

`settings` says what is asked for, `data` makes the points, `session` trains and tells what it
sees, `own_network` brings in a learner's own `MLP`, and `program` writes the same experiment down
as a Python program. `play` answers the page.
"""

"""Petals of 100 irises: 50 of Iris setosa, then 50 of Iris versicolor.

The numbers are those of Fisher's paper. The copy at UCI has two slips, which are put right here:
the petal width of flower 35 is 0.2 (not 0.1), and the petal length of flower 38 is 1.4 (not 1.5).
Neither moves a flower across the gap between the two species.

Source: R. A. Fisher (1936), "The use of multiple measurements in taxonomic problems", Annals of
Eugenics 7(2), 179-188; the flowers were measured by Edgar Anderson. Iris data set, UCI Machine
Learning Repository, https://doi.org/10.24432/C56C76.
Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Two of the four measurements and
two of the three species were kept.
"""

# Petal length and width in centimetres, in the data set's order.
SETOSA = """
1.4 0.2, 1.4 0.2, 1.3 0.2, 1.5 0.2, 1.4 0.2, 1.7 0.4, 1.4 0.3, 1.5 0.2, 1.4 0.2, 1.5 0.1,
1.5 0.2, 1.6 0.2, 1.4 0.1, 1.1 0.1, 1.2 0.2, 1.5 0.4, 1.3 0.4, 1.4 0.3, 1.7 0.3, 1.5 0.3,
1.7 0.2, 1.5 0.4, 1.0 0.2, 1.7 0.5, 1.9 0.2, 1.6 0.2, 1.6 0.4, 1.5 0.2, 1.4 0.2, 1.6 0.2,
1.6 0.2, 1.5 0.4, 1.5 0.1, 1.4 0.2, 1.5 0.2, 1.2 0.2, 1.3 0.2, 1.4 0.1, 1.3 0.2, 1.5 0.2,
1.3 0.3, 1.3 0.3, 1.3 0.2, 1.6 0.6, 1.9 0.4, 1.4 0.3, 1.6 0.2, 1.4 0.2, 1.5 0.2, 1.4 0.2
"""
VERSICOLOR = """
4.7 1.4, 4.5 1.5, 4.9 1.5, 4.0 1.3, 4.6 1.5, 4.5 1.3, 4.7 1.6, 3.3 1.0, 4.6 1.3, 3.9 1.4,
3.5 1.0, 4.2 1.5, 4.0 1.0, 4.7 1.4, 3.6 1.3, 4.4 1.4, 4.5 1.5, 4.1 1.0, 4.5 1.5, 3.9 1.1,
4.8 1.8, 4.0 1.3, 4.9 1.5, 4.7 1.2, 4.3 1.3, 4.4 1.4, 4.8 1.4, 5.0 1.7, 4.5 1.5, 3.5 1.0,
3.8 1.1, 3.7 1.0, 3.9 1.2, 5.1 1.6, 4.5 1.5, 4.5 1.6, 4.7 1.5, 4.4 1.3, 4.1 1.3, 4.0 1.3,
4.4 1.2, 4.6 1.4, 4.0 1.2, 3.3 1.0, 4.2 1.3, 4.2 1.2, 4.2 1.3, 4.3 1.3, 3.0 1.1, 4.1 1.3
"""


def petals(table: str) -> list[list[float]]:
    """Return a table's pairs of length and width.

    >>> petals("1.4 0.2, 4.7 1.4")
    [[1.4, 0.2], [4.7, 1.4]]
    """
    return [[float(number) for number in pair.split()] for pair in table.split(",")]


# One example a flower: what was measured, and 0 for setosa or 1 for versicolor.
flowers: list[tuple[list[float], int]] = [(petal, 0) for petal in petals(SETOSA)]
flowers += [(petal, 1) for petal in petals(VERSICOLOR)]

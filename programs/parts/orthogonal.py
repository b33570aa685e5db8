def orthogonal(rows, columns, random):
    """A matrix whose rows (or columns, whichever are fewer) are orthonormal: normal vectors, by Gram and Schmidt's method done twice."""
    few, many = min(rows, columns), max(rows, columns)
    vectors = []
    for _ in range(few):
        vector = random.normal(many)
        for other in vectors + vectors:
            vector = vector - (vector @ other) * other
        vectors.append(vector / np.sqrt(vector @ vector))
    return np.array(vectors) if rows <= columns else np.array(vectors).T

namespace Judge.Marking.Statistics;

/// <summary>
/// A symmetric positive definite matrix as L·Lᵀ (Golub and Van Loan, "Matrix Computations", 4.2), made once for many right-hand sides.
/// </summary>
internal sealed class Cholesky
{
    private readonly double[,] _lower;

    public Cholesky(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        _lower = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = matrix[row, column];
                for (var at = 0; at < column; at++)
                {
                    rest -= _lower[row, at] * _lower[column, at];
                }

                _lower[row, column] = row == column ? Math.Sqrt(rest) : rest / _lower[column, column];
            }
        }
    }

    /// <summary>The x of matrix·x = b.</summary>
    public double[] Solve(IReadOnlyList<double> right)
    {
        var x = right.ToArray();
        for (var row = 0; row < x.Length; row++)
        {
            for (var at = 0; at < row; at++)
            {
                x[row] -= _lower[row, at] * x[at];
            }

            x[row] /= _lower[row, row];
        }

        for (var row = x.Length - 1; row >= 0; row--)
        {
            for (var at = row + 1; at < x.Length; at++)
            {
                x[row] -= _lower[at, row] * x[at];
            }

            x[row] /= _lower[row, row];
        }

        return x;
    }
}
